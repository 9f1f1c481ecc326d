"""Does the target use a translation that the glossary forbids?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from translate import languages
from translate.checks.model import Draft, Fault, Fix, Place
from translate.checks.registry import register
from translate.checks.words import occurrences
from translate.glossary.model import Term
from translate.languages import Paradigm

_NAME = re.compile(r"[^\W\d_a-zа-яіїєґ][^\W\d_]+")
ALIKE = 50
"""Least likeness, 0 to 100, of a wrong spelling and the right name: Кієв and Київ share a half."""


@register("forbidden", "error")
def forbidden(draft: Draft) -> Iterator[Fault]:
    """A translation that the glossary forbids for a term of the source stands in the target, as a whole word.

    Capital and small letters make no difference. Inside an accepted form of a longer term it is no fault. A
    misspelt name is known in all its cases; where the case is sure, the right name can replace it.
    """
    allowed: list[Place] | None = None
    for term in dict.fromkeys(match.term for match in draft.terms):
        for lemma in term.forbidden:
            places = occurrences(draft.target, _forms(lemma, term, draft.target_language), any_case=True)
            if not places:
                continue
            if allowed is None:
                allowed = [span for forms in draft.accepted for span in occurrences(draft.target, forms)]
            wrong = sorted(place for place in places if not _inside(place, allowed))
            if wrong:
                yield Fault(
                    f"forbidden term: “{draft.target[slice(*wrong[0])]}”; "
                    f"the glossary has {term.source} → {term.target}",
                    source=_place(draft, term),
                    target=wrong[0],
                    fix=_fix(draft, term, wrong[0]),
                )


@cache
def _forms(lemma: str, term: Term, language: str) -> frozenset[str]:
    """Return the forms of a forbidden name that are none of the right one; other words are one form."""
    if not _misspelt(lemma, term):
        return frozenset({lemma})
    own, right = _paradigms(lemma, term, language)
    return frozenset({lemma}) | (own.all - right.all)


def _misspelt(lemma: str, term: Term) -> bool:
    """Whether a forbidden translation is the right name but for its spelling: one word, the same capital.

    Another word (`індик` for Туреччина) may have another gender and number.
    """
    if not _NAME.fullmatch(lemma) or not _NAME.fullmatch(term.target):
        return False
    from rapidfuzz import fuzz

    return lemma[0] == term.target[0] and fuzz.ratio(lemma.lower(), term.target.lower()) >= ALIKE


def _paradigms(lemma: str, term: Term, language: str) -> tuple[Paradigm, Paradigm]:
    known = languages.get(language)
    return (
        known.paradigm(lemma, kind=term.kind, gender=term.gender),
        known.paradigm(term.target, kind=term.kind, gender=term.gender, forms=term.forms),
    )


def _place(draft: Draft, term: Term) -> Place:
    return next((match.start, match.end) for match in draft.terms if match.term == term)


def _inside(place: Place, spans: list[Place]) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in spans)


def _fix(draft: Draft, term: Term, place: Place) -> Fix | None:
    """Return the right name in the case of the misspelt one, when every reading of it gives the same form."""
    wrong = draft.target[slice(*place)]
    found: set[str] = set()
    for lemma in term.forbidden:
        if not _misspelt(lemma, term):
            continue
        own, right = _paradigms(lemma, term, draft.target_language)
        if wrong.lower() == lemma.lower():
            cases = frozenset({"nomn"}) | (own.cases_of(lemma) if len(own.all) > 1 else {"accs"})
        else:
            cases = frozenset(case for case, forms in own.cases if wrong.lower() in map(str.lower, forms))
        found |= {right.form(case) for case in cases if case != "voct"}
    if len(found) != 1:
        return None
    form = found.pop()
    return Fix(*place, form.upper() if wrong.isupper() else form)
