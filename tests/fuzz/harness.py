"""One input and one reader under watch: what must not happen, and the smallest input that makes it happen."""

from __future__ import annotations

import hashlib
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

from tests.fuzz.targets import TARGETS, BadComplaintError, check_complaint
from translate.errors import TranslateError

LONGEST = 1 << 16
"""Bytes of an input."""
SECONDS = 10
"""How long a reader may take for an input before that is a hang."""
MEMORY = 3 << 30
"""Bytes of addresses that the drivers may use, the libraries themselves (1 GB) included."""
SLOW = 1.0
"""Seconds for an input that are no failure, but worth a look: the slowest such one is saved too."""

_ROOMY = Path("/dev/shm")  # where it is there, no disk is worn out


class Hang(BaseException):
    """The time of an input is over; no reader's `except Exception` may catch it."""


@dataclass(slots=True)
class Tally:
    """What became of the inputs of a reader; `failures` has the smallest input for each kind of failure.

    Seconds are those of the processor: a busy machine makes no input slow.
    """

    reader: str
    inputs: int = 0
    refused: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    slowest_input: bytes = b""
    failures: dict[str, bytes] = field(default_factory=dict)

    def count(self, data: bytes) -> None:
        """Give an input to the reader and note how that ends."""
        started = time.process_time()
        failure, refused = outcome(self.reader, data)
        took = time.process_time() - started
        self.inputs += 1
        self.refused += refused
        self.seconds += took
        if took > self.slowest:
            self.slowest, self.slowest_input = took, data
        if failure and len(data) < len(self.failures.get(failure, data + b"+")):
            self.failures[failure] = data

    def row(self) -> str:
        """Return the line of the reader in a Markdown table."""
        return (
            f"| {self.reader} | {self.inputs:,} | {self.inputs - self.refused:,} | {self.seconds:.0f} "
            f"| {self.slowest * 1000:.0f} ms | {len(self.failures)} |"
        )

    def save(self, folder: Path) -> Iterator[str]:
        """Write the smallest inputs that fail, and the slowest, into `folder`; yield a line about each."""
        (folder / self.reader).mkdir(parents=True, exist_ok=True)
        if self.slowest > SLOW:
            path = folder / self.reader / "slowest"
            path.write_bytes(self.slowest_input)
            yield f"{path} ({len(self.slowest_input)} bytes): {self.slowest:.1f} s"
        for failure, data in self.failures.items():
            small = minimised(data, partial(self._fails_as, failure))
            path = folder / self.reader / f"found-{hashlib.sha256(failure.encode()).hexdigest()[:8]}"
            path.write_bytes(small)
            yield f"{path} ({len(small)} bytes): {failure}"

    def _fails_as(self, failure: str, data: bytes) -> bool:
        return outcome(self.reader, data)[0] == failure


HEAD = "| Reader | Inputs | Read | Seconds | Slowest | Failures |\n|---|---:|---:|---:|---:|---:|"


def attempt(reader: str, data: bytes) -> bool:
    """Give an input to a reader; return whether it was refused with a TranslateError.

    Any other exception comes out, and Hang when it takes more than SECONDS.
    """
    folder = Path(tempfile.mkdtemp(prefix="fuzz-", dir=_ROOMY if _ROOMY.is_dir() else None))
    try:
        with _watched():
            TARGETS[reader](data, folder)
    except TranslateError as error:
        check_complaint(error)
        return True
    finally:
        shutil.rmtree(folder)
    return False


def outcome(reader: str, data: bytes) -> tuple[str, bool]:
    """Return the kind of failure (what and where, "" for none), and whether the input was refused."""
    try:
        return "", attempt(reader, data)
    except (Exception, Hang) as error:
        return f"{_where(error)}: {error}" if isinstance(error, AssertionError) else _where(error), False


def _where(error: BaseException) -> str:
    """Return the kind of an error and the last function of ours that it went through."""
    if isinstance(error, BadComplaintError) and error.__cause__ is not None:
        error = error.__cause__
    frames = [each for each in traceback.extract_tb(error.__traceback__) if each.name != _ring.__name__]
    ours = [each for each in frames if "/translate/" in each.filename] or frames
    return f"{type(error).__name__} in {Path(ours[-1].filename).name}:{ours[-1].name}"


def minimised(data: bytes, fails: Callable[[bytes], bool], tries: int = 3_000) -> bytes:
    """Return `data` without what can be left out while it still `fails`."""
    size = len(data) // 2
    while size and tries > 0:
        start = 0
        while start < len(data) and tries > 0:
            shorter = data[:start] + data[start + size :]
            tries -= 1
            if fails(shorter):
                data = shorter
            else:
                start += size
        size //= 2
    return data


def bound_memory() -> None:
    """Let a reader that wants more than MEMORY bytes of addresses fail with MemoryError."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))


def refuse_network() -> None:
    """Let no part of this process reach out from now on."""

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event in ("socket.connect", "socket.getaddrinfo", "socket.bind", "urllib.Request"):
            raise AssertionError(f"{event} {arguments!r}: a reader reaches for the network")

    sys.addaudithook(hook)


@contextmanager
def _watched() -> Iterator[None]:
    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(number: int, frame: FrameType | None) -> None:
    raise Hang(f"more than {SECONDS} s")
