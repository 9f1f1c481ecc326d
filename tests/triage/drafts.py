"""Drafts with a word alignment, as an engine with attention gives them."""

from __future__ import annotations

from collections.abc import Sequence

from translate.checks import Finding
from translate.engine import Hypothesis
from translate.protection import Settled

SOURCE = "The library opened in Kharkiv on Monday."
TARGET = "Бібліотека відкрилася в Харкові в понеділок."


def settled(
    target: str = TARGET,
    *,
    probability: float = -0.6,
    pieces: int = 15,
    attention: Sequence[Sequence[float]] | None = None,
    disagreement: float | None = 0.06,
    complete: bool = True,
) -> Settled:
    """Return a draft of `pieces` tokens; without `attention` each looks at a source token of its own."""
    if attention is None:
        attention = [[float(s == t) for s in range(pieces)] for t in range(pieces)]
    step = max(len(target) // max(pieces, 1), 1)
    ranges = tuple((i * step, (i + 1) * step) for i in range(pieces))
    hypothesis = Hypothesis(target, probability, ranges, ranges, tuple(attention))
    return Settled(target, (), probability, draft=hypothesis, complete=complete, disagreement=disagreement)


def findings(severities: Sequence[str]) -> list[Finding]:
    """Return a finding of each severity."""
    return [Finding("figures", severity, f"{severity} found") for severity in severities]
