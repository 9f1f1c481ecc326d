"""Write a figure for a target locale, by CLDR through Babel."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_currency, format_decimal, get_decimal_symbol
from babel.units import format_unit

from translate.figures.currencies import is_money
from translate.figures.english_numerals import NUMBER_WORDS
from translate.figures.model import Figure
from translate.figures.render_uk import render_uk, singular
from translate.figures.units import FOOT_AND_INCH, PERCENT, PERCENT_POINT

# `a thousand people` is тисяча людей, and no engine needs `1 тисяча` for that.
_A_SCALE = re.compile(r"(?:an?|one)\s\w+$", re.IGNORECASE)

# `under-25s`, `mid-30s`: the words around the number are part of what it says.
_BAND = re.compile(r"^[A-Za-z]+[-\s]\d+s\b")

# `from 12 to 15 March` is `з 12 до 15 березня`: a rendering with a dash would not fit its preposition.
_JOINED_DAYS = re.compile(r"\d\w*\s(?:to|and)\s\d")


def render(figure: Figure, locale: str, *, style: str = "long") -> str:
    """Return `figure` as the target locale writes it, in the nominative, spaces inside it not breaking.

    `locale` is a BCP 47 or CLDR code; `style` "long" writes `432 мільярди доларів`, "short"
    `432 млрд дол.` (Ukrainian only). Number patterns, plural categories and names are those of CLDR as
    Babel carries it.

    >>> render(Figure(0, 6, "17,000", "number", (Decimal(17000),)), "uk")
    '17\\xa0000'
    """
    code = locale.replace("-", "_")
    if code.split("_")[0] == "uk":
        return render_uk(figure, short=style == "short")
    return _render(figure, code)


def annotatable(figure: Figure) -> bool:
    """Return whether an engine is helped by reading the figure's rendering beside it.

    Digits, money, dates, measures and large numbers are; numbers in words up to twelve, ordinals, decades
    and numbers that are part of a compound adjective (`3.5-mile`, `34-year-old`) need a form that the
    sentence decides, so the engine writes them and they are only verified.
    """
    if figure.kind in ("ordinal", "decade", "age", "century") or figure.unit == "mid":
        return False
    if _BAND.search(figure.text) or (figure.kind == "date" and _JOINED_DAYS.search(figure.text)):
        return False
    head, dash, last = figure.text.rpartition("-")
    if dash and head and last.isalpha() and last.islower() and last not in NUMBER_WORDS:
        return False
    if figure.words and figure.kind in ("number", "range", "fraction", "time"):
        return figure.kind == "number" and figure.values[0] > 12 and not _A_SCALE.match(figure.text)
    return True


def _render(figure: Figure, code: str) -> str:
    if figure.kind == "designation":
        return singular(figure.text)
    locale = Locale.parse(code)
    if figure.kind == "date":
        return _date(figure, locale)
    if figure.kind == "time":
        hour, minute = figure.values
        return f"{int(hour):02}:{int(minute):02}"
    if figure.kind == "year":
        return str(figure.values[0])
    if figure.kind == "score":
        return "–".join(str(value) for value in figure.values)
    if figure.kind == "decade":
        return f"{int(figure.values[0])}s" if locale.language == "en" else str(figure.values[0])
    if figure.unit == FOOT_AND_INCH:
        feet, inches = figure.values
        return f"{_quantity(feet, 'length-foot', locale)} {_quantity(inches, 'length-inch', locale)}"
    if len(figure.values) == 2:
        low, high = (decimal(value, code) for value in figure.values)
        dash = "…" if high.startswith(("-", "−")) else "–"
        return f"{low}{dash}{_quantity(figure.values[1], figure.unit, locale)}"
    return _quantity(figure.values[0], figure.unit, locale)


def _quantity(value: Decimal, unit: str, locale: Locale) -> str:
    code = str(locale)
    if unit in (PERCENT, PERCENT_POINT):
        pattern = locale.percent_formats[None].pattern
        suffix: str = pattern[pattern.rindex("0") + 1 :].split(";")[0]
        return decimal(value, code) + suffix
    if is_money(unit):
        return str(format_currency(value, unit, locale=code, format_type="name", currency_digits=False))
    if unit:
        try:
            return str(format_unit(value, unit, length="long", locale=code))
        except (KeyError, ValueError):
            return decimal(value, code)
    return decimal(value, code)


def decimal(value: Decimal, code: str) -> str:
    """Return a number with the locale's separators, keeping the decimals it has (Babel drops a final 0)."""
    whole, _, part = f"{value:f}".partition(".")
    text = str(format_decimal(Decimal(whole), locale=code))
    if whole.startswith("-") and int(whole) == 0:
        text = f"-{text.lstrip('-')}"
    return text + (str(get_decimal_symbol(code)) + part if part else "")


def _date(figure: Figure, locale: Locale) -> str:
    year, month, day = (int(value) for value in figure.values[:3])
    when = datetime.date(year or 2000, month, day or 1)
    code = str(locale)
    if year and day:
        return str(format_date(when, "long", locale=code))
    return str(format_skeleton("MMMMd" if day else "yMMMM" if year else "MMMM", when, locale=code))
