"""The score of a draft: examples with their scores, and the laws that any calibration must keep."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.triage.drafts import SOURCE, TARGET, findings, settled
from translate.checks import Finding
from translate.protection import Outcome, Settled
from translate.protection.model import Span
from translate.triage import Confidence, confidence_of_match, measure
from translate.triage import confidence as confidence_of_draft
from translate.triage.model import HIGH

SEVERITIES = st.lists(st.sampled_from(["error", "warning", "info"]), max_size=12)
DRAFTS = st.builds(
    settled,
    st.text(max_size=60),
    probability=st.floats(-50, 0),
    pieces=st.integers(0, 12),
    disagreement=st.none() | st.floats(0, 1),
    complete=st.booleans(),
)


def confidence(source: str, draft: Settled, found: Sequence[Finding]) -> Confidence:
    return confidence_of_draft(
        source, draft.target, measure(source, draft), draft.outcomes, found, complete=draft.complete
    )


EXAMPLES: list[tuple[str, Settled, list[str], Confidence]] = [
    ("sure", settled(probability=-0.3, pieces=11), [], Confidence(99, "high")),
    ("usual", settled(probability=-0.7), [], Confidence(78, "high")),
    ("spelt out of small pieces", settled(probability=-0.7, pieces=30), [], Confidence(28, "medium")),
    ("unsure", settled(probability=-1.1), [], Confidence(10, "low")),
    ("far too short", settled("Бібліотека.", pieces=4), [], Confidence(5, "low")),
    ("rivals far apart", settled(probability=-0.7, disagreement=0.5), [], Confidence(27, "medium")),
    ("sure, one warning", settled(probability=-0.3, pieces=11), ["warning"], Confidence(95, "high")),
    ("sure, one error", settled(probability=-0.3, pieces=11), ["error"], Confidence(64, "medium")),
    ("sure, infos only", settled(probability=-0.3, pieces=11), ["info"] * 9, Confidence(99, "high")),
    ("never ended", settled(probability=-0.3, complete=False), [], Confidence(24, "low")),
    ("empty", settled("", pieces=0), ["error"], Confidence(0, "low")),
    ("without attention and rivals", Settled(TARGET, (), 0.0), [], Confidence(68, "high")),
]


@pytest.mark.parametrize(("name", "draft", "found", "expected"), EXAMPLES, ids=[row[0] for row in EXAMPLES])
def test_score_of_an_example_is_as_calibrated(
    name: str, draft: Settled, found: list[str], expected: Confidence
) -> None:
    assert confidence(SOURCE, draft, findings(found)) == expected, name


def test_score_when_a_span_is_flagged_falls_by_four_points() -> None:
    name = Span(0, 3, "term", "The", "")
    plain = settled(probability=-0.7)
    flagged = Settled(
        plain.target,
        (
            Outcome(name, "flagged", "not found in the draft"),
            Outcome(name, "proposed"),
            Outcome(name, "parts"),
        ),
        plain.score,
        draft=plain.draft,
        disagreement=plain.disagreement,
    )
    assert confidence(SOURCE, plain, ()).score - confidence(SOURCE, flagged, ()).score == 4


@given(st.text(max_size=80), DRAFTS, SEVERITIES)
def test_score_is_within_0_and_100_and_always_the_same(source: str, draft: Settled, found: list[str]) -> None:
    own = confidence(source, draft, findings(found))
    assert 0 <= own.score <= 100
    assert own == confidence(source, draft, findings(found))
    assert own == confidence(source, draft, findings(found[::-1]))


@given(DRAFTS, SEVERITIES, SEVERITIES)
def test_more_findings_never_raise_a_score(draft: Settled, some: list[str], more: list[str]) -> None:
    ways: list[Callable[[list[str]], Confidence]] = [
        lambda found: confidence(SOURCE, draft, findings(found)),
        lambda found: confidence_of_match("fuzzy", 88, findings(found)),
    ]
    for way in ways:
        assert way(some + more).score <= way(some).score


@given(st.floats(-4, 0), st.floats(-4, 0), st.floats(0, 1), st.floats(0, 1))
def test_a_draft_less_probable_with_rivals_farther_apart_never_scores_higher(
    p: float, q: float, a: float, b: float
) -> None:
    better = settled(probability=max(p, q), disagreement=min(a, b))
    worse = settled(probability=min(p, q), disagreement=max(a, b))
    assert confidence(SOURCE, worse, ()).score <= confidence(SOURCE, better, ()).score


@given(DRAFTS, SEVERITIES)
def test_a_draft_with_an_error_is_never_high(draft: Settled, found: list[str]) -> None:
    own = confidence(SOURCE, draft, findings([*found, "error"]))
    assert own.band != "high"
    assert own.score < HIGH


@pytest.mark.parametrize(
    ("kind", "percentage", "found", "expected"),
    [
        ("context", 100, [], Confidence(100, "high")),
        ("exact", 100, [], Confidence(100, "high")),
        ("exact", 100, ["warning"], Confidence(96, "high")),
        ("exact", 100, ["error"], Confidence(64, "medium")),
        ("fuzzy", 99, [], Confidence(98, "high")),
        ("fuzzy", 83, [], Confidence(66, "high")),
        ("fuzzy", 82, [], Confidence(64, "medium")),
        ("fuzzy", 75, [], Confidence(50, "medium")),
        ("fuzzy", 75, ["error", "error"], Confidence(20, "low")),
        ("fuzzy", 40, [], Confidence(0, "low")),
    ],
)
def test_score_of_a_match_follows_its_percentage(
    kind: str, percentage: int, found: list[str], expected: Confidence
) -> None:
    assert confidence_of_match(kind, percentage, findings(found)) == expected
