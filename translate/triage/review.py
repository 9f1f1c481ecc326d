"""The list of what to review first: tab-separated values that spreadsheets read."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate.checks.model import Finding
from translate.triage.score import Confidence

COLUMNS = ("file", "article", "unit", "band", "score", "findings", "first finding", "source", "target")

_SEVERITIES = ("error", "warning", "info")
_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# What a spreadsheet takes for a formula (OWASP, "CSV Injection"), with the forms of full width.
_FORMULA = tuple("=+-@＝＋－＠")


@dataclass(frozen=True, slots=True)
class Triaged:
    """A unit of an XLIFF document with its confidence and what the checks found."""

    id: str
    source: str
    target: str
    confidence: Confidence
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A unit with where it stands: the path of its XLIFF document from the list, and its article."""

    file: str
    article: str
    unit: Triaged


def article_rows(file: Path, article: str, units: Iterable[Triaged], folder: Path) -> list[Row]:
    """Return the rows of an article's XLIFF document `file`, for a list that will lie in `folder`."""
    try:
        path = Path(os.path.relpath(file, folder)).as_posix()
    except ValueError:
        # On Windows there is no way from one drive to another.
        path = file.as_posix()
    return [Row(path, article, unit) for unit in units]


def review_list(rows: Iterable[Row]) -> str:
    """Return the list, worst first: a header and a line a row, tab-separated, quoted as in RFC 4180.

    First the units with an error, then the others, each by score; of equal ones the order is that of `rows`.
    Line breaks and tabs in a text become spaces, and a text that a spreadsheet would take for a formula gets
    an apostrophe in front. Write it as UTF-8 with a byte order mark, by which Excel knows the encoding.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, dialect="excel-tab", lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in sorted(rows, key=_urgency):
        unit = row.unit
        writer.writerow(
            [
                _path(row.file),
                *map(_cell, (row.article, unit.id)),
                unit.confidence.band,
                unit.confidence.score,
                len(unit.findings),
                *map(_cell, (_first(unit.findings), unit.source, unit.target)),
            ]
        )
    return text.getvalue()


def _urgency(row: Row) -> tuple[bool, int]:
    return not _has_error(row.unit.findings), row.unit.confidence.score


def _first(findings: Sequence[Finding]) -> str:
    """Return the message to read first: that of the first error, else of the first warning."""
    ordered = sorted(findings, key=lambda finding: _SEVERITIES.index(finding.severity))
    return ordered[0].message if ordered else ""


def _has_error(findings: Sequence[Finding]) -> bool:
    return any(finding.severity == "error" for finding in findings)


def _path(text: str) -> str:
    """Return a path that is no formula and still leads to the file."""
    return _cell(f"./{text}" if text.startswith(_FORMULA) else text)


def _cell(text: str) -> str:
    text = _BREAKS.sub(" ", text).strip()
    return f"'{text}" if text.startswith(_FORMULA) else text
