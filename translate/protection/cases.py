"""Which case the place of a term asks for, as far as it can be known."""

from __future__ import annotations

import re

from translate.languages import CASES, Language
from translate.protection.locate import Place
from translate.protection.model import Span

_NEAR = 160
"""How many characters before a term are looked at: the time for a long text must not grow with its square."""

_BEFORE = re.compile(r"(?:([\w'’-]+[,;:]?)\s+)?([\w'’-]+)\s+[\"«„]?$")
_NEXT = re.compile(r"\s+([\w'’-]+)")
_GOVERNED = re.compile(
    r"\b(?:of|in|on|at|to|for|from|by|with|about|near|under|over|between|against|into|through|after|before)"
    r"(?:\s+(?:the|an?|his|her|its|their)(?:\s+\d+)?)?"
    r"(?:\s+(?:\w+-?\w*ed|[a-z]+-[a-z]+|former|then|(?-i:[A-Z])[\w.’'-]*))*\s+$",
    re.IGNORECASE,
)
# The author of a text (`Editing by`) is no agent of a passive.
_BY = re.compile(r"(?<!ing\s)\bby(?:\s+the)?(?:\s+(?-i:[A-Z])\w+)*\s+$", re.IGNORECASE)
# What tells apart the cases of one preposition, unless a verb in front moves or has an object (`invest in`).
_WHERE = re.compile(r"\b(?:been to|in|at|inside)(?:\s+the)?\s+$", re.IGNORECASE)
_WHITHER = re.compile(
    r"\b(?:arriv|believ|belief|invest|trust|faith|confiden|interest|interven|interfer|involv|land|deposit|put)"
    r"\w*\s+(?:\w+\s+)?(?:in|at)(?:\s+the)?\s+$",
    re.IGNORECASE,
)
_COMPANION = re.compile(r"\bwith(?:\s+the)?\s+$", re.IGNORECASE)
_COMPARED = re.compile(r"\b(?:like|than)(?:\s+the)?\s+$", re.IGNORECASE)
# Someone is spoken to: `“Ellen, they will …`.
_ADDRESS = re.compile(r"[\"“‘'„«]$")
_ADDRESSED = re.compile(r",\s+(?:you|we|they|I|he|she|it|please|don|do|come|let|listen|look|thank)\b")
# A word that does not have the name behind it as its object: `says Iryna`, `became Ukraine`, `because Kyiv`.
_NO_OBJECT = re.compile(
    r"(?:the|an?|and|or|but|nor|that|which|who|whom|whose|what|where|when|while|as|than|like|if|because|since"
    r"|though|although|whether|until|how|why|not|no|all|both|some|many|most|more|only|even|also|then|now|just"
    r"|is|are|was|were|be|been|being|am|become|becomes|became|remains?|remained|called|named|includ\w+"
    r"|says?|said|saying|tells?|told|adds?|added|asks?|asked|writes?|wrote|replie[sd]|explains?|explained"
    r"|insists?|insisted|warns?|warned|argues?|argued|notes?|noted|laughs?|laughed|recalls?|recalled|continued"
    r"|of|in|on|at|to|for|from|by|with|about|near|under|over|between|against|into|through|after|before|during"
    r"|towards?|across|around|along|within|without|via|per|onto|upon|outside|inside|behind|beyond|among|amid"
    r"|his|her|its|their|our|my|your|this|these|those|next|last|late|early|mr|mrs|ms|dr|\w+ly|\w+ern|\w+-\w+)"
)
_WORD_BEFORE = re.compile(r"(?<![\w’'-])([a-z]+(?:-[a-z]+)*)\s+(?:the\s+)?$")
_JOINED = re.compile(r"\b(?:and|or)(?:\s+the)?\s+$")
_TITLED = re.compile(r"[^\W\d_]\.?\s+$")
_TOWARDS = re.compile(r"\b(?:towards?|into|onto)(?:\s+the)?\s+$", re.IGNORECASE)
# A finite verb behind a name in the source makes it the subject.
_ACTS = re.compile(
    r",?\s+(?:(?:also|still|now|then|meanwhile|\w+ly)\s+)*"
    r"(?:has|have|had|is|are|was|were|will|would|could|can|may|might|must|should|did|does|says?|said|told|began"
    r"|went|came|took|made|gave|got|lost|won|left|sent|met|saw|held|kept|put|set|hit|shot|fought|spoke|wrote"
    r"|knew|thought|felt|found|became|rose|fell|grew|led|ran|spent|lent|built|bought|brought|caught|chose|drew"
    r"|drove|fled|flew|sold|sought|stood|struck|threw|withdrew|needs|wants|stands|remains|becomes|believes"
    r"|denies|insists|continues|\w{2,}ed)\b"
)
_BETWEEN_COMMAS = re.compile(r",\s+(?:[A-Z][a-z]{1,3}\.?\s+)?$")
ATTRIBUTIVE = ("gent", "accs", "datv", "ablt")
"""The cases of a name that depends on a noun, the likeliest first."""
_OF = re.compile(r"\bof(?:\s+the)?(?:\s+(?:[a-z]+-[a-z]+|former|modern))*\s+$", re.IGNORECASE)
# `the city of Kharkiv` names it; `the largest city of Ukraine` belongs to it.
_CITY_OF = re.compile(r"(?:\b(\w+)\s+)?(?:city|town|village|settlement)\s+of\s+$", re.IGNORECASE)
_BELONGS = re.compile(r"\w+est|main|major|capital|second|first", re.IGNORECASE)


