"""The cluster: windows of segments are drafted by workers on other machines, each with a model of its own.

A window goes to whichever worker is free, and to another when that one dies. How workers are started and
reached is `rayworkers`'s affair.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from copy import copy
from dataclasses import dataclass, field
from queue import SimpleQueue
from threading import Condition, Thread
from typing import Protocol

from translate.drafting import Draft, Job
from translate.errors import ModelError, TranslateError, UsageError
from translate.pipeline import Pipeline
from translate.protection import Progress

WINDOW = 128
"""Segments of a window: some seconds of one processor's work, which is what a lost worker costs."""

AT_ONCE = 2
"""Windows of one worker: while one is judged, the model drafts the other."""
_WAITING = 1
"""Windows that wait for each worker here, so that a slow one ahead of them in order leaves nobody idle."""
_ATTEMPTS = 3
"""Workers that may be lost over one window."""
_START_SECONDS = 120.0
"""How long workers may take to start; later it goes on with those that have."""
_CLOSE_SECONDS = 5.0


class LostWorkerError(Exception):
    """A worker died, or its machine did, or the way to it: another can draft what it had."""


class Post(Protocol):
    """A place that a worker fills, and its successor when it is lost. Called from several threads."""

    def begin(self) -> bool:
        """See that a worker is there; True when it is a new one.

        Raises LostWorkerError when it died while it started, TranslateError when none ever will.
        """

    def draft(self, jobs: Sequence[Job]) -> list[Draft]:
        """Draft segments; one draft a job. Raises LostWorkerError, or what the engine raises there."""


class Pool(Protocol):
    """Where workers come from."""

    @property
    def posts(self) -> Sequence[Post]:
        """The places for workers, none of which has begun."""

    def stop(self) -> None:
        """Stop all workers: whoever waits for one gets LostWorkerError."""

    def close(self) -> None:
        """Let go of the rest."""


@dataclass(slots=True)
class _Task:
    """A window on its way; `lost` counts the workers that died over it."""

    jobs: Sequence[Job]
    progress: Progress
    future: Future[list[Draft]] = field(default_factory=Future)
    lost: int = 0


class RayExecutor:
    """An `Executor` whose workers are a pool's, as a rule on a Ray cluster."""

    def __init__(self, pool: Pool, warned: Callable[[str], None] = lambda _line: None) -> None:
        """Start the workers of a pool, which is closed with the executor; see `connect`.

        Returns when all have started. Raises UsageError when none has in time, TranslateError when one
        cannot serve.
        """
        self._pool = pool
        self._warned = warned
        self._tasks: SimpleQueue[_Task | None] = SimpleQueue()
        self._changed = Condition()
        self._closed = False
        self._is_running = False
        self._error: TranslateError | None = None
        self._serving = set(range(len(pool.posts)))
        self._started: set[int] = set()
        self._threads = [
            Thread(target=self._serve, args=(number,), name=f"worker-{number}", daemon=True)
            for number in self._serving
            for _ in range(AT_ONCE)
        ]
        for thread in self._threads:
            thread.start()
        try:
            self._wait_for_start()
        except BaseException:
            self.close()
            raise

    @classmethod
    def connect(
        cls,
        pipeline: Pipeline,
        address: str | None = None,
        *,
        workers: int | None = None,
        threads: int = 1,
        warned: Callable[[str], None] = lambda _line: None,
    ) -> RayExecutor:
        """Return an executor whose workers draft as `pipeline` does; `close` it in the end.

        `address` is the cluster's, `HOST` or `HOST:PORT`, and this machine must be a node of it; None starts
        a Ray on this machine, which `close` stops. There are `workers` of `threads` processors each, as many
        as the cluster has free processors for if None. The model is sent to them. `warned` gets a line for
        each worker that is lost or cannot start, from any thread.

        Raises UsageError when Ray is not installed, the address is none, nobody answers there, or a node has
        another version of the software; ModelError when a node's engine is not the pipeline's.
        """
        from translate.batch.rayworkers import RayPool

        return cls(RayPool.open(pipeline, address, workers, threads), warned)

    @property
    def capacity(self) -> int:
        """For each worker two windows at work and one that waits."""
        return len(self._pool.posts) * (AT_ONCE + _WAITING)

    @property
    def window(self) -> int:
        """How many segments a window should have."""
        return WINDOW

    @property
    def workers(self) -> int:
        """How many workers there are; one that is lost is replaced."""
        return len(self._pool.posts)

    def submit(self, jobs: Sequence[Job], progress: Progress) -> Future[list[Draft]]:
        """Draft segments on whichever worker is free; `progress` is called once, when all are drafted.

        The future raises ModelError, also when several workers were lost over these segments, or all that
        there were.
        """
        task = _Task(jobs, progress)
        with self._changed:
            if self._error is None:
                self._tasks.put(task)
            else:
                task.future.set_exception(copy(self._error))  # who reports it adds the article
        return task.future

    def close(self) -> None:
        """Stop the workers at once, and a Ray that was started for them."""
        self._closed = True
        for _ in self._threads:
            self._tasks.put(None)
        self._pool.stop()
        for thread in self._threads:
            thread.join(timeout=_CLOSE_SECONDS)
        self._pool.close()

    def _wait_for_start(self) -> None:
        with self._changed:
            self._changed.wait_for(
                lambda: self._error is not None or self._started == self._serving, _START_SECONDS
            )
            if self._error is not None:
                raise self._error
            if not self._started:
                raise UsageError(
                    f"no worker has started within {_START_SECONDS:.0f} s",
                    hint="See `ray status`: other work may hold the cluster's processors",
                )
            self._is_running = True

    def _serve(self, number: int) -> None:
        """Draft what waits on one worker and its successors, until nothing more will come."""
        post = self._pool.posts[number]
        while not self._closed:
            try:
                if post.begin():
                    with self._changed:
                        self._started.add(number)
                        self._changed.notify_all()
            except LostWorkerError as lost:
                self._say(f"{lost}; another is started")
                continue
            except TranslateError as error:
                self._give_up(number, error)
                return
            task = self._tasks.get()
            if task is None:
                return
            self._draft(post, task)

    def _draft(self, post: Post, task: _Task) -> None:
        """Draft a window, or put it back when the worker is lost."""
        try:
            drafts = post.draft(task.jobs)
        except LostWorkerError as lost:
            self._say(f"{lost}; what it had goes to another")
            self._put_back(task)
        except Exception as error:
            task.future.set_exception(error)
        else:
            task.progress(len(task.jobs))
            task.future.set_result(drafts)

    def _put_back(self, task: _Task) -> None:
        task.lost += 1
        if self._closed:
            task.future.cancel()
        elif task.lost < _ATTEMPTS:
            self._tasks.put(task)
        else:
            message = f"{task.lost} workers were lost over the same {len(task.jobs)} segments"
            hint = "They may have run out of memory: see Ray's logs"
            task.future.set_exception(ModelError(message, hint=hint))

    def _give_up(self, number: int, error: TranslateError) -> None:
        """Go on without a worker; without the last one, all that waits fails.

        Before the first window has gone out, one that cannot serve is an error of the call.
        """
        with self._changed:
            is_news = number in self._serving
            self._serving.discard(number)
            if not self._serving or not self._is_running:
                self._error = self._error or error
            self._changed.notify_all()
        if self._closed:
            return
        if is_news and self._is_running:
            self._say(str(error))
        while not self._serving and not self._tasks.empty():
            task = self._tasks.get()
            if task is not None:
                task.future.set_exception(copy(error))

    def _say(self, line: str) -> None:
        if not self._closed:
            self._warned(line)
