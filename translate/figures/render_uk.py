"""Write a figure in Ukrainian: plurals by CLDR, no-break spaces, months and currencies in their cases.

CLDR 47 for `uk`: minimumGroupingDigits is 2, so 5000 has no separator and 17 000 has (Babel ignores this);
plural categories one (1, 21), few (2-4, 22-24), many (0, 5-20, 25-30) and other (decimals).
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from babel import Locale
from babel.numbers import format_decimal

from translate.figures.currencies import CURRENCY_BY_CODE, is_money
from translate.figures.model import Figure
from translate.figures.units import FOOT_AND_INCH, PER, PERCENT, UNIT_BY_ID

_NBSP = "\u00a0"
_CATEGORIES = ("one", "few", "many", "other")
_PLURAL = Locale("uk").plural_form
_SCALES = (
    (Decimal(10**12), ("трильйон", "трильйони", "трильйонів", "трильйона"), "трлн"),
    (Decimal(10**9), ("мільярд", "мільярди", "мільярдів", "мільярда"), "млрд"),
    (Decimal(10**6), ("мільйон", "мільйони", "мільйонів", "мільйона"), "млн"),
    (Decimal(10**3), ("тисяча", "тисячі", "тисяч", "тисячі"), "тис."),
)
_SCALED = re.compile(
    r"thousand|million|billion|trillion|hundred|grand|(?<=\d)\s?(?:k|m|b|t|mn|mln|mil|bn|bln|tn|trn|[bm](?=cm))(?!\w(?!m))"
    r"|тис|мільйон|мільярд|трильйон|млн|млрд|трлн",
    re.IGNORECASE,
)
_MONTHS = [
    "січня",
    "лютого",
    "березня",
    "квітня",
    "травня",
    "червня",
    "липня",
    "серпня",
    "вересня",
    "жовтня",
    "листопада",
    "грудня",
]
_MONTHS_ALONE = [
    "січень",
    "лютий",
    "березень",
    "квітень",
    "травень",
    "червень",
    "липень",
    "серпень",
    "вересень",
    "жовтень",
    "листопад",
    "грудень",
]
_ADJECTIVAL = re.compile(r"[\da-z]-[a-z]+(?:-[a-z]+)*$")
_PARTS = {
    Fraction(1, 2): "половина",
    Fraction(1, 3): "третина",
    Fraction(2, 3): "дві третини",
    Fraction(1, 4): "чверть",
    Fraction(3, 4): "три чверті",
}
_TOPS = ("", "одна", "дві", "три", "чотири", "п’ять", "шість", "сім", "вісім", "дев’ять")
_BOTTOMS = {5: "п’ят", 6: "шост", 7: "сьом", 8: "восьм", 9: "дев’ят", 10: "десят"}
# Soviet and Ukrainian arms keep their Cyrillic names; everything else is copied.
_CYRILLIC = {
    "Su": "Су",
    "MiG": "МіГ",
    "Mig": "МіГ",
    "Tu": "Ту",
    "Il": "Іл",
    "An": "Ан",
    "Ka": "Ка",
    "Mi": "Мі",
    "Yak": "Як",
    "T": "Т",
    "S": "С",
    "BMP": "БМП",
    "BTR": "БТР",
    "BM": "БМ",
    "Kh": "Х",
}


def render_uk(figure: Figure, *, short: bool = False) -> str:
    """Return the Ukrainian rendering in the nominative; `short` abbreviates scales and currencies."""
    match figure.kind:
        case "designation":
            return _designation(figure.text)
        case "date":
            return _date(figure)
        case "time":
            hour, minute = (int(value) for value in figure.values)
            return f"{hour or '00'}:{minute:02}"
        case "year":
            return str(figure.values[0])
        case "ordinal":
            return number(figure.values[0])
        case "decade":
            return f"{int(figure.values[0])}-ті"
        case "century":
            return f"{_roman(int(figure.values[0]))}{_NBSP}століття"
        case "age":
            return f"{number(figure.values[0])}-річний"
        case "fraction":
            return _fraction(figure)
        case "score":
            return ":".join(str(value) for value in figure.values)
        case "range":
            return _range(figure, short)
    if figure.unit == FOOT_AND_INCH:
        pairs = zip(figure.values, ("length-foot", "length-inch"), strict=True)
        return " ".join(number(v) + _NBSP + plural(v, UNIT_BY_ID[unit].forms) for v, unit in pairs)
    return _quantity(figure, figure.values[0], short)


def symbol_uk(figure: Figure, *, short: bool = False) -> str:
    """Return a measure with the symbol of its unit (`8000 км`); scales and adjectives need words."""
    symbol = UNIT_BY_ID[figure.unit].short
    if not symbol or _scaled(figure) or _ADJECTIVAL.search(figure.text):
        return render_uk(figure, short=short)
    dash = "…" if figure.values[-1] < 0 else "–"
    return dash.join(number(_trim(value)) for value in figure.values) + _NBSP + symbol.replace(" ", _NBSP)


def number(value: Decimal) -> str:
    """Return a number with a decimal comma, grouped by no-break spaces from five digits on.

    >>> number(Decimal("17000")), number(Decimal("5000")), number(Decimal("1.20"))
    ('17\\xa0000', '5000', '1,20')
    """
    whole, _, part = f"{abs(value):f}".partition(".")
    text = str(format_decimal(Decimal(whole), locale="uk", group_separator=len(whole) > 4))
    return ("−" if value < 0 else "") + text + ("," + part if part else "")


def plural(value: Decimal, forms: tuple[str, str, str, str]) -> str:
    """Choose among (one, few, many, other) by the CLDR plural rule of Ukrainian.

    >>> plural(Decimal(432), ("мільярд", "мільярди", "мільярдів", "мільярда"))
    'мільярди'
    """
    return forms[_CATEGORIES.index(_PLURAL(abs(value)))]


def _quantity(figure: Figure, value: Decimal, short: bool) -> str:
    amount, scaled, form = _amount(figure, value, short)
    unit = figure.unit
    if unit == PERCENT:
        return amount + "%"
    if is_money(unit):
        currency = CURRENCY_BY_CODE.get(unit)
        if currency is None:
            return f"{amount}{_NBSP}{unit}"
        name = currency.short if short and currency.short else _pick(currency.forms, form, scaled)
        return f"{amount}{_NBSP}{name}"
    known = UNIT_BY_ID.get(unit)
    if known is None:
        return amount
    if _ADJECTIVAL.search(figure.text) and known.adjective and not scaled:
        return f"{amount}-{known.adjective}ий"
    if short and known.short:
        return amount + ("" if known.short == "°" else _NBSP) + known.short.replace(" ", _NBSP)
    if _is_symbol(figure.text) and known.short:
        return amount + ("" if known.short == "°" else _NBSP) + known.short.replace(" ", _NBSP)
    name = _pick(known.forms, form, scaled).replace(" ", _NBSP)
    per = f" {PER[unit]}" if unit in PER else ""
    return f"{amount}{_NBSP}{name}{per}"


def _amount(figure: Figure, value: Decimal, short: bool) -> tuple[str, bool, Decimal]:
    """Return the number, whether a scale word ends it, and the number that decides the plural."""
    if _scaled(figure) or _lends(figure.text, value):
        for scale, forms, abbreviation in _SCALES:
            mantissa = _trim(value / scale)
            if abs(mantissa) >= 1 and _short_enough(mantissa, scale):
                name = abbreviation if short else plural(mantissa, forms)
                return f"{number(mantissa)}{_NBSP}{name}", True, value
    value = _as_written(figure, value)
    return number(value), False, value


def _scaled(figure: Figure) -> bool:
    """Whether the source wrote a scale; the m of `2,000m` is none when it is a metre."""
    own = figure.unit in ("length-meter", "mass-tonne")
    return _SCALED.search(re.sub(r"\s?[mt]$", "", figure.text) if own else figure.text) is not None


def _lends(text: str, value: Decimal) -> bool:
    """The scale stands with the next number: the 3 of `from 3 to 5 million`."""
    return text.isdigit() and Decimal(text) < value


def _trim(value: Decimal) -> Decimal:
    value = value.normalize()
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def _short_enough(mantissa: Decimal, scale: Decimal) -> bool:
    """Thousands only when whole: 1200 is no `1,2 тисячі`."""
    exponent = mantissa.as_tuple().exponent
    return isinstance(exponent, int) and -exponent <= (0 if scale == 1000 else 3)


def _as_written(figure: Figure, value: Decimal) -> Decimal:
    """Drop the decimals that scaling left (`500000.0`), keep those the source wrote (`1.20`)."""
    return value if re.search(r"\.\d|\d,\d{1,2}(?!\d)", figure.text) else _trim(value)


def _pick(forms: tuple[str, str, str, str], value: Decimal, scaled: bool) -> str:
    """After мільйон and the like the counted noun is in the genitive plural, which is the form `many`."""
    return (forms[2] if scaled else plural(value, forms)).replace(" ", _NBSP)


def _is_symbol(text: str) -> bool:
    """The source wrote a symbol (7.62mm, 165 km/h), so the target does."""
    return (
        re.search(
            r"(?<=[\d\s])(?:mm|cm|k[mg]s?|km/[hs]|kph|mph|m|m/s|[km]?m[²2³3]|ha|[GMk]Wh?|°\s?[CF]?|[CFgt])$",
            text,
        )
        is not None
    )


def _range(figure: Figure, short: bool) -> str:
    low, high = figure.values
    whole = _quantity(figure, high, short)
    if high < 0:
        return f"{number(_as_written(figure, low))}…{whole}"
    if not _scaled(figure):
        return f"{number(_as_written(figure, low))}–{whole}"
    for scale, _, _ in _SCALES:
        if high >= scale and _short_enough(_trim(high / scale), scale):
            if low * 1000 >= scale * 10:
                return f"{number(_trim(low / scale))}–{whole}"
            break
    return f"{_amount(figure, low, short)[0]} – {whole}"


def _date(figure: Figure) -> str:
    year, month, *days = (int(value) for value in figure.values)
    if figure.unit == "mid":
        text = f"середина {_MONTHS[month - 1]}"
    elif days[0]:
        text = "–".join(str(day) for day in days) + _NBSP + _MONTHS[month - 1]
    else:
        text = _MONTHS_ALONE[month - 1]
    return f"{text} {year}{_NBSP}року" if year else text


def _fraction(figure: Figure) -> str:
    value = Fraction(figure.values[0]).limit_denominator(100)
    if not figure.words or value.numerator > 9 or (value not in _PARTS and value.denominator not in _BOTTOMS):
        if value > 1 and value.denominator > 1:
            whole = value.numerator // value.denominator
            return f"{whole}{_NBSP}{value.numerator % value.denominator}/{value.denominator}"
        return f"{value.numerator}/{value.denominator}"
    if value in _PARTS:
        return _PARTS[value].replace(" ", _NBSP)
    ending = "а" if value.numerator == 1 else "их"
    return f"{_TOPS[value.numerator]}{_NBSP}{_BOTTOMS[value.denominator]}{ending}"


def _designation(text: str) -> str:
    if re.match(r"(?:Nos?\.?\s?|#\s?|№\s?)\d", text):
        return "№" + _NBSP + re.sub(r"^\D+", "", text)
    text = singular(text)
    prefix, dash, rest = text.partition("-")
    if dash and prefix in _CYRILLIC and rest[:1].isdigit():
        return f"{_CYRILLIC[prefix]}-{rest}"
    return text


def singular(text: str) -> str:
    """Return a designation without the plural s of English: `F-16s` names the F-16."""
    return re.sub(r"(?<=\d)s$", "", text)


def _roman(value: int) -> str:
    tens, ones = divmod(value, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
