from __future__ import annotations

import os
from pathlib import Path

import pytest

from translate.articles import find
from translate.errors import ArticleError, UsageError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "news"
    for name in ("b.txt", "a.TXT", "sub/c.text", "sub/deep/d.txt", ".hidden.txt", ".git/e.txt", "f.pdf", "g"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Kyiv.")
    return root


def _relative(*paths: Path) -> list[str]:
    return [found.relative.as_posix() for found in find(paths)]


def test_find_in_a_folder_gives_articles_below_it_sorted(folder: Path) -> None:
    assert _relative(folder) == ["a.TXT", "b.txt", "sub/c.text", "sub/deep/d.txt"]
    assert [found.path for found in find([folder])] == [folder / name for name in _relative(folder)]


def test_find_of_a_file_gives_its_name(folder: Path) -> None:
    assert _relative(folder / "sub" / "deep" / "d.txt", folder / ".hidden.txt") == [".hidden.txt", "d.txt"]


def test_find_of_the_same_file_twice_lists_it_once(folder: Path) -> None:
    assert _relative(folder, folder / "b.txt", folder / "sub" / ".." / "b.txt", folder) == _relative(folder)


def test_find_of_a_file_and_then_its_folder_keeps_the_first_name(folder: Path) -> None:
    assert _relative(folder / "sub" / "c.text", folder / "sub") == ["c.text", "deep/d.txt"]


def test_find_of_two_articles_with_one_output_name_names_both(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "b.txt").write_text("Lviv.")
    with pytest.raises(UsageError, match="same output name") as caught:
        find([folder, other])
    assert str(folder / "b.txt") in str(caught.value)
    assert str(other / "b.txt") in str(caught.value)


def test_find_of_a_missing_path_is_wrong_usage(folder: Path) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        find([folder / "missing.txt"])
    with pytest.raises(UsageError, match="does not exist"):
        find([folder / "b.txt" / "c.txt"])


@pytest.mark.parametrize("name", ["f.pdf", "g"])
def test_find_of_a_named_file_no_format_reads_names_the_suffixes(folder: Path, name: str) -> None:
    with pytest.raises(UsageError, match=r"end in \..*, \.text, \.txt"):
        find([folder / name])


def test_find_in_a_folder_without_articles_names_the_suffixes(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("x")
    with pytest.raises(UsageError, match=r"has no articles.*\.text, \.txt"):
        find([tmp_path])


def test_find_of_a_device_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="neither a file nor a folder"):
        find([Path(os.devnull)])


def test_find_does_not_follow_links_out_of_the_folder(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Odesa.")
    (folder / "leak.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "up").symlink_to(tmp_path, target_is_directory=True)
    (folder / "broken.txt").symlink_to(folder / "nowhere.txt")
    assert _relative(folder) == ["a.TXT", "b.txt", "sub/c.text", "sub/deep/d.txt"]


def test_find_survives_loops_of_links(folder: Path) -> None:
    (folder / "sub" / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    assert _relative(folder) == ["a.TXT", "b.txt", "sub/c.text", "sub/deep/d.txt"]


def test_find_of_a_link_inside_the_folder_lists_its_file_once(folder: Path) -> None:
    (folder / "aa.txt").symlink_to(folder / "b.txt")
    (folder / "zz.txt").symlink_to(folder / ".hidden.txt")
    assert _relative(folder) == ["a.TXT", "b.txt", "sub/c.text", "sub/deep/d.txt", "zz.txt"]


def test_find_of_a_link_given_by_name_follows_it(folder: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(folder / "b.txt")
    assert _relative(link) == ["link.txt"]


def test_find_in_a_folder_that_cannot_be_listed_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(ArticleError, match=r"cannot be listed \(Permission denied\)"):
        find([folder])


def test_find_leaves_out_what_a_run_has_written_itself(folder: Path) -> None:
    found = find([folder], without=folder / "sub")
    assert [each.relative.as_posix() for each in found] == ["a.TXT", "b.txt"]
    assert [each.relative.as_posix() for each in find([folder / "sub"], without=folder / "sub")] == [
        "c.text",
        "deep/d.txt",
    ]
