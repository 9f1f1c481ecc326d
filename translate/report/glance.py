"""The batch at a glance: what is counted over all units, and the plots of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from translate.report.model import SEVERITIES, ArticleReport, Report, UnitReport
from translate.report.plots import Plot, Row, bars, columns

_BANDS = (("95–99 %", 95), ("85–94 %", 85), ("75–84 %", 75), ("below 75 %", 0))
_MEMORY = ("context", "exact", "fuzzy")


@dataclass(frozen=True, slots=True)
class Counts:
    """What stands in an article, or in all: `settled` of `fixed` terms and figures have arrived."""

    segments: int
    words: int
    memory: int
    fixed: int
    settled: int
    flagged: int
    reviewed: int
    found: int
    errors: int
    warnings: int


def count(units: Iterable[UnitReport]) -> Counts:
    """Count units; `found` are those with a finding, `errors` and `warnings` findings."""
    units = list(units)
    severities = Counter(finding.severity for unit in units for finding in unit.findings)
    arrived = [term.found is not None for unit in units for term in unit.terms]
    arrived += [figure.settled for unit in units for figure in unit.figures]
    return Counts(
        segments=len(units),
        words=sum(unit.words for unit in units),
        memory=sum(unit.origin in _MEMORY for unit in units),
        fixed=len(arrived),
        settled=sum(arrived),
        flagged=sum(unit.state == "flagged" for unit in units),
        reviewed=sum(unit.state == "reviewed" for unit in units),
        found=sum(bool(unit.findings) for unit in units),
        errors=severities["error"],
        warnings=severities["warning"],
    )


def count_article(article: ArticleReport) -> Counts:
    """Count the units of an article."""
    return count(article.units)


def plots(report: Report) -> tuple[Plot, ...]:
    """Return the plots of a report that have data: findings by check, confidence, match bands."""
    units = [unit for article in report.articles for unit in article.units]
    drawn = (_findings(units), _confidence(units), _origins(units))
    return tuple(plot for plot in drawn if plot is not None)


def _findings(units: list[UnitReport]) -> Plot | None:
    found = Counter((finding.check, finding.severity) for unit in units for finding in unit.findings)
    order = sorted(found.items(), key=lambda pair: (-pair[1], SEVERITIES.index(pair[0][1]), pair[0][0]))
    rows = [Row(check, number, severity) for (check, severity), number in order]
    return bars("Findings by check", "findings", rows) if rows else None


def _confidence(units: list[UnitReport]) -> Plot | None:
    """Ten columns: the scores 0 to 9, 10 to 19 … 90 to 100, each in the colour of its most frequent band."""
    scores: list[Counter[str]] = [Counter() for _ in range(10)]
    for unit in units:
        if unit.confidence is not None:
            scores[min(unit.confidence.score // 10, 9)][unit.confidence.band] += 1
    if not any(scores):
        return None
    rows = [
        Row(
            f"{tens * 10}–{tens * 10 + (9 if tens < 9 else 10)}",
            bands.total(),
            bands.most_common(1)[0][0] if bands else "",
        )
        for tens, bands in enumerate(scores)
    ]
    return columns("Confidence of the drafts", "segments", rows)


def _origins(units: list[UnitReport]) -> Plot | None:
    rows = Counter(_band(unit) for unit in units)
    names = ("in context", "exact", *(name for name, _ in _BANDS), "fuzzy", "machine", "no target", "other")
    drawn = [Row(name, rows[name], "memory" if name not in names[-3:] else name) for name in names]
    drawn = [row for row in drawn if row.value]
    return bars("Where the targets come from", "segments", drawn) if drawn else None


def _band(unit: UnitReport) -> str:
    if unit.state == "untranslated":
        return "no target"
    if unit.origin == "fuzzy" and unit.match is not None:
        return next(name for name, lowest in _BANDS if unit.match >= lowest)
    return {"context": "in context", "mt": "machine", "": "other"}.get(unit.origin, unit.origin)
