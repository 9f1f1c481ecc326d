"""The batch: time per segment and memory from 1 to 10,000 articles, second runs, what the model waits for.

    uv run python -m benchmarks.batch scale flores-dev.en --articles 1 10 100 1000
    uv run python -m benchmarks.batch scale flores-dev.en --articles 10000 --stub 35
    uv run python -m benchmarks.batch share flores-dev.en
    uv run python -m benchmarks.batch again flores-dev.en --articles 10000 --stub 1e9

Articles are made of halves of two sentences each, so that (nearly) no segment comes twice; they are always
the same. Every measurement runs in a process of its own. `--stub` replaces the model by one that makes up
targets and takes as long as a model of so many segments a second would, without using a processor.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from translate.articles import find
from translate.batch import run
from translate.engine import Engine, Hypothesis, engine_for
from translate.glossary import Glossary, Term
from translate.pipeline import Pipeline
from translate.preparation import Settings

SENTENCES = 4
"""Sentences of an article."""
_GLOSSARY = Path(__file__).resolve().parents[1] / "glossaries" / "en-uk.tsv"
_LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "абцдефгхийклмнопкрстувшкси")


def make_articles(folder: Path, sentences: Sequence[str], count: int) -> None:
    """Write `count` articles of four new sentences each, ten to a folder."""
    chance = random.Random(20261122)
    for number in range(count):
        lines = [_recombined(chance, sentences) for _ in range(SENTENCES)]
        path = folder / f"{number // 1000:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")


def _recombined(chance: random.Random, sentences: Sequence[str]) -> str:
    first, second = (chance.choice(sentences).split() for _ in range(2))
    return " ".join([*first[: len(first) // 2], *second[len(second) // 2 :]])


class StubEngine:
    """Drafts by changing letters, at the speed of a model: for batches that would take hours."""

    annotation = ("｟", "￨", "｠")
    signature = "stub"

    def __init__(self, segments_a_second: float) -> None:
        self._seconds = 1 / segments_a_second

    def draft(
        self,
        texts: Sequence[str],
        *,
        hypotheses: int = 1,  # noqa: ARG002
        part_tokens: int | None = None,
        avoid: Sequence[Sequence[str]] | None = None,
        progress: Callable[[int], None] | None = None,
    ) -> list[list[Hypothesis]]:
        """Make up a target for each text; only first drafts take time, that of all drafts of a segment."""
        if part_tokens is None and avoid is None:
            time.sleep(self._seconds * len(texts))
        if progress:
            progress(len(texts))
        return [[Hypothesis(self._target(text), -0.5)] for text in texts]

    def _target(self, text: str) -> str:
        words = []
        for word in text.replace("｟", " ｟").replace("｠", "｠ ").split():
            inside = word.partition("￨")[2].partition("｠")[0]
            words.append(inside or word.lower().translate(_LETTERS))
        return " ".join(words)


@dataclass(slots=True)
class Timed:
    """An engine that notes when it is at work, and what it is asked."""

    inner: Engine
    calls: list[tuple[list[str], dict[str, Any]]] = field(default_factory=list)
    busy: float = 0.0
    asked: int = 0
    _running: int = 0
    _since: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def annotation(self) -> tuple[str, str, str] | None:
        """Those of the engine inside."""
        return self.inner.annotation

    @property
    def signature(self) -> str:
        """That of the engine inside."""
        return self.inner.signature

    def draft(self, texts: Sequence[str], **options: Any) -> list[list[Hypothesis]]:
        """Draft with the engine inside."""
        with self._at_work():
            self.calls.append((list(texts), {k: v for k, v in options.items() if k != "progress"}))
            if not options.get("part_tokens") and not options.get("avoid"):
                self.asked += len(texts)
            return self.inner.draft(texts, **options)

    @contextmanager
    def _at_work(self) -> Any:
        with self._lock:
            if not self._running:
                self._since = time.perf_counter()
            self._running += 1
        try:
            yield
        finally:
            with self._lock:
                self._running -= 1
                if not self._running:
                    self.busy += time.perf_counter() - self._since


def drafted(folder: Path, out: Path, engine: Engine, extra: Sequence[Term] = ()) -> dict[str, float]:
    """Draft all articles below `folder`; figures of the run."""
    timed = Timed(engine)
    own = Glossary.load([_GLOSSARY], "en", "uk")
    glossary = Glossary([*extra, *own.terms])
    pipeline = Pipeline(timed, glossary, Settings("en", "uk"))
    start = time.perf_counter()
    results = run(find([folder]), pipeline, out)
    seconds = time.perf_counter() - start
    failed = [str(result.error) for result in results if result.error]
    if failed:
        raise SystemExit(failed[0])
    return {
        "articles": len(results),
        "drafted": sum(result.status == "drafted" for result in results),
        "segments": sum(result.segments for result in results),
        "seconds": seconds,
        "busy": timed.busy,
        "asked": timed.asked,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def apart(*arguments: str) -> dict[str, float]:
    """Run this module in a process of its own; the figures that it prints."""
    command = [sys.executable, "-m", "benchmarks.batch", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def scale(source: Path, counts: Sequence[int], stub: float | None) -> None:
    """Print time per segment and peak memory for batches of several sizes."""
    print(
        "| articles | segments | seconds | ms a segment | model idle | peak, MB |\n|---|---|---|---|---|---|"
    )
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            make_articles(Path(folder) / "in", sentences(source), count)
            own = apart("one", folder, *(["--stub", str(stub)] if stub else []))
        print(
            f"| {count:,} | {own['segments']:,.0f} | {own['seconds']:,.1f} "
            f"| {1000 * own['seconds'] / own['segments']:.1f} | {1 - own['busy'] / own['seconds']:.1%} "
            f"| {own['megabytes']:.0f} |",
            flush=True,
        )


def again(source: Path, count: int, stub: float) -> None:
    """Print what a second run costs, and one after a row has been added to the glossary."""
    with tempfile.TemporaryDirectory() as folder:
        make_articles(Path(folder) / "in", sentences(source), count)
        print("| run | seconds | articles written | segments drafted | peak, MB |\n|---|---|---|---|---|")
        for name, *more in (
            ("first",),
            ("second",),
            ("a row added", "--row", "bridge\tміст"),
            ("again", "--row", "bridge\tміст"),
        ):
            own = apart("one", folder, "--stub", str(stub), *more)
            print(
                f"| {name} | {own['seconds']:.1f} | {own['drafted']:,.0f} | {own['asked']:,.0f} "
                f"| {own['megabytes']:.0f} |",
                flush=True,
            )


def share(source: Path, count: int, repeat: int) -> None:
    """Print how much longer a run takes than its model's work alone, done in the same two threads."""
    whole, alone, idle = [], [], []
    for _ in range(repeat):
        with tempfile.TemporaryDirectory() as folder:
            make_articles(Path(folder) / "in", sentences(source), count)
            timed = Timed(engine_for("en", "uk"))
            pipeline = Pipeline(timed, Glossary.load([_GLOSSARY], "en", "uk"), Settings("en", "uk"))
            start = time.perf_counter()
            run(find([Path(folder) / "in"]), pipeline, Path(folder) / "out")
            whole.append(time.perf_counter() - start)
            idle.append(1 - timed.busy / whole[-1])
        alone.append(_replayed(timed.calls))
    best, model = min(whole), min(alone)
    print(f"run {best:.1f} s, its model's work alone {model:.1f} s: everything else {1 - model / best:.1%}")
    print(f"model idle {min(idle):.1%} of the run")


