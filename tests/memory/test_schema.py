"""Files that are no memory, not ours, not whole, not writable or in use: one clear line, nothing lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.commands import finish, start, without_privileges
from tests.memory.entries import entry, memory
from translate.errors import MemoryFileError
from translate.inline import Text
from translate.memory import Memory

NAME = "en-uk.sqlite"


def changed(*statements: str) -> Callable[[Path], None]:
    """Return what makes a memory and then runs statements on its file."""

    def make(path: Path) -> None:
        memory(path.parent, entry("The army held on.", "Армія")).close()
        with sqlite3.connect(path) as connection:
            for statement in statements:
                connection.execute(statement)
        connection.close()

    return make


def torn(path: Path) -> None:
    """Make a memory whose pages are overwritten from the second one on."""
    changed()(path)
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\x5a" * (len(data) - 4096))


def cut(path: Path) -> None:
    """Make a memory that ends in the middle."""
    changed()(path)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def foreign(path: Path) -> None:
    """Make an SQLite file of another program."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE notes (text)")
    connection.close()


BAD = [
    (lambda path: None, "is not there. Fill it with `translate learn` or `translate memory import`"),
    (Path.mkdir, "is a folder. Name the file in it with --memory"),
    (lambda path: path.write_bytes(b""), "is empty. Fill it with `translate learn` or"),
    (lambda path: path.write_text("source\ttarget\n" * 99), "is no translation memory. Choose another with"),
    (foreign, "is an SQLite file, but no translation memory. Choose another with --memory"),
    (
        changed("PRAGMA user_version = 2"),
        "was written by a newer version of this tool (format 2, this one knows 1). Update the tool, or",
    ),
    (
        changed("UPDATE meta SET value = 'pl' WHERE key = 'target'"),
        "translates from `en` to `pl`, not from `en` to `uk`. Choose another memory with --memory, or",
    ),
    (changed("DROP TABLE meta"), "is damaged (no such table: meta). Restore it from a copy, or delete it"),
    (torn, "is damaged (database disk image is malformed). Restore it from a copy, or delete it and import"),
    (cut, "is damaged (database disk image is malformed). Restore it from a copy, or delete it and import"),
]


@pytest.mark.parametrize(("make", "expected"), BAD)
@pytest.mark.parametrize("read_only", [True, False])
def test_a_bad_file_is_told_in_one_line(
    tmp_path: Path, make: Callable[[Path], None], expected: str, read_only: bool
) -> None:
    path = tmp_path / NAME
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(MemoryFileError) as raised:
        use(path, read_only=read_only)
    assert str(raised.value).startswith(f"{path}: {expected}")
    assert "\n" not in str(raised.value)
    assert (path.read_bytes() if path.is_file() else None) == before


def use(path: Path, *, read_only: bool) -> None:
    """Do with a memory what every command does."""
    with Memory.open(path, "en", "uk", read_only=read_only) as opened:
        opened.lookup(Text("The army held off."))
        list(opened.entries())


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "memory").write_text("")
    with pytest.raises(MemoryFileError, match=r"cannot be opened \("):
        Memory.open(tmp_path / "memory" / NAME, "en", "uk", create=True)


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Path]:
    """A memory to which another program is writing."""
    path = tmp_path / NAME
    memory(tmp_path, entry("Yes.", "Так.")).close()
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("DELETE FROM entry")
    yield path
    writer.close()


def test_a_second_writer_is_told_to_wait(locked: Path) -> None:
    with Memory.open(locked, "en", "uk", timeout=0.05) as opened:
        with pytest.raises(MemoryFileError, match="is being written by another program"):
            opened.add([entry("No.", "Ні.")])
        assert len(opened.lookup(Text("Yes."))) == 1


@pytest.mark.parametrize("read_only", [True, False])
def test_readers_are_not_blocked_by_a_writer(locked: Path, read_only: bool) -> None:
    with Memory.open(locked, "en", "uk", read_only=read_only, timeout=0) as opened:
        assert [held.target.text for held in opened.entries()] == ["Так."]


