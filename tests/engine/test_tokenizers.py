"""Both tokenizers, both ways, with the place of every piece."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.engine.tokenizers import (
    MosesBpeTokenizer,
    SentencePieceTokenizer,
    Tokens,
    load_tokenizer,
    locate,
)
from translate.errors import ModelError

EMBEDDED = Path(__file__).parents[2] / "translate" / "models" / "en_uk" / "sentencepiece.model"
SENTENCEPIECE = SentencePieceTokenizer(EMBEDDED)


def shown(tokens: Tokens) -> list[str]:
    return [tokens.text[start:end] for start, end in tokens.spans]


@pytest.mark.parametrize(
    "text",
    [
        "snake_case and __init__",
        "user_name@example.com",
        "😀 ☃ α",
        "｟Irpin￨Ірпінь｠",
        "Ще й ґанок, м'яч.",
        "½",
    ],
)
def test_sentencepiece_decoding_what_was_encoded_gives_the_text(text: str) -> None:
    expected = {"½": "1⁄2"}.get(text, text)  # NFKC is part of the model
    assert SENTENCEPIECE.decode(SENTENCEPIECE.encode(text).pieces).text == expected


def test_sentencepiece_spans_leave_out_the_space_before_a_word() -> None:
    tokens = SENTENCEPIECE.encode("He left the town.")
    assert shown(tokens) == ["He", "left", "the", "to", "w", "n", "."]
    assert shown(SENTENCEPIECE.decode(tokens.pieces)) == ["He", "left", "the", "to", "w", "n", "."]


def test_sentencepiece_bytes_of_a_character_share_its_range() -> None:
    tokens = SENTENCEPIECE.encode("a😀b")
    assert [piece for piece in tokens.pieces if piece.startswith("<0x")] == [
        "<0xF0>",
        "<0x9F>",
        "<0x98>",
        "<0x80>",
    ]
    assert shown(tokens)[:6] == ["a", "😀", "😀", "😀", "😀", "b"]
    assert shown(SENTENCEPIECE.decode(tokens.pieces))[:6] == ["a", "😀", "😀", "😀", "😀", "b"]


def test_sentencepiece_decoding_broken_bytes_gives_one_sign_and_no_control_characters() -> None:
    assert SENTENCEPIECE.decode(["▁a", "<0xF0>", "<0x9F>", "▁b", "<0x07>", "</s>"]).text == "a\ufffd b"


@settings(max_examples=100)
@given(st.text(max_size=30))
def test_sentencepiece_spans_lie_in_the_text_and_rise(text: str) -> None:
    tokens = SENTENCEPIECE.encode(text.encode("utf-8", "replace").decode())
    assert len(tokens.pieces) == len(tokens.spans) == SENTENCEPIECE.count(tokens.text)
    assert all(0 <= a <= b <= len(tokens.text) for a, b in tokens.spans)
    assert list(tokens.spans) == sorted(tokens.spans)


def test_bpe_when_text_has_escapes_and_hyphens_finds_every_piece(bpe_folder: Path) -> None:
    tokenizer = load_tokenizer(bpe_folder, "uk", "en")
    assert isinstance(tokenizer, MosesBpeTokenizer)
    tokens = tokenizer.encode("місто & мі")
    assert tokens.pieces == ("міс@@", "т@@", "о", "&@@", "a@@", "m@@", "p@@", ";", "м@@", "і")
    assert shown(tokens) == ["міс", "т", "о", "&", "&", "&", "&", "&", "м", "і"]
    target = tokenizer.decode(["well", "@-@", "known", "city", "&apos;s", "a_b", ",", "the@@"])
    assert target.text == "well-known city's a_b, the"
    assert shown(target) == ["well", "-", "known", "city", "'s", "a_b", ",", "the"]


def test_locate_when_a_piece_is_missing_gives_an_empty_range_and_goes_on() -> None:
    assert locate(["one", "x", "two"], "one two") == ((0, 3), (3, 3), (4, 7))


@pytest.mark.parametrize("name", ["sentencepiece.model", "bpe.model"])
def test_tokenizer_when_the_file_is_garbage_gives_one_clear_line(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(
        b"#version: 0.2\nonly-one-word\n" if name == "bpe.model" else b"\x00garbage"
    )
    with pytest.raises(ModelError, match=r"is no (SentencePiece|BPE) model") as caught:
        load_tokenizer(tmp_path, "en", "uk")
    assert "\n" not in str(caught.value)


def test_tokenizer_when_there_is_none_says_which_files_were_looked_for(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"sentencepiece\.model"):
        load_tokenizer(tmp_path, "en", "uk")
