"""What other programs read: JSON, SARIF, JUnit XML, HTML."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from lxml import etree

from tests.checking.outcomes import APPLES, MIXED, document, outcome
from translate import checks
from translate.checking import FORMS, Checked, Item, Outcome, Result, Screen, render
from translate.checks import Finding
from translate.inline import Text

HOSTILE = Item("<i>\x01\udcff", Text("</script><script>alert(1)</script>"), Text("]]>\x00&amp;\ufffe"), 1)
EVIL = outcome(
    Result(
        document("x<img src=x onerror=alert(1)>\udcff.xlf", HOSTILE, original="\udcff"),
        (Checked(HOSTILE, (Finding("names", "error", "“</td>\x1b”", (0, 9), (0, 3)),)),),
    ),
    errors=("bad\udcff<b>.xlf: broken",),
)


def test_json_holds_everything() -> None:
    found = json.loads(render(MIXED, "json", Screen()))
    assert (found["segments"], found["ignored"]) == (5, 1)
    assert found["severities"] == {"error": 1, "warning": 2, "info": 1}
    assert list(found["checks"].items()) == [("spaces", 2), ("figures", 1), ("nbsp", 1)]
    assert found["errors"] == ["bad.xlf: the file is empty. Export it again from your CAT tool"]
    assert [(file["file"], len(file["findings"])) for file in found["files"]] == [
        ("out/a.xlf", 4),
        ("out/звіт & <b>.xlf", 1),
        ("out/clean.xlf", 0),
    ]
    assert found["files"][0]["findings"][0] == {
        "unit": "1-1",
        "line": 6,
        "check": "spaces",
        "severity": "warning",
        "message": "space doubled",
        "source": "The mayor spoke.",
        "target": "Мер  сказав.",
        "source_span": None,
        "target_span": [3, 5],
        "fix": {"start": 3, "end": 5, "text": " "},
        "ignored": False,
    }
    assert [each["ignored"] for each in found["files"][0]["findings"]] == [False, False, False, True]


def test_sarif_has_what_the_standard_asks_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    log = json.loads(render(MIXED, "sarif", Screen()))
    assert log["version"] == "2.1.0"
    [run] = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "translate"
    assert [rule["id"] for rule in driver["rules"]] == list(checks.names())
    assert all(rule["shortDescription"]["text"].endswith(".") for rule in driver["rules"])
    assert run["invocations"] == [
        {
            "executionSuccessful": False,
            "toolExecutionNotifications": [
                {
                    "level": "error",
                    "message": {"text": "bad.xlf: the file is empty. Export it again from your CAT tool"},
                }
            ],
        }
    ]
    results = run["results"]
    assert [(each["ruleId"], each["level"], "suppressions" in each) for each in results] == [
        ("spaces", "warning", False),
        ("spaces", "warning", False),
        ("figures", "error", False),
        ("nbsp", "note", True),
        ("nbsp", "note", False),
    ]
    assert all(driver["rules"][each["ruleIndex"]]["id"] == each["ruleId"] for each in results)
    assert results[2]["message"] == {"text": "figure missing: 5 (“5”)"}
    assert results[2]["locations"] == [
        {
            "physicalLocation": {"artifactLocation": {"uri": "out/a.xlf"}, "region": {"startLine": 7}},
            "logicalLocations": [{"name": "1-2", "fullyQualifiedName": "brief.txt/1-2", "kind": "resource"}],
        }
    ]
    place = results[4]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "out/%D0%B7%D0%B2%D1%96%D1%82%20&%20%3Cb%3E.xlf"}
    prints = [each["partialFingerprints"]["unitAndCheck/v1"] for each in results]
    assert len(set(prints)) == len(prints)


def test_sarif_of_a_file_elsewhere_has_its_whole_uri() -> None:
    elsewhere = outcome(Result(document("/tmp/a b.xlf", APPLES), MIXED.results[1].checked))
    log = json.loads(render(elsewhere, "sarif", Screen()))
    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "file:///tmp/a%20b.xlf"


def test_sarif_of_a_unit_without_a_line_has_no_region() -> None:
    item = Item("1", Text("a"), Text("б"))
    where = outcome(Result(document("a.tmx", item), (Checked(item, MIXED.results[1].checked[0].findings),)))
    log = json.loads(render(where, "sarif", Screen()))
    assert "region" not in log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]


def test_junit_has_a_suite_per_file_and_a_case_per_unit() -> None:
    assert (
        render(MIXED, "junit", Screen())
        == """\
