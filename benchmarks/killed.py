"""Runs of the sample articles killed with SIGKILL at random moments and resumed: is every byte right?

An uninterrupted run gives the bytes to compare with and the time over which the kills are spread. A trial is
killed once, or in a third of the cases two or three times, each time at a moment drawn evenly from that time;
after each kill every XLIFF file that is there must be whole. Then it is run to the end: drafts and report
must be those of the uninterrupted run, byte for byte, and no temporary file may be left.

    uv run python -m benchmarks.killed --trials 100

With `--window 1` each article is drafted and written by itself, so that more kills find something written.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from translate.journal import FOLDER
from translate.xliff import is_untouched

ROOT = Path(__file__).resolve().parents[1]
_SCRIPT = "from translate.cli import main; main()"
_WINDOW = "import sys, translate.batch; sys.modules['translate.batch.executor'].WINDOW = {}; "


@dataclass(slots=True)
class Trial:
    """What became of one trial: seconds at which it was killed, what kills and the resumed run left."""

    killed_after: list[float] = field(default_factory=list)
    too_late: int = 0
    drafts_at_kill: list[int] = field(default_factory=list)
    parts_at_kill: int = 0
    broken: list[str] = field(default_factory=list)
    """XLIFF files that were not whole after a kill, and what differed in the end."""


class Workplace:
    """A folder with articles and glossary of its own, in which the tool is run as a user runs it."""

    def __init__(self, folder: Path, articles: Path, script: str = _SCRIPT) -> None:
        self.folder = folder
        self._script = script
        self.out = folder / "out"
        shutil.copytree(articles, folder / "seeds")
        if (ROOT / "glossaries").is_dir():
            shutil.copytree(ROOT / "glossaries", folder / "glossaries")

    def start(self) -> subprocess.Popen[bytes]:
        """Start `translate run`; its date is fixed, so that two runs can be compared."""
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1700000000"}
        return subprocess.Popen(
            [sys.executable, "-c", self._script, "run", "seeds", "--to", "uk", "--quiet"],
            cwd=self.folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def finish(self) -> None:
        """Run to the end. Raises RuntimeError when the tool says anything or fails."""
        process = self.start()
        said, _ = process.communicate()
        if process.returncode or said:
            raise RuntimeError(f"exit code {process.returncode}: {said.decode()}")

    def killed(self, seconds: float) -> bool:
        """Run and kill after so many seconds; False when the run was over before."""
        process = self.start()
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
        process.communicate()
        return process.returncode != 0

    def contents(self) -> dict[str, bytes]:
        """Return every file that a run has written, by its path, but the program's own."""
        return {
            path.relative_to(self.out).as_posix(): path.read_bytes()
            for path in sorted(self.out.rglob("*"))
            if path.is_file() and FOLDER not in path.relative_to(self.out).parts
        }


def trial(workplace: Workplace, expected: dict[str, bytes], seconds: list[float]) -> Trial:
    """Kill a run after each of `seconds`, resume it to the end, and compare."""
    own = Trial()
    for moment in seconds:
        if not workplace.killed(moment):
            own.too_late += 1
        own.killed_after.append(moment)
        contents = workplace.contents()
        drafts = {name: data for name, data in contents.items() if name.endswith(".xlf")}
        own.drafts_at_kill.append(len(drafts))
        own.parts_at_kill += sum(name.endswith(".part") for name in contents)
        own.broken += [f"{name} was not whole" for name, data in drafts.items() if not is_untouched(data)]
    workplace.finish()
    contents = workplace.contents()
    for name in sorted(expected.keys() | contents.keys()):
        if name not in contents:
            own.broken.append(f"{name} is missing")
        elif name not in expected:
            own.broken.append(f"{name} is left over")
        elif contents[name] != expected[name]:
            own.broken.append(f"{name} differs")
    return own


def moments(chance: random.Random, duration: float) -> list[float]:
    """Draw when a trial is killed: once, or in a third of the cases two or three times."""
    times = chance.choices([1, 2, 3], weights=[4, 1, 1])[0]
    return [chance.uniform(0, duration) for _ in range(times)]


def uninterrupted(workplaces: Iterable[Workplace]) -> tuple[dict[str, bytes], float]:
    """Return what an uninterrupted run writes in each of the workplaces, and the least seconds of them."""
    durations = []
    contents: dict[str, bytes] = {}
    for workplace in workplaces:
        started = time.monotonic()
        workplace.finish()
        durations.append(time.monotonic() - started)
        if contents and workplace.contents() != contents:
            raise RuntimeError("two uninterrupted runs differ")
        contents = workplace.contents()
    return contents, min(durations)


@contextmanager
def _folder(given: Path | None) -> Iterator[Path]:
    if given is not None:
        given.mkdir(parents=True)
        yield given
        return
    with tempfile.TemporaryDirectory() as made:
        yield Path(made)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--trials", type=int, default=100, help="how many (default 100)")
    parser.add_argument("--seed", type=int, default=6, help="of the random moments (default 6)")
    parser.add_argument("--articles", type=Path, default=ROOT / "seeds", help="folder (default: seeds/)")
    parser.add_argument("--window", type=int, help="segments of a window (default: as the tool has it)")
    parser.add_argument("--folder", type=Path, help="new folder to work in (default: a temporary one)")
    arguments = parser.parse_args()
    script = _SCRIPT if arguments.window is None else _WINDOW.format(arguments.window) + _SCRIPT
    chance = random.Random(arguments.seed)
    totals: Counter[str] = Counter()
    with _folder(arguments.folder) as folder:
        whole = (Workplace(folder / f"whole-{number}", arguments.articles, script) for number in range(2))
        expected, duration = uninterrupted(whole)
        print(f"uninterrupted: {len(expected)} files, {duration:.1f} s", flush=True)
        for number in range(1, arguments.trials + 1):
            place = folder / f"trial-{number}"
            workplace = Workplace(place, arguments.articles, script)
            own = trial(workplace, expected, moments(chance, duration))
            shutil.rmtree(place)
            at = ", ".join(f"{moment:.2f} s" for moment in own.killed_after)
            print(
                f"{number:4}  killed at {at}; drafts there {own.drafts_at_kill}, parts {own.parts_at_kill}: "
                f"{'; '.join(own.broken) or 'identical'}",
                flush=True,
            )
            totals["kills"] += len(own.killed_after) - own.too_late
            totals["kills with drafts there"] += sum(map(bool, own.drafts_at_kill))
            totals["temporary files left by kills"] += own.parts_at_kill
            totals["runs that were over before the kill"] += own.too_late
            totals["trials with identical bytes"] += not own.broken
    print(f"trials {arguments.trials}; " + "; ".join(f"{name} {count}" for name, count in totals.items()))
    sys.exit(totals["trials with identical bytes"] != arguments.trials)


if __name__ == "__main__":
    main()
