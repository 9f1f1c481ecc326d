"""An article's blocks as numbered segments."""

from __future__ import annotations

from collections.abc import Iterable

from translate.articles import Article
from translate.segments.model import Segment
from translate.segments.split import split


def segment(article: Article, language: str) -> tuple[Segment, ...]:
    """Return the segments of all blocks of `article` in reading order.

    `language` is the BCP 47 code of the article's language. A block of white space alone has no segments;
    readers make no such blocks.
    """
    return tuple(
        Segment(f"{block}-{sentence}", block, piece.source, piece.lead, piece.trail)
        for block, content in enumerate(article.blocks, 1)
        for sentence, piece in enumerate(split(content.text, language, kind=content.kind), 1)
    )


def join(segments: Iterable[Segment]) -> str:
    """Return the text of a block from its segments, the white space between them included."""
    return "".join(part for piece in segments for part in (piece.lead, piece.source, piece.trail))
