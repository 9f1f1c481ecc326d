"""The Ukrainian dictionary (pymorphy3, VESUM): a nominative word in, its tables of forms out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from translate.languages.model import CASES

_Identity = tuple[str, bool, bool, str, bool, bool]

# Words of an article come again; the bound keeps the memory flat however many articles there are.
_REMEMBERED = 2**14

APOSTROPHES = str.maketrans("'ʼ`‘", "’’’’")


@dataclass(frozen=True, slots=True)
class Table:
    """The forms of one reading of a word, lower-case, with ’ as apostrophe.

    gender: masc, femn, neut or plur. `adjective`: declined like one *and* agreeing with a noun.
    `name`: Name, Patr or Surn for a person's name, else "". `proper`: a noun without the other number,
    as the dictionary has place names.
    """

    gender: str
    cases: tuple[tuple[str, tuple[str, ...]], ...]
    animate: bool = False
    adjective: bool = False
    name: str = ""
    proper: bool = False
    fixed: bool = False

    def forms(self, case: str) -> tuple[str, ...]:
        """Return the forms of a case, in the dictionary's order."""
        return dict(self.cases)[case]


@cache
def analyzer() -> Any:
    """Return pymorphy3's analyser with the Ukrainian dictionary, loaded once."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="uk")


@lru_cache(maxsize=_REMEMBERED)
def tables(word: str) -> tuple[Table, ...]:
    """Return the readings of `word` as a nominative noun or adjective; empty for an unknown word."""
    merged: dict[_Identity, Table] = {}
    spare: list[tuple[_Identity, Table]] = []
    for parse in dictionary_parses(word):
        tag = parse.tag
        if tag.POS not in ("NOUN", "ADJF"):
            continue
        # A few nominatives have lost their case in the dictionary (папа): the lemma is one.
        if "nomn" not in tag and (tag.case is not None or parse.word != parse.normal_form):
            continue
        if "Dist" in tag:
            continue
        table = _table(parse, word)
        identity = (table.gender, table.animate, table.adjective, table.name, table.proper, table.fixed)
        if "alt" in tag:
            spare.append((identity, table))
        elif identity in merged:
            merged[identity] = _merge(merged[identity], table)
        else:
            merged[identity] = table
    # The older spelling of a reading only adds variants to the current one.
    for identity, table in spare:
        merged[identity] = _merge(merged[identity], table) if identity in merged else table
    return tuple(merged.values())


@lru_cache(maxsize=4 * _REMEMBERED)
def is_word(word: str) -> bool:
    """Say whether the dictionary has the word in some form."""
    return bool(analyzer().word_is_known(dictionary_key(word)))


@lru_cache(maxsize=_REMEMBERED)
def cases_of_word(word: str) -> frozenset[str]:
    """Return the cases in which the word may stand as noun, adjective, pronoun or numeral."""
    found = {str(parse.tag.case)[:4] for parse in dictionary_parses(word)}
    return frozenset(found & set(CASES))


@lru_cache(maxsize=_REMEMBERED)
def is_verb(word: str) -> bool:
    """Say whether the dictionary knows the word as a finite verb and as nothing else."""
    parses = dictionary_parses(word)
    return bool(parses) and all(parse.tag.POS == "VERB" for parse in parses)


@lru_cache(maxsize=_REMEMBERED)
def is_noun(word: str) -> bool:
    """Say whether the dictionary knows the word as a noun, and as no word that joins (як, поки, після)."""
    parts = {str(parse.tag.POS) for parse in dictionary_parses(word)}
    return "NOUN" in parts and parts.isdisjoint({"CONJ", "PREP", "ADVB", "PRCL", "NPRO", "PRED", "INTJ"})


@lru_cache(maxsize=4 * _REMEMBERED)
def names(word: str) -> frozenset[str]:
    """Return which of Name, Patr and Surn the word may be in the nominative, by the dictionary."""
    return frozenset(table.name for table in tables(word) if table.name)


@lru_cache(maxsize=_REMEMBERED)
def nominatives(word: str) -> tuple[tuple[str, str], ...]:
    """Return the (case, nominative) pairs of the readings of `word`, in its own number and gender.

    A word outside the dictionary is read as the dictionary's guess has it; lower-case, with ’ as apostrophe.
    """
    found: dict[tuple[str, str], None] = {}
    for parse in analyzer().parse(dictionary_key(word)):
        tag = parse.tag
        case = str(tag.case)[:4]
        if tag.POS not in ("NOUN", "ADJF") or case not in CASES:
            continue
        number = [
            entry.word
            for entry in parse.lexeme
            if ("plur" in entry.tag) == ("plur" in tag)
            and entry.tag.gender == tag.gender
            and "nomn" in entry.tag
        ]
        # Older spellings follow the first; a few nominatives have lost their case (секретар).
        nominative = number[0] if number else parse.normal_form
        found[case, nominative.replace("'", "’")] = None
    return tuple(found)


def dictionary_parses(word: str) -> list[Any]:
    """Return pymorphy3's parses of a word that the dictionary has, in its order; none for another word.

    A parse of an unknown word is a guess by its ending, which takes fifty times as long as to see that it is
    unknown.
    """
    if not is_word(word):
        return []
    return [parse for parse in analyzer().parse(dictionary_key(word)) if from_dictionary(parse)]


def dictionary_key(word: str) -> str:
    """Return the word as the dictionary writes it: lower-case, with ' as apostrophe."""
    return word.lower().translate(APOSTROPHES).replace("’", "'")


def from_dictionary(parse: Any) -> bool:
    """Say whether a parse comes from the dictionary and was not guessed from the word's ending."""
    return all(type(step[0]).__name__ == "DictionaryAnalyzer" for step in parse.methods_stack)


def _table(parse: Any, word: str) -> Table:
    tag = parse.tag
    plural = "plur" in tag
    cases: dict[str, list[str]] = {case: [] for case in CASES}
    # The dictionary leaves the mark of a name off some nominatives (Володимир), so every form is asked.
    marks: set[str] = set()
    for entry in parse.lexeme:
        if ("plur" in entry.tag) != plural or "Dist" in entry.tag:
            continue
        if not plural and entry.tag.gender != tag.gender:
            continue
        marks |= entry.tag.grammemes
        case = str(entry.tag.case)[:4]
        form = entry.word.replace("'", "’")
        if case in cases and form not in cases[case]:
            cases[case].append(form)
    lemma = dictionary_key(word).replace("'", "’")
    # The dictionary has no vocative for most surnames; the nominative serves.
    filled = {case: tuple(forms) or (lemma,) for case, forms in cases.items()}
    filled["nomn"] = (lemma,)
    constant = str(tag).split(" ")[0].split(",")
    return Table(
        gender="plur" if plural else str(tag.gender),
        cases=tuple(filled.items()),
        animate="anim" in tag,
        adjective=tag.POS == "ADJF",
        name=next((name for name in ("Name", "Patr", "Surn") if name in marks), ""),
        proper=bool({"masc", "femn", "neut", "Pltm"} & set(constant)),
        fixed="Fixd" in tag,
    )


def _merge(first: Table, second: Table) -> Table:
    cases = tuple((case, tuple(dict.fromkeys(forms + second.forms(case)))) for case, forms in first.cases)
    return Table(
        first.gender,
        cases,
        first.animate,
        first.adjective,
        first.name,
        first.proper,
        first.fixed,
    )
