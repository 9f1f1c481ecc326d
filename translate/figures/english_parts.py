"""Parts and multiples in English text: `two-thirds`, `half a mile`, `twentyfold`, `6ft 2in`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from translate.figures.english_numerals import SMALL, TENS
from translate.figures.grammar import SPACE, Grammar, unit_kind
from translate.figures.model import Figure
from translate.figures.patterns import figure
from translate.figures.units import FOOT_AND_INCH

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
_TIMES = "one|two|three|four|five|six|seven|eight|nine"
# `a third of`, `rose by a third`; but `a third, aged 57` is an ordinal.
_PARTITIVE = r"\s(?:of|the|more|less|fewer|higher|lower|larger|smaller|bigger|faster|as)\b"
_FRACTIONS = (
    re.compile(
        rf"(?<![\w-])(?P<times>{_TIMES})[\s-](?P<part>(?:{_PART}|fourth)s?|halves)(?!\w)",
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
# `half a mile`, `three-quarters of a mile`, `half-mile`: a part of a unit is a measure.
_OF_UNIT = re.compile(rf"{SPACE}(?:of{SPACE})?(?:an?|one)(?={SPACE})|(?<=half)(?=-)", re.IGNORECASE)
_PART_ALONE = re.compile(
    rf"(?<![\w-])(?:half(?=-|{SPACE}an?\s)|(?:a{SPACE})?quarter(?=\sof\san?\s))", re.IGNORECASE
)
_WORDS = {**SMALL, **TENS, "hundred": Decimal(100), "thousand": Decimal(1000)}
_FOLD = re.compile(
    rf"(?<![\w.,-])(?:(?P<number>\d+(?:\.\d+)?)|(?P<word>{'|'.join(_WORDS)}))-?fold(?!\w)", re.IGNORECASE
)
_AND_A_HALF = re.compile(
    rf"(?<!\w)an?{SPACE}(?P<thing>[a-z]+(?:{SPACE}percentage{SPACE}point)?){SPACE}and{SPACE}a{SPACE}(?P<part>half|quarter)(?!\w)",
    re.IGNORECASE,
)
_TIME_SPANS = frozenset({"year", "month", "week", "day", "hour", "minute", "second", "decade", "century"})
_FEET = "|".join(["feet", "foot", "ft"])
_FOOT_AND_INCH = re.compile(
    rf"(?<![\w.,:])(?:(?P<feet>\d{{1,2}})(?:[\s-]?(?:{_FEET})[\s-]?|['′’])|(?P<feet_word>{_TIMES})[\s-](?:{_FEET})[\s-])"
    r"(?:(?P<inches>1[01]|\d)|(?P<inch_word>one|two|three|four|five|six|seven|eight|nine|ten|eleven))"
    r"(?:[\s-]?(?:inches|inch|in)(?!\w)|[\"″”]|(?![\w,.]))",
    re.IGNORECASE,
)


def english_parts(text: str, grammar: Grammar) -> Iterator[Figure]:
    """Yield the fractions, parts of units, multiples and heights of an English text; they may overlap."""
    yield from _fractions(text, grammar)
    for m in _FOLD.finditer(text):
        word = (m["word"] or "").lower()
        yield figure(m, "number", m["number"] or str(_WORDS[word]), words=bool(word))
    for m in _FOOT_AND_INCH.finditer(text):
        feet = m["feet"] or str(SMALL[m["feet_word"].lower()])
        inches = m["inches"] or str(SMALL[m["inch_word"].lower()])
        yield figure(m, "measure", feet, inches, unit=FOOT_AND_INCH)
    for m in _AND_A_HALF.finditer(text):
        value = Decimal("1.5" if m["part"].lower() == "half" else "1.25")
        unit = grammar.after.match(text, m.start("thing") - 1)
        if unit and unit.lastgroup and unit.end() == m.end("thing"):
            name = grammar.units[unit.lastgroup]
            yield Figure(m.start(), m.end(), m[0], unit_kind(name), (value,), name, words=True)
        elif m["thing"].lower() in _TIME_SPANS:
            yield figure(m, "number", str(value), words=True)


def _fractions(text: str, grammar: Grammar) -> Iterator[Figure]:
    for pattern in _FRACTIONS:
        for m in pattern.finditer(text):
            groups = m.groupdict()
            value = SMALL[(groups.get("times") or "one").lower()] / _PARTS[m["part"].lower()]
            if value < 1:
                start, end = m.span("whole") if groups.get("whole") else m.span()
                yield Figure(start, end, text[start:end], "fraction", (value,), words=True)
                yield from _of_unit(text, start, end, value, grammar)
    for m in _PART_ALONE.finditer(text):
        value = Decimal("0.5") if m[0].lower().endswith("half") else Decimal("0.25")
        yield from _of_unit(text, m.start(), m.end(), value, grammar)


def _of_unit(text: str, start: int, end: int, value: Decimal, grammar: Grammar) -> Iterator[Figure]:
    joint = _OF_UNIT.match(text, end)
    unit = grammar.after.match(text, joint.end()) if joint else None
    if unit and unit.lastgroup:
        name = grammar.units[unit.lastgroup]
        yield Figure(start, unit.end(), text[start : unit.end()], unit_kind(name), (value,), name, words=True)
