"""Preparing a tiny corpus: no torch is needed for that."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.training import tiny
from training import dataset
from training.__main__ import main
from training.corpus import MARKS
from training.errors import TrainingError
from training.prepare import DATA, SUMMARY, VOCABULARY, Recipe, prepare
from translate.engine.tokenizers import SentencePieceTokenizer

RECIPE = Recipe(pieces=400, annotated=1.0, aligner="built-in")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("tiny")
    (base / "dev.en").write_text("Kyiv is a beautiful city.\n", encoding="utf-8")
    prepare([tiny.write(base)], base / "data", RECIPE, without=[base / "dev.en"])
    return base / "data"


def test_prepare_tells_what_it_did(folder: Path) -> None:
    summary = json.loads((folder / SUMMARY).read_text(encoding="utf-8"))
    count = len(list(tiny.pairs()))
    assert summary["read"] == count
    assert summary["dropped"] == {"held-out": 1}
    assert sum(summary["kept"].values()) == count - 1
    assert set(summary["kept"]) == {"news", "web"}
    assert summary["annotated"] > count / 2
    assert summary["encoded"] == count - 1 + summary["annotated"]
    assert (summary["aligner"], summary["recipe"]["annotated"]) == ("built-in", 1.0)


def test_marks_are_single_pieces_and_text_survives_the_vocabulary(folder: Path) -> None:
    tokenizer = SentencePieceTokenizer(folder / VOCABULARY)
    text = "The № 17 mayor of ｟Irpin￨Ірпінь｠'s ½ 😀"
    pieces = tokenizer.encode(text).pieces
    assert [piece for piece in pieces if set(piece) & set(MARKS)] == list(MARKS)
    assert tokenizer.decode(pieces).text == text


def test_the_data_are_the_sentences(folder: Path) -> None:
    data = dataset.load(folder / DATA)
    tokenizer = SentencePieceTokenizer(folder / VOCABULARY)._processor
    first = data.source[data.source_at[0] : data.source_at[1]].tolist()
    assert tokenizer.decode(first) == "The mayor of Kyiv spoke on Monday."
    assert data.vocabulary == 400


def test_prepare_again_gives_the_same_data(folder: Path, tmp_path: Path) -> None:
    prepare([tiny.write(tmp_path)], tmp_path / "data", RECIPE, without=[folder.parent / "dev.en"])
    assert dataset.load(tmp_path / "data" / DATA).fingerprint == dataset.load(folder / DATA).fingerprint


def test_prepare_when_nothing_is_to_be_annotated_then_there_are_no_copies(tmp_path: Path) -> None:
    recipe = Recipe(pieces=400, annotated=0.0, aligner="built-in")
    assert prepare([tiny.write(tmp_path)], tmp_path / "data", recipe).annotated == 0


@pytest.mark.parametrize(
    ("pieces", "message"), [(500, "multiple of 8"), (8000, "smaller --vocabulary")], ids=["odd", "many"]
)
def test_prepare_when_the_vocabulary_does_not_fit_then_says_so(
    tmp_path: Path, pieces: int, message: str
) -> None:
    recipe = Recipe(pieces=pieces, annotated=0.0, aligner="built-in")
    with pytest.raises(TrainingError, match=message):
        prepare([tiny.write(tmp_path)], tmp_path / "data", recipe)


def test_command_when_no_pair_is_left_then_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.tsv").write_text("Firefox\tFirefox\n", encoding="utf-8")
    assert main(["prepare", str(tmp_path / "bad.tsv"), "--out", str(tmp_path / "data")]) == 1
    assert capsys.readouterr().err.startswith("no pair is left to train on. ")
    assert not (tmp_path / "data").exists()
