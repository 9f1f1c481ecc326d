"""A second run does what has changed and nothing else: no draft twice, no file written anew."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.batch.batches import DONETSK, IRPIN, SUMY, articles, documents, ran, state
from tests.returned import units
from translate.glossary import Term
from translate.inline import Text
from translate.journal import FOLDER
from translate.memory import Entry, Memory

DATE = datetime(2026, 1, 1, tzinfo=UTC)
UNCHANGED = {"a.txt": "unchanged", "b.txt": "unchanged", "c.txt": "unchanged"}


@pytest.fixture(autouse=True)
def fixed_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Three articles of which a first run has been made."""
    folder = articles(tmp_path / "news")
    ran(folder)
    return folder


def outputs(news: Path) -> Path:
    return news.parent / "out"


def test_a_first_run_drafts_each_segment_once_within_and_across_articles(tmp_path: Path) -> None:
    own = ran(articles(tmp_path / "news"))
    assert own.asked == [
        "Nobody answered.",
        "The bridge is open.",
        "The mayor of Irpin spoke.",
        "The mayor of Sumy spoke.",
    ]
    assert [(result.segments, result.from_journal) for result in own.results] == [(2, 0), (3, 0), (2, 0)]


def test_a_second_run_asks_nothing_and_writes_nothing(news: Path) -> None:
    before = state(outputs(news))
    journal = (outputs(news) / FOLDER / "journal.sqlite").read_bytes()
    own = ran(news)
    assert (own.statuses, own.asked, own.warnings) == (UNCHANGED, [], [])
    assert [result.segments for result in own.results] == [2, 3, 2]
    assert state(outputs(news)) == before
    assert (outputs(news) / FOLDER / "journal.sqlite").read_bytes() == journal


def test_an_edited_row_drafts_again_only_the_segments_it_touches(news: Path) -> None:
    before = documents(outputs(news))
    own = ran(news, [replace(IRPIN, target="Ірпень"), SUMY])
    assert own.statuses == {**UNCHANGED, "a.txt": "drafted"}
    assert own.asked == ["The mayor of Irpin spoke."]
    assert [result.from_journal for result in own.results] == [1, 0, 0]
    after = documents(outputs(news))
    assert {name for name in after if after[name] != before[name]} == {"a.txt.uk.xlf"}
    assert "Ірпень" in units(outputs(news) / "a.txt.uk.xlf")[0].target
    assert ran(news, [replace(IRPIN, target="Ірпень"), SUMY]).statuses == UNCHANGED


def test_a_row_that_is_removed_and_comes_back_needs_no_engine(news: Path) -> None:
    before = documents(outputs(news))
    own = ran(news, [SUMY])
    assert own.statuses == {**UNCHANGED, "a.txt": "drafted"}
    again = ran(news)
    assert (again.statuses, again.asked) == ({**UNCHANGED, "a.txt": "drafted"}, [])
    assert documents(outputs(news)) == before


@pytest.mark.parametrize(
    "terms",
    [
        [IRPIN, SUMY, DONETSK],
        [SUMY, IRPIN],
        [replace(IRPIN, note="a town near Kyiv", origin="own.tsv:9"), SUMY],
    ],
    ids=["a row for no article", "another order", "a note"],
)
def test_an_edit_that_touches_no_article_drafts_and_writes_nothing(news: Path, terms: list[Term]) -> None:
    before = state(outputs(news))
    own = ran(news, terms)
    assert (own.statuses, own.asked) == (UNCHANGED, [])
    assert state(outputs(news)) == before


def test_edits_one_after_the_other_are_each_compared_with_the_one_before(news: Path) -> None:
    for terms in ([IRPIN, SUMY, DONETSK], [IRPIN, SUMY], [IRPIN, SUMY, replace(DONETSK, target="Донецк")]):
        assert ran(news, terms).statuses == UNCHANGED
    own = ran(news, [IRPIN, replace(SUMY, gender="femn")])
    assert own.statuses == {**UNCHANGED, "c.txt": "drafted"}


def test_a_region_named_in_a_list_is_touched_by_its_row(tmp_path: Path) -> None:
    news = articles(tmp_path / "news", {"a.txt": "Fighting in the Donetsk and Kherson regions.\n"})
    ran(news, [DONETSK])
    region = Term("Donetsk region", "Донецька область", kind="place", gender="femn")
    assert ran(news, [DONETSK, region]).statuses == {"a.txt": "drafted"}
    assert ran(news, [DONETSK]).statuses == {"a.txt": "drafted"}


def test_force_drafts_everything_again(news: Path) -> None:
    before = documents(outputs(news))
    own = ran(news, force=True)
    assert set(own.statuses.values()) == {"drafted"}
    assert len(own.asked) == 4
    assert [result.from_journal for result in own.results] == [0, 0, 0]
    assert documents(outputs(news)) == before


def test_a_deleted_output_comes_back_without_the_engine(news: Path) -> None:
    before = documents(outputs(news))
    (outputs(news) / "b.txt.uk.xlf").unlink()
    own = ran(news)
    assert (own.statuses, own.asked) == ({**UNCHANGED, "b.txt": "drafted"}, [])
    assert own.results[1].from_journal == 3
    assert documents(outputs(news)) == before


def test_without_the_journal_whole_drafts_are_recognised_and_nothing_is_done(news: Path) -> None:
    shutil.rmtree(outputs(news) / FOLDER)
    before = state(outputs(news))
    own = ran(news)
    assert (own.statuses, own.asked) == (UNCHANGED, [])
    assert state(outputs(news)) == before
    # From now on the journal knows them again, and what a change of the glossary touches.
    assert ran(news, [IRPIN, SUMY, DONETSK]).statuses == UNCHANGED
    assert ran(news, [IRPIN]).statuses == {**UNCHANGED, "c.txt": "drafted"}


