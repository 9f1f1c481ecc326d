"""The real command, called in this process (fast) or in one of its own (signals, streams, privileges)."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import pytest

from translate.cli import main

SCRIPT = "from translate.cli import main; main()"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command left: exit code and what it printed."""

    code: int
    out: str
    err: str

    def said(self, code: int) -> str:
        """Return the one line on the error stream, the exit code being `code` and nothing else printed."""
        assert (self.code, self.out) == (code, ""), self
        assert self.err.startswith("translate: "), self
        assert self.err.count("\n") == 1, self
        return self.err.removeprefix("translate: ").removesuffix("\n")


def call(*arguments: str | Path, encoding: str = "utf-8") -> Outcome:
    """Call `translate` in this process, with streams of that encoding."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding, write_through=True) for _ in range(2))
    err.reconfigure(errors="backslashreplace")
    with (
        redirect_stdout(out),
        redirect_stderr(err),
        patch.object(sys, "argv", ["translate", *map(str, arguments)]),
    ):
        try:
            main()
            code = 0
        except SystemExit as done:
            code = done.code if isinstance(done.code, int) else int(done.code is not None)
    return Outcome(code, *(_text(stream, encoding) for stream in (out, err)))


def start(
    *arguments: str | Path,
    before: Sequence[str] = (),
    script: str = SCRIPT,
    stdout: int = subprocess.PIPE,
    environment: Mapping[str, str] | None = None,
) -> subprocess.Popen[bytes]:
    """Start `translate` in a process of its own."""
    return subprocess.Popen(
        [*before, sys.executable, "-c", script, *map(str, arguments)],
        stdout=stdout,
        stderr=subprocess.PIPE,
        env={**os.environ, **(environment or {})},
    )


def finish(process: subprocess.Popen[bytes]) -> Outcome:
    """Wait for a process that `start` gave."""
    out, err = process.communicate(timeout=60)
    return Outcome(process.returncode, (out or b"").decode(), err.decode())


def without_privileges() -> list[str]:
    """Return the words that run a command under the permissions of files, which do not bind root."""
    if os.name != "posix":
        pytest.skip("permissions of another kind")
    if os.geteuid() != 0:
        return []
    if not shutil.which("setpriv"):
        pytest.skip("the tests run as root, and there is no setpriv to give that up")
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


def parts_left(folder: Path) -> list[Path]:
    """Return the temporary files below a folder."""
    return [path for path in folder.rglob(".*") if path.is_file()]


def _text(stream: io.TextIOWrapper, encoding: str) -> str:
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode(encoding)
