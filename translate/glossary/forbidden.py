"""Targets that must never appear: wrong, outdated or another language's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from translate.glossary.folding import Folded, fold, spelling
from translate.glossary.model import Term


def forbidden_in(target_text: str, terms: Iterable[Term]) -> list[tuple[Term, int, int]]:
    """Return (term, start, end) for every forbidden target of `terms` in `target_text`, in order of place.

    Whole words, whatever their case; hyphen and space, and the kinds of apostrophe, are the same. What stands
    inside a right target of `terms` is right: `Києво` is forbidden, `Києво-Печерська лавра` is not.
    """
    terms = [term for term in dict.fromkeys(terms) if term.forbidden]
    if not terms:
        return []
    folded = fold(target_text)
    right = [place for term in terms for place in _places(folded, term.target)]
    found = {
        (start, end, term)
        for term in terms
        for forbidden in term.forbidden
        for start, end in _places(folded, forbidden)
        if not any(a <= start and end <= b for a, b in right)
    }
    return sorted(
        ((term, folded.original(start), folded.original(end)) for start, end, term in found),
        key=lambda hit: (hit[1], hit[2], hit[0].source),
    )


def _places(folded: Folded, words: str) -> list[tuple[int, int]]:
    pattern = re.compile(rf"(?<!\w)(?<!\w')(?:{re.escape(spelling(words)[1])})(?!'?\w)")
    return [match.span() for match in pattern.finditer(folded.lower)]
