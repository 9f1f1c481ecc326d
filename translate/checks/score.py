"""Was the model unsure of its draft?"""

from __future__ import annotations

from collections.abc import Iterator

from translate.checks.model import Draft, Fault
from translate.checks.registry import register

LEAST = -0.85
"""Mean log-probability per token below which one draft in twenty of the embedded model lies.

Measured on 300 sentences of FLORES-200 dev (median -0.66, lowest twentieth -0.86) and on the sample articles
(median -0.47, lowest twentieth -0.80).
"""


@register("score", "info")
def score(draft: Draft) -> Iterator[Fault]:
    """The model gave its own draft a low score, lower than nineteen of twenty drafts get.

    The score is the mean log-probability per token; only machine drafts have one.
    """
    if draft.score is not None and draft.score < LEAST:
        yield Fault(f"low model score: {draft.score:.2f}; at least {LEAST:.2f} was expected")
