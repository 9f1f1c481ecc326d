"""The apostrophe and the soft sign: words that lack one, or have the wrong one of the two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from translate.languages.uk.lexicon import is_word
from translate.languages.uk.readings import is_sound, readings

_SHORTEST, _LONGEST = 4, 60
_MISSING = re.compile("(?<=[бпвмфркгджзстнц])(?=[яюєї])")
_SOFT = re.compile("(?<=[лнтдсзц])(?=[бвгґджзйклмнпрстфхцчшщо]|$)")
_SIGN = re.compile("[ь’'ʼ]")


@lru_cache(maxsize=65536)
def with_right_sign(word: str) -> tuple[str, ...]:
    """Return the good words that differ from a lower-case `word` in one apostrophe or soft sign.

    Empty for a good word, where there are none, and for what is too long for a word.

    >>> with_right_sign("обєкт"), with_right_sign("пьять"), with_right_sign("день")
    (('об’єкт',), ('п’ять',), ())
    """
    # Whether the dictionary has a word is seen sooner than how it is used: most words have no such variant.
    known = [one for one in _variants(word) if is_word(one)] if len(word) <= _LONGEST else []
    if not known or is_sound(word):
        return ()
    return tuple(dict.fromkeys(one for one in known if is_sound(one)))


@lru_cache(maxsize=4096)
def is_name(word: str) -> bool:
    """Say whether the dictionary has the word as a name."""
    return any(reading.proper and not reading.bad for reading in readings(word))


def _variants(word: str) -> Iterator[str]:
    for at in (match.start() for match in _MISSING.finditer(word)):
        yield word[:at] + "’" + word[at:]
    for at in (match.start() for match in _SOFT.finditer(word)):
        yield word[:at] + "ь" + word[at:]
    for at in (match.start() for match in _SIGN.finditer(word)):
        # A short word that only loses its soft sign is too often another one: сьом, сом.
        if len(word) > _SHORTEST:
            yield word[:at] + word[at + 1 :]
        yield word[:at] + ("’" if word[at] == "ь" else "ь") + word[at + 1 :]
