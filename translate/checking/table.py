"""Findings as lines for people: place, severity, check, message; aligned, and coloured on a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from translate.checking.model import Outcome
from translate.errors import on_one_line

_COLOURS = {"error": "31", "warning": "33", "info": "36", "ignored": "2"}
_GAP = 2
# A message in less room than this goes on a line of its own, below its place.
_NARROW = 32
_INDENT = 4


@dataclass(frozen=True, slots=True)
class Screen:
    """What is written to: `width` in columns, None for a pipe or a file, which have none."""

    width: int | None = None
    colours: bool = False


def table(outcome: Outcome, screen: Screen, *, verbose: bool = False) -> Iterator[str]:
    """Yield the findings as lines, and a summary as the last one; nothing when no file was checked.

    `verbose` adds the findings that notes suppress, as `ignored`.
    """
    if not outcome.results:
        return
    rows = list(_rows(outcome, verbose=verbose))
    widths = [max((cell_len(row[column]) for row in rows), default=0) for column in range(3)]
    for row in rows:
        yield from _line(row, widths, screen)
    if rows:
        yield ""
    yield summary(outcome, verbose=verbose)


def summary(outcome: Outcome, *, verbose: bool = False) -> str:
    """Return what was checked and what was found in one line, with counts by check."""
    files = len({result.document.path for result in outcome.results})
    checked = f"{_count(outcome.segments, 'segment')} in {_count(files, 'file')}"
    found = [_count(number, severity) for severity, number in outcome.by_severity().items() if number]
    text = f"{checked}: {', '.join(found) or 'nothing found'}"
    if found:
        counts = ", ".join(f"{check} {number}" for check, number in outcome.by_check().items())
        text += f" ({counts})"
    if verbose and outcome.ignored:
        text += f"; {outcome.ignored} ignored by notes"
    return text


def _count(number: int, noun: str) -> str:
    plural = noun if noun == "info" or number == 1 else f"{noun}s"
    return f"{number} {plural}"


def _rows(outcome: Outcome, *, verbose: bool) -> Iterator[tuple[str, str, str, str]]:
    for result in outcome.results:
        for each in result.checked:
            place = on_one_line(f"{result.document.path}:{each.item.unit}")
            found = Counter((finding.severity, finding.check, finding.message) for finding in each.findings)
            if verbose:
                found.update(("ignored", finding.check, finding.message) for finding in each.ignored)
            for (severity, check, message), times in found.items():
                often = f" ({times} times)" if times > 1 else ""
                yield place, severity, check, on_one_line(f"{message}{often}")


def _line(row: Sequence[str], widths: Sequence[int], screen: Screen) -> Iterator[str]:
    cells = [text + " " * (width - cell_len(text) + _GAP) for text, width in zip(row, widths, strict=False)]
    if screen.colours:
        cells[1] = f"\x1b[{_COLOURS[row[1]]}m{row[1]}\x1b[0m{cells[1][len(row[1]) :]}"
    used = sum(widths) + 3 * _GAP
    message = row[3]
    if screen.width is None or used + cell_len(message) <= screen.width:
        yield "".join([*cells, message])
        return
    if screen.width - used >= _NARROW:
        first, *rest = _wrapped(message, screen.width - used)
        yield "".join([*cells, first])
        yield from (" " * used + line for line in rest)
        return
    # Unaligned: the longest place of all need not push every other line over the edge.
    yield f"{row[0]}  {cells[1].rstrip()}  {row[2]}"
    yield from (" " * _INDENT + line for line in _wrapped(message, max(screen.width - _INDENT, 1)))


def _wrapped(text: str, width: int) -> list[str]:
    lines = Text(text).wrap(Console(width=width), width)
    return [line.plain.rstrip() for line in lines] or [""]
