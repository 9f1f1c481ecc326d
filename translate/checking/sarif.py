"""Findings as SARIF 2.1.0 (OASIS Standard, 27 March 2020), which code hosts and editors show."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from translate import __version__, checks
from translate.checking.model import Checked, Outcome, Result
from translate.checks import Finding

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# Section 3.27.10.
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def to_sarif(outcome: Outcome) -> str:
    """Return a log with one run, in ASCII; file names are URI references relative to the working folder.

    Findings that a note suppresses are in it as suppressed (section 3.35).
    """
    rules = checks.names()
    places = {name: index for index, name in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "translate", "version": __version__, "rules": [*map(_rule, rules)]}},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not outcome.errors,
                "toolExecutionNotifications": [
                    {"level": "error", "message": {"text": _text(error)}} for error in outcome.errors
                ],
            }
        ],
        "results": [found for result in outcome.results for found in _results(result, places)],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(name: str) -> dict[str, Any]:
    described = checks.describe(name)
    paragraphs = [" ".join(paragraph.split()) for paragraph in described.split("\n\n")]
    return {
        "id": name,
        "shortDescription": {"text": paragraphs[0]},
        "fullDescription": {"text": "\n\n".join(paragraphs)},
        "defaultConfiguration": {"level": _LEVELS[checks.severity(name)]},
    }


def _results(result: Result, places: dict[str, int]) -> Iterator[dict[str, Any]]:
    uri = _uri(result.document.path)
    for each in result.checked:
        # Several findings of a check in a unit are told apart by their order.
        before: Counter[str] = Counter()
        for finding in (*each.findings, *each.ignored):
            found = _result(result, each, finding, uri, places, before[finding.check])
            before[finding.check] += 1
            if finding in each.ignored:
                found["suppressions"] = [{"kind": "inSource"}]
            yield found


def _result(
    result: Result, each: Checked, finding: Finding, uri: str, places: dict[str, int], before: int
) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if each.item.line is not None:
        physical["region"] = {"startLine": each.item.line}
    unit = _text(each.item.unit)
    original = _text(result.document.original)
    # What stays the same when other units are added or the wording of a message changes.
    key = "\0".join((uri, str(result.document.part), unit, finding.check, str(before), each.item.source.text))
    return {
        "ruleId": finding.check,
        "ruleIndex": places[finding.check],
        "level": _LEVELS[finding.severity],
        "message": {"text": _text(finding.message)},
        "locations": [
            {
                "physicalLocation": physical,
                "logicalLocations": [
                    {
                        "name": unit,
                        "fullyQualifiedName": f"{original}/{unit}" if original else unit,
                        "kind": "resource",
                    }
                ],
            }
        ],
        "partialFingerprints": {
            "unitAndCheck/v1": hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        },
    }


def _uri(path: Path) -> str:
    """Return a relative reference for what lies below the working folder, else a `file` URI."""
    whole = Path(os.path.normpath(Path.cwd() / path))
    here = Path.cwd()
    if whole.is_relative_to(here):
        return quote(os.fsencode(whole.relative_to(here).as_posix()), safe="/~!$&'()*+,;=@")
    return whole.as_uri()


def _text(text: str) -> str:
    # A lone surrogate, as file names have for bytes that are no text, is no character of JSON.
    return text.encode("utf-8", "backslashreplace").decode()
