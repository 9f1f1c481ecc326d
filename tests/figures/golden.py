"""Read the golden tables: blocks of lines, the figure in brackets, ~ for U+00A0, _ for U+202F."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent


class Entry(NamedTuple):
    """A fragment of text, the figure in it, what it is, and its rendering (empty where none is given)."""

    text: str
    start: int
    end: int
    kind: str
    values: tuple[Decimal, ...]
    unit: str
    rendering: str


def entries(name: str) -> list[Entry]:
    lines = [line for line in (FOLDER / name).read_text("utf-8").splitlines() if not line.startswith("#")]
    blocks = "\n".join(lines).strip().split("\n\n")
    return [_entry(*block.split("\n")) for block in blocks]


def _entry(fragment: str, meaning: str, rendering: str = "") -> Entry:
    fragment = fragment.replace("~", "\u00a0").replace("_", "\u202f")
    head, _, rest = fragment.partition("[")
    figure, _, tail = rest.partition("]")
    kind, *more = meaning.split()
    values = more.pop(0).split(",") if more else []
    start = len(head)
    return Entry(
        head + figure + tail,
        start,
        start + len(figure),
        kind,
        tuple(map(Decimal, values)),
        more[0] if more else "",
        rendering.replace("~", "\u00a0"),
    )