def _replayed(calls: Sequence[tuple[list[str], dict[str, Any]]]) -> float:
    """Return the seconds that a fresh engine takes for these calls, two at a time as in a run."""
    engine = engine_for("en", "uk")

    def call(texts: list[str], options: dict[str, Any]) -> None:
        engine.draft(texts, **options)

    start = time.perf_counter()
    with ThreadPoolExecutor(2) as threads:
        for done in [threads.submit(call, *each) for each in calls]:
            done.result()
    return time.perf_counter() - start


def sentences(source: Path) -> list[str]:
    """Return the lines of a file."""
    return source.read_text(encoding="utf-8").splitlines()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("what", choices=["scale", "again", "share", "one"])
    parser.add_argument("source", type=Path, help="a file with a sentence a line (`one`: the folder)")
    parser.add_argument("--articles", type=int, nargs="+", default=[100])
    parser.add_argument("--stub", type=float, metavar="SEGMENTS/S", help="do without the model")
    parser.add_argument("--row", help="a row for the glossary: source, tab, target")
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    if options.what == "one":
        engine = StubEngine(options.stub) if options.stub else engine_for("en", "uk")
        extra = [Term(*options.row.split("\t"))] if options.row else []
        print(json.dumps(drafted(options.source / "in", options.source / "out", engine, extra)))
    elif options.what == "scale":
        scale(options.source, options.articles, options.stub)
    elif options.what == "again":
        again(options.source, options.articles[0], options.stub or 1e9)
    else:
        share(options.source, options.articles[0], options.repeat)


if __name__ == "__main__":
    main()
