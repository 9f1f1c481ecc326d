"""A local Ray with one and two workers against one process: time, what each article costs, a killed worker.

The articles are sentences of FLORES-200 dev, ten to an article. Every way writes into its own folder with
the date fixed, and the documents are compared byte by byte. The ways take turns; the best turn of each counts.

    uv run python -m benchmarks.cluster --segments 300 --repeat 3
"""

from __future__ import annotations

import argparse
import hashlib
import os
import pickle
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path

from translate import batch
from translate.articles import Found, find, read
from translate.batch.cluster import WINDOW, RayExecutor
from translate.drafting import Draft, Job
from translate.engine import EngineOptions, engine_for
from translate.glossary import Glossary, default_path
from translate.pipeline import Pipeline
from translate.preparation import Settings
from translate.protection import Progress

FLORES = Path(__file__).resolve().parents[2] / "shared" / "eval" / "flores-dev.en"
_SENTENCES = 10


@dataclass(slots=True)
class Way:
    """One way of drafting all articles: seconds of each turn, and what was written."""

    name: str
    executor: Callable[[], batch.Executor | None]
    seconds: list[float] = field(default_factory=list)
    starts: list[float] = field(default_factory=list)
    digest: str = ""


class Replay:
    """An `Executor` that has all drafts already: what is left is the driver's own work."""

    capacity = 2
    window = WINDOW

    def __init__(self, drafts: dict[str, Draft]) -> None:
        self._drafts = drafts

    def submit(self, jobs: Sequence[Job], progress: Progress) -> Future[list[Draft]]:
        future: Future[list[Draft]] = Future()
        # What a window and its drafts cost on their way is the driver's work too.
        pickle.loads(pickle.dumps(list(jobs), 5))
        drafts = [self._drafts[job.source.text] for job in jobs]
        future.set_result(drafts)
        return future

    def close(self) -> None:
        """Nothing to stop."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--segments", type=int, default=300, help="sentences in all (default 300)")
    parser.add_argument("--repeat", type=int, default=3, help="turns, of which the best counts (default 3)")
    options = parser.parse_args()
    os.environ["SOURCE_DATE_EPOCH"] = "1700000000"
    # Windows of one size everywhere, so that they are not what is measured.
    sys.modules["translate.batch.run"].WINDOW = WINDOW  # type: ignore[attr-defined]
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), options.segments, options.repeat)


def measure(folder: Path, segments: int, repeat: int) -> None:
    found = articles(folder / "news", segments)
    words = sum(len(each.path.read_text(encoding="utf-8").split()) for each in found)
    print(f"{segments} segments, {words} words, {len(found)} articles; best of {repeat}\n")
    ways = [
        Way("one process", lambda: None),
        Way("Ray, 1 worker of 2 threads", lambda: RayExecutor.connect(pipeline(), workers=1, threads=2)),
        Way("Ray, 1 worker", lambda: RayExecutor.connect(pipeline(), workers=1)),
        Way("Ray, 2 workers", lambda: RayExecutor.connect(pipeline(), workers=2)),
    ]
    for turn in range(repeat):
        for number, way in enumerate(ways):
            one_turn(way, found, folder / f"{number}-{turn}")
    killed = Way("Ray, 2 workers, one killed", lambda: RayExecutor.connect(pipeline(), workers=2))
    one_turn(killed, found, folder / "killed", kill=True)
    own = driver(found, folder / "driver")
    ways.append(killed)
    table(ways, segments, len(found))
    print(f"\nthe driver's own work: {own / segments * 1000:.2f} ms a segment ({len(found)} articles)")


def articles(folder: Path, segments: int) -> list[Found]:
    folder.mkdir()
    lines = FLORES.read_text(encoding="utf-8").splitlines()[:segments]
    for start in range(0, len(lines), _SENTENCES):
        text = "\n\n".join(lines[start : start + _SENTENCES])
        (folder / f"{start:06}.txt").write_text(text + "\n", encoding="utf-8")
    return find([folder])


def pipeline() -> Pipeline:
    """Return stages with a new engine, which remembers no drafts."""
    default = default_path("en", "uk")
    glossary = Glossary.load([default] if default else [], "en", "uk")
    return Pipeline(engine_for("en", "uk", options=EngineOptions()), glossary, Settings())


def one_turn(way: Way, found: Sequence[Found], out: Path, *, kill: bool = False) -> None:
    stages = pipeline()
    start = time.perf_counter()
    executor = way.executor()
    started = time.perf_counter()
    events = batch.Events(drafted=Killer()) if kill else batch.Events()
    results = batch.run(found, stages, out, executor=executor, events=events)
    way.seconds.append(time.perf_counter() - started)
    way.starts.append(started - start)
    if executor is not None:
        executor.close()
    failed = [str(result.error) for result in results if result.error]
    digest = hashlib.sha256(b"".join(result.output.read_bytes() for result in results)).hexdigest()[:12]
    way.digest = "; ".join(failed[:1]) or digest
    print(f"  {way.name}: {way.seconds[-1]:.1f} s, {way.digest}", file=sys.stderr)


class Killer:
    """Kills a worker at the first sign of progress."""

    def __init__(self) -> None:
        self._done = False

    def __call__(self, _segments: int) -> None:
        """Kill it with SIGKILL, once."""
        from tests.batch.test_cluster import worker_processes

        if not self._done:
            self._done = True
            os.kill(worker_processes()[0], signal.SIGKILL)


def driver(found: Sequence[Found], out: Path) -> float:
    """Return the seconds that everything but drafting takes: reading, protection, checks, writing."""
    stages = pipeline()
    drafts: dict[str, Draft] = {}
    for each in found:
        jobs = list(stages.jobs(stages.prepare(read(each.path, None), each.relative.as_posix())).values())
        for job, draft in zip(jobs, stages.drafter.draft(jobs), strict=True):
            drafts[job.source.text] = draft
    seconds: list[float] = []
    for turn in range(3):
        fresh = pipeline()
        start = time.perf_counter()
        batch.run(found, fresh, out / str(turn), executor=Recoded(drafts))
        seconds.append(time.perf_counter() - start)
    return min(seconds)


class Recoded(Replay):
    """Drafts of equal jobs: their spans are those of the jobs at hand, as when they come from a worker."""

    def submit(self, jobs: Sequence[Job], progress: Progress) -> Future[list[Draft]]:
        future: Future[list[Draft]] = Future()
        future.set_result([])
        return future


def table(ways: Sequence[Way], segments: int, count: int) -> None:
    alone = min(ways[0].seconds)
    print("| | seconds | segments/s | of one process | ms more an article | start, s | same bytes |")
    print("|---|---|---|---|---|---|---|")
    for way in ways:
        best = min(way.seconds)
        more = (best - alone) / count * 1000
        same = "yes" if way.digest == ways[0].digest else f"NO ({way.digest})"
        print(
            f"| {way.name} | {best:.1f} | {segments / best:.1f} | {alone / best:.2f}× | {more:+.0f} "
            f"| {min(way.starts):.1f} | {same} |"
        )


if __name__ == "__main__":
    main()
