"""Foreign names in Ukrainian letters by their usual pronunciation: practical transcription.

The 2019 orthography, §§ 121–140: г for h and g, doubled consonants kept in names (§ 128), і for i, и after
дж, ж, ч, ш before a consonant (§ 129), апостроф by § 138. English names follow the English rules below,
Polish and German ones their own, all others sound for letter. The settled names that no rule gives are in
`SETTLED`; the rules alone are `by_rule`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

from translate.languages.uk import sounds
from translate.languages.uk.first_names import FIRST_NAMES
from translate.languages.uk.settled import SETTLED

_Rules = list[tuple[re.Pattern[str], str]]

_PLAIN_LATIN = {
    "č": "ch", "š": "sh", "ž": "zh", "ć": "ch", "đ": "dj", "ş": "sh", "ș": "sh", "ţ": "ts", "ț": "ts",
    "ç": "s", "ø": "e", "å": "o", "æ": "e", "ı": "i", "ð": "d", "þ": "th", "œ": "e",
}  # fmt: skip


def _compiled(rules: str) -> _Rules:
    compiled = []
    for rule in re.split(r"\s{2,}", rules.strip()):
        pattern, _, letters = rule.partition(" ")
        pattern = re.sub(r"(?<!\[)C(?!\])", "[^aeiouyäöüóąę’']", pattern)
        pattern = pattern.replace("V", "[aeiouyäöüóąę]")
        compiled.append((re.compile(pattern), letters.replace("∅", "")))
    return compiled


_RULES = {
    "english": _compiled(sounds.ENGLISH),
    "plain": _compiled(sounds.PLAIN),
    "german": _compiled(sounds.GERMAN + sounds.PLAIN),
    "polish": _compiled(sounds.POLISH + sounds.PLAIN),
}
_GERMAN_NAME = re.compile(
    r"[äöüß]|sch(?!o)|mann$|berg(?:er)?$|stein|m[ae][iy]er$|lz$|burger$|tz$|^kn[aeiou].*[kpl]$|baum$"
)
_POLISH_NAME = re.compile(r"[ąęłńśźż]|cz|szcz|rz[ey]|[^aeiou]ski$|[ns]ka$|[cd]ki$|wicz$|owski|ewski|sz")
_ENGLISH_END = re.compile(
    r"(?:[^aeiou]|[^aeiou]ie|[^aeiou]y|ey|ay|oy|ee|we|[bcdfgklmnprstvz]e|ow|aw|ew|oe|aw)$"
)
_PARTICLES = {
    "van": "ван", "von": "фон", "der": "дер", "den": "ден", "de": "де", "da": "да", "di": "ді", "do": "ду",
    "du": "дю", "del": "дель", "della": "делла", "dos": "душ", "la": "ла", "le": "ле", "el": "ель",
    "al": "аль", "bin": "бін", "ibn": "ібн", "ben": "бен", "ter": "тер", "zu": "цу", "af": "аф", "of": "оф",
}  # fmt: skip
_CAPITAL_PARTICLES = frozenset({"De", "Da", "Di", "Del", "Della", "La", "Le", "Von", "Van"})
_HARD_I = re.compile(r"(?<=[жчшц])і(?=[бвгґджзклмнпрстфхцчшщ])")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def transcribe(name: str) -> str:
    """Return a foreign name in Ukrainian letters: settled names and first names first, then the rules.

    >>> transcribe("James Whitfield"), transcribe("Agnieszka Zielinska")
    ('Джеймс Вітфілд', 'Агнешка Зелінська')
    """
    if name in SETTLED:
        return SETTLED[name]
    return _each(name, lambda word: SETTLED.get(word) or FIRST_NAMES.get(word, ("",))[0] or _by_rule(word))


def by_rule(name: str) -> str:
    """Return a foreign name in Ukrainian letters by the rules alone; initials and particles as they must be.

    >>> by_rule("J. Robert Harris-Blake")
    'Дж. Роберт Гарріс-Блейк'
    """
    return _each(name, _by_rule)


def is_settled(word: str) -> bool:
    """Say whether a table, and not a rule, gives the Ukrainian form of the word."""
    return word in SETTLED or word in FIRST_NAMES


def _each(name: str, render: Callable[[str], str]) -> str:
    def one(match: re.Match[str]) -> str:
        word = match[0].replace("’", "'")
        following = name[match.end() : match.end() + 1]
        if len(word) == 1 and following == ".":
            return _INITIALS.get(word, word)
        if word in _PARTICLES:
            return _PARTICLES[word]
        if word in _CAPITAL_PARTICLES:
            return _PARTICLES[word.lower()].capitalize()
        return render(word)

    return _WORD.sub(one, name)


_INITIALS = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "АБКДЕФГГІДКЛМНОПКРСТУВВКЙЗ", strict=True)) | {"J": "Дж"}


@lru_cache(maxsize=2**14)
def _by_rule(word: str) -> str:
    written = _apply(_RULES[_origin(word.lower())], _folded(word.lower()))
    written = _HARD_I.sub("и", written) or word
    if word.startswith(("Mac", "Mc")) and len(word) > 5 and word[2 + (word[1] == "a") :][:1].isupper():
        rest = _by_rule(word[2 + (word[1] == "a") :])
        written = "мак" + rest[0].lower() + rest[1:]
    if written.startswith("о’"):
        return "О’" + written[2:3].upper() + written[3:]
    return written[:1].upper() + written[1:]


def _origin(word: str) -> str:
    if _POLISH_NAME.search(word):
        return "polish"
    if _GERMAN_NAME.search(word):
        return "german"
    return (
        "english"
        if _ENGLISH_END.search(word) and not re.search("ez$|kh|zh|aa|[àáâèéêìíîòôùúû]", word)
        else "plain"
    )


def _folded(word: str) -> str:
    """Return the word without the marks that no rule reads."""
    kept = "äöüßąęłńśźżóñ"
    word = re.sub("ç$", "ch", word)  # Turkish; within a word the letter is rather French
    letters: Iterable[str] = (
        letter if letter in kept else _PLAIN_LATIN.get(letter) or unicodedata.normalize("NFD", letter)[0]
        for letter in word
    )
    return "".join(letters)


def _apply(rules: _Rules, word: str) -> str:
    written = []
    at = 0
    while at < len(word):
        for pattern, letters in rules:
            if match := pattern.match(word, at):
                written.append(letters)
                at = max(match.end(), at + 1)
                break
        else:
            at += 1
    return "".join(written)
