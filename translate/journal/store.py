"""The journal of an output folder: SQLite with a write-ahead log, at `.translate/journal.sqlite` in it.

It is a cache with a memory for what was written: without it a run does more work, never wrong work. So a
damaged one is set aside and a new one begun; only one that a newer version wrote, or that cannot be written,
stops a run.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from translate.errors import OutputError
from translate.journal.codec import decode_digests, decode_record, encode_digests, encode_record
from translate.journal.model import Record
from translate.journal.schema import FAULTS, DamagedError, connect, connect_read_only, told

FOLDER = ".translate"
"""The folder in the output folder that is the program's own."""
KEEP_DAYS = 90
"""A draft that no run has asked for so long is forgotten: its article has changed or gone."""
_DAY = 86_400
_AT_ONCE = 500
_T = TypeVar("_T")


class Journal:
    """The journal of an output folder, open; a context manager that closes it.

    `warnings` says in one line each what was put right, or could not be kept: a journal that fails stops
    nothing. For one process, and in it one thread, at a time.
    """

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        warnings: Sequence[str] = (),
        *,
        read_only: bool = False,
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.warnings = list(warnings)
        self._connection = connection

    @classmethod
    def open(cls, out: Path, *, read_only: bool = False) -> Self:
        """Open the journal of the folder `out`; make it when there is none, anew when it is damaged.

        With `read_only` nothing is made or kept; an empty one stands for what is not there. Raises
        OutputError when it cannot be made or written, or when a newer version wrote it.
        """
        path = out / FOLDER / "journal.sqlite"
        if read_only:
            return cls(path, connect_read_only(path), read_only=True)
        try:
            return cls(path, connect(path))
        except DamagedError as error:
            warning = _set_aside(path, error)
            return cls(path, connect(path), [warning])

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def drafts(self, keys: Iterable[bytes], today: int = 0) -> dict[bytes, bytes]:
        """Return the encoded drafts that are known for these keys; `today` is noted as the day of their use.

        `today` is a number of days since 1970.
        """
        wanted = list(dict.fromkeys(keys))

        def work(connection: sqlite3.Connection) -> dict[bytes, bytes]:
            found: dict[bytes, bytes] = {}
            old: list[bytes] = []
            for start in range(0, len(wanted), _AT_ONCE):
                part = wanted[start : start + _AT_ONCE]
                marks = ",".join("?" * len(part))
                rows = connection.execute(f"SELECT key, day, draft FROM draft WHERE key IN ({marks})", part)
                for key, day, draft in rows:
                    found[key] = draft
                    if day < today:
                        old.append(key)
            if old:
                with connection:
                    connection.executemany(
                        "UPDATE draft SET day = ? WHERE key = ?", [(today, key) for key in old]
                    )
            return found

        return self._done(work, {})

    def keep_drafts(self, drafts: Iterable[tuple[bytes, bytes]], today: int = 0) -> None:
        """Keep encoded drafts under their keys, all of them or, when the machine stops, none."""
        rows = [(key, today, draft) for key, draft in drafts]
        self._write("INSERT OR REPLACE INTO draft VALUES (?, ?, ?)", rows)

    def article(self, output: Path) -> Record | None:
        """Return what is known of the article whose XLIFF file is at `output` below the output folder."""

        def work(connection: sqlite3.Connection) -> Record | None:
            query = "SELECT record FROM article WHERE output = ?"
            row = connection.execute(query, (os.fsencode(output),)).fetchone()
            record = None if row is None else decode_record(row[0])
            return record if record is not None and record.output == output else None

        return self._done(work, None)

    def articles(self) -> list[Record]:
        """Return all records, by the path of the XLIFF file."""

        def work(connection: sqlite3.Connection) -> list[Record]:
            rows = connection.execute("SELECT record FROM article ORDER BY output")
            return [record for (data,) in rows if (record := decode_record(data)) is not None]

        return self._done(work, [])

    def record(self, records: Iterable[Record]) -> None:
        """Keep what was made of articles, in the place of what was known of them."""
        rows = [(os.fsencode(each.output), each.glossary, encode_record(each)) for each in records]
        self._write("INSERT OR REPLACE INTO article VALUES (?, ?, ?)", rows)

    def glossary(self, digest: str) -> frozenset[bytes] | None:
        """Return the digests of the terms of a glossary that was in use once, None when it is not known."""

        def work(connection: sqlite3.Connection) -> frozenset[bytes] | None:
            row = connection.execute("SELECT terms FROM glossary WHERE digest = ?", (digest,)).fetchone()
            return None if row is None else decode_digests(row[0])

        return self._done(work, None)

    def keep_glossary(self, digest: str, terms: Callable[[], Iterable[bytes]]) -> None:
        """Remember of what terms a glossary consists, unless that is known; `terms` gives their digests."""
        if self.glossary(digest) is None:
            self._write("INSERT OR REPLACE INTO glossary VALUES (?, ?)", [(digest, encode_digests(terms()))])

    def forget(self, today: int) -> None:
        """Remove drafts that no run has asked for in 90 days, and glossaries of which no article was made."""

        def work(connection: sqlite3.Connection) -> None:
            with connection:
                connection.execute("DELETE FROM draft WHERE day < ?", (today - KEEP_DAYS,))
                connection.execute(
                    "DELETE FROM glossary WHERE digest NOT IN (SELECT DISTINCT glossary FROM article)"
                )

        self._done(work, None)

    def _write(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        if not rows or self.read_only:
            return

        def work(connection: sqlite3.Connection) -> bool:
            with connection:
                connection.executemany(statement, rows)
            return True

        before = self._connection
        if not self._done(work, default=False) and self._connection is not before:
            # The damaged journal is set aside; the new one gets what was to be kept.
            self._done(work, default=False)

    def _warn(self, line: str) -> None:
        if line not in self.warnings:
            self.warnings.append(line)

    def _done(self, work: Callable[[sqlite3.Connection], _T], default: _T) -> _T:
        """Do some work; where the journal fails, go on without it with `default`, anew if it is damaged."""
        try:
            return work(self._connection)
        except FAULTS as error:
            known = told(error, self.path)
            if isinstance(known, OutputError):
                self._warn(f"{known}. A later run may do again what this one does")
            elif not self.read_only:
                self._connection.close()
                self.warnings.append(_set_aside(self.path, known))
                self._connection = connect(self.path)
            return default


def day(seconds: float) -> int:
    """Return the number of the day of a time in seconds since 1970."""
    return int(seconds // _DAY)


def _set_aside(path: Path, error: Exception) -> str:
    """Move a damaged journal out of the way; what it was is told in one line."""
    aside = path.with_name(f"{path.name}.damaged")
    try:
        path.replace(aside)
        for suffix in ("-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
    except OSError as failure:
        reason = failure.strerror or str(failure)
        raise OutputError(
            f"is damaged and cannot be moved away ({reason})", path=path, hint="Delete it"
        ) from failure
    return f"{path}: the journal is damaged ({error}); it is now {aside.name}, and a new one is begun"
