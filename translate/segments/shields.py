"""Stretches inside a sentence that hold sentences of their own: brackets and embedded quotations."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

_MARKS = re.compile(r"[“”„«»\"()\[\]{}]")
_CLOSES = {")": "(", "]": "[", "}": "{", "»": "«"}
_BRACKETS = "([{"
_GOES_ON = re.compile(r"[,;]|\s+[^\W\d_]")
_WORD = re.compile(r"[^\W_]")

# A longer bracket or quotation is text in its own right, and bounds keep the look-back cheap.
_LONGEST_BRACKET = 400
_LONGEST_QUOTATION = 120


@dataclass(frozen=True, slots=True)
class Shields:
    """The shielded stretches of a text: where each opens (ascending) and closes."""

    opens: tuple[int, ...]
    closes: tuple[int, ...]

    def cover(self, text: str, sentence: int, position: int) -> bool:
        """Tell whether `position` lies in a stretch that opened inside the sentence begun at `sentence`.

        A stretch that opens the sentence does not count: `(He left. She stayed.)` may be split.
        """
        low = bisect_left(self.opens, max(sentence, position - _LONGEST_BRACKET))
        high = bisect_left(self.opens, position)
        return any(
            self.closes[index] >= position and _WORD.search(text, sentence, self.opens[index])
            for index in range(low, high)
        )


def shields(text: str) -> Shields:
    """Return the brackets of `text` and the short quotations that are part of a longer sentence.

    `the slogan “Yes! We can!” won` has an embedded quotation; after a colon or a comma, or where the sentence
    ends with it, a quotation is split like any text.
    """
    found: list[tuple[int, int]] = []
    stack: list[int] = []
    for mark in _MARKS.finditer(text):
        here, character = mark.start(), mark[0]
        opener = _opener(text, here, character, stack)
        if opener is None:
            stack.append(here)
        elif stack and text[stack[-1]] in opener:
            begin = stack.pop()
            if _is_shield(text, begin, here):
                found.append((begin, here))
    found.sort()
    return Shields(tuple(begin for begin, _ in found), tuple(end for _, end in found))


def _opener(text: str, here: int, character: str, stack: list[int]) -> str | None:
    """Return the marks that `character` may close, or None when it opens."""
    if character == "”":
        return "“„"
    if character == "“":
        return "„" if stack and text[stack[-1]] == "„" else None
    if character == '"':
        before = text[here - 1 : here]
        return None if not before or before.isspace() or before in "([{—–-‘'" else '"'
    return _CLOSES.get(character)


def _is_shield(text: str, begin: int, end: int) -> bool:
    if text[begin] in _BRACKETS:
        return end - begin <= _LONGEST_BRACKET
    if end - begin > _LONGEST_QUOTATION:
        return False
    before = text[max(0, begin - 2) : begin].rstrip()[-1:]
    after = _GOES_ON.match(text, end + 1)
    return before.isalnum() and after is not None and not after[0][-1].isupper()
