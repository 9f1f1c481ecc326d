"""Rendering by CLDR, and the law that what is rendered reads back as the same value."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from babel import Locale
from babel.core import get_cldr_version
from babel.units import format_unit
from hypothesis import given
from hypothesis import strategies as st

from tests.figures.golden import Entry, entries
from translate.figures import Figure, annotatable, recognise, render, same
from translate.figures.currencies import CURRENCIES
from translate.figures.render_uk import plural
from translate.figures.units import PERCENT, UNITS

NBSP = "\u00a0"


@pytest.mark.parametrize("entry", entries("en-uk.txt"), ids=lambda e: e.text)
def test_english_figure_of_the_golden_table_is_rendered_in_ukrainian(entry: Entry) -> None:
    (figure,) = (f for f in recognise(entry.text, "en") if f.start == entry.start)
    assert render(figure, "uk") == entry.rendering


@pytest.mark.parametrize("entry", entries("en-uk.txt"), ids=lambda e: e.text)
def test_rendering_of_the_golden_table_is_accepted_as_its_translation(entry: Entry) -> None:
    (figure,) = (f for f in recognise(entry.text, "en") if f.start == entry.start)
    (read,) = recognise(entry.rendering, "uk")
    assert same(figure, read)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("$432 billion", "432~млрд~дол."),
        ("€1.5bn", "1,5~млрд~євро"),
        ("20 hryvnias", "20~грн"),
        ("ten million", "10~млн"),
        ("two hundred thousand", "200~тис."),
        ("5,000 miles", "5000~миль"),
        ("300 square kilometres", "300~кв.~км"),
    ],
)
def test_short_style_abbreviates_scales_currencies_and_units(text: str, short: str) -> None:
    (figure,) = recognise(text, "en")
    assert render(figure, "uk", style="short").replace(" ", "~").replace(NBSP, "~") == short


# CLDR 47, plurals.xml, locale uk: the @integer and @decimal samples of each category.
_SAMPLES = {
    "one": "1 21 31 41 51 61 71 81 101 1001",
    "few": "2 3 4 22 23 24 32 33 34 42 43 44 52 53 54 62 102 1002",
    "many": "0 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 100 1000 10000 100000 1000000",
    "other": "0.0 0.1 0.5 1.0 1.5 2.5 10.0 100.0 1000.0",
}


@pytest.mark.parametrize(("category", "samples"), _SAMPLES.items())
def test_plural_follows_the_samples_of_cldr(category: str, samples: str) -> None:
    for sample in samples.split():
        assert plural(Decimal(sample), ("one", "few", "many", "other")) == category


def test_cldr_of_babel_is_the_one_the_rules_were_read_in() -> None:
    assert int(get_cldr_version()) >= 47


@pytest.mark.parametrize(
    "unit", [u for u in UNITS if u.id.startswith(("length", "area", "mass", "power", "vol"))]
)
def test_unit_forms_agree_with_cldr_where_babel_carries_them(unit: object) -> None:
    """Exceptions: Babel has no forms for miles, yards, acres and inches, and CLDR says `метрична тонна`."""
    row = next(u for u in UNITS if u is unit)
    if row.id in (
        "length-mile",
        "length-yard",
        "length-inch",
        "area-acre",
        "mass-tonne",
        "area-square-millimeter",
    ):
        return
    for number, form in zip(("1", "2", "5", "1.5"), row.forms, strict=True):
        assert format_unit(Decimal(number), row.id, locale="uk").split(maxsplit=1)[1] == form


def test_four_digits_are_not_grouped_in_ukrainian_though_babel_groups_them() -> None:
    """CLDR uk: minimumGroupingDigits = 2."""
    assert render(recognise("5,000", "en")[0], "uk") == "5000"
    assert render(recognise("50,000", "en")[0], "uk") == f"50{NBSP}000"


@pytest.mark.parametrize(
    ("text", "locale", "rendering"),
    [
        ("17,000", "de", "17.000"),
        ("17,000.50", "fr", "17\u202f000,50"),
        ("5%", "de", "5\u00a0%"),
        ("5 miles", "pl", "5 mil"),
        ("$3 million", "de", "3.000.000 US-Dollar"),
        ("28 March 2022", "de", "28. März 2022"),
        ("March 28", "pl", "28 marca"),
        ("5:30 p.m.", "fr", "17:30"),
        ("F-16s", "de", "F-16"),
    ],
)
def test_other_locale_is_rendered_by_its_cldr_patterns(text: str, locale: str, rendering: str) -> None:
    assert render(recognise(text + " x", "en")[0], locale) == rendering


@pytest.mark.parametrize(
    ("text", "advisable"),
    [
        ("17,000", True),
        ("$432 billion", True),
        ("28 March 2022", True),
        ("ten million", True),
        ("5,000 miles", True),
        ("3-5", True),
        ("three to eight", False),
        ("three", False),
        ("23rd", False),
        ("1990s", False),
        ("34-year-old", False),
        ("3.5-mile", False),
        ("24-hour", False),
        ("two-thirds", False),
    ],
)
def test_annotation_is_advised_where_the_sentence_does_not_decide_the_form(
    text: str, advisable: bool
) -> None:
    (figure,) = recognise(text, "en")
    assert annotatable(figure) is advisable


_NUMBERS = st.integers(0, 10**13).map(Decimal) | st.decimals(0, 10**6, places=2, allow_nan=False)
_LOCALES = st.sampled_from(["uk", "en_GB", "de", "fr", "pl"])
_DATES = st.dates(datetime.date(1500, 1, 1), datetime.date(2099, 12, 31))


def _figure(kind: str, *values: Decimal | int, unit: str = "") -> Figure:
    text = f"{values[0]:f}" if isinstance(values[0], Decimal) else ""
    return Figure(0, len(text), text, kind, tuple(map(Decimal, values)), unit)


def _law(figure: Figure, locale: str) -> None:
    """Recognising a rendered figure gives its value and unit back."""
    rendering = render(figure, locale)
    found = recognise(f"( {rendering} )", locale)
    assert [f.text for f in found] == [rendering]
    assert found[0].values == figure.values
    assert found[0].unit == figure.unit


@given(_NUMBERS, _LOCALES)
def test_rendered_number_is_read_back(value: Decimal, locale: str) -> None:
    _law(_figure("number", value), locale)


@given(_NUMBERS, _LOCALES)
def test_rendered_percentage_is_read_back(value: Decimal, locale: str) -> None:
    _law(_figure("percent", value, unit=PERCENT), locale)


@given(_NUMBERS, _LOCALES, st.sampled_from(["USD", "EUR", "GBP", "UAH", "PLN", "JPY", "CAD"]))
def test_rendered_money_is_read_back(value: Decimal, locale: str, currency: str) -> None:
    _law(_figure("money", value, unit=currency), locale)


@given(_NUMBERS, st.sampled_from([c.code for c in CURRENCIES]))
def test_rendered_money_is_read_back_in_ukrainian_for_every_currency(value: Decimal, currency: str) -> None:
    _law(_figure("money", value, unit=currency), "uk")


@given(_NUMBERS, st.sampled_from([u.id for u in UNITS]))
def test_rendered_measure_is_read_back_in_ukrainian_for_every_unit(value: Decimal, unit: str) -> None:
    _law(_figure("measure", value, unit=unit), "uk")


@given(_NUMBERS, _LOCALES, st.sampled_from(["length-kilometer", "mass-kilogram", "area-hectare"]))
def test_rendered_measure_is_read_back(value: Decimal, locale: str, unit: str) -> None:
    _law(_figure("measure", value, unit=unit), locale)


@given(_DATES, _LOCALES, st.sampled_from(["year", "year and month", "day and month"]))
def test_rendered_date_is_read_back(date: datetime.date, locale: str, said: str) -> None:
    values = {
        "year": (date.year, date.month, date.day),
        "year and month": (date.year, date.month, 0),
        "day and month": (0, date.month, date.day),
    }[said]
    _law(_figure("date", *values), locale)


@given(st.times(), _LOCALES)
def test_rendered_time_is_read_back(time: datetime.time, locale: str) -> None:
    _law(_figure("time", time.hour, time.minute), locale)


@given(st.integers(1, 30), st.integers(1, 998), st.integers(1, 999))
def test_rendered_ranges_decades_centuries_and_ages_are_read_back(century: int, low: int, step: int) -> None:
    _law(_figure("range", Decimal(low), Decimal(low + step)), "uk")
    _law(_figure("century", century), "uk")
    _law(_figure("decade", 1500 + low // 20 * 10), "uk")
    _law(_figure("age", low % 120), "uk")


@pytest.mark.parametrize("text", ["1/2", "2/5", "two-thirds", "a third of", "three quarters", "half of", "¾"])
def test_rendered_fraction_is_read_back(text: str) -> None:
    figure = recognise(text, "en")[0]
    (read,) = recognise(render(figure, "uk"), "uk")
    assert abs(read.values[0] - figure.values[0]) < Decimal("1e-12")


@given(st.integers(1, 999), st.sampled_from(["thousand", "million", "billion", "trillion"]), st.booleans())
def test_rendered_scale_word_is_read_back_in_both_styles(value: int, scale: str, short: bool) -> None:
    (figure,) = recognise(f"{value} {scale}", "en")
    (read,) = recognise(render(figure, "uk", style="short" if short else "long"), "uk")
    assert read.values == figure.values


def test_ukrainian_month_names_are_those_of_cldr() -> None:
    months = Locale("uk").months["format"]["wide"]
    for number, name in months.items():
        assert render(_figure("date", 2022, number, 1), "uk") == f"1{NBSP}{name} 2022{NBSP}року"
