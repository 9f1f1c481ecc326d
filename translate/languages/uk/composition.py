"""Words that no dictionary lists because anyone may make them: of a prefix, two stems, hyphened parts."""

from __future__ import annotations

import re
from functools import lru_cache

from translate.languages.uk.lexicon import is_word

_PREFIXES = tuple(
    re.findall(
        r"[\w’]+",
        "авіа авто агро альтер анти архі аеро без біо веб взаємо відео військово вело високо воєн гео "
        "геліо гідро гіпер де держ ди еко екс екстра електро євро енерго загально зоо ізо інтер інфра "
        "квазі кібер кіно конференц контр космо крипто лже макро мало мега між мілі мікро міні моно "
        "мото мульти над нано напів нарко не недо нейро нео низько обер онлайн палео пан пара пере "
        "перед під піро по полі поза пост прото про псевдо пів радіо ре рентген само секс соціо спец "
        "спів стерео суб супер термо теле техно транс турбо ультра усе все фото фіто форс цифро що як "
        "най якнай щонай",
    )
)
# Common words that the dictionary happens to lack.
_LACKING = frozenset(
    re.findall(
        r"[\w’]+",
        "вже немає нема теж ще повинно ура школяри клюшка клюшки клюшку клюшкою небудь",
    )
)
_LEAST = 4
_LINKS = "оеє"


@lru_cache(maxsize=65536)
def is_composed(word: str) -> bool:
    """Say whether a lower-case word that the dictionary lacks is made of known ones, or is common.

    >>> is_composed("мікросупутник"), is_composed("онлайн-платформа"), is_composed("доштовх")
    (True, True, False)
    """
    if "-" in word:
        *heads, last = word.split("-")
        return _is_known(last) and all(_is_known(head) or _is_stem(head) for head in heads)
    return word in _LACKING or _is_made_of_two(word)


def _is_known(word: str) -> bool:
    return is_word(word) or word in _PREFIXES or _is_made_of_two(word)


def _is_made_of_two(word: str) -> bool:
    for prefix in _PREFIXES:
        rest = word.removeprefix(prefix).lstrip("’'ʼ")
        if len(rest) >= _LEAST and rest != word and is_word(rest):
            return True
    for at in range(_LEAST, len(word) - _LEAST):
        if word[at - 1] in _LINKS and is_word(word[at:]) and _is_stem(word[:at]):
            return True
    return False


def _is_stem(head: str) -> bool:
    """Say whether the first part of a compound, with its о or е, is the stem of a known word."""
    if len(head) < _LEAST or head[-1] not in _LINKS:
        return False
    stem = head[:-1]
    return any(
        is_word(stem + ending) for ending in ("ий", "ій", "а", "я", "о", "ь", "ка", "ний", "ський", "")
    )
