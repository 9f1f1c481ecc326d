from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.languages.uk.typography import typography

PAIRS = [
    tuple(block.splitlines())
    for block in (Path(__file__).with_name("typography.txt"))
    .read_text("utf-8")
    .rstrip("\n")
    .split("\n\n")[1:]
]
TEXTS = st.text(st.sampled_from("абвіїєВЇ ’'\"`«»„“”‘-–—…..,;:!?()@#/0123 \u00a0ab&%№$\t\ue000"), max_size=30)


@pytest.mark.parametrize(("given_text", "expected"), PAIRS)
def test_typography_of_a_sentence_is_the_expected_one(given_text: str, expected: str) -> None:
    assert typography(given_text).replace("\u00a0", "~") == expected


def test_the_table_is_large_enough() -> None:
    assert len(PAIRS) >= 50


@given(TEXTS)
@settings(max_examples=600, deadline=None)
def test_setting_a_text_twice_is_the_same_as_once(text: str) -> None:
    assert typography(typography(text)) == typography(text)


@given(TEXTS)
@settings(max_examples=600, deadline=None)
def test_setting_a_text_keeps_its_letters_and_digits_in_order(text: str) -> None:
    def kept(value: str) -> str:
        return "".join(char for char in value if char.isalnum())

    assert kept(typography(text)) == kept(text)


@pytest.mark.parametrize("part", ["'", '"', "`a ", " ", "1.", "1 ", "a.", "a@", "« 'а", "- "])
def test_setting_a_long_line_takes_linear_time(part: str) -> None:
    started = time.perf_counter()
    typography(part * 20_000)
    assert time.perf_counter() - started < 5
