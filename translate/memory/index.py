"""The index of fuzzy matches: a prefix filter over the words of the sources.

Two texts of n and m words that differ in d of them share at least max(n, m) − d words. So if both lists of
words are sorted in one order, whatever it is, their first n − q + 1 words (q: how many must be shared) have a
word in common (Chaudhuri, Ganti and Kaushik 2006, "A primitive operator for similarity joins in data
cleaning"; Bayardo, Ma and Srikant 2007). Only these are indexed and looked up. The fewer texts share the
first words, the less there is to look at, so the order is by rarity: a word has the rank that its frequency
gave it when the index was last built, new words are taken for rarer than all others, and the index is built
anew when the memory has grown fourfold. A word that occurs twice in a text counts as two words.

Each posting has a bitmap of the text's words. The bits in which two bitmaps differ never outnumber the words
that only one of the texts has (Sandes, Teodoro and Melo 2020, "Bitmap filter"), so most candidates are
dropped before their text is read. Neither filter ever drops a match: tests/memory compares them with a look
at every text.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from zlib import crc32

from translate.memory.model import LOWEST_THRESHOLD
from translate.memory.similarity import fold, is_comparable, most_edits, words

_BITS = 63
_CACHED_WORDS = 200_000
_BATCH = 10_000
_SMALLEST = 1000
_GROWTH = 4

Posting = tuple[int, int, int, int, int]
"""Rank of a word; of the text that has it the number of words, the id, the word's position, the bitmap."""

_FIND = """
SELECT text, length, bits FROM posting
WHERE rank = ? AND length BETWEEN ? AND ? AND (length >= ? OR position <= length - ?)
"""


def items(own: Iterable[str]) -> list[str]:
    """Return words made distinct: the second `the` of a text is `the 2`."""
    own = list(own)
    if len(set(own)) == len(own):
        return own
    seen: Counter[str] = Counter()
    result = []
    for word in own:
        seen[word] += 1
        result.append(word if seen[word] == 1 else f"{word} {seen[word]}")
    return result


def bitmap(items: Iterable[str]) -> int:
    """Return 63 bits, each saying whether an odd number of the items fall on it."""
    bits = 0
    for item in items:
        bits ^= _bit(item)
    return bits


@lru_cache(maxsize=_CACHED_WORDS)
def _bit(item: str) -> int:
    return 1 << crc32(item.encode()) % _BITS


def prefix_length(length: int, threshold: int) -> int:
    """Return how many of the first words of a text of `length` words must be looked at."""
    return most_edits(length, threshold) + 1


class Index:
    """The index as its one writer sees it; what it knows of a memory must be forgotten after a rollback."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._ranks: dict[str, int] = {}

    def add(self, texts: Iterable[tuple[int, str]]) -> None:
        """Index texts (id, text) that are not indexed yet."""
        new = [(id_, items(words(fold(text)))) for id_, text in texts if is_comparable(text)]
        self._put(new)
        count = self._count("indexed") + len(new)
        self._set("indexed", count)
        if count == len(new):
            self._set("ranked", count)
        elif count >= max(_SMALLEST, _GROWTH * self._count("ranked")):
            self.rebuild()

    def rebuild(self) -> None:
        """Index everything anew, the words ranked by the number of texts that have them."""
        self.forget()
        for table in ("posting", "word"):
            self._connection.execute(f"DELETE FROM {table}")
        counts: Counter[str] = Counter()
        for batch in self._indexed():
            for _, own in batch:
                counts.update(own)
        self._set("words", 0)
        self._learn(counts)
        count = 0
        for batch in self._indexed():
            self._put(batch)
            count += len(batch)
        self._set("indexed", count)
        self._set("ranked", count)

    def forget(self) -> None:
        """Drop what is known of the tables."""
        self._ranks.clear()

    def _indexed(self) -> Iterator[list[tuple[int, list[str]]]]:
        """Yield the texts that are indexed with their items, in batches."""
        cursor = self._connection.execute("SELECT id, text FROM text WHERE indexed")
        while rows := cursor.fetchmany(_BATCH):
            yield [(id_, items(words(fold(text)))) for id_, text in rows if is_comparable(text)]

    def _put(self, texts: Sequence[tuple[int, list[str]]]) -> None:
        self._learn(Counter(item for _, own in texts for item in own))
        postings: list[Posting] = []
        for text, own in texts:
            bits = bitmap(own)
            ranks = sorted((self._ranks[item] for item in own), reverse=True)
            first = ranks[: prefix_length(len(own), LOWEST_THRESHOLD)]
            postings += [(rank, len(own), text, place, bits) for place, rank in enumerate(first)]
        postings.sort()
        self._connection.executemany("INSERT INTO posting VALUES (?, ?, ?, ?, ?)", postings)

    def _learn(self, counts: Counter[str]) -> None:
        """Know the ranks of these words; those that are new get them, the commonest first."""
        if len(self._ranks) > _CACHED_WORDS:
            self.forget()
        new = []
        for item, _ in counts.most_common():
            if item not in self._ranks:
                if (rank := _rank(self._connection, item)) is None:
                    new.append(item)
                else:
                    self._ranks[item] = rank
        if new:
            last = self._count("words")
            ranks = dict(zip(new, range(last + 1, last + 1 + len(new)), strict=True))
            self._connection.executemany("INSERT INTO word VALUES (?, ?)", sorted(ranks.items()))
            self._set("words", last + len(new))
            self._ranks |= ranks

    def _count(self, key: str) -> int:
        (value,) = self._connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return int(value)

    def _set(self, key: str, count: int) -> None:
        self._connection.execute("UPDATE meta SET value = ? WHERE key = ?", (str(count), key))


def candidates(connection: sqlite3.Connection, query: Sequence[str], threshold: int) -> set[int]:
    """Return the ids of all texts whose words may be alike enough those of `query`, and of few others."""
    own = items(query)
    length = len(own)
    bits = bitmap(own)
    shared = length - most_edits(length, threshold)
    shortest = -(-length * threshold // 100)
    # For each length, how many bits may differ: the words of either side that need not be shared.
    most = {
        other: length + other - 2 * (max(length, other) - most_edits(max(length, other), threshold))
        for other in range(shortest, length * 100 // threshold + 1)
    }
    # Words that the memory has never met come first in the order: they are in no text of it.
    known = sorted(filter(None, (_rank(connection, item) for item in own)), reverse=True)
    unknown = length - len(known)
    found: set[int] = set()
    for place, rank in enumerate(known, unknown):
        # A longer text must share more words than are left from here on, a shorter one has them further up.
        longest = (length - place) * 100 // threshold
        if place > length - shared:
            break
        rows = connection.execute(_FIND, (rank, shortest, longest, length, shared))
        found.update(text for text, other, theirs in rows if (bits ^ theirs).bit_count() <= most[other])
    return found


def _rank(connection: sqlite3.Connection, item: str) -> int | None:
    row = connection.execute("SELECT rank FROM word WHERE word = ?", (item,)).fetchone()
    return None if row is None else int(row[0])
