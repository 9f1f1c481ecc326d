"""The dictionary form of a Ukrainian name or term that a text has in some case.

Candidates come from the dictionary, from its guess at unknown words and from endings undone; the paradigm is
the judge: a candidate counts when the form seen is one of its forms. Of several the likeliest is taken, by
the dictionary, by its sound beside the source, and by the other forms seen of the same name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice, product
from typing import NamedTuple

from rapidfuzz import fuzz

from translate.languages.model import CASES
from translate.languages.uk.inflection import paradigm
from translate.languages.uk.lexicon import APOSTROPHES, Table, cases_of_word, is_word, nominatives, tables
from translate.languages.uk.rules import looks_adjectival
from translate.languages.uk.transliteration import romanise, similarity
from translate.languages.uk.words import Token, tokens_of

ALIKE = 0.6
"""Least similarity in sound of a candidate and the source; below it the source is translated, not spelt."""

_MOST_PHRASES = 400
_KNOWN, _FITTING, _NUMBER, _WRONG, _SEEN, _EXACT = 0.12, 0.12, 0.08, 0.5, 0.4, 0.3
_MARGIN, _NUANCE, _SURE, _ALMOST, _ALIKE_PHRASE = 0.05, 0.02, 0.9, 0.95, 0.7

_ADJECTIVAL = ("ого", "ої", "их", "ього", "ьої", "іх")
# An English plural, as the head of a name: Armed Forces of Ukraine.
_PLURAL = re.compile(r"[^s’'\W]s(?=$| of | for | without )")
# Endings of the oblique cases, and what the nominative may have in their place.
_OBLIQUE_ENDINGS = re.findall(
    r"\w+",
    "ові еві єві ого ому ими ами ями ою ею єю ої ій их ом ем єм им ам ям ах ях ів їв а я у ю и і ї о е є",
)
_NOMINATIVE_ENDINGS = ("", "ь", "а", "я", "о", "е", "ий", "и", "і", "ія")
# Vowels that a closed last syllable has and an open one has not: Львова → Львів, Канева → Канів.
_CLOSED = tuple(
    (re.compile(pattern), vowel)
    for pattern, vowel in (
        (r"[ое](?=[бвгґджзклмнпрстфхцчшщ]ь?$)", "і"),
        (r"є(?=[бвгґджзклмнпрстфхцчшщ]ь?$)", "ї"),
        (r"(?<=[^аеєиіїоуюяь])(?=ць?$)", "е"),
        (r"(?<=[^аеєиіїоуюяь])(?=[кн]$)", "о"),
    )
)


@lru_cache(maxsize=2**12)
def lemma(
    phrase: str, *, kind: str = "other", source: str = "", seen: Sequence[str] = ()
) -> tuple[str, bool]:
    """Return the dictionary form of `phrase`, with ’ as apostrophe, and whether it is sure.

    `kind` is person, place, organisation or other; `source` the name in Latin letters, "" for unknown;
    `seen` other forms of the same name.

    >>> lemma("Олени Зеленської", kind="person", source="Olena Zelenska")
    ('Олена Зеленська', True)
    >>> lemma("Сум", kind="place", source="Sumy")
    ('Суми', True)
    """
    form = phrase.translate(APOSTROPHES)
    if not form.strip():
        return phrase, False
    others = tuple(one.translate(APOSTROPHES) for one in seen if one.translate(APOSTROPHES) != form)
    ranked = _ranked(_candidates(form, kind, undo=False), kind, source, others)
    # A name that is spelt by its sound may look like a word of the dictionary and be none: Кіра (Keir).
    if ALIKE <= ranked[-1].like < _ALMOST and all(word[:1].isupper() for word in form.split()):
        ranked = _ranked(_candidates(form, kind, undo=True), kind, source, others)
    best = ranked[-1]
    clear = len(ranked) == 1 or best.score - ranked[-2].score >= _MARGIN
    if not clear and best.like >= _ALMOST:
        clear = best.like - max(one.like for one in ranked[:-1]) >= _NUANCE
    words = _words_of(best.phrase)
    nominative = not words or any("nomn" in _cases(word) for word in words)
    known = all(map(is_word, words))
    rival = not known and any(all(map(tables, _words_of(one.phrase))) for one in ranked[:-1])
    return best.phrase, clear and nominative and not rival and (known or best.like >= _SURE)


class _Ranked(NamedTuple):
    score: float
    order: int
    phrase: str
    like: float


def _ranked(found: Iterable[str], kind: str, source: str, others: Sequence[str]) -> list[_Ranked]:
    """Return the candidates with their scores, the best one last."""
    phrases = list(found)
    alike = [similarity(source, phrase) if source else 0.0 for phrase in phrases]
    if max(alike) < (ALIKE if " " not in phrases[0] else _ALIKE_PHRASE):
        alike = [0.0] * len(phrases)
    else:  # The letters decide where the sounds are the same: Бровари and Броварі.
        alike = [
            0.8 * like + 0.2 * fuzz.ratio(source.lower(), romanise(phrase).lower()) / 100
            for phrase, like in zip(phrases, alike, strict=True)
        ]
    exact = _ALMOST if " " not in phrases[0] else 2.0
    return sorted(
        _Ranked(
            like + _score(phrase, phrases[0], kind, source, others, exact=like >= exact),
            -index,
            phrase,
            like,
        )
        for index, (phrase, like) in enumerate(zip(phrases, alike, strict=True))
    )


def _candidates(form: str, kind: str, *, undo: bool) -> Iterable[str]:
    """Yield the phrases of which `form` is a form, itself first."""
    tokens, gaps = tokens_of(form)
    tried: dict[str, None] = {form: None}
    for case in CASES:
        choices = [_words(token, case, undo=undo) for token in tokens]
        for way in islice(product(*choices), _MOST_PHRASES):
            spelled = (
                token.lead + _recased(token.core, word) + token.trail
                for token, word in zip(tokens, way, strict=True)
            )
            tried["".join(part for pair in zip(spelled, [*gaps, ""], strict=True) for part in pair)] = None
    return (phrase for phrase in tried if phrase == form or _is_form(form, phrase, kind))


def _is_form(form: str, phrase: str, kind: str) -> bool:
    """Whether `form` is one of the phrase, of whatever gender the dictionary allows its first word."""
    words = _words_of(phrase)
    genders = ["femn"] if kind == "person" else [table.gender for table in tables(words[0])] if words else []
    return any(
        form in paradigm(phrase, kind=kind, gender=gender).all for gender in dict.fromkeys(["", *genders])
    )


def _words(token: Token, case: str, *, undo: bool) -> tuple[str, ...]:
    """Return the nominatives that a word seen in `case` may have, and itself: a modifier stays as it is."""
    return (token.core,) if token.frozen else _nominatives(token.lower, case, undo=undo)


@lru_cache(maxsize=2**14)
def _nominatives(word: str, case: str, *, undo: bool) -> tuple[str, ...]:
    if "-" in word and not is_word(word):
        parts = [_nominatives(part, case, undo=False) for part in word.split("-")]
        return tuple("-".join(way) for way in islice(product(*parts), _MOST_PHRASES))
    found = [nominative for reading, nominative in nominatives(word) if reading == case]
    undone = _undone(word) if undo or not is_word(word) else ()
    return tuple(dict.fromkeys((*found, *undone, word)))


def _undone(word: str) -> Iterable[str]:
    """Yield an unknown word with its ending undone."""
    for oblique in _OBLIQUE_ENDINGS:
        stem = word.removesuffix(oblique)
        if stem == word or len(stem) < 2:
            continue
        vowel = stem[-1] in "аеєиіїоуюяь’"
        yield from (stem + ending for ending in _NOMINATIVE_ENDINGS if not (vowel and ending))
        if vowel:
            yield stem + "й"
            yield stem + "я"
            continue
        for ending in ("", "ь"):
            yield from (pattern.sub(closed, stem + ending) for pattern, closed in _CLOSED)


def _recased(core: str, word: str) -> str:
    """Give a nominative the capitals of the form, part by part of a hyphenated word."""
    if core.isupper() and len(core) > 1:
        return word.upper()
    parts, originals = word.split("-"), core.split("-")
    if len(parts) != len(originals):
        return word[:1].upper() + word[1:] if core[:1].isupper() else word
    return "-".join(
        part[:1].upper() + part[1:] if original[:1].isupper() else part
        for part, original in zip(parts, originals, strict=True)
    )


def _score(phrase: str, form: str, kind: str, source: str, others: Sequence[str], *, exact: bool) -> float:
    """Return what speaks for a candidate, its sound apart; `exact` when it sounds as the source does."""
    inflected = _inflected(phrase, kind)
    known = [tables(word) for word in inflected]
    score = sum(_KNOWN * bool(found) + _FITTING * _fits(found, kind) for found in known) / max(len(known), 1)
    words = _words_of(phrase)
    if known and known[-1] and kind != "person":
        single = any(table.gender != "plur" or table.proper for table in known[-1])
        score += _NUMBER * single if not _PLURAL.search(source) else _NUMBER / 2 * (not single)
    # A person's name may look like another case of a common word: Колін.
    common = kind == "person" and phrase != form
    if words and "nomn" not in _cases(words[0]) and not exact and not common:
        score -= _WRONG
    # An adjective that leaves its noun behind: Сполучені Штатах.
    if len(inflected) < len(words) and all(map(_is_adjective, inflected)):
        score -= _WRONG
    # What stays the same behind the head is a genitive in most cases, and not: Донецьк область, Білі домом.
    stay = cases_of_word(next((word for word in words[1:] if word not in inflected), ""))
    if stay and "gent" not in stay:
        score -= _WRONG
    score += _EXACT * exact
    return score + _SEEN * sum(_is_form(one, phrase, kind) for one in others) / max(len(others), 1)


def _inflected(phrase: str, kind: str) -> list[str]:
    """Return the words of `phrase` that change from case to case, of a person all, else the first."""
    words = _words_of(phrase)
    if len(words) < 2 or kind == "person":
        return words
    forms = [_words_of(form) for _, (form, *_) in paradigm(phrase, kind=kind).cases]
    changed = [word for word, *others in zip(words, *forms, strict=False) if {word} != set(others)]
    return changed or words[:1]


def _words_of(phrase: str) -> list[str]:
    return [token.lower for token in tokens_of(phrase)[0] if not token.frozen]


def _cases(word: str) -> frozenset[str]:
    """Return the cases of a word, the nominative among them when nothing says otherwise."""
    if not is_word(word) or tables(word):
        return cases_of_word(word) | {"nomn"}
    return cases_of_word(word)


def _is_adjective(word: str) -> bool:
    found = tables(word)
    if not found:
        return bool(looks_adjectival(word))
    declined = all(table.forms("gent")[0].endswith(_ADJECTIVAL) for table in found)
    return declined and any(table.adjective for table in found)


def _fits(found: Sequence[Table], kind: str) -> bool:
    if kind == "person":
        return any(table.name for table in found)
    if kind == "place":
        return any(table.proper and not table.name for table in found)
    return bool(found)
