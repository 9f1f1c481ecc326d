"""Which words of a draft stand for a source span that is missing from it.

Three votes: the model's attention, how alike the words look (a mangled name is still like the name), and
position. The words with the best sum are taken; without a clear winner nothing is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from translate.engine import Hypothesis
from translate.protection.locate import Place
from translate.protection.model import Span

_WORD = re.compile(r"[^\s\"«»„“”()\[\],;:!?…]+")
_TRIM = ".'’-–—"

ATTENTION_WEIGHT, LIKENESS_WEIGHT, POSITION_WEIGHT = 0.5, 0.5, 0.15
LIKENESS_ALONE = 0.65
"""Weight of the likeness where the model gives no attention to go by."""
ENOUGH = 0.52
"""Least vote of a winner: full attention, or a good likeness that attention does not contradict."""


def aligned_words(
    hypothesis: Hypothesis,
    span: Span,
    place: Place | None,
    taken: Sequence[Place],
    source_length: int,
    *,
    enough: float = ENOUGH,
) -> tuple[Place, float] | None:
    """Return the range of `hypothesis.text` that stands for `span`, with its likeness, or None.

    `place` is the span's range in the engine's input, `taken` are ranges that other spans hold, `enough` the
    least vote of a winner.
    """
    words = [
        place for place in _words(hypothesis.text) if all(place[1] <= a or place[0] >= b for a, b in taken)
    ]
    focus = hypothesis.focus(*place) if place is not None and hypothesis.attention else []
    trust = LIKENESS_WEIGHT if focus else LIKENESS_ALONE
    middle = (place[0] + place[1]) / 2 / max(source_length, 1) if place is not None else 0.5
    limit = len(span.target.split()) + 1
    best: tuple[float, Place, float] | None = None
    for first in range(len(words)):
        for last in range(first, min(first + limit, len(words))):
            if last > first and words[last][0] - words[last - 1][1] > 2:
                break
            window = (words[first][0], words[last][1])
            text = hypothesis.text[window[0] : window[1]]
            like = likeness(text, span)
            share = _share(focus, words[first : last + 1])
            centre = (window[0] + window[1]) / 2 / max(len(hypothesis.text), 1)
            vote = (
                ATTENTION_WEIGHT * share
                + trust * like
                + POSITION_WEIGHT * (1 - abs(centre - middle))
                - 0.02 * (last - first)
            )
            if best is None or vote > best[0]:
                best = (vote, window, like)
    if best is None or best[0] < enough:
        return None
    return best[1], best[2]


def likeness(text: str, span: Span) -> float:
    """Return how much `text` looks like a form of `span`'s target or like its source, 0 to 1."""
    lowered = text.lower().replace("'", "’")
    forms = span.accepted or frozenset({span.target})
    best = max(fuzz.ratio(lowered, form.lower()) for form in forms)
    return max(best, fuzz.ratio(lowered, span.text.lower())) / 100


def _words(text: str) -> list[Place]:
    places = []
    for match in _WORD.finditer(text):
        word = match.group()
        start = match.start() + len(word) - len(word.lstrip(_TRIM))
        end = match.end() - (len(word) - len(word.rstrip(_TRIM)))
        if start < end:
            places.append((start, end))
    return places


def _share(focus: Sequence[tuple[int, int, float]], words: Sequence[Place]) -> float:
    """Return the least share of attention that one of `words` pays to the span: all must look at it."""
    if not focus:
        return 0.0
    shares = []
    for start, end in words:
        own = [share for a, b, share in focus if a < end and b > start]
        shares.append(sum(own) / len(own) if own else 0.0)
    return min(shares)
