"""Laws of finding forms in a text as whole words."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.checks import Draft, run
from translate.checks.words import occurrences

TEXT = st.text(
    st.sampled_from("Київаб -’'.«»1\u00a0İ") | st.characters(exclude_categories=["Cs"]), max_size=40
)


@pytest.mark.parametrize(
    ("text", "forms", "found"),
    [
        ("Київ, Київ", ["Київ"], ["Київ", "Київ"]),
        ("Києва й КИЇВ", ["Київ", "Києва"], ["КИЇВ", "Києва"]),
        ("київ", ["Київ"], []),
        ("Київський", ["Київ"], []),
        ("Київ-Пасажирський", ["Київ"], ["Київ"]),
        ("об'єкт", ["об’єкт"], ["об'єкт"]),
        ("об'єкт", ["об"], []),
        ("‘об’ і", ["об"], ["об"]),
        ("Біла\u00a0Церква", ["Біла Церква", "Церква"], ["Біла\u00a0Церква"]),
        ("F-16, F-16A", ["F-16"], ["F-16"]),
        ("我爱北京。", ["北京"], ["北京"]),
        ("İstanbul Київ", ["Київ"], ["Київ"]),
    ],
)
def test_occurrences_finds_whole_words(text: str, forms: list[str], found: list[str]) -> None:
    assert sorted(text[start:end] for start, end in occurrences(text, forms)) == sorted(found)


@given(TEXT, st.lists(TEXT, max_size=4))
def test_occurrences_never_overlap_and_are_as_long_as_a_form(text: str, forms: list[str]) -> None:
    spans = sorted(occurrences(text, forms))
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(end - start in {len(form) for form in forms} for start, end in spans)


@given(TEXT, TEXT)
def test_run_on_any_text_says_one_line_per_finding(source: str, target: str) -> None:
    for finding in run(Draft(source, target, "en", "uk")):
        assert finding.message
        assert "\n" not in finding.message


@pytest.mark.parametrize(
    "piece", ["a", "-a", "a.", "(", "“", '"', "« ", "а ", "аб-", "a' ", "#", "a a1", "1", "ы", "x y z "]
)
def test_run_on_a_huge_segment_takes_no_more_than_seconds(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    start = time.perf_counter()
    run(Draft("He left.", text, "en", "uk"), disabled=["figures"])
    assert time.perf_counter() - start < 5
