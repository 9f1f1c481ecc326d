"""What goes wrong around a batch: disks, permissions, clocks, names, other runs. One line, nothing lost."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.batch.batches import IRPIN, SUMY, articles, documents, ran, state
from tests.cli.commands import without_privileges
from tests.returned import units
from translate import batch
from translate.articles import find
from translate.batch import Events, locked
from translate.engine import ArgosEngine, read_package
from translate.engine.models import EMBEDDED
from translate.errors import OutputError
from translate.glossary import Glossary
from translate.journal import FOLDER
from translate.journal.schema import VERSION
from translate.pipeline import Pipeline
from translate.preparation import Settings
from translate.xliff import is_untouched

ROOT = Path(__file__).parents[2]
DRAFTED = {"a.txt": "drafted", "b.txt": "drafted", "c.txt": "drafted"}
UNCHANGED = {"a.txt": "unchanged", "b.txt": "unchanged", "c.txt": "unchanged"}
CLOSE = "Close the program that has it open, or choose another folder with --out"
# The lines that a process of its own prints: what became of each article, or the error that ended the run.
CHILD = """
import json, sys, time
from pathlib import Path
from tests.batch.batches import ran
from tests.dictionary_engine import DictionaryEngine
from translate.errors import TranslateError

draft = DictionaryEngine.draft
def slowly(self, texts, **options):
    time.sleep(float(sys.argv[2]) * len(texts))
    return draft(self, texts, **options)

DictionaryEngine.draft = slowly
sys.modules["translate.batch.executor"].WINDOW = 2
try:
    own = ran(Path(sys.argv[1]))
    print(json.dumps([own.statuses, own.errors, own.warnings]))
except TranslateError as error:
    print(json.dumps(str(error)))
"""


@pytest.fixture(autouse=True)
def fixed_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Three articles that nobody has drafted yet."""
    return articles(tmp_path / "news")


@pytest.fixture
def fresh(tmp_path: Path, news: Path) -> dict[str, bytes]:
    """The documents of a run to which nothing happens."""
    ran(news, out=tmp_path / "fresh")
    return documents(tmp_path / "fresh")


def child(news: Path, *, before: Sequence[str] = (), pause: float = 0) -> subprocess.Popen[bytes]:
    """Start a run in a process of its own, with a pause for each text that the engine is asked."""
    return subprocess.Popen(
        [*before, sys.executable, "-c", CHILD, news, str(pause)], cwd=ROOT, stdout=subprocess.PIPE
    )


def said(process: subprocess.Popen[bytes]) -> Any:
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    return json.loads(out)


def journal_of(out: Path) -> Path:
    return out / FOLDER / "journal.sqlite"


def parts(out: Path) -> list[Path]:
    return list(out.rglob("*.part"))


