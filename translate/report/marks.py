"""What is marked in a text: findings, terms and figures as stretches that do not overlap, and inline codes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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
    ranges = [(place, kind, number) for place, kind, number in ranges if 0 <= place[0] < place[1]]
    length = len(text.text)
    codes = {min(code.position, length) for code in text.codes}
    edges = sorted(
        {min(edge, length) for place, _, _ in ranges for edge in place}
        | {position for position in codes if ranges}
    )
    found = [
        mark
        for start, end in zip(edges, edges[1:], strict=False)
        if (mark := _mark(start, end, ranges)) is not None
    ]
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


def _mark(start: int, end: int, ranges: Sequence[_Range]) -> Mark | None:
    here = [(kind, number) for place, kind, number in ranges if place[0] <= start and end <= place[1]]
    if not here:
        return None
    kinds = {kind for kind, _ in here}
    worst = next((severity for severity in SEVERITIES if severity in kinds), "")
    others = [kind for kind in ("term", "figure", "lost") if kind in kinds]
    return Mark(
        start,
        end,
        tuple(kind for kind in (worst, *others) if kind),
        tuple(sorted({number for _, number in here if number is not None})),
    )
