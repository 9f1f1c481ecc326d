"""How alike two sources are: a table to read, and what must hold of any two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.memory.entries import SENTENCES
from translate.memory import similarity
from translate.memory.similarity import is_comparable, words

TABLE = [
    ("The army held the city.", "The army held the city.", 100),
    # Case, white space, quotation marks and dashes alone.
    ("The army held the city.", "the  army held the City.", 99),
    ("“Hold on” – he said", '"hold on" - He said', 99),
    ("5\u00a0km", "5 km", 99),
    # A mark more: one character of 24.
    ("The army held the city.", "The army held the city!!", 91),
    ("The army held the city", "The army held the city.", 95),
    # One word of five, and most of its letters.
    ("The army held the city.", "The army left the city.", 80),
    ("The army held the city.", "The armies left a city.", 40),
    # Figures are equal words, but not equal characters.
    ("In 2021, 15 people were killed.", "In 2022, 14 people were killed.", 93),
    ("Five left.", "Nine left.", 50),
    # The same words in another order are another sentence.
    ("Ukraine and Poland", "Poland and Ukraine", 33),
    ("", "a", 0),
    # Scripts without spaces are compared letter by letter.
    ("基辅市中心昨天非常安静", "基辅市中心今天非常安静", 90),
]


@pytest.mark.parametrize(("a", "b", "score"), TABLE)
def test_similarity_of_two_texts_is_the_table_s(a: str, b: str, score: int) -> None:
    assert similarity(a, b) == similarity(b, a) == score


@given(SENTENCES | st.text(), SENTENCES | st.text())
def test_similarity_is_100_for_equal_texts_alone(a: str, b: str) -> None:
    score = similarity(a, b)
    assert score == similarity(b, a)
    assert 0 <= score <= 100
    assert (score == 100) == (a == b)


def test_words_of_an_address_are_cut_short() -> None:
    assert words("a" * 5000) == ["a" * 40]


@pytest.mark.parametrize(
    ("text", "comparable"),
    [("12 345", False), ("* * *", False), ("", False), ("5 km", True), ("Львів", True)],
)
def test_texts_without_a_letter_are_not_compared(text: str, comparable: bool) -> None:
    assert is_comparable(text) == comparable
