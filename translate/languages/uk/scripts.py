"""Letters that no eye can tell apart: Latin and Greek doubles of Cyrillic ones, and signs typed for ’."""

from __future__ import annotations

import re

# Only letters of the same shape in print; the Latin m, t, k, h and n differ from м, т, к, н and п in small.
_DOUBLES = dict(
    zip(
        "aeiocpxyïABCEHIKMOPTXYÏ" + "αορχυικΑΒΕΗΙΚΜΟΡΤΧΥΪ" + "ӏ",
        "аеіосрхуїАВСЕНІКМОРТХУЇ" + "аорхуікАВЕНІКМОРТХУЇ" + "і",
        strict=True,
    )
)
_TO_CYRILLIC = str.maketrans(_DOUBLES)
_TO_LATIN = str.maketrans({cyrillic: latin for latin, cyrillic in _DOUBLES.items() if latin.isascii()})

FOREIGN = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u03ff\u04cf]")
"""A letter of the scripts that have doubles of Cyrillic letters, or the Caucasian palochka."""

CYRILLIC = re.compile("[\u0400-\u04ce\u04d0-\u052f]")
"""A Cyrillic letter."""

# The apostrophe of a keyboard ('), the typographic one (’) and the letter (ʼ) are all in use.
APOSTROPHE_LIKE = re.compile("(?<=[А-Яа-яІЇЄҐіїєґ])[`´‘′‛ˈˊˋ՚＇](?=[яюєїЯЮЄЇ])")
"""A sign typed for the apostrophe inside a word."""


def in_cyrillic(word: str) -> str:
    r"""Return the word with every foreign letter as its Cyrillic double; "" when one has none.

    >>> in_cyrillic("\x70\x69к"), in_cyrillic("rік")
    ('рік', '')
    """
    written = word.translate(_TO_CYRILLIC)
    return "" if FOREIGN.search(written) else written


def in_latin(word: str) -> str:
    """Return the word with every Cyrillic letter as its Latin double; "" when one has none."""
    written = word.translate(_TO_LATIN)
    return "" if CYRILLIC.search(written) else written
