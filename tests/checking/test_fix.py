"""Fixes reach the file, each with a backup, or one clear line says why not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.checking.outcomes import document
from translate.checking import (
    Bilingual,
    Checked,
    Item,
    Outcome,
    Planned,
    Result,
    plan,
    read,
    read_pair,
    shown,
    write,
)
from translate.checks import Finding, Fix, mended
from translate.inline import Text

XLIFF = """\
<?xml version="1.0"?>
<xliff version="1.2"><file original="a" source-language="en" target-language="uk" datatype="plaintext"><body>
<trans-unit id="1"><source>The mayor spoke.</source><target>Мер  сказав .</target></trans-unit>
<trans-unit id="2"><source>No.</source><target>Ні.</target></trans-unit>
</body></file></xliff>
"""


def planned(of: Bilingual) -> tuple[Planned, ...]:
    """Plan to close up every double space and every space before a full stop."""
    return plan(outcome(of))[0]


def outcome(of: Bilingual) -> Outcome:
    checked = tuple(
        Checked(
            item, tuple(Finding("spaces", "warning", "x", None, (fix.start, fix.end), fix) for fix in fixes)
        )
        for item in of.items
        if (fixes := list(_fixes(item.target.text)))
    )
    return Outcome((Result(of, checked),))


def _fixes(target: str) -> list[Fix]:
    double, before = target.find("  "), target.find(" .")
    fixes = [Fix(before, before + 1, "")] if before >= 0 else []
    return fixes + ([Fix(double, double + 2, " ")] if double >= 0 else [])


def xliff(path: Path, text: str = XLIFF) -> Bilingual:
    path.write_text(text, encoding="utf-8", newline="")
    errors: list[str] = []
    [found] = read([path], None, None, errors)
    assert errors == []
    return found


def test_fixes_are_written_into_xliff_with_a_backup(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    errors: list[str] = []
    [done] = write(planned(xliff(path)), errors)
    assert (done.path, done.segments, done.backup, done.left, errors) == (
        path,
        1,
        tmp_path / "a.xlf.bak",
        (),
        [],
    )
    assert path.read_text(encoding="utf-8") == XLIFF.replace("Мер  сказав .", "Мер сказав.")
    assert done.backup.read_text(encoding="utf-8") == XLIFF


def test_an_older_backup_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    backups = []
    for _ in range(3):
        [done] = write(planned(xliff(path)), [])
        backups.append(done.backup.name)
    assert backups == ["a.xlf.bak", "a.xlf.bak1", "a.xlf.bak2"]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("One.\nTwo.\n", "\ufeffОдин  раз .\r\nДва.\r\n", "\ufeffОдин раз.\r\nДва.\r\n"),
        ("Title\n\nOne. Two.\n", "Назва\nОдин .  Два  рази.", "Назва\nОдин.  Два рази."),
    ],
)
def test_fixes_are_written_into_plain_texts(tmp_path: Path, source: str, target: str, expected: str) -> None:
    ours, theirs = tmp_path / "a.en", tmp_path / "a.uk"
    ours.write_bytes(source.encode())
    theirs.write_bytes(target.encode())
    errors: list[str] = []
    list(write(planned(read_pair(ours, theirs, ("en", "uk"))), errors))
    assert errors == []
    assert theirs.read_bytes().decode() == expected
    assert ours.read_bytes().decode() == source


def test_a_character_that_the_encoding_lacks_leaves_the_text_alone(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "a.en", tmp_path / "a.uk"
    ours.write_bytes(b"One.\n")
    theirs.write_bytes("Два  .\n".encode("cp1251"))
    texts = read_pair(ours, theirs, ("en", "uk"), "cp1251")
    made = (Finding("x", "info", "x"), Fix(3, 5, "\u202f"))
    errors: list[str] = []
    assert list(write([Planned(texts, texts.items[0], (made,))], errors, "cp1251")) == []
    assert errors == [
        f"{theirs}: its encoding CP1251 lacks the character U+202F: nothing was fixed in it. "
        "Save it as UTF-8 and check it again"
    ]
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["a.en", "a.uk"]


def test_a_file_that_has_changed_since_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    fixes = planned(xliff(path))
    path.write_text(XLIFF.replace("Ні.", "Аж ніяк."), encoding="utf-8")
    errors: list[str] = []
    assert list(write(fixes, errors)) == []
    assert errors == [
        f"{path}: has changed since it was checked: nothing was fixed in it. "
        "Close the program that has it open, and check it again"
    ]
    assert "Аж ніяк." in path.read_text(encoding="utf-8")
    assert not (tmp_path / "a.xlf.bak").exists()


def test_a_file_that_is_gone_is_one_line_and_the_others_are_fixed(tmp_path: Path) -> None:
    gone, here = tmp_path / "a.xlf", tmp_path / "b.xlf"
    fixes = [*planned(xliff(gone)), *planned(xliff(here))]
    gone.unlink()
    errors: list[str] = []
    assert [done.path for done in write(fixes, errors)] == [here]
    assert len(errors) == 1
    assert errors[0].startswith(f"{gone}: ")


def test_a_link_stays_a_link_and_permissions_stay(tmp_path: Path) -> None:
    path, link = tmp_path / "a.xlf", tmp_path / "link.xlf"
    xliff(path)
    path.chmod(0o640)
    link.symlink_to("a.xlf")
    [found] = read([link], None, None, [])
    list(write(planned(found), []))
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert "Мер сказав." in path.read_text(encoding="utf-8")


def test_a_disk_that_is_full_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xlf"
    fixes = planned(xliff(path))

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    errors: list[str] = []
    assert list(write(fixes, errors)) == []
    assert len(errors) == 1
    assert errors[0].startswith(f"{path}: cannot be written (No space left on device)")
    assert path.read_text(encoding="utf-8") == XLIFF


def test_fixes_that_overlap_or_touch_are_made_one_at_a_time(tmp_path: Path) -> None:
    found = xliff(tmp_path / "a.xlf")
    fixes = (Fix(3, 5, " "), Fix(4, 6, "x"), Fix(5, 5, "y"), Fix(11, 12, ""), Fix(12, 99, "z"))
    findings = tuple(Finding("spaces", "warning", "x", fix=fix) for fix in fixes)
    [one], _ = plan(Outcome((Result(found, (Checked(found.items[0], findings),)),)))
    assert [fix for _, fix in one.made] == [Fix(3, 5, " "), Fix(11, 12, "")]
    assert one.after == "Мер сказав."


def test_fixes_are_not_written_into_tmx(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_text(
        '<tmx version="1.4"><header srclang="en"/><body>\n<tu><tuv xml:lang="en"><seg>a</seg></tuv>'
        '<tuv xml:lang="uk"><seg>б  в</seg></tuv></tu></body></tmx>',
        encoding="utf-8",
    )
    [found] = read([path], None, None, [])
    assert plan(outcome(found)) == (
        (),
        (f"{path}: fixes are not written into TMX; make them in the CAT tool and export it again",),
    )


def test_fixes_are_shown_with_their_spaces() -> None:
    made = (Finding("nbsp", "info", "x"), Fix(1, 2, "\xa0"))
    item = Item("1", Text(""), Text("5 км\nx\x1b"))
    assert list(shown([Planned(document("a.xlf", item), item, (made,))])) == [
        "a.xlf:1  nbsp",
        "  - 5 км⏎x\\x1b",
        "  + 5⍽км⏎x\\x1b",
    ]


def test_fixes_from_the_end_keep_the_places_of_the_others() -> None:
    assert mended(Text("а  б  в"), [Fix(1, 3, " "), Fix(4, 6, " ")]) == Text("а б в")
