"""Where segments are drafted: in threads of this process, or wherever another executor takes them."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from threading import Event
from typing import Protocol

from translate.drafting import Draft, Drafter, Job
from translate.protection import Progress

WINDOW = 256
"""Segments of a window: enough to fill the engine's batches, few enough to bound the memory."""
_AT_ONCE = 2
"""While one window of segments is judged, the model drafts the other."""


class Executor(Protocol):
    """Drafts windows of segments, several at a time; what it gives does not depend on where or when."""

    @property
    def capacity(self) -> int:
        """How many windows it works on at a time."""

    @property
    def window(self) -> int:
        """How many segments a window should have."""

    def submit(self, jobs: Sequence[Job], progress: Progress) -> Future[list[Draft]]:
        """Draft segments; the future has one draft a job, or raises ModelError.

        `progress` gets the number of segments drafted since it was last called, from any thread.
        """

    def close(self) -> None:
        """Stop as soon as possible; what has not begun never will."""


class LocalExecutor:
    """Drafts in threads of this process: the engine releases the interpreter while the model computes."""

    def __init__(self, drafter: Drafter) -> None:
        self._drafter = drafter
        self._closed = Event()
        self._threads = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="draft")

    @property
    def capacity(self) -> int:
        """Two windows: one is with the model while the other is judged."""
        return _AT_ONCE

    @property
    def window(self) -> int:
        """As many as fill the engine's batches."""
        return WINDOW

    def submit(self, jobs: Sequence[Job], progress: Progress) -> Future[list[Draft]]:
        """Draft segments in a thread."""
        return self._threads.submit(self._draft, jobs, progress)

    def close(self) -> None:
        """Drop what waits, and what is being drafted at the next sign of progress."""
        self._closed.set()
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _draft(self, jobs: Sequence[Job], progress: Progress) -> list[Draft]:
        def told(segments: int) -> None:
            if self._closed.is_set():
                raise CancelledError
            progress(segments)

        return self._drafter.draft(jobs, told)
