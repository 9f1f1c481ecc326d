"""A file is written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from translate.errors import OutputError
from translate.files import check_writable, write_atomically


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_writing_makes_the_folders_and_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "draft.xlf"
    write_atomically(path, "Ірпінь".encode())
    assert path.read_text(encoding="utf-8") == "Ірпінь"
    assert names(path.parent) == ["draft.xlf"]


def test_writing_replaces_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "draft.xlf"
    path.write_bytes(b"old and long")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.skipif(os.name != "posix", reason="permissions of another kind")
def test_the_file_has_the_permissions_that_any_new_file_has(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "draft.xlf", b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "draft.xlf").stat().st_mode) == 0o640


def test_a_name_as_long_as_the_system_allows_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 251 + ".xlf")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.chmod", "pathlib.Path.replace"])
@pytest.mark.parametrize(
    ("number", "hint"),
    [
        (28, "Free some space or choose another folder with --out"),
        (13, "Close the program that has it open, or choose another folder with --out"),
        (30, "Close the program that has it open, or choose another folder with --out"),
        (5, "Choose another folder with --out"),
    ],
)
def test_a_failure_leaves_the_old_file_and_no_part(
    step: str, number: int, hint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    path = tmp_path / "draft.xlf"
    path.write_bytes(b"old")
    monkeypatch.setattr(step, fail)
    with pytest.raises(OutputError) as caught:
        write_atomically(path, b"new")
    assert str(caught.value) == f"{path}: cannot be written ({os.strerror(number)}). {hint}"
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["draft.xlf"]


def test_an_interrupt_leaves_the_old_file_and_no_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    path = tmp_path / "draft.xlf"
    path.write_bytes(b"old")
    monkeypatch.setattr("os.fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["draft.xlf"]


@pytest.mark.parametrize("below", [".", "sub"])
def test_a_file_where_a_folder_should_be_is_named(tmp_path: Path, below: str) -> None:
    (tmp_path / "out").write_bytes(b"mine")
    with pytest.raises(OutputError, match="is no folder"):
        check_writable(tmp_path / "out" / below)
    with pytest.raises(OutputError, match="cannot be written"):
        write_atomically(tmp_path / "out" / below / "draft.xlf", b"new")
    assert (tmp_path / "out").read_bytes() == b"mine"


def test_checking_makes_the_folder_and_leaves_nothing_in_it(tmp_path: Path) -> None:
    check_writable(tmp_path / "a" / "b")
    assert names(tmp_path / "a" / "b") == []
