"""What the rest of the tool knows of a language: the paradigm of a term and the `Language` protocol."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct", "voct")


@dataclass(frozen=True, slots=True)
class Paradigm:
    """The forms of a term.

    `cases` are (case, forms) pairs in the order of `CASES`, the preferred form first. `confident` is False
    when a word or a gender was guessed. `possessive` holds the possessive adjectives made of a person's
    surname (`Путінів`, `Путінова`, …); they belong to no case of the term.
    """

    lemma: str
    cases: tuple[tuple[str, tuple[str, ...]], ...]
    confident: bool = True
    possessive: frozenset[str] = field(default=frozenset())

    def forms(self, case: str) -> tuple[str, ...]:
        """Return every form of the case, the preferred one first; the lemma when the case is unknown."""
        return dict(self.cases).get(case, (self.lemma,))

    def form(self, case: str) -> str:
        """Return the preferred form of the case; the lemma when the case is unknown."""
        return self.forms(case)[0]

    def cases_of(self, form: str) -> frozenset[str]:
        """Return the cases that `form` can stand in; empty when it is no form of the term."""
        return frozenset(case for case, forms in self.cases if form in forms)

    @property
    def all(self) -> frozenset[str]:
        """Every form of every case, variants included; without the possessive adjectives."""
        return frozenset(form for _, forms in self.cases for form in forms)


@dataclass(frozen=True, slots=True)
class Proposal:
    """How a name that no glossary knows may be written in this language; a person decides.

    `kind` is person, place or other, where the name itself tells more than its context; `gender` is masc,
    femn, neut, plur or ""; `method` says where the spelling comes from. Never `confident`.
    """

    text: str
    kind: str
    gender: str = ""
    method: str = ""
    confident: bool = False


class Language(Protocol):
    """What is particular to one language. `translate.languages.neutral.Neutral` is the default."""

    @property
    def code(self) -> str:
        """The language's BCP 47 code, e.g. `uk`."""

    @property
    def name(self) -> str:
        """The language's English name, e.g. `Ukrainian`."""

    @property
    def quotes(self) -> tuple[str, str, str, str]:
        """Opening and closing quotation mark, then the inner pair."""

    def paradigm(
        self, lemma: str, *, kind: str = "other", gender: str = "", forms: Sequence[tuple[str, str]] = ()
    ) -> Paradigm:
        """Return the forms of a term; `kind`, `gender` and `forms` are those of `translate.glossary.Term`."""

    def lemma(
        self, phrase: str, *, kind: str = "other", source: str = "", seen: Sequence[str] = ()
    ) -> tuple[str, bool]:
        """Return the dictionary form of a name or term that a text has in some case, and whether it is sure.

        `kind` is one of `translate.glossary.KINDS`, `source` the name in the language of the source or "",
        `seen` are other forms of the same name.
        """

    def preposition_cases(self, word: str) -> frozenset[str]:
        """Return the cases that the preposition governs; empty when the word is no preposition."""

    def governed_cases(self, preposition: str, kind: str = "other") -> tuple[str, ...]:
        """Return those cases with the likeliest for a term of `kind` first; empty for other words."""

    def names_in_apposition(self, word: str) -> bool:
        """Whether a name behind the noun `word` keeps its own case (`the city of X`)."""

    def word_cases(self, word: str) -> frozenset[str]:
        """Return the cases in which `word` may stand by the dictionary; empty when it is unknown."""

    def agree_preposition(self, preposition: str, next_word: str, previous_word: str = "") -> str:
        """Return the variant of a preposition or conjunction that sounds well between the two words."""

    def is_word(self, word: str) -> bool:
        """Whether the dictionary has `word` in some form; True when there is no dictionary."""

    def is_noun(self, word: str) -> bool:
        """Whether `word` is a noun, and no conjunction, preposition or adverb, by the dictionary."""

    def is_verb(self, word: str) -> bool:
        """Whether `word` is a finite verb, and nothing else, by the dictionary."""

    def similarity(self, foreign: str, word: str) -> float:
        """Return how alike a foreign name and a word of this language sound, 0 to 1."""

    def propose(self, name: str, kind: str) -> Proposal | None:
        """Return a spelling for a foreign name of a kind (`translate.glossary.KINDS`), or None."""

    def restore_speech(self, target: str, source: str) -> str:
        """Return the draft with marks of direct speech put back that the source has and the model lost."""

    def typography(self, text: str) -> str:
        """Return the text set by the language's typographic rules; idempotent; letters and digits stay."""
