"""The words of dates against CLDR, and the case forms of the dictionary."""

from __future__ import annotations

import pytest
from babel.dates import get_day_names, get_month_names

from translate.checks.datewords import MONTHS, WEEKDAYS, english_date_words, ukrainian_date_words
from translate.languages.uk.lexicon import is_word

_CLDR = [
    (locale, str(name), (WEEKDAYS if get is get_day_names else MONTHS)[number - first])
    for locale in ("en", "uk")
    for get, first in ((get_day_names, 0), (get_month_names, 1))
    for context in ("format", "stand-alone")
    for number, name in get("wide", context, locale=locale).items()
]


@pytest.mark.parametrize(("locale", "word", "name"), _CLDR)
def test_name_of_cldr_is_read_as_what_it_means(locale: str, word: str, name: str) -> None:
    read = english_date_words if locale == "en" else ukrainian_date_words
    assert [(found.start, found.end, found.name) for found in read(word)] == [(0, len(word), name)]


@pytest.mark.parametrize(
    ("forms", "name"),
    [
        ("понеділок понеділка понеділку понеділком понеділки понеділків понеділками понеділковий", "Monday"),
        ("вівторок вівторка вівторку вівторком вівторки вівторків вівторкове", "Tuesday"),
        ("середа середи середі середу середою середам", "Wednesday"),
        ("четвер четверга четвергу четвергом четверги четвергів четвергового", "Thursday"),
        ("п’ятниця п'ятниці п’ятницю п’ятницею п’ятниць п’ятничної", "Friday"),
        ("субота суботи суботі суботу суботою субот суботній", "Saturday"),
        ("неділя неділі неділю неділею неділь недільна", "Sunday"),
        ("січень січня січню січнем січні січневий", "January"),
        ("лютий лютого лютому лютим лютневі", "February"),
        ("листопад листопада листопаду листопадом листопаді листопадові", "November"),
        ("травень травня травню травнем травні травневих", "May"),
        ("вчора учора вчорашній позавчора", "yesterday"),
        ("сьогодні сьогоднішнього", "today"),
        ("завтра завтрашня післязавтра", "tomorrow"),
    ],
)
def test_case_forms_and_adjectives_are_read(forms: str, name: str) -> None:
    for form in forms.split():
        assert is_word(form), form
        assert [word.name for word in ukrainian_date_words(f"І {form}, і")] == [name], form


@pytest.mark.parametrize(
    "text", ["середній посеред серединою", "травма травник", "липа липкий", "завтрак", "люто"]
)
def test_words_that_only_begin_alike_are_none(text: str) -> None:
    assert list(ukrainian_date_words(text)) == []


@pytest.mark.parametrize(
    "text", ["may march august sunny", "Mayor Marchand", "holidays", "Sat down at 5", "Mon ami"]
)
def test_english_words_that_only_look_like_dates_are_none(text: str) -> None:
    assert list(english_date_words(text)) == []
