"""Figures in English text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from translate.figures.english_numerals import NUMBER_WORDS, SCALES, SMALL, TENS, english_amount
from translate.figures.english_parts import english_parts
from translate.figures.english_times import MONTHS, english_times
from translate.figures.grammar import (
    LEFT,
    Grammar,
    after_pattern,
    before,
    before_pattern,
    below_zero,
    quantities,
)
from translate.figures.model import Figure
from translate.figures.patterns import common, figure, longest

_ORDINAL = re.compile(r"(?<![\w.,:/$£€])(\d{1,3}(?:,\d{3})+|\d+)(?:st|nd|rd|th)(?!\w)")
_SCALED_ORDINAL = re.compile(
    r"(?<![\w.,:/$£€])(\d{1,3}(?:,\d{3})+|\d+)[\s-](thousand|million|billion)th(?!\w)", re.IGNORECASE
)
_YEAR_LIKE = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|of|to|for|before|after|during|between|and|the|year|years|early|late|"
    r"mid|spring|summer|autumn|fall|winter|season|circa|c\.|around|about|"
    + "|".join(MONTHS)
    + r"),?\s|[(–-])$",
    re.IGNORECASE,
)
_BARE_YEAR = re.compile(r"1\d{3}|20\d\d|2100")
_BELOW_ZERO = re.compile(
    r"\s(?:below\s(?:zero|freezing)|of\sfrost|below(?=[.,;:!?]|$|\s(?:outside|overnight|today|tonight|at|in)\b))(?!\w)",
    re.IGNORECASE,
)

_BEFORE, _CODES = before_pattern()
_AFTER, _UNITS = after_pattern("english", r"%|per ?cent(?!\w)|pct|(?<=\d)(?-i:pc)")
_FIRST_WORDS = "|".join(
    sorted({*SMALL, *TENS, "half", "an?", "(?<!plus or )(?<!plus-or-)minus"}, key=len, reverse=True)
)
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
    ranges=re.compile(r"-to-|[-–](?=[\w$£€.])|—(?=\d)|\sto\s"),
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
        yield below_zero(_as_year(text, quantity), text, _BELOW_ZERO)
    yield from common(text)
    yield from english_times(text)
    for m in _ORDINAL.finditer(text):
        yield figure(m, "ordinal", m[1].replace(",", ""))
    for m in _SCALED_ORDINAL.finditer(text):
        value = Decimal(m[1].replace(",", "")) * SCALES[m[2].lower()]
        yield Figure(m.start(), m.end(), m[0], "ordinal", (value,))
    yield from english_parts(text, _GRAMMAR)


def _as_year(text: str, quantity: Figure) -> Figure:
    """A bare number of four digits after `in`, `since` and the like is a year."""
    if quantity.kind != "number" or not _BARE_YEAR.fullmatch(quantity.text):
        return quantity
    return replace(quantity, kind="year") if before(_YEAR_LIKE, text, quantity.start) else quantity
