"""The segments of a report as JSON inside the page, from which its script draws what is looked at."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from translate.report.marks import Mark, marks
from translate.report.model import STATES, ArticleReport, Report, UnitReport

_UNSAFE = re.compile(
    "[<>&\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_BANDS = ("low", "medium", "high")


def as_script(report: Report, proposals: str) -> str:
    r"""Return what the script needs as JSON that can stand in a `<script>` element: pure text, no markup.

    Nothing in it ends the element or opens a comment (HTML, section 4.12.1.3), and what is no text in UTF-8
    is written as an escape. Places count UTF-16 code units, as JavaScript does. `proposals` are rows to copy.
    """
    terms = _Table()
    checks = _Table()
    articles = [_article(article, terms, checks) for article in report.articles]
    document = {
        "articles": articles,
        "terms": terms.rows,
        "checks": checks.rows,
        "states": STATES,
        "bands": _BANDS,
        "worst": worst_first(report),
        "proposals": proposals,
    }
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    # These characters stand in strings alone: JSON itself is made of others.
    return _UNSAFE.sub(lambda character: f"\\u{ord(character[0]):04x}", text)


def worst_first(report: Report) -> list[int]:
    """Return the numbers of all units, counted from 0 through the articles, the worst first.

    First those with an error, then the others, each by the score of confidence, where there is none by the
    number of findings: the order of the review list.
    """
    units = [unit for article in report.articles for unit in article.units]
    return sorted(range(len(units)), key=lambda index: _urgency(units[index]))


def origin_of(unit: UnitReport) -> str:
    """Return in words where the target of a unit comes from, "" when it is not known."""
    percent = f", {unit.match} %" if unit.match is not None else ""
    told = {"mt": "machine", "context": "memory, in context", "exact": "memory, exact"}
    return f"memory{percent}" if unit.origin == "fuzzy" else told.get(unit.origin, "")


def _urgency(unit: UnitReport) -> tuple[bool, int, int]:
    grave = sum(finding.severity != "info" for finding in unit.findings)
    return unit.severity != "error", unit.confidence.score if unit.confidence else 100, -grave


class _Table:
    """Rows that are named by their number, each once."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, ...]] = []
        self._numbers: dict[tuple[str, ...], int] = {}

    def number(self, *row: str) -> int:
        if row not in self._numbers:
            self._numbers[row] = len(self.rows)
            self.rows.append(row)
        return self._numbers[row]


def _article(article: ArticleReport, terms: _Table, checks: _Table) -> dict[str, Any]:
    return {
        "name": article.name,
        "file": article.file,
        "from": article.source_language,
        "to": article.target_language,
        "units": [_unit(unit, terms, checks) for unit in article.units],
    }


def _unit(unit: UnitReport, terms: _Table, checks: _Table) -> list[Any]:
    uses = dict.fromkeys(
        (term.text, terms.number(term.target, term.note, term.kind), int(term.found is not None))
        for term in unit.terms
    )
    figures = dict.fromkeys(
        (figure.text, figure.value, written(unit, figure.found, figure.target), int(figure.settled))
        for figure in unit.figures
    )
    return [
        unit.id,
        unit.source.text,
        unit.target.text,
        STATES.index(unit.state),
        origin_of(unit),
        _BANDS.index(unit.confidence.band) if unit.confidence else -1,
        unit.confidence.score if unit.confidence else -1,
        unit.note,
        [[checks.number(found.check, found.severity), found.message] for found in unit.findings],
        list(uses),
        list(figures),
        _marks(unit.source.text, marks(unit, "source")),
        _marks(unit.target.text, marks(unit, "target")),
    ]


def written(unit: UnitReport, found: tuple[int, int] | None, expected: str) -> str:
    """Return a figure as the target has it, or as it is expected to be written."""
    return unit.target.text[found[0] : found[1]] if found else expected


def _marks(text: str, marked: Sequence[Mark]) -> list[list[Any]]:
    # Characters beyond U+FFFF are two code units.
    wide = [] if text.isascii() else [place for place, own in enumerate(text) if own > "\uffff"]
    rows: list[list[Any]] = []
    for mark in marked:
        start, end = (place + bisect_left(wide, place) for place in (mark.start, mark.end))
        last: Any = mark.shown if mark.shown else list(mark.findings)
        rows.append([start, end, " ".join(mark.kinds), last] if last else [start, end, " ".join(mark.kinds)])
    return rows