<?xml version='1.0' encoding='UTF-8'?>
<testsuites name="translate check" tests="5" failures="2" errors="1">
  <testsuite name="out/a.xlf" file="out/a.xlf" tests="2" failures="2" errors="0">
    <testcase name="1-1" classname="out/a.xlf">
      <failure message="warning: spaces: space doubled" type="spaces">warning: spaces: space doubled
warning: spaces: space doubled
source: The mayor spoke.
target: Мер  сказав.
place: out/a.xlf:6</failure>
    </testcase>
    <testcase name="1-2" classname="out/a.xlf">
      <failure message="error: figures: figure missing: 5 (“5”)" type="figures">error: figures: \
figure missing: 5 (“5”)
source: She bought 5 apples.
target: Вона купила 6 яблук.
place: out/a.xlf:7</failure>
    </testcase>
  </testsuite>
  <testsuite name="out/звіт &amp; &lt;b&gt;.xlf" \
file="out/звіт &amp; &lt;b&gt;.xlf" tests="1" failures="0" errors="0">
    <testcase name="1-2" classname="out/звіт &amp; &lt;b&gt;.xlf">
      <system-out>info: nbsp: no-break space missing: “6 яблук.”</system-out>
    </testcase>
  </testsuite>
  <testsuite name="out/clean.xlf" file="out/clean.xlf" tests="1" failures="0" errors="0">
    <testcase name="2 segments" classname="out/clean.xlf"/>
  </testsuite>
  <testsuite name="files that could not be checked" tests="1" failures="0" errors="1">
    <testcase name="bad.xlf: the file is empty. Export it again from your CAT tool" classname="files">
      <error message="bad.xlf: the file is empty. Export it again from your CAT tool" type="unreadable"/>
    </testcase>
  </testsuite>
</testsuites>
"""
    )


class Page(HTMLParser):
    """The tags and the text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.text.append(data)


def test_html_marks_what_a_finding_is_about() -> None:
    page = render(MIXED, "html", Screen())
    assert '<td lang="uk">Мер<mark>  </mark>сказав.</td>' in page
    assert '<td lang="en">She bought <mark>5</mark> apples.</td>' in page
    assert '<tr class="ignored"><td>1-2</td>' in page
    assert "<li>bad.xlf: the file is empty. Export it again from your CAT tool</li>" in page
    assert "out/clean.xlf" not in page


def test_html_shows_markup_as_text_and_loads_nothing() -> None:
    page = Page(render(EVIL, "html", Screen()))
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"script", "img", "i", "b", "link", "iframe"}
    assert not any(name in attributes for _, attributes in page.tags for name in ("src", "href", "onerror"))
    assert "</script>" in page.text


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_hostile_texts_is_text_of_its_kind(form: str) -> None:
    text = render(EVIL, form, Screen())
    # The streams of the command line take file names that are no text.
    text.encode(errors="backslashreplace" if form == "table" else "strict")
    assert "\x1b" not in text
    assert "\x00" not in text
    if form == "junit":
        root = etree.fromstring(text.encode())
        assert root.get("failures") == "1"
    if form in ("json", "sarif"):
        assert json.loads(text)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_nothing_is_whole(form: str) -> None:
    text = render(Outcome(()), form, Screen())
    assert text == "" or text.endswith("\n")
