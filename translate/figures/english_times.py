"""Dates, clock times, decades and centuries in English text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from translate.figures.english_numerals import ORDINALS, SMALL, TENS
from translate.figures.grammar import SPACE, before
from translate.figures.model import Figure
from translate.figures.patterns import figure

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"]
MONTHS += ["November", "December"]
_SHORT = {"Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sept": 9, "Sep": 9}
_SHORT |= {"Oct": 10, "Nov": 11, "Dec": 12}
_MONTH_NUMBER = {name: number for number, name in enumerate(MONTHS, start=1)} | _SHORT
_MONTH = rf"(?P<month>{'|'.join(MONTHS)}|(?:{'|'.join(_SHORT)})(?!\w)\.?)"
_TO = r"(?:\s?[-–/]\s?|\sto\s)"
_DAY = (
    r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
    rf"(?:{_TO}(?P<last>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?)?"
)
_YEAR = r"(?P<year>1\d{3}|20\d\d|[3-9]\d\d(?= BC))"
_DAY_WORDS = "|".join(
    sorted((word for word, day in ORDINALS.items() if day <= 31), key=lambda word: (-len(word), word))
)
_AND = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\sand\s(?P<last>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_DATES = (
    re.compile(rf"(?<=[Bb]etween\s){_AND}\s(?:of\s)?{_MONTH}(?:,?\s{_YEAR})?(?![\w]|[,.]\d)"),
    re.compile(rf"(?<=[Bb]etween\s){_MONTH}\s{_AND}(?:,?\s{_YEAR})?(?![\w:%]|[,.]\d)"),
    re.compile(rf"(?<![\w.,:/-]){_DAY}\s(?:of\s)?{_MONTH}(?:,?\s{_YEAR})?(?![\w]|[,.]\d)"),
    re.compile(
        rf"(?<!\w){_MONTH}\s(?:the\s)?{_DAY}(?:,?\s{_YEAR})?(?![\w:%]|[,.]\d)(?!\s?(?:percent|per cent))"
    ),
    re.compile(rf"(?<!\w){_MONTH},?\s(?:of\s)?{_YEAR}(?!\w|[,.]\d)"),
)
_DATE_IN_WORDS = re.compile(
    rf"(?<![\w-])(?P<day>(?i:{_DAY_WORDS}))\sof\s{_MONTH}(?:,?\s{_YEAR})?(?!\w|[,.]\d)"
)
_MID_MONTH = re.compile(rf"(?<!\w)[Mm]id-{_MONTH}(?:,?\s{_YEAR})?(?!\w)")
_NEAR_YEAR = re.compile(r"(?<!\w)(?:mid|early|late|pre|post)-(1\d{3}|20\d\d)(?![\w-]|[,.]\d)", re.IGNORECASE)
_CLOCK = re.compile(
    rf"(?<![\w:.,$£€])(?:(?P<from>1[0-2]|0?[1-9])(?:[:.](?P<from_minute>[0-5]\d))?{_TO})?"
    rf"(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?{SPACE}?(?P<half>[ap])"
    # The stop of `p.m.` at the end of a sentence is the sentence's own.
    r"(?:\.m\.(?!\W*$)|\.m(?=\.\W*$)|m(?!\w))",
    re.IGNORECASE,
)
_MILITARY = re.compile(r"(?<![\w:.,$£€])([01]\d|2[0-3])([0-5]\d)(?=\s?(?:UTC|GMT|hours|hrs)\b)")
_HOURS = r"(?P<hour>1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_OF_DAY = r"(?:in\sthe|this|that)\s(?P<half>morning|afternoon|evening)"
_OCLOCK = re.compile(rf"(?<!\w){_HOURS}\so['’]clock(?:\s{_OF_DAY})?(?!\w)")
_WEEKDAY = r"on\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s(?P<part>morning|afternoon|evening|night)"
_WHEN = rf"(?:\s{_OF_DAY}|(?=\s{_WEEKDAY}))?"
_SPOKEN = (
    re.compile(rf"(?<!\w)(?P<past>half|(?:a\s)?quarter)\spast\s{_HOURS}{_WHEN}(?!\w)", re.IGNORECASE),
    re.compile(rf"(?<!\w)(?P<to>(?:a\s)?quarter)\sto\s{_HOURS}{_WHEN}(?!\w)", re.IGNORECASE),
    # `five to six people` is a range, `at five to six` a time of day.
    re.compile(
        r"(?<=\bat\s)(?:(?P<to_minutes>five|ten|twenty|twenty-five)\sto|"
        rf"(?P<past_minutes>five|ten|twenty|twenty-five)\spast)\s{_HOURS}{_WHEN}(?!\w|\s\w+s\b)",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<![\w.,:-]){_HOURS}\sin\sthe\s(?P<half>morning|afternoon|evening)(?!\w)", re.IGNORECASE),
    re.compile(
        r"(?<![\w.,:-])(?P<hour>1?\d|2[0-3])\.(?P<minute>[0-5]\d)"
        rf"(?=\s(?:in\sthe\s(?P<half>morning|afternoon|evening)|{_WEEKDAY}))"
    ),
)
_DECADE = re.compile(r"(?<!\w)(?<!\d[.,])(?:['’]?(\d0)|(1\d\d0|20\d0))['’]?s(?!\w)")
_DECADE_WORDS = re.compile(
    rf"\bthe\s(?:(?:early|mid|late|roaring)[\s-])?((?:{'|'.join(word[:-1] for word in TENS)})ies)(?![\w-])",
    re.IGNORECASE,
)
# `the 1970s and 80s`: the second decade is of the first one's century.
_OF_CENTURY = re.compile(r"(?<!\w)(1\d|20)\d0['’]?s(?:\s(?:and|or|to)\s|,\s|\s?[-–]\s?)(?:the\s)?$")
_AGE = re.compile(r"(?:his|her|their|my|your|our)(?:\s(?:early|mid|late))?[\s-]$")
_LEVEL = re.compile(r"(?<!\w)(?:(?:low|high|upper)[\s-]|(?<!the\s)mid-|(?:over|under)-)$")
_BAND = re.compile(r"(?<!\w)(?:low|mid|high|upper)[\s-]$", re.IGNORECASE)
_HEAT = re.compile(
    r"\b(?:temperatures?|degrees|highs|lows|mercury|thermometers?|heat)\b(?:\s[\w’']+){0,5}\s"
    r"(?:(?:low|mid|high|upper)[\s-])?$",
    re.IGNORECASE,
)
_DEGREES = re.compile(
    r"\s(?:degrees\s)?(?:(?P<F>fahrenheit|F\b)|(?P<C>celsius|centigrade|C\b))", re.IGNORECASE
)
_AGED = re.compile(r"(?<!\w)(?:under|over)[- ](\d{2})s(?!\w)", re.IGNORECASE)
_CENTURY_WORDS = {word: value for word, value in ORDINALS.items() if value <= 21}
_NUMBER_OF_CENTURY = (
    rf"(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)|"
    rf"(?P<word>{'|'.join(sorted(_CENTURY_WORDS, key=len, reverse=True))}))"
)
_CENTURY = re.compile(rf"(?<!\w){_NUMBER_OF_CENTURY}[\s-](?:century|centuries)(?!\w)", re.IGNORECASE)
_FIRST_CENTURY = re.compile(
    rf"(?<!\w){_NUMBER_OF_CENTURY}(?=(?:\s(?:and|or|to)\s(?:the\s)?|-)"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(_CENTURY_WORDS)})[\s-](?:century|centuries)(?!\w))",
    re.IGNORECASE,
)


def english_times(text: str) -> Iterator[Figure]:
    """Yield the dates, times of day, decades and centuries of an English text; they may overlap."""
    if any(character.isdigit() for character in text):
        yield from _dates(text)
        yield from _times(text)
        yield from _decades(text)
        for m in _NEAR_YEAR.finditer(text):
            yield Figure(m.start(1), m.end(), m[1], "year", (Decimal(m[1]),))
    for m in _DATE_IN_WORDS.finditer(text):
        day = ORDINALS[m["day"].lower()]
        yield figure(m, "date", m["year"] or "0", str(_month(m["month"])), str(day))
    for m in _OCLOCK.finditer(text):
        yield figure(
            m, "time", str(_hour(_spelled(m["hour"]), m["half"] or "")), "0", words=m["hour"].isalpha()
        )
    yield from _spoken(text)
    for m in _MID_MONTH.finditer(text):
        yield figure(
            m, "date", m["year"] or "0", str(_month(m["month"])), "0", unit="mid", words=not m["year"]
        )
    for pattern in (_CENTURY, _FIRST_CENTURY):
        for m in pattern.finditer(text):
            number = m["number"] or str(_CENTURY_WORDS[m["word"].lower()])
            yield figure(m, "century", number, words=not m["number"])
    for m in _DECADE_WORDS.finditer(text):
        if not before(_HEAT, text, m.start()):
            value = 1900 + TENS[m[1].lower().removesuffix("ies") + "y"]
            yield Figure(m.start(1), m.end(), m[1], "decade", (value,), words=True)


def _month(name: str) -> int:
    return _MONTH_NUMBER[name.rstrip(".")]


def _dates(text: str) -> Iterator[Figure]:
    for pattern in _DATES:
        for m in pattern.finditer(text):
            groups = m.groupdict()
            values = [groups.get("year") or "0", str(_month(m["month"])), groups.get("day") or "0"]
            if groups.get("last"):
                values.append(groups["last"])
            yield figure(m, "date", *values)


def _times(text: str) -> Iterator[Figure]:
    for m in _CLOCK.finditer(text):
        hour, minute = _hour(int(m["hour"]), m["half"]), Decimal(m["minute"] or 0)
        start = m.start("hour")
        yield Figure(start, m.end(), text[start : m.end()], "time", (Decimal(hour), minute))
        if m["from"]:
            begin = Decimal(_hour(int(m["from"]), m["half"]))
            end = m.end("from_minute") if m["from_minute"] else m.end("from")
            opening = (begin, Decimal(m["from_minute"] or 0))
            if opening[0] > hour:  # 9-5pm opens in the morning
                opening = (Decimal(m["from"]), opening[1])
            yield Figure(m.start(), end, text[m.start() : end], "time", opening)
    for m in _MILITARY.finditer(text):
        yield figure(m, "time", m[1], m[2])


def _decades(text: str) -> Iterator[Figure]:
    """Read `1990s` and `90s`; after a word for temperature `90s` are the degrees from 90 to 99."""
    for m in _AGED.finditer(text):
        yield figure(m, "number", m[1])
    for m in _DECADE.finditer(text):
        if m[2]:
            yield figure(m, "decade", m[2])
            continue
        degrees = _DEGREES.match(text, m.end())
        if degrees or (m[0][0].isdigit() and before(_HEAT, text, m.start())):
            unit = "temperature-generic"
            if degrees:
                unit = "temperature-fahrenheit" if degrees["F"] else "temperature-celsius"
            end = degrees.end() if degrees else m.end()
            level = before(_BAND, text, m.start())
            start = level.start() if level else m.start()
            low = Decimal(m[1])
            yield Figure(start, end, text[start:end], "range", (low, low + 9), unit)
        elif not before(_AGE, text, m.start()) and not before(_LEVEL, text, m.start()):
            century = before(_OF_CENTURY, text, m.start())
            # Until the 2020s end, only the tens and the noughties are surely of this century.
            first = int(century[1]) * 100 if century else 2000 if int(m[1]) <= 10 else 1900
            yield figure(m, "decade", str(first + int(m[1])))


def _spoken(text: str) -> Iterator[Figure]:
    for pattern in _SPOKEN:
        for m in pattern.finditer(text):
            groups = {name: value or "" for name, value in m.groupdict().items()}
            hour = _hour(_spelled(m["hour"]), groups.get("half") or groups.get("part") or "")
            minute = int(groups.get("minute") or 0)
            if groups.get("past"):
                minute = 30 if groups["past"].lower() == "half" else 15
            minute += _minutes(groups.get("past_minutes", ""))
            early = 15 if groups.get("to") else _minutes(groups.get("to_minutes", ""))
            if early:
                hour, minute = (hour - 1) % 24 or (12 if hour == 1 else 0), 60 - early
            yield figure(m, "time", str(hour), str(minute), words=m["hour"].isalpha())


def _minutes(words: str) -> int:
    tens, _, ones = words.lower().partition("-")
    return int(TENS.get(tens, SMALL.get(tens, Decimal(0))) + SMALL.get(ones, Decimal(0)))


def _spelled(hour: str) -> int:
    return int(SMALL.get(hour.lower(), 0) or hour)


def _hour(hour: int, half: str) -> int:
    """Turn an hour of the 12-hour clock into the 24-hour one; `half` is a, p or a part of the day."""
    if half[:1] in ("p", "P") or half in ("afternoon", "evening"):
        return hour % 12 + 12
    return hour % 12 if half in ("a", "A") else hour
