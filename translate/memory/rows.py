"""Entries as rows of the tables, and back."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from hashlib import blake2b

from translate.inline import Text, concatenate
from translate.memory.codes import canonical, looks, parse, places
from translate.memory.model import Entry
from translate.xliff import clean

Row = tuple[int, str, str, str | None, str | None, int, str, str, str, str, str, str, str, str]
"""The columns of `SELECT`."""

SELECT = """
SELECT entry.id, text.text, entry.target, previous.text, following.text, entry.date,
    entry.article, entry.unit, entry.tool,
    entry.source_codes, entry.source_looks, entry.target_codes, entry.target_looks,
    entry.waived
FROM entry
JOIN text ON text.id = entry.source
LEFT JOIN text AS previous ON previous.id = entry.previous
LEFT JOIN text AS following ON following.id = entry.following
"""


def storable(entry: Entry) -> Entry:
    """Return the entry as the memory keeps it: codes numbered, whole seconds, nothing that XML cannot hold.

    Raises ValueError when its date has no time zone.
    """
    if entry.date.tzinfo is None:
        raise ValueError("the date of an entry needs a time zone")
    source, target = canonical(_clean(entry.source), _clean(entry.target))
    date = datetime.fromtimestamp(int(entry.date.timestamp()), UTC)
    return Entry(
        source,
        target,
        previous=clean(entry.previous)[0],
        following=clean(entry.following)[0],
        article=clean(entry.article)[0],
        unit=clean(entry.unit)[0],
        tool=clean(entry.tool)[0],
        date=date,
        waived=tuple(" ".join(clean(term)[0].split()) for term in entry.waived),
    )


def entry_of(row: Row) -> Entry:
    """Return the entry that a row of `SELECT` holds."""
    _, source, target, previous, following, date, article, unit, tool, *codes, waived = row
    return Entry(
        Text(source, parse(codes[0], codes[1])),
        Text(target, parse(codes[2], codes[3])),
        previous or "",
        following or "",
        article,
        unit,
        tool,
        datetime.fromtimestamp(date, UTC),
        tuple(waived.splitlines()),
    )


def columns(entry: Entry) -> tuple[int, str, str, str, str, str, str, str, str, str]:
    """Return what of an entry stands in its own row: date, target, article, unit, tool, codes, waived."""
    return (
        int(entry.date.timestamp()),
        entry.target.text,
        entry.article,
        entry.unit,
        entry.tool,
        places(entry.source.codes),
        looks(entry.source.codes),
        places(entry.target.codes),
        looks(entry.target.codes),
        "\n".join(entry.waived),
    )


def hash_of(text: str) -> int:
    """Return 64 bits of a text's BLAKE2b hash, as SQLite's signed integers hold them."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)


def text_id(connection: sqlite3.Connection, text: str) -> int | None:
    """Return the id of a text, or None when the memory does not have it."""
    row = connection.execute(
        "SELECT id FROM text WHERE hash = ? AND text = ?", (hash_of(text), text)
    ).fetchone()
    return None if row is None else int(row[0])


def _clean(text: Text) -> Text:
    if not text.codes:
        return Text(clean(text.text)[0])
    parts = (clean(part)[0] if isinstance(part, str) else part for part in text.parts())
    return concatenate(parts)
