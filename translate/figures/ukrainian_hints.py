"""What a Ukrainian text may hold by its words, so that costly patterns run only where they can match."""

from __future__ import annotations

import re
from functools import lru_cache

from translate.figures.ukrainian_numerals import FIRST_WORDS, WORD, fold

_LETTER = "[а-яіїєґ']"
_STEMS = {
    "month": "січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листопад|груд",
    "ordinal": f"перш|друг|трет|четверт|п'ят|шост|сьом|восьм|дев'ят|десят|{_LETTER}*дцят",
    "part": "половин|третин|чверт|четверт|п'ят|шост|сьом|восьм|дев'ят|десят|сот",
    "half": "пів",
    "hour": "годин|год|ран|вечор|веч[іе]р|дня|ночі|пополудні|обіду|після",
    "century": "століт|сторічч|ст$",
    "compound": (
        "(?:півтора|одно|дво|три|трьох|чотир|п'яти|шести|семи|восьми|дев'я|десяти|двадцяти|тридцяти|сорока"
        f"|{_LETTER}+десяти|{_LETTER}+надцяти|сто|тисячо){_LETTER}{{2}}"
    ),
}
# Each pattern begins at a word, or behind an apostrophe, which is none of the word to it.
_ANY = {hint: re.compile(rf"(?:^|')(?:{stems})") for hint, stems in _STEMS.items()}
# `пів мільйона`, `чвертьмільйона`, `тисячі` behind `близько`, `мінус п'ять`.
_NUMERAL = re.compile("пів|чверт|тисячі|мінус")


def hints(text: str) -> frozenset[str]:
    """Return what the words of `text` allow: `numeral`, `month`, `ordinal`, `part`, `half`, `hour` and so on.

    A hint too many costs time; what has no hint is certainly not there.
    """
    return _NONE.union(*map(_hints, WORD.findall(fold(text))))


@lru_cache(maxsize=2**15)
def begins_number(word: str) -> bool:
    """Whether an amount may begin with `word`, in words or, as `USD5` does, with a currency code."""
    return word.isascii() or "numeral" in _hints(fold(word))


_NONE: frozenset[str] = frozenset()


# The words of a language are few and come again; a text in it costs a look-up a word.
@lru_cache(maxsize=2**15)
def _hints(word: str) -> frozenset[str]:
    found = {hint for hint, stems in _ANY.items() if stems.search(word)}
    if word in FIRST_WORDS or _NUMERAL.match(word):
        found.add("numeral")
    return frozenset(found)
