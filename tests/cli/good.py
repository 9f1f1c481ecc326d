"""A folder of news with one article that is as it should be, whatever stands beside it."""

from __future__ import annotations

from pathlib import Path

from tests.cli.commands import call
from tests.validate import faults

GOOD = "The mayor spoke.\n"
GOOD_OUT = Path("out/good.txt.uk.xlf")


def run(*arguments: str | Path) -> str:
    """Draft the folder; return the one line on the error stream, the good article being done all the same."""
    line = call("run", "news", "--to", "uk", "-q", *arguments).said(1)
    assert faults(GOOD_OUT) == []
    report = Path("out/report.html")
    files = (path for path in Path("out").rglob("*") if path.is_file() and ".translate" not in path.parts)
    assert sorted(files) == [GOOD_OUT, report]
    return line
