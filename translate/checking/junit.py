"""Findings as JUnit XML, which every CI server shows: a test suite per file, a test case per unit.

The format has no standard; what is written is valid in the strictest schema that a server reads it by, the
`junit-10.xsd` of Jenkins, in which a test case has neither a file nor a line.
"""

from __future__ import annotations

from lxml import etree

from translate.checking.model import Checked, Outcome, Result
from translate.checks import Finding
from translate.xliff import clean


def to_junit(outcome: Outcome) -> bytes:
    """Return the outcome as a document in UTF-8.

    A unit with a finding of severity error or warning is a failure with one line per finding; one with infos
    only passes, the lines in its `system-out`. A file in which nothing was found is one test that passes, a
    file that could not be checked one with an error.
    """
    root = etree.Element("testsuites", name="translate check")
    for result in outcome.results:
        _suite(root, result)
    if outcome.errors:
        suite = etree.SubElement(root, "testsuite", name="files that could not be checked")
        for error in outcome.errors:
            case = etree.SubElement(suite, "testcase", name=_text(error), classname="files")
            etree.SubElement(case, "error", message=_text(error), type="unreadable")
    for each in (*root, root):
        _count(each)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _suite(root: etree._Element, result: Result) -> None:
    file = _text(str(result.document.path))
    name = file if not result.document.part else f"{file} {_text(result.document.original)}"
    suite = etree.SubElement(root, "testsuite", name=name, file=file)
    for each in result.checked:
        _case(suite, file, each)
    if not len(suite):
        segments = f"{len(result.document.items)} segments"
        etree.SubElement(suite, "testcase", name=segments, classname=file)


def _case(suite: etree._Element, file: str, checked: Checked) -> None:
    if not checked.findings:
        return
    case = etree.SubElement(suite, "testcase", name=_text(checked.item.unit), classname=file)
    failing = [finding for finding in checked.findings if finding.severity != "info"]
    lines = [_line(finding) for finding in checked.findings]
    line = "" if checked.item.line is None else f":{checked.item.line}"
    shown = f"source: {checked.item.source.text}\ntarget: {checked.item.target.text}\nplace: {file}{line}"
    if failing:
        failure = etree.SubElement(case, "failure", message=_line(failing[0]), type=failing[0].check)
        failure.text = _text("\n".join([*lines, shown]))
    else:
        etree.SubElement(case, "system-out").text = _text("\n".join(lines))


def _line(finding: Finding) -> str:
    return _text(f"{finding.severity}: {finding.check}: {finding.message}")


def _count(element: etree._Element) -> None:
    for attribute, name in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
        element.set(attribute, str(sum(1 for _ in element.iter(name))))


def _text(text: str) -> str:
    return clean(text.encode("utf-8", "backslashreplace").decode())[0]
