"""Which case the place of a term asks for, as far as it can be known."""

from __future__ import annotations

import re

from translate.languages import Language
from translate.protection.locate import Place
from translate.protection.model import Span

_BEFORE = re.compile(r"(?:([\w'’-]+[,;:]?)\s+)?([\w'’-]+)\s+[\"«„]?$")
_NEXT = re.compile(r"\s+([\w'’-]+)")
_GOVERNED = re.compile(
    r"\b(?:of|in|on|at|to|for|from|by|with|about|near|under|over|between|against|into|through|after|before|and|or)"
    r"(?:\s+(?:the|an?|his|her|its|their|\w+-?\w*ed|former|then))*\s+$",
    re.IGNORECASE,
)
_OF = re.compile(r"\bof(?:\s+the)?\s+$", re.IGNORECASE)


def words_before(text: str) -> re.Match[str] | None:
    """Match the last two words of `text` before a term: group 2 stands next to it, group 1 before that."""
    return _BEFORE.search(text)


def expected_cases(span: Span, source: str, text: str, place: Place, language: Language) -> tuple[str, ...]:
    """Return the cases that fit a term at `place` of the draft `text`, the likeliest first; () if unknown.

    A preposition in front of the term governs it. Without one, the English possessive (`Ukraine’s`) and `of`
    between two nouns (`the mayor of Irpin`) become a genitive; a name in apposition (`місто Харків`) keeps
    its own case; and what no preposition governs in the source and a finite verb follows in the draft is
    the subject (`Russia fired` → `Росія випустила`).
    """
    match = words_before(text[: place[0]])
    word = match.group(2) if match else ""
    kind = span.term.kind if span.term is not None else "other"
    if word and (governed := language.governed_cases(word, kind)):
        return governed
    if span.possessive:
        return ("gent",)
    before = source[: span.start]
    if word and _OF.search(before) and _is_noun(word, language):
        return ("gent",)
    behind = _NEXT.match(text, place[1])
    if behind and language.is_verb(behind.group(1)) and not _GOVERNED.search(before):
        return ("nomn",)
    return ()


def _is_noun(word: str, language: Language) -> bool:
    return bool(language.word_cases(word)) and not language.names_in_apposition(word)
