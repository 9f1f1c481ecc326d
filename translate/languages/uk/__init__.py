"""Ukrainian: inflection, prepositions, typography, transliteration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translate.languages.model import Paradigm, Proposal
from translate.languages.uk.government import governed_cases, names_in_apposition
from translate.languages.uk.inflection import paradigm
from translate.languages.uk.lemma import lemma
from translate.languages.uk.lexicon import cases_of_word, is_noun, is_verb, is_word
from translate.languages.uk.prepositions import agree_preposition, preposition_cases
from translate.languages.uk.proposals import propose_name
from translate.languages.uk.speech import restore_speech
from translate.languages.uk.transliteration import propose, romanise, similarity
from translate.languages.uk.typography import QUOTES, typography

__all__ = ["UKRAINIAN", "Ukrainian", "propose", "romanise", "similarity"]


@dataclass(frozen=True, slots=True)
class Ukrainian:
    """The Ukrainian language; see `translate.languages.model.Language`."""

    code: str = "uk"
    name: str = "Ukrainian"
    quotes: tuple[str, str, str, str] = QUOTES

    def paradigm(
        self, lemma: str, *, kind: str = "other", gender: str = "", forms: Sequence[tuple[str, str]] = ()
    ) -> Paradigm:
        """Return the forms of a term; see `inflection.paradigm`."""
        return paradigm(lemma, kind=kind, gender=gender, forms=tuple(forms))

    def lemma(
        self, phrase: str, *, kind: str = "other", source: str = "", seen: Sequence[str] = ()
    ) -> tuple[str, bool]:
        """Return the dictionary form and whether it is sure; see `lemma.lemma`."""
        return lemma(phrase, kind=kind, source=source, seen=tuple(seen))

    def preposition_cases(self, word: str) -> frozenset[str]:
        """Return the cases the preposition governs; see `prepositions.preposition_cases`."""
        return preposition_cases(word)

    def governed_cases(self, preposition: str, kind: str = "other") -> tuple[str, ...]:
        """Return the cases of a preposition, the likeliest first; see `government.governed_cases`."""
        return governed_cases(preposition, kind)

    def names_in_apposition(self, word: str) -> bool:
        """Whether a name behind the noun keeps its own case; see `government.names_in_apposition`."""
        return names_in_apposition(word)

    def word_cases(self, word: str) -> frozenset[str]:
        """Return the cases in which the word may stand; see `lexicon.cases_of_word`."""
        return cases_of_word(word)

    def agree_preposition(self, preposition: str, next_word: str, previous_word: str = "") -> str:
        """Return у or в, з, із or зі, і or й; see `prepositions.agree_preposition`."""
        return agree_preposition(preposition, next_word, previous_word)

    def is_word(self, word: str) -> bool:
        """Whether the dictionary has the word in some form; see `lexicon.is_word`."""
        return is_word(word)

    def is_noun(self, word: str) -> bool:
        """Whether the word is a noun and joins nothing; see `lexicon.is_noun`."""
        return is_noun(word)

    def is_verb(self, word: str) -> bool:
        """Whether the word can only be a finite verb; see `lexicon.is_verb`."""
        return is_verb(word)

    def similarity(self, foreign: str, word: str) -> float:
        """Return how alike a foreign name and a Ukrainian word sound; see `transliteration.similarity`."""
        return similarity(foreign, word)

    def propose(self, name: str, kind: str) -> Proposal | None:
        """Return a Ukrainian spelling of a foreign name, or None; see `proposals.propose_name`."""
        return propose_name(name, kind)

    def restore_speech(self, target: str, source: str) -> str:
        """Return the draft with its marks of direct speech; see `speech.restore_speech`."""
        return restore_speech(target, source)

    def typography(self, text: str) -> str:
        """Return the text with Ukrainian typography; see `typography.typography`."""
        return typography(text)


UKRAINIAN = Ukrainian()
