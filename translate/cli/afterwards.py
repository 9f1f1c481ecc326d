"""What a run leaves beside its drafts: the report, and the list of what to review first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from translate.batch import Result
    from translate.preparation import Preparation
    from translate.report import Report

REPORT = "report.html"
REVIEW = "review.tsv"
MOST_SEGMENTS = 10_000
"""Segments of the largest report that a run writes: more is for `translate report` on a part of them."""


def write(
    results: Sequence[Result], out: Path, preparation: Preparation, *, page: bool, worst_first: bool
) -> list[str]:
    """Write the report on the drafts of a run (`page`) and the list of what to review first; what to tell.

    Raises OutputError when one of them cannot be written.
    """
    from translate import clock
    from translate.checking.model import Rules
    from translate.files import write_atomically
    from translate.report import build, render

    files = [result.output for result in results if result.status != "failed"]
    if not files:
        return []
    segments = sum(result.segments for result in results)
    if segments > MOST_SEGMENTS:
        return [f"{segments:,} segments are too many for one report; see `translate report --help`"]
    settings = preparation.settings
    rules = Rules(settings.disabled, dict(settings.severities), "info")
    report = build(files, lambda _pair: preparation, rules, clock.now(), source=settings.source)
    written: list[str] = []
    if page:
        write_atomically(out / REPORT, render(report).encode())
        written.append(f"report: {out / REPORT}")
    if worst_first:
        write_atomically(out / REVIEW, _review_list(report, out).encode("utf-8-sig"))
        written.append(f"worst first: {out / REVIEW}")
    return written


def _review_list(report: Report, out: Path) -> str:
    """Return the list of the units that nobody has reviewed yet."""
    from translate.triage import Confidence, Triaged, article_rows, review_list

    unknown = Confidence(50, "medium")
    return review_list(
        row
        for article in report.articles
        for row in article_rows(
            Path(article.file),
            article.name,
            [
                Triaged(
                    unit.id, unit.source.text, unit.target.text, unit.confidence or unknown, unit.findings
                )
                for unit in article.units
                if unit.state != "reviewed"
            ],
            out,
        )
    )
