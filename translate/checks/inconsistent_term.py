"""Is a name or term rendered in one way throughout an article?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate import languages
from translate.checks.across import named
from translate.checks.model import Draft, Fault, Located, Place
from translate.checks.registry import register_across
from translate.checks.spellings import same_name
from translate.checks.words import occurrences, words
from translate.glossary.unknown import Evidence, unknown_names

ALIKE = 0.7
"""Least likeness in sound at which a word of the target is taken for the rendering of a name."""

_SHORTEST, _LONGEST = 4, 60
# Capitalised words of a source or a target: a text with more is a list, and each is compared with each.
_MOST_WORDS = 60
# Spellings of a name that are held against all others.
_MOST_SPELLINGS = 50


@dataclass(frozen=True, slots=True)
class _Seen:
    """A word of a name at `source` of the segment `index`, and the words of the target that it may be."""

    index: int
    source: Place
    renderings: tuple[Place, ...]


@register_across("inconsistent-term", "warning")
def inconsistent_term(segments: Sequence[Located]) -> Iterator[tuple[int, Fault]]:
    """A name that no glossary knows is spelt in two ways in an article, or a term has two translations.

    The spelling that most segments have, or else the first, is the one that the others are held against.
    Names are read in English sources and looked for by their sound in Ukrainian targets, word by word, so
    that a surname alone is held against the full name. Case forms and adjectives are no other spelling.
    """
    yield from _terms(segments)
    files: dict[str, list[int]] = {}
    for index, located in enumerate(segments):
        draft = located.draft
        if (draft.source_language[:2], draft.target_language[:2]) == ("en", "uk"):
            files.setdefault(located.file, []).append(index)
    for indexes in files.values():
        for seen in _names(segments, indexes):
            if len(seen) > 1:
                yield from _spellings(segments, seen)


def _terms(segments: Sequence[Located]) -> Iterator[tuple[int, Fault]]:
    """Compare the glossary rows that were used for a source; those of another kind or note are homonyms."""
    used: dict[tuple[str, str, str], dict[str, list[int]]] = {}
    places: dict[tuple[str, int], Place] = {}
    for index, located in enumerate(segments):
        for match in located.draft.terms:
            term = match.term
            rows = used.setdefault((term.source.casefold(), term.kind, term.note), {})
            rows.setdefault(term.target, []).append(index)
            places.setdefault((term.target, index), (match.start, match.end))
    for (source, _, _), rows in used.items():
        if len(rows) < 2:
            continue
        usual = max(rows, key=lambda target: len(rows[target]))
        agreed = list(dict.fromkeys(rows[usual]))
        for target, indexes in rows.items():
            for index in dict.fromkeys(indexes) if target != usual else ():
                where = named(segments, index, agreed)
                said = f"“{source}” is “{target}” here and “{usual}” in {where}"
                yield index, Fault(said, source=places[target, index])


def _names(segments: Sequence[Located], indexes: Sequence[int]) -> list[list[_Seen]]:
    """Return where each word of the unknown names of an article stands, with what may stand for it."""
    evidence = Evidence.of([segments[index].draft.source for index in indexes])
    found: dict[str, list[_Seen]] = {}
    for index in indexes:
        draft = segments[index].draft
        if draft.source.isupper() or draft.target.isupper():
            continue
        known = [(match.start, match.end) for match in draft.terms]
        names = [name for name in unknown_names(draft.source, known, evidence) if name.kind != "acronym"]
        if not names:
            continue
        places = [
            (name.start + match.start(), name.start + match.end())
            for name in names
            for match in words(name.text)
            if len(match[0]) >= _SHORTEST and match[0][0].isupper()
        ]
        candidates = _candidates(draft)
        if max(len(places), len(candidates)) > _MOST_WORDS:
            continue
        for place in places:
            word = draft.source[slice(*place)]
            seen = _Seen(index, place, _renderings(draft, word, candidates))
            if seen.renderings:
                found.setdefault(word.casefold(), []).append(seen)
    return list(found.values())


def _candidates(draft: Draft) -> list[Place]:
    """Return the capitalised words of the target that belong to no glossary term."""
    taken = [place for forms in draft.accepted for place in occurrences(draft.target, forms)]
    return [
        match.span()
        for match in words(draft.target)
        if match[0][0].isupper()
        and len(match[0]) < _LONGEST
        and not any(a < match.end() and match.start() < b for a, b in taken)
    ]


def _renderings(draft: Draft, name: str, candidates: Sequence[Place]) -> tuple[Place, ...]:
    language = languages.get(draft.target_language)
    return tuple(
        place for place in candidates if language.similarity(name, draft.target[slice(*place)]) >= ALIKE
    )


def _spellings(segments: Sequence[Located], seen: Sequence[_Seen]) -> Iterator[tuple[int, Fault]]:
    def said(one: _Seen) -> list[str]:
        return [segments[one.index].draft.target[slice(*place)] for place in one.renderings]

    # Every occurrence votes for the spellings that it agrees with.
    ballots = Counter(tuple(said(one)) for one in seen)
    forms = Counter(form for one in seen for form in said(one))
    often = {form for form, _ in forms.most_common(_MOST_SPELLINGS)}
    votes = {
        form: sum(n for ballot, n in ballots.items() if any(same_name(form, other) for other in ballot))
        for form in forms
        if form in often
    }
    usual = max(votes, key=lambda form: votes[form])
    agreeing = (one.index for one in seen if any(same_name(usual, form) for form in said(one)))
    agreed = list(dict.fromkeys(agreeing))
    for one in seen:
        if any(same_name(usual, form) for form in said(one)):
            continue
        place = one.renderings[0]
        draft = segments[one.index].draft
        where = named(segments, one.index, agreed)
        yield (
            one.index,
            Fault(
                f"“{draft.source[slice(*one.source)]}” is “{draft.target[slice(*place)]}” here "
                f"and “{usual}” in {where}",
                source=one.source,
                target=place,
            ),
        )
