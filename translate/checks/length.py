"""Is the target about as long as it should be?"""

from __future__ import annotations

from collections.abc import Iterator

from translate.checks.model import Draft, Fault
from translate.checks.registry import register

# Characters of the target per character of the source. Ukrainian: 2 of the 997 English–Ukrainian references
# of FLORES-200 dev lie outside. Chinese, Japanese and Korean write a word in one to three characters.
_BOUNDS = {"uk": (0.6, 1.6), "zh": (0.1, 1.0), "ja": (0.1, 1.2), "ko": (0.2, 1.2)}
_OTHERS = (0.5, 2.0)
# A headline of three words may well double: fewer characters than this, more or less, mean nothing.
_FLOOR = 20


@register("length", "warning")
def length(draft: Draft) -> Iterator[Fault]:
    """The target is much longer or shorter than its source, so something may be missing or repeated.

    For Ukrainian, below 0.6 or above 1.6 times the source; a difference of up to 20 characters is never one.
    """
    source, target = len(draft.source.strip()), len(draft.target.strip())
    low, high = _BOUNDS.get(draft.target_language.partition("-")[0], _OTHERS)
    if not source or abs(target - source) <= _FLOOR:
        return
    ratio = target / source
    if not low <= ratio <= high:
        size = "long" if ratio > high else "short"
        yield Fault(f"target is too {size}: {ratio:.2f} times the source; {low:g} to {high:g} is usual")
