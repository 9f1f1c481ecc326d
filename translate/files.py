"""Files written whole or not at all: a temporary name in the same folder, synced, renamed."""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from translate.errors import OutputError

if sys.platform != "win32":
    import fcntl

_PREFIX, _SUFFIX = ".translate-", ".part"
_PART = re.compile(rf"{re.escape(_PREFIX)}[a-z0-9_]{{8}}{re.escape(_SUFFIX)}")


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that a reader sees the old file or the new one, never a part.

    Raises OutputError as `opened_atomically` does.
    """
    with opened_atomically(path) as file:
        file.write(data)


@contextmanager
def opened_atomically(path: Path) -> Iterator[BinaryIO]:
    """Yield a file to write to; when the block ends without an error it stands at `path`, whole.

    Raises OutputError when the folder cannot be made, the disk is full or the file cannot be replaced;
    the temporary file is removed.
    """
    temporary: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # A name near the 255-byte limit of file systems must not overflow it: the prefix is fixed.
        handle, temporary = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            _claim(handle)
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
        temporary = None
        _sync_folder(path.parent)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"cannot be written ({reason})", path=path, hint=_hint(error)) from error
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)


def check_writable(folder: Path) -> None:
    """Make `folder` if it is not there and see that a file can be made in it; nothing is left in it.

    Asked before hours of work whose result would have no place. Raises OutputError.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(prefix=_PREFIX, suffix=_SUFFIX, dir=folder):
            pass
    except (FileExistsError, NotADirectoryError) as error:
        raise OutputError("is no folder", path=folder, hint="Choose another folder with --out") from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"cannot be written in ({reason})", path=folder, hint=_hint(error)) from error


def remove_parts(folder: Path) -> None:
    """Remove the temporary files that processes have left in `folder` and below it when they were killed.

    One that is being written now, by whatever process, stays: its writer has a claim on it that ends with the
    process. What cannot be removed stays too.
    """
    for place, _, names in os.walk(folder):
        for name in filter(_PART.fullmatch, names):
            with suppress(OSError):
                _remove_unclaimed(Path(place, name))


def _remove_unclaimed(path: Path) -> None:
    if sys.platform == "win32":
        # There the system does not let an open file be removed.
        path.unlink()
        return
    handle = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        path.unlink()
    finally:
        os.close(handle)


def _claim(handle: int) -> None:
    """Hold a lock on a temporary file until it is closed, where the file system has locks."""
    if sys.platform != "win32":
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _hint(error: OSError) -> str:
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "Free some space or choose another folder with --out"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "Close the program that has it open, or choose another folder with --out"
    return "Choose another folder with --out"


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable, where the system lets a folder be opened (not on Windows)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
