"""The file of a translation memory: SQLite, its tables, and what is refused when it is opened."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from translate.errors import MemoryFileError

APPLICATION = 0x54724D65
"""`PRAGMA application_id` of our files: "TrMe"."""
VERSION = 1
"""`PRAGMA user_version`: raised when an older program could not read the file any more."""

# A text stands once, whether it is a source or the neighbour of one; it is found by its hash. `previous` and
# `following` are NULL where the context is unknown; `article` is then "". Dates are seconds since 1970, UTC.
# `word` and `posting` are the index of fuzzy matches, see `index`; so are the numbers in `meta`. A foreign
# key from `posting` would make every text that is removed look through all postings.
TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE text (
    id INTEGER PRIMARY KEY,
    hash INTEGER NOT NULL,
    indexed INTEGER NOT NULL DEFAULT 0,
    text TEXT NOT NULL
);
CREATE INDEX text_hash ON text (hash);
CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES text (id),
    previous INTEGER REFERENCES text (id),
    following INTEGER REFERENCES text (id),
    date INTEGER NOT NULL,
    target TEXT NOT NULL,
    article TEXT NOT NULL,
    unit TEXT NOT NULL,
    tool TEXT NOT NULL,
    source_codes TEXT NOT NULL,
    source_looks TEXT NOT NULL,
    target_codes TEXT NOT NULL,
    target_looks TEXT NOT NULL,
    waived TEXT NOT NULL
);
CREATE INDEX entry_place ON entry (previous, source, following);
CREATE INDEX entry_following ON entry (following);
CREATE INDEX entry_recent ON entry (source, date);
CREATE TABLE word (word TEXT PRIMARY KEY, rank INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE posting (
    rank INTEGER NOT NULL,
    length INTEGER NOT NULL,
    text INTEGER NOT NULL,
    position INTEGER NOT NULL,
    bits INTEGER NOT NULL,
    PRIMARY KEY (rank, length, text)
) WITHOUT ROWID;
"""

_COUNTS = (("words", "0"), ("indexed", "0"), ("ranked", "0"))
_NO_FILE = "Fill it with `translate learn` or `translate memory import`"
_BROKEN = "Restore it from a copy, or delete it and import the TMX files again"
_CACHE_KIB = 65536


def connect(
    path: Path, languages: tuple[str, str], *, create: bool, read_only: bool, timeout: float
) -> sqlite3.Connection:
    """Open the file of a memory, checked; make it when it is not there and `create` says so.

    `languages` are source and target, `timeout` is in seconds. A file that cannot be written, or that stands
    in a folder where nothing can be made, is read as it is when `read_only` is true. Raises MemoryFileError.
    """
    create = create and not read_only
    with file_errors(path):
        _check_file(path, create=create)
        connection = _open(path, read_only=read_only, timeout=timeout)
        try:
            _check(connection, path, languages, create=create)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def file_errors(path: Path) -> Iterator[None]:
    """Turn the errors of SQLite and of the file system into MemoryFileError."""
    try:
        yield
    except sqlite3.Error as error:
        raise _told(error, path) from error
    except OSError as error:
        raise MemoryFileError(
            f"cannot be opened ({error.strerror or error})", path=path, hint="Choose another with --memory"
        ) from error


