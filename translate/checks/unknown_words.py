"""Is every Ukrainian word of the target a word?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from translate.checks.model import Draft, Fault
from translate.checks.registry import register

# A word in small letters, no part of an address or of a hyphened name; an abbreviation has its full stop.
_WORD = re.compile(
    "(?<![\\w’'ʼ.@#/-])[а-щьюяєіїґ]{1,40}(?:[’'ʼ][а-щьюяєіїґ]{1,40})*"
    "(?:-[а-щьюяєіїґ]{2,40}(?:[’'ʼ][а-щьюяєіїґ]{1,40})*)*(?![\\w@#/-]|[’'ʼ.]\\w)"
)
_FIRST = re.compile("[\\s«„“\"—–-]*([А-ЩЬЮЯЄІЇҐ][а-щьюяєіїґ]{2,40})(?![\\w’'ʼ.-])")
_LEAST = 3
_LONGEST = 60
"""Letters of a word that is looked up: what is longer is no word, and its time grows with their square."""
_ABBREVIATION = re.compile("[а-щьюяєіїґ]{0,5}[бвгґджзклмнпрстфхцчшщ]")
_LATIN_WORD = re.compile("[A-Za-z\u00c0-\u024f]{3,40}")
# Of a text of many thousand words the first are enough: what is no article need not be fast and thorough.
_MOST_WORDS = 200
_ALIKE, _ALIKE_START, _START = 0.7, 0.8, 5


@register("unknown-words", "warning")
def unknown_words(draft: Draft) -> Iterator[Fault]:
    """A Ukrainian target has a word in small letters that is in no dictionary, and perhaps is no word at all.

    Words that are made of known ones (нафтопереробний, веб-сторінка), that sound like a word of the source,
    and those of the glossary are no fault; nor is what `apostrophe` and `russianisms` find. A hyphened word
    with one known part is taken for a new compound. In a machine draft a likeness in sound excuses nothing
    (the model writes what sounds like the source), and the first word is looked at in spite of its capital.
    """
    if draft.target_language != "uk":
        return
    foreign: tuple[str, ...] | None = None
    unexplained = (
        match
        for match in _WORD.finditer(draft.target)
        if len(match[0]) > _LONGEST or not _is_explained(match[0])
    )
    if draft.machine and (fault := _first(draft)) is not None:
        yield fault
    for match in islice(unexplained, _MOST_WORDS):
        word = match[0]
        if len(word) < _LEAST:
            continue
        stopped = draft.target[match.end() : match.end() + 1] == "." and _ABBREVIATION.fullmatch(word)
        if foreign is None:
            foreign = () if draft.machine else _latin_words(draft.source)
        if not stopped and not _is_given(word, draft, foreign):
            yield Fault(f"not in the dictionary: “{word}”", target=match.span())


def _first(draft: Draft) -> Fault | None:
    """Return the fault of a first word that is neither a word nor a name of the source."""
    match = _FIRST.match(draft.target)
    if match is None or _is_explained(match[1].lower()) or _is_explained(match[1]):
        return None
    names = tuple(word for word in _latin_words(draft.source) if word[0].isupper())
    if _is_given(match[1].lower(), draft, names):
        return None
    return Fault(f"not in the dictionary: “{match[1]}”", target=match.span(1))


def _latin_words(source: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_LATIN_WORD.findall(source)))[:_MOST_WORDS]


@lru_cache(maxsize=65536)
def _is_explained(word: str) -> bool:
    from translate.languages.uk.composition import is_composed
    from translate.languages.uk.lexicon import is_word
    from translate.languages.uk.russianisms import russianisms
    from translate.languages.uk.signs import with_right_sign

    if is_word(word) or is_composed(word) or with_right_sign(word) or any(russianisms(word)):
        return True
    return "-" in word and any(is_word(part) or is_composed(part) for part in word.split("-"))


def _is_given(word: str, draft: Draft, foreign: Sequence[str]) -> bool:
    if word in draft.source or any(word in form.lower() for forms in draft.accepted for form in forms):
        return True
    return any(_sounds_like(one.lower(), word) for one in foreign)


@lru_cache(maxsize=65536)
def _sounds_like(foreign: str, word: str) -> bool:
    """Say whether a word may be taken over from a foreign one, endings left aside: origami, оригамістам."""
    from translate.languages.uk.transliteration import similarity

    if similarity(foreign, word) >= _ALIKE:
        return True
    length = min(len(foreign), len(word)) - 1
    return length >= _START and similarity(foreign[:length], word[:length]) >= _ALIKE_START
