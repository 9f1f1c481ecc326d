"""Which entries of a memory may go."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime

_DUPLICATES = """
previous IS NULL AND EXISTS (
    SELECT 1 FROM entry AS other
    WHERE other.source = entry.source AND other.previous IS NOT NULL AND other.target = entry.target
        AND other.source_codes = entry.source_codes AND other.target_codes = entry.target_codes
)
"""
_RIVALS = """
EXISTS (
    SELECT 1 FROM entry AS other
    WHERE other.source = entry.source AND other.source_codes = entry.source_codes
        AND (other.target, other.target_codes) != (entry.target, entry.target_codes)
        AND (other.date, other.id) > (entry.date, entry.id)
)
"""


@dataclass(frozen=True, slots=True)
class Rule:
    """What is to go: entries that meet every condition which is given.

    `older_than`: dated before it. `articles`: from one of these. `duplicates`: without a context, the same
    pair standing there with one. `rivals`: with a newer entry for the same source that has another target.
    """

    older_than: datetime | None = None
    articles: tuple[str, ...] = ()
    duplicates: bool = False
    rivals: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether no condition is given."""
        return self == Rule()


def chosen(connection: sqlite3.Connection, rule: Rule) -> list[int]:
    """Return the ids of the entries that meet `rule`, in order. Raises ValueError for an empty rule."""
    if rule.is_empty:
        raise ValueError("an empty rule would remove everything")
    conditions: list[str] = []
    values: list[object] = []
    if rule.older_than is not None:
        conditions.append("date < ?")
        values.append(rule.older_than.timestamp())
    if rule.articles:
        conditions.append(f"article IN ({', '.join('?' * len(rule.articles))})")
        values += rule.articles
    if rule.duplicates:
        conditions.append(_DUPLICATES)
    if rule.rivals:
        conditions.append(_RIVALS)
    query = f"SELECT id FROM entry WHERE {' AND '.join(f'({each})' for each in conditions)} ORDER BY id"
    return [id_ for (id_,) in connection.execute(query, values)]
