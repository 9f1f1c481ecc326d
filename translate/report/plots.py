"""Plots as geometry: bars and columns in the units of an SVG `viewBox`, each with its text alternative."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 400
_ROW, _BAR = 22, 14
_LABEL, _NUMBER = 132, 44
_HEIGHT, _TOP, _BOTTOM = 150, 16, 20


@dataclass(frozen=True, slots=True)
class Row:
    """What is plotted: a name, a number, and the kind of it that decides the colour."""

    label: str
    value: int
    kind: str


@dataclass(frozen=True, slots=True)
class Shape:
    """A bar with where its label and its number are written."""

    row: Row
    x: float
    y: float
    width: float
    height: float
    label: tuple[float, float]
    number: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot; `text` says in words what it shows. `upright` are columns, their labels below them."""

    title: str
    text: str
    height: float
    upright: bool
    shapes: tuple[Shape, ...]


def bars(title: str, noun: str, rows: Sequence[Row]) -> Plot:
    """Return one horizontal bar a row, the longest as wide as there is room."""
    most = max(row.value for row in rows)
    room = WIDTH - _LABEL - _NUMBER
    shapes = []
    for index, row in enumerate(rows):
        width = _scaled(row.value, most, room)
        middle = index * _ROW + _ROW / 2
        shapes.append(
            Shape(
                row,
                _LABEL,
                middle - _BAR / 2,
                width,
                _BAR,
                (_LABEL - 8, middle + 4),
                (_LABEL + width + 6, middle + 4),
            )
        )
    return Plot(title, _said(title, noun, rows), len(rows) * _ROW, False, tuple(shapes))


def columns(title: str, noun: str, rows: Sequence[Row]) -> Plot:
    """Return one column a row, as in a histogram."""
    most = max(row.value for row in rows)
    step = WIDTH / len(rows)
    room = _HEIGHT - _TOP - _BOTTOM
    shapes = []
    for index, row in enumerate(rows):
        height = _scaled(row.value, most, room)
        middle = (index + 0.5) * step
        top = _HEIGHT - _BOTTOM - height
        shapes.append(
            Shape(
                row,
                round(index * step + 2, 1),
                round(top, 1),
                round(step - 4, 1),
                height,
                (middle, _HEIGHT - 5),
                (middle, round(top - 4, 1)),
            )
        )
    return Plot(title, _said(title, noun, rows), _HEIGHT, True, tuple(shapes))


def _scaled(value: int, most: int, room: float) -> float:
    """Return a length; what is not nothing can be seen."""
    return max(round(value / most * room, 1), 1.5) if value else 0


def _said(title: str, noun: str, rows: Sequence[Row]) -> str:
    return f"{title}, in {noun}: {', '.join(f'{row.label} {row.value}' for row in rows)}"
