"""The data inside the page: whatever the texts are, the script gets them as they are."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.report.hostile import HOSTILE
from tests.report.pages import embedded
from tests.report.samples import MAYOR, REPORT, of, unit
from translate.checks import Finding
from translate.inline import Text
from translate.report.data import as_script, worst_first
from translate.report.model import UnitReport
from translate.triage import Confidence

# Places in a unit of the data, as the script names them.
ID, SOURCE, TARGET, STATE, ORIGIN, BAND, SCORE, NOTE, FINDINGS, TERMS, FIGURES, IN_SOURCE, IN_TARGET = range(
    13
)

# Lone surrogates and NUL among them: names of files may hold the ones, texts from a database the other.
_TEXTS = st.text(st.characters(categories=None), max_size=40) | st.sampled_from(HOSTILE)


@settings(max_examples=60)
@given(_TEXTS, _TEXTS, _TEXTS, _TEXTS, _TEXTS)
def test_the_page_gives_back_exactly_the_texts(
    source: str, target: str, note: str, message: str, name: str
) -> None:
    finding = Finding("length", "info", message)
    data = embedded(of(unit(source, target, "1", note, finding), name=name, file=name))
    (article,) = data["articles"]
    (own,) = article["units"]
    assert (article["name"], article["file"]) == (name, name)
    assert [own[place] for place in (SOURCE, TARGET, NOTE)] == [source, target, note]
    assert own[FINDINGS] == [[0, message]]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_the_data_is_markup(text: str) -> None:
    data = as_script(of(unit(text, text, text, text, Finding("x", "info", text)), name=text, file=text), text)
    assert not re.search("[<>&\u2028\u2029\u202e\x00-\x1f\x7f\ud800-\udfff]", data)


def test_a_megabyte_of_text_arrives() -> None:
    text = "Слово <b>&amp; " * 70_000
    (own,) = embedded(of(unit(text, text)))["articles"][0]["units"]
    assert own[SOURCE] == own[TARGET] == text


def test_a_unit_says_all_that_is_known_of_it() -> None:
    data = embedded(REPORT)
    first = data["articles"][0]["units"][0]
    assert first[ID] == "1-1"
    assert (data["states"][first[STATE]], first[ORIGIN]) == ("flagged", "machine")
    assert (data["bands"][first[BAND]], first[SCORE]) == ("low", 21)
    assert [(data["checks"][check], message) for check, message in first[FINDINGS]] == [
        (["figures", "error"], "figure missing: 5000000 USD (“$5 million”)"),
        (["lookalikes", "error"], "Latin letter alone: “a”"),
        (["length", "warning"], "target is too long"),
    ]
    ((text, number, found),) = first[TERMS]
    assert (text, data["terms"][number], found) == ("Irpin", ["Ірпінь", "near Kyiv", "place"], 1)
    assert first[FIGURES] == [["$5 million", "5,000,000 USD", "5\xa0мільйонів\xa0доларів", 0]]
    assert [unit[ORIGIN] for article in data["articles"] for unit in article["units"]] == [
        *("machine", "memory, 87 %", "", "memory, exact")
    ]


def test_places_count_utf_16_code_units() -> None:
    own = embedded(of(MAYOR))["articles"][0]["units"][0]
    (start, end, kinds, findings) = own[IN_TARGET][-1]
    utf_16 = own[TARGET].encode("utf-16-le")
    assert utf_16[2 * start : 2 * end].decode("utf-16-le") == "a"
    assert (kinds, findings) == ("error", [1])


def test_worst_first_is_errors_then_scores_then_findings() -> None:
    def made(score: int | None, *severities: str) -> UnitReport:
        own = UnitReport("1", Text("a"), Text("б"), "draft", 1)
        findings = tuple(Finding("x", severity, "") for severity in severities)
        return replace(own, findings=findings, confidence=None if score is None else Confidence(score, "low"))

    report = of(
        made(90), made(None, "info"), made(60, "error"), made(10, "warning"), made(None, "warning"), made(20)
    )
    assert worst_first(report) == [2, 3, 5, 0, 4, 1]
    assert worst_first(REPORT) == [0, 3, 1, 2]
