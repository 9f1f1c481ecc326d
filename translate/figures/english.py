"""Figures in English text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from translate.figures.english_numerals import NUMBER_WORDS, SMALL, TENS, english_amount
from translate.figures.grammar import LEFT, SPACE, Grammar, after_pattern, before_pattern, quantities
from translate.figures.model import Figure
from translate.figures.patterns import common, figure, longest

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_SHORT = {"Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sept": 9, "Sep": 9}
_SHORT |= {"Oct": 10, "Nov": 11, "Dec": 12}
_MONTH_NUMBER = {name: number for number, name in enumerate(_MONTHS, start=1)} | _SHORT
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)}|(?:{'|'.join(_SHORT)})(?!\w)\.?)"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?:\s?[-–]\s?(?P<last>[12]?\d|3[01])(?:st|nd|rd|th)?)?"
_YEAR = r"(?P<year>1\d{3}|20\d\d|[3-9]\d\d(?= BC))"
_DATES = (
    re.compile(rf"(?<![\w.,:/-]){_DAY}\s(?:of\s)?{_MONTH}(?:,?\s{_YEAR})?(?![\w]|[,.]\d)"),
    re.compile(
        rf"(?<!\w){_MONTH}\s(?:the\s)?{_DAY}(?:,?\s{_YEAR})?(?![\w:%]|[,.]\d)(?!\s?(?:percent|per cent))"
    ),
    re.compile(rf"(?<!\w){_MONTH},?\s(?:of\s)?{_YEAR}(?!\w|[,.]\d)"),
)
_MID_MONTH = re.compile(rf"(?<!\w)[Mm]id-{_MONTH}(?:,?\s{_YEAR})?(?!\w)")
_CLOCK = re.compile(
    rf"(?<![\w:.,$£€])(?:(?P<from>1[0-2]|0?[1-9])(?:[:.](?P<from_minute>[0-5]\d))?\s?[-–]\s?)?"
    rf"(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?{SPACE}?(?P<half>[ap])"
    # The stop of `p.m.` at the end of a sentence is the sentence's own.
    r"(?:\.m\.(?!\W*$)|\.m(?=\.\W*$)|m(?!\w))",
    re.IGNORECASE,
)
_MILITARY = re.compile(r"(?<![\w:.,$£€])([01]\d|2[0-3])([0-5]\d)(?=\s?(?:UTC|GMT|hours|hrs)\b)")
_OCLOCK = re.compile(
    r"(?<!\w)(?P<hour>1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"\so['’]clock(?:\s(?:in\sthe|this|that)\s(?P<half>morning|afternoon|evening))?(?!\w)"
)
_HOURS = r"(?P<hour>1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_OF_DAY = r"in\sthe\s(?P<half>morning|afternoon|evening)"
_SPOKEN = (
    re.compile(
        rf"(?<!\w)(?P<past>half|(?:a\s)?quarter)\spast\s{_HOURS}(?:\s{_OF_DAY})?(?!\w)", re.IGNORECASE
    ),
    re.compile(rf"(?<![\w.,:-]){_HOURS}\s{_OF_DAY}(?!\w)", re.IGNORECASE),
    re.compile(
        r"(?<![\w.,:-])(?P<hour>1?\d|2[0-3])\.(?P<minute>[0-5]\d)"
        rf"(?=\s(?:{_OF_DAY}|on\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s(?P<part>morning|afternoon|evening|night)))"
    ),
)
_PAST = {"half": "30", "rter": "15"}
_DECADE = re.compile(r"(?<!\w)(?<!\d[.,])(?:['’]?(\d0)|(1\d\d0|20\d0))['’]?s(?!\w)")
_AGE_OR_HEAT = re.compile(r"(?:his|her|their|my|your|our|mid|low|high|upper)(?:\s(?:early|mid|late))?[\s-]$")
_CENTURY_WORDS = {
    word: value
    for value, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
            "twenty-first",
        ],
        start=1,
    )
}
_CENTURY = re.compile(
    rf"(?<!\w)(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)|"
    rf"(?P<word>{'|'.join(sorted(_CENTURY_WORDS, key=len, reverse=True))}))"
    r"[\s-](?:century|centuries)(?!\w)",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(?<![\w.,:/$£€])(\d{1,3}(?:,\d{3})+|\d+)(?:st|nd|rd|th)(?!\w)")
_PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fourth": 4,
    "fourths": 4,
}
for _value, _name in enumerate(["fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], start=5):
    _PARTS |= {_name: _value, _name + "s": _value}
_PART = "half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth"
# `a third of`, `rose by a third`; but `a third, aged 57` is an ordinal.
_PARTITIVE = r"\s(?:of|the|more|less|fewer|higher|lower|larger|smaller|bigger|faster|as)\b"
_FRACTIONS = (
    re.compile(
        r"(?<![\w-])(?P<times>one|two|three|four|five|six|seven|eight|nine)[\s-]"
        rf"(?P<part>(?:{_PART}|fourth)s?|halves)(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<![\w-])(?<!and\s)an?\s(?P<part>{_PART})(?={_PARTITIVE})", re.IGNORECASE),
    re.compile(
        rf"\b(?:by|about|around|almost|nearly|roughly|than|only|over|under)\s(?P<whole>an?\s(?P<part>{_PART}))(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<![\w-])(?<!first\s)(?<!second\s)(?<!other\s)(?P<part>half)"
        r"(?=\s(?:of|the|its|their|his|her|our|all|an?)\b)",
        re.IGNORECASE,
    ),
)
_YEAR_LIKE = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|of|to|for|before|after|during|between|and|the|year|years|early|late|"
    r"mid|spring|summer|autumn|fall|winter|season|circa|c\.|around|about|"
    + "|".join(_MONTHS)
    + r"),?\s|[(–-])$",
    re.IGNORECASE,
)
_BARE_YEAR = re.compile(r"1\d{3}|20\d\d|2100")

_BEFORE, _CODES = before_pattern()
_AFTER, _UNITS = after_pattern("english", r"%|per ?cent(?!\w)|pct")
_FIRST_WORDS = "|".join(sorted({*SMALL, *TENS, "half", "an?", "minus"}, key=len, reverse=True))
_GRAMMAR = Grammar(
    tokens=re.compile(
        rf"{LEFT}(?:[-−](?=\d)|\d|\.\d|[½¼¾⅓⅔]|(?:[A-Z]{{1,3}})?[$£€₴₽¥₺₪₹]|[A-Z]{{3}}\s?(?=\d)|(?:{_FIRST_WORDS})(?!\w))",
        re.IGNORECASE,
    ),
    amount=english_amount,
    before=_BEFORE,
    currencies=_CODES,
    after=_AFTER,
    units=_UNITS,
    ranges=re.compile(r"[-–](?=[\w$£€.])|—(?=\d)|\sto\s"),
    pairs=(
        (re.compile(r"\bfrom\s$", re.IGNORECASE), re.compile(r"\sto\s(?:about\s|around\s|nearly\s)?")),
        (re.compile(r"\bbetween\s$", re.IGNORECASE), re.compile(r"\sand\s")),
        (re.compile(r""), re.compile(r"\sor\s")),
    ),
    tail=re.compile(
        rf"-(?!(?:to|and|or|{'|'.join(NUMBER_WORDS)})\b)(?:(years?-olds?)|[a-z]+(?:-[a-z]+)*)(?!\w)"
    ),
)


def english_figures(text: str) -> tuple[Figure, ...]:
    """Return the figures of an English text, not overlapping, in text order."""
    return longest(text, _candidates(text))


def _candidates(text: str) -> Iterator[Figure]:
    for quantity in quantities(text, _GRAMMAR):
        yield _as_year(text, quantity)
    yield from common(text)
    if any(character.isdigit() for character in text):
        yield from _dates(text)
        yield from _times(text)
        for m in _DECADE.finditer(text):
            if m[2] or not _AGE_OR_HEAT.search(text, 0, m.start()):
                yield figure(m, "decade", m[2] or str(1900 + int(m[1])))
        for m in _ORDINAL.finditer(text):
            yield figure(m, "ordinal", m[1].replace(",", ""))
    for m in _OCLOCK.finditer(text):
        hour = int(SMALL.get(m["hour"].lower(), 0) or m["hour"])
        yield figure(m, "time", str(_hour(hour, m["half"] or "")), "0", words=m["hour"].isalpha())
    yield from _spoken(text)
    for m in _MID_MONTH.finditer(text):
        yield figure(
            m, "date", m["year"] or "0", str(_month(m["month"])), "0", unit="mid", words=not m["year"]
        )
    for m in _CENTURY.finditer(text):
        number = m["number"] or str(_CENTURY_WORDS[m["word"].lower()])
        yield figure(m, "century", number, words=not m["number"])
    yield from _fractions(text)


def _as_year(text: str, quantity: Figure) -> Figure:
    """A bare number of four digits after `in`, `since` and the like is a year."""
    if quantity.kind != "number" or not _BARE_YEAR.fullmatch(quantity.text):
        return quantity
    return replace(quantity, kind="year") if _YEAR_LIKE.search(text, 0, quantity.start) else quantity


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


def _spoken(text: str) -> Iterator[Figure]:
    for pattern in _SPOKEN:
        for m in pattern.finditer(text):
            groups = m.groupdict()
            hour = int(SMALL.get(m["hour"].lower(), 0) or m["hour"])
            minute = groups.get("minute") or _PAST.get((groups.get("past") or "")[-4:].lower(), "0")
            part = groups.get("half") or groups.get("part") or ""
            yield figure(m, "time", str(_hour(hour, part)), minute, words=m["hour"].isalpha())


def _hour(hour: int, half: str) -> int:
    """Turn an hour of the 12-hour clock into the 24-hour one; `half` is a, p or a part of the day."""
    if half[:1] in ("p", "P") or half in ("afternoon", "evening"):
        return hour % 12 + 12
    return hour % 12 if half in ("a", "A") else hour


def _fractions(text: str) -> Iterator[Figure]:
    for pattern in _FRACTIONS:
        for m in pattern.finditer(text):
            groups = m.groupdict()
            value = SMALL[(groups.get("times") or "one").lower()] / _PARTS[m["part"].lower()]
            if value < 1:
                start, end = m.span("whole") if groups.get("whole") else m.span()
                yield Figure(start, end, text[start:end], "fraction", (value,), words=True)