def _check_file(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise MemoryFileError("is a folder", path=path, hint="Name the file in it with --memory")
    if not path.exists() and not create:
        raise MemoryFileError("is not there", path=path, hint=_NO_FILE)
    if create:
        path.parent.mkdir(parents=True, exist_ok=True)


def _open(path: Path, *, read_only: bool, timeout: float) -> sqlite3.Connection:
    """Open for reading and writing where that is possible: a reader, too, then leaves no file behind."""
    name = f"file:{quote(str(path.absolute()))}"
    if not path.exists() or (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        connection = _connection(f"{name}?mode=rwc", timeout)
    elif not read_only:
        raise MemoryFileError("cannot be written", path=path, hint="Change its permissions, or copy it")
    else:
        connection = _open_unwritable(path, name, timeout)
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    connection.execute("PRAGMA foreign_keys = ON")
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    else:
        connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def _open_unwritable(path: Path, name: str, timeout: float) -> sqlite3.Connection:
    """Read a file as it is, without the files that readers share with a writer (`-wal`, `-shm`).

    Made by a reader, they would keep the owner of the memory from writing. Where a writer has left changes
    in them they are needed.
    """
    log = path.with_name(f"{path.name}-wal")
    if not log.exists() or not log.stat().st_size:
        return _connection(f"{name}?immutable=1", timeout)
    connection = _connection(f"{name}?mode=ro", timeout)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:
        connection.close()
        raise MemoryFileError(
            f"has changes in {log.name} that cannot be read here",
            path=path,
            hint="Copy both files into a folder of your own",
        ) from None
    return connection


def _connection(uri: str, timeout: float) -> sqlite3.Connection:
    return sqlite3.connect(uri, uri=True, timeout=timeout, isolation_level=None, cached_statements=256)


def _check(connection: sqlite3.Connection, path: Path, languages: tuple[str, str], *, create: bool) -> None:
    if _is_empty(connection):
        if not create:
            raise MemoryFileError("is empty", path=path, hint=_NO_FILE)
        _make(connection, languages)
    if _pragma(connection, "application_id") != APPLICATION:
        raise MemoryFileError(
            "is an SQLite file, but no translation memory", path=path, hint="Choose another with --memory"
        )
    version = _pragma(connection, "user_version")
    if version > VERSION:
        raise MemoryFileError(
            f"was written by a newer version of this tool (format {version}, this one knows {VERSION})",
            path=path,
            hint="Update the tool, or export the memory as TMX with the newer one",
        )
    meta = dict(connection.execute("SELECT key, value FROM meta"))
    own = meta.get("source"), meta.get("target")
    if own != languages:
        raise MemoryFileError(
            f"translates from `{own[0]}` to `{own[1]}`, not from `{languages[0]}` to `{languages[1]}`",
            path=path,
            hint="Choose another memory with --memory, or other languages with --from and --to",
        )


def _make(connection: sqlite3.Connection, languages: tuple[str, str]) -> None:
    """Make the tables, unless another process has just done so."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    try:
        if _is_empty(connection):
            for statement in TABLES.split(";\n"):
                connection.execute(statement)
            connection.executemany(
                "INSERT INTO meta VALUES (?, ?)",
                [("source", languages[0]), ("target", languages[1]), *_COUNTS],
            )
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _is_empty(connection: sqlite3.Connection) -> bool:
    """Whether nothing has been made yet; the pragmas first, so that a foreign file is never taken for it."""
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return tables == 0 and _pragma(connection, "application_id") == 0


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    (value,) = connection.execute(f"PRAGMA {name}").fetchone()
    return int(value)


def _told(error: sqlite3.Error, path: Path) -> MemoryFileError:
    """Return what an error of SQLite means for the user (https://sqlite.org/rescode.html)."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return MemoryFileError(
            "is being written by another program", path=path, hint="Try again when that has finished"
        )
    if name.startswith("SQLITE_NOTADB"):
        return MemoryFileError("is no translation memory", path=path, hint="Choose another with --memory")
    if name.startswith("SQLITE_CORRUPT") or "no such table" in str(error) or "no such column" in str(error):
        return MemoryFileError(f"is damaged ({error})", path=path, hint=_BROKEN)
    if name.startswith("SQLITE_FULL"):
        return MemoryFileError("cannot be written: the disk is full", path=path, hint="Free some space")
    if name.startswith("SQLITE_READONLY"):
        return MemoryFileError("cannot be written", path=path, hint="Change its permissions, or copy it")
    return MemoryFileError(f"cannot be used ({error})", path=path, hint=_BROKEN)
