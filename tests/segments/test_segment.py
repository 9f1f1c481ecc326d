from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from translate.articles import Article, Block
from translate.inline import Text
from translate.segments import Segment, join, segment


def _article(*texts: str) -> Article:
    blocks = tuple(Block(text) for text in texts)
    skeleton = ("", *("\n" for _ in texts))
    return Article(Path("a.txt"), "text", "utf-8", b"", blocks, skeleton, "")


def test_segment_numbers_blocks_and_sentences_from_one() -> None:
    assert segment(_article("The town is free. It rained.", "Kyiv waited."), "en") == (
        Segment("1-1", 1, "The town is free.", "", " "),
        Segment("1-2", 1, "It rained."),
        Segment("2-1", 2, "Kyiv waited."),
    )


def test_segment_takes_a_headline_as_one() -> None:
    article = _article("x")
    headline = Block("U.S. And Ukraine Sign Deal", "headline")
    article = Article(article.path, "text", "utf-8", b"", (headline,), ("", ""), "")
    assert [s.source for s in segment(article, "en")] == ["U.S. And Ukraine Sign Deal"]


@given(st.lists(st.text(min_size=1).filter(lambda text: bool(text.strip())), min_size=1, max_size=4))
def test_joining_segments_gives_the_block_back(texts: list[str]) -> None:
    segments = segment(_article(*texts), "en")
    for number, text in enumerate(texts, 1):
        assert join(s for s in segments if s.block == number) == Text(text)
