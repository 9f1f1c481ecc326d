"""Where the blocks of a plain text are: lines, hard-wrapped paragraphs, list items, headlines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from translate.articles.model import Block

# The mandatory breaks of UAX #14, with the form feed and the line tabulation.
LINE_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")

# White space, and the invisible characters that web pages leave at the ends of lines.
_EDGE = "".join(chr(point) for point in range(0x10000) if chr(point).isspace()) + "\ufeff\u200b"
_WORD = re.compile(r"[^\W_]")
_FIRST_WORD = re.compile(r"\S{1,200}")

# A capital with a full stop is no marker: `J. Smith said …` opens many a paragraph.
_MARKER = re.compile(
    r"""(?: [-*•◦▪‣·●○–]
        | \d{1,3}[.)]
        | \((?:\d{1,3} | [^\W\d_] | [ivx]{1,5})\)
        | (?:[a-zа-яєіїґ] | [ivx]{1,5})\)
        )[ \t\xa0]+(?=\S)""",
    re.VERBOSE,
)

_CLOSERS = r"[)\]}”»’'\"]{0,3}$"
_PARAGRAPH_END = re.compile(r"[.!?…:]" + _CLOSERS)
_HEADLINE_END = re.compile(r"[.!?…:;,]" + _CLOSERS)
_HEADLINE = 120
_WRAP_WIDTHS = range(40, 121)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with words: `start` and `end` without the marker and the white space around."""

    number: int
    indent: int
    start: int
    end: int
    marked: bool


def blocks_and_skeleton(text: str) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Return the blocks of `text` and the skeleton parts around them, one more than there are blocks.

    Each line with a letter or a digit is a block, except that the lines of a hard-wrapped paragraph are one
    block with the line breaks in it. Rows of stars, blank lines, the white space at the ends of lines and the
    markers of list items are skeleton.
    """
    blocks: list[Block] = []
    skeleton: list[str] = []
    done = 0
    for first, last in _paragraphs(text, list(_lines(text))):
        skeleton.append(text[done : first.start])
        content = text[first.start : last.end]
        blocks.append(Block(content, _kind(content, first, is_first=not blocks)))
        done = last.end
    return tuple(blocks), (*skeleton, text[done:])


def _lines(text: str) -> Iterator[_Line]:
    begin = number = 0
    while begin < len(text):
        found = LINE_BREAK.search(text, begin)
        end = found.start() if found else len(text)
        line = text[begin:end]
        indent = len(line) - len(line.lstrip(_EDGE))
        marker = _MARKER.match(line, indent)
        start = marker.end() if marker else indent
        if _WORD.search(line, start):
            stop = begin + len(line.rstrip(_EDGE))
            yield _Line(number, indent, begin + start, stop, marker is not None)
        begin = found.end() if found else len(text)
        number += 1


def _paragraphs(text: str, lines: Sequence[_Line]) -> Iterator[tuple[_Line, _Line]]:
    """Yield the first and the last line of each block."""
    runs = list(_runs(lines))
    widths = [max(_length(line) for line in run) for run in runs if len(run) > 2 and _is_wrapped(text, run)]
    # Two lines alone prove nothing; in a file that is hard-wrapped they follow the width of the others.
    width = max(widths, default=0)
    for run in runs:
        if _is_wrapped(text, run) if len(run) > 2 else width and _is_wrapped(text, run, width):
            yield run[0], run[-1]
        else:
            yield from ((line, line) for line in run)


def _runs(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Yield the lines that follow each other without a blank line between."""
    run: list[_Line] = []
    for line in lines:
        if run and line.number != run[-1].number + 1:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _is_wrapped(text: str, run: Sequence[_Line], at_least: int = 0) -> bool:
    """Tell whether a run of lines is one paragraph, each line but the last as long as the width allows.

    Lines of like length may still be paragraphs or names of a list, so most lines must not end a sentence and
    half of them must go on in lower case.
    """
    width = max(at_least, *(_length(line) for line in run))
    if len(run) < 2 or width not in _WRAP_WIDTHS or any(line.marked for line in run):
        return False
    if len({line.indent for line in run[1:]}) > 1 or any(_is_capitals(text[x.start : x.end]) for x in run):
        return False
    ends = lower = 0
    for line, following in pairwise(run):
        word = _FIRST_WORD.match(text, following.start, following.end)
        if _length(line) + 1 + len(word[0] if word else "") <= width:
            return False
        ends += bool(_PARAGRAPH_END.search(text, max(line.start, line.end - 5), line.end))
        lower += text[following.start].islower()
    joints = len(run) - 1
    return ends * 3 <= joints and lower * 2 >= joints


def _length(line: _Line) -> int:
    return line.indent + line.end - line.start


def _kind(content: str, first: _Line, *, is_first: bool) -> str:
    if first.marked:
        return "list"
    if len(content) > _HEADLINE or LINE_BREAK.search(content):
        return "paragraph"
    if _is_capitals(content) or (is_first and not _HEADLINE_END.search(content)):
        return "headline"
    return "paragraph"


def _is_capitals(content: str) -> bool:
    return len(content) <= _HEADLINE and content.isupper() and sum(map(str.isalpha, content)) > 4
