"""The paradigm of a Ukrainian term of one or more words.

Adjectives agree with the head noun; a name in apposition declines with it; genitive modifiers, quoted names
and abbreviations stay. The dictionary comes first, the rules of `rules` where it knows nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from translate.languages.model import CASES, Paradigm
from translate.languages.neutral import with_forms
from translate.languages.uk.lexicon import APOSTROPHES
from translate.languages.uk.names import is_person, name_slots
from translate.languages.uk.phrases import Slots, phrase_slots
from translate.languages.uk.words import Token, combined, ordered, possessives, recased, tokens_of


def paradigm(
    lemma: str, *, kind: str = "other", gender: str = "", forms: Sequence[tuple[str, str]] = ()
) -> Paradigm:
    """Return the forms of a Ukrainian term in the seven cases, with ’ as apostrophe.

    `kind` is person, place, organisation or other; `gender` masc, femn, neut, plur or empty for unknown;
    `forms` are (case, form) pairs that win. Spaces and quoted parts stay as they are.

    >>> paradigm("Генеральний прокурор Ірина Венедіктова", kind="person").form("gent")
    'Генерального прокурора Ірини Венедіктової'
    >>> paradigm("Ірпінь", kind="place").form("loct")
    'Ірпені'
    """
    return with_forms(_paradigm(lemma, kind, gender), forms)


@lru_cache(maxsize=2**12)
def _paradigm(lemma: str, kind: str, gender: str) -> Paradigm:
    tokens, gaps = tokens_of(lemma)
    slots = name_slots(tokens, gender) if is_person(tokens, kind) else phrase_slots(tokens, kind, gender)
    cases = tuple((case, _forms(case, tokens, gaps, slots)) for case in CASES)
    return Paradigm(cases[0][1][0], cases, slots.confident, _possessive(tokens, slots))


def _forms(case: str, tokens: list[Token], gaps: list[str], slots: Slots) -> tuple[str, ...]:
    choices: list[tuple[str, ...]] = []
    for token, table in zip(tokens, slots.tables, strict=True):
        if table is None:
            core = token.core if token.frozen else token.core.translate(APOSTROPHES)
            choices.append((token.lead + core + token.trail,))
            continue
        forms = ordered(table, animate=slots.animate).forms(case)
        choices.append(tuple(token.lead + recased(token.core, form) + token.trail for form in forms))
    return tuple(
        dict.fromkeys(
            "".join(part for pair in zip(way, [*gaps, ""], strict=True) for part in pair)
            for way in combined(choices)
        )
    )


def _possessive(tokens: list[Token], slots: Slots) -> frozenset[str]:
    if not slots.person or slots.tables[-1] is None:
        return frozenset()
    return possessives(tokens[-1].core, slots.tables[-1])
