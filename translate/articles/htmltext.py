"""The text of an HTML page as readers see it, and as it is spelled in the file."""

from __future__ import annotations

import html
import re

from translate.articles.htmltokens import SPACE

_COLLAPSED = re.compile(f"[{SPACE}]+")
_WORD = re.compile(r"[^\W_]")
_BLANK_OR_SEEN = re.compile(
    r"(?:[\s\u200b\ufeff]|&(?:nbsp|#160|#[xX][aA]0);)+|(?P<seen>&|[^&\s\u200b\ufeff]+)"
)


def plain(spelling: str) -> str:
    r"""Decode the character references of `spelling` and collapse its white space, no-break spaces excepted.

    >>> plain("Kyiv\n  &amp;&nbsp;Lviv")
    'Kyiv &\xa0Lviv'
    """
    return _COLLAPSED.sub(" ", html.unescape(spelling))


def has_words(text: str) -> bool:
    """Tell whether there is a letter or a digit in `text`."""
    return _WORD.search(text) is not None


def seen_range(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where what is not white space begins and ends in the spelling, None when there is nothing.

    No-break spaces count as white space here, however they are spelled.
    """
    first = last = -1
    for found in _BLANK_OR_SEEN.finditer(text, start, end):
        if found["seen"]:
            first = found.start() if first < 0 else first
            last = found.end()
    return None if first < 0 else (first, last)


def spell(text: str, encoding: str, *, named_spaces: bool, quote: str = "") -> str:
    """Return `text` as it is written in a page, in an attribute's value when there is a `quote`.

    Characters that `encoding` lacks become numeric references; `named_spaces` writes `&nbsp;`.

    >>> spell("Львів & Ko", "ascii", named_spaces=False)
    '&#1051;&#1100;&#1074;&#1110;&#1074; &amp; Ko'
    """
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if quote:
        text = text.replace(quote, "&quot;" if quote == '"' else "&#39;")
    if named_spaces:
        text = text.replace("\xa0", "&nbsp;")
    return text.encode(encoding, "xmlcharrefreplace").decode(encoding)
