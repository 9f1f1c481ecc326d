"""A score from 0 to 100 for every draft, and its band.

The score of a machine draft is about the percentage of drafts that are expected to be worse, less what the
checks found. It says which draft to look at first, never that one may be published unread.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from typing import Literal

from translate.checks.model import Finding
from translate.protection.model import Outcome
from translate.triage.features import Features, length
from translate.triage.model import HIGH, MEDIUM, TYPICAL, WEIGHTS

Band = Literal["high", "medium", "low"]

# Points that a finding takes, and how many of a kind count: a wrong figure hardly moves chrF, but it is what
# a reviewer must see. These are set, not fitted.
_POINTS = {"error": 15, "warning": 4}
_POINTS_FLAGGED = 4
_MOST = 5

# The logistic curve with this factor is within 0.01 of the normal distribution.
_LOGISTIC = 1.702
_FARTHEST = 5.0


@dataclass(frozen=True, slots=True)
class Confidence:
    """How far a draft can be trusted: a score from 0 to 100 and its band."""

    score: int
    band: Band


def confidence(
    source: str,
    target: str,
    features: Features,
    outcomes: Sequence[Outcome],
    findings: Sequence[Finding],
    *,
    complete: bool = True,
) -> Confidence:
    """Return the confidence in a machine draft `target` of `source`.

    `features` are those of the draft as the engine gave it, of which the length is measured anew; `outcomes`
    say what became of its names and figures, `findings` what the checks found in it. An error keeps a draft
    out of the band "high"; one that the model did not finish (not `complete`) is "low", and an empty one has
    the score 0.
    """
    if source.strip() and not target.strip():
        return _confidence(0)
    flagged = sum(1 for outcome in outcomes if outcome.how == "flagged")
    place = _place(features._replace(length=length(source, target)))
    score = place - _POINTS_FLAGGED * min(flagged, _MOST)
    return _confidence(_less(score if complete else min(score, MEDIUM - 1), findings))


def confidence_of_match(kind: str, percentage: int, findings: Sequence[Finding]) -> Confidence:
    """Return the confidence in a target from a translation memory: `kind` is "context", "exact" or "fuzzy".

    A match in context and an exact one have 100; a fuzzy one has 100 less two points for each per cent that
    its source differs, so that it is "high" from about 83 per cent on. Findings count as in a machine draft.
    """
    score = 100 if kind in ("context", "exact") else 2 * percentage - 100
    return _confidence(_less(score, findings))


def _place(features: Features) -> int:
    """Return the percentage of drafts that are expected to be worse; 100 is for what people wrote."""
    expected = sum(
        weight * (value - typical)
        for value, typical, weight in zip(features, TYPICAL, WEIGHTS, strict=True)
        if value is not None and typical is not None and weight is not None
    )
    expected = max(min(expected, _FARTHEST), -_FARTHEST)
    return min(round(100 / (1 + exp(-_LOGISTIC * expected))), 99)


def _less(score: int, findings: Sequence[Finding]) -> int:
    for severity, points in _POINTS.items():
        count = sum(1 for finding in findings if finding.severity == severity)
        score -= points * min(count, _MOST)
        if severity == "error" and count:
            score = min(score, HIGH - 1)
    return score


def _confidence(score: int) -> Confidence:
    score = max(min(score, 100), 0)
    return Confidence(score, "high" if score >= HIGH else "medium" if score >= MEDIUM else "low")
