"""What is marked in a text: findings, terms, figures as stretches that do not overlap, and inline codes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from translate.checks import Place
from translate.inline import Text
from translate.report.model import SEVERITIES, UnitReport

Side = Literal["source", "target"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of a text, in characters.

    `kinds` are the worst severity of the findings here, "term" or "figure" ("lost" too if it is not in the
    target); or "code" alone, where start is end and `shown` is the inline code. `findings` count from 0.
    """

    start: int
    end: int
    kinds: tuple[str, ...]
    findings: tuple[int, ...] = ()
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text as it is drawn: plain when it has no `mark`."""

    text: str
    mark: Mark | None = None


def marks(unit: UnitReport, side: Side) -> tuple[Mark, ...]:
    """Return what is marked in a text of a unit, in its order; places outside of the text are left out."""
    text = unit.source if side == "source" else unit.target
    ranges = [*_findings(unit, side), *_terms(unit, side), *_figures(unit, side)]
    length = len(text.text)
    codes = {min(code.position, length) for code in text.codes}
    found = list(_stretches([each for each in ranges if 0 <= each[0][0] < each[0][1] <= length], codes))
    found += [
        Mark(min(code.position, length), min(code.position, length), ("code",), shown=code.shown or "·")
        for code in text.codes
    ]
    # An empty stretch stands before the one that begins where it is; the codes keep their order.
    return tuple(sorted(found, key=lambda mark: (mark.start, mark.end)))


def pieces(text: Text, marked: Sequence[Mark], limit: int) -> list[Piece]:
    """Cut the first `limit` characters of a text at its marks."""
    drawn: list[Piece] = []
    done = 0
    for mark in marked:
        if mark.start > limit:
            break
        if done < mark.start:
            drawn.append(Piece(text.text[done : mark.start]))
        drawn.append(Piece(mark.shown or text.text[mark.start : min(mark.end, limit)], mark))
        done = max(done, mark.end)
    if done < min(limit, len(text.text)):
        drawn.append(Piece(text.text[done:limit]))
    return drawn


_Range = tuple[Place, str, int | None]


def _findings(unit: UnitReport, side: Side) -> list[_Range]:
    places = [finding.source if side == "source" else finding.target for finding in unit.findings]
    return [
        (place, finding.severity, number)
        for number, (finding, place) in enumerate(zip(unit.findings, places, strict=True))
        if place is not None
    ]


def _terms(unit: UnitReport, side: Side) -> list[_Range]:
    if side == "target":
        return [(term.found, "term", None) for term in unit.terms if term.found is not None]
    found: list[_Range] = [(term.place, "term", None) for term in unit.terms]
    return found + [(term.place, "lost", None) for term in unit.terms if term.found is None]


def _figures(unit: UnitReport, side: Side) -> list[_Range]:
    if side == "target":
        return [(figure.found, "figure", None) for figure in unit.figures if figure.found is not None]
    found: list[_Range] = [(figure.place, "figure", None) for figure in unit.figures]
    return found + [(figure.place, "lost", None) for figure in unit.figures if not figure.settled]


def _stretches(ranges: Sequence[_Range], cuts: Set[int]) -> Iterator[Mark]:
    """Yield the stretches between two edges that at least one range covers, cut where the codes stand."""
    waiting = sorted(ranges, key=lambda each: each[0], reverse=True)
    here: list[_Range] = []
    for start, end in pairwise(sorted({edge for place, _, _ in ranges for edge in place} | cuts)):
        here = [each for each in here if each[0][1] > start]
        while waiting and waiting[-1][0][0] <= start:
            here.append(waiting.pop())
        if here:
            yield _mark(start, end, here)


def _mark(start: int, end: int, here: Sequence[_Range]) -> Mark:
    kinds = {kind for _, kind, _ in here}
    worst = next((severity for severity in SEVERITIES if severity in kinds), "")
    others = [kind for kind in ("term", "figure", "lost") if kind in kinds]
    return Mark(
        start,
        end,
        tuple(kind for kind in (worst, *others) if kind),
        tuple(sorted({number for _, _, number in here if number is not None})),
    )
