"""The file of a journal: its tables, how it is opened, and what an error of SQLite means."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from translate.errors import OutputError

APPLICATION = 0x54724A6F
"""`PRAGMA application_id` of our files: "TrJo"."""
VERSION = 1
"""`PRAGMA user_version`: raised when the tables change; an older journal is then begun anew."""

# `output` is a path in the bytes of the file system, which need not be text; what is in the last column of a
# table is made by `codec`.
TABLES = """
CREATE TABLE draft (key BLOB PRIMARY KEY, day INTEGER NOT NULL, draft BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE article (output BLOB PRIMARY KEY, glossary TEXT NOT NULL, record BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE glossary (digest TEXT PRIMARY KEY, terms BLOB NOT NULL) WITHOUT ROWID;
"""
_TIMEOUT = 10.0


class DamagedError(Exception):
    """The file is no usable journal."""


FAULTS = (sqlite3.Error, ValueError, TypeError)
"""What is raised where a journal is read: damaged bytes may be no text, or values of other types."""


def connect(path: Path) -> sqlite3.Connection:
    """Open a journal, or make it.

    Raises DamagedError when it is none or an older one, OutputError when it cannot be used at all.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=_TIMEOUT)
    except (OSError, sqlite3.Error) as error:
        raise _unusable(path, error) from error
    try:
        _prepare(connection, path)
    except FAULTS as error:
        connection.close()
        raise told(error, path) from error
    except BaseException:
        connection.close()
        raise
    return connection


def connect_read_only(path: Path) -> sqlite3.Connection:
    """Open a journal for reading; an empty one in memory when there is none that this version can use.

    Raises OutputError when a newer version wrote it.
    """
    if path.exists():
        try:
            connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_TIMEOUT)
            if _is_journal(connection, path):
                return connection
        except (*FAULTS, DamagedError):
            pass
    empty = sqlite3.connect(":memory:")
    _make(empty)
    return empty


def told(error: Exception, path: Path) -> OutputError | DamagedError:
    """Return what an error, mostly one of SQLite (https://sqlite.org/rescode.html), says of a journal."""
    name = getattr(error, "sqlite_errorname", "") or ""
    # The second: there is no room for the memory that its connections share.
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR_SHMSIZE")):
        return OutputError("cannot be written: the disk is full", path=path, hint="Free some space")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return OutputError("is in use by another program", path=path, hint="Try again when it has finished")
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_IOERR")):
        return _unusable(path, error)
    return DamagedError(str(error))


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    is_journal = _is_journal(connection, path)
    # Finished drafts survive a killed process at once, and a loss of power but for the last moments; the
    # file stays whole either way.
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    if not is_journal:
        _make(connection)


def _is_journal(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether there are the tables of this version already; False for an empty file."""
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    application, version = (_pragma(connection, name) for name in ("application_id", "user_version"))
    if application == APPLICATION and version > VERSION:
        raise OutputError(
            f"was written by a newer version of this tool (format {version}, this one knows {VERSION})",
            path=path,
            hint="Update the tool, or choose another folder with --out",
        )
    if tables and (application, version) != (APPLICATION, VERSION):
        raise DamagedError("it is not one of this tool")
    return bool(tables)


def _make(connection: sqlite3.Connection) -> None:
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        for statement in filter(str.strip, TABLES.split(";\n")):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    (value,) = connection.execute(f"PRAGMA {name}").fetchone()
    return int(value)


def _unusable(path: Path, error: Exception) -> OutputError:
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return OutputError(
        f"the journal cannot be used ({reason})",
        path=path,
        hint="Change the permissions of the folder, or choose another with --out",
    )
