"""Lately drafted parts, so that the same thing is not drafted again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Sequence
from threading import Lock

from translate.engine.model import Hypothesis

# Bytes, measured: an object with its fields, a row of attention, and a pair of offsets.
_HYPOTHESIS, _ROW, _PAIR = 300, 90, 100


class DraftCache:
    """N-best lists by key, bounded by their size; the least recently used are forgotten first.

    A draft does not depend on what else is drafted with it, so a remembered one is as good as a new one.
    May be used from several threads at once.
    """

    def __init__(self, limit: int) -> None:
        """`limit` is the size in bytes, roughly; 0 remembers nothing."""
        self._limit = limit
        self._size = 0
        self._drafts: OrderedDict[Hashable, tuple[int, tuple[Hypothesis, ...]]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> list[Hypothesis] | None:
        """Return the n-best list of a key, or None when it is not, or no more, remembered."""
        with self._lock:
            if key not in self._drafts:
                return None
            self._drafts.move_to_end(key)
            return list(self._drafts[key][1])

    def put(self, key: Hashable, drafts: Sequence[Hypothesis]) -> None:
        """Remember the n-best list of a key, and forget others if that is too much."""
        size = sum(map(_size, drafts))
        with self._lock:
            before = self._drafts.pop(key, None)
            self._size -= before[0] if before else 0
            if size > self._limit:
                return
            self._drafts[key] = size, tuple(drafts)
            self._size += size
            while self._size > self._limit:
                _, (freed, _) = self._drafts.popitem(last=False)
                self._size -= freed


def _size(hypothesis: Hypothesis) -> int:
    rows = len(hypothesis.attention)
    pairs = rows + len(hypothesis.source_pieces)
    return (
        _HYPOTHESIS
        + 2 * len(hypothesis.text)
        + _PAIR * pairs
        + rows * (_ROW + 4 * len(hypothesis.source_pieces))
    )
