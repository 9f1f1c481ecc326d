"""Text as the models were trained to read it, with the way back to the caller's offsets.

Every package gets NFC (UAX #15), folded white space and no control characters. Packages that ask for it
(`"annotation"` or `"normalise": true` in `metadata.json`) also get straight quotes, `...`, ordinary hyphens
and no zero-width characters: the embedded model saw nothing else in training.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_CONTROLS = {c: "" for c in (*range(0x20), *range(0x7F, 0xA0)) if not chr(c).isspace()}
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_BASIC = _CONTROLS | _SURROGATES
_STRAIGHT = _BASIC | str.maketrans(
    {
        **dict.fromkeys("’‘ʼ‛`", "'"),
        **dict.fromkeys("“”„‟«»", '"'),
        "…": "...",
        "\u2011": "-",  # non-breaking hyphen
        "―": "—",
        # Soft hyphen, zero-width space, word joiner, byte order mark, marks of writing direction. The
        # zero-width joiners stay: emoji and some scripts are spelt with them.
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e", ""),
        **dict.fromkeys("\u2066\u2067\u2068\u2069", ""),
    }
)


@dataclass(frozen=True, slots=True)
class Normal:
    """A normalised text: character i stands for `original[starts[i]:ends[i]]`."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @property
    def identical(self) -> bool:
        """Whether normalising changed nothing, so that the offsets are the same."""
        return self.starts == tuple(range(len(self.ends))) and self.ends == tuple(
            range(1, len(self.ends) + 1)
        )

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the original text that `text[start:end]` stands for.

        >>> normalise_with_offsets("a  …b").original(2, 5)
        (3, 4)
        """
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else (self.ends[-1] if self.ends else 0)
            return at, at
        return self.starts[start], self.ends[end - 1]


def normalise(text: str, *, straight: bool = True) -> str:
    """Return the text as a model reads it; normalising twice changes nothing.

    `straight` adds the map of the embedded model (straight quotes and apostrophes, `...`, ordinary hyphens,
    no zero-width characters) to NFC, folded white space and dropped control characters.

    >>> normalise("“It’s  on\u00a0fire …”")
    '"It\\'s on fire ..."'
    """
    table = _STRAIGHT if straight else _BASIC
    while True:
        # A dropped character can bring a letter and its accent together, and NFC can bring forth a character
        # of the table, so the steps are repeated until nothing changes (twice, as a rule).
        result = " ".join(unicodedata.normalize("NFC", text).translate(table).split())
        if result == text:
            return result
        text = result


def normalise_with_offsets(text: str, *, straight: bool = True) -> Normal:
    """Return the same text as `normalise`, with the place in the original of each of its characters.

    It needs some hundred bytes for each character: not for texts of megabytes.
    """
    table = _STRAIGHT if straight else _BASIC
    normal = Normal(text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))
    while True:
        result = _folded(_mapped(_composed(normal), table))
        if result.text == normal.text:
            return result
        normal = result


def _composed(normal: Normal) -> Normal:
    if unicodedata.is_normalized("NFC", normal.text):
        return normal
    text = normal.text
    # A character that composes with the one before it is a mark or, in Hangul, a vowel or a final consonant.
    cuts = [
        i for i, c in enumerate(text) if unicodedata.category(c)[0] != "M" and not "\u1160" <= c <= "\u11ff"
    ]
    edges = [0, *cuts[1:], len(text)] if cuts and cuts[0] == 0 else [0, *cuts, len(text)]
    composed = ((a, b, unicodedata.normalize("NFC", text[a:b])) for a, b in pairwise(edges))
    return _rebuilt(normal, composed)


def _mapped(normal: Normal, table: dict[int, str]) -> Normal:
    if all(ord(c) not in table for c in normal.text):
        return normal
    return _rebuilt(normal, ((i, i + 1, table.get(ord(c), c)) for i, c in enumerate(normal.text)))


def _folded(normal: Normal) -> Normal:
    text = normal.text
    if " ".join(text.split()) == text:
        return normal
    words = list(re.finditer(r"\s+|\S+", text))
    if words and words[0].group().isspace():
        words = words[1:]
    if words and words[-1].group().isspace():
        words = words[:-1]
    parts: list[tuple[int, int, str]] = []
    for match in words:
        if match.group().isspace():
            parts.append((match.start(), match.end(), " "))
        else:
            parts.extend((i, i + 1, text[i]) for i in range(match.start(), match.end()))
    return _rebuilt(normal, iter(parts))


def _rebuilt(normal: Normal, parts: Iterator[tuple[int, int, str]]) -> Normal:
    """Return the text made of (start, end, replacement) parts of `normal`."""
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end, replacement in parts:
        text.append(replacement)
        starts.extend([normal.starts[start]] * len(replacement))
        ends.extend([normal.ends[end - 1]] * len(replacement))
    return Normal("".join(text), tuple(starts), tuple(ends))
