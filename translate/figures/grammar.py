"""Amounts, and what stands around them: the frame that all languages share.

A quantity is `[currency] amount [connector [currency] amount] [unit]`. A language says how it writes an
amount, its units and its connectors (`Grammar`); `quantities` turns every quantity of a text into figures.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from translate.figures.currencies import CURRENCIES, is_money
from translate.figures.model import Figure
from translate.figures.units import PERCENT, UNITS

SPACE = "[ \u00a0\u202f\u2009]"
LEFT = r"(?<![\w@#])(?<!\w[-–/'’])(?<!\d[.,:])"
_RIGHT = re.compile(r"(?![\w@])(?![.,:/]\d)")


class Amount(NamedTuple):
    """A number read at a position of a text: it ends at `end` and its value is `mantissa * scale`."""

    end: int
    mantissa: Decimal
    scale: Decimal = Decimal(1)
    words: bool = False
    kind: str = "number"

    @property
    def value(self) -> Decimal:
        """The number itself; decimals that a scale used up (`1.5` million) are gone."""
        value = self.mantissa * self.scale
        whole = value.to_integral_value()
        return whole.quantize(Decimal(1)) if self.scale > 1 and value == whole else value


@dataclass(frozen=True, slots=True)
class Grammar:
    """How one language writes quantities.

    `tokens` finds where an amount or a currency may begin; `amount(text, position, money)` reads one there.
    `before` matches a currency in front, `after` a unit behind (groups are named as in `units`).
    `ranges` are connectors that make one range, `pairs` (opener, connector) patterns that make two figures
    sharing scale and unit. `tail` is what may cling to the number with a hyphen.
    """

    tokens: re.Pattern[str]
    amount: Callable[[str, int, bool], Amount | None]
    before: re.Pattern[str]
    currencies: Mapping[str, str]
    after: re.Pattern[str]
    units: Mapping[str, str]
    ranges: re.Pattern[str]
    pairs: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    tail: re.Pattern[str]


def quantities(text: str, grammar: Grammar) -> Iterator[Figure]:
    """Yield the numbers, money, percentages, measures and ranges of `text`, in text order."""
    position = 0
    for token in grammar.tokens.finditer(text):
        if token.start() < position:
            continue
        for figure in _quantity(text, token.start(), grammar):
            yield figure
            position = figure.end


class _Part(NamedTuple):
    start: int
    amount: Amount
    unit: str
    end: int


def _quantity(text: str, start: int, grammar: Grammar) -> list[Figure]:
    first = _part(text, start, grammar)
    if first is None:
        return []
    second = _second(text, first, grammar)
    if second is None:
        return [_figure(text, first, grammar)]
    part, is_range = second
    first = _share(first, part)
    part = _share(part, first)
    if not is_range:
        return [_figure(text, first, grammar), _figure(text, part, grammar)]
    low, high = first.amount.value, part.amount.value
    if first.amount.scale == part.amount.scale == 1 and 1000 <= low <= 2100 and low % 100 < high < 100:
        high += low - low % 100  # the season 1995-96
    if low >= high and not _plain(first, part):
        return [_figure(text, first, grammar)]
    whole = _figure(text, part._replace(start=start), grammar)
    kind = "range" if low < high else "score"
    words = first.amount.words or part.amount.words
    return [replace(whole, kind=kind, values=(low, high), words=words)]


def _part(text: str, start: int, grammar: Grammar) -> _Part | None:
    """Read `[currency] amount [unit]` at `start`."""
    prefix = grammar.before.match(text, start)
    begin = prefix.end() if prefix else start
    amount = grammar.amount(text, begin, prefix is not None)
    if amount is None:
        return None
    if prefix and _RIGHT.match(text, amount.end):
        return _Part(start, amount, grammar.currencies[prefix.group(1)], amount.end)
    suffix = grammar.after.match(text, amount.end)
    # `every sixth euro` counts euros but is no sum of money.
    if suffix and suffix.lastgroup and not (amount.words and amount.kind == "ordinal"):
        return _Part(start, amount, grammar.units[suffix.lastgroup], suffix.end())
    return _Part(start, amount, "", amount.end) if _RIGHT.match(text, amount.end) else None


def _second(text: str, first: _Part, grammar: Grammar) -> tuple[_Part, bool] | None:
    """Read a connector and a second amount after the first; say whether the two make a range."""
    for opener, connector in grammar.pairs:
        joint = connector.match(text, first.end)
        if joint and opener.search(text, 0, first.start):
            part = _part(text, joint.end(), grammar)
            if part is not None:
                return part, False
    joint = grammar.ranges.match(text, first.end)
    if joint is None:
        return None
    part = _part(text, joint.end(), grammar)
    if part is None or not _compatible(first.unit, part.unit):
        return None
    low, high = _share(first, part).amount.value, part.amount.value
    if low >= high and (joint.group().strip(" \u00a0").isalpha() or first.amount.words):
        return None
    return part, True


def _compatible(first: str, second: str) -> bool:
    return not first or not second or first == second


def _share(part: _Part, other: _Part) -> _Part:
    """Give `part` the scale and the unit it leaves to the other: `1.2–1.5bn`, `3 to 5 percent`."""
    amount, unit = part.amount, part.unit or other.unit
    bare = amount.scale == 1 and not part.unit.startswith("length")
    if bare and other.amount.scale > 1 and part.end < other.end and amount.mantissa < other.amount.mantissa:
        amount = amount._replace(scale=other.amount.scale)
    return part._replace(amount=amount, unit=unit)


def _plain(first: _Part, second: _Part) -> bool:
    """Two bare numbers with a dash that do not rise are a score."""
    return not first.unit and not second.unit and first.amount.value < 1000


def _figure(text: str, part: _Part, grammar: Grammar) -> Figure:
    end, unit, amount = part.end, part.unit, part.amount
    if unit == "mass-pound" and amount.scale >= 10**6:
        unit = "GBP"  # nobody weighs millions of pounds in a newspaper
    if unit == PERCENT:
        kind = "percent"
    elif is_money(unit):
        kind = "money"
    elif unit:
        kind = "measure"
    else:
        kind = amount.kind
    tail = grammar.tail.match(text, end)
    if tail:
        end = tail.end()
        kind = "age" if tail.group(1) else kind
    return Figure(part.start, end, text[part.start : end], kind, (amount.value,), unit, amount.words)


def before_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern for a currency in front of an amount, and its spellings by code (`US$` → USD)."""
    spellings = {
        spelling.replace("\\", ""): currency.code
        for currency in CURRENCIES
        for spelling in currency.before.split("|")
    }
    longest_first = sorted(spellings, key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))}){SPACE}?(?=[\d.])"), spellings


def after_pattern(language: str, percent: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern for a unit or currency behind an amount, and the unit of each of its groups.

    `language` is "english" or "ukrainian", `percent` the pattern for a percentage.
    """
    rows = [(PERCENT, f"(?i:{percent})")]
    # Points of a percentage are longer than the percentage, whole currencies longer than bare units.
    points, *measures = UNITS
    rows.insert(0, (points.id, f"(?i:{getattr(points, language)})"))
    rows += [(c.code, f"(?i:{getattr(c, language)})") for c in CURRENCIES]
    for unit in measures:
        symbols = f"|{unit.symbols}" if unit.symbols else ""
        rows.append((unit.id, f"(?i:{getattr(unit, language)}){symbols}"))
    names = {f"u{index}": unit for index, (unit, _) in enumerate(rows)}
    body = "|".join(f"(?P<u{index}>{pattern})" for index, (_, pattern) in enumerate(rows))
    return re.compile(rf"(?:{SPACE}|-)?(?:{body})(?![\w²³])"), names
