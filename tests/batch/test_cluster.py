"""A cluster: the same bytes as in one process, whoever drafts and whoever dies."""

from __future__ import annotations

import builtins
import importlib.util
import os
import shutil
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path
from threading import Event, Lock
from typing import Any

import pytest

from tests.dictionary_engine import DictionaryEngine
from translate import batch
from translate.articles import find
from translate.batch.cluster import LostWorkerError, Post, RayExecutor
from translate.batch.worker import Outfit, Worker, packed, received, software
from translate.drafting import Draft, Job
from translate.engine import EngineOptions, Hypothesis, PivotEngine, engine_for
from translate.errors import ModelError, TranslateError, UsageError
from translate.glossary import Glossary
from translate.pipeline import Pipeline
from translate.preparation import Settings

ROOT = Path(__file__).resolve().parents[2]

needs_ray = pytest.mark.skipif(
    importlib.util.find_spec("ray") is None, reason="Ray, the extra [cluster], is not installed"
)


class Workers:
    """Posts in threads of this process: workers of the real kind, of which any may be said to be lost."""

    def __init__(self, engine: DictionaryEngine, posts: int) -> None:
        self.outfit = Outfit(packed(engine, 1), "uk", 4)
        self.posts: Sequence[LocalPost] = [LocalPost(self, number) for number in range(posts)]
        self.lock = Lock()
        self.starts = 0
        self.asked: list[tuple[int, int]] = []
        self.loses: Callable[[int, Sequence[Job]], bool] = lambda _number, _jobs: False
        self.refuses: Callable[[int, int], TranslateError | None] = lambda _number, _starts: None
        self.stopped = Event()

    def stop(self) -> None:
        self.stopped.set()

    def close(self) -> None:
        assert self.stopped.is_set()


class LocalPost:
    def __init__(self, workers: Workers, number: int) -> None:
        self._workers = workers
        self._number = number
        self._worker: Worker | None = None

    def begin(self) -> bool:
        with self._workers.lock:
            if self._worker is not None:
                return False
            self._workers.starts += 1
            if error := self._workers.refuses(self._number, self._workers.starts):
                raise error
            self._worker = Worker(self._workers.outfit)
            self._worker.start()
            return True

    def draft(self, jobs: Sequence[Job]) -> list[Draft]:
        with self._workers.lock:
            worker = self._worker
            self._workers.asked.append((self._number, len(jobs)))
            if worker is None or self._workers.loses(self._number, jobs):
                self._worker = None
                raise LostWorkerError(f"worker {self._number} was lost")
        return received(worker.draft(jobs), jobs)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Twelve articles of a sentence each, all different."""
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.txt").write_text(f"Street {number} is open.\n", encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def one_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


def pipeline(engine: DictionaryEngine | None = None) -> Pipeline:
    return Pipeline(engine or DictionaryEngine(), Glossary([]), Settings())


def bytes_of(results: Sequence[batch.Result]) -> dict[str, bytes]:
    return {result.output.name: result.output.read_bytes() for result in results}


def windows_of(segments: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make windows smaller: of 1 segment, each article of `news` is one."""
    monkeypatch.setattr("translate.batch.cluster.WINDOW", segments)


def drafted(
    folder: Path, out: str, workers: Workers, warned: Callable[[str], None] = lambda _line: None
) -> list[batch.Result]:
    executor = RayExecutor(workers, warned)
    try:
        return batch.run(find([folder]), pipeline(), folder.parent / out, executor=executor)
    finally:
        executor.close()


