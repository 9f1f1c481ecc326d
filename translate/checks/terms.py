"""Does every glossary term of the source stand in the target?"""

from __future__ import annotations

from collections.abc import Iterator

from translate.checks.model import Draft, Fault, Place
from translate.checks.registry import register
from translate.checks.words import occurrences
from translate.glossary.model import TermMatch


@register("terms", "error")
def terms(draft: Draft) -> Iterator[Fault]:
    """A glossary term of the source has no accepted form of its translation in the target, as a whole word.

    A term that occurs twice needs two. Words inside a longer term are not counted again for a shorter one.
    Where a forbidden translation, a wrong form or another spelling stands, the message says so.
    """
    if not draft.terms:
        return
    wanted = _wanted(draft)
    # Every form of every term at once, so that "область" inside "Київська область" is used up by it.
    places = occurrences(draft.target, {form for forms in wanted for form in forms})
    free = list(places)
    for forms, matches in sorted(wanted.items(), key=lambda item: -max(map(len, item[0]))):
        here = [place for place in free if _is_form(draft.target[slice(*place)], forms)][: len(matches)]
        for place in here:
            free.remove(place)
        if len(here) < len(matches):
            term = matches[-1].term
            times = f" ({len(here)} of {len(matches)})" if len(matches) > 1 else ""
            instead = _instead(draft, matches[-1], forms, places)
            said = f"; “{draft.target[slice(*instead)]}” stands there" if instead else ""
            yield Fault(
                f"term missing{times}: {term.source} → {term.target}{said}",
                source=(matches[-1].start, matches[-1].end),
                target=instead,
            )


def _wanted(draft: Draft) -> dict[frozenset[str], list[TermMatch]]:
    """Return the terms by what counts for them; without accepted forms it is the dictionary form alone."""
    accepted = draft.accepted or (frozenset(),) * len(draft.terms)
    wanted: dict[frozenset[str], list[TermMatch]] = {}
    for match, forms in zip(draft.terms, accepted, strict=True):
        wanted.setdefault(forms or frozenset({match.term.target}), []).append(match)
    return wanted


def _is_form(text: str, forms: frozenset[str]) -> bool:
    return occurrences(text, forms) == [(0, len(text))]


def _instead(draft: Draft, match: TermMatch, forms: frozenset[str], taken: list[Place]) -> Place | None:
    """Return where a forbidden translation stands, else words that look or sound like the term."""
    from translate.checks.likeness import closest

    forbidden = occurrences(draft.target, match.term.forbidden, any_case=True)
    if forbidden:
        return min(forbidden)
    small = occurrences(draft.target, forms, any_case=True)
    free = [place for place in small if not any(a < place[1] and place[0] < b for a, b in taken)]
    if free:
        return min(free)
    return closest(draft.target, forms, match.term.source, draft.target_language, taken)
