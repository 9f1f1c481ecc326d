"""The names and terms of a source sentence, with the forms that count as their translation so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from translate.glossary.glossary import Glossary
from translate.glossary.model import KINDS, Term
from translate.glossary.rewording import forms_of
from translate.glossary.unknown import Evidence, UnknownName, unknown_names
from translate.languages import Language, get


@dataclass(frozen=True, slots=True)
class SourceName:
    """A name or term of the source, and the forms that count as its translation so far."""

    source: str
    kind: str
    gender: str = ""
    term: Term | None = None
    accepted: frozenset[tuple[str, ...]] = field(default=frozenset())


def names_of(
    text: str,
    glossary: Glossary,
    evidence: Evidence | None,
    people: dict[str, str],
    language: Language,
) -> list[SourceName]:
    """Return the names of a source sentence; the longest first, so that none takes the words of another."""
    matches = glossary.find(text)
    names = [
        SourceName(
            match.term.source,
            match.term.kind,
            match.term.gender,
            match.term,
            _term_forms(match.term, language),
        )
        for match in matches
    ]
    if evidence is not None:
        known = [(match.start, match.end) for match in matches]
        names += [_unknown(name, people, language) for name in unknown_names(text, known, evidence)]
    return sorted(names, key=lambda name: -len(name.source.split()))


def _unknown(name: UnknownName, people: dict[str, str], language: Language) -> SourceName:
    source = name.text
    if source.isupper() and name.kind != "acronym":
        source = " ".join("-".join(map(str.capitalize, word.split("-"))) for word in source.split(" "))
    kind, gender = (name.kind if name.kind in KINDS else "other"), name.gender
    if kind in ("other", "person") and source in people:
        kind, gender = "person", gender or people[source]
    proposal = language.propose(source, kind) if name.kind != "acronym" else None
    if proposal is None:
        return SourceName(source, kind, gender)
    kind = proposal.kind if kind == "other" else kind
    gender = gender or proposal.gender
    return SourceName(source, kind, gender, None, accepted_forms(proposal.text, kind, gender, language.code))


def surnames(
    sources: Iterable[str], glossary: Glossary, evidence: Evidence, language: Language
) -> dict[str, str]:
    """Return the surnames of the people that an article names in full, with their gender."""
    people: dict[str, str] = {}
    for source in sources:
        known = [(match.start, match.end) for match in glossary.find(source)]
        for name in unknown_names(source, known, evidence):
            if " " not in name.text or name.kind not in ("person", "other"):
                continue
            proposal = language.propose(name.text, name.kind)
            if name.kind == "person" or (proposal is not None and proposal.kind == "person"):
                gender = name.gender or (proposal.gender if proposal is not None else "")
                people.setdefault(name.text.split()[-1], gender)
    return people


def _term_forms(term: Term, language: Language) -> frozenset[tuple[str, ...]]:
    paradigm = language.paradigm(term.target, kind=term.kind, gender=term.gender, forms=term.forms)
    return forms_of(paradigm.all | paradigm.possessive | {term.target})


@lru_cache(maxsize=4096)
def accepted_forms(lemma: str, kind: str, gender: str, language: str) -> frozenset[tuple[str, ...]]:
    """Return the forms of a term of a language (BCP 47), possessive adjectives included, as keys of words."""
    paradigm = get(language).paradigm(lemma, kind=kind, gender=gender)
    return forms_of(paradigm.all | paradigm.possessive)
