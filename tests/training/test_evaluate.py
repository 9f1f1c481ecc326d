"""Counting terms and figures in drafts, and the table; the scores themselves are sacreBLEU's."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.card import table
from training.errors import TrainingError
from training.evaluate import Stand, annotated, figures, read_pairs, terms
from translate import languages
from translate.glossary import Glossary
from translate.protection import protect

GLOSSARY = "#source\ttarget\tnote\tkind\nKyiv\tКиїв\t\tplace\nIrpin\tІрпінь\t\tplace\n"
MARKS = ("｟", "￨", "｠")


@pytest.fixture
def glossary(tmp_path: Path) -> Glossary:
    path = tmp_path / "en-uk.tsv"
    path.write_text(GLOSSARY, encoding="utf-8")
    return Glossary.load([path], "en", "uk")


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("Мер Києва приїхав до Ірпеня.", ((2, 2), (2, 2))),
        ("Мер Києві приїхав до Ірпінь.", ((2, 2), (0, 2))),
        ("Мер Київва приїхав до Ірпеня.", ((1, 2), (1, 2))),
        ("Він приїхав.", ((0, 2), (0, 2))),
    ],
)
def test_terms_are_counted_by_presence_and_by_the_case_of_the_reference(
    glossary: Glossary, draft: str, expected: tuple[tuple[int, int], tuple[int, int]]
) -> None:
    source = "The mayor of Kyiv came to Irpin."
    protected = [protect(source, glossary, languages.get("en"), languages.get("uk"))]
    reference = "Мер Києва прибув до Ірпеня."
    assert terms(protected, [draft], [reference], languages.get("uk"), kind="term") == expected


@pytest.mark.parametrize(
    ("draft", "right"),
    [("25 людей і 17 000 гривень", 2), ("25 людей і 17000 гривень", 2), ("25 людей", 1), ("52 і 17", 0)],
)
def test_figures_are_compared_by_value(glossary: Glossary, draft: str, right: int) -> None:
    source = "25 people and 17,000 hryvnias"
    protected = [protect(source, glossary, languages.get("en"), languages.get("uk"))]
    assert figures(protected, [draft], "uk") == (right, 2)


def test_annotated_is_what_the_tool_gives_the_model(glossary: Glossary) -> None:
    source = "“The mayor of Kyiv has 17,000 F-16s.”"
    protected = protect(source, glossary, languages.get("en"), languages.get("uk"))
    text, _ = annotated(protected, MARKS)
    assert "of ｟Kyiv￨Київ｠ has ｟17,000￨17 000｠" in text
    assert (text[0], text[-1]) == ("“", "”")


def test_stand_ins_are_put_back() -> None:
    assert Stand((("Альфа", "F-16"),)).put_back("літак Альфа") == "літак F-16"


def test_read_pairs_when_lengths_differ_then_says_so(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("one\ntwo\n", encoding="utf-8")
    (tmp_path / "b").write_text("один\n", encoding="utf-8")
    with pytest.raises(TrainingError, match="2 and 1 lines"):
        read_pairs(tmp_path / "a", tmp_path / "b")


def test_table_says_what_was_measured() -> None:
    way = {
        "bleu": 10.06,
        "chrf": 36.0,
        "terms": (1, 2),
        "fitting": (0, 0),
        "names": (0, 3),
        "figures": (3, 4),
        "words_per_second": 510.4,
    }
    scores = {
        "model": "argos en_uk 0.1 sha256:12",
        "sentences": 3,
        "bleu_signature": "b",
        "chrf_signature": "c",
        "ways": {"plain": way},
    }
    assert table(scores).splitlines() == [
        "| 3 sentences | plain |",
        "|---|---:|",
        "| BLEU | 10.1 |",
        "| chrF | 36.0 |",
        "| glossary terms in a right form | 50.0 % (1 of 2) |",
        "| … in the reference's form, where it has the term | – |",
        "| other names as the tool spells them | 0.0 % (0 of 3) |",
        "| figures with the right value | 75.0 % (3 of 4) |",
        "| source words per second | 510 |",
        "",
        "Model: `argos en_uk 0.1 sha256:12`  ",
        "BLEU: `b`  ",
        "chrF: `c`",
    ]
