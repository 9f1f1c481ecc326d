"""Amounts, and what stands around them: the frame that all languages share.

A quantity is `[currency] amount [connector [currency] amount] [unit]`. A language says how it writes an
amount, its units and its connectors (`Grammar`); `quantities` turns every quantity of a text into figures.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, getcontext
from typing import NamedTuple

from translate.figures.currencies import CURRENCIES, is_money
from translate.figures.model import Figure
from translate.figures.units import PERCENT, UNITS

SPACE = "[ \u00a0\u202f\u2009]"
LEFT = r"(?<![\w@#])(?<!\w[-/'’])(?<!\d–)(?<!\d[.,:])"
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
        if self.scale == 1:
            return self.mantissa
        value = self.mantissa * self.scale
        whole = value.to_integral_value()
        fits = whole.adjusted() < getcontext().prec
        return whole.quantize(Decimal(1)) if fits and value == whole else value


@dataclass(frozen=True, slots=True)
class Grammar:
    """How one language writes quantities.

    `tokens` finds where an amount or a currency may begin; `amount(text, position, money)` reads one there.
    `before` matches a currency in front, `after` a unit behind (groups are named as in `units`).
    `ranges` are connectors that make one range, `pairs` (opener, connector) patterns that make two figures
    sharing scale and unit. `tail` is what may cling to the number with a hyphen. `begins` says whether a word
    that `tokens` finds can begin an amount at all; without it every one is tried.
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
    begins: Callable[[str], bool] | None = None


def quantities(text: str, grammar: Grammar) -> Iterator[Figure]:
    """Yield the numbers, money, percentages, measures and ranges of `text`, in text order.

    The ends of a range follow it: they count where the range loses to a longer figure (`March 12 to 15%`).
    """
    position = 0
    for token in grammar.tokens.finditer(text):
        if token.start() < position or (grammar.begins and _idle(token[0], grammar.begins)):
            continue
        for figure in _quantity(text, token.start(), grammar):
            yield figure
            position = max(position, figure.end)


def _idle(token: str, begins: Callable[[str], bool]) -> bool:
    return token.isalpha() and not begins(token)


_WINDOW = 48


def before(pattern: re.Pattern[str], text: str, end: int) -> re.Match[str] | None:
    """Search `pattern`, which ends in `$`, in the few words before `end`: the cost is that of a window."""
    return pattern.search(text, max(0, end - _WINDOW), end)


def below_zero(figure: Figure, text: str, pattern: re.Pattern[str], unit: str = "") -> Figure:
    """Return a temperature or bare number with the words for a minus after it (`below zero`) as negative.

    `unit` is what a bare number counts with those words: degrees in `15 морозу`.
    """
    if figure.kind not in ("number", "measure") or figure.values[0] <= 0:
        return figure
    frost = pattern.match(text, figure.end)
    if frost is None or not (figure.unit == "" or figure.unit.startswith("temperature")):
        return figure
    whole = text[figure.start : frost.end()]
    unit = figure.unit or unit
    kind = unit_kind(unit) if unit else figure.kind
    return replace(figure, end=frost.end(), text=whole, kind=kind, values=(-figure.values[0],), unit=unit)


def unit_kind(unit: str) -> str:
    """Return the kind of a figure with this unit: percent, money or measure."""
    return "percent" if unit == PERCENT else "money" if is_money(unit) else "measure"


class _Part(NamedTuple):
    start: int
    amount: Amount
    unit: str
    end: int
    prefixed: bool = False


def _quantity(text: str, start: int, grammar: Grammar) -> list[Figure]:
    first = _part(text, start, grammar)
    if first is None:
        return []
    return _pair(text, first, grammar) or _range(text, first, grammar) or [_figure(text, first, grammar)]


def _part(text: str, start: int, grammar: Grammar) -> _Part | None:
    """Read `[currency] amount [unit]` at `start`."""
    prefix = grammar.before.match(text, start)
    begin = prefix.end() if prefix else start
    amount = grammar.amount(text, begin, prefix is not None)
    if amount is None:
        return None
    if prefix and _RIGHT.match(text, amount.end):
        return _Part(start, amount, grammar.currencies[prefix.group(1)], amount.end, True)
    suffix = grammar.after.match(text, amount.end)
    # `every sixth euro` counts euros but is no sum of money.
    if suffix and suffix.lastgroup and not (amount.words and amount.kind == "ordinal"):
        return _Part(start, amount, grammar.units[suffix.lastgroup], suffix.end())
    return _Part(start, amount, "", amount.end) if _RIGHT.match(text, amount.end) else None


