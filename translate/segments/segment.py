"""An article's blocks as numbered segments, and segments as a block again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from translate.articles import Article, Block
from translate.inline import Code, Text, concatenate
from translate.segments.model import Segment
from translate.segments.split import split

_PROTECTED = "protected"
_SIGN = re.compile(r"\W")


def segment(article: Article, language: str) -> tuple[Segment, ...]:
    """Return the segments of all blocks of `article` in reading order.

    `language` is the BCP 47 code of the article's language. A block of white space alone has no segments;
    readers make no such blocks.
    """
    return tuple(
        part for number, block in enumerate(article.blocks, 1) for part in _segments(number, block, language)
    )


def join(segments: Iterable[Segment], targets: Mapping[str, Text] | None = None) -> Text:
    """Return a block from its segments, the white space and the inline codes between them included.

    `targets` maps the ids of segments to what stands in the place of their sources.
    """
    targets = targets or {}
    return concatenate(
        part
        for each in segments
        for part in (
            Text(each.lead, each.before),
            targets.get(each.id, each.content),
            Text(each.trail, each.after),
        )
    )


def _segments(number: int, block: Block, language: str) -> Iterator[Segment]:
    text = block.text
    pieces = split(_unbroken(block), language, kind=block.kind)
    start = 0
    shares = _share_out(block.codes, [len(p.lead) + len(p.source) + len(p.trail) for p in pieces])
    for sentence, (piece, codes) in enumerate(zip(pieces, shares, strict=True), 1):
        begin = start + len(piece.lead)
        end = begin + len(piece.source)
        first, last = _inner(codes, begin, end)
        yield Segment(
            f"{number}-{sentence}",
            number,
            text[begin:end],
            piece.lead,
            piece.trail,
            codes=tuple(code.at(code.position - begin) for code in codes[first:last]),
            before=tuple(code.at(min(code.position, begin) - start) for code in codes[:first]),
            after=tuple(code.at(max(code.position, end) - end) for code in codes[last:]),
        )
        start = end + len(piece.trail)


def _unbroken(block: Block) -> str:
    """Return the text of `block` with nothing in its protected pairs at which a sentence could end."""
    if all(code.type != _PROTECTED for code in block.codes):
        return block.text
    parts: list[str] = []
    within = False
    for part in block.content.parts():
        if isinstance(part, str):
            parts.append(_masked(part) if within else part)
        elif part.type == _PROTECTED:
            within = part.kind == "open"
    return "".join(parts)


def _masked(text: str) -> str:
    core = text.strip()
    return text.replace(core, _SIGN.sub("_", core)) if core else text


def _share_out(codes: Sequence[Code], lengths: Sequence[int]) -> list[list[Code]]:
    """Give each piece of a block its codes; between two pieces, what closes stays and the rest goes on."""
    shares: list[list[Code]] = [[] for _ in lengths]
    index = 0
    limit = lengths[0] if lengths else 0
    for code in codes:
        while index + 1 < len(lengths) and (
            code.position > limit or (code.position == limit and code.kind != "close")
        ):
            index += 1
            limit += lengths[index]
        if shares:
            shares[index].append(code)
    return shares


def _inner(codes: Sequence[Code], begin: int, end: int) -> tuple[int, int]:
    """Return the range of `codes` that stay in the unit: those at its edges go, pairs only together.

    What is protected keeps its codes: its text stays, and without them nobody would know.
    """
    first, last = 0, len(codes)
    while first < last:
        head, tail = codes[first], codes[last - 1]
        inside = {code.key for code in codes[first:last]}
        starts = head.position <= begin and head.type != _PROTECTED
        ends = tail.position >= end and tail.type != _PROTECTED
        if starts and not (head.kind == "open" and (head.id, "close") in inside):
            first += 1
        elif ends and not (tail.kind == "close" and (tail.id, "open") in inside):
            last -= 1
        elif starts and ends and head.id == tail.id:
            first, last = first + 1, last - 1
        else:
            break
    return first, last
