"""Metric values beside the original: exact factors, rounding, and what a translation may say."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.figures import Figure, convert, recognise, render, render_converted, unmatched

# English with one figure, then its Ukrainian rendering; ~ stands for a no-break space.
CONVERTED = """
5,000 miles of roads | 8000~км (5000~миль)
645 miles west | 1040~км (645~миль)
1 mile away | 1,6~км (1~миля)
half a mile away | 0,8~км (0,5~милі)
0.1 miles away | 0,16~км (0,1~милі)
a 3.5-mile stretch | 5,6-кілометровий (3,5-мильний)
5-10 miles away | 8–16~км (5–10~миль)
100-125 miles away | 161–201~км (100–125~миль)
100 yards away | 91~м (100~ярдів)
6 feet tall | 1,8~м (6~футів)
30,000 feet up | 9100~м (30~000~футів)
6ft 2in tall | 1,88~м (6~футів 2~дюйми)
36 inches wide | 91~см (36~дюймів)
200lb of it | 91~кг (200~фунтів)
17 pounds of it | 7,7~кг (17~фунтів)
3 ounces of it | 85~г (3~унції)
1,600 acres of forest | 650~га (1600~акрів)
a 500-acre farm | 200-гектарний (500-акровий)
12,000 square miles of forest | 31~000~кв.~км (12~000~квадратних~миль)
3 billion cubic feet of gas | 85~мільйонів~кубічних~метрів (3~мільярди~кубічних~футів)
10 gallons of petrol | 38~л (10~галонів)
2.8 million gallons of it | 11~мільйонів~літрів (2,8~мільйона~галонів)
70mph winds | 110~км/год (70~миль/год)
50 knots of wind | 93~км/год (50~вузлів)
90°F outside | 32~°C (90~°F)
32°F outside | 0~°C (32~°F)
35°F outside | 2~°C (35~°F)
31°F outside | −1~°C (31~°F)
-40F outside | −40~°C (−40~°F)
98.6°F inside | 37~°C (98,6~°F)
100.4°F inside | 38~°C (100,4~°F)
90 degrees Fahrenheit outside | 32~°C (90~градусів~Фаренгейта)
minus 4 degrees Fahrenheit outside | −20~°C (−4~градуси~Фаренгейта)
some -10 to -20F outside | −23…−29~°C (−10…−20~°F)
"""

# What is metric, money or a plain number already, or has no metric value, stays as it is.
UNCONVERTED = """
£20 of it | 20~фунтів~стерлінгів
50 km of it | 50~км
50 people | 50
20°C outside | 20~°C
55,000 barrels of oil | 55~000~барелів
warmed by 3 degrees Fahrenheit | 3~градуси~Фаренгейта
9 degrees Fahrenheit warmer | 9~градусів~Фаренгейта
40 miles (64 km) away | 40~миль
40 miles (about 64 kilometres) away | 40~миль
64 km (40 miles) away | 64~км
"""


def _rows(table: str) -> list[tuple[str, str]]:
    rows = (line.split(" | ") for line in table.strip().splitlines())
    return [(text, rendering.replace("~", "\u00a0")) for text, rendering in rows]


@pytest.mark.parametrize(("text", "rendering"), _rows(CONVERTED))
def test_measure_is_rendered_in_metric_with_the_original_in_brackets(text: str, rendering: str) -> None:
    (figure,) = recognise(text, "en")
    assert render_converted(figure, "uk", text=text) == rendering


@pytest.mark.parametrize(("text", "rendering"), _rows(CONVERTED))
def test_converted_rendering_says_what_the_source_says(text: str, rendering: str) -> None:
    source, target = recognise(text, "en"), recognise(f"Це {rendering} тут.", "uk")
    assert len(target) == 2
    assert unmatched(source, target) == ([], [])


@pytest.mark.parametrize(("text", "rendering"), _rows(UNCONVERTED))
def test_what_needs_no_conversion_is_rendered_as_before(text: str, rendering: str) -> None:
    figure = recognise(text, "en")[0]
    assert render_converted(figure, "uk", text=text) == rendering == render(figure, "uk")


@pytest.mark.parametrize(
    "target",
    [
        "8000 км",
        "9000 км (5000 миль)",
        "8000 км (500 миль)",
        "8000 м (5000 миль)",
        "800 км (5000 миль)",
        "8000 км доріг, або 5000 миль",
        "8000 км і ще 8000 км (5000 миль)",
    ],
)
def test_another_metric_value_or_the_metric_value_alone_is_not_accepted(target: str) -> None:
    assert unmatched(recognise("5,000 miles", "en"), recognise(target, "uk")) != ([], [])


def test_original_may_stand_first_and_the_metric_value_in_brackets() -> None:
    assert unmatched(recognise("5,000 miles", "en"), recognise("5000 миль (8000 км)", "uk")) == ([], [])


def test_each_measure_accounts_for_one_metric_value() -> None:
    source = recognise("5 miles and 10 miles", "en")
    assert unmatched(source, recognise("8 км (5 миль) і 16 км (10 миль)", "uk")) == ([], [])
    missing, extra = unmatched(source, recognise("16 км (5 миль) і 16 км (10 миль)", "uk"))
    assert (missing, [f.text for f in extra]) == ([], ["16 км"])


@pytest.mark.parametrize(
    ("text", "locale", "rendering"),
    [
        ("5,000 miles", "de", "8.000 Kilometer (5.000 Meilen)"),
        ("5,000 miles", "fr", "8\u202f000\u00a0kilomètres (5\u202f000\u00a0miles)"),
        ("6 feet", "pl", "1,8 metra (6 stóp)"),
    ],
)
def test_other_locale_is_converted_with_its_cldr_names(text: str, locale: str, rendering: str) -> None:
    assert render_converted(recognise(text, "en")[0], locale) == rendering


def test_short_style_abbreviates_both() -> None:
    (figure,) = recognise("2.8 million gallons", "en")
    expected = "11 млн л (2,8 млн галонів)"
    assert render_converted(figure, "uk", style="short").replace("\u00a0", " ") == expected


_UNITS = {
    # The agreement of 1959: yard 0.9144 m, pound 0.45359237 kg; US gallon 231 cubic inches.
    "length-mile": Decimal("0.9144") * 1760 / 1000,
    "length-yard": Decimal("0.9144"),
    "length-foot": Decimal("0.9144") / 3,
    "length-inch": Decimal("0.9144") / 36 * 100,
    "mass-pound": Decimal("0.45359237"),
    "mass-ounce": Decimal("0.45359237") / 16 * 1000,
    "area-acre": Decimal("0.9144") ** 2 * 4840 / 10000,
    "volume-gallon": Decimal("2.54") ** 3 * 231 / 1000,
}


@given(st.decimals("0.1", 100000, places=1, allow_nan=False), st.sampled_from(sorted(_UNITS)))
def test_metric_value_is_the_exact_one_rounded_and_the_original_stays(value: Decimal, unit: str) -> None:
    figure = Figure(0, 1, "x", "measure", (value,), unit)
    metric = convert(figure)
    assert metric is not None
    exact = value * _UNITS[unit]
    assert abs(metric.values[0] - exact) <= exact * Decimal("0.05")  # two digits at the least
    assert figure.values == (value,)
    assert (metric.start, metric.end, metric.text) == (0, 1, "x")


@given(st.integers(-100, 400))
def test_fahrenheit_is_converted_to_the_nearest_degree(value: int) -> None:
    metric = convert(Figure(0, 1, "x", "measure", (Decimal(value),), "temperature-fahrenheit"))
    assert metric is not None
    assert abs(metric.values[0] - (Decimal(value) - 32) * 5 / 9) <= Decimal("0.5")
    assert "-" not in str(metric.values[0]) or metric.values[0] < 0
