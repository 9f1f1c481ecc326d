"""SARIF and JUnit XML against the schemas by which other programs judge them (see schemas/ORIGIN.md)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from tests.checking.outcomes import MIXED
from tests.checking.test_forms import EVIL
from translate.checking import Outcome, Screen, render

SCHEMAS = Path(__file__).parent / "schemas"
OUTCOMES = {"mixed": MIXED, "hostile": EVIL, "nothing": Outcome(())}


@pytest.fixture(scope="module")
def sarif_faults() -> Any:
    """Return a function from a SARIF log to what the schema says against it."""
    schema = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return lambda log: [error.message for error in validator.iter_errors(log)]


@pytest.fixture(scope="module")
def junit_schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))


@pytest.mark.parametrize("outcome", OUTCOMES.values(), ids=OUTCOMES)
def test_sarif_is_valid(outcome: Outcome, sarif_faults: Any) -> None:
    assert sarif_faults(json.loads(render(outcome, "sarif", Screen()))) == []


def test_the_sarif_schema_refuses_what_is_no_sarif(sarif_faults: Any) -> None:
    log = json.loads(render(MIXED, "sarif", Screen()))
    log["runs"][0]["results"][0]["level"] = "info"
    assert sarif_faults(log) == ["'info' is not one of ['none', 'note', 'warning', 'error']"]


@pytest.mark.parametrize("outcome", OUTCOMES.values(), ids=OUTCOMES)
def test_junit_is_valid(outcome: Outcome, junit_schema: etree.XMLSchema) -> None:
    root = etree.fromstring(render(outcome, "junit", Screen()).encode())
    junit_schema.validate(root)
    assert str(junit_schema.error_log) == ""


def test_the_junit_schema_refuses_what_is_no_junit(junit_schema: etree.XMLSchema) -> None:
    root = etree.fromstring(render(MIXED, "junit", Screen()).encode())
    root[0][0].set("line", "6")
    assert not junit_schema.validate(root)
