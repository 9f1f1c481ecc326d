"""One run at a time in an output folder."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from translate.clock import now
from translate.errors import OutputError
from translate.files import check_writable
from translate.journal import FOLDER


@contextmanager
def locked(out: Path, *, wait: bool = False) -> Iterator[None]:
    """Hold the lock of an output folder.

    The system releases it when the process ends, however it ends. With `wait`, wait for another run to
    finish; otherwise raise OutputError that says who holds it.
    """
    folder = out / FOLDER
    holder = folder / "holder.json"
    check_writable(out)
    try:
        folder.mkdir(exist_ok=True)
        lock = FileLock(folder / "lock")
        lock.acquire(timeout=-1 if wait else 0)
    except Timeout as error:
        raise OutputError(
            f"another run is drafting into this folder ({_who(holder)})",
            path=out,
            hint="Wait for it (--wait), or choose another folder with --out",
        ) from error
    except OSError as error:
        reason = error.strerror or str(error)
        hint = "Choose another folder with --out"
        raise OutputError(f"cannot be written in ({reason})", path=out, hint=hint) from error
    try:
        own = {"process": os.getpid(), "host": socket.gethostname(), "since": now().isoformat()}
        # Only told to people: a full disk must not stop a run that has nothing to write.
        _try_to_write(holder, json.dumps(own))
        yield
    finally:
        lock.release()


def _try_to_write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError:
        return


def _who(holder: Path) -> str:
    try:
        own = json.loads(holder.read_text(encoding="utf-8"))
        return f"process {own['process']} on {own['host']} since {own['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "it does not say which"
