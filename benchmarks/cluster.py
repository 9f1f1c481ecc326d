"""A local Ray with one and two workers against one process: time, what each article costs, a killed worker.

The articles are sentences of FLORES-200 dev, ten to an article. Every way writes into its own folder with
the date fixed, and the documents are compared byte by byte. The ways take turns; the best of each counts.

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
from typing import TypeVar

from translate import batch
from translate.articles import Found, find, read
from translate.batch.cluster import WINDOW, RayExecutor
from translate.batch.worker import received
from translate.drafting import Draft, Job
from translate.engine import EngineOptions, engine_for
from translate.glossary import Glossary, default_path
from translate.journal import encode
from translate.pipeline import Pipeline
from translate.preparation import Settings
from translate.protection import Progress

FLORES = Path(__file__).resolve().parents[2] / "shared" / "eval" / "flores-dev.en"
_SENTENCES = 10
T = TypeVar("T")


@dataclass(slots=True)
class Way:
    """One way of drafting all articles: seconds of each turn, and what was written."""

    name: str
    executor: Callable[[], batch.Executor | None]
    seconds: list[float] = field(default_factory=list)
    starts: list[float] = field(default_factory=list)
    digest: str = ""


class Replay:
    """An `Executor` that has all drafts already, as workers send them: what is left is the driver's work."""

    capacity = 2
    window = WINDOW

    def __init__(self, drafts: dict[str, bytes]) -> None:
        """`drafts` are encoded, by the text of their segment."""
        self._drafts = drafts

    def submit(self, jobs: Sequence[Job], progress: Progress) -> Future[list[Draft]]:
        """Pack the jobs as for a worker, and take its drafts."""
        pickle.dumps(list(jobs), pickle.HIGHEST_PROTOCOL)
        future: Future[list[Draft]] = Future()
        future.set_result(received([self._drafts[job.source.text] for job in jobs], jobs))
        progress(len(jobs))
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
    sys.modules["translate.batch.executor"].WINDOW = WINDOW  # type: ignore[attr-defined]
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
    drafting, rest = shares(found, folder / "driver")
    ways.append(killed)
    table(ways, segments, len(found))
    print(f"\nprocessor time: {drafting / segments * 1000:.1f} ms a segment to draft on one thread,", end=" ")
    print(f"{rest / segments * 1000:.2f} ms for all the rest, which is the driver's")
    print(f"so a driver feeds {drafting / rest:.0f} workers, and a worker drafts", end=" ")
    print(f"{words / drafting:.0f} words a second of processor time")


def articles(folder: Path, segments: int) -> list[Found]:
    folder.mkdir()
    lines = FLORES.read_text(encoding="utf-8").splitlines()[:segments]
    for start in range(0, len(lines), _SENTENCES):
        text = "\n\n".join(lines[start : start + _SENTENCES])
        (folder / f"{start:06}.txt").write_text(text + "\n", encoding="utf-8")
    return find([folder])


def pipeline(options: EngineOptions | None = None) -> Pipeline:
    """Return stages with a new engine, which remembers no drafts."""
    default = default_path("en", "uk")
    glossary = Glossary.load([default] if default else [], "en", "uk")
    return Pipeline(engine_for("en", "uk", options=options), glossary, Settings())


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


def shares(found: Sequence[Found], out: Path) -> tuple[float, float]:
    """Return the processor seconds of drafting on one thread, and of all the rest, which is the driver's.

    Processor seconds, unlike those on the wall, hardly depend on what else the machine does.
    """
    stages = pipeline(EngineOptions(threads=1))

    def prepared() -> list[Job]:
        return [
            job
            for each in found
            for job in stages.jobs(stages.prepare(read(each.path, None), each.relative.as_posix())).values()
        ]

    preparing, jobs = timed(prepared)
    windows = [jobs[at : at + WINDOW] for at in range(0, len(jobs), WINDOW)]
    drafting, made = timed(lambda: [own for window in windows for own in stages.drafter.draft(window)])
    replay = Replay({job.source.text: encode(own, job) for job, own in zip(jobs, made, strict=True)})
    # Names and figures that were met before are found faster: the first time counts.
    again, _ = timed(prepared)
    rest, _ = timed(lambda: batch.run(found, stages, out, executor=replay))
    return drafting, preparing + rest - again


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Return processor seconds and what came of them."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


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
