"""Weekdays, months and `yesterday`, `today`, `tomorrow` in English and Ukrainian texts, by their meaning.

The names are those of CLDR, with the Ukrainian case forms and the adjectives made of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
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
)
RELATIVE = ("yesterday", "today", "tomorrow")

_UKRAINIAN = {
    "Monday": r"понеділ(?:ок|к(?:а|у|ом|ові|и|ів|ам|ами|ах))|понеділков\w+",
    "Tuesday": r"вівтор(?:ок|к(?:а|у|ом|ові|и|ів|ам|ами|ах))|вівторков\w+",
    "Wednesday": r"серед(?:а|и|і|у|ою|ам|ами|ах)|середов\w+",
    "Thursday": r"четвер|четверг(?:а|у|ом|ові|и|ів|ам|ами|ах)|четвергов\w+",
    "Friday": r"п'ятниц(?:я|і|ю|ею|ь|ям|ями|ях)|п'ятничн\w+",
    "Saturday": r"суб[оі]т(?:а|и|і|у|ою|ам|ами|ах)?|суботн\w+",
    "Sunday": r"неділ(?:я|і|ю|ею|ь|ям|ями|ях)|недільн\w+",
    "January": r"січ(?:ень|н[яюіе]|нем|нев\w+)",
    "February": r"лют(?:ий|ого|ому|им)|лютнев\w+",
    "March": r"берез(?:ень|н[яюі]|нем|нев\w+)",
    "April": r"квіт(?:ень|н[яюі]|нем|нев\w+)",
    "May": r"трав(?:ень|н[яюі]|нем|нев\w+)",
    "June": r"черв(?:ень|н[яюі]|нем|нев\w+)",
    "July": r"лип(?:ень|н[яюі]|нем|нев\w+)",
    "August": r"серп(?:ень|н[яюі]|нем|нев\w+)",
    "September": r"верес(?:ень|н[яюі]|нем|нев\w+)",
    "October": r"жовт(?:ень|н[яюі]|нем|нев\w+)",
    "November": r"листопад(?:а|у|ом|і|ов\w+)?",
    "December": r"груд(?:ень|н[яюі]|нем|нев\w+)",
    "yesterday": r"[ву]чора(?:шн\w+)?|позавчора(?:шн\w+)?",
    "today": r"сьогодні(?:шн\w+)?",
    "tomorrow": r"завтра(?:шн\w+)?|(?:після|поза)завтра(?:шн\w+)?",
}
_NUMBERS = {name: f"w{index}" for index, name in enumerate((*WEEKDAYS, *MONTHS, *RELATIVE))}
_NAMES = {group: name for name, group in _NUMBERS.items()}
_UKRAINIAN_WORDS = re.compile(
    r"(?<![\w'’ʼ-])(?:що)?(?:"
    + "|".join(f"(?P<{_NUMBERS[name]}>{forms})" for name, forms in _UKRAINIAN.items()).replace("'", "['’ʼ]")
    + r")(?![\w'’ʼ])",
    re.IGNORECASE,
)
_MAY_BE_UKRAINIAN = (
    *("онеділ", "івтор", "серед", "четвер", "ятни", "субо", "субі", "неділ", "січ", "лют", "берез", "квіт"),
    *("трав", "черв", "лип", "серп", "верес", "жовт", "листопад", "груд", "чора", "сьогодн", "завтра"),
)
# `may` and `march` in small letters are other words; an abbreviated weekday counts before a number or point.
_ENGLISH_WORDS = re.compile(
    r"(?<![\w’'-])(?:(?P<day>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
    r"|(?P<short>Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)(?=\.?,? \d)"
    rf"|(?P<month>{'|'.join(MONTHS)})|(?P<relative>[Yy]esterday|[Tt]oday|[Tt]omorrow))(?!\w)"
)
_MAY_BE_ENGLISH = ("day", "tomorrow", *MONTHS, *(f"{day[:3]}" for day in WEEKDAYS))


@dataclass(frozen=True, slots=True)
class DateWord:
    """A word for a day or month at `text[start:end]`; `name` is one of WEEKDAYS, MONTHS, RELATIVE."""

    start: int
    end: int
    name: str


def english_date_words(text: str) -> Iterator[DateWord]:
    """Yield the weekdays, months and relative days of an English text; those in capitals too."""
    if text.isupper():
        text = _titled(text)
    if not any(part in text for part in _MAY_BE_ENGLISH):
        return
    for m in _ENGLISH_WORDS.finditer(text):
        if m["day"] or m["short"]:
            yield DateWord(
                m.start(), m.end(), next(d for d in WEEKDAYS if d[:3] == (m["day"] or m["short"])[:3])
            )
        else:
            yield DateWord(m.start(), m.end(), m["month"] or m["relative"].lower())


def ukrainian_date_words(text: str) -> Iterator[DateWord]:
    """Yield the weekdays, months and relative days of a Ukrainian text, in any case, adjectives too."""
    lower = text.lower()
    if not any(part in lower for part in _MAY_BE_UKRAINIAN):
        return
    for m in _UKRAINIAN_WORDS.finditer(text):
        assert m.lastgroup is not None
        yield DateWord(m.start(), m.end(), _NAMES[m.lastgroup])


def _titled(text: str) -> str:
    """Return a headline in capitals with a capital at the beginning of each word only; the length stays."""
    return re.sub(r"[A-Z]+", lambda match: match[0].capitalize(), text)
