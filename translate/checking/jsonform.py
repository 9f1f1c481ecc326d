"""Findings as JSON.

    {"segments": 2, "errors": ["a.xlf: …"],           files that could not be checked, or not in full
     "severities": {"error": 1, "warning": 0, "info": 0}, "checks": {"figures": 1}, "ignored": 0,
     "files": [{"file": "out/b.xlf", "original": "b.txt", "from": "en", "to": "uk", "segments": 2,
                "findings": [{"unit": "1-1", "line": 7, "check": "figures", "severity": "error",
                              "message": "…", "source": "…", "target": "…",
                              "source_span": [4, 6], "target_span": null,
                              "fix": {"start": 3, "end": 5, "text": " "}, "ignored": false}]}]}

Spans are characters (code points) of `source` and `target`, from the first to one after the last; null where
a finding is about the whole. `ignored` findings are those that a note of the unit suppresses.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from translate.checking.model import Checked, Outcome, Result
from translate.checks import Finding


def to_json(outcome: Outcome) -> str:
    """Return the outcome as one JSON object, in ASCII."""
    document = {
        "segments": outcome.segments,
        "errors": list(outcome.errors),
        "severities": outcome.by_severity(),
        "checks": outcome.by_check(),
        "ignored": outcome.ignored,
        "files": [_file(result) for result in outcome.results],
    }
    return json.dumps(document, indent=2)


def _file(result: Result) -> dict[str, Any]:
    document = result.document
    return {
        "file": str(document.path),
        "original": document.original,
        "from": document.pair[0],
        "to": document.pair[1],
        "segments": len(document.items),
        "findings": [found for each in result.checked for found in _findings(each)],
    }


def _findings(checked: Checked) -> Iterator[dict[str, Any]]:
    for finding in checked.findings:
        yield _finding(checked, finding, ignored=False)
    for finding in checked.ignored:
        yield _finding(checked, finding, ignored=True)


def _finding(checked: Checked, finding: Finding, *, ignored: bool) -> dict[str, Any]:
    fix = finding.fix
    return {
        "unit": checked.item.unit,
        "line": checked.item.line,
        "check": finding.check,
        "severity": finding.severity,
        "message": finding.message,
        "source": checked.item.source.text,
        "target": checked.item.target.text,
        "source_span": finding.source,
        "target_span": finding.target,
        "fix": None if fix is None else {"start": fix.start, "end": fix.end, "text": fix.text},
        "ignored": ignored,
    }
