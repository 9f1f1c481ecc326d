"""Long texts cut where a reader would pause."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.engine.splitting import split_long

CASES = [
    # a semicolon beats a comma nearer to the middle
    (
        "Rescuers worked through the night; in the morning, when it was quiet, they found two more people.",
        [
            "Rescuers worked through the night; ",
            "in the morning, when it was quiet, they found two more people.",
        ],
    ),
    # a colon beats a comma
    (
        "The minister named one condition, a firm one: all prisoners must come home first.",
        ["The minister named one condition, a firm one: ", "all prisoners must come home first."],
    ),
    # a comma with a conjunction beats a bare comma
    (
        "The old bridge, a steel one, was destroyed in March, but engineers built another in a week.",
        ["The old bridge, a steel one, was destroyed in March, ", "but engineers built another in a week."],
    ),
    # a conjunction beats a bare space
    (
        "The engineers of the railway repaired the line because the town needed trains again by winter.",
        [
            "The engineers of the railway repaired the line ",
            "because the town needed trains again by winter.",
        ],
    ),
    # figures with a comma inside stay whole, and so do annotations
    (
        "They counted 17,000 houses near ｟the Kakhovka Reservoir￨Каховське водосховище｠ last summer alone.",
        [
            "They counted 17,000 houses ",
            "near ｟the Kakhovka Reservoir￨Каховське водосховище｠ last summer alone.",
        ],
    ),
    (
        "A long letter came last week from Mr. George T. Hollis of Boston in Massachusetts.",
        ["A long letter came last week ", "from Mr. George T. Hollis of Boston in Massachusetts."],
    ),
]


def words(text: str) -> int:
    """Count words: a tokenizer that a reader can follow."""
    return len(text.split())


@pytest.mark.parametrize(("text", "parts"), CASES)
def test_split_when_too_long_cuts_at_the_best_pause(text: str, parts: list[str]) -> None:
    assert split_long(text, words, words(text) - 1, "en") == parts


def test_split_when_short_enough_leaves_the_text_alone() -> None:
    assert split_long("One, two; three.", words, 3, "en") == ["One, two; three."]


def test_split_when_one_word_is_too_long_cuts_inside_it() -> None:
    assert split_long("a" * 20, len, 10, "en") == ["a" * 10, "a" * 10]


def test_split_when_cut_inside_a_word_keeps_accents_with_their_letters() -> None:
    parts = split_long("e\u0301" * 10, len, 7, "en")
    assert all(not part.startswith("\u0301") for part in parts)


def test_split_when_an_annotation_alone_is_too_long_never_cuts_it() -> None:
    annotation = "｟" + "x" * 50 + "￨" + "y" * 50 + "｠"
    assert split_long(annotation, len, 20, "en") == [annotation]


@given(st.text(st.sampled_from("ab ,;:—.｟￨｠é\u0301"), max_size=300), st.integers(4, 40))
def test_joining_the_parts_gives_the_text_back_and_parts_fit(text: str, limit: int) -> None:
    parts = split_long(text, len, limit, "en")
    assert "".join(parts) == text
    assert all(len(part) <= limit or "｟" in part or "\u0301" in part or not part.strip() for part in parts)


def test_split_when_text_is_a_megabyte_stays_within_the_limit() -> None:
    parts = split_long("word, " * 150_000, words, 80, "en")
    assert max(map(words, parts)) <= 80
    assert sum(map(len, parts)) == 900_000