# A full disk


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own, mounted at a folder called `out`; 1 MB to begin with."""
    place = tmp_path / "out"
    place.mkdir()
    if not shutil.which("mount") or not mounted("-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)):
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run(["umount", place], check=True)


def mounted(*arguments: str) -> bool:
    return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("kilobytes", [4, 20, 40, 60, 76, 88, 100])
def test_a_full_disk_leaves_whole_files_only_and_the_next_run_goes_on(
    news: Path, fresh: dict[str, bytes], disk: Path, kilobytes: int
) -> None:
    articles(news, {f"{number}.txt": f"Number {number} is open.\n" for number in range(6)})
    assert mounted("-o", f"remount,size={kilobytes}k", str(disk))
    try:
        errors = ran(news).errors
    except OutputError as error:
        errors = [str(error)]
    assert errors
    for told in errors:
        assert told.endswith(
            (
                "cannot be written (No space left on device). "
                "Free some space or choose another folder with --out",
                "cannot be written: the disk is full. Free some space",
            )
        )
    assert parts(disk) == []
    assert all(map(is_untouched, documents(disk).values()))
    before = documents(disk)
    assert mounted("-o", "remount,size=2m", str(disk))
    own = ran(news)
    assert set(own.statuses.values()) <= {"drafted", "unchanged"}
    after = documents(disk)
    assert {name: after[name] for name in before} == before
    assert {name: after[name] for name in fresh} == fresh


# Permissions


def test_a_read_only_disk_is_one_line_and_nothing_changes(news: Path, disk: Path) -> None:
    ran(news)
    before = state(disk)
    assert mounted("-o", "remount,ro", str(disk))
    with pytest.raises(OutputError) as caught:
        ran(news)
    assert str(caught.value) == f"{disk}: cannot be written in (Read-only file system). {CLOSE}"
    assert state(disk) == before


def test_a_folder_that_cannot_be_written_fails_its_article_and_no_other(tmp_path: Path, news: Path) -> None:
    before = without_privileges()
    closed = tmp_path / "out" / "sub"
    closed.mkdir(parents=True)
    closed.chmod(0o555)
    statuses, errors, warnings = said(child(news, before=before))
    assert statuses == {**DRAFTED, "c.txt": "failed"}
    assert errors == [f"{closed}: cannot be written in (Permission denied). {CLOSE}"]
    assert warnings == []
    closed.chmod(0o755)
    assert ran(news).statuses == {**UNCHANGED, "c.txt": "drafted"}


@pytest.mark.parametrize(
    ("place", "mode", "error"),
    [
        ("out", 0o555, "{out}: cannot be written in (Permission denied). " + CLOSE),
        (
            f"out/{FOLDER}",
            0o000,
            "{out}: cannot be written in (Permission denied). Choose another folder with --out",
        ),
        (
            f"out/{FOLDER}/journal.sqlite",
            0o000,
            "{out}/.translate/journal.sqlite: the journal cannot be used (unable to open database file). "
            "Change the permissions of the folder, or choose another with --out",
        ),
    ],
    ids=["output", "folder of the journal", "journal"],
)
def test_an_output_that_cannot_be_written_ends_the_run_in_one_line(
    tmp_path: Path, news: Path, place: str, mode: int, error: str
) -> None:
    before = without_privileges()
    out = tmp_path / "out"
    if place == "out":
        out.mkdir()
    else:
        ran(news)
        articles(news, {"d.txt": "The bridge is closed.\n"})
    (tmp_path / place).chmod(mode)
    assert said(child(news, before=before)) == error.format(out=out)
    (tmp_path / place).chmod(0o755)
    assert "failed" not in ran(news).statuses.values()


def test_a_journal_that_can_only_be_read_is_a_warning_and_the_drafts_are_written(news: Path) -> None:
    before = without_privileges()
    ran(news)
    articles(news, {"d.txt": "The bridge is closed.\n"})
    journal = journal_of(news.parent / "out")
    journal.chmod(0o444)
    statuses, errors, [warning] = said(child(news, before=before))
    assert (statuses, errors) == ({**UNCHANGED, "d.txt": "drafted"}, [])
    assert warning.startswith(
        f"{journal}: the journal cannot be used (attempt to write a readonly database)."
    )
    assert warning.endswith(". A later run may do again what this one does")


# A damaged journal


def test_a_journal_cut_off_anywhere_never_changes_a_draft(news: Path, fresh: dict[str, bytes]) -> None:
    ran(news)
    out = news.parent / "out"
    whole = journal_of(out).read_bytes()
    assert len(whole) > 10_000
    for length in range(0, len(whole), 1000):
        journal_of(out).write_bytes(whole[:length])
        kept = ran(news)
        assert (kept.statuses, documents(out)) == (UNCHANGED, fresh)
        for path in out.rglob("*.xlf"):
            path.unlink()
        journal_of(out).write_bytes(whole[:length])
        assert (ran(news).statuses, documents(out)) == (DRAFTED, fresh)


def test_a_journal_with_flipped_bytes_never_changes_a_draft(news: Path, fresh: dict[str, bytes]) -> None:
    ran(news)
    out = news.parent / "out"
    whole = journal_of(out).read_bytes()
    chance = random.Random(6)
    refused = 0
    for _ in range(40):
        data = bytearray(whole)
        for _ in range(chance.choice([1, 5, 50])):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        for path in out.rglob("*.xlf"):
            path.unlink()
        journal_of(out).write_bytes(data)
        try:
            assert (ran(news).statuses, documents(out)) == (DRAFTED, fresh)
        except OutputError as error:
            assert "newer version" in str(error)  # noqa: PT017 - a flipped bit of the version
            refused += 1
    assert refused < 3


def test_a_damaged_journal_never_hides_what_a_change_of_the_glossary_touches(news: Path) -> None:
    ran(news)
    out = news.parent / "out"
    whole, before = journal_of(out).read_bytes(), documents(out)
    edited = [replace(IRPIN, target="Ірпень"), SUMY]
    chance = random.Random(7)
    for _ in range(20):
        data = bytearray(whole)
        for _ in range(chance.choice([1, 20])):
            data[chance.randrange(100, len(data))] ^= 1 << chance.randrange(8)
        for name, document in before.items():
            (out / name).write_bytes(document)
        journal_of(out).write_bytes(data)
        assert ran(news, edited).statuses["a.txt"] == "drafted"
        assert "Ірпень" in units(out / "a.txt.uk.xlf")[0].target


def test_a_journal_of_a_newer_version_ends_the_run_in_one_line_and_stays(news: Path) -> None:
    ran(news)
    out = news.parent / "out"
    connection = sqlite3.connect(journal_of(out))
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    before, journal = state(out), journal_of(out).read_bytes()
    with pytest.raises(OutputError, match=r"was written by a newer version of this tool \(format"):
        ran(news, force=True)
    assert (state(out), journal_of(out).read_bytes()) == (before, journal)


def test_what_was_put_right_is_told(news: Path) -> None:
    ran(news)
    journal_of(news.parent / "out").write_bytes(b"no journal" * 1000)
    [warning] = ran(news).warnings
    assert warning.endswith("it is now journal.sqlite.damaged, and a new one is begun")
    assert ran(news).warnings == []


# Clocks


def test_a_clock_that_jumps_by_years_drafts_nothing_again(
    news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    year = 365 * 86_400
    real = time.time
    ran(news)
    before = state(news.parent / "out")
    for jump in (-60 * year, 40 * year, -10 * year, 0):
        monkeypatch.setattr(time, "time", lambda jump=jump: real() + jump)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(real() + jump)))
        own = ran(news)
        assert (own.statuses, own.asked, own.warnings) == (UNCHANGED, [], [])
        assert state(news.parent / "out") == before


def test_a_clock_that_jumps_while_a_run_works_changes_no_draft(
    news: Path, fresh: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    real, jumps = time.time, iter([0.0, -1e9, 1e9, 2e9, -2e9] * 1000)
    monkeypatch.setattr(time, "time", lambda: real() + next(jumps))
    assert ran(news).statuses == DRAFTED
    assert documents(news.parent / "out") == fresh


# A model that changes under a run


def test_a_model_file_changed_during_a_run_is_another_model_for_the_next_run_only(
    tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "en_uk"
    shutil.copytree(EMBEDDED / "en_uk", package)

    def run(out: str, events: Events | None = None) -> dict[str, str]:
        engine = ArgosEngine(read_package(package))
        results = batch.run(
            find([news]), Pipeline(engine, Glossary([IRPIN, SUMY]), Settings()), tmp_path / out, events=events
        )
        return {result.article.name: result.status for result in results}

    monkeypatch.setattr(import_module("translate.batch.executor"), "WINDOW", 1)
    assert run("fresh") == DRAFTED
    model = package / "model" / "model.bin"
    original = model.read_bytes()

    def change(_: object) -> None:
        middle = len(original) // 2
        # Not in its place: a copy of a new version is renamed over the old one.
        other = package.with_name("other.bin")
        other.write_bytes(original[:middle] + bytes([original[middle] ^ 1]) + original[middle + 1 :])
        other.replace(model)

    assert run("out", Events(finished=change)) == DRAFTED
    assert documents(tmp_path / "out") == documents(tmp_path / "fresh")
    assert run("out") == DRAFTED
    assert documents(tmp_path / "out") != documents(tmp_path / "fresh")
    model.write_bytes(original)
    assert run("out") == DRAFTED
    assert documents(tmp_path / "out") == documents(tmp_path / "fresh")


# Names


@pytest.mark.parametrize(
    "name",
    [
        "two\nlines.txt",
        "\udcff\udcfe.txt",
        "\x1b[31m.txt",
        "Ї" * 120 + ".txt",
        " .txt",
        "-q.txt",
        "a%3F?.txt",
    ],
    ids=["line break", "no text", "control", "long", "space", "option", "percent"],
)
def test_a_strange_file_name_is_drafted_known_again_and_told_in_one_line(tmp_path: Path, name: str) -> None:
    news = articles(tmp_path / "news", {name: "Nobody answered.\n"})
    assert list(ran(news).statuses.values()) == ["drafted"]
    again = ran(news)
    assert (list(again.statuses.values()), again.asked, again.warnings) == (["unchanged"], [], [])
    (news / name).write_bytes(b"")
    for _ in range(2):
        empty = ran(news)
        [error] = empty.errors
        assert error.splitlines() == [error]
        assert error.endswith("is empty. Leave it out or give it a text")
        assert empty.warnings == []


def test_a_name_too_long_for_its_draft_fails_in_one_line_and_stops_no_other(tmp_path: Path) -> None:
    long = "n" * 251 + ".txt"
    news = articles(tmp_path / "news", {long: "Nobody answered.\n", "a.txt": "Nobody answered.\n"})
    own = ran(news)
    assert own.statuses == {"a.txt": "drafted", long: "failed"}
    [error] = own.errors
    assert "File name too long" in error
    assert parts(tmp_path / "out") == []


def test_names_that_differ_in_case_alone_have_a_draft_each(tmp_path: Path) -> None:
    news = articles(
        tmp_path / "news", {"News.txt": "Nobody answered.\n", "news.txt": "The bridge is open.\n"}
    )
    if len(list(news.iterdir())) == 1:
        pytest.skip("this file system does not tell them apart")
    assert set(ran(news).statuses.values()) == {"drafted"}
    assert units(tmp_path / "out" / "News.txt.uk.xlf")[0].source == "Nobody answered."
    assert units(tmp_path / "out" / "news.txt.uk.xlf")[0].source == "The bridge is open."
    assert set(ran(news).statuses.values()) == {"unchanged"}


def test_a_link_out_of_the_folder_is_no_article(tmp_path: Path, news: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Nobody may read this.\n", encoding="utf-8")
    (news / "link.txt").symlink_to(secret)
    (news / "folder").symlink_to(tmp_path)
    own = ran(news)
    assert own.statuses == DRAFTED
    assert "Nobody may read this." not in own.asked


def test_a_draft_that_is_a_link_out_of_the_output_is_never_written_through(
    tmp_path: Path, news: Path
) -> None:
    elsewhere = tmp_path / "elsewhere.xlf"
    elsewhere.write_text("a person's own", encoding="utf-8")
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.txt.uk.xlf").symlink_to(elsewhere)
    assert ran(news).statuses["a.txt"] == "failed"
    assert ran(news, force=True).statuses["a.txt"] == "drafted"
    assert elsewhere.read_text(encoding="utf-8") == "a person's own"
    assert not (out / "a.txt.uk.xlf").is_symlink()


def test_many_empty_files_fail_one_by_one_and_the_others_are_drafted(news: Path) -> None:
    for number in range(2000):
        (news / f"empty-{number}.txt").touch()
    own = ran(news)
    assert len(own.errors) == 2000
    assert {name: own.statuses[name] for name in DRAFTED} == DRAFTED


# Other runs, and signals


def test_a_second_run_at_the_same_time_says_who_holds_the_folder(news: Path) -> None:
    out = news.parent / "out"
    with locked(out):
        message = said(child(news))
    assert isinstance(message, str)
    assert message.startswith(f"{out}: another run is drafting into this folder (process {os.getpid()} on ")
    assert message.endswith("). Wait for it (--wait), or choose another folder with --out")
    assert documents(out) == {}


def test_with_wait_a_second_run_waits_for_the_first_and_finds_its_work_done(
    news: Path, fresh: dict[str, bytes]
) -> None:
    out = news.parent / "out"
    process = child(news, pause=0.2)
    until(lambda: (out / FOLDER / "holder.json").exists())
    with locked(out, wait=True):
        assert documents(out) == fresh
    assert said(process) == [DRAFTED, [], []]
    assert ran(news).statuses == UNCHANGED


@pytest.mark.skipif(sys.platform == "win32", reason="signals of another kind")
@pytest.mark.parametrize("how", ["SIGTERM", "SIGHUP"])
def test_a_run_that_is_ended_frees_the_folder_and_leaves_whole_files(
    news: Path, fresh: dict[str, bytes], how: str
) -> None:
    out = news.parent / "out"
    process = child(news, pause=0.2)
    until(lambda: bool(documents(out)))
    process.send_signal(getattr(signal, how))
    process.communicate()
    written = documents(out)
    assert written.items() <= fresh.items()
    assert ran(news).statuses == {
        name: "unchanged" if f"{name}.uk.xlf" in written or f"sub/{name}.uk.xlf" in written else "drafted"
        for name in DRAFTED
    }
    assert documents(out) == fresh
    assert parts(out) == []


def until(done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not done():
        assert time.monotonic() < deadline
        time.sleep(0.01)
