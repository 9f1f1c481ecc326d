"""The CommonMark parser's events with places in the text: CommonMark 0.31, GitHub's extensions, footnotes.

The parser is pulldown-cmark through pyromark; it counts in bytes of UTF-8, this module in characters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast

import pyromark
from pyromark import Options

What = Literal["start", "end", "leaf"]

# Front matter is read by markdown_front: the parser would find its fences in the middle of an article, too.
_OPTIONS = (
    Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_HEADING_ATTRIBUTES
    | Options.ENABLE_GFM
    | Options.ENABLE_DEFINITION_LIST
)

_SURROGATE = re.compile("[\ud800-\udfff]")
# `$5 million to US$`: a sum of money, not a formula.
_MONEY = re.compile(r"\d[\d.,]*\s+[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Token:
    """An event over `text[start:end]`.

    `tag` is the parser's name of the element ("Paragraph", "Link", "Text" …); both the start and the end of
    an element have the range of the whole element. `value` is what the parser says of it: the decoded text of
    a leaf, the destination and title of a link.
    """

    what: What
    tag: str
    start: int
    end: int
    value: Any = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """The tokens of a text, the labels that it defines for reference links, whether it has formulas."""

    tokens: Sequence[Token]
    labels: frozenset[str]
    math: bool


def parse(text: str, begin: int = 0) -> Parsed:
    """Parse `text` from the character `begin` on.

    Dollars make formulas unless one of them would end right before a digit (as in Pandoc's rule for
    `tex_math_dollars`) or holds a sum and a word: then they are money in the whole article.
    """
    # A lone surrogate has no UTF-8; the replacement character has its length in characters and bytes.
    own = _SURROGATE.sub("\ufffd", text[begin:])
    labels = frozenset(map(normal_label, pyromark.reference_definitions(own, options=_OPTIONS)))
    if "$" in own:
        tokens = _tokens(own, begin, _OPTIONS | Options.ENABLE_MATH)
        formulas = [token for token in tokens if token.tag in ("InlineMath", "DisplayMath")]
        if not any(text[t.end : t.end + 1].isdigit() or _MONEY.match(t.value) for t in formulas):
            return Parsed(tokens, labels, bool(formulas))
    return Parsed(_tokens(own, begin, _OPTIONS), labels, math=False)


def normal_label(label: str) -> str:
    """Return what is compared of a link label (CommonMark 0.31, section 4.7).

    >>> normal_label(" The  Note")
    'the note'
    """
    return " ".join(label.split()).casefold()


def _tokens(text: str, begin: int, options: Options) -> list[Token]:
    events = list(pyromark.events_with_range(text, options=options))
    offsets = {offset for _, place in events for offset in (place["start"], place["end"])}
    at = _characters(text, offsets)
    return [
        Token(*_named(event), begin + at[place["start"]], begin + at[place["end"]], _value(event))
        for event, place in events
    ]


def _characters(text: str, offsets: set[int]) -> dict[int, int]:
    """Return the number of characters before each offset in bytes."""
    if text.isascii():
        return dict(zip(offsets, offsets, strict=True))
    data = text.encode()
    at: dict[int, int] = {}
    done = count = 0
    for offset in sorted(offsets):
        count += len(data[done:offset].decode())
        at[offset] = count
        done = offset
    return at


def _named(event: object) -> tuple[What, str]:
    if isinstance(event, str):
        return "leaf", event
    ((key, inner),) = cast("dict[str, object]", event).items()
    if key not in ("Start", "End"):
        return "leaf", key
    tag = inner if isinstance(inner, str) else next(iter(cast("dict[str, object]", inner)))
    return ("start" if key == "Start" else "end"), tag


def _value(event: object) -> object:
    if isinstance(event, str):
        return None
    ((key, inner),) = cast("dict[str, object]", event).items()
    if key not in ("Start", "End"):
        return inner
    return next(iter(inner.values())) if isinstance(inner, dict) else None
