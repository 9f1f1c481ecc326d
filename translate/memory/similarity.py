"""How alike two sources are, in per cent: as alike as their words, and as their characters, are.

The words are compared as a sequence, in lower case and without punctuation; a number in digits is a word that
equals every other one, since figures are replaced (see `repair`). The characters are compared as they stand,
but for case, white space and the shape of quotation marks, hyphens and dashes. Both are edit distances
(Levenshtein 1966) over the length of the longer side; the lower of the two counts, rounded down.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import regex
from rapidfuzz.distance import Levenshtein

ALMOST = 99
"""The score of sources that differ in case, white space, quotation marks or codes alone."""

_SAME = {
    **dict.fromkeys(map(ord, "‘’ʼʻ‛′`´＇‚"), "'"),
    **dict.fromkeys(map(ord, "“”„‟«»″＂"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—−﹣－"), "-"),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"), None),
}
# Scripts without spaces between words are compared letter by letter.
_WORD = regex.compile(
    r"\p{Nd}+(?:[.,:/\u00a0\u202f ]\p{Nd}+)*"
    r"|[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
    r"|[^\W\d_](?:[^\W_]|\p{M}|'(?=\w))*"
)
_LETTER = regex.compile(r"\p{L}")
_DIGITS = "0"
_LONGEST_WORD = 40


def fold(text: str) -> str:
    """Return `text` in lower case with one kind of space, quotation mark, apostrophe and hyphen.

    >>> fold("“Kyiv”  –  the capital")
    '"kyiv" - the capital'
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_SAME)
    return " ".join(text.casefold().split())


def words(folded: str) -> list[str]:
    """Return the words of a folded text in order; of a long one (an address) the first 40 characters.

    >>> words(fold("On 24 February, Ukraine’s army held 1,500 km."))
    ['on', '0', 'february', "ukraine's", 'army', 'held', '0', 'km']
    """
    return [
        _DIGITS if word[0].isdigit() else word[:_LONGEST_WORD] for word in map(str, _WORD.findall(folded))
    ]


def is_comparable(text: str) -> bool:
    """Whether fuzzy matches make sense: a text without a letter is figures and marks alone."""
    return _LETTER.search(text) is not None


def most_edits(length: int, threshold: int) -> int:
    """Return how many of `length` words or characters may differ for a score of `threshold` per cent."""
    return length * (100 - threshold) // 100


def similarity(a: str, b: str) -> int:
    """Return how alike two texts are, 0 to 100; 100 only when they are equal.

    >>> similarity("Fighting near Irpin went on.", "Fighting near Irpin went on")
    96
    >>> similarity("Five of them left.", "five of  them left.")
    99
    """
    if a == b:
        return 100
    one, other = fold(a), fold(b)
    return min(folded_similarity(one, other, words(one), words(other)), ALMOST)


def folded_similarity(a: str, b: str, a_words: Sequence[str], b_words: Sequence[str]) -> int:
    """Return the same for folded texts and their words; 100 when they are equal."""
    return min(_per_cent(a, b), _per_cent(a_words, b_words))


def _per_cent(a: Sequence[str], b: Sequence[str]) -> int:
    longer = max(len(a), len(b))
    return 100 * (longer - Levenshtein.distance(a, b)) // longer if longer else 100
