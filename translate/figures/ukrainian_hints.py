"""What a Ukrainian text may hold by its words, so that costly patterns run only where they can match."""

from __future__ import annotations

import re
from functools import lru_cache

from translate.figures.ukrainian_numerals import FIRST_WORDS, WORD, fold

_STEMS = {
    "month": "січ лют берез квіт трав черв лип серп верес жовт листопад груд",
    # `дцят` is in одинадцятий, двадцятий, тридцятий.
    "ordinal": "перш друг трет четверт п'ят шост сьом восьм дев'ят десят дцят",
    "part": "половин третин чверт четверт п'ят шост сьом восьм дев'ят десят сот",
    "half": "пів",
    "hour": "годин год ранк ранок вечор вечір дня ночі пополудні обіду",
    "century": "століт сторічч ст",
    "compound": "півтора одно дво тр чотир п'яти шести семи восьми в'яти сяти цяти сорока яносто сто тися",
}
_ANY = {hint: re.compile("|".join(stems.split())) for hint, stems in _STEMS.items()}
# `пів мільйона`, `чвертьмільйона`, `тисячі` behind `близько`, `мінус п'ять`.
_NUMERAL = re.compile("пів|чверт|тисячі|мінус")


def hints(text: str) -> frozenset[str]:
    """Return what the words of `text` allow: `numeral`, `month`, `ordinal`, `part`, `half`, `hour` and so on.

    A hint too many costs time; what has no hint is certainly not there.
    """
    return _NONE.union(*map(_hints, WORD.findall(fold(text))))


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
