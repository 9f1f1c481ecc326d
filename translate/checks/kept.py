"""Which stretches of a text stay as they are: what no check of spelling or spacing may touch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from translate.checks.model import Draft, Place
from translate.inline import Code
from translate.protection.copies import copies

# What every address, handle, hashtag and emoji has: looking for this first is ten times as fast.
_SIGN = re.compile(
    "[@#./\u00a9-\u00ae\u203c-\u3299\U0001f000-\U0001faff](?:(?<=[^./])|(?<=\\.)[A-Za-z]{2}|(?<=/)/)"
)


def protected_ranges(codes: Iterable[Code]) -> Iterator[tuple[str, Place]]:
    """Yield the id and the range of each pair of codes whose text is not to be translated."""
    opened: dict[str, int] = {}
    for code in codes:
        if code.type == "protected" and code.kind == "open":
            opened[code.id] = code.position
        elif code.kind == "close" and code.id in opened:
            yield code.id, (opened.pop(code.id), code.position)


def may_be_copied(text: str) -> bool:
    """Say whether a text has a sign of an address, a handle, a hashtag or an emoji."""
    return _SIGN.search(text) is not None


def copied_ranges(text: str) -> Iterator[Place]:
    """Yield the ranges of addresses, handles, hashtags and emoji."""
    if may_be_copied(text):
        for start, end, _ in copies(text):
            yield start, end


def kept_ranges(draft: Draft) -> list[Place]:
    """Return the ranges of the target that are copied from the source by rule."""
    return [
        *copied_ranges(draft.target),
        *(place for _, place in protected_ranges(draft.target_codes)),
    ]


def overlaps(place: Place, ranges: Iterable[Place]) -> bool:
    """Say whether a place shares a character with one of the ranges."""
    return any(place[0] < end and start < place[1] for start, end in ranges)


def holds_code(draft: Draft, start: int, end: int) -> bool:
    """Say whether an inline code stands within a range of the target: a fix would have to move it."""
    return any(start < code.position < end for code in draft.target_codes)


def around(text: str, start: int, end: int) -> str:
    """Return a range of a text with the words that it stands between."""
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[start:end]
