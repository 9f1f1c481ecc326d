"""What a batch amounts to before it is drafted: segments, words, characters, repetitions, match bands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal

from translate import articles, segments
from translate.articles import Found
from translate.errors import TranslateError
from translate.inline import Text
from translate.memory import Match, Memory

Band = Literal["context", "exact", "repetition", "95-99", "85-94", "75-84", "new"]
BANDS: tuple[Band, ...] = ("context", "exact", "repetition", "95-99", "85-94", "75-84", "new")
"""Every segment counts in one band: the best that the memory has, or a repetition of an earlier segment."""

# White space parts words, as in word processors; a dash or an ellipsis that stands alone is none.
_WORD = re.compile(r"\S*\w\S*")


@dataclass(frozen=True, slots=True)
class Volume:
    """How much text: `characters` count those of the segments, spaces within them included."""

    segments: int = 0
    words: int = 0
    characters: int = 0

    def __add__(self, other: Volume) -> Volume:
        return Volume(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


@dataclass(frozen=True, slots=True)
class Statistics:
    """The volume of an article, in all and by match band, or why there is none."""

    article: Path
    bands: dict[Band, Volume]
    error: TranslateError | None = None

    @property
    def total(self) -> Volume:
        """The sum of all bands."""
        return sum(self.bands.values(), Volume())


def collect(
    found: Iterable[Found], language: str, memory: Memory | None = None, encoding: str | None = None
) -> Iterator[Statistics]:
    """Yield the statistics of each article; a repetition counts as such across all of them.

    `language` is the BCP 47 code of the articles. An article that cannot be read is yielded with its error.
    """
    seen: set[tuple[object, ...]] = set()
    for each in found:
        bands = {band: Volume() for band in BANDS}
        try:
            if each.error is not None:
                raise each.error
            article = articles.read(each.path, encoding)
            texts = [part.content for part in segments.segment(article, language)]
            for text, match in zip(texts, _matches(texts, memory), strict=True):
                key = (text.text, text.keys)
                bands[_band(match, repeated=key in seen)] += _volume(text.text)
                seen.add(key)
        except TranslateError as error:
            yield Statistics(each.path, bands, error)
            continue
        yield Statistics(each.path, bands)


def count_words(text: str) -> int:
    """Return the number of words of a text, as the bands count them.

    >>> count_words("Kyiv — 12 days")
    3
    """
    return len(_WORD.findall(text))


def in_all(statistics: Sequence[Statistics]) -> Statistics:
    """Return the sum over all articles."""
    bands = {band: sum((each.bands[band] for each in statistics), Volume()) for band in BANDS}
    return Statistics(Path("all"), bands)


def _matches(texts: Sequence[Text], memory: Memory | None) -> Iterator[Match | None]:
    for index, text in enumerate(texts):
        if memory is None:
            yield None
            continue
        before = texts[index - 1].text if index else ""
        after = texts[index + 1].text if index + 1 < len(texts) else ""
        yield next(iter(memory.lookup(text, before, after)), None)


def _band(match: Match | None, *, repeated: bool) -> Band:
    if match is not None and match.kind in ("context", "exact"):
        return "context" if match.kind == "context" else "exact"
    if repeated:
        return "repetition"
    score = match.score if match is not None else 0
    if score >= 95:
        return "95-99"
    if score >= 85:
        return "85-94"
    return "75-84" if score >= 75 else "new"


def _volume(text: str) -> Volume:
    return Volume(1, count_words(text), len(text))
