"""Edges: what is peeled comes back in the target's signs, and nothing else is touched."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.protection.edges import peel, rewrap

UK = ("«", "»", "„", "“")

TABLE = [
    ("“We have found some of them.”", ("“", "We have found some of them.", "”")),
    ("“We have found some of them.", ("“", "We have found some of them.", "")),
    ("We can’t find some of them.”", ("", "We can’t find some of them.", "”")),
    ("“A” and “B”", ("", "“A” and “B”", "")),
    ("“All” gone", ("", "“All” gone", "")),
    ("He said: “They killed some.", ("", "He said: “They killed some.", "")),
    ('"Yes," he said. "No."', ("", '"Yes," he said. "No."', "")),
    ('"Yes."', ('"', "Yes.", '"')),
    ("(see “here”)", ("(", "see “here”", ")")),
    ("(one) and (two)", ("", "(one) and (two)", "")),
    ("“‘Stop,’ he said.”", ("“", "‘Stop,’ he said.", "”")),
    ("🙂 Hello 🇺🇦", ("🙂 ", "Hello", " 🇺🇦")),
    ("“", ("", "“", "")),
    ("", ("", "", "")),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_peeling_a_segment_gives_its_edges(text: str, expected: tuple[str, str, str]) -> None:
    assert peel(text) == expected


@given(st.text(alphabet='ab .,"“”‘’«»()[]🙂', max_size=20))
def test_joining_what_was_peeled_gives_the_segment_back(text: str) -> None:
    assert "".join(peel(text)) == text


@pytest.mark.parametrize(
    ("prefix", "target", "suffix", "expected"),
    [
        ("“", "Ми знайшли їх.", "”", "«Ми знайшли їх»."),
        ("“", "Ми знайшли їх.", "", "«Ми знайшли їх."),
        ("", "Де вони?", "”", "Де вони?»"),
        ("“", "Так...", "”", "«Так...»"),
        ("(", "див. тут", ")", "(див. тут)"),
        ("🙂 ", "Вітаю", " 🇺🇦", "🙂 Вітаю 🇺🇦"),
    ],
)
def test_rewrapping_uses_the_signs_and_the_order_of_ukrainian(
    prefix: str, target: str, suffix: str, expected: str
) -> None:
    assert rewrap(prefix, target, suffix, UK) == expected


@pytest.mark.parametrize(
    "text", ["(" * 100_000, "“" * 100_000, "🙂" * 50_000 + "a", " " * 100_000 + "a", "()" * 50_000]
)
def test_the_edges_of_what_is_no_sentence_are_found_in_seconds(text: str) -> None:
    started = perf_counter()
    assert "".join(peel(text)) == text
    assert perf_counter() - started < 5
