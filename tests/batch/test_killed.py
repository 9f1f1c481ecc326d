"""A run that is killed and resumed ends as one that was not (`benchmarks.killed` does it a hundred times)."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.killed import ROOT, Workplace
from tests.batch.batches import articles
from translate.files import write_atomically
from translate.xliff import is_untouched

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL"),
]

# Small windows, so that there is something written at every moment.
SCRIPT = (
    "import sys, translate.batch;"
    "sys.modules['translate.batch.executor'].WINDOW = 2;"
    "from translate.cli import main; main()"
)


def texts(count: int) -> dict[str, str]:
    return {
        f"{number:02}.txt": f"The mayor of Irpin spoke.\n\nNumber {number} is open.\n"
        for number in range(count)
    }


def test_a_run_killed_in_the_middle_loses_nothing_and_ends_with_the_same_bytes(tmp_path: Path) -> None:
    news = articles(tmp_path / "news", texts(30))
    whole = Workplace(tmp_path / "whole", news)
    whole.finish()
    workplace = Workplace(tmp_path / "work", news, SCRIPT)
    process = workplace.start()
    deadline = time.monotonic() + 60
    while len(list(workplace.out.glob("*.xlf"))) < 3 and time.monotonic() < deadline:
        time.sleep(0.005)
    process.kill()
    process.communicate()
    written = {name: data for name, data in workplace.contents().items() if name.endswith(".xlf")}
    assert 3 <= len(written) < 30
    assert all(map(is_untouched, written.values()))
    before = {name: (workplace.out / name).stat().st_mtime_ns for name in written}
    workplace.finish()
    assert workplace.contents() == whole.contents()
    assert {name: (workplace.out / name).stat().st_mtime_ns for name in written} == before


def test_a_writer_that_is_killed_leaves_a_file_that_the_next_run_removes(tmp_path: Path) -> None:
    news = articles(tmp_path / "news", texts(1))
    workplace = Workplace(tmp_path / "work", news)
    script = (
        "import os, pathlib, signal; from translate.files import opened_atomically\n"
        "with opened_atomically(pathlib.Path('out/sub/00.txt.uk.xlf')) as file:\n"
        "    file.write(b'half'); file.flush(); os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run(
        [sys.executable, "-c", script], cwd=workplace.folder, env={"PYTHONPATH": str(ROOT)}, check=False
    )
    [part] = workplace.contents()
    assert part.startswith("sub/.translate-")
    assert part.endswith(".part")
    # A file that somebody is writing now, and one whose name only looks like it, stay.
    mine = workplace.out / ".translate-mine.part"
    write_atomically(mine, b"a person's own")
    script = (
        "import pathlib, sys; from translate.files import opened_atomically\n"
        "with opened_atomically(pathlib.Path('out/other.txt')) as file:\n"
        "    file.write(b'whole'); print(flush=True); sys.stdin.readline()"
    )
    writer = subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=workplace.folder,
        env={"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert writer.stdout is not None
    writer.stdout.readline()
    workplace.finish()
    assert len([name for name in workplace.contents() if name.endswith(".part")]) == 2
    writer.communicate(b"\n")
    assert set(workplace.contents()) == {"00.txt.uk.xlf", "report.html", ".translate-mine.part", "other.txt"}
    assert (workplace.out / "other.txt").read_bytes() == b"whole"
