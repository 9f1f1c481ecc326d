"""Words and phrases taken from Russian: the list `russianisms.tsv`, and where a text has them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from translate.languages.uk.lexicon import APOSTROPHES
from translate.languages.uk.readings import all_forms, readings

_FILE = Path(__file__).with_name("russianisms.tsv")
_WORD = re.compile("[А-ЩЬЮЯЄІЇҐЁЪЫЭа-щьюяєіїґёъыэ]+(?:[’'ʼ-][А-ЩЬЮЯЄІЇҐа-щьюяєіїґ]+)*|\\d+")
_TIMES = frozenset(
    re.findall(
        r"[\w’]+",
        "секунда хвилина година день доба ніч тиждень місяць квартал рік десятиліття століття літо "
        "зима весна осінь період час життя",
    )
)
_SENTENCE_ENDS = re.compile(r"[.!?…:—]\s{1,3}$")
_MOST_BETWEEN = 2
_SHORT_NAME = 4


@dataclass(frozen=True, slots=True)
class Russianism:
    """`text[start:end]` is wrong, `better` is what to write instead."""

    start: int
    end: int
    better: str


@dataclass(frozen=True, slots=True)
class _Entry:
    steps: tuple[Callable[[str], bool] | None, ...]
    """A test for each word behind the first; None lets up to two words stand between."""
    better: str


def russianisms(text: str) -> Iterator[Russianism]:
    """Yield the words and phrases of `text` that the list has, in order, none inside another.

    >>> [(one.better, one.start) for one in russianisms("Він приймав активну участь у слідуючому кроці.")]
    [('брати участь', 4), ('наступний', 29)]
    """
    entries = _entries()
    words = [(match.start(), match.end(), match[0]) for match in _WORD.finditer(text)]
    folded = [word.lower().translate(APOSTROPHES) for _, _, word in words]
    done = 0
    for index, (start, _, word) in enumerate(words):
        if index < done or folded[index] not in entries or _is_name(word, start, text):
            continue
        for entry in entries[folded[index]]:
            last = _matched(entry, index, words, folded, text)
            if last is not None:
                yield Russianism(start, words[last][1], entry.better)
                done = last + 1
                break


def _matched(
    entry: _Entry, index: int, words: Sequence[tuple[int, int, str]], folded: Sequence[str], text: str
) -> int | None:
    """Return the index of the last word of the entry's match that begins with word `index`, or None."""
    between = 0
    for step in entry.steps:
        if step is None:
            between = _MOST_BETWEEN
            continue
        for skipped in range(between + 1):
            at = index + 1 + skipped
            if at >= len(words) or not text[words[at - 1][1] : words[at][0]].isspace():
                return None
            if step(folded[at]):
                index = at
                break
        else:
            return None
        between = 0
    return index


@cache
def _entries() -> Mapping[str, tuple[_Entry, ...]]:
    """Read the list: every first word, lower-case with ’ as apostrophe, and the entries that it may begin."""
    found: dict[str, list[_Entry]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        wrong, better = line.split("\t")
        first, *rest = wrong.split()
        entry = _Entry(tuple(None if word == "…" else _test(word) for word in rest), better)
        for form in _forms(first):
            found.setdefault(form, []).append(entry)
    # Of two entries with the same first word the longer one is tried first.
    return {form: tuple(sorted(own, key=lambda entry: -len(entry.steps))) for form, own in found.items()}


def _forms(words: str) -> frozenset[str]:
    exact = words.startswith("=")
    parts = words.removeprefix("=").split("|")
    return frozenset(parts) if exact else frozenset[str]().union(*map(all_forms, parts))


def _test(word: str) -> Callable[[str], bool]:
    if word.startswith("@"):
        return _CLASSES[word]
    return _forms(word).__contains__


def _is_time(word: str) -> bool:
    return any(reading.lemma in _TIMES for reading in readings(word))


def _is_instrumental(word: str) -> bool:
    return any(reading.case == "ablt" for reading in readings(word))


def _is_dative_plural(word: str) -> bool:
    found = readings(word)
    return bool(found) and all(one.case == "datv" and one.plural and not one.unchanging for one in found)


def _is_genitive(word: str) -> bool:
    found = readings(word)
    nominal = bool(found) and all(one.part in ("NOUN", "ADJF") for one in found)
    return nominal and any(one.case == "gent" for one in found)


_CLASSES: dict[str, Callable[[str], bool]] = {
    "@time": _is_time,
    "@ablt": _is_instrumental,
    "@datives": _is_dative_plural,
    "@gent": _is_genitive,
}


def _is_name(word: str, start: int, text: str) -> bool:
    """Say whether a word may be a name or an abbreviation: a capital inside a sentence, НЕТ."""
    if word.isupper() and len(word) > 1:
        return len(word) <= _SHORT_NAME and not text.isupper()
    return word[0].isupper() and start > 0 and not _SENTENCE_ENDS.search(text, max(start - 4, 0), start)
