"""Figures in digits, for languages that have no recogniser of their own.

Separators, month names, currency names and unit names are those of CLDR through Babel; numbers in words are
not read. What looks alike everywhere (ISO dates, clock times, designations) is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import get_month_names
from babel.numbers import get_currency_name, get_currency_symbol, get_decimal_symbol, get_group_symbol
from babel.units import format_unit

from translate.figures.currencies import CURRENCIES
from translate.figures.grammar import LEFT, SPACE, Amount, Grammar, before_pattern, quantities
from translate.figures.model import Figure
from translate.figures.patterns import common, figure, longest
from translate.figures.units import PERCENT, UNITS

_SAMPLES = (Decimal(1), Decimal(2), Decimal(5), Decimal("1.5"), Decimal(1000000))


@dataclass(frozen=True, slots=True)
class _Rules:
    grammar: Grammar
    date: re.Pattern[str]
    months: dict[str, int]


def neutral_figures(text: str, language: str) -> tuple[Figure, ...]:
    """Return the figures in digits of a text in any language of CLDR; unknown ones are read as English."""
    rules = _rules(language.replace("-", "_"))
    return longest(text, _candidates(text, rules))


def _candidates(text: str, rules: _Rules) -> Iterator[Figure]:
    amounts = list(quantities(text, rules.grammar))
    spans = {(amount.start, amount.end) for amount in amounts}
    yield from amounts
    for candidate in common(text):
        # 1.000.000 is a number where a point groups, not the version of something.
        if candidate.kind != "designation" or (candidate.start, candidate.end) not in spans:
            yield candidate
    for m in rules.date.finditer(text):
        if m["day"] or m["year"]:
            yield figure(m, "date", m["year"] or "0", str(rules.months[m["month"].lower()]), m["day"] or "0")


@cache
def _rules(code: str) -> _Rules:
    try:
        locale = Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    name = str(locale)
    amount = _reader(str(get_group_symbol(name)), str(get_decimal_symbol(name)))
    before, codes = before_pattern()
    after, units = _after(name)
    grammar = Grammar(
        tokens=re.compile(rf"{LEFT}(?:[-−](?=\d)|\d|[A-Z]{{0,3}}[$£€₴₽¥₺₪₹]|[A-Z]{{3}}\s?(?=\d))"),
        amount=amount,
        before=before,
        currencies=codes,
        after=after,
        units=units,
        ranges=re.compile(r"[-–](?=\d)"),
        pairs=(),
        tail=re.compile(r"(?!)()"),
    )
    months = {
        str(month).lower(): number
        for context in ("format", "stand-alone")
        for number, month in get_month_names("wide", context=context, locale=name).items()
    }
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    date = re.compile(
        rf"(?<![\w.,])(?:(?P<day>0?[1-9]|[12]\d|3[01])(?:\.|er)?{SPACE}(?:de{SPACE})?)?(?P<month>{names})"
        rf"(?:{SPACE}(?:de{SPACE})?(?P<year>\d{{4}}))?(?!\w)",
        re.IGNORECASE,
    )
    return _Rules(grammar, date, months)


def _reader(group: str, point: str) -> Callable[[str, int, bool], Amount | None]:
    """Return a reader of digits. Any space groups where the locale groups with a space."""
    separator = SPACE if group.isspace() else re.escape(group)
    literal = re.compile(
        rf"([-−](?=\d))?(\d{{1,3}}(?:{separator}\d{{3}})+(?!\d)|\d+)(?:{re.escape(point)}(\d+))?(?!{re.escape(point)}\d)"
    )

    def read(text: str, position: int, money: bool) -> Amount | None:  # noqa: ARG001
        match = literal.match(text, position)
        if match is None:
            return None
        value = Decimal(re.sub(r"\D", "", match[2]) + ("." + match[3] if match[3] else ""))
        return Amount(match.end(), -value if match[1] else value)

    return read


def _after(name: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the pattern of what CLDR writes behind an amount: %, currencies, units, in every plural form."""
    names: dict[str, str] = {"%": PERCENT}
    for currency in CURRENCIES:
        for sample in _SAMPLES:
            names[str(get_currency_name(currency.code, count=sample, locale=name))] = currency.code
        names[str(get_currency_symbol(currency.code, locale=name))] = currency.code
        names[currency.code] = currency.code
    for unit in UNITS:
        for sample in _SAMPLES:
            for spelling in _spellings(sample, unit.id, name):
                names.setdefault(spelling, unit.id)
    rows = sorted(names.items(), key=lambda row: len(row[0]), reverse=True)
    body = "|".join(f"(?P<u{index}>{re.escape(text)})" for index, (text, _) in enumerate(rows))
    return re.compile(rf"(?:{SPACE}|-)?(?:{body})(?![\w²³])"), {
        f"u{i}": unit for i, (_, unit) in enumerate(rows)
    }


def _spellings(sample: Decimal, unit: str, name: str) -> list[str]:
    try:
        written = [str(format_unit(sample, unit, length=length, locale=name)) for length in ("long", "short")]
    except (KeyError, ValueError):
        return []
    texts = [re.sub(rf"^[\d.,\s]+{SPACE}?", "", text).strip() for text in written]
    return [text for text in texts if text and text != unit]
