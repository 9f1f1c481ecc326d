"""The report and the review list after a run: when they are written, when they stay, when too large."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from tests.cli.commands import Outcome, call
from translate.cli import afterwards

OUT = Path("out")
REPORT, REVIEW = OUT / "report.html", OUT / "review.tsv"
TEXTS = {"one.txt": "Irpin rebuilds\n\nThe mayor of Irpin spoke.\n", "two.txt": "It rained in Irpin.\n"}


@pytest.fixture(autouse=True)
def _articles(workplace: Path) -> None:
    """Two articles of three segments in all in the folder `news`."""
    folder = workplace / "news"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")


def run(*arguments: str | Path) -> Outcome:
    return call("run", "news", "--to", "uk", *arguments)


def listed() -> list[tuple[str, str]]:
    """Return the file and the unit of each row of the list, sorted."""
    with REVIEW.open(encoding="utf-8-sig", newline="") as rows:
        return sorted((row["file"], row["unit"]) for row in csv.DictReader(rows, dialect="excel-tab"))


def test_run_again_when_nothing_is_drafted_then_neither_file_is_written_again() -> None:
    run("--order", "worst-first")
    before = [(path.stat().st_mtime_ns, path.stat().st_ino) for path in (REPORT, REVIEW)]
    lines = run("--order", "worst-first").out.splitlines()
    assert lines[-2:] == ["report: out/report.html (unchanged)", "worst first: out/review.tsv (unchanged)"]
    assert [(path.stat().st_mtime_ns, path.stat().st_ino) for path in (REPORT, REVIEW)] == before


def test_run_again_when_a_file_is_missing_then_it_alone_is_written() -> None:
    run()
    before = REPORT.stat().st_mtime_ns
    lines = run("--order", "worst-first").out.splitlines()
    assert lines[-2:] == ["report: out/report.html (unchanged)", "worst first: out/review.tsv"]
    assert REPORT.stat().st_mtime_ns == before
    assert len(listed()) == 3


def test_run_again_when_a_reviewer_has_saved_a_draft_then_the_report_is_written_again() -> None:
    run()
    os.utime(OUT / "one.txt.uk.xlf", ns=(2 * REPORT.stat().st_mtime_ns,) * 2)
    assert run().out.splitlines()[-1] == "report: out/report.html"


def test_run_of_too_many_segments_for_a_report_when_a_list_is_asked_for_then_it_has_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(afterwards, "MOST_SEGMENTS", 2)
    lines = run("--order", "worst-first").out.splitlines()
    assert lines[-2:] == [
        "3 segments are too many for one report; see `translate report --help`",
        "worst first: out/review.tsv",
    ]
    assert not REPORT.exists()
    assert listed() == [("one.txt.uk.xlf", "1-1"), ("one.txt.uk.xlf", "2-1"), ("two.txt.uk.xlf", "1-1")]


def test_run_of_too_many_segments_for_a_list_then_both_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(afterwards, "MOST_SEGMENTS", 1)
    monkeypatch.setattr(afterwards, "MOST_LISTED", 2)
    lines = run("--order", "worst-first").out.splitlines()
    assert lines[-2:] == [
        "3 segments are too many for one report; see `translate report --help`",
        "3 segments are too many for one list of what to review first",
    ]
    assert not REPORT.exists()
    assert not REVIEW.exists()
