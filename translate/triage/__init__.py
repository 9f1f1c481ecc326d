"""How far a draft can be trusted, and in which order a reviewer should look at drafts."""

from translate.triage.features import Features, measure
from translate.triage.review import Triaged, review_list, rows
from translate.triage.score import Band, Confidence, confidence, confidence_of_match

__all__ = [
    "Band",
    "Confidence",
    "Features",
    "Triaged",
    "confidence",
    "confidence_of_match",
    "measure",
    "review_list",
    "rows",
]
