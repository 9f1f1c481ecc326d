"""How the checks of many segments name the segments that they speak of."""

from __future__ import annotations

from collections.abc import Sequence

from translate.checks.model import Located

_MOST = 3
_LONGEST = 80


def named(segments: Sequence[Located], here: int, others: Sequence[int]) -> str:
    """Return the units at `others`, three at most; those of another file than `here` with their file."""
    names = [_name(segments[here], segments[other]) for other in others[:_MOST]]
    rest = len(others) - len(names)
    return ", ".join(names) + (f" and {rest} more" if rest else "")


def shortened(text: str) -> str:
    """Return a text on one line, cut to what a message can hold."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


def _name(here: Located, other: Located) -> str:
    return other.unit if other.file == here.file else f"{other.file} {other.unit}"
