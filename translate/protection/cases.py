"""Which case the place of a term asks for, as far as it can be known."""

from __future__ import annotations

import re

from translate.languages import Language
from translate.protection.model import Span

_BEFORE = re.compile(r"(?:([\w'’-]+[,;:]?)\s+)?([\w'’-]+)\s+[\"«„]?$")
_OF = re.compile(r"\bof(?:\s+the)?\s+$", re.IGNORECASE)


def words_before(text: str) -> re.Match[str] | None:
    """Match the last two words of `text` before a term: group 2 stands next to it, group 1 before that."""
    return _BEFORE.search(text)


def expected_cases(span: Span, source: str, before: str, language: Language) -> tuple[str, ...]:
    """Return the cases that fit a term, the likeliest first; empty when nothing speaks for one.

    `source` is the segment, `before` the draft up to the term. A preposition in front of the term governs it.
    Without one, the English possessive (`Ukraine’s`) and `of` between two nouns (`the mayor of Irpin`) become
    a genitive; a name in apposition (`місто Харків`) keeps its own case.
    """
    match = words_before(before)
    word = match.group(2) if match else ""
    kind = span.term.kind if span.term is not None else "other"
    if word and (governed := language.governed_cases(word, kind)):
        return governed
    if span.possessive:
        return ("gent",)
    if word and _OF.search(source[: span.start]) and _is_noun(word, language):
        return ("gent",)
    return ()


def _is_noun(word: str, language: Language) -> bool:
    return bool(language.word_cases(word)) and not language.names_in_apposition(word)
