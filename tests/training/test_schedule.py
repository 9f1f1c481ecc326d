"""Budgets, rates and averages: arithmetic that needs no torch."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.errors import TrainingError
from training.schedule import FINAL, MAIN, Budget, Schedule, averaging


@pytest.mark.parametrize(
    ("budget", "step", "elapsed", "progress"),
    [
        (Budget(seconds=100), 7, 25.0, 0.25),
        (Budget(steps=40), 10, 1e6, 0.25),
        (Budget(seconds=100, steps=40), 30, 10.0, 0.75),
        (Budget(seconds=100, steps=40), 4, 90.0, 0.9),
        (Budget(steps=40), 50, 0.0, 1.0),
    ],
)
def test_progress_is_the_share_that_is_spent_of_the_scarcer(
    budget: Budget, step: int, elapsed: float, progress: float
) -> None:
    assert budget.progress(step, elapsed) == progress


@pytest.mark.parametrize(("seconds", "steps"), [(None, None), (0.0, None), (None, -1)])
def test_budget_when_it_has_no_end_or_no_room_then_it_is_refused(
    seconds: float | None, steps: int | None
) -> None:
    with pytest.raises(TrainingError, match="--seconds"):
        Budget(seconds, steps)


@pytest.mark.parametrize(
    ("step", "progress", "rate"),
    [(0, 0.0, 0.01), (49, 0.1, 0.5), (99, 0.2, 1.0), (5000, 0.75, 1.0), (6000, 0.9, 0.4), (7000, 1.0, 0.0)],
)
def test_rate_warms_up_stays_and_decays(step: int, progress: float, rate: float) -> None:
    assert Schedule(peak=1.0, warmup=100, decay=0.25).rate(step, progress) == pytest.approx(rate)


def test_rate_without_warmup_and_decay_is_the_peak() -> None:
    assert Schedule(peak=0.5, warmup=0, decay=0.0).rate(0, 0.999) == 0.5


@pytest.mark.parametrize(("progress", "phase"), [(0.0, MAIN), (0.749, MAIN), (0.75, FINAL), (1.0, FINAL)])
def test_phase_changes_where_the_decay_begins(progress: float, phase: int) -> None:
    assert Schedule(decay=0.25).phase(progress) == phase


@given(st.integers(0, 10**7), st.floats(0, 1))
def test_rate_is_never_above_the_peak_nor_below_nothing(step: int, progress: float) -> None:
    assert 0.0 <= Schedule(peak=3.0).rate(step, progress) <= 3.0


@given(st.integers(0, 10**7))
def test_averages_forget_more_slowly_with_age(step: int) -> None:
    assert 0.1 <= averaging(step) <= averaging(step + 1) <= 0.999
