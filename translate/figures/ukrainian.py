"""Figures in Ukrainian text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from translate.figures.grammar import (
    LEFT,
    Grammar,
    after_pattern,
    before,
    before_pattern,
    below_zero,
    quantities,
    unit_kind,
)
from translate.figures.model import Figure
from translate.figures.patterns import DIGIT, common, figure, longest
from translate.figures.ukrainian_hints import begins_number, hints
from translate.figures.ukrainian_numerals import (
    CARDINALS,
    ENDING,
    ORDINALS,
    fold,
    ukrainian_amount,
)
from translate.figures.ukrainian_times import RIK, STEMS, ukrainian_times
from translate.figures.units import FOOT_AND_INCH, PERCENT, UNITS

_TIMES = "|".join(word.replace("'", "['’ʼ]") for word, value in CARDINALS.items() if 0 < value < 10)
_FRACTION = re.compile(
    rf"(?<!\w)(?:(?P<times>{_TIMES})\s)?"
    r"(?P<part>половин(?:а|и|у|ою|і)?|третин(?:а|и|у|ою|і|ами|ам|ах)?|чверт(?:ь|і|ю|ей|ями|ях|ям)|чвертю"
    r"|(?:четверт|п['’ʼ]ят|шост|сьом|восьм|дев['’ʼ]ят|десят|сот)(?:а|у|ої|ою|ій|их|ими|им))"
    r"(?P<suffix>\s(?:частин|частк)\w+)?(?!\w)",
    re.IGNORECASE,
)
_NAMED_PARTS = (("половин", 2), ("третин", 3), ("чверт", 4))
_PART_OF_UNIT = re.compile(r"(?<!\w)пів(?=\w|\s)", re.IGNORECASE)
_FOOT_AND_INCH = re.compile(
    r"(?<![\w.,])(\d{1,2})\sфут\w*(?:\s(?:і|й|та))?\s(\d{1,2})\sдюйм\w*", re.IGNORECASE
)
_HALF = re.compile(
    r"(?<!\w)[Пп]ів(?=\s(?!на\s|тисяч|мільйон|мільярд|трильйон)[а-яіїєґ]|столітт|годин|рок|дня|доби)\s?(?:столітт|годин|рок|дн|доб)?[а-яіїєґ]*"
)
_COMPOUND_STEMS = {
    "1_5": "півтора",
    1: "одно",
    2: "двох?",
    3: "тр(?:и|ьох)",
    4: "чотир(?:и|ьох)",
    5: "п['’ʼ]яти",
    6: "шести",
    7: "семи",
    8: "восьми",
    9: "дев['’ʼ]яти",
    10: "десяти",
    11: "одинадцяти",
    12: "дванадцяти",
    13: "тринадцяти",
    14: "чотирнадцяти",
    15: "п['’ʼ]ятнадцяти",
    16: "шістнадцяти",
    17: "сімнадцяти",
    18: "вісімнадцяти",
    19: "дев['’ʼ]ятнадцяти",
    20: "двадцяти",
    30: "тридцяти",
    40: "сорока",
    50: "п['’ʼ]ятдесяти",
    60: "шістдесяти",
    70: "сімдесяти",
    80: "вісімдесяти",
    90: "дев['’ʼ]яносто",
    100: "сто",
    1000: "тисячо",
}
_COMPOUND = re.compile(
    "(?<!\\w)(?!століт|сторі|сторон|сторін|десятилі|десятиріч(?=ч)|тисячолі|семисот)(?:"
    + "|".join(f"(?P<c{value}>{stem})" for value, stem in _COMPOUND_STEMS.items())
    + r")(?:(?:річ|ден|годин|хвилин|тиж|місяч|місяц|поверх|кімнат|коліс|кілометр|метров|мильн|відсотк|разов"
    r"|тонн|фунтов|гектарн|кілограмов|акров|градус|сторон|етап|ступен|тисяч|мільйон|мільярд|осіб|член|ряд|вимір|ядер|атом|пал|голов|мов"
    r"|літ|крат|секунд|футов|місн|двер|мотор|палуб|голос|класн|склад|рівнев|знач|доларов|евр|юн|бальн|міліметр|тур"
    r"|точков|очков|ніж|бічн|барвн|полосн|смугов|раунд|особ|сот|дюйм|зірков|струн|слів|сторінк)[а-яіїєґ]*)",
    re.IGNORECASE,
)
_ADJECTIVES = [(unit.adjective, unit.id) for unit in UNITS if unit.adjective] + [("відсотков", PERCENT)]
_POWERS = {"тисячн": 10**3, "мільйонн": 10**6, "мільярдн": 10**9}
_BARE_YEAR = re.compile(rf"(?:1\d{{3}}|20\d\d|2100)(?:{ENDING.pattern})?")
_YEAR_AFTER = re.compile(rf"\s{RIK}")
_YEAR_BEFORE = re.compile(r"\b(?:рік|роки|" + "|".join(STEMS) + r"\w*)\s$")

_SIGN = re.compile("[½¼¾⅓⅔]")
_BELOW_ZERO = re.compile(r"\s(?:нижче\sнуля|мороз(?:у|ом|і)?)(?!\w)", re.IGNORECASE)
_BEFORE, _CODES = before_pattern()
_AFTER, _UNITS = after_pattern(
    "ukrainian", r"%|(?:відсот(?:ок|к\w+)|процент\w*|проц\.)(?!\sпункт)|-?відсотков\w+"
)
_ADJECTIVE = re.compile(r"-(?!відсотков)(?:(річн\w+|річч\w+|літн\w+)|(?:ти)?[а-яіїєґ]+)(?!\w)")
_GRAMMAR = Grammar(
    tokens=re.compile(
        rf"{LEFT}(?:[-−–](?=\d)|\d|[½¼¾⅓⅔]|(?:[A-Z]{{1,3}})?[$£€₴₽¥₺₪₹]|[A-Z]{{3}}\s?(?=\d)"
        r"|(?:[А-ЯІЇЄҐа-яіїєґ]+(?:['’ʼ`][а-яіїєґА-ЯІЇЄҐ]+)*))"
    ),
    amount=ukrainian_amount,
    before=_BEFORE,
    currencies=_CODES,
    after=_AFTER,
    units=_UNITS,
    ranges=re.compile(r"[-–—−](?=[\w$£€])|(?:…|\.\.\.)(?=[-−–]?\d)|\sдо\s"),
    pairs=(
        (re.compile(r"\b(?:від|з|із|зі)\s$", re.IGNORECASE), re.compile(r"\sдо\s")),
        (re.compile(r"\bміж\s$", re.IGNORECASE), re.compile(r"\s(?:і|й|та)\s")),
        (re.compile(r""), re.compile(r"\s(?:або|чи)\s")),
    ),
    tail=_ADJECTIVE,
    begins=begins_number,
)


def ukrainian_figures(text: str) -> tuple[Figure, ...]:
    """Return the figures of a Ukrainian text, not overlapping, in text order."""
    return longest(text, _candidates(text))


def _candidates(text: str) -> Iterator[Figure]:
    hinted = hints(text)
    digits = DIGIT.search(text) is not None
    if digits or "numeral" in hinted or _SIGN.search(text):
        for quantity in quantities(text, _GRAMMAR):
            yield below_zero(_as_year(text, quantity), text, _BELOW_ZERO, "temperature-generic")
    if digits:
        yield from common(text)
        for m in _FOOT_AND_INCH.finditer(text):
            yield figure(m, "measure", m[1], m[2], unit=FOOT_AND_INCH)
    yield from ukrainian_times(text, hinted, digits=digits)
    yield from _fractions(text, hinted)
    if "compound" in hinted:
        yield from _compounds(text)


def _compounds(text: str) -> Iterator[Figure]:
    for m in _COMPOUND.finditer(text):
        assert m.lastgroup is not None
        value = Decimal(m.lastgroup[1:].replace("_", "."))
        power = next((p for stem, p in _POWERS.items() if stem in m[0].lower()), 1)
        unit = next(
            (
                name
                for stem, name in _ADJECTIVES
                if m[0].lower().startswith(stem, m.end(m.lastgroup) - m.start())
            ),
            "",
        )
        yield Figure(
            m.start(),
            m.end(),
            m[0],
            unit_kind(unit) if unit else "number",
            (value * power,),
            unit,
            words=True,
        )


def _as_year(text: str, quantity: Figure) -> Figure:
    """A bare number of four digits beside `рік` or a month, or with the ending of an ordinal, is a year."""
    if quantity.kind not in ("number", "ordinal") or not _BARE_YEAR.fullmatch(quantity.text):
        return quantity
    near = _YEAR_AFTER.match(text, quantity.end) or before(_YEAR_BEFORE, text, quantity.start)
    return replace(quantity, kind="year") if near or quantity.kind == "ordinal" else quantity


def _fractions(text: str, hinted: frozenset[str]) -> Iterator[Figure]:
    if "part" in hinted:
        yield from _named_parts(text)
    if "half" in hinted:
        yield from _halves(text)


def _named_parts(text: str) -> Iterator[Figure]:
    for m in _FRACTION.finditer(text):
        part = m["part"].lower()
        bottom = next((value for stem, value in _NAMED_PARTS if part.startswith(stem)), 0)
        if not bottom:
            if not m["times"] and not m["suffix"]:
                continue  # `п'ята` alone is an ordinal
            bottom = ORDINALS.get(fold(part), 0)
        times = ukrainian_amount(m["times"], 0) if m["times"] else None
        value = (times.value if times else Decimal(1)) / bottom
        yield _part(text, m.start(), m.end(), value)


def _halves(text: str) -> Iterator[Figure]:
    for m in _HALF.finditer(text):
        if not _part(text, m.start(), m.start() + len("пів"), Decimal("0.5")).unit:
            yield figure(m, "fraction", "0.5", words=True)
    for m in _PART_OF_UNIT.finditer(text):
        half = _part(text, m.start(), m.end(), Decimal("0.5"))
        if half.unit:
            yield half


def _part(text: str, start: int, end: int, value: Decimal) -> Figure:
    """Return a part of a unit as a measure (`чверть милі`, `півкілометра`), any other part as a fraction."""
    unit = _AFTER.match(text, end)
    if unit is None or unit.lastgroup is None:
        return Figure(start, end, text[start:end], "fraction", (value,), words=True)
    name = _UNITS[unit.lastgroup]
    return Figure(start, unit.end(), text[start : unit.end()], unit_kind(name), (value,), name, words=True)
