"""Names that nothing accounts for: capitalised words of a draft that stand for no name of its source."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex

from translate.languages import Language
from translate.protection.locate import Place

ALIKE = 0.6
"""Least similarity in sound at which a word of the draft may stand for a capitalised word of the source."""

_CAPITALISED = regex.compile(r"(?<![\p{L}\p{N}’'@#-])\p{Lu}[\p{L}\p{M}]+(?:[’'-]\p{L}+)*")
# A capital after these may be that of a sentence, and says nothing of a name.
_SENTENCE_START = regex.compile(r"(?:^|[.!?…:;]|[\"«»„“”'‘’(\[—–-])\s*$")
_ROMAN = regex.compile(r"[IVXLC]+")
_ADJECTIVE = regex.compile(r"(?:an|ish|ese|ch|ic|i)s?$")


def capitalised(text: str, covered: Sequence[Place]) -> list[Place]:
    """Return the capitalised words within sentences of `text` that no range of `covered` touches."""
    return [
        match.span()
        for match in _CAPITALISED.finditer(text)
        if not any(start < match.end() and match.start() < end for start, end in covered)
        and not _SENTENCE_START.search(text, max(match.start() - 16, 0), match.start())
        and not _ROMAN.fullmatch(match.group())
    ]


def strange_names(
    source: str,
    source_covered: Sequence[Place],
    target: str,
    target_covered: Sequence[Place],
    language: Language,
) -> list[Place]:
    """Return the capitalised words of `target` that stand for nothing in `source`.

    What is covered (terms, copies) is accounted for. Another word may stand for a capitalised word of the
    source that it sounds like, or for the people or the adjective of a country with the same first letter
    (`Russian forces` may become `війська Росії`).
    """
    found = capitalised(target, target_covered)
    if not found:
        return []
    words = _words(source, tuple(source_covered))
    return [
        (start, end)
        for start, end in found
        if not any(_accounts_for(word, target[start:end], language) for word in words)
    ]


# Every hypothesis for a segment is held against the same source.
@lru_cache(maxsize=1024)
def _words(source: str, covered: tuple[Place, ...]) -> tuple[str, ...]:
    """Return the capitalised words of `source` that no range of `covered` touches, each once."""
    words = (
        match.group()
        for match in _CAPITALISED.finditer(source)
        if not any(start < match.end() and match.start() < end for start, end in covered)
    )
    return tuple(dict.fromkeys(words))


def _accounts_for(word: str, name: str, language: Language) -> bool:
    if word.isupper() or name.isupper():
        return word == name or language.similarity(word, name) >= ALIKE
    alike = language.similarity(word, name)
    if _ADJECTIVE.search(word):
        # Only the sound of the beginning is kept between an adjective and the name of its country.
        alike = max(alike, language.similarity(word[:1], name[:1]) * ALIKE)
    return alike >= ALIKE
