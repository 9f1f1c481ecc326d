"""The default for a language this package knows nothing about: no inflection, no typography."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from translate.languages.model import CASES, Paradigm, Proposal

_SPACES = re.compile(r"[ \t]+")


@dataclass(frozen=True, slots=True)
class Neutral:
    """A language whose terms never change; the base of the languages that know more."""

    code: str
    name: str
    quotes: tuple[str, str, str, str] = ("“", "”", "‘", "’")

    def paradigm(
        self,
        lemma: str,
        *,
        kind: str = "other",  # noqa: ARG002 - the neutral language treats every term alike
        gender: str = "",  # noqa: ARG002
        forms: Sequence[tuple[str, str]] = (),
    ) -> Paradigm:
        """Return the lemma for every case, except the forms that are stated."""
        return with_forms(Paradigm(lemma, tuple((case, (lemma,)) for case in CASES)), forms)

    def lemma(
        self,
        phrase: str,
        *,
        kind: str = "other",  # noqa: ARG002
        source: str = "",  # noqa: ARG002
        seen: Sequence[str] = (),  # noqa: ARG002
    ) -> tuple[str, bool]:
        """Return the phrase itself, not sure: nothing is known."""
        return phrase, False

    def preposition_cases(self, word: str) -> frozenset[str]:  # noqa: ARG002
        """Return the empty set: nothing is known."""
        return frozenset()

    def governed_cases(self, preposition: str, kind: str = "other") -> tuple[str, ...]:  # noqa: ARG002
        """Return nothing: nothing is known."""
        return ()

    def names_in_apposition(self, word: str) -> bool:  # noqa: ARG002
        """Return False: nothing is known."""
        return False

    def word_cases(self, word: str) -> frozenset[str]:  # noqa: ARG002
        """Return the empty set: nothing is known."""
        return frozenset()

    def agree_preposition(self, preposition: str, next_word: str, previous_word: str = "") -> str:  # noqa: ARG002
        """Return the preposition unchanged."""
        return preposition

    def is_word(self, word: str) -> bool:  # noqa: ARG002
        """Return True: nothing is known to the contrary."""
        return True

    def is_noun(self, word: str) -> bool:  # noqa: ARG002
        """Return False: nothing is known."""
        return False

    def is_verb(self, word: str) -> bool:  # noqa: ARG002
        """Return False: nothing is known."""
        return False

    def similarity(self, foreign: str, word: str) -> float:
        """Return how alike the letters are, without their case."""
        return fuzz.ratio(foreign.casefold(), word.casefold()) / 100

    def propose(self, name: str, kind: str) -> Proposal | None:  # noqa: ARG002
        """Return None: nothing is known."""
        return None

    def restore_speech(self, target: str, source: str) -> str:  # noqa: ARG002
        """Return the draft unchanged."""
        return target

    def typography(self, text: str) -> str:
        """Fold runs of spaces and tabs into one space and strip both ends."""
        return _SPACES.sub(" ", text).strip()


def with_forms(paradigm: Paradigm, forms: Sequence[tuple[str, str]]) -> Paradigm:
    """Return the paradigm with the stated (case, form) pairs in place of what it had for those cases.

    A case may be stated more than once; the first is the preferred form.
    """
    if not forms:
        return paradigm
    stated: dict[str, tuple[str, ...]] = {}
    for case, form in forms:
        stated[case] = (*stated.get(case, ()), form)
    cases = tuple((case, stated.get(case, known)) for case, known in paradigm.cases)
    return Paradigm(paradigm.lemma, cases, paradigm.confident, paradigm.possessive)
