"""The journal's file: what is kept comes back, what is damaged is set aside, what is newer stops the run."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from translate.errors import OutputError
from translate.journal import FOLDER, Journal, Record
from translate.journal.schema import APPLICATION, VERSION
from translate.journal.store import KEEP_DAYS, day

KEYS = [bytes([number]) * 16 for number in range(20)]
RECORD = Record(
    Path("news/a.txt.uk.xlf"),
    source_sha256="00",
    output_sha256="11",
    maker="translate 0.1",
    glossary="22",
    terms=frozenset([b"12345678", b"abcdefgh"]),
    memory="sha256:33",
    memory_state="4096:17",
    counts={"segments": 2, "flagged": 1},
)


def path_in(out: Path) -> Path:
    return out / FOLDER / "journal.sqlite"


def filled(out: Path) -> bytes:
    """Make a journal of a few pages, closed; return its bytes."""
    with Journal.open(out) as journal:
        journal.keep_drafts([(key, key * 40) for key in KEYS], 1)
        journal.record([RECORD])
        journal.keep_glossary("22", lambda: [b"12345678"])
    return path_in(out).read_bytes()


def test_what_is_kept_is_there_when_the_journal_is_opened_again(tmp_path: Path) -> None:
    filled(tmp_path)
    with Journal.open(tmp_path) as journal:
        assert journal.drafts([KEYS[3], b"unknown", KEYS[3]]) == {KEYS[3]: KEYS[3] * 40}
        assert journal.articles() == [RECORD]
        assert journal.article(RECORD.output) == RECORD
        assert journal.article(Path("news/b.txt.uk.xlf")) is None
        assert journal.glossary("22") == frozenset([b"12345678"])
        assert journal.glossary("23") is None
        assert journal.warnings == []


def test_more_keys_than_a_statement_may_have_are_found(tmp_path: Path) -> None:
    keys = [number.to_bytes(16, "big") for number in range(40_000)]
    with Journal.open(tmp_path) as journal:
        journal.keep_drafts((key, b"draft") for key in keys)
        assert len(journal.drafts(keys)) == 40_000


def test_a_later_record_of_an_article_replaces_the_earlier(tmp_path: Path) -> None:
    with Journal.open(tmp_path) as journal:
        journal.record([RECORD, Record(RECORD.output, "44", error="is empty")])
        assert [(each.source_sha256, each.error) for each in journal.articles()] == [("44", "is empty")]


@pytest.mark.parametrize(
    "name",
    ["\udcff\udcfe.txt.uk.xlf", "two\nlines.txt.uk.xlf", "ї" * 120, "'; DROP TABLE article; --", "Ї/ї.xlf"],
    ids=["no text", "line break", "long", "quotes", "folder"],
)
def test_any_file_name_is_kept_with_an_error_that_names_it(tmp_path: Path, name: str) -> None:
    record = Record(Path(name), "00", error=f"{name}: is empty")
    with Journal.open(tmp_path) as journal:
        journal.record([record])
        assert journal.article(Path(name)) == record
        assert journal.articles() == [record]
        assert journal.warnings == []


def test_names_that_differ_in_case_are_two_articles(tmp_path: Path) -> None:
    with Journal.open(tmp_path) as journal:
        journal.record([Record(Path("News.xlf"), "00"), Record(Path("news.xlf"), "11")])
        assert [each.source_sha256 for each in journal.articles()] == ["00", "11"]


def test_a_draft_is_forgotten_when_no_run_asked_for_it_in_ninety_days(tmp_path: Path) -> None:
    with Journal.open(tmp_path) as journal:
        journal.keep_drafts([(KEYS[0], b"asked"), (KEYS[1], b"not asked")], 1000)
        journal.drafts([KEYS[0]], 1001)
        journal.forget(1000 + KEEP_DAYS)
        assert set(journal.drafts(KEYS)) == {KEYS[0], KEYS[1]}
        journal.forget(1001 + KEEP_DAYS)
        assert set(journal.drafts(KEYS)) == {KEYS[0]}


def test_a_clock_that_jumps_back_forgets_nothing(tmp_path: Path) -> None:
    with Journal.open(tmp_path) as journal:
        journal.keep_drafts([(KEYS[0], b"draft")], 20_000)
        for today in (-5, 0, 19_000):
            journal.drafts([KEYS[0]], today)
            journal.forget(today)
        journal.forget(20_000 + KEEP_DAYS)
        assert set(journal.drafts(KEYS)) == {KEYS[0]}


def test_a_clock_that_jumps_forward_forgets_only_what_is_not_in_use(tmp_path: Path) -> None:
    with Journal.open(tmp_path) as journal:
        journal.keep_drafts([(KEYS[0], b"in use"), (KEYS[1], b"not in use")], 20_000)
        journal.drafts([KEYS[0]], 24_000)
        journal.forget(24_000)
        journal.forget(20_000)
        assert set(journal.drafts(KEYS)) == {KEYS[0]}


@pytest.mark.parametrize(("seconds", "number"), [(0, 0), (86_399.9, 0), (86_400, 1), (-1, -1)])
def test_a_day_begins_at_midnight(seconds: float, number: int) -> None:
    assert day(seconds) == number


def test_a_glossary_of_no_article_is_forgotten(tmp_path: Path) -> None:
    with Journal.open(tmp_path) as journal:
        journal.keep_glossary("22", lambda: [b"12345678"])
        journal.keep_glossary("99", lambda: [b"12345678"])
        journal.record([RECORD])
        journal.forget(0)
        assert journal.glossary("22") is not None
        assert journal.glossary("99") is None


def another_tool(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE article (text)")
    connection.close()


def older(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE article (text)")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION - 1}")
    connection.close()


def no_database(path: Path) -> None:
    path.write_bytes(b"a shopping list\n" * 100)


@pytest.mark.parametrize("make", [another_tool, older, no_database])
def test_a_file_that_is_no_journal_of_this_version_is_set_aside(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    path = path_in(tmp_path)
    path.parent.mkdir()
    make(path)
    before = path.read_bytes()
    with Journal.open(tmp_path) as journal:
        assert journal.article(RECORD.output) is None
        journal.record([RECORD])
        assert journal.articles() == [RECORD]
        [warning] = journal.warnings
    assert warning.startswith(f"{path}: the journal is damaged (")
    assert warning.endswith("); it is now journal.sqlite.damaged, and a new one is begun")
    assert "\n" not in warning
    assert path.with_name("journal.sqlite.damaged").read_bytes() == before


def test_a_journal_whose_tables_are_others_is_set_aside(tmp_path: Path) -> None:
    path_in(tmp_path).parent.mkdir()
    older(path_in(tmp_path))
    connection = sqlite3.connect(path_in(tmp_path))
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.close()
    with Journal.open(tmp_path) as journal:
        journal.record([RECORD])
        assert journal.articles() == [RECORD]
        assert len(journal.warnings) == 1


def test_an_empty_file_becomes_a_journal(tmp_path: Path) -> None:
    path_in(tmp_path).parent.mkdir()
    path_in(tmp_path).touch()
    with Journal.open(tmp_path) as journal:
        journal.record([RECORD])
        assert (journal.articles(), journal.warnings) == ([RECORD], [])


def test_a_journal_of_a_newer_version_is_refused_and_stays(tmp_path: Path) -> None:
    filled(tmp_path)
    connection = sqlite3.connect(path_in(tmp_path))
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    before = path_in(tmp_path).read_bytes()
    with pytest.raises(OutputError) as caught:
        Journal.open(tmp_path)
    assert str(caught.value) == (
        f"{path_in(tmp_path)}: was written by a newer version of this tool "
        f"(format {VERSION + 1}, this one knows {VERSION}). "
        "Update the tool, or choose another folder with --out"
    )
    assert path_in(tmp_path).read_bytes() == before


def test_a_folder_in_the_place_of_the_journal_is_one_line(tmp_path: Path) -> None:
    path_in(tmp_path).mkdir(parents=True)
    with pytest.raises(OutputError, match=r"^.*journal\.sqlite: the journal cannot be used \(.*\)\. Change"):
        Journal.open(tmp_path)


def test_a_journal_that_another_program_holds_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(tmp_path)
    monkeypatch.setattr("translate.journal.schema._TIMEOUT", 0.05)
    other = sqlite3.connect(path_in(tmp_path))
    other.execute("BEGIN IMMEDIATE")
    with Journal.open(tmp_path) as journal:
        journal.record([RECORD])
        journal.record([RECORD])
        [warning] = journal.warnings
    assert "is in use by another program" in warning
    assert warning.endswith("A later run may do again what this one does")
    other.close()


def test_a_journal_that_is_damaged_while_in_use_is_begun_anew_and_keeps_what_comes(tmp_path: Path) -> None:
    filled(tmp_path)
    with Journal.open(tmp_path) as journal:
        path_in(tmp_path).write_bytes(b"\0" * path_in(tmp_path).stat().st_size)
        journal.record([RECORD])
        assert journal.articles() == [RECORD]
        assert journal.drafts(KEYS) == {}
        assert len(journal.warnings) == 1


def use(out: Path) -> None:
    """Do with a journal what a run does; whatever comes back is as it was kept."""
    with Journal.open(out) as journal:
        journal.keep_glossary("22", lambda: [b"12345678"])
        assert journal.glossary("22") in (None, frozenset([b"12345678"]))
        assert journal.article(RECORD.output) in (None, RECORD)
        known = journal.drafts(KEYS, 2)
        assert set(known) <= set(KEYS)
        journal.keep_drafts([(KEYS[0], KEYS[0] * 40)], 2)
        journal.record([RECORD])
        journal.forget(3)
        assert len(journal.warnings) <= 2


def test_a_journal_cut_off_anywhere_can_be_used_or_is_set_aside(tmp_path: Path) -> None:
    whole = filled(tmp_path)
    for length in range(0, len(whole), 1000):
        path_in(tmp_path).write_bytes(whole[:length])
        use(tmp_path)


def test_a_journal_with_flipped_bytes_can_be_used_or_is_set_aside(tmp_path: Path) -> None:
    whole = filled(tmp_path)
    chance = random.Random(6)
    for _ in range(100):
        data = bytearray(whole)
        for _ in range(chance.choice([1, 10, 100])):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path_in(tmp_path).write_bytes(data)
        try:
            use(tmp_path)
        except OutputError as error:
            # A flipped bit of the version is a newer version.
            assert "newer version" in str(error)  # noqa: PT017
            path_in(tmp_path).unlink()
