"""What the model gives away about its draft: five figures, each the higher the better."""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import NamedTuple

from translate.protection.model import Settled

# Beyond these a figure says no more; they keep one odd figure from deciding alone.
_LEAST_PROBABLE = -3.0
_LONGEST_TOKENS = 4.0
_SHORTEST = -0.7

# In a headline of three words a difference of a few letters is nothing: both lengths count as so much longer.
_FREE_LENGTH = 10

# A source token from which this many target tokens were drawn has been translated once.
_TRANSLATED_ONCE = 1.5


class Features(NamedTuple):
    """The figures of one draft; None for what its engine does not give.

    `probability` is the mean log-probability per token, `tokens` the mean length of a target token in
    characters (a model that spells a word out of small pieces does not know it), `length` the logarithm of
    the target's length over the source's, 0 when the target is no shorter, `coverage` the attention that
    source tokens got beyond their share, as a mean and negative (what is looked at twice is said twice, and
    something else is left out), `agreement` the disagreement of the n-best list, negative.
    """

    probability: float | None
    tokens: float | None
    length: float
    coverage: float | None
    agreement: float | None


def measure(source: str, settled: Settled) -> Features:
    """Return the figures of a draft of `source`."""
    draft = settled.draft
    pieces = len(draft.target_pieces) if draft is not None else 0
    return Features(
        max(settled.score, _LEAST_PROBABLE) if draft is not None else None,
        min(len(draft.text) / pieces, _LONGEST_TOKENS) if draft is not None and pieces else None,
        length(source, settled.target),
        _coverage(draft.attention) if draft is not None else None,
        None if settled.disagreement is None else -settled.disagreement,
    )


def length(source: str, target: str) -> float:
    """Return the figure `length` of a target."""
    ratio = (len(target) + _FREE_LENGTH) / (len(source) + _FREE_LENGTH)
    return max(min(log(ratio), 0.0), _SHORTEST)


def _coverage(attention: Sequence[Sequence[float]]) -> float | None:
    received = list(map(sum, zip(*attention, strict=True)))
    if not received:
        return None
    beyond = sum(total - _TRANSLATED_ONCE for total in received if total > _TRANSLATED_ONCE)
    return -beyond / len(received)
