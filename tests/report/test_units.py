"""What the stages know of a segment, as the report says it."""

from __future__ import annotations

from functools import cache

import pytest

from translate.checks import Finding
from translate.figures import recognise
from translate.glossary import Glossary, Term
from translate.inline import Text
from translate.preparation import Preparation, Settings
from translate.report import UnitReport, unit_report, value_of


@cache
def _preparation() -> Preparation:
    terms = (Term("Irpin", "Ірпінь", "near Kyiv", "place"), Term("Bucha", "Буча", "", "place"))
    return Preparation(Glossary(terms), Settings())


def _unit(source: str, target: str, note: str = "", *findings: Finding) -> UnitReport:
    (protected,) = _preparation().protect([Text(source)])
    return unit_report(
        "1", protected, Text(source), Text(target), "uk", state="draft", note=note, findings=findings
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It cost $2.3 billion.", "2,300,000,000 USD"),
        ("It rose by 12.5%.", "12.5%"),
        ("It is 23 km long.", "23 km"),
        ("It fell on March 14, 2024.", "14 March 2024"),
        ("It fell on 14 March.", "14 March"),
        ("It fell in March 2024.", "March 2024"),
        ("They came at 06:40 that day.", "6:40"),
        ("They won 7–2 there.", "7:2"),
        ("Rose by a third.", "1/3"),
        ("There were ten million of them.", "10,000,000"),
        ("An F-16 came.", "F-16"),
        ("Since 1995-96 it fell.", "1995–1996"),
        ("It happened in 2016.", "2016"),
        ("It was in the 1990s.", "1990s"),
        ("It was in the 20th century.", "century 20"),
        ("It fell in mid-March.", "mid March"),
        ("From 3-5 May it rained.", "3–5 May"),
        ("It is 3-5 km away.", "3–5 km"),
        ("It rose 5 percentage points.", "5 percentage points"),
    ],
)
def test_values_are_readable(text: str, value: str) -> None:
    (figure,) = recognise(text, "en")
    assert value_of(figure) == value


def test_a_term_is_found_in_its_case() -> None:
    report = _unit("The mayor of Irpin left Bucha.", "Мер Ірпеня виїхав.")
    assert [(term.text, term.target, term.found) for term in report.terms] == [
        ("Irpin", "Ірпінь", (4, 10)),
        ("Bucha", "Буча", None),
    ]
    assert report.words == 6


def test_a_figure_is_settled_when_its_value_stands_in_the_target() -> None:
    report = _unit("Irpin got $5 million in 12 days.", "Ірпінь отримав 5\xa0мільйонів доларів за 13 днів.")
    money, days = report.figures
    assert (money.value, money.found, money.settled) == ("5,000,000 USD", (15, 34), True)
    assert days.found is None


def test_a_figure_that_a_check_misses_is_not_settled() -> None:
    missing = Finding("figures", "error", "figure missing: 12 (“12”)", source=(3, 5))
    assert [figure.settled for figure in _unit("In 12 days.", "За багато днів.", "", missing).figures] == [
        False
    ]


def test_a_note_keeps_what_is_shown_nowhere_else() -> None:
    note = (
        "Memory: 87 % of “Bucha”\nTerms: Irpin = Ірпінь\nFigures: 12 = 12\nConfidence: low (21)\n"
        "Check: figure missing: 12\nCheck: its case is in doubt\n\nLook at this. Olena"
    )
    report = _unit("Irpin.", "Ірпінь.", note, Finding("figures", "error", "figure missing: 12"))
    assert report.note == "Memory: 87 % of “Bucha”\nCheck: its case is in doubt\nLook at this. Olena"
