"""The one note of a unit: its terms and figures, then what the reviewer must look at."""

from __future__ import annotations

from collections.abc import Sequence

from translate.checks import Finding
from translate.protection import Outcome
from translate.triage import Confidence


def unit_note(
    outcomes: Sequence[Outcome],
    findings: Sequence[Finding],
    doubts: Sequence[str],
    confidence: Confidence,
    *,
    memory: str = "",
) -> str:
    """Return the text of a unit's note, one subject a line.

    A CAT tool shows one note at most, and the reviewer reads it at a glance: each term once, with the
    glossary's own note where it has one.
    """
    lines = [f"Memory: {memory}"] if memory else []
    terms = dict.fromkeys(_term(outcome) for outcome in outcomes if outcome.span.term is not None)
    if terms:
        lines.append(f"Terms: {'; '.join(terms)}")
    figures = dict.fromkeys(
        f"{outcome.span.text} = {outcome.span.target}"
        for outcome in outcomes
        if outcome.span.figure is not None
    )
    if figures:
        lines.append(f"Figures: {'; '.join(figures)}")
    lines += [f"Check: {text}" for text in [finding.message for finding in findings] + list(doubts)]
    lines.append(f"Confidence: {confidence.band} ({confidence.score})")
    return "\n".join(lines)


def _term(outcome: Outcome) -> str:
    term = outcome.span.term
    assert term is not None, "only terms are listed here"
    note = f" ({term.note})" if term.note else ""
    return f"{outcome.span.text} = {term.target}{note}"
