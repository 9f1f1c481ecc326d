"""Numeral and noun agree: laws over all numbers, with the plural rules of CLDR for Ukrainian."""

from __future__ import annotations

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from translate.languages.uk.counting import disagreements
from translate.languages.uk.readings import noun_form

PLURAL = Locale("uk").plural_form
# Nouns with their forms behind 1, 2 and 5 (CLDR: one, few, many).
NOUNS = [
    ("танк", "танки", "танків"),
    ("гривня", "гривні", "гривень"),
    ("солдат", "солдати", "солдатів"),
    ("місто", "міста", "міст"),
    ("людина", "людини", "людей"),
    ("рік", "роки", "років"),
]
FORM = {"one": 0, "few": 1, "many": 2}
NUMBERS = st.integers(1, 999).filter(lambda number: number < 100 or number > 110)


@given(NUMBERS, st.sampled_from(NOUNS), st.sampled_from([" ", "\u00a0"]))
def test_noun_when_in_the_form_of_cldr_then_it_agrees(
    number: int, noun: tuple[str, str, str], space: str
) -> None:
    assert list(disagreements(f"{number}{space}{noun[FORM[PLURAL(number)]]}")) == []


@given(NUMBERS, st.sampled_from(NOUNS[:3]))
def test_noun_when_plural_behind_one_or_nominative_plural_behind_many_then_it_does_not_agree(
    number: int, noun: tuple[str, str, str]
) -> None:
    wrong = {"one": noun[2], "few": noun[0], "many": noun[1]}[PLURAL(number)]
    assert [found.why for found in disagreements(f"{number} {wrong}")] == [PLURAL(number)]


@given(st.integers(0, 99), st.integers(1, 9))
def test_fraction_when_behind_it_is_the_genitive_singular_then_it_agrees(whole: int, tenth: int) -> None:
    assert list(disagreements(f"{whole},{tenth} місяця")) == []
    assert [found.better for found in disagreements(f"{whole},{tenth} місяців")] == ["місяця"]


@pytest.mark.parametrize(
    ("word", "case", "plural", "form"),
    [
        ("роки", "gent", True, "років"),
        ("роки", "nomn", False, "рік"),
        ("місяців", "gent", False, "місяця"),
        ("людини", "gent", True, ""),
        ("танків", "nomn", False, ""),
        ("гічні", "gent", True, ""),
    ],
)
def test_noun_form_when_the_dictionary_has_one_then_it_is_given(
    word: str, case: str, plural: bool, form: str
) -> None:
    assert noun_form(word, case, plural=plural) == form