def test_the_windows_go_round_to_all_workers_and_the_bytes_are_those_of_one_process(
    news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = bytes_of(batch.run(find([news]), pipeline(), news.parent / "alone"))
    windows_of(1, monkeypatch)
    workers = Workers(DictionaryEngine(), 3)
    assert bytes_of(drafted(news, "out", workers)) == alone
    assert sum(segments for _, segments in workers.asked) == 12


def test_capacity_is_two_windows_at_work_and_one_that_waits_for_each_worker() -> None:
    executor = RayExecutor(Workers(DictionaryEngine(), 3))
    assert (executor.workers, executor.capacity, executor.window) == (3, 9, 128)
    executor.close()


def test_progress_is_told_once_a_window_is_drafted(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    windows_of(1, monkeypatch)
    told: list[int] = []
    executor = RayExecutor(Workers(DictionaryEngine(), 2))
    events = batch.Events(drafted=told.append)
    batch.run(find([news]), pipeline(), news.parent / "out", executor=executor, events=events)
    executor.close()
    assert told == [1] * 12


def test_a_window_of_a_lost_worker_is_drafted_by_another(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = bytes_of(batch.run(find([news]), pipeline(), news.parent / "alone"))
    windows_of(1, monkeypatch)
    workers = Workers(DictionaryEngine(), 2)
    workers.loses = lambda _number, _jobs: len(workers.asked) in (2, 5, 6)
    said: list[str] = []
    assert bytes_of(drafted(news, "out", workers, said.append)) == alone
    assert workers.starts > 2
    assert set(said) <= {f"worker {number} was lost; what it had goes to another" for number in (0, 1)}
    assert len(said) >= 3


def test_segments_over_which_workers_die_fail_their_article_and_no_other(
    news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workers = Workers(DictionaryEngine(), 2)
    workers.loses = lambda _number, jobs: any("Street 7 " in job.source.text for job in jobs)
    results = drafted(news, "out", workers)
    assert [result.article.name for result in results if result.status != "drafted"] == ["07.txt"]
    assert str(results[7].error) == (
        f"{news / '07.txt'}: 3 workers were lost over the same 1 segments. "
        "They may have run out of memory: see Ray's logs"
    )


def test_an_error_of_the_engine_is_no_lost_worker(news: Path) -> None:
    class Failing(DictionaryEngine):
        def draft(self, texts: Sequence[str], **options: Any) -> list[list[Hypothesis]]:
            if any("7" in text for text in texts):
                raise ModelError("the model failed")
            return DictionaryEngine.draft(self, texts, **options)

    workers = Workers(Failing(), 2)
    results = drafted(news, "out", workers)
    assert [str(result.error) for result in results if result.error] == [
        f"{news / '07.txt'}: the model failed"
    ]
    assert workers.starts == 2


def test_a_worker_that_cannot_serve_is_an_error_of_the_call() -> None:
    workers = Workers(DictionaryEngine(), 2)
    workers.refuses = lambda number, _starts: ModelError("another model") if number == 1 else None
    with pytest.raises(ModelError, match="another model"):
        RayExecutor(workers)
    assert workers.stopped.is_set()


def test_a_cluster_without_room_is_an_error_of_the_call(monkeypatch: pytest.MonkeyPatch) -> None:
    class Pending(LocalPost):
        def begin(self) -> bool:
            workers.stopped.wait(10)
            raise LostWorkerError("stopped")

    monkeypatch.setattr("translate.batch.cluster._START_SECONDS", 0.05)
    workers = Workers(DictionaryEngine(), 0)
    posts: Sequence[Post] = [Pending(workers, 0)]
    workers.posts = posts  # type: ignore[assignment]
    with pytest.raises(UsageError, match="no worker has started within 0 s"):
        RayExecutor(workers)


def test_it_goes_on_without_a_worker_that_cannot_be_replaced(
    news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows_of(1, monkeypatch)
    workers = Workers(DictionaryEngine(), 2)
    workers.loses = lambda number, _jobs: number == 0
    workers.refuses = lambda _number, starts: ModelError("no more of these") if starts > 2 else None
    said: list[str] = []
    results = drafted(news, "out", workers, said.append)
    assert {result.status for result in results} == {"drafted"}
    assert "no more of these" in said


def test_without_any_worker_left_each_article_fails_and_says_why(
    news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows_of(1, monkeypatch)
    workers = Workers(DictionaryEngine(), 2)
    workers.loses = lambda _number, _jobs: True
    workers.refuses = lambda _number, starts: ModelError("no more of these") if starts > 2 else None
    results = drafted(news, "out", workers)
    assert [str(result.error) for result in results] == [
        f"{result.article}: no more of these" for result in results
    ]


def test_close_is_quick_and_cancels_nothing_that_is_done(news: Path) -> None:
    executor = RayExecutor(Workers(DictionaryEngine(), 1))
    pipe = pipeline()
    jobs = list(pipe.jobs(pipe.prepare(*_article(news / "00.txt"))).values())
    future: Future[list[Draft]] = executor.submit(jobs, lambda _segments: None)
    assert future.result()[0].target.text == "Street 0 is open."
    executor.close()
    assert not any(thread.is_alive() for thread in executor._threads)


def _article(path: Path) -> tuple[Any, str]:
    from translate import articles

    return articles.read(path, None), path.name


def test_a_worker_has_the_engine_of_the_driver_whatever_is_installed_where_it_runs() -> None:
    engine = engine_for("en", "uk", options=EngineOptions(beam=2, threads=2))
    node, signature, versions = Worker(Outfit(packed(engine, 1), "uk", 2)).start()
    assert signature == engine.signature
    assert signature.endswith(" beam=2")
    assert versions == software()
    assert node


def test_a_pivot_travels_as_its_two_engines() -> None:
    first, second = DictionaryEngine(), DictionaryEngine()
    first.signature, second.signature = "first", "second"
    _, signature, _ = Worker(Outfit(packed(PivotEngine(first, second), 1), "uk", 4)).start()
    assert signature == "first > second"


def test_without_ray_one_line_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translate.batch.rayworkers.find_spec", lambda _name: None)
    with pytest.raises(UsageError) as caught:
        RayExecutor.connect(pipeline())
    assert str(caught.value) == (
        "--ray needs Ray, which is not installed. Install it: pip install 'translate-desk[cluster]'"
    )


@pytest.mark.parametrize("numbers", [{"workers": 0}, {"workers": 1025}, {"threads": 0}])
def test_a_number_out_of_its_range_is_an_error_of_the_call(numbers: dict[str, int]) -> None:
    [(name, value)] = numbers.items()
    with pytest.raises(UsageError, match=f"^{name} is {value}"):
        RayExecutor.connect(pipeline(), **numbers)  # type: ignore[arg-type]


def test_nothing_of_the_run_imports_ray_unless_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    imported = builtins.__import__

    def refuse(name: str, *rest: Any) -> Any:
        assert name != "ray"
        return imported(name, *rest)

    monkeypatch.setattr(builtins, "__import__", refuse)
    RayExecutor(Workers(DictionaryEngine(), 1)).close()


# With Ray itself: processes, sockets, SIGKILL.


@pytest.fixture(scope="module")
def ray_pipeline() -> Pipeline:
    return Pipeline(
        engine_for("en", "uk"), Glossary.load([ROOT / "glossaries" / "en-uk.tsv"], "en", "uk"), Settings()
    )


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory, ray_pipeline: Pipeline) -> tuple[Path, dict[str, bytes]]:
    """A sample article in pieces of four paragraphs, and their documents as one process makes them."""
    folder = tmp_path_factory.mktemp("seeds")
    paragraphs = (ROOT / "seeds" / "border-brief.txt").read_text(encoding="utf-8").split("\n\n")
    for start in range(0, len(paragraphs), 4):
        text = "\n\n".join(paragraphs[start : start + 4])
        (folder / f"{start:02}.txt").write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        results = batch.run(find([folder]), ray_pipeline, folder.parent / "alone")
    return folder, bytes_of(results)


@pytest.fixture
def executors(socket_enabled: None) -> Iterator[list[RayExecutor]]:
    made: list[RayExecutor] = []
    yield made
    for each in made:
        each.close()


@needs_ray
@pytest.mark.slow
@pytest.mark.enable_socket
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("workers", [1, 2])
def test_a_local_ray_writes_the_bytes_of_one_process(
    workers: int,
    seeds: tuple[Path, dict[str, bytes]],
    ray_pipeline: Pipeline,
    executors: list[RayExecutor],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder, alone = seeds
    windows_of(1, monkeypatch)
    executors.append(RayExecutor.connect(ray_pipeline, workers=workers))
    assert executors[0].workers == workers
    results = batch.run(find([folder]), ray_pipeline, beside(folder, tmp_path), executor=executors[0])
    assert bytes_of(results) == alone


@needs_ray
@pytest.mark.slow
@pytest.mark.enable_socket
@pytest.mark.filterwarnings("ignore")
def test_a_killed_worker_loses_nothing(
    seeds: tuple[Path, dict[str, bytes]],
    ray_pipeline: Pipeline,
    executors: list[RayExecutor],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    folder, alone = seeds
    windows_of(1, monkeypatch)
    said: list[str] = []
    executors.append(RayExecutor.connect(ray_pipeline, workers=2, warned=said.append))
    killed: list[int] = []

    def kill(_segments: int) -> None:
        if not killed:
            killed.append(worker_processes()[0])
            os.kill(killed[0], signal.SIGKILL)

    results = batch.run(
        find([folder]),
        ray_pipeline,
        beside(folder, tmp_path),
        executor=executors[0],
        events=batch.Events(drafted=kill),
    )
    assert bytes_of(results) == alone
    assert capfd.readouterr() == ("", "")
    assert any(line.endswith("was lost; what it had goes to another") for line in said)


@needs_ray
@pytest.mark.enable_socket
@pytest.mark.filterwarnings("ignore")
def test_a_node_with_another_model_is_named(
    ray_pipeline: Pipeline, executors: list[RayExecutor], tmp_path: Path
) -> None:
    package = tmp_path / "en_uk"
    shutil.copytree(ROOT / "translate" / "models" / "en_uk", package)
    other = Pipeline(engine_for("en", "uk", package), ray_pipeline.glossary, Settings())
    (package / "README.md").write_text("not the package that was loaded", encoding="utf-8")
    with pytest.raises(ModelError, match=r"^the node \S+ drafts with another model: argos en_uk ") as caught:
        executors.append(RayExecutor.connect(other, workers=1))
    assert other.engine.signature in str(caught.value)


@needs_ray
@pytest.mark.enable_socket
@pytest.mark.parametrize(
    ("address", "line"),
    [
        ("127.0.0.1:9", "no cluster answers at 127.0.0.1:9 (Connection refused). Start it there with: "),
        ("ray://head:10001", "'ray://head:10001' is no address of a cluster. Give HOST or HOST:PORT"),
        ("head:70000", "'head:70000' is no address of a cluster. Give HOST or HOST:PORT"),
    ],
)
def test_an_address_where_no_cluster_answers_is_said_at_once(
    address: str, line: str, socket_enabled: None
) -> None:
    with pytest.raises(UsageError) as caught:
        RayExecutor.connect(pipeline(), address)
    assert str(caught.value).startswith(line)


def beside(folder: Path, own: Path) -> Path:
    """Return a folder of this test's that is as far from the articles as the others': documents say so."""
    return folder.parent / own.name


def worker_processes() -> list[int]:
    """Return the processes of the workers that this process's own Ray has started."""
    parents: dict[int, int] = {}
    workers = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                command = (folder / "cmdline").read_bytes()
                # proc(5): the parent is the second field behind the name, which stands in brackets.
                parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
            if command.startswith(b"ray::Worker"):
                workers.append(int(folder.name))
    return sorted(pid for pid in workers if parents.get(parents[pid]) == os.getpid())
