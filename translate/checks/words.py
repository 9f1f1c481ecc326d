"""Words of a text, and where given words stand in it: what several checks need."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator

# A word: letters and digits, with apostrophes, hyphens and combining marks inside it.
WORD = re.compile(r"\w+(?:[’'ʼ\u0300-\u036f\u2010\u2011-]+\w+)*")

# Writing systems that put no space between words have no word boundary to look for.
_NO_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_ALIKE = str.maketrans(
    {"’": "'", "ʼ": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\u2011": "-", "\u2010": "-"}
)


def occurrences(text: str, forms: Collection[str], *, any_case: bool = False) -> list[tuple[int, int]]:
    """Return the (start, end) of `forms` in `text` as whole words, longest first, none overlapping another.

    A capital where the form has a small letter is no difference (a headline, the start of a sentence); a
    small letter where the form has a capital is one, unless `any_case`. Apostrophes, spaces and hyphens count
    as equal to their look-alikes. A hyphen ends a word, an apostrophe between letters does not. Both text and
    forms are expected in Unicode normalisation form C.
    """
    alike = text.translate(_ALIKE)
    folded = _fold(alike)
    taken: list[tuple[int, int]] = []
    for form in sorted(
        {form.translate(_ALIKE) for form in forms if form.strip()}, key=lambda form: (-len(form), form)
    ):
        needle = _fold(form)
        start = folded.find(needle)
        while start >= 0:
            end = start + len(needle)
            if (
                _is_whole(alike, start, end)
                and (any_case or _same_capitals(alike[start:end], form))
                and all(end <= a or start >= b for a, b in taken)
            ):
                taken.append((start, end))
            start = folded.find(needle, start + 1)
    return taken


def words(text: str) -> Iterator[re.Match[str]]:
    """Return the words of `text` in order, as matches."""
    return WORD.finditer(text)


def _fold(text: str) -> str:
    lower = text.lower()
    # A few letters grow when they are lowered (İ); then offsets would shift, so they stay as they are.
    return (
        lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )


def _same_capitals(found: str, form: str) -> bool:
    return found == form or all(a == b or a == b.upper() for a, b in zip(found, form, strict=True))


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (
        _continues(text[start - 1 : start], text[max(start - 2, 0) : start - 1], text[start])
    ) and not (_continues(text[end : end + 1], text[end + 1 : end + 2], text[end - 1]))


def _continues(neighbour: str, beyond: str, edge: str) -> bool:
    """Say whether the word goes on past its edge: a letter or digit, or an apostrophe and then a letter."""
    if not neighbour or _NO_SPACES.match(edge) or not edge.isalnum():
        return False
    if neighbour == "'":
        return beyond.isalpha()
    return neighbour.isalnum() or bool(unicodedata.combining(neighbour))