def words_before(text: str, end: int) -> re.Match[str] | None:
    """Match the last two words of `text[:end]`: group 2 stands next to `end`, group 1 before that."""
    start = max(end - _NEAR, 0)
    # Two words and a mark are no more than three stretches without white space: no need to try further left.
    rest, *last = text[start:end].rsplit(None, 3) or [""]
    return _BEFORE.search(text, start + len(rest) if len(last) == 3 else start, end)


def expected_cases(
    span: Span, source: str, text: str, place: Place, language: Language, *, apposed: bool = False
) -> tuple[str, ...]:
    """Return the cases that fit a term at `place` of the draft `text`, the likeliest first; () if unknown.

    A preposition in front of the term governs it, and a person agrees with the title in front of the name
    (`пана Коліна Ашворта`). Without either, the English possessive (`Ukraine’s`) and `of` between two nouns
    (`the mayor of Irpin`) become a genitive; a name in apposition (`місто Харків`) keeps its own case; and
    what no preposition governs and a verb follows, in the source and in the draft, is the subject
    (`Russia fired` → `Росія випустила`); behind a noun a place is no nominative. `apposed`: the word in
    front belongs to a term, an office.
    """
    match = words_before(text, place[0])
    word = match.group(2) if match else ""
    if is_addressed(span, source) and text[place[1] : place[1] + 1] == ",":
        return ("voct",)
    before = source[max(span.start - _NEAR, 0) : span.start]
    if word and (governed := language.governed_cases(word, _kind(span, "" if apposed else before))):
        # Motion towards something has no locative: `into Crimea` is `у Крим`.
        moving = "accs" in governed and _TOWARDS.search(before)
        return tuple(case for case in governed if not (moving and case == "loct"))
    if span.possessive:
        return ("gent",)
    if word and language.names_in_apposition(word) and (city := _CITY_OF.search(before)):
        if city.group(1) and _BELONGS.fullmatch(city.group(1)):
            return ("gent",)
        return ("nomn", *(case for case in CASES if case in language.word_cases(word) - {"nomn", "voct"}))
    if word and is_attribute(span, source) and _is_noun(word, language):
        return ("gent",)
    behind = _NEXT.match(text, place[1])
    acts = behind is not None and language.is_verb(behind.group(1))
    if acts and is_subject(span, source):
        return ("nomn",)
    attribute = span.names == "place" or is_governed(span, source)
    if word and attribute and not acts and not apposed and _is_noun(word, language):
        # Behind a noun a name is its attribute (`родини Одеси`), never in the nominative.
        return ATTRIBUTIVE
    if word and not acts and is_object(span, source) and language.is_verb(word):
        return language.governed_cases(word, "object")
    return ()


def is_object(span: Span, source: str) -> bool:
    """Whether the term seems to be the object of the word in front in the source: `to visit Greenland`."""
    before = _WORD_BEFORE.search(source, max(span.start - _NEAR, 0), span.start)
    return (
        before is not None
        and _NO_OBJECT.fullmatch(before.group(1)) is None
        and not span.possessive
        and _ACTS.match(source, span.end) is None
    )


def is_compared(span: Span, source: str) -> bool:
    """Whether `like` or `than` stands before the term in the source."""
    return _COMPARED.search(source, max(span.start - _NEAR, 0), span.start) is not None


def is_addressed(span: Span, source: str) -> bool:
    """Whether the term is a person who is spoken to in the source: `“Ellen, they will …`."""
    return (
        span.names == "person"
        and _ADDRESS.search(source, max(span.start - 1, 0), span.start) is not None
        and _ADDRESSED.match(source, span.end) is not None
    )


def is_governed(span: Span, source: str) -> bool:
    """Whether a preposition stands before the term in the source."""
    return _GOVERNED.search(source, max(span.start - _NEAR, 0), span.start) is not None


def is_attribute(span: Span, source: str) -> bool:
    """Whether `of` stands before the term in the source."""
    return _OF.search(source, max(span.start - _NEAR, 0), span.start) is not None


def is_agent(span: Span, source: str) -> bool:
    """Whether `by` stands before the term in the source: a passive, which the draft may turn round."""
    return _BY.search(source, max(span.start - _NEAR, 0), span.start) is not None


def is_subject(span: Span, source: str) -> bool:
    """Whether the term does something in the source: a finite verb behind it, no preposition before it.

    A comma may stand between them only where another stands before the term: `a member, Ihor Bondar, called`.
    """
    joined = _JOINED.search(source, max(span.start - _NEAR, 0), span.start)
    acts = _ACTS.match(source, span.end)
    return (
        not is_governed(span, source)
        and not joined
        and not span.possessive
        and acts is not None
        and (
            not acts.group().startswith(",")
            or (span.names != "place" and _BETWEEN_COMMAS.search(source, 0, span.start) is not None)
        )
    )


def _kind(span: Span, before: str) -> str:
    if not span.names:
        return "date"
    if span.names != "person":
        if _WHERE.search(before) and not _WHITHER.search(before):
            return f"in {span.names}"
        if _COMPANION.search(before):
            return f"with {span.names}"
    return "titled" if span.names == "person" and _TITLED.search(before) else span.names


def _is_noun(word: str, language: Language) -> bool:
    return language.is_noun(word) and not language.names_in_apposition(word)
