"""Look-alike letters, the apostrophe and the soft sign, and words made of others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.languages.uk.composition import is_composed
from translate.languages.uk.scripts import CYRILLIC, FOREIGN, in_cyrillic, in_latin
from translate.languages.uk.signs import with_right_sign

DOUBLED = "аеіосрхуїАВСЕНІКМОРТХУЇ"


@given(st.text(DOUBLED.replace("ї", "").replace("Ї", ""), min_size=1))
def test_letters_when_written_in_latin_and_back_then_they_are_the_same(word: str) -> None:
    latin = in_latin(word)
    assert latin.isascii()
    assert in_cyrillic(latin) == word


@given(st.text(min_size=1))
def test_letters_when_written_in_one_script_then_no_letter_of_the_other_is_left(word: str) -> None:
    assert not FOREIGN.search(in_cyrillic(word))
    assert not CYRILLIC.search(in_latin(word))


@pytest.mark.parametrize(
    "word", ["п’ять", "об’єкт", "комп’ютер", "подвір’я", "здоров’я", "з’їзд", "польща", "тільки", "каньйон"]
)
def test_word_when_its_sign_is_lost_then_the_dictionary_gives_it_back(word: str) -> None:
    sign = "’" if "’" in word else "ь"
    assert with_right_sign(word.replace(sign, "", 1)) == (word,)


def test_word_when_its_sign_is_one_too_many_then_the_dictionary_gives_it_back() -> None:
    assert with_right_sign("св’ятковий") == ("святковий",)


@pytest.mark.parametrize("word", ["день", "рюкзак", "свято", "гічний", "доштовх"])
def test_word_when_good_or_beyond_help_then_nothing_is_proposed(word: str) -> None:
    assert with_right_sign(word) == ()


@pytest.mark.parametrize(
    ("word", "composed"),
    [
        ("мікросупутник", True),
        ("онлайн-платформа", True),
        ("антиураганний", True),
        ("вже", True),
        ("доштовх", False),
        ("гічний", False),
        ("прес-доштовх", False),
        ("державамама", False),
    ],
)
def test_word_when_made_of_known_ones_then_it_is_composed(word: str, composed: bool) -> None:
    assert is_composed(word) is composed
