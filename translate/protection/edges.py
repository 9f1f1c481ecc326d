"""The edges of a segment that no model should touch: quotation marks, brackets and emoji around it.

A quotation that runs over several segments opens in the first and closes in the last. A model sees neither
neighbour and drops or doubles such marks, so they are peeled off before the draft and put back after it in
the target's own signs.
"""

from __future__ import annotations

import regex

_EMOJI_RUN = (
    r"(?:[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\uFE0F\u200D--[©®™‼⁉ℹ↔↕]]+)"
)
_HEAD_EMOJI = regex.compile(rf"^(?:{_EMOJI_RUN}\s*)+", regex.V1)
_TAIL_EMOJI = regex.compile(rf"(?:\s*+{_EMOJI_RUN})++$", regex.V1)
# More marks or emoji than these around a sentence are no edges: the time must not grow with their square.
_MOST_MARKS, _LONGEST_TAIL = 32, 256

_OPENING = "“„«‟"
_CLOSING = "”»"
_SINGLE_OPENING = "‘‚‹"
_QUOTES = '"“”„«»‟'
_PAIRS = {"(": ")", "[": "]"}
_CLOSERS = {")", "]"}


def peel(text: str) -> tuple[str, str, str]:
    """Split `text` into (prefix, core, suffix); joined they give `text` back.

    Only marks whose partner is not inside the core are peeled: `“All gone.”` and `“All gone.` lose theirs,
    `“All” gone` keeps them for the model.

    >>> peel("“We have already found some of them.”")
    ('“', 'We have already found some of them.', '”')
    >>> peel("He said: “They killed some of them.")
    ('', 'He said: “They killed some of them.', '')
    """
    head = _HEAD_EMOJI.match(text)
    start = head.end() if head else 0
    tail = _TAIL_EMOJI.search(text, max(start, len(text) - _LONGEST_TAIL))
    end = tail.start() if tail else len(text)
    for _ in range(_MOST_MARKS):
        if start >= end:
            break
        opens = _opens(text, start, end)
        closes = _closes(text, start, end)
        if opens and closes and end - start > 2 and not _crossed(text[start + 1 : end - 1]):
            start, end = start + 1, end - 1
        elif opens and not closes and _unmatched_opening(text[start:end]):
            start += 1
        elif closes and not opens and _unmatched_closing(text[start:end]):
            end -= 1
        else:
            break
    return text[:start], text[start:end], text[end:]


def rewrap(prefix: str, target: str, suffix: str, quotes: tuple[str, str, str, str]) -> str:
    """Put the peeled edges around `target`, in the target's `quotes` (outer pair, inner pair).

    A full stop or comma goes outside the closing quotation mark, as Ukrainian orthography wants it
    (2019, § 164); other marks stay inside.

    >>> rewrap("“", "Ми знайшли їх.", "”", ("«", "»", "„", "“"))
    '«Ми знайшли їх».'
    """
    opened = "".join(_translated(mark, quotes, opening=True) for mark in prefix)
    closed = "".join(_translated(mark, quotes, opening=False) for mark in suffix)
    if closed[:1] == quotes[1] and target.endswith((".", ",", ";")) and not target.endswith(("...", "..")):
        return f"{opened}{target[:-1]}{closed[0]}{target[-1]}{closed[1:]}"
    return f"{opened}{target}{closed}"


def _translated(mark: str, quotes: tuple[str, str, str, str], *, opening: bool) -> str:
    if mark in _QUOTES:
        return quotes[0] if opening else quotes[1]
    if mark in _SINGLE_OPENING or (mark in "’›'" and not opening) or mark == "'":
        return quotes[2] if opening else quotes[3]
    return mark


def _opens(text: str, start: int, end: int) -> bool:
    mark = text[start]
    if start + 1 >= end or text[start + 1].isspace():
        return False
    return mark in _OPENING or mark == '"' or mark in _PAIRS


def _closes(text: str, start: int, end: int) -> bool:
    mark = text[end - 1]
    return end - 1 > start and (mark in _CLOSING or mark == '"' or mark in _CLOSERS)


def _crossed(core: str) -> bool:
    """Whether quotation marks or brackets inside `core` close before they open: not a single pair around."""
    if '"' in core:
        return True
    depth = 0
    for mark in core:
        if mark in _OPENING or mark in _PAIRS:
            depth += 1
        elif mark in _CLOSING or mark in _CLOSERS:
            depth -= 1
            if depth < 0:
                return True
    return depth != 0


def _unmatched_opening(text: str) -> bool:
    inner = text[1:]
    if text[0] in _PAIRS:
        return _PAIRS[text[0]] not in inner
    return not any(mark in inner for mark in _CLOSING + '"')


def _unmatched_closing(text: str) -> bool:
    inner = text[:-1]
    if text[-1] in _CLOSERS:
        return not any(mark in inner for mark in _PAIRS)
    return not any(mark in inner for mark in _OPENING + '"')
