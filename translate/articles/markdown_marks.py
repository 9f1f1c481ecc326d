"""What a block of Markdown is made of: marks (codes before they have numbers), texts inside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from translate.articles.markdown_events import Token
from translate.inline import Code, Kind, Text, concatenate

Spot = Literal["line", "heading", "cell", "alt", "title", "front"]

_NEWLINE = re.compile(r"\r\n|[\r\n]")
_WORD = re.compile(r"[^\W_]")
_ESCAPED = re.compile(r"[!-/:-@\[-`{-~]")
_TITLE = re.compile(
    r"""[\s>](?:"(?P<double>(?:\\.|[^"\\])*)" | '(?P<single>(?:\\.|[^'\\])*)'
        | \((?P<round>(?:\\.|[^()\\])*)\))[\s>]*\)\Z""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Inside:
    """A text within a code: it stands at `[start:end]` of the article, after the quotation mark `quote`."""

    text: str
    start: int
    end: int
    spot: Spot
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A code before it has its number; `pair` is what an opening and its closing code share."""

    pair: int
    kind: Kind
    type: str
    data: tuple[str | Inside, ...]
    shown: str


@dataclass(frozen=True, slots=True)
class Content:
    """The inline content at `[start:end]`; an integer in a code's data is an index (from 0) in `inside`."""

    text: Text
    start: int
    end: int
    inside: tuple[Inside, ...]


@dataclass(slots=True)
class Frame:
    """An element that is open, and the HTML tags open in it: name, index among the pieces, offset."""

    token: Token | None = None
    pair: int = 0
    html: list[tuple[str, int, int]] = field(default_factory=list)
    names: dict[str, int] = field(default_factory=dict)

    def open_tag(self, name: str, index: int, start: int) -> None:
        """Remember the tag `name`, the piece at `index`."""
        self.html.append((name, index, start))
        self.names[name] = self.names.get(name, 0) + 1

    def close_tag(self, name: str) -> tuple[int, int] | None:
        """Forget the last open tag `name` and all after it; return its index and its offset."""
        if not self.names.get(name):
            return None
        while True:
            last, index, start = self.html.pop()
            self.names[last] -= 1
            if last == name:
                return index, start


def has_words(text: str) -> bool:
    """Tell whether there is a letter or a digit to translate."""
    return bool(_WORD.search(text))


def unbroken(text: str) -> str:
    """Return `text` with a single space for line breaks and the white space beside them.

    >>> unbroken("Irpin \\n  holds")
    'Irpin holds'
    """
    first, *lines = _NEWLINE.split(text)
    if not lines:
        return text
    *middle, last = lines
    inner = [line for line in (line.strip(" \t") for line in middle) if line]
    return " ".join([first.rstrip(" \t"), *inner, last.lstrip(" \t")])


def one_line(text: str) -> str:
    """Return `text` without line breaks and without white space around."""
    return unbroken(text).strip(" \t")


def text_of(source: str, token: Token) -> str:
    """Return the decoded text of a leaf, with the lone surrogates that the parser did not see."""
    value: str = token.value
    if "\ufffd" in value and len(value) == token.end - token.start:
        return source[token.start : token.end]
    return value


def code_text(literal: str) -> tuple[str, str]:
    """Return the back-ticks that begin inline code on one line, and its text (CommonMark 0.31, section 6.1).

    >>> code_text("`` `a` ``"), code_text("` a`")
    (('``', '`a`'), ('`', ' a'))
    """
    text = literal.strip("`")
    ticks = literal[: literal.index(text)] if text else literal
    if text.startswith(" ") and text.endswith(" ") and text.strip(" "):
        text = text[1:-1]
    return ticks, text


def unescaped_start(source: str, token: Token, floor: int) -> int:
    """Return where `token` starts with its backslash, which the parser leaves out of the range.

    In a table, two backslashes before a bar are one escape.
    """
    start = token.start
    if token.tag != "Text" or not _ESCAPED.match(token.value) or not _ESCAPED.match(source, start):
        return start
    limit = max(floor, start - (2 if token.value.startswith("|") else 1))
    while start > limit and source[start - 1] == "\\":
        start -= 1
    return start


def title_span(literal: str) -> tuple[int, int] | None:
    """Return where the title stands in the `](url "title")` of a link, without its quotation marks."""
    found = _TITLE.search(literal)
    return found.span(found.lastgroup or 0) if found else None


def assembled(pieces: Iterable[str | Mark], start: int, end: int) -> Content:
    """Return the content of `pieces`: codes numbered from 1 in the order in which they open."""
    inside: list[Inside] = []
    return Content(concatenate(_numbered(pieces, inside)), start, end, tuple(inside))


def _numbered(pieces: Iterable[str | Mark], inside: list[Inside]) -> Iterator[str | Code]:
    numbers: dict[int, int] = {}
    for piece in pieces:
        if isinstance(piece, str):
            yield piece
            continue
        number = numbers.setdefault(piece.pair, len(numbers) + 1)
        data: list[str | int] = []
        for part in piece.data:
            if isinstance(part, Inside):
                data.append(len(inside))
                inside.append(part)
            else:
                data.append(part)
        yield Code(0, str(number), piece.kind, piece.type, tuple(data), piece.shown)
