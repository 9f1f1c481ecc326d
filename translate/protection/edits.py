"""Changes to a draft that keep its word alignment valid."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from translate.engine import Hypothesis

Edit = tuple[int, int, str]


def apply(hypothesis: Hypothesis, edits: Iterable[Edit]) -> Hypothesis:
    """Replace `text[start:end]` by the new text for each (start, end, new), none overlapping another.

    The target pieces move along; a piece that an edit touches takes the whole range of the new text.
    """
    for start, end, new in sorted(edits, reverse=True):
        shift = len(new) - (end - start)
        pieces = tuple(_moved(piece, start, end, shift) for piece in hypothesis.target_pieces)
        text = hypothesis.text[:start] + new + hypothesis.text[end:]
        hypothesis = replace(hypothesis, text=text, target_pieces=pieces)
    return hypothesis


def _moved(piece: tuple[int, int], start: int, end: int, shift: int) -> tuple[int, int]:
    if piece[1] <= start:
        return piece
    if piece[0] >= end:
        return piece[0] + shift, piece[1] + shift
    return min(piece[0], start), max(piece[1], end) + shift
