"""What is a figure in English and in Ukrainian, and what only looks like one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.figures.golden import Entry, entries
from translate.figures import recognise


def _check(entry: Entry, language: str) -> None:
    found = [f for f in recognise(entry.text, language) if f.start < entry.end and f.end > entry.start]
    assert [(f.text, f.kind, f.unit) for f in found] == [
        (entry.text[entry.start : entry.end], entry.kind, entry.unit)
    ]
    values = [round(v, 6) for v in found[0].values]
    assert values[: len(entry.values)] == [round(v, 6) for v in entry.values]


@pytest.mark.parametrize("entry", entries("en-uk.txt"), ids=lambda e: e.text)
def test_english_figure_in_the_golden_table_is_recognised(entry: Entry) -> None:
    _check(entry, "en")


@pytest.mark.parametrize("entry", entries("uk.txt"), ids=lambda e: e.text)
def test_ukrainian_figure_in_the_golden_table_is_recognised(entry: Entry) -> None:
    _check(entry, "uk")


@pytest.mark.parametrize(
    "text",
    [
        "dozens of stations",
        "tens of thousands of civilians",
        "hundreds of children",
        "several thousand men",
        "thousand-year-old ruins",
        "one of the main hotspots",
        "one-time losses",
        "no one saw one another",
        "someone, anyone, everyone",
        "This one is the second.",
        "a second chance at half-time",
        "the first half",
        "a third, more cautious witness",
        "see https://example.com/2022/17,000 now",
        "write to desk24@example.org now",
        "#Bakhmut2022 and @user45",
        "win32x runs x86y",
        "Attention, weightless often",
        "it may well be so in May",
    ],
)
def test_english_look_alike_is_no_figure(text: str) -> None:
    assert recognise(text, "en") == ()


@pytest.mark.parametrize(
    "text",
    [
        "десятки станцій",
        "десятки тисяч мирних жителів",
        "сотні дітей",
        "тисячі людей",
        "мільйони людей",
        "тривога в столиці",
        "минуле століття",
        "упродовж десятиліть",
        "сторони переговорів",
        "трикутник і двір",
        "північ, південь і півострів",
        "сім’я на весіллі",
        "дивіться https://example.com/2022/17 зараз",
        "пишіть на desk24@example.org зараз",
        "#Бахмут2022",
    ],
)
def test_ukrainian_look_alike_is_no_figure(text: str) -> None:
    assert recognise(text, "uk") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from 3 to 5 million", [3_000_000, 5_000_000]),
        ("between 5 and 10 people", [5, 10]),
        ("between 30,000 and 1 million", [30_000, 1_000_000]),
        ("fell from 27% to 22%", [27, 22]),
        ("300, of whom 5 died", [300, 5]),
        ("5 km or 10 hours", [5, 10]),
        ("paid $5 to 10 people", [5, 10]),
        ("from 2014 to $5bn", [2014, 5_000_000_000]),
    ],
)
def test_two_numbers_with_a_word_between_are_two_figures(text: str, expected: list[int]) -> None:
    assert [f.values for f in recognise(text, "en")] == [(Decimal(value),) for value in expected]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("5 km or 10 hours", ["length-kilometer", ""]),
        ("paid $5 to 10 people", ["USD", ""]),
        ("from 2014 to $5bn", ["", "USD"]),
        ("from 2014 to 5%", ["", "concentr-percent"]),
        ("from 3 to 5%", ["concentr-percent", "concentr-percent"]),
        ("two or three km", ["length-kilometer", "length-kilometer"]),
        ("$3 to 5 million", ["USD"]),
        ("$3–5", ["USD"]),
    ],
)
def test_unit_is_lent_only_where_it_is_meant(text: str, units: list[str]) -> None:
    assert [f.unit for f in recognise(text, "en")] == units


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("17.000 Soldaten", "de", 17000, ""),
        ("1,5 Millionen", "de", Decimal("1.5"), ""),
        ("17 000 soldats", "fr", 17000, ""),
        ("17\u202f000 soldats", "fr", 17000, ""),
        ("5 % der Wähler", "de", 5, "concentr-percent"),
        ("€20 Strafe", "de", 20, "EUR"),
        ("20 euros", "fr", 20, "EUR"),
        ("5 km dalej", "pl", 5, "length-kilometer"),
    ],
)
def test_other_language_is_read_with_its_own_separators(
    text: str, language: str, value: Decimal, unit: str
) -> None:
    (figure,) = recognise(text, language)
    assert (figure.values, figure.unit) == ((value,), unit)


def test_stop_of_pm_at_the_end_of_a_sentence_is_left_to_the_sentence() -> None:
    text = "It ended at 5:30 p.m."
    assert recognise(text, "en")[0].text == "5:30 p.m"
    assert recognise(text + " on Monday", "en")[0].text == "5:30 p.m."


_PIECES = st.sampled_from(
    [
        "17,000",
        "$1.2–1.5bn",
        "5%",
        "three",
        "to",
        "eight",
        "and",
        "a",
        "half",
        "million",
        "28",
        "March",
        "2022",
        "10am",
        "F-16",
        "–",
        "-",
        ".",
        ",",
        "/",
        "@x1",
        "1990s",
        "п’ять",
        "мільйонів",
        "17",
        "000",
        "року",
        "березня",
        "млрд",
        "дол.",
        "до",
        "від",
        "з",
        "половиною",
        "23-го",
        "½",
        ":30",
        "№",
        "5",
        "+380",
        "or",
        "km",
    ]
)


@given(
    st.lists(_PIECES, max_size=12).map(" ".join) | st.text(max_size=60), st.sampled_from(["en", "uk", "de"])
)
def test_spans_are_exact_and_do_not_overlap(text: str, language: str) -> None:
    end = 0
    for figure in recognise(text, language):
        assert text[figure.start : figure.end] == figure.text
        assert end <= figure.start < figure.end
        end = figure.end


def test_adjective_that_begins_as_half_a_million_does_is_no_figure() -> None:
    assert recognise("півмільйонний натовп, пів мільйончика", "uk") == ()
