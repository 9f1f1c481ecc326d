"""What a run takes from the memory, and in which state."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.coded import coded, told
from tests.dictionary_engine import DictionaryEngine
from translate import xliff
from translate.articles import Article, Block
from translate.glossary import Glossary, Term
from translate.inline import Text
from translate.memory import Entry, Memory
from translate.pipeline import Pipeline
from translate.preparation import Settings

DATE = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
IRPIN = Term("Irpin", "Ірпінь", kind="place", gender="masc")
BUCHA = Term("Bucha", "Буча", kind="place", gender="femn")


def drafted(
    folder: Path, entries: list[tuple[str, str, str, str]], *blocks: str, terms: tuple[Term, ...] = ()
) -> list[xliff.Unit]:
    """Draft an article of these blocks with a memory of (source, target, previous, following)."""
    texts = [coded(block) for block in blocks]
    article = Article(
        Path("a.html"),
        "html",
        "utf-8",
        b"",
        tuple(Block(text.text, codes=text.codes) for text in texts),
        ("",) * (len(texts) + 1),
        "12ab",
    )
    with Memory.open(folder / "m.sqlite", "en", "uk", create=True) as memory:
        memory.add(
            Entry(coded(source), coded(target), previous, following, "old.html", str(number), "", DATE)
            for number, (source, target, previous, following) in enumerate(entries)
        )
        pipeline = Pipeline(DictionaryEngine(), Glossary(terms), Settings(), memory)
        prepared = pipeline.prepare(article, "a.html")
        document = pipeline.document(prepared, pipeline.draft(prepared), DATE).document
    return [unit for group in document.groups for unit in group.units]


def shown(unit: xliff.Unit) -> tuple[str, str, str]:
    return told(Text(unit.target, unit.target_codes)), unit.origin, unit.state


def test_what_was_approved_between_the_same_neighbours_stays_approved(tmp_path: Path) -> None:
    known = [("He left the town.", "Він покинув місто.", "", "Nobody saw it.")]
    first, _ = drafted(tmp_path, known, "He left the town.", "Nobody saw it.")
    assert shown(first) == ("Він покинув місто.", "context", "approved")
    assert first.note.startswith("Memory: approved in this context (old.html, 2026-03-14)")


def test_the_same_text_elsewhere_is_a_draft(tmp_path: Path) -> None:
    known = [("He left the town.", "Він покинув місто.", "It was dark.", "Nobody saw it.")]
    [unit] = drafted(tmp_path, known, "He left the town.")
    assert shown(unit) == ("Він покинув місто.", "exact", "draft")
    assert unit.note.startswith("Memory: 100 %, from another context (old.html, 2026-03-14)")


def test_a_similar_text_takes_the_name_of_the_new_one(tmp_path: Path) -> None:
    known = [("The people of Irpin left the town.", "Люди з Ірпеня покинули місто.", "", "")]
    [unit] = drafted(tmp_path, known, "The people of Bucha left the town.", terms=(IRPIN, BUCHA))
    assert (unit.target, unit.origin) == ("Люди з Бучі покинули місто.", "fuzzy")
    assert unit.state != "approved"
    assert "replaced: Ірпеня → Бучі" in unit.note


def test_a_similar_text_with_another_unknown_name_is_not_used(tmp_path: Path) -> None:
    known = [("The people saw John Smith there.", "Люди бачили там Джона Сміта.", "", "")]
    [unit] = drafted(tmp_path, known, "The people saw Mary Jones there.")
    assert unit.origin == "mt"


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("Він покинув {b1}місто{/b1}.", ("Він покинув {b4}місто{/b4}.", "context", "approved")),
        ("Він покинув місто.", ("Він покинув місто.{b4}{/b4}", "context", "flagged")),
    ],
)
def test_approval_needs_every_code_whatever_its_number(
    tmp_path: Path, target: str, expected: tuple[str, str, str]
) -> None:
    known = [("He left the {b1}town{/b1}.", target, "", "")]
    [unit] = drafted(tmp_path, known, "He left the {b4}town{/b4}.")
    assert shown(unit) == expected