def test_a_file_that_a_reviewer_has_saved_is_kept_whatever_changes(news: Path) -> None:
    path = outputs(news) / "a.txt.uk.xlf"
    path.write_bytes(path.read_bytes().replace(b"spoke.</target>", "промовив.</target>".encode()))
    before = path.read_bytes()
    for own in (
        ran(news),
        ran(news, [replace(IRPIN, target="Ірпень"), SUMY]),
        ran(news, signature="another dictionary"),
    ):
        assert own.statuses["a.txt"] == "kept"
        assert path.read_bytes() == before
    shutil.rmtree(outputs(news) / FOLDER)
    assert ran(news, signature="another dictionary").statuses["a.txt"] == "kept"
    assert path.read_bytes() == before
    assert ran(news, force=True).statuses["a.txt"] == "drafted"
    assert path.read_bytes() != before


def test_a_segment_that_another_article_had_needs_no_engine(news: Path) -> None:
    articles(news, {"d.txt": "The bridge is open.\n\nThe mayor of Irpin spoke.\n"})
    own = ran(news)
    assert (own.statuses, own.asked) == ({**UNCHANGED, "d.txt": "drafted"}, [])
    assert [(result.article.name, result.from_journal) for result in own.results][2] == ("d.txt", 2)


def test_an_article_that_moves_is_drafted_from_the_journal(news: Path) -> None:
    (news / "b.txt").rename(news / "sub" / "b.txt")
    own = ran(news)
    assert (own.statuses["b.txt"], own.asked) == ("drafted", [])


def test_another_model_and_back_leaves_the_first_bytes(news: Path) -> None:
    before = documents(outputs(news))
    assert set(ran(news, signature="another dictionary").statuses.values()) == {"drafted"}
    own = ran(news)
    assert (set(own.statuses.values()), own.asked) == ({"drafted"}, [])
    assert documents(outputs(news)) == before


def test_an_article_that_failed_is_tried_again_and_only_that(news: Path) -> None:
    (news / "d.txt").touch()
    assert ran(news).statuses == {**UNCHANGED, "d.txt": "failed"}
    articles(news, {"d.txt": "Nobody answered.\n"})
    own = ran(news)
    assert (own.statuses, own.asked) == ({**UNCHANGED, "d.txt": "drafted"}, [])


def test_an_article_that_cannot_be_read_for_a_while_needs_no_draft_afterwards(news: Path) -> None:
    text = (news / "a.txt").read_bytes()
    before = state(outputs(news))
    (news / "a.txt").write_bytes(b"\xff\xfe\xfa")
    assert ran(news).statuses == {**UNCHANGED, "a.txt": "failed"}
    (news / "a.txt").write_bytes(text)
    assert ran(news).statuses == UNCHANGED
    assert state(outputs(news)) == before


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    """An empty translation memory."""
    with Memory.open(tmp_path / "memory.sqlite", "en", "uk", create=True) as own:
        yield own


def entry(source: str, target: str) -> Entry:
    return Entry(Text(source), Text(target), "elsewhere", "elsewhere", "old.txt", "s1", "test", DATE)


def test_a_changed_memory_drafts_again_only_articles_with_other_matches(news: Path, memory: Memory) -> None:
    assert ran(news, memory=memory).statuses == UNCHANGED
    memory.add([entry("The bridge is open.", "Міст відкрито.")])
    own = ran(news, memory=memory)
    assert (own.statuses, own.asked) == ({**UNCHANGED, "b.txt": "drafted", "c.txt": "drafted"}, [])
    assert units(outputs(news) / "sub" / "c.txt.uk.xlf")[1].target == "Міст відкрито."
    memory.add([entry("Something else.", "Щось інше.")])
    assert ran(news, memory=memory).statuses == UNCHANGED


def test_another_threshold_for_similar_segments_drafts_again_what_it_changes(
    news: Path, memory: Memory
) -> None:
    memory.add([entry("The new bridge is open.", "Новий міст відкрито.")])
    assert ran(news, memory=memory).statuses == {**UNCHANGED, "b.txt": "drafted", "c.txt": "drafted"}
    assert ran(news, memory=memory, fuzzy=100).statuses == {
        **UNCHANGED,
        "b.txt": "drafted",
        "c.txt": "drafted",
    }
    assert ran(news, memory=memory, fuzzy=100).statuses == UNCHANGED


def test_a_row_for_a_name_in_the_memory_drafts_again_what_the_memory_gives_with_it(
    tmp_path: Path, memory: Memory
) -> None:
    news = articles(
        tmp_path / "news", {"a.txt": "The mayor of the town of Sumy spoke to the people on Monday.\n"}
    )
    memory.add(
        [
            entry(
                "The mayor of the town of Irpin spoke to the people on Monday.",
                "Мер міста Ірпінь виступив перед людьми в понеділок.",
            )
        ]
    )
    ran(news, [SUMY], memory=memory)
    before = units(tmp_path / "out" / "a.txt.uk.xlf")[0].target
    own = ran(news, [SUMY, IRPIN], memory=memory)
    fresh = tmp_path / "fresh"
    ran(news, [SUMY, IRPIN], memory=memory, out=fresh)
    assert documents(tmp_path / "out") == documents(fresh)
    assert (own.statuses["a.txt"] == "drafted") == (units(fresh / "a.txt.uk.xlf")[0].target != before)
    assert own.statuses == {"a.txt": "drafted"}
