"""What the dictionary (pymorphy3, VESUM) says of a word as a text has it, remembered for speed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from translate.languages.uk.lexicon import analyzer, dictionary_key, dictionary_parses, from_dictionary

_REMEMBERED = 65536


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a word: its lemma (with ’ as apostrophe), part of speech and grammatical features.

    `part` is the OpenCorpora name (NOUN, ADJF, VERB, …) or ""; `case` one of `translate.languages.CASES` or
    "". `proper`: a name of a person, or a noun in one number only, as places are. `bad`: the dictionary has
    the reading as an error or a colloquialism, for spell checkers to refuse.
    """

    lemma: str
    part: str
    case: str
    plural: bool
    animate: bool = False
    unchanging: bool = False
    proper: bool = False
    bad: bool = False


@lru_cache(maxsize=_REMEMBERED)
def readings(word: str) -> tuple[Reading, ...]:
    """Return every reading that the dictionary has of the word; empty for a word that it does not have.

    >>> [(one.lemma, one.case, one.plural) for one in readings("років")]
    [('рік', 'gent', True)]
    """
    return tuple(
        dict.fromkeys(
            Reading(
                parse.normal_form.replace("'", "’"),
                str(parse.tag.POS or ""),
                str(parse.tag.case or "")[:4],
                "plur" in parse.tag,
                "anim" in parse.tag,
                "Fixd" in parse.tag or "Abbr" in parse.tag,
                _is_proper(parse.tag),
                "Dist" in parse.tag,
            )
            for parse in dictionary_parses(word)
        )
    )


def _is_proper(tag: Any) -> bool:
    constant = set(str(tag).split(" ")[0].split(","))
    return bool(constant & {"Name", "Surn", "Patr", "Geox", "masc", "femn", "neut"})


def is_sound(word: str) -> bool:
    """Say whether the dictionary has the word as one of good usage.

    >>> is_sound("об’єкт"), is_sound("обєкт"), is_sound("пять")
    (True, False, False)
    """
    return any(not reading.bad for reading in readings(word))


@lru_cache(maxsize=_REMEMBERED)
def noun_form(word: str, case: str, *, plural: bool) -> str:
    """Return the noun `word` in another case and number; "" when the dictionary leaves a choice or has none.

    >>> noun_form("танка", "gent", plural=True), noun_form("танків", "gent", plural=False)
    ('танків', '')
    """
    found: dict[str, None] = {}
    for parse in dictionary_parses(word):
        if parse.tag.POS != "NOUN":
            continue
        for entry in parse.lexeme:
            tag = entry.tag
            if (
                str(tag.case)[:4] == case
                and ("plur" in tag) == plural
                and not {"Dist", "alt"} & tag.grammemes
            ):
                found[entry.word.replace("'", "’")] = None
    return next(iter(found)) if len(found) == 1 else ""


def all_forms(lemma: str) -> frozenset[str]:
    """Return every form of the words of this lemma, but none that may belong to another good word.

    Lower-case, with ’ as apostrophe; of a lemma that the dictionary does not have, as its ending suggests.
    """
    forms = {lemma}
    parses = [parse for parse in analyzer().parse(dictionary_key(lemma)) if parse.word == parse.normal_form]
    # Of the guesses at an unknown word the one with most forms: others take it for an abbreviation.
    guesses = sorted(parses, key=lambda parse: -len(parse.lexeme))[:1]
    for parse in [parse for parse in parses if from_dictionary(parse)] or guesses:
        forms |= {entry.word.replace("'", "’") for entry in parse.lexeme}
    return frozenset(
        form
        for form in forms
        if form == lemma or not any(not one.bad and one.lemma != lemma for one in readings(form))
    )
