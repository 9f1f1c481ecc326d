"""Are two Ukrainian words forms of one name, or two spellings of it?"""

from __future__ import annotations

import re
from functools import lru_cache

# Case endings of nouns and adjectives, and the suffixes of adjectives made of names.
_ENDINGS = re.compile(
    "(?:ськ(?:ого|ому|ими|им|ої|ою|их|ий|а|у|е|і)|ов(?:ого|ому|ими|им|ої|ою|их|а|у|е|і)|[еє]ві|[яа]ми|ого|ому"
    "|[иї]ми|ьою|[яа][мх]|[оеєиї]м|[оеє]ю|ої|[іиї]й|[иї]х|[ії]в|[еє]в|ей|[аяуюіїеєоиьй])"
)
_SAME = str.maketrans({"’": "'", "ʼ": "'", "‑": "-", "ґ": "г"})
_VOWEL = re.compile("[аеєиіїоуюя]")
# Харків and Харкова, Ірпінь and Ірпеня: the last vowel of a stem changes, or is there in some cases only.
_CHANGING = re.compile(r"[іїоеє](?=[^аеєиіїоуюя]{1,2}$)")
_SOFTENED = {"ц": "к", "з": "г", "с": "х"}


@lru_cache(maxsize=4096)
def same_name(one: str, other: str) -> bool:
    """Whether two words may be case forms of one name, or an adjective made of it.

    Hyphenated names are compared part by part. In doubt they are.

    >>> same_name("Макрона", "Макроном"), same_name("Макрон", "Макронн"), same_name("Ользі", "Ольга")
    (True, False, True)
    """
    a, b = one.lower().translate(_SAME), other.lower().translate(_SAME)
    if a == b:
        return True
    if "-" in a or "-" in b:
        parts, others = a.split("-"), b.split("-")
        return len(parts) == len(others) and all(map(same_name, parts, others))
    return not _stems(a).isdisjoint(_stems(b)) or _compound(*sorted((a, b), key=len))


def _compound(short: str, long: str) -> bool:
    """Whether the longer word is made of the shorter one and another: Діснея, Діснейленд."""
    return any(
        len(stem) >= 4 and len(long) >= len(stem) + 4 and long.startswith(stem) for stem in _bare(short)
    )


def _stems(word: str) -> set[str]:
    """Return what may be left of a word without its ending, spelt so that forms of one name share a stem."""
    stems = _bare(word)
    if word[-1] in "іи":
        stems |= {stem[:-1] + _SOFTENED[stem[-1]] for stem in stems if stem[-1] in _SOFTENED}
    return {_CHANGING.sub("", stem.rstrip("ь")) for stem in stems}


def _bare(word: str) -> set[str]:
    bare = {word} | {word[:cut] for cut in range(2, len(word)) if _ENDINGS.fullmatch(word, cut)}
    return {stem for stem in bare if len(stem) >= 2 and (_VOWEL.search(stem) or len(word) <= 4)}