def _pair(text: str, first: _Part, grammar: Grammar) -> list[Figure]:
    """Read `from 3 to 5 million`, `between 5 and 10 percent`, `two or three km`: two figures."""
    for opener, connector in grammar.pairs:
        joint = connector.match(text, first.end)
        if joint and before(opener, text, first.start):
            second = _part(text, joint.end(), grammar)
            if second is not None:
                return [_figure(text, part, grammar) for part in _lend(first, second, dash=False)]
    return []


def _range(text: str, first: _Part, grammar: Grammar) -> list[Figure]:
    """Read `3-5`, `three to eight`, `$1.2–1.5bn` as one range; bare numbers that fall are a score."""
    joint = grammar.ranges.match(text, first.end)
    second = _part(text, joint.end(), grammar) if joint else None
    if joint is None or second is None:
        return []
    dash = not joint.group().strip().isalpha()
    low_part, high_part = _lend(first, second, dash=dash)
    if low_part.unit != high_part.unit:
        return []
    low, high = low_part.amount.value, high_part.amount.value
    if not dash and _is_year(low_part) and high > 2100 and text[first.start : first.end].isdigit():
        return []  # `fell in 2021 to 48,400`
    if dash and _is_year(low_part) and low % 100 < high < 100:
        high += low - low % 100  # the season 1995-96
    words = first.amount.words or second.amount.words
    score = dash and not words and not high_part.unit and 0 <= low < 1000
    colder = 0 > low > high
    if low >= high and not score and not colder:
        return []
    whole = _figure(text, high_part._replace(start=first.start), grammar)
    kind = "range" if low < high or colder else "score"
    ends = [_figure(text, part, grammar) for part in (first, second)]
    return [replace(whole, kind=kind, values=(low, high), words=words), *ends]


def _lend(first: _Part, second: _Part, *, dash: bool) -> tuple[_Part, _Part]:
    """Give each number what it leaves to the other to say: `1.2–1.5bn`, `3 to 5 percent`, `$3–5`.

    A unit behind the second is the first one's too. A currency in front of the first is the second one's too
    only across a dash or before a scale word: `$5 to 10 people` pays each of ten.
    """
    a, b = first.amount, second.amount
    if a.scale == 1 < b.scale and a.mantissa < b.mantissa and not first.unit.startswith("length"):
        a = a._replace(scale=b.scale)
    year = _is_year(first) and (is_money(second.unit) or second.unit == PERCENT)
    back = "" if second.prefixed or year else second.unit
    forward = first.unit if first.prefixed and (dash or b.scale > 1) else ""
    return (
        first._replace(amount=a, unit=first.unit or back),
        second._replace(unit=second.unit or forward),
    )


def _is_year(part: _Part) -> bool:
    return part.amount.scale == 1 and not part.unit and 1000 <= part.amount.value <= 2100


def _figure(text: str, part: _Part, grammar: Grammar) -> Figure:
    end, unit, amount = part.end, part.unit, part.amount
    if unit == "mass-pound" and amount.scale >= 10**6:
        unit = "GBP"  # nobody weighs millions of pounds in a newspaper
    kind = unit_kind(unit) if unit else amount.kind
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
    rows += [(c.code, f"(?i:{getattr(c, language)})".replace(" ", r"\s")) for c in CURRENCIES]
    for unit in measures:
        symbols = f"|{unit.symbols}" if unit.symbols else ""
        if language == "ukrainian" and unit.adjective:
            symbols += rf"|(?<=-){unit.adjective}\w{{2,3}}"
        rows.append((unit.id, f"(?i:{getattr(unit, language)}){symbols}"))
    names = {f"u{index}": unit for index, (unit, _) in enumerate(rows)}
    body = "|".join(f"(?P<u{index}>{pattern})" for index, (_, pattern) in enumerate(rows))
    return re.compile(rf"(?:{SPACE}|-)?(?:{body})(?![\w²³])"), names