def test_a_reader_keeps_what_it_began_to_read(tmp_path: Path) -> None:
    path = tmp_path / NAME
    with (
        memory(tmp_path, entry("Yes.", "Так."), entry("No.", "Ні.")) as writer,
        Memory.open(path, "en", "uk", read_only=True) as reader,
    ):
        entries = reader.entries()
        first = next(entries)
        writer.add([entry("Maybe.", "Може.")])
        assert [first.target.text, *(held.target.text for held in entries)] == ["Так.", "Ні."]
        assert len(list(reader.entries())) == 3


def test_a_memory_that_is_only_read_cannot_be_changed(tmp_path: Path) -> None:
    memory(tmp_path, entry("Yes.", "Так.")).close()
    with Memory.open(tmp_path / NAME, "en", "uk", read_only=True) as opened:
        with pytest.raises(MemoryFileError, match="cannot be written"):
            opened.add([entry("No.", "Ні.")])
        assert len(list(opened.entries())) == 1


def test_creating_a_memory_that_is_there_keeps_it(tmp_path: Path) -> None:
    memory(tmp_path, entry("Yes.", "Так.")).close()
    with memory(tmp_path) as opened:
        assert len(list(opened.entries())) == 1


READING = """
import sys; from pathlib import Path
from translate.errors import MemoryFileError
from translate.inline import Text; from translate.memory import *
try:
    with Memory.open(Path(sys.argv[1]), "en", "uk", read_only=sys.argv[2] == "read") as opened:
        print(len(opened.lookup(Text("Yes."))))
except MemoryFileError as error: print(error)
"""


@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o555), (0o644, 0o555), (0o444, 0o755)])
def test_a_memory_that_cannot_be_written_can_be_read(tmp_path: Path, file: int, folder: int) -> None:
    place = tmp_path / "archive?"
    place.mkdir()
    memory(place, entry("Yes.", "Так.")).close()
    (place / NAME).chmod(file)
    place.chmod(folder)
    outcomes = [
        finish(start(place / NAME, how, before=without_privileges(), script=READING)).out
        for how in ("read", "write")
    ]
    place.chmod(0o755)
    message = f"{place / NAME}: cannot be written. Change its permissions, or copy it\n"
    assert outcomes == ["1\n", message]
    assert [path.name for path in place.iterdir()] == [NAME]


def test_changes_that_cannot_be_read_are_not_passed_over(tmp_path: Path) -> None:
    place = tmp_path / "archive"
    place.mkdir()
    with memory(tmp_path, entry("Yes.", "Так.")):
        for suffix in ("", "-wal"):
            (place / f"{NAME}{suffix}").write_bytes((tmp_path / f"{NAME}{suffix}").read_bytes())
    place.chmod(0o555)
    outcome = finish(start(place / NAME, "read", before=without_privileges(), script=READING))
    place.chmod(0o755)
    assert outcome.out == (
        f"{place / NAME}: has changes in {NAME}-wal that cannot be read here."
        " Copy both files into a folder of your own\n"
    )


ADDING = """
import sys; from datetime import UTC, datetime; from pathlib import Path
from translate.inline import Text; from translate.memory import *
for number in range(20):
    with Memory.open(Path(sys.argv[1]), "en", "uk", create=True) as opened:
        text = f"{sys.argv[2]} said {number}"
        opened.add([Entry(Text(text), Text(text), "", "", "a", "", "", datetime.now(UTC))])
"""


def test_two_programs_may_make_and_fill_one_memory(tmp_path: Path) -> None:
    path = tmp_path / NAME
    programs = [start(path, name, script=ADDING) for name in ("Ann", "Bob")]
    for program in programs:
        outcome = finish(program)
        assert (outcome.code, outcome.err) == (0, "")
    with Memory.open(path, "en", "uk", read_only=True) as opened:
        assert len(list(opened.entries())) == 40
