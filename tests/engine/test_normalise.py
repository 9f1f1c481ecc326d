"""What a model reads, and the way back to the caller's offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.engine.normalise import normalise, normalise_with_offsets

TEXTS = st.text(st.one_of(st.characters(), st.sampled_from(" \u00a0\n\u200b\u0301…“’`ｅ́́각ᅡ")), max_size=40)

TABLE = [
    ("“It’s ‘fine’…”", "\"It's 'fine'...\""),
    ("«Так», — „ні“", '"Так", — "ні"'),
    ("17\u00a0000\u202fkm\u2009x", "17 000 km x"),
    ("  two\t\r\n words  ", "two words"),
    ("soft\u00adhyphen zero\u200bwidth \ufeffmark", "softhyphen zerowidth mark"),
    ("F\u201116", "F-16"),
    ("e\u0301 и\u0306", "é й"),
    ("bell\x07", "bell"),
    ("snake_case｟Irpin￨Ірпінь｠😀", "snake_case｟Irpin￨Ірпінь｠😀"),
    ("👨\u200d👩", "👨\u200d👩"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_normalise_gives_what_the_embedded_model_saw_in_training(text: str, expected: str) -> None:
    assert normalise(text) == expected


def test_normalise_when_not_straight_keeps_quotes_and_only_folds_space() -> None:
    assert normalise("“a”  …\u00a0e\u0301", straight=False) == "“a” … é"


@given(TEXTS, st.booleans())
def test_normalising_twice_changes_nothing(text: str, straight: bool) -> None:
    once = normalise(text, straight=straight)
    assert normalise(once, straight=straight) == once


@given(TEXTS)
def test_normalising_with_offsets_gives_the_same_text_and_rising_ranges(text: str) -> None:
    normal = normalise_with_offsets(text)
    assert normal.text == normalise(text)
    assert len(normal.starts) == len(normal.ends) == len(normal.text)
    assert list(normal.starts) == sorted(normal.starts)
    assert all(0 <= a < b <= len(text) for a, b in zip(normal.starts, normal.ends, strict=True))


def test_original_range_when_characters_were_folded_and_expanded_covers_them() -> None:
    source = "A  “mayor”…  e\u0301"
    normal = normalise_with_offsets(source)
    assert normal.text == 'A "mayor"... é'
    for piece, original in [('"', "“"), ("mayor", "mayor"), ("...", "…"), ("é", "e\u0301"), (" ", "  ")]:
        at = normal.text.index(piece)
        start, end = normal.original(at, at + len(piece))
        assert source[start:end] == original


def test_normalise_when_text_is_megabytes_gives_it_whole() -> None:
    text = "word’s \u00a0" * 300_000
    assert normalise(text) == ("word's " * 300_000).strip()
