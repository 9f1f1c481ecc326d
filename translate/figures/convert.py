"""Miles, feet, pounds, acres, gallons and Fahrenheit in metric, the original kept in brackets.

Exact factors: the international yard and pound agreement of 1959 (a yard is 0.9144 m, a pound 0.45359237 kg;
foot, inch, mile, ounce, acre and square mile follow from them), the international nautical mile of 1929
(1852 m), the US liquid gallon of 231 cubic inches (NIST Handbook 44, appendix C). Fahrenheit is
(F - 32) * 5 / 9 by the definition of the Celsius scale.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import ROUND_HALF_EVEN, Decimal

from translate.figures.grammar import before
from translate.figures.model import Figure
from translate.figures.render import render
from translate.figures.render_uk import symbol_uk
from translate.figures.units import FOOT_AND_INCH

_FOOT = Decimal("0.3048")
_MILE = Decimal("1.609344")
_FACTORS: dict[str, tuple[str, Decimal]] = {
    "length-mile": ("length-kilometer", _MILE),
    "length-nautical-mile": ("length-kilometer", Decimal("1.852")),
    "length-yard": ("length-meter", Decimal("0.9144")),
    "length-foot": ("length-meter", _FOOT),
    "length-inch": ("length-centimeter", Decimal("2.54")),
    "mass-pound": ("mass-kilogram", Decimal("0.45359237")),
    "mass-ounce": ("mass-gram", Decimal("28.349523125")),
    "area-acre": ("area-hectare", Decimal("0.40468564224")),
    "area-square-mile": ("area-square-kilometer", _MILE * _MILE),
    "area-square-foot": ("area-square-meter", _FOOT * _FOOT),
    "volume-cubic-foot": ("volume-cubic-meter", _FOOT * _FOOT * _FOOT),
    "volume-gallon": ("volume-liter", Decimal("3.785411784")),
    "speed-mile-per-hour": ("speed-kilometer-per-hour", _MILE),
    "speed-mile-per-second": ("speed-kilometer-per-second", _MILE),
    "speed-knot": ("speed-kilometer-per-hour", Decimal("1.852")),
}
_FAHRENHEIT = "temperature-fahrenheit"
_LEAST_DIGITS = 2
# `warmed by 3 degrees Fahrenheit`, `9 degrees Fahrenheit warmer`: a difference has no 32 to take away.
_DIFFERENCE_BEFORE = re.compile(
    r"\b(?:by|(?:rise|rose|risen|fall|fell|fallen|drop|dropped|increase|increased|decrease|decreased|warmed|"
    r"cooled|difference|swing|margin|within)(?:\sof)?)\s(?:(?:about|around|nearly|almost|some|up\sto|an?)\s)*$",
    re.IGNORECASE,
)
_DIFFERENCE_AFTER = re.compile(
    r"\s(?:of\s(?:warming|cooling)|(?:warmer|cooler|colder|hotter|higher|lower|above|below|more|less)"
    r"(?!\s(?:zero|freezing)))(?!\w)",
    re.IGNORECASE,
)
_METRIC = (
    r"(?:km/h|[kcm]?m|k?g|ha|°\s?C|C|\w*met(?:re|er)s?|kilos?|(?:kilo)?gram(?:me)?s?|lit(?:re|er)s?|hectares?"
    r"|(?:degrees\s)?celsius)"
)
_METRIC_AFTER = re.compile(
    rf"[^()\d]{{0,3}}\((?:[^()\d]{{0,12}})[\d.,\s–-]*\d\s?-?{_METRIC}\b", re.IGNORECASE
)
_METRIC_BEFORE = re.compile(rf"\d\s?-?{_METRIC}\s\((?:about|around|some|nearly|or)?\s?$", re.IGNORECASE)


def convert(figure: Figure, *, text: str = "") -> Figure | None:
    """Return `figure` in metric units, or None when it is no measure in miles, feet, pounds, Fahrenheit etc.

    The value is rounded to the significant digits of the source, at least two; degrees to the decimals of
    the source, as 35 °F and 100 °F are equally exact. Gallons are US gallons. `start`, `end` and `text` stay
    those of the source. With `text`, the text in which the figure stands, None is also returned for a
    difference of temperatures and where the author gives the metric value himself.

    >>> miles = Figure(0, 11, "5,000 miles", "measure", (Decimal(5000),), "length-mile")
    >>> metric = convert(miles)
    >>> metric and (metric.values, metric.unit)
    ((Decimal('8000'),), 'length-kilometer')
    """
    if text and _needs_none(figure, text):
        return None
    if figure.unit == FOOT_AND_INCH:
        feet, inches = figure.values
        metres = (feet * _FOOT + inches * _FOOT / 12).quantize(Decimal("0.01"), ROUND_HALF_EVEN)
        return replace(figure, values=(metres,), unit="length-meter")
    if figure.unit == _FAHRENHEIT:
        values = tuple(_celsius(value) for value in figure.values)
        return replace(figure, values=values, unit="temperature-celsius")
    if figure.unit not in _FACTORS:
        return None
    unit, factor = _FACTORS[figure.unit]
    # The ends of a range are equally exact: 5-10 miles are 8.0-16 km, and 100-125 miles 161-201.
    digits = max(_LEAST_DIGITS, *(_significant(value) for value in figure.values))
    return replace(
        figure, values=tuple(_rounded(value * factor, digits) for value in figure.values), unit=unit
    )


def render_converted(figure: Figure, locale: str, *, style: str = "long", text: str = "") -> str:
    """Return `figure` in metric with the original in brackets: `8000 км (5000 миль)`.

    What cannot be converted is rendered as `render` does. `locale`, `style` as in `render`, `text` as in
    `convert`.
    """
    original = render(figure, locale, style=style)
    metric = convert(figure, text=text)
    if metric is None:
        return original
    return f"{_metric(metric, locale, style)} ({original})"


def _metric(metric: Figure, locale: str, style: str) -> str:
    if locale.replace("-", "_").split("_")[0] == "uk":
        return symbol_uk(metric, short=style == "short")
    return render(metric, locale, style=style)


def _needs_none(figure: Figure, text: str) -> bool:
    if _METRIC_AFTER.match(text, figure.end) or before(_METRIC_BEFORE, text, figure.start):
        return True
    if figure.unit != _FAHRENHEIT:
        return False
    return bool(before(_DIFFERENCE_BEFORE, text, figure.start) or _DIFFERENCE_AFTER.match(text, figure.end))


def _celsius(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    step = Decimal(1).scaleb(min(exponent, 0) if isinstance(exponent, int) else 0)
    rounded = ((value - 32) * 5 / 9).quantize(step, ROUND_HALF_EVEN)
    return abs(rounded) if rounded == 0 else rounded


def _significant(value: Decimal) -> int:
    """Count the digits that say something: 2 in 1,600, 3 in 645, 3 in 1.50, as a written zero does."""
    exponent = value.as_tuple().exponent
    whole = not isinstance(exponent, int) or exponent >= 0
    return len((value.normalize() if whole else value).as_tuple().digits)


def _rounded(value: Decimal, digits: int) -> Decimal:
    if value == 0:
        return Decimal(0)
    step = Decimal(1).scaleb(value.adjusted() - digits + 1)
    rounded = value.quantize(step, ROUND_HALF_EVEN)
    return rounded.quantize(Decimal(1)) if rounded == rounded.to_integral_value() else rounded
