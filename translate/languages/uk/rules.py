"""Declension by rule, for words outside the dictionary (Ukrainian orthography of 2019, part II).

Every function takes a lower-case nominative with ’ as apostrophe. A rule that leaves room for doubt makes a
table that is not `sure`; the paradigm made of it is then not confident.
"""

from __future__ import annotations

import re

from translate.languages.model import CASES
from translate.languages.uk.lexicon import Table

_VOWELS = "аеєиіїоуюя"
_HUSHING = "жчшщ"
_SOFTENED = {"г": "з", "ґ": "з", "к": "ц", "х": "с"}
_COMMON_CASES = CASES[1:]

_ADJECTIVES = {
    "masc": "ого ому ого|ий им ому|ім ий",
    "femn": "ої ій у ою ій а",
    "neut": "ого ому е им ому|ім е",
    "plur": "их им их|і ими их і",
}
_ENDINGS = {"masc": ("ий", "ій"), "femn": ("а", "я"), "neut": ("е", "є"), "plur": ("і", "ї")}


def adjective(word: str, gender: str, *, agrees: bool = True, animate: bool = False) -> Table:
    """Decline an adjective, or a name like one when it `agrees` with nothing (`Залужний`, `Рівне`)."""
    stem = word[:-2] if gender == "masc" else word[:-1]
    soft = word.endswith(("ній", "ня", "нє")) or (gender == "masc" and word.endswith("ій"))
    endings = _soften(_ADJECTIVES[gender]) if soft else _ADJECTIVES[gender]
    table = _table(word, stem, endings, gender, animate=animate)
    cases = dict(table.cases)
    if gender == "plur":
        cases["nomn"] = cases["voct"] = (word,)
    return Table(gender, tuple(cases.items()), animate=animate, adjective=agrees)


def looks_adjectival(word: str) -> str:
    """Return the gender of a word that can only be an adjective by its ending, else the empty string."""
    for gender, endings in (
        ("masc", ("ський", "цький", "зький", "ий")),
        ("femn", ("ська", "цька", "зька")),
        ("neut", ("ське", "цьке", "зьке")),
        ("plur", ("ські", "цькі", "зькі")),
    ):
        if word.endswith(endings) and len(word) > 4:
            return gender
    return ""


def person(word: str, gender: str, *, surname: bool = True) -> tuple[Table, bool]:
    """Decline a person's name of known gender; the table and whether the rule is sure."""
    if len(word) < 2:
        return fixed(word, gender, animate=True), True
    if word.endswith(("ий", "ій")) and gender == "masc" and surname and len(word) > 3:
        return adjective(word, "masc", agrees=False, animate=True), True
    if gender == "femn":
        return _woman(word, surname=surname)
    if word.endswith(("ов", "ев", "єв", "їв", "ін", "їн", "ин")) and surname and not word.endswith("їв"):
        return _possessive_surname(word), word.endswith(("ов", "ев", "єв"))
    if word[-1] in "ая":
        return _first_declension(word, "masc", animate=True), word[-2:] != "ая"
    if word[-1] == "о":
        # Foreign names in -о stay; -ко, -ло and -но of Ukrainian names decline.
        if word.endswith(("ко", "ло")) and len(word) > 4:
            return _second_declension(word[:-1], word, animate=True), word.endswith("енко")
        return fixed(word, "masc", animate=True), False
    if word[-1] in _VOWELS:
        return fixed(word, "masc", animate=True), word[-1] in "уюиії"
    return _second_declension(word, word, animate=True), not word.endswith(("ок", "ець", "ень", "ек", "ір"))


def place(word: str, gender: str = "") -> tuple[Table, bool]:
    """Decline the name of a place; the table and whether the rule is sure."""
    if len(word) < 2:
        return fixed(word, gender or "neut", animate=False), True
    adjectival = looks_adjectival(word)
    if adjectival and gender in ("", adjectival):
        return adjective(word, adjectival, agrees=False), True
    if gender == "plur" or (not gender and word.endswith(("ичі", "вці", "нці", "ани", "яни", "ки", "ри"))):
        return _plural(word), word.endswith(("ичі", "вці", "нці"))
    if word.endswith(
        ("ння", "лля", "ття", "ззя", "ддя", "жжя", "ччя", "сся", "б’я", "в’я", "п’я", "м’я", "р’я")
    ):
        return _neuter(word), True
    if word[-1] in "ая" and word[-2:] not in ("уа", "оа"):
        return _first_declension(word, "femn", animate=False), len(word) > 3
    if word.endswith(("не", "ве", "ле", "че", "же", "ре", "нє")) and len(word) > 4:
        return adjective(word, "neut", agrees=False), False
    if word.endswith(("ово", "ево", "єво", "ино", "їно", "ще")):
        return _neuter(word), True
    if word[-1] in _VOWELS:
        return fixed(word, gender or "neut", animate=False), word[-1] in "оуюії"
    if gender == "femn":
        return fixed(word, "femn", animate=False), False
    return _second_declension(word, word, animate=False), False


def fixed(word: str, gender: str, *, animate: bool) -> Table:
    """Return the table of a word that never changes."""
    return Table(gender, tuple((case, (word,)) for case in CASES), animate=animate, fixed=True)


