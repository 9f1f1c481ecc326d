"""How far a draft can be trusted, and in which order a reviewer should look at drafts."""

from translate.triage.features import Features, measure
from translate.triage.review import Row, Triaged, article_rows, review_list
from translate.triage.score import Band, Confidence, confidence, confidence_of_match

__all__ = [
    "Band",
    "Confidence",
    "Features",
    "Row",
    "Triaged",
    "article_rows",
    "confidence",
    "confidence_of_match",
    "measure",
    "review_list",
]
