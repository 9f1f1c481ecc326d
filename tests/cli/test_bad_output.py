"""Bad places to write to and odd surroundings: one clear line each, the other articles done, no half file."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.commands import call, finish, parts_left, start, without_privileges
from tests.cli.good import GOOD, GOOD_OUT, run
from tests.validate import faults

pytestmark = pytest.mark.usefixtures("news")


# Output


def test_an_output_folder_that_is_a_file_is_said_once(news: Path) -> None:
    (news / "more.txt").write_text(GOOD, encoding="utf-8")
    Path("out").write_text("mine", encoding="utf-8")
    message = call("run", "news", "--to", "uk", "-q").said(1)
    assert message == "out: is no folder. Choose another folder with --out"
    assert Path("out").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_folder_in_the_place_of_the_output_fails_alone(news: Path, force: list[str]) -> None:
    (news / "bad.txt").write_text(GOOD, encoding="utf-8")
    Path("out/bad.txt.uk.xlf").mkdir(parents=True)
    message = run(*force)
    assert message.startswith("out/bad.txt.uk.xlf: cannot be ")
    assert "(Is a directory)" in message


def test_an_output_folder_without_permission_is_said_before_any_work() -> None:
    Path("out").mkdir()
    Path("out").chmod(0o555)
    outcome = finish(start("run", "news", "--to", "uk", "-q", before=without_privileges()))
    assert outcome.said(1) == (
        "out: cannot be written in (Permission denied). "
        "Close the program that has it open, or choose another folder with --out"
    )


def test_a_draft_without_permission_to_read_is_not_taken_for_a_foreign_file() -> None:
    prefix = without_privileges()
    call("run", "news", "--to", "uk", "-q")
    GOOD_OUT.chmod(0)
    message = finish(start("run", "news", "--to", "uk", "-q", before=prefix)).said(1)
    assert message.startswith(f"{GOOD_OUT}: cannot be used for the draft (Permission denied)")


def test_an_output_that_another_program_holds_fails_alone(
    news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What Windows says of a file that is open elsewhere.
    (news / "held.txt").write_text(GOOD, encoding="utf-8")
    replace = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if target.name.startswith("held"):
            raise PermissionError(13, "Permission denied")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    assert run() == (
        "out/held.txt.uk.xlf: cannot be written (Permission denied). "
        "Close the program that has it open, or choose another folder with --out"
    )


def test_no_space_for_one_draft_leaves_no_part_of_it_and_the_others_whole(news: Path) -> None:
    inside = ["unshare", "--mount", "--map-root-user", "sh", "-c"]
    # Too small for the long article, large enough for the others; the disk is gone with the process.
    mount = "mount -t tmpfs -o size=512k none out || exit 77; "
    Path("out").mkdir()
    if not shutil.which("unshare") or subprocess.run([*inside, mount], capture_output=True).returncode:
        pytest.skip("no small disk can be mounted here")
    (news / "long.txt").write_text("The mayor spoke.\n" * 2000, encoding="utf-8")
    (news / "zebra.txt").write_text(GOOD, encoding="utf-8")
    script = f"""{mount}"$@"; code=$?; mkdir saved; cp -a out/. saved; exit $code"""
    process = start("run", "news", "--to", "uk", "-q", "--no-report", before=[*inside, script, "sh"])
    assert finish(process).said(1) == (
        "out/long.txt.uk.xlf: cannot be written (No space left on device). "
        "Free some space or choose another folder with --out"
    )
    saved = sorted(Path("saved").glob("*.txt*"))
    assert [path.name for path in saved] == ["good.txt.uk.xlf", "zebra.txt.uk.xlf"]
    assert [fault for path in saved for fault in faults(path)] == []


def test_no_space_is_the_error_of_one_article(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (news / "bad.txt").write_text(GOOD, encoding="utf-8")
    monkeypatch.setattr("os.fsync", _failing_first(os.fsync))
    line = run()
    assert line.startswith("out/bad.txt.uk.xlf: cannot be written (No space left on device). Free some space")
    assert parts_left(Path("out")) == []


def _failing_first(sync: Callable[[int], None]) -> Callable[[int], None]:
    failed = False

    def fail_first(handle: int) -> None:
        nonlocal failed
        if not failed:
            failed = True
            raise OSError(28, "No space left on device")
        sync(handle)

    return fail_first


# Surroundings


@pytest.mark.parametrize("epoch", ["tomorrow", "99999999999999999999", "²"])
def test_a_time_of_the_drafts_that_is_none_is_wrong_usage(
    epoch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    message = call("run", "news", "--to", "uk").said(2)
    assert message == f"SOURCE_DATE_EPOCH is no time in seconds: {epoch!r}"


def test_a_home_that_cannot_be_written_does_not_matter(workplace: Path) -> None:
    home = workplace / "home"
    home.mkdir(0o555)
    environment = {"HOME": str(home), "TRANSLATE_MODELS_DIR": "", "ARGOS_PACKAGES_DIR": ""}
    before = without_privileges()
    process = start("run", "news", "--to", "uk", "-q", before=before, environment=environment)
    outcome = finish(process)
    assert (outcome.code, outcome.err) == (0, "")
    assert list(home.iterdir()) == []


def test_a_user_without_a_home_can_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    # What Python does for a user id that the system does not know, as containers have.
    def homeless(path: str) -> str:
        return path

    for name in ("TRANSLATE_MODELS_DIR", "ARGOS_PACKAGES_DIR", "XDG_DATA_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("os.path.expanduser", homeless)
    outcome = call("run", "news", "--to", "uk", "-q")
    assert (outcome.code, outcome.err) == (0, "")