def _woman(word: str, *, surname: bool) -> tuple[Table, bool]:
    if surname and word.endswith(("ова", "ева", "єва", "іна", "їна", "ина")):
        table = _table(word, word[:-1], "ої ій у ою ій а", "femn", animate=True)
        return table, word.endswith(("ова", "ева", "єва"))
    if surname and looks_adjectival(word) == "femn":
        return adjective(word, "femn", agrees=False, animate=True), True
    if word[-1] in "ая":
        doubtful = surname and word.endswith(("на", "ла", "ва", "та", "га"))
        return _first_declension(word, "femn", animate=True), not doubtful
    # A woman's name that ends in a consonant, -о or another vowel stays as it is.
    return fixed(word, "femn", animate=True), True


def _possessive_surname(word: str) -> Table:
    # Slavic surnames take -им in the instrumental, foreign ones -ом: both are accepted. Foreign
    # names show by two consonants before -ін (Остін, Мартін), except -кін, or by their shortness.
    foreign = word.endswith("ін") and len(word) > 3 and word[-4] not in _VOWELS and word[-3] != "к"
    instrumental = "ом|им" if foreign or len(word) < 5 else "им|ом"
    if word.endswith(("ов", "ев", "єв")):  # -ові would sound twice: Умєрову, at Умєрові
        return _table(word, word, f"а у а {instrumental} і|у е", "masc", animate=True)
    return _table(word, word, f"а у|ові а {instrumental} ові|у|і е", "masc", animate=True)


def _first_declension(word: str, gender: str, *, animate: bool) -> Table:
    stem, before = word[:-1], word[-2]
    if word[-1] == "я":
        iota = before in _VOWELS + "’й"
        endings = "ї ї ю єю ї є" if iota else "і і ю ею і е"
        return _table(word, stem.removesuffix("й"), endings, gender, animate=animate)
    if before in _HUSHING:
        return _table(word, stem, "і і у ею і е", gender, animate=animate)
    softened = stem[:-1] + _SOFTENED.get(before, before)
    table = dict(_table(word, stem, "и і у ою і о", gender, animate=animate).cases)
    table["datv"] = table["loct"] = (softened + "і",)
    return Table(gender, tuple(table.items()), animate=animate)


def _second_declension(stem: str, word: str, *, animate: bool) -> Table:
    """Decline a masculine noun. `stem` is the word without -о."""
    last = stem[-1]
    if last in "йь":
        base = stem[:-1]
        dative = "ю|єві" if last == "й" else "ю|еві"
        locative = ("єві|ї|ю" if last == "й" else "еві|і|ю") if animate else ("ї|ю" if last == "й" else "і|ю")
        endings = f"я {dative} {'я' if animate else '='} {'єм' if last == 'й' else 'ем'} {locative} ю"
        if stem.endswith("ець") and len(stem) > 4 and stem[-4] not in _VOWELS:
            base = stem[:-3] + "ц"
        elif stem.endswith("єць"):
            base = stem[:-3] + "йц"
        return _table(word, base, endings, "masc", animate=animate)
    if not animate and stem.endswith(("ів", "їв")) and len(stem) > 3:
        base = stem[:-2] + ("єв" if stem.endswith("їв") else "ев" if stem[-3] in _HUSHING else "ов")
        return _table(word, base, "а у = ом і|у е", "masc", animate=False)
    hushing = last in _HUSHING
    dative = "у|еві" if hushing else "у|ові"
    velar = last in "гґкх"
    if animate:
        locative = "еві|і|у" if hushing else "ові|у" if velar else "ові|і|у"
    else:
        locative = "у" if velar else "і|у"
    vocative = "у" if velar or hushing else "е"
    endings = f"а {dative} {'а' if animate else '='} {'ем' if hushing else 'ом'} {locative} {vocative}"
    return _table(word, stem, endings, "masc", animate=animate)


def _neuter(word: str) -> Table:
    if word[-1] == "я":
        return _table(word, word[:-1], "я ю я ям і|ю я", "neut", animate=False)
    if word.endswith("ще"):
        return _table(word, word[:-1], "а у е ем і|у е", "neut", animate=False)
    return _table(word, word[:-1], "а у о ом і|у о", "neut", animate=False)


def _plural(word: str) -> Table:
    """Decline a plural place name."""
    if word.endswith(("вці", "нці", "ичі")):
        a = "а" if word.endswith("чі") else "я"
        return _table(word, word[:-1], f"ів {a}м = {a}ми {a}х =", "plur", animate=False)
    genitive = "" if word.endswith(("ани", "яни")) else "ів"
    return _table(word, word[:-1], f"{genitive or '-'} ам = ами ах =", "plur", animate=False)


def _table(word: str, stem: str, endings: str, gender: str, *, animate: bool) -> Table:
    """Build a table from endings of gent datv accs ablt loct voct; `|` parts variants, `=` is the lemma."""
    cases: list[tuple[str, tuple[str, ...]]] = [("nomn", (word,))]
    for case, variants in zip(_COMMON_CASES, endings.split(" "), strict=True):
        forms = (word if ending == "=" else stem + ending.strip("-") for ending in variants.split("|"))
        cases.append((case, tuple(forms)))
    return Table(gender, tuple(cases), animate=animate)


def _soften(endings: str) -> str:
    letters = {"о": "ьо", "у": "ю", "а": "я", "и": "і", "е": "є"}
    return re.sub(r"(?<![а-яіїєґ])[оуаие]", lambda match: letters[match[0]], endings)
