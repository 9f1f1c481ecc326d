"""What the rest of the tool knows of a translation engine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One translation of one input text.

    `score` is the mean log-probability per target token (higher is better, 0 the best).
    `source_pieces` and `target_pieces` are the (start, end) character ranges of the tokens in the input text
    and in `text`; `attention[t][s]` is the weight of source piece s for target piece t, rows summing to
    about 1. All three are empty when the model gives no attention, and for very long texts.
    `complete` is False when the model never ended a part of the text: there the draft repeats the input, for
    the reviewer to see, rather than a loop or a draft cut off.
    """

    text: str
    score: float
    source_pieces: tuple[tuple[int, int], ...] = ()
    target_pieces: tuple[tuple[int, int], ...] = ()
    attention: tuple[Sequence[float], ...] = ()
    complete: bool = True

    def focus(self, start: int, end: int) -> list[tuple[int, int, float]]:
        """Return (start, end, share) per target piece: the share of its attention on input[start:end]."""
        inside = [i for i, (a, b) in enumerate(self.source_pieces) if a < end and b > start]
        return [
            (a, b, sum(row[i] for i in inside))
            for (a, b), row in zip(self.target_pieces, self.attention, strict=True)
        ]


class Engine(Protocol):
    """Something that drafts: an Argos package, a pivot of two, or a dictionary in a test."""

    @property
    def annotation(self) -> tuple[str, str, str] | None:
        """The marks (open, separator, close) of annotated input, or None when the model reads none."""

    @property
    def signature(self) -> str:
        """Name, version and SHA-256 of what drafts, e.g. `argos en_uk 0.1 sha256:12ab…`."""

    def draft(
        self,
        texts: Sequence[str],
        *,
        hypotheses: int = 1,
        part_tokens: int | None = None,
        avoid: Sequence[Sequence[str]] | None = None,
        progress: Callable[[int], None] | None = None,
    ) -> list[list[Hypothesis]]:
        """Translate each text; the n-best list of each, best first, one to `hypotheses` long.

        A text of more than `part_tokens` tokens is drafted in parts. `avoid` names, for each text, words
        that must not stand in its draft; an engine that cannot suppress them drafts as usual. `progress`
        gets the number of texts done so far, never falling, `len(texts)` at the end.
        """
