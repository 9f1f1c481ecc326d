"""Figures in Ukrainian text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from translate.figures.grammar import LEFT, Grammar, after_pattern, before_pattern, quantities
from translate.figures.model import Figure
from translate.figures.patterns import common, figure, longest
from translate.figures.ukrainian_numerals import (
    ENDING,
    FIRST_WORDS,
    ORDINALS,
    fold,
    ukrainian_amount,
)

_STEMS = ["січ", "лют", "берез", "квіт", "трав", "черв", "лип", "серп", "верес", "жовт", "листопад", "груд"]
_MONTH = (
    r"(?P<month>січ(?:ень|н[яюі]|нем)|лют(?:ий|ого|ому|им)|берез(?:ень|н[яюі]|нем)|квіт(?:ень|н[яюі]|нем)"
    r"|трав(?:ень|н[яюі]|нем)|черв(?:ень|н[яюі]|нем)|лип(?:ень|н[яюі]|нем)|серп(?:ень|н[яюі]|нем)"
    r"|верес(?:ень|н[яюі]|нем)|жовт(?:ень|н[яюі]|нем)|листопад(?:|а|у|ом|і)|груд(?:ень|н[яюі]|нем))(?!\w)"
)
_RIK = r"(?:(?:року|році|рік|роком|рр?\.)(?!\w))"
_YEAR = rf"(?P<year>(?:1\d|20)\d\d)(?!\d)(?:{ENDING.pattern})?(?:\s{_RIK})?"
_DAY_WORDS = "|".join(sorted((w for w, v in ORDINALS.items() if 0 < v <= 30), key=len, reverse=True))
_DAY = (
    rf"(?:(?P<day>0?[1-9]|[12]\d|3[01])(?:{ENDING.pattern})?"
    r"(?:\s?[-–—]\s?(?P<last>[12]?\d|3[01])(?:-[гоейму]+)?)?)"
)
_DATES = (
    re.compile(rf"(?<![\w.,:/-]){_DAY}\s{_MONTH}(?:,?\s{_YEAR})?", re.IGNORECASE),
    re.compile(
        rf"(?<!\w)(?P<words>(?:двадцять\s|тридцять\s)?(?:{_DAY_WORDS}))\s{_MONTH}(?:,?\s{_YEAR})?",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<!\w){_MONTH},?\s{_YEAR}", re.IGNORECASE),
)
_MID_MONTH = re.compile(rf"(?<!\w)(?:середин\w+|в середині)\s{_MONTH}(?:,?\s{_YEAR})?", re.IGNORECASE)
_PART_OF_DAY = r"(?P<half>ранку|ранок|вечора|вечір|дня|ночі|пополудні|після обіду|ранкової|вечірньої)"
_TIMES = (
    re.compile(
        rf"(?<![\w:.,])(?P<hour>[01]?\d|2[0-4])[:.](?P<minute>[0-5]\d)(?:\s(?:годин\w+\s)?{_PART_OF_DAY})(?!\w)"
    ),
    re.compile(r"(?<=\b[оО]\s)(?P<hour>[01]?\d|2[0-4])\.(?P<minute>[0-5]\d)(?![\w%]|[.,]\d)"),
    re.compile(
        rf"(?<![\w:.,-])(?P<hour>[01]?\d|2[0-4])(?:-(?:й|ій|ї|ої|ту|у|а))?\s(?:годин[аиуі]\s|год\.\s)?{_PART_OF_DAY}(?!\w)"
    ),
    re.compile(r"(?<![\w:.,-])(?P<hour>[01]?\d|2[0-4])-(?:й|ій|ї|ої|та|ту|а|у)\sгодин[иуіа](?!\w)"),
    re.compile(r"(?<![\w:.,-])(?P<hour>[01]?\d|2[0-4])\sгодині(?!\w)"),
)
_CLOCK_WORDS = [
    "перш",
    "друг",
    "трет",
    "четверт",
    "п'ят",
    "шост",
    "сьом",
    "восьм",
    "дев'ят",
    "десят",
    "одинадцят",
    "дванадцят",
]
_CLOCK_STEM = "|".join(stem.replace("'", "['’ʼ]") for stem in _CLOCK_WORDS)
_HOUR_IN_WORDS = re.compile(
    rf"(?<!\w)(?P<stem>{_CLOCK_STEM})"
    rf"(?:а|у|ій|ої|я|ю|ьої)\s(?:годин[аиуі](?:\s{_PART_OF_DAY})?|(?P<only>ранку|вечора|ночі|дня))(?!\w)"
    rf"|(?<=\b[оО]\s)(?P<at>{_CLOCK_STEM})ій(?!\w)",
    re.IGNORECASE,
)
_HALF_TO = re.compile(
    rf"(?<!\w)(?P<part>пів|чверть)\sна\s(?P<stem>{_CLOCK_STEM})"
    rf"(?:у|ю)(?:\s{_PART_OF_DAY})?(?!\w)",
    re.IGNORECASE,
)
_DECADE = re.compile(
    r"(?<![\w.,])(?:['’]?(\d0)|(1\d\d0|20\d0))(?:-?(?:ті|тих|х|их|ими|тим)(?!\w)(?:\s(?:рок(?:и|ів|ах|ам|ами)|рр?\.))?"
    r"|(?<=[УуВв]\s\d{4})\s(?:рок(?:и|ах)|рр\.))(?!\w)"
)
_CENTURY = re.compile(
    rf"(?<!\w)(?:(?P<roman>[IVXІХ]+)(?:{ENDING.pattern})?|(?P<number>\d{{1,2}})(?:{ENDING.pattern})?"
    r"|(?P<words>[а-яіїєґА-ЯІЇЄҐ'’ʼ]+(?:\s[а-яіїєґ'’ʼ]+)?))\s(?:століт\w+|сторічч\w+|ст\.|cт\.)(?!\w)"
)
_ROMAN = {"I": 1, "V": 5, "X": 10}
_FRACTION = re.compile(
    r"(?<!\w)(?:(?P<times>одн(?:а|у|ій|ієї|ою)|дві|двох|двома|двом|три|трьох|трьома|трьом|чотири|чотирьох|п['’ʼ]ять)\s)?"
    r"(?P<part>половин(?:а|и|у|ою|і)?|третин(?:а|и|у|ою|і|ами|ам|ах)?|чверт(?:ь|і|ю|ей|ями|ях|ям)|чвертю"
    r"|(?:четверт|п['’ʼ]ят|шост|сьом|восьм|дев['’ʼ]ят|десят|сот)(?:а|у|ої|ою|ій|их|ими|им))"
    r"(?P<suffix>\s(?:частин|частк)\w+)?(?!\w)",
    re.IGNORECASE,
)
_NAMED_PARTS = (("половин", 2), ("третин", 3), ("чверт", 4))
_HALF = re.compile(
    r"(?<!\w)[Пп]ів(?=\s(?!на\s|тисяч|мільйон|мільярд|трильйон)[а-яіїєґ]|столітт|годин|рок|дня|доби)\s?(?:столітт|годин|рок|дн|доб)?[а-яіїєґ]*"
)
_COMPOUND_STEMS = {
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
    r"|тонн|градус|сторон|етап|ступен|тисяч|мільйон|мільярд|осіб|член|ряд|вимір|ядер|атом|пал|голов|мов"
    r"|літ|крат|секунд|футов|місн|двер|мотор|палуб|голос|класн|склад|рівнев|знач|доларов|евр|юн|бальн|міліметр|тур"
    r"|точков|очков|ніж|бічн|барвн|полосн|смугов|раунд|особ|сот|дюйм|зірков|струн|слів|сторінк)[а-яіїєґ]*)",
    re.IGNORECASE,
)
_POWERS = {"тисячн": 10**3, "мільйонн": 10**6, "мільярдн": 10**9}
_BARE_YEAR = re.compile(rf"(?:1\d{{3}}|20\d\d|2100)(?:{ENDING.pattern})?")
_YEAR_AFTER = re.compile(rf"\s{_RIK}")
_YEAR_BEFORE = re.compile(
    r"\b(?:[Уувз]|[Зз]і|[Вв]ід|[Дд]о|[Пп]ісля|[Пп]роти|[Нн]а|рік|роки|" + "|".join(_STEMS) + r"\w*)\s$"
)

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
    ranges=re.compile(r"[-–—−](?=[\w$£€])|\sдо\s"),
    pairs=(
        (re.compile(r"\b(?:від|з|із|зі)\s$", re.IGNORECASE), re.compile(r"\sдо\s")),
        (re.compile(r"\bміж\s$", re.IGNORECASE), re.compile(r"\s(?:і|й|та)\s")),
        (re.compile(r""), re.compile(r"\s(?:або|чи)\s")),
    ),
    tail=_ADJECTIVE,
)


def ukrainian_figures(text: str) -> tuple[Figure, ...]:
    """Return the figures of a Ukrainian text, not overlapping, in text order."""
    return longest(text, _candidates(text))


def _candidates(text: str) -> Iterator[Figure]:
    for quantity in quantities(text, _GRAMMAR):
        yield _as_year(text, quantity)
    yield from common(text)
    yield from _dates(text)
    yield from _times(text)
    for m in _DECADE.finditer(text):
        yield figure(m, "decade", m[2] or str(1900 + int(m[1])))
    for m in _CENTURY.finditer(text):
        number, start = _century(m)
        if number:
            span = text[start : m.end()]
            yield Figure(start, m.end(), span, "century", (Decimal(number),), words=bool(m["words"]))
    yield from _fractions(text)
    for m in _COMPOUND.finditer(text):
        assert m.lastgroup is not None
        value = Decimal(m.lastgroup[1:])
        power = next((p for stem, p in _POWERS.items() if stem in m[0].lower()), 1)
        yield Figure(m.start(), m.end(), m[0], "number", (value * power,), words=True)


def _as_year(text: str, quantity: Figure) -> Figure:
    """A bare number of four digits beside `рік` or after a preposition of time is a year."""
    if quantity.kind not in ("number", "ordinal") or not _BARE_YEAR.fullmatch(quantity.text):
        return quantity
    near = _YEAR_AFTER.match(text, quantity.end) or _YEAR_BEFORE.search(text, 0, quantity.start)
    return replace(quantity, kind="year") if near else quantity


def _month(name: str) -> int:
    return next(number for number, stem in enumerate(_STEMS, start=1) if name.lower().startswith(stem))


def _dates(text: str) -> Iterator[Figure]:
    for pattern in _DATES:
        for m in pattern.finditer(text):
            groups = m.groupdict()
            day = groups.get("day") or "0"
            if groups.get("words"):
                amount = ukrainian_amount(groups["words"], 0)
                day = str(int(amount.value)) if amount else "0"
            values = [groups.get("year") or "0", str(_month(m["month"])), day]
            if groups.get("last"):
                values.append(groups["last"])
            yield figure(m, "date", *values)
    for m in _MID_MONTH.finditer(text):
        yield figure(
            m, "date", m["year"] or "0", str(_month(m["month"])), "0", unit="mid", words=not m["year"]
        )


def _times(text: str) -> Iterator[Figure]:
    for pattern in _TIMES:
        for m in pattern.finditer(text):
            groups = m.groupdict()
            hour = _hour(int(m["hour"]), groups.get("half") or "")
            yield figure(m, "time", str(hour), groups.get("minute") or "0")
    for m in _HOUR_IN_WORDS.finditer(text):
        hour = _CLOCK_WORDS.index(fold(m["stem"] or m["at"])) + 1
        yield figure(m, "time", str(_hour(hour, m["half"] or m["only"] or "")), "0", words=True)

    for m in _HALF_TO.finditer(text):
        hour = _CLOCK_WORDS.index(fold(m["stem"]))
        yield figure(
            m,
            "time",
            str(_hour(hour or 12, m["half"] or "")),
            "30" if m["part"][0] in "пП" else "15",
            words=True,
        )


def _hour(hour: int, half: str) -> int:
    """Turn an hour with a part of the day into the 24-hour clock: 5 вечора is 17, 12 ночі is 0."""
    if half in ("вечора", "вечір", "дня", "пополудні", "після обіду", "вечірньої") and hour < 12:
        return hour + 12
    return 0 if half in ("ночі", "ранку") and hour == 12 else hour


def _century(m: re.Match[str]) -> tuple[int, int]:
    """Return the number of a century and where it begins; 0 when no number stands before `століття`."""
    if m["roman"]:
        digits = [_ROMAN[c] for c in m["roman"].replace("І", "I").replace("Х", "X")]
        following = [*digits[1:], 0]
        return sum(-d if e > d else d for d, e in zip(digits, following, strict=True)), m.start()
    if m["number"]:
        return int(m["number"]), m.start()
    for word in re.finditer(r"\S+", m["words"]):
        if fold(word[0]) in FIRST_WORDS:
            amount = ukrainian_amount(m["words"], word.start())
            if amount and amount.kind == "ordinal" and amount.end == len(m["words"]):
                return int(amount.value), m.start() + word.start()
    return 0, m.start()


def _fractions(text: str) -> Iterator[Figure]:
    for m in _FRACTION.finditer(text):
        part = m["part"].lower()
        bottom = next((value for stem, value in _NAMED_PARTS if part.startswith(stem)), 0)
        if not bottom:
            if not m["times"] and not m["suffix"]:
                continue  # `п'ята` alone is an ordinal
            bottom = ORDINALS.get(fold(part), 0)
        times = ukrainian_amount(m["times"], 0) if m["times"] else None
        value = (times.value if times else Decimal(1)) / bottom
        yield Figure(m.start(), m.end(), m[0], "fraction", (value,), words=True)
    for m in _HALF.finditer(text):
        yield figure(m, "fraction", "0.5", words=True)
