"""One article through all stages, the engine being a dictionary."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.dictionary_engine import DictionaryEngine
from translate import xliff
from translate.articles import Article, Block
from translate.glossary import Glossary, Term
from translate.pipeline import Drafted, Pipeline
from translate.preparation import Settings
from translate.protection import FigureStyle

DATE = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
IRPIN = Term("Irpin", "Ірпінь", "town near Kyiv", kind="place", gender="masc")


def draft(
    engine: DictionaryEngine, *texts: str, terms: tuple[Term, ...] = (), settings: Settings | None = None
) -> Drafted:
    """Draft an article of these blocks."""
    pipeline = Pipeline(engine, Glossary(terms), settings or Settings())
    article = Article(
        Path("brief.txt"), "text", "utf-8", b"", tuple(map(Block, texts)), ("",) * (len(texts) + 1), "12ab"
    )
    prepared = pipeline.prepare(article, "brief.txt")
    return pipeline.document(prepared, pipeline.draft(prepared), DATE)


def units(drafted: Drafted) -> list[xliff.Unit]:
    return [unit for group in drafted.document.groups for unit in group.units]


def test_a_document_says_how_it_was_made() -> None:
    document = draft(DictionaryEngine(), "The mayor spoke.", terms=(IRPIN,)).document
    assert (document.original, document.source_sha256, document.date) == ("brief.txt", "12ab", DATE)
    assert (document.source_language, document.target_language) == ("en", "uk")
    assert document.signature.model == "dictionary"
    assert document.signature.glossary == f"sha256:{Glossary([IRPIN]).sha256}"
    assert document.signature.settings == str(Settings())


def test_blocks_become_groups_and_sentences_units() -> None:
    document = draft(DictionaryEngine(), "He came. She left.", "Nobody stayed.").document
    assert [group.id for group in document.groups] == ["b1", "b2"]
    assert [[unit.id for unit in group.units] for group in document.groups] == [["1-1", "1-2"], ["2-1"]]
    assert [unit.source for group in document.groups for unit in group.units] == [
        "He came.",
        "She left.",
        "Nobody stayed.",
    ]


def test_a_term_in_the_case_that_the_sentence_needs_is_settled() -> None:
    engine = DictionaryEngine({"The mayor of ｟Irpin￨Ірпінь｠ spoke.": "Мер Ірпеня виступив."})
    drafted = draft(engine, "The mayor of Irpin spoke.", terms=(IRPIN,))
    [unit] = units(drafted)
    assert (unit.target, unit.state) == ("Мер Ірпеня виступив.", "draft")
    assert unit.note == "Terms: Irpin = Ірпінь (town near Kyiv)\nConfidence: high (99)"
    assert (drafted.terms, drafted.terms_settled, drafted.flagged) == (1, 1, 0)
    assert drafted.steps == {"annotated": 1}


def test_a_term_that_no_draft_holds_is_flagged_and_the_note_says_which() -> None:
    marked = "The mayor of ｟Irpin￨Ірпінь｠ spoke."
    engine = DictionaryEngine(dict.fromkeys((marked, "The mayor of Irpin spoke."), "Тиша."))
    drafted = draft(engine, "The mayor of Irpin spoke.", terms=(IRPIN,))
    [unit] = units(drafted)
    assert unit.state == "flagged"
    assert any(line.startswith("Check: ") and "Ірпінь" in line for line in unit.note.splitlines())
    assert (drafted.terms, drafted.terms_settled, drafted.flagged) == (1, 0, 1)


def test_a_term_that_only_plain_input_gives_is_settled_by_a_second_question() -> None:
    marked = "The mayor of ｟Irpin￨Ірпінь｠ spoke."
    engine = DictionaryEngine({marked: "Тиша.", "The mayor of Irpin spoke.": "Мер Ірпеня виступив."})
    drafted = draft(engine, "The mayor of Irpin spoke.", terms=(IRPIN,))
    assert units(drafted)[0].target == "Мер Ірпеня виступив."
    assert drafted.steps == {"plain": 1}


def test_an_engine_without_annotation_gets_plain_text_only() -> None:
    engine = DictionaryEngine({"The mayor of Irpin spoke.": "Мер Ірпеня виступив."}, annotation=False)
    drafted = draft(engine, "The mayor of Irpin spoke.", terms=(IRPIN,))
    assert engine.asked == ["The mayor of Irpin spoke."]
    assert units(drafted)[0].target == "Мер Ірпеня виступив."
    assert drafted.terms_settled == 1


def test_a_figure_is_counted_and_settled() -> None:
    answers = {"The bridge cost ｟12￨12｠ coins.": "Міст коштував 12 монет."}
    engine = DictionaryEngine({**answers, "The bridge cost 12 coins.": "Міст коштував 12 монет."})
    drafted = draft(engine, "The bridge cost 12 coins.")
    assert (drafted.figures, drafted.figures_settled, drafted.flagged) == (1, 1, 0)
    assert units(drafted)[0].note == "Figures: 12 = 12\nConfidence: high (99)"


def test_a_figure_of_another_value_is_never_silent() -> None:
    wrong = "Міст коштував 13 монет."
    inputs = ("The bridge cost ｟12￨12｠ coins.", "The bridge cost 12 coins.")
    drafted = draft(DictionaryEngine(dict.fromkeys(inputs, wrong)), "The bridge cost 12 coins.")
    [unit] = units(drafted)
    assert unit.state == "flagged" or "13" not in unit.target


def test_a_draft_that_is_the_source_is_flagged() -> None:
    [unit] = units(draft(DictionaryEngine(), "Nobody in the old town answered the question."))
    assert unit.state == "flagged"
    assert "Check: " in unit.note


def test_control_characters_are_left_out_and_flagged() -> None:
    engine = DictionaryEngine({"The mayor spoke.": "Мер виступив."})
    [unit] = units(draft(engine, "The mayor\x07 spoke."))
    assert (unit.source, unit.target, unit.state) == ("The mayor spoke.", "Мер виступив.", "flagged")
    assert unit.note == (
        "Check: the source holds control characters that XML cannot carry; they are left out here\n"
        "Confidence: high (99)"
    )


def test_progress_adds_up_to_the_segments_whatever_is_asked_twice() -> None:
    pipeline = Pipeline(DictionaryEngine(), Glossary([IRPIN]), Settings())
    article = Article(
        Path("a.txt"), "text", "utf-8", b"", (Block("Irpin waits. Nobody came."),), ("", ""), "12ab"
    )
    told: list[int] = []
    pipeline.draft(pipeline.prepare(article, "a.txt"), told.append)
    assert sum(told) == 2
    assert min(told) >= 0


@pytest.mark.parametrize("style", ["long", "short"])
def test_the_settings_stand_in_the_signature(style: str) -> None:
    document = draft(DictionaryEngine(), "He came.", settings=Settings(figures=FigureStyle(style))).document
    assert f"sums={style}" in document.signature.settings


def test_what_can_safely_be_mended_in_a_draft_is_not_left_to_the_reviewer() -> None:
    engine = DictionaryEngine({"the bridge, new;": "Міст ,  новий;"})
    [unit] = units(draft(engine, "the bridge, new;"))
    assert (unit.target, unit.state) == ("міст, новий;", "draft")
