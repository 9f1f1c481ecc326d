"""A translation memory: one SQLite file for each pair of languages."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from translate.errors import MemoryFileError
from translate.inline import Text
from translate.memory.lookup import look_up
from translate.memory.model import LOWEST_THRESHOLD, Added, Entry, Match, Query, Stats
from translate.memory.prune import Rule, chosen
from translate.memory.rows import SELECT, entry_of
from translate.memory.schema import connect, file_errors
from translate.memory.writing import Writer, listed, remove


def default_path(source: str, target: str) -> Path:
    """Return where the memory of a pair stands in a project.

    >>> default_path("en", "uk").as_posix()
    'memory/en-uk.sqlite'
    """
    return Path("memory") / f"{source}-{target}.sqlite"


class Memory:
    """An open translation memory; a context manager that closes it.

    One process writes at a time, any number read meanwhile (SQLite's write-ahead log). Every method raises
    MemoryFileError when the file is damaged or another program keeps writing to it.
    """

    def __init__(self, path: Path, languages: tuple[str, str], connection: sqlite3.Connection) -> None:
        self.path = path
        self.languages = languages
        self._connection = connection
        self._writer = Writer(connection)

    @classmethod
    def open(
        cls,
        path: Path,
        source_language: str,
        target_language: str,
        *,
        create: bool = False,
        read_only: bool = False,
        timeout: float = 10.0,
    ) -> Self:
        """Open the memory of a pair of languages (codes as `parse_code` returns them).

        `create` makes it when it is not there; `read_only` opens it for look-ups alone, even where neither
        the file nor its folder can be written. `timeout` is how many seconds to wait for another writer.
        Nothing is loaded. Raises MemoryFileError for a file that is missing, locked, no memory, damaged, of
        another pair of languages or written by a newer version.
        """
        languages = (source_language, target_language)
        connection = connect(path, languages, create=create, read_only=read_only, timeout=timeout)
        return cls(path, languages, connection)

    @property
    def state(self) -> str:
        """Sizes and times of the file and its log: the same state, the same entries."""
        stats = []
        for path in (self.path, self.path.with_name(f"{self.path.name}-wal")):
            try:
                own = path.stat()
            except FileNotFoundError:
                stats.append("-")
            else:
                stats.append(f"{own.st_size}:{own.st_mtime_ns}" if own.st_size else "-")
        return " ".join(stats)

    def close(self) -> None:
        """Close the file."""
        with file_errors(self.path):
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(self, entries: Iterable[Entry]) -> Added:
        """Add entries, all or none of them.

        An entry replaces the one with the same source, codes and context unless that is newer. Entries
        without a context (see `Entry`) stand beside each other as long as their targets differ. Adding the
        same entries again changes nothing. Raises ValueError for a date without a time zone.
        """
        try:
            with self._transaction("IMMEDIATE"):
                return self._writer.add(entries)
        except BaseException:
            self._writer.forget()
            raise

    def lookup(
        self,
        source: Text,
        previous: str = "",
        following: str = "",
        threshold: int = LOWEST_THRESHOLD,
        *,
        limit: int = 5,
    ) -> list[Match]:
        """Return the matches for a segment between its neighbours, the best first.

        Fuzzy matches (of at least `threshold` per cent, see `similarity`) are looked for only when the memory
        does not have the text itself; texts without a letter have none. Of several targets for one source the
        latest comes first. Raises ValueError for a threshold below 75.
        """
        return self.lookup_many([Query(source, previous, following)], threshold, limit=limit)[0]

    def lookup_many(
        self, queries: Iterable[Query], threshold: int = LOWEST_THRESHOLD, *, limit: int = 5
    ) -> list[list[Match]]:
        """Return the matches for each of many segments, all from the same state of the memory."""
        if threshold < LOWEST_THRESHOLD:
            raise ValueError(f"the threshold is {LOWEST_THRESHOLD} or more, not {threshold}")
        with self._transaction("DEFERRED"):
            return [look_up(self._connection, query, threshold, limit) for query in queries]

    def entries(self) -> Iterator[Entry]:
        """Yield all entries in the order in which they were added, from one state of the memory."""
        with self._transaction("DEFERRED"):
            for row in self._connection.execute(f"{SELECT} ORDER BY entry.id"):
                yield entry_of(row)

    def stats(self) -> Stats:
        """Return the memory in figures; articles and tools with their numbers of entries, largest first."""
        with self._transaction("DEFERRED"):
            entries, sources, with_context, oldest, newest = self._connection.execute(
                "SELECT count(*), count(DISTINCT source), count(previous), min(date), max(date) FROM entry"
            ).fetchone()
            articles, tools = (self._counts(column) for column in ("article", "tool"))
            (size,) = self._connection.execute(
                "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
            ).fetchone()
        return Stats(entries, sources, with_context, articles, tools, _date(oldest), _date(newest), size)

    def prune(self, rule: Rule, *, dry_run: bool = False) -> tuple[int, list[Entry]]:
        """Remove the entries that a rule names; return how many there are, and the first hundred of them.

        With `dry_run` they are left where they are. The file shrinks when nobody else has it open.
        """
        with self._transaction("DEFERRED" if dry_run else "IMMEDIATE"):
            ids = chosen(self._connection, rule)
            shown = self._connection.execute(
                f"{SELECT} WHERE entry.id IN ({listed(ids[:100])}) ORDER BY entry.id"
            ).fetchall()
            if ids and not dry_run:
                remove(self._connection, ids)
        if ids and not dry_run:
            self._writer.forget()
            self._shrink()
        return len(ids), [entry_of(row) for row in shown]

    def _counts(self, column: str) -> tuple[tuple[str, int], ...]:
        rows: Sequence[tuple[str, int]] = self._connection.execute(
            f"SELECT {column}, count(*) FROM entry GROUP BY 1 ORDER BY 2 DESC, 1"
        ).fetchall()
        return tuple(rows)

    def _shrink(self) -> None:
        try:
            with file_errors(self.path):
                self._connection.execute("VACUUM")
        except MemoryFileError:
            # Somebody reads, or the disk has no place for a copy: the room is used again by what comes.
            return

    @contextmanager
    def _transaction(self, kind: str) -> Iterator[None]:
        with file_errors(self.path):
            self._connection.execute(f"BEGIN {kind}")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise


def _date(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
