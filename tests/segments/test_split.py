from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from translate.segments import split

HERE = Path(__file__).parent


def _cases() -> list[tuple[str, str, list[str]]]:
    cases = []
    for language in ("en", "uk"):
        lines = (HERE / f"{language}.txt").read_text(encoding="utf-8").replace("\r\n", "\n").split("\n")
        text = "\n".join(line for line in lines if not line.startswith("# "))
        for case in filter(None, (part.strip("\n") for part in text.split("\n\n"))):
            block, *sentences = case.split("\n")
            cases.append((language, block, sentences))
    return cases


def _sources(text: str, language: str = "en", kind: str = "paragraph") -> list[str]:
    return [piece.source for piece in split(text, language, kind=kind)]


@pytest.mark.parametrize(("language", "block", "sentences"), _cases())
def test_split_of_a_golden_block_gives_its_sentences(language: str, block: str, sentences: list[str]) -> None:
    assert [s.replace("\n", "⏎") for s in _sources(block.replace("⏎", "\n"), language)] == sentences


def test_golden_files_hold_enough_cases() -> None:
    assert sum(language == "en" for language, _, _ in _cases()) >= 60


# Arbitrary text seldom has sentences; these pieces make quotations, brackets and gaps likely.
_SCRAPS = [
    *"“”«»‘’()[].!?…。—-,:*_15é🎉א\"'",
    "Mr",
    "He",
    "kyiv",
    "Київ",
    "U.S",
    "p.m",
    "...",
    "東京",
    "said",
]
_SPACES = [" ", "  ", "\n", "\r\n", "\n\n", "\u2029", "\xa0", "\u200b", "\x1c", "\x00"]
_TEXT = st.one_of(st.text(), st.lists(st.sampled_from(_SCRAPS + _SPACES)).map("".join))


@given(_TEXT, st.sampled_from(["en", "uk", "ja", "ar", "xx", ""]))
@example("。  A", "ja")
@example("A.\n\nb", "en")
def test_joining_pieces_gives_the_text_back(text: str, language: str) -> None:
    pieces = split(text, language)
    if text.strip():
        assert "".join(p.lead + p.source + p.trail for p in pieces) == text
    else:
        assert pieces == ()
    for piece in pieces:
        assert piece.source
        assert piece.source == piece.source.strip()
        assert not piece.lead.strip()
        assert not piece.trail.strip()


@given(_TEXT)
def test_every_piece_of_a_text_with_words_has_a_word(text: str) -> None:
    pieces = split(text, "en")
    assert len(pieces) < 2 or all(any(c.isalnum() for c in piece.source) for piece in pieces)


def test_split_of_many_blocks_in_one_finds_the_sentences_of_each() -> None:
    # Far longer than one window of the search: every boundary must be found wherever a window ends.
    blocks = [block for language, block, _ in _cases() if language == "en" and block[-1] not in "💛*"]
    text = "\n\n".join(blocks * 3).replace("⏎", " ")
    alone = [source for block in blocks * 3 for source in _sources(block.replace("⏎", " "))]
    assert _sources(text) == alone


def test_split_of_a_long_text_finds_the_boundaries_next_to_every_window() -> None:
    sentence = "Ukraine held Kyiv that week despite 3.5 percent less."
    assert _sources(" ".join([sentence] * 2000)) == [sentence] * 2000


@pytest.mark.parametrize("language", ["en", "EN", "en-GB", "en_US"])
def test_split_takes_any_spelling_of_the_language(language: str) -> None:
    assert _sources("He met Gen. Smith. It rained.", language) == ["He met Gen. Smith.", "It rained."]


def test_split_of_wide_terminators_needs_no_space() -> None:
    assert _sources("東京です。大阪です。「京都!」奈良。", "ja") == [
        "東京です。",
        "大阪です。",
        "「京都!」奈良。",
    ]


def test_split_of_another_language_uses_its_terminators() -> None:
    assert _sources("यह कीव है। वह आया। सब ठीक है।", "hi") == ["यह कीव है।", "वह आया।", "सब ठीक है।"]


def test_split_of_a_headline_does_not_take_its_capitals_for_openers() -> None:
    text = "U.S. And Ukraine Sign Deal"
    assert _sources(text, kind="headline") == [text]


def test_split_keeps_white_space_around_sentences() -> None:
    first, second = split(" \tOne town.  Two towns.\n", "en")
    assert (first.lead, first.source, first.trail) == (" \t", "One town.", "  ")
    assert (second.lead, second.source, second.trail) == ("", "Two towns.", "\n")


@pytest.mark.parametrize(
    "unit", ["Mr. X. ", "“a. B ", "(a. B ", "foo “A. B.” c ", ". ", "\n a", "x", "! A ", "。"]
)
def test_split_of_a_hostile_line_takes_linear_time(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        start = time.process_time()
        split(text, "en")
        return time.process_time() - start

    seconds(1000)
    small, large = seconds(50_000), seconds(400_000)
    # Eight times the text: linear is 8, quadratic 64; the floor is for clocks and busy machines.
    assert large < 24 * max(small, 0.02)
