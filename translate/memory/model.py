"""What a translation memory holds, and what a look-up in it gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from translate.inline import Text

MatchKind = Literal["context", "exact", "fuzzy"]

LOWEST_THRESHOLD = 75
"""The lowest score, in per cent, that the index is built to find."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A reviewed pair of segments.

    `previous` and `following` are the sources of the neighbouring segments, "" at the edges of the article.
    `article` is the name of the article, `unit` the id of the segment in it, `tool` what it was reviewed
    with, `date` (with a time zone) when. The memory numbers inline codes from "1" in the order in which the
    source has them, and does not keep their `data`, which is the article's own. `waived` are the glossary
    terms (`Irpin = Ірпінь`) that the reviewer saw missing from the target and let stand: another that is
    missing later is news.
    """

    source: Text
    target: Text
    previous: str
    following: str
    article: str
    unit: str
    tool: str
    date: datetime
    waived: tuple[str, ...] = ()

    @property
    def has_context(self) -> bool:
        """Whether the neighbours are known: pairs from other tools often name neither them nor an article."""
        return bool(self.previous or self.following or self.article)


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the entries that were added.

    `new` stand there now; `changed` replaced an older target of the same source in the same context; `same`
    were there already; `older` lost to a newer target that was there.
    """

    new: int = 0
    changed: int = 0
    same: int = 0
    older: int = 0

    def __add__(self, other: Added) -> Added:
        return Added(
            self.new + other.new,
            self.changed + other.changed,
            self.same + other.same,
            self.older + other.older,
        )


@dataclass(frozen=True, slots=True)
class Query:
    """A segment to look up, with the sources of its neighbours ("" at the edges of the article)."""

    source: Text
    previous: str = ""
    following: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that helps with a segment.

    `kind` is "context" (the same text, codes and neighbours; `score` 101), "exact" (the same text and codes;
    100) or "fuzzy" (75 to 99, see `similarity`). `target` is the entry's target with the codes of the segment
    that was looked up, ids and data included; where the two sources have different codes it has none.
    `rivals` is how many other targets the memory has for this very source.
    """

    entry: Entry
    kind: MatchKind
    score: int
    target: Text
    rivals: int = 0


@dataclass(frozen=True, slots=True)
class Stats:
    """A memory in figures; `oldest` and `newest` are None when it is empty, `size` is in bytes on disk."""

    entries: int
    sources: int
    with_context: int
    articles: tuple[tuple[str, int], ...]
    tools: tuple[tuple[str, int], ...]
    oldest: datetime | None
    newest: datetime | None
    size: int
