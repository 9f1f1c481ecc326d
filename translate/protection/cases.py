"""Which case the place of a term asks for, as far as it can be known."""

from __future__ import annotations

import re

from translate.languages import Language
from translate.protection.locate import Place
from translate.protection.model import Span

_NEAR = 160
"""How many characters before a term are looked at: the time for a long text must not grow with its square."""

_BEFORE = re.compile(r"(?:([\w'’-]+[,;:]?)\s+)?([\w'’-]+)\s+[\"«„]?$")
_NEXT = re.compile(r"\s+([\w'’-]+)")
_GOVERNED = re.compile(
    r"\b(?:of|in|on|at|to|for|from|by|with|about|near|under|over|between|against|into|through|after|before)"
    r"(?:\s+(?:the|an?|his|her|its|their|\w+-?\w*ed|former|then|(?-i:[A-Z])[\w.’'-]*))*\s+$",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby(?:\s+the)?\s+$", re.IGNORECASE)
_JOINED = re.compile(r"\b(?:and|or)(?:\s+the)?\s+$")
_TITLED = re.compile(r"[^\W\d_]\.?\s+$")
_TOWARDS = re.compile(r"\b(?:towards?|into|onto)(?:\s+the)?\s+$", re.IGNORECASE)
# A finite verb behind a name in the source makes it the subject.
_ACTS = re.compile(
    r"\s+(?:(?:also|still|now|then|meanwhile|\w+ly)\s+)*"
    r"(?:has|have|had|is|are|was|were|will|would|could|can|may|might|must|should|did|does|says?|said|told|began"
    r"|went|came|took|made|gave|got|lost|won|left|sent|met|saw|held|kept|put|set|hit|shot|fought|spoke|wrote"
    r"|knew|thought|felt|found|became|rose|fell|grew|led|ran|needs|wants|stands|remains|\w{2,}ed)\b"
)
ATTRIBUTIVE = ("gent", "accs", "datv", "ablt", "loct")
"""The cases of a name that depends on a noun, the likeliest first."""
_OF = re.compile(r"\bof(?:\s+the)?\s+$", re.IGNORECASE)


def words_before(text: str, end: int) -> re.Match[str] | None:
    """Match the last two words of `text[:end]`: group 2 stands next to `end`, group 1 before that."""
    return _BEFORE.search(text, max(end - _NEAR, 0), end)


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
    before = source[max(span.start - _NEAR, 0) : span.start]
    if word and (governed := language.governed_cases(word, _kind(span, "" if apposed else before))):
        # Motion towards something has no locative: `into Crimea` is `у Крим`.
        moving = "accs" in governed and _TOWARDS.search(before)
        return tuple(case for case in governed if not (moving and case == "loct"))
    if span.possessive:
        return ("gent",)
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
    return ()


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
    """Whether the term does something in the source: a finite verb behind it, no preposition before it."""
    joined = _JOINED.search(source, max(span.start - _NEAR, 0), span.start)
    return (
        not is_governed(span, source)
        and not joined
        and not span.possessive
        and _ACTS.match(source, span.end) is not None
    )


def _kind(span: Span, before: str) -> str:
    if not span.names:
        return "date"
    return "titled" if span.names == "person" and _TITLED.search(before) else span.names


def _is_noun(word: str, language: Language) -> bool:
    return language.is_noun(word) and not language.names_in_apposition(word)
