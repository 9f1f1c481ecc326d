"""Unknown names: a golden table of sentences, laws, and what the rest of an article tells."""

from __future__ import annotations

import itertools
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.glossary import Evidence, UnknownName, unknown_names

BLOCKS = [
    block.split("\n")
    for block in "\n".join(
        line
        for line in Path(__file__).with_name("unknown.txt").read_text("utf-8").splitlines()
        if not line.startswith("#")
    )
    .strip()
    .split("\n\n")
]


def _known(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the sentence without its braces, and the ranges that stood in them."""
    known = []
    text = ""
    for part in re.split(r"(\{.*?\})", marked):
        if part.startswith("{"):
            known.append((len(text), len(text) + len(part) - 2))
            part = part[1:-1]
        text += part
    return text, known


@pytest.mark.parametrize(("marked", "expected"), BLOCKS, ids=lambda value: value[:40])
def test_names_of_a_sentence_are_those_of_the_table(marked: str, expected: str) -> None:
    text, known = _known(marked)
    found = [f"{name.kind} {name.text}" for name in unknown_names(text, known)]
    assert found == ([] if expected == "-" else expected.split("; "))


def test_word_at_the_start_of_a_sentence_is_a_name_when_seen_inside_another() -> None:
    article = ["He bought Konami shares.", "Konami is large.", "Scientists met.", "Some scientists left."]
    evidence = Evidence.of(article)
    found = [[name.text for name in unknown_names(text, (), evidence)] for text in article]
    assert found == [["Konami"], ["Konami"], [], []]


def test_headline_in_title_case_gives_only_names_known_from_elsewhere() -> None:
    evidence = Evidence.of(["The mayor of Irpin was there."])
    headline = "Mayor Walks Through Empty Streets of Irpin"
    assert [name.text for name in unknown_names(headline, (), evidence)] == ["Irpin"]


def test_title_tells_the_gender() -> None:
    found = unknown_names("Mrs Petrenko, King Charles and Dr. Rudenko met.", ())
    assert [(name.text, name.gender) for name in found] == [
        ("Petrenko", "femn"),
        ("Charles", "masc"),
        ("Rudenko", ""),
    ]


WORDS = st.sampled_from(
    re.findall(
        r"\S+",
        "Mayor Ann Hill said in Kyiv , . “ ” the of and University Mr. J. van O’Brien’s NATO F-16 & I",
    )
)


@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_names_are_in_order_without_overlap_and_say_what_the_text_says(text: str) -> None:
    names = unknown_names(text, ())
    assert all(text[name.start : name.end] == name.text for name in names)
    assert all(one.end <= other.start for one, other in itertools.pairwise(names))


@given(st.lists(WORDS, max_size=14).map(" ".join), st.data())
def test_name_without_a_head_of_an_organisation_or_place_never_touches_a_known_term(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for name in unknown_names(text, [(start, end)]):
        if name.kind in ("person", "acronym"):
            assert name.end <= start or end <= name.start or start == end


@given(st.text(max_size=60))
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert all(isinstance(name, UnknownName) for name in unknown_names(text, ()))


def test_a_sentence_takes_less_than_a_third_of_a_millisecond() -> None:
    texts = [_known(block[0])[0] for block in BLOCKS] * 20
    evidence = Evidence.of(texts)
    best = 1.0
    for _ in range(3):
        started = time.perf_counter()
        for text in texts:
            unknown_names(text, (), evidence)
        best = min(best, (time.perf_counter() - started) / len(texts))
    # A busy machine is given three times the limit.
    assert best < 0.001
