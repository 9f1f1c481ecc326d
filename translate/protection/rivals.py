"""How far apart the hypotheses of an n-best list are: a model in doubt gives several different drafts."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Indel


def disagreement(texts: Sequence[str]) -> float | None:
    """Return how much of the best draft, the first, its rivals write otherwise: 0 nothing, 1 everything.

    The mean of the normalised insertion and deletion distances in characters; None without rivals.
    """
    best, *rivals = texts or ("",)
    if not rivals:
        return None
    return sum(Indel.normalized_distance(best, rival) for rival in rivals) / len(rivals)
