"""What a run leaves beside its drafts: the report, and the list of what to review first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from translate.batch import Result
    from translate.checking.model import Rules
    from translate.preparation import Preparation
    from translate.report import Report
    from translate.triage import Row

REPORT = "report.html"
REVIEW = "review.tsv"
MOST_SEGMENTS = 10_000
"""Segments of the largest report that a run writes: more is for `translate report` on a part of them."""
MOST_LISTED = 100_000
"""Segments of the largest list: its rows are sorted in memory, and the checks take a few minutes."""


def write(
    results: Sequence[Result], out: Path, preparation: Preparation, *, page: bool, worst_first: bool
) -> list[str]:
    """Write the report on the drafts of a run (`page`) and the list of what to review first; what to tell.

    What is there already stays when the run has drafted nothing and no draft is newer. Of more than
    `MOST_SEGMENTS` the list alone is written, of more than `MOST_LISTED` neither. Raises OutputError when one
    of them cannot be written.
    """
    from translate.checking.model import Rules
    from translate.files import write_atomically
    from translate.report import render

    done = [result for result in results if result.status != "failed"]
    if not done:
        return []
    told: list[str] = []
    wanted = [("report", out / REPORT)] * page + [("worst first", out / REVIEW)] * worst_first
    for title, path in wanted:
        if _is_current(path, done):
            told.append(f"{title}: {path} (unchanged)")
            page, worst_first = page and path.name != REPORT, worst_first and path.name != REVIEW
    segments = sum(result.segments for result in done)
    if page and segments > MOST_SEGMENTS:
        told.append(f"{segments:,} segments are too many for one report; see `translate report --help`")
        page = False
    if worst_first and segments > MOST_LISTED:
        told.append(f"{segments:,} segments are too many for one list of what to review first")
        worst_first = False
    if not (page or worst_first):
        return told
    settings = preparation.settings
    rules = Rules(settings.disabled, dict(settings.severities), "info")
    reports = _reports(done, preparation, rules)
    if page:
        # So few segments are one report, which the list is made of too.
        reports = iter([report := next(reports)])
        write_atomically(out / REPORT, render(report).encode())
        told.append(f"report: {out / REPORT}")
    if worst_first:
        write_atomically(out / REVIEW, _review_list(reports, out).encode("utf-8-sig"))
        told.append(f"worst first: {out / REVIEW}")
    return told


def _is_current(path: Path, done: Sequence[Result]) -> bool:
    """Say whether a file has been written after every draft, so that it would say the same again."""
    if any(result.status == "drafted" for result in done):
        return False
    try:
        written = path.stat().st_mtime_ns
        return all(result.output.stat().st_mtime_ns <= written for result in done)
    except OSError:
        return False


def _reports(done: Sequence[Result], preparation: Preparation, rules: Rules) -> Iterator[Report]:
    """Yield reports on the drafts in their order, each on `MOST_SEGMENTS` at most or on one article."""
    from translate import clock
    from translate.report import build

    part: list[Path] = []
    segments = 0
    parts = [part]
    for result in done:
        if part and segments + result.segments > MOST_SEGMENTS:
            part, segments = [], 0
            parts.append(part)
        part.append(result.output)
        segments += result.segments
    source = preparation.settings.source
    for files in parts:
        yield build(files, lambda _pair: preparation, rules, clock.now(), source=source, most=MOST_LISTED)


def _review_list(reports: Iterator[Report], out: Path) -> str:
    """Return the list of the units that nobody has reviewed yet."""
    from translate.triage import review_list

    return review_list(row for report in reports for row in _rows(report, out))


def _rows(report: Report, out: Path) -> Iterator[Row]:
    from translate.triage import Confidence, Triaged, article_rows

    unknown = Confidence(50, "medium")
    for article in report.articles:
        units = [
            Triaged(unit.id, unit.source.text, unit.target.text, unit.confidence or unknown, unit.findings)
            for unit in article.units
            if unit.state != "reviewed"
        ]
        yield from article_rows(Path(article.file), article.name, units, out)
