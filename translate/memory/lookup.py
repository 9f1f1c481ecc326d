"""Looking up a segment: in its context, exactly, and among sources that are nearly the same."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from translate.inline import Text
from translate.memory.codes import canonical, fitted
from translate.memory.index import candidates
from translate.memory.model import Match, MatchKind, Query
from translate.memory.rows import SELECT, Row, entry_of, text_id
from translate.memory.similarity import ALMOST, fold, folded_similarity, is_comparable, most_edits, words
from translate.memory.writing import listed

_MOST_ENTRIES = 1000
"""Of so many entries with one source, the latest are looked at."""
_CONTEXT, _EXACT = 101, 100


def look_up(connection: sqlite3.Connection, query: Query, threshold: int, limit: int) -> list[Match]:
    """Return `limit` matches of at least `threshold` per cent, the best first; see `Memory.lookup`."""
    found = _same_text(connection, query)
    if not found and threshold <= ALMOST and is_comparable(query.source.text):
        found = _fuzzy(connection, query, threshold, limit)
    return [match for match in found if match.score >= threshold][:limit]


def _same_text(connection: sqlite3.Connection, query: Query) -> list[Match]:
    """Return the matches whose text is that of the query: in context, exact, or with other codes."""
    source = text_id(connection, query.source.text)
    if source is None:
        return []
    rows = _latest(connection, source)
    context = connection.execute(
        f"{SELECT} WHERE entry.source = ? AND entry.previous = ? AND entry.following = ?",
        (source, text_id(connection, query.previous), text_id(connection, query.following)),
    ).fetchall()
    matches = _matches(context, query, _CONTEXT, "context") + _matches(rows, query, _EXACT, "exact")
    return _without_repetitions(matches)


def _matches(rows: Iterable[Row], query: Query, score: int, kind: MatchKind) -> list[Match]:
    """Return matches for rows with the text of the query, fuzzy ones where the codes are others."""
    wanted = canonical(query.source, Text(""))[0]
    result = []
    for row in rows:
        entry = entry_of(row)
        same = entry.source.same(wanted)
        target = fitted(entry.target, entry.source, query.source)
        result.append(Match(entry, kind if same else "fuzzy", score if same else ALMOST, target))
    return result


def _fuzzy(connection: sqlite3.Connection, query: Query, threshold: int, limit: int) -> list[Match]:
    folded = fold(query.source.text)
    own = words(folded)
    scored: list[tuple[int, int]] = []
    ids = candidates(connection, own, threshold)
    for id_, text in connection.execute(f"SELECT id, text FROM text WHERE id IN ({listed(ids)})"):
        other = fold(text)
        longer = max(len(folded), len(other))
        if abs(len(folded) - len(other)) > most_edits(longer, threshold):
            continue
        score = folded_similarity(folded, other, own, words(other))
        if score >= threshold:
            scored.append((min(score, ALMOST), id_))
    scored.sort(reverse=True)
    matches: list[Match] = []
    for score, id_ in scored[:limit]:
        own_matches = [
            Match(entry, "fuzzy", score, fitted(entry.target, entry.source, query.source))
            for entry in map(entry_of, _latest(connection, id_))
        ]
        matches += _without_repetitions(own_matches)
    return matches


def _latest(connection: sqlite3.Connection, source: int) -> list[Row]:
    return connection.execute(
        f"{SELECT} WHERE entry.source = ? ORDER BY entry.date DESC, entry.id DESC LIMIT {_MOST_ENTRIES}",
        (source,),
    ).fetchall()


def _without_repetitions(matches: Iterable[Match]) -> list[Match]:
    """Return the best match for each target, the best first and of equal ones the latest."""
    best: dict[tuple[object, ...], Match] = {}
    for match in sorted(matches, key=lambda match: -match.score):
        target = match.entry.target
        best.setdefault((match.entry.source.keys, target.text, target.codes), match)
    others = Counter(match.entry.source.keys for match in best.values())
    return [replace(match, rivals=others[match.entry.source.keys] - 1) for match in best.values()]
