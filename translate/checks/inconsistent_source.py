"""Do different sentences have different translations?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate.checks.across import named, shortened
from translate.checks.model import Fault, Located
from translate.checks.registry import register_across
from translate.checks.words import words

_WORDS = 4
ALIKE = 60
"""Likeness of two sources, 0 to 100, from which they may well have one translation."""


@register_across("inconsistent-source", "info")
def inconsistent_source(segments: Sequence[Located]) -> Iterator[tuple[int, Fault]]:
    """The same translation, of four words or more, stands for a source that says something else elsewhere."""
    from rapidfuzz import fuzz

    first: dict[str, int] = {}
    for index, located in enumerate(segments):
        target = " ".join(located.draft.target.casefold().split())
        if sum(1 for _ in words(target)) < _WORDS:
            continue
        other = first.setdefault(target, index)
        if other == index:
            continue
        source, elsewhere = located.draft.source, segments[other].draft.source
        if fuzz.token_set_ratio(source.casefold(), elsewhere.casefold()) < ALIKE:
            where, said = named(segments, index, [other]), shortened(elsewhere)
            yield index, Fault(f"the same translation in {where} is of another source: “{said}”")
