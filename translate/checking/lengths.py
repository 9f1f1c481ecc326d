"""How long a segment may be, so that a hostile one does not hold up the others."""

from __future__ import annotations

from collections.abc import Iterable

from translate.checking.model import Item
from translate.inline import Text

LONGEST = 20_000
"""Characters of a source or a target that are checked at most; a page of a book has about 3,000."""


def is_short(*texts: Text | None) -> bool:
    """Whether none of the texts is longer than `LONGEST`: some checks compare every word with every other."""
    return all(text is None or len(text.text) <= LONGEST for text in texts)


def too_long(unit: str, source: Text, target: Text) -> str:
    """Return what to tell of a unit whose source or target is too long to be checked."""
    length = max(len(source.text), len(target.text))
    return (
        f"unit {unit} is not checked: it has {length:,} characters, and at most {LONGEST:,} are. "
        "Divide it into sentences"
    )


def short_ones(items: Iterable[Item]) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    """Return the segments that are short enough to be checked, and a line on each of the others."""
    kept: list[Item] = []
    problems: list[str] = []
    for item in items:
        if is_short(item.source, item.target):
            kept.append(item)
            continue
        problems.append(too_long(item.unit, item.source, item.target))
    return tuple(kept), tuple(problems)
