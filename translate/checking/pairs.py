"""Two texts, one the translation of the other, as a document to check."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from translate import articles
from translate.articles import Article
from translate.articles.layout import LINE_BREAK
from translate.articles.registry import is_known
from translate.articles.text import read as read_text
from translate.checking.lengths import short_ones
from translate.checking.model import Bilingual, Item, Kind, Pair
from translate.errors import ArticleError
from translate.inline import Text
from translate.segments import Segment, segment

_QUOTED = 40


def read_pair(source: Path, target: Path, pair: Pair, encoding: str | None = None) -> Bilingual:
    """Return the segments of two texts in any format that articles have; another suffix is plain text.

    Two plain texts of as many lines are paired line by line, all else block by block, and a block sentence
    by sentence where both sides have as many. Raises ArticleError when a text cannot be read, or when the
    numbers of blocks differ: the message says where they part.
    """
    ours, theirs = _read(source, encoding), _read(target, encoding)
    lines = _lines(ours), _lines(theirs)
    plain: Kind = "text" if theirs.format == "text" else "other"
    same_blocks = len(ours.blocks) == len(theirs.blocks)
    if _are_parallel(*lines, blanks=same_blocks):
        items, too_long = short_ones(_of_lines(*lines))
    elif same_blocks:
        items, too_long = short_ones(_of_blocks(ours, theirs, pair))
    else:
        raise _differ(ours, theirs, lines)
    return Bilingual(
        target, plain, pair, items, original=str(source), sha256=theirs.sha256, problems=too_long
    )


def _read(path: Path, encoding: str | None) -> Article:
    return articles.read(path, encoding) if is_known(path) else read_text(path, encoding)


def text_of(article: Article) -> str:
    """Return the decoded text of an article in plain text."""
    parts = [article.skeleton[0]]
    for block, after in zip(article.blocks, article.skeleton[1:], strict=True):
        parts += [block.text, after]
    return "".join(parts)


def _lines(article: Article) -> list[tuple[int, str]]:
    """Return the lines of a plain text with their offsets; none when its paragraphs are hard-wrapped."""
    if article.format != "text" or any(LINE_BREAK.search(block.text) for block in article.blocks):
        return []
    text = text_of(article).rstrip()
    lines: list[tuple[int, str]] = []
    start = 0
    for line_break in LINE_BREAK.finditer(text):
        lines.append((start, text[start : line_break.start()]))
        start = line_break.end()
    return [*lines, (start, text[start:])]


def _are_parallel(source: list[tuple[int, str]], target: list[tuple[int, str]], *, blanks: bool) -> bool:
    """Whether there are as many lines on both sides; `blanks`: the same of them blank."""
    if not source or len(source) != len(target):
        return False
    return not blanks or all(
        bool(own.strip()) == bool(other.strip()) for (_, own), (_, other) in zip(source, target, strict=True)
    )


def _of_lines(source: list[tuple[int, str]], target: list[tuple[int, str]]) -> Iterator[Item]:
    for number, ((_, ours), (start, theirs)) in enumerate(zip(source, target, strict=True), 1):
        if ours.strip() or theirs.strip():
            lead = len(theirs) - len(theirs.lstrip())
            yield Item(str(number), Text(ours.strip()), Text(theirs.strip()), number, offset=start + lead)


def _of_blocks(ours: Article, theirs: Article, pair: Pair) -> Iterator[Item]:
    sides = [_segments(article, language) for article, language in zip((ours, theirs), pair, strict=True)]
    start, line = 0, 1
    is_text = theirs.format == "text"
    for number, (own, block) in enumerate(zip(ours.blocks, theirs.blocks, strict=True), 1):
        if is_text:
            start += len(theirs.skeleton[number - 1])
            line += len(LINE_BREAK.findall(theirs.skeleton[number - 1]))
        sources, targets = sides[0].get(number, []), sides[1].get(number, [])
        place = (line, start) if is_text else (None, None)
        if len(sources) != len(targets) or not sources:
            yield Item(str(number), own.content, block.content, place[0], kind=block.kind, offset=place[1])
        else:
            yield from _of_sentences(sources, targets, block.kind, *place)
        if is_text:
            start += len(block.text)
            line += len(LINE_BREAK.findall(block.text))


def _of_sentences(
    sources: list[Segment], targets: list[Segment], kind: str, line: int | None, offset: int | None
) -> Iterator[Item]:
    for source, target in zip(sources, targets, strict=True):
        if offset is not None:
            offset += len(target.lead)
        yield Item(source.id, source.content, target.content, line, kind=kind, offset=offset)
        if offset is not None and line is not None:
            offset += len(target.source) + len(target.trail)
            line += len(LINE_BREAK.findall(target.source + target.trail))


def _segments(article: Article, language: str) -> dict[int, list[Segment]]:
    found: dict[int, list[Segment]] = {}
    for part in segment(article, language):
        found.setdefault(part.block, []).append(part)
    return found


def _differ(ours: Article, theirs: Article, lines: tuple[list[tuple[int, str]], ...]) -> ArticleError:
    number = len(theirs.blocks)
    counts = f"{number} block{'' if number == 1 else 's'} of text where {ours.path} has {len(ours.blocks)}"
    return ArticleError(
        f"{counts}; {_parting(ours, theirs, lines)}",
        path=theirs.path,
        hint="Give both texts the same lines, or the same paragraphs",
    )


def _parting(ours: Article, theirs: Article, lines: tuple[list[tuple[int, str]], ...]) -> str:
    """Say where two texts part: at a line that is blank in one of them, else where the shorter one ends."""
    for number, (own, other) in enumerate(zip(*lines, strict=False), 1):
        if bool(own[1].strip()) != bool(other[1].strip()):
            blank, full = ("the target", own[1]) if own[1].strip() else ("the source", other[1])
            return f"line {number} is blank in {blank} and reads {_quoted(full)} in the other"
    for number, (own_block, block) in enumerate(zip_longest(ours.blocks, theirs.blocks), 1):
        if own_block is None:
            return f"the source has nothing for block {number}, {_quoted(block.text)}"
        if block is None:
            return f"the target has nothing for block {number}, {_quoted(own_block.text)}"
        if own_block.kind != block.kind:
            return f"block {number} is a {own_block.kind} in the source and a {block.kind} in the target"
    raise AssertionError("the numbers of blocks differ")


def _quoted(text: str) -> str:
    short = " ".join(text.split())
    return f"“{short[:_QUOTED]}…”" if len(short) > _QUOTED else f"“{short}”"
