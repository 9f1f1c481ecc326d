"""Adding entries to a memory, and taking them out of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence

from translate.memory.codes import places
from translate.memory.index import Index
from translate.memory.model import Added, Entry
from translate.memory.rows import columns, hash_of, storable, text_id

Key = tuple[str, ...]
_BATCH = 10_000


def key_of(entry: Entry) -> Key:
    """Return what tells an entry from every other: source and context, or source and target without one."""
    source = (entry.source.text, places(entry.source.codes))
    if entry.has_context:
        return (*source, entry.previous, entry.following)
    return (*source, "", entry.target.text, places(entry.target.codes))


class Writer:
    """Adds entries within a transaction that its caller opens and commits."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._index = Index(connection)
        self._texts: dict[str, int] = {}

    def forget(self) -> None:
        """Drop what is known of the tables, because a transaction was not committed."""
        self._index.forget()
        self._texts.clear()

    def add(self, entries: Iterable[Entry]) -> Added:
        """Add entries; of several with one key the latest counts, of equal dates the last one given."""
        latest: dict[Key, Entry] = {}
        same = older = 0
        for entry in map(storable, entries):
            key = key_of(entry)
            if (other := latest.get(key)) is not None:
                if entry.target.same(other.target):
                    same += 1
                else:
                    older += 1
                if other.date > entry.date:
                    continue
            latest[key] = entry
        added = Added(same=same, older=older)
        chosen = list(latest.values())
        for start in range(0, len(chosen), _BATCH):
            added += self._add(chosen[start : start + _BATCH])
        return added

    def _add(self, entries: Sequence[Entry]) -> Added:
        self._texts.clear()
        done = {"new": 0, "changed": 0, "same": 0, "older": 0}
        for entry in entries:
            done[self._put(entry)] += 1
        self._index_sources()
        return Added(**done)

    def _put(self, entry: Entry) -> str:
        source = self._text(entry.source.text)
        context: tuple[int | None, int | None] = (None, None)
        if entry.has_context:
            context = (self._text(entry.previous), self._text(entry.following))
        own = columns(entry)
        found = self._connection.execute(
            "SELECT id, date, target, target_codes FROM entry"
            " WHERE source = ? AND previous IS ? AND following IS ? AND source_codes = ?"
            + ("" if entry.has_context else " AND target = ? AND target_codes = ?"),
            (source, *context, own[5], *(() if entry.has_context else (own[1], own[7]))),
        ).fetchone()
        if found is None:
            self._connection.execute(
                "INSERT INTO entry (source, previous, following, date, target, article, unit, tool,"
                " source_codes, source_looks, target_codes, target_looks, waived)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (source, *context, *own),
            )
            return "new"
        id_, date, *target = found
        same = target == [own[1], own[7]]
        if date > own[0]:
            return "same" if same else "older"
        self._connection.execute(
            "UPDATE entry SET date = ?, target = ?, article = ?, unit = ?, tool = ?,"
            " source_codes = ?, source_looks = ?, target_codes = ?, target_looks = ?, waived = ?"
            " WHERE id = ?",
            (*own, id_),
        )
        return "same" if same else "changed"

    def _text(self, text: str) -> int:
        if (known := self._texts.get(text)) is not None:
            return known
        id_ = text_id(self._connection, text)
        if id_ is None:
            cursor = self._connection.execute(
                "INSERT INTO text (hash, text) VALUES (?, ?)", (hash_of(text), text)
            )
            id_ = int(cursor.lastrowid or 0)
        self._texts[text] = id_
        return id_

    def _index_sources(self) -> None:
        """Index the sources among the texts of this batch that are not indexed yet."""
        fresh = self._connection.execute(
            f"SELECT id, text FROM text WHERE id IN ({listed(self._texts.values())}) AND NOT indexed"
            " AND EXISTS (SELECT 1 FROM entry WHERE source = text.id)"
        ).fetchall()
        ids = listed(id_ for id_, _ in fresh)
        self._connection.execute(f"UPDATE text SET indexed = 1 WHERE id IN ({ids})")
        self._index.add(fresh)


def remove(connection: sqlite3.Connection, entries: Collection[int]) -> None:
    """Take entries out, by their ids, with the texts and postings that nothing needs any more."""
    connection.execute(f"DELETE FROM entry WHERE id IN ({listed(entries)})")
    connection.execute(
        "CREATE TEMP TABLE gone AS SELECT id FROM text"
        " WHERE indexed AND NOT EXISTS (SELECT 1 FROM entry WHERE source = text.id)"
    )
    connection.execute("DELETE FROM posting WHERE text IN (SELECT id FROM gone)")
    connection.execute("UPDATE text SET indexed = 0 WHERE id IN (SELECT id FROM gone)")
    connection.execute("DROP TABLE gone")
    connection.execute(
        "UPDATE meta SET value = (SELECT count(*) FROM text WHERE indexed) WHERE key = 'indexed'"
    )
    connection.execute(
        "DELETE FROM text WHERE NOT EXISTS (SELECT 1 FROM entry WHERE source = text.id)"
        " AND NOT EXISTS (SELECT 1 FROM entry WHERE previous = text.id)"
        " AND NOT EXISTS (SELECT 1 FROM entry WHERE following = text.id)"
    )


def listed(ids: Iterable[int]) -> str:
    """Return whole numbers as SQL lists them."""
    return ",".join(map(str, ids))
