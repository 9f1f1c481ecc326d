"""Dates, clock times, decades and centuries in Ukrainian text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from translate.figures.grammar import before
from translate.figures.model import Figure
from translate.figures.patterns import figure
from translate.figures.ukrainian_numerals import ENDING, FIRST_WORDS, ORDINALS, fold, ukrainian_amount

STEMS = ["січ", "лют", "берез", "квіт", "трав", "черв", "лип", "серп", "верес", "жовт", "листопад", "груд"]
_MONTH = (
    r"(?P<month>січ(?:ень|н[яюі]|нем)|лют(?:ий|ого|ому|им)|берез(?:ень|н[яюі]|нем)|квіт(?:ень|н[яюі]|нем)"
    r"|трав(?:ень|н[яюі]|нем)|черв(?:ень|н[яюі]|нем)|лип(?:ень|н[яюі]|нем)|серп(?:ень|н[яюі]|нем)"
    r"|верес(?:ень|н[яюі]|нем)|жовт(?:ень|н[яюі]|нем)|листопад(?:|а|у|ом|і)|груд(?:ень|н[яюі]|нем))(?!\w)"
)
RIK = r"(?:(?:року|році|рік|роком|рр?\.)(?!\w))"
_YEAR = rf"(?P<year>(?:1\d|20)\d\d)(?!\d)(?:{ENDING.pattern})?(?:\s{RIK})?"
_DAY_WORDS = "|".join(sorted((w for w, v in ORDINALS.items() if 0 < v <= 30), key=len, reverse=True))
_DAY = (
    rf"(?:(?P<day>0?[1-9]|[12]\d|3[01])(?:{ENDING.pattern})?"
    r"(?:(?:\s?[-–—/]\s?|\s(?:до|по)\s)(?P<last>[12]\d|3[01]|0?[1-9])(?:-[гоейму]+)?)?)"
)
_DATES = (
    re.compile(
        rf"(?<=[Мм]іж\s)(?P<day>[12]\d|3[01]|0?[1-9])\s(?:і|й|та)\s(?P<last>[12]\d|3[01]|0?[1-9])\s{_MONTH}(?:,?\s{_YEAR})?",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<![\w.,:/-]){_DAY}\s{_MONTH}(?:,?\s{_YEAR})?", re.IGNORECASE),
    re.compile(
        rf"(?<!\w)(?P<words>(?:двадцять\s|тридцять\s)?(?:{_DAY_WORDS}))\s{_MONTH}(?:,?\s{_YEAR})?",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<!\w){_MONTH},?\s{_YEAR}", re.IGNORECASE),
)
_MID_MONTH = re.compile(rf"(?<!\w)(?:середин\w+|в середині)\s{_MONTH}(?:,?\s{_YEAR})?", re.IGNORECASE)
_PART_OF_DAY = r"(?P<half>ранку|ранок|вечора|вечір|дня|ночі|пополудні|після обіду|ранкової|вечірньої)"
_AT = re.compile(r"(?<=\b[оО]\s)(?P<hour>[01]?\d|2[0-4])\.(?P<minute>[0-5]\d)(?![\w%]|[.,]\d)")
_TIMES = (
    re.compile(
        rf"(?<![\w:.,])(?P<hour>[01]?\d|2[0-4])[:.](?P<minute>[0-5]\d)(?:\s(?:годин\w+\s)?{_PART_OF_DAY})(?!\w)"
    ),
    _AT,
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
_BEFORE_HOUR = re.compile(
    rf"(?<!\w)за\s(?P<early>чверть|п['’ʼ]ять|десять|двадцять)(?:\sхвилин)?\s(?:(?P<stem>{_CLOCK_STEM})(?:а|я)|до\s(?P<to>{_CLOCK_STEM})(?:ої|ьої))"
    rf"(?:\s{_PART_OF_DAY})?(?!\w)",
    re.IGNORECASE,
)
_HALF_TO = re.compile(
    rf"(?<!\w)(?P<part>пів|чверть|чверті)\sна\s(?P<stem>{_CLOCK_STEM})"
    rf"(?:у|ю)(?:\s{_PART_OF_DAY})?(?!\w)",
    re.IGNORECASE,
)
_DECADE = re.compile(
    r"(?<![\w.,])(?:['’]?(\d0)|(1\d\d0|20\d0))(?:-?(?:ті|тих|х|их|ими|тим)(?!\w)(?:\s(?:рок(?:и|ів|ах|ам|ами)|рр?\.))?"
    r"|(?<=[УуВв]\s\d{4})\s(?:рок(?:и|ах)|рр\.))(?!\w)"
)
_MAY_BE_DECADE = re.compile(r"\d0(?:-?[тхим]|\s(?:рок|рр))")
_FIRST_DECADE = re.compile(
    r"(?<![\w.,])(1\d\d0|20\d0)(?=\s?[-–—]\s?(?:1\d\d0|20\d0|\d0)-(?:ті|тих|х|их|ми|ими)(?!\w))"
)
_CENTURY = re.compile(
    rf"(?<!\w)(?:(?P<roman>[IVXІХ]+)(?:{ENDING.pattern})?|(?P<number>\d{{1,2}})(?:{ENDING.pattern})?"
    r"|(?P<words>[а-яіїєґА-ЯІЇЄҐ'’ʼ]+(?:\s[а-яіїєґ'’ʼ]+)?))\s(?:століт\w+|сторічч\w+|ст\.|cт\.)(?!\w)"
)
_FIRST_CENTURY = re.compile(
    r"(?<!\w)(?P<roman>[IVXІХ]+)(?=(?:\s(?:і|й|та|або|чи|до|на)\s|\s?[-–]\s?)[IVXІХ]+\s(?:століт|сторічч|ст\.))"
)
_OF_CENTURY = re.compile(
    r"(?<!\w)(1\d|20)\d0-?(?:ті|тих|х|их|ими|тим)(?:\s(?:і|й|та|або|чи|до)\s|,\s|\s?[-–]\s?)$"
)
_ROMAN = {"I": 1, "V": 5, "X": 10}


def ukrainian_times(text: str, hinted: frozenset[str], *, digits: bool) -> Iterator[Figure]:
    """Yield the dates, times of day, decades and centuries of a Ukrainian text; they may overlap.

    `hinted` are the `hints` of the text; `digits` says that it has some.
    """
    if "month" in hinted:
        yield from _dates(text)
    if digits:
        yield from _times(text, hinted)
        if _MAY_BE_DECADE.search(text):
            yield from _decades(text)
    if "ordinal" in hinted:
        yield from _times_in_words(text)
    if "century" in hinted or "cт." in text:
        yield from _centuries(text)


def _decades(text: str) -> Iterator[Figure]:
    for m in _DECADE.finditer(text):
        century = None if m[2] else before(_OF_CENTURY, text, m.start())
        first = int(century[1]) * 100 if century else 2000 if int(m[1] or 99) <= 10 else 1900
        yield figure(m, "decade", m[2] or str(first + int(m[1])))
    for m in _FIRST_DECADE.finditer(text):
        yield figure(m, "decade", m[1])


def _centuries(text: str) -> Iterator[Figure]:
    for m in _CENTURY.finditer(text):
        number, start = _century(m)
        if number:
            span = text[start : m.end()]
            yield Figure(start, m.end(), span, "century", (Decimal(number),), words=bool(m["words"]))
    for m in _FIRST_CENTURY.finditer(text):
        yield figure(m, "century", str(_roman(m["roman"])))


def _month(name: str) -> int:
    return next(number for number, stem in enumerate(STEMS, start=1) if name.lower().startswith(stem))


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


def _times(text: str, hinted: frozenset[str]) -> Iterator[Figure]:
    for pattern in _TIMES if "hour" in hinted else (_AT,):
        for m in pattern.finditer(text):
            groups = m.groupdict()
            hour = _hour(int(m["hour"]), groups.get("half") or "")
            yield figure(m, "time", str(hour), groups.get("minute") or "0")


def _times_in_words(text: str) -> Iterator[Figure]:
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
    for m in _BEFORE_HOUR.finditer(text):
        hour = _hour(_CLOCK_WORDS.index(fold(m["stem"] or m["to"])) or 12, m["half"] or "")
        amount = ukrainian_amount(m["early"], 0)
        early = 15 if amount is None else int(amount.value)
        yield figure(m, "time", str(hour), str(60 - early), words=True)


def _hour(hour: int, half: str) -> int:
    """Turn an hour with a part of the day into the 24-hour clock: 5 вечора is 17, 12 ночі is 0."""
    if half in ("вечора", "вечір", "дня", "пополудні", "після обіду", "вечірньої") and hour < 12:
        return hour + 12
    return 0 if half in ("ночі", "ранку") and hour == 12 else hour


def _century(m: re.Match[str]) -> tuple[int, int]:
    """Return the number of a century and where it begins; 0 when no number stands before `століття`."""
    if m["roman"]:
        return _roman(m["roman"]), m.start()
    if m["number"]:
        return int(m["number"]), m.start()
    for word in re.finditer(r"\S+", m["words"]):
        if fold(word[0]) in FIRST_WORDS:
            amount = ukrainian_amount(m["words"], word.start())
            if amount and amount.kind == "ordinal" and amount.end == len(m["words"]):
                return int(amount.value), m.start() + word.start()
    return 0, m.start()


def _roman(number: str) -> int:
    digits = [_ROMAN[c] for c in number.replace("І", "I").replace("Х", "X")]
    following = [*digits[1:], 0]
    return sum(-d if e > d else d for d, e in zip(digits, following, strict=True))
