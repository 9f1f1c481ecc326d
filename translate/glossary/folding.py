"""Texts made comparable: one apostrophe, one hyphen, one space, composed letters — and the way back.

`fold` replaces what typists and typesetters vary, and remembers where each character stood, so that a match
in the folded text is a range of the original one.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

ZERO_WIDTH = "\u00ad\u200b\u200c\u200d\u2060\ufeff"

_SAME = {
    **dict.fromkeys(map(ord, "‘’ʼʻ‛′`´＇"), "'"),
    **dict.fromkeys(map(ord, "‐‑‒–−﹣－"), "-"),
    **dict.fromkeys(map(ord, "\t\r\x0b\x0c\x85\u00a0\u1680\u202f\u205f\u3000"), " "),
    **dict.fromkeys(range(0x2000, 0x200B), " "),
    **dict.fromkeys((0x2028, 0x2029), "\n"),
    # The only letter whose lower case is longer than itself, and the only one whose lower case depends on
    # its neighbours: replaced here, so that `lower` keeps every offset.
    ord("İ"): "I",
    ord("ς"): "σ",
}
# Most sources of a glossary need no folding at all; this makes a large one load in half the time.
_PLAIN = re.compile(r"[A-Za-z0-9\u0400-\u04ff]+(?: [A-Za-z0-9\u0400-\u04ff]+)*")
_HYPHEN_INSIDE = re.compile(r"(?<=\w)-(?=\w)")
_UNEVEN = re.compile(
    rf"(?<=\w)- *\n *(?=\w)|[ \n{ZERO_WIDTH}]{{2,}}|[\n{ZERO_WIDTH}]|\w[\u0300-\u036f]+",
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. `cased` and `lower` have the same length; `original` maps an offset in them back."""

    cased: str
    lower: str
    ends: tuple[int, ...]
    shifts: tuple[int, ...]

    def original(self, offset: int) -> int:
        """Return the offset in the original text of the folded text's `offset`."""
        return offset + self.shifts[bisect_right(self.ends, offset)]


def fold(text: str) -> Folded:
    """Fold `text`: apostrophes to ', a hyphen or short dash inside a word and white space to one space.

    A blank line becomes a newline, so that nothing matches across paragraphs; zero-width characters vanish;
    letters with combining marks are composed (Unicode NFC).
    """
    even = _HYPHEN_INSIDE.sub(" ", text.translate(_SAME))
    parts: list[str] = []
    ends: list[int] = []
    shifts = [0]
    at = length = 0
    for match in _UNEVEN.finditer(even):
        new = _evened(match.group())
        parts += (even[at : match.start()], new)
        length += match.start() - at + len(new)
        at = match.end()
        if at - length != shifts[-1]:
            ends.append(length)
            shifts.append(at - length)
    cased = "".join((*parts, even[at:])) if parts else even
    return Folded(cased, _lower(cased), tuple(ends), tuple(shifts))


def spelling(term: str) -> tuple[str, str]:
    """Return a term folded, with its capitals and in lower case; two spellings of it share the second."""
    if _PLAIN.fullmatch(term):
        return term, term.lower()
    folded = fold(term.strip())
    return folded.cased, folded.lower


def _evened(run: str) -> str:
    if run[0].isalnum():
        return unicodedata.normalize("NFC", run)
    if run.count("\n") > 1:
        return "\n"
    return " " if " " in run or "\n" in run else ""


def _lower(text: str) -> str:
    # A capital sigma at a word's end would become the final one, which `_SAME` has made an ordinary one.
    return text.lower().replace("ς", "σ")
