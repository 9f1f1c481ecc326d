"""The list of Russianisms, and where a text has them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from translate.languages import uk
from translate.languages.uk.readings import is_sound
from translate.languages.uk.russianisms import russianisms

LIST = Path(uk.__file__).with_name("russianisms.tsv")
ROWS = [
    tuple(line.split("\t"))
    for line in LIST.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def test_list_when_read_then_every_row_says_what_is_wrong_and_what_is_better() -> None:
    assert len(ROWS) >= 300
    assert all(len(row) == 2 and all(cell == cell.strip() != "" for cell in row) for row in ROWS)
    wrong = [row[0] for row in ROWS]
    assert sorted(wrong) == sorted(set(wrong))


def test_list_when_read_then_no_advice_is_a_russianism_itself() -> None:
    advice = "; ".join(re.sub(r"\(.*?\)", "", row[1]) for row in ROWS)
    assert [advice[found.start : found.end] for found in russianisms(advice)] == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("у слідуючих випадках", "слідуючих"),
        ("Співпало, що вони прийняли участь.", "Співпало"),
        ("сто сотрудників", "сотрудників"),
        ("по вулицям міста", "по вулицям"),
        ("На протязі останніх трьох років", "На протязі останніх трьох років"),
        ("ВРАГИ ТА СОТРУДНИКИ", "ВРАГИ"),
    ],
)
def test_russianism_when_inflected_or_capitalised_then_found(text: str, wrong: str) -> None:
    first = next(russianisms(text))
    assert text[first.start : first.end] == wrong


@pytest.mark.parametrize(
    "text",
    [
        "по вулицях",
        "вони, приймаючи гостей, беруть участь",
        "любий друже",
        "на протязі, тижня",
        "місто Врагово",
    ],
)
def test_good_ukrainian_when_read_then_nothing_found(text: str) -> None:
    assert list(russianisms(text)) == []


def test_words_when_marked_bad_by_the_dictionary_then_they_are_not_sound() -> None:
    assert not is_sound("слідуючий")
    assert is_sound("наступний")
