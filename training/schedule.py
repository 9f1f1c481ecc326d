"""When a run ends and how fast it learns on the way: pure functions of the step and of the time spent."""

from __future__ import annotations

from dataclasses import dataclass

from training.errors import TrainingError

MAIN, FINAL = 0, 1
"""The phases of a run: the second begins with the decay and may have a mixture of its own."""


@dataclass(frozen=True, slots=True)
class Budget:
    """What a run may take in all its slices together: `seconds` of training, `steps`, or both."""

    seconds: float | None = None
    steps: int | None = None

    def __post_init__(self) -> None:
        if not any(limit is not None for limit in (self.seconds, self.steps)):
            raise TrainingError("a run without end", hint="Give --seconds or --steps")
        if any(limit is not None and limit <= 0 for limit in (self.seconds, self.steps)):
            raise TrainingError("nothing to spend", hint="Give positive --seconds or --steps")

    def progress(self, step: int, elapsed: float) -> float:
        """Return what share of the budget is spent after `step` steps and `elapsed` seconds, 0 to 1."""
        shares = [
            spent / limit
            for spent, limit in ((elapsed, self.seconds), (float(step), self.steps))
            if limit is not None
        ]
        return min(1.0, max(shares))


@dataclass(frozen=True, slots=True)
class Schedule:
    """The learning rate: up over `warmup` steps to `peak`, level, down to nothing over the last `decay`."""

    peak: float = 2e-3
    warmup: int = 400
    decay: float = 0.25

    def rate(self, step: int, progress: float) -> float:
        """Return the rate for the step after `step` steps.

        >>> schedule = Schedule(peak=1.0, warmup=10, decay=0.25)
        >>> [schedule.rate(step, progress) for step, progress in ((4, 0.0), (50, 0.5), (90, 0.875))]
        [0.5, 1.0, 0.5]
        """
        rising = min(1.0, (step + 1) / max(self.warmup, 1))
        falling = min(1.0, (1.0 - progress) / self.decay) if self.decay else 1.0
        return self.peak * rising * max(falling, 0.0)

    def phase(self, progress: float) -> int:
        """Return MAIN or, once the rate falls, FINAL."""
        return FINAL if self.decay and progress >= 1.0 - self.decay else MAIN


def averaging(step: int, longest: float = 0.999) -> float:
    """Return the share of the old average that stays at this step; young averages forget faster.

    >>> averaging(0), averaging(90), averaging(10**6)
    (0.1, 0.5263157894736842, 0.999)
    """
    return min(longest, (step + 10) / (step + 100))
