"""Does every glossary term of the source stand in the target?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from translate.checks.model import Draft, Fault
from translate.checks.registry import register
from translate.checks.words import occurrences


@register("terms", "error")
def terms(draft: Draft) -> Iterator[Fault]:
    """A glossary term of the source has no accepted form of its translation in the target, as a whole word.

    A term that occurs twice needs two. Words inside a longer term are not counted again for a shorter one.
    """
    if not draft.terms:
        return
    wanted = Counter(_wanted(draft))
    sources = {forms: source for source, forms in zip(_sources(draft), _wanted(draft), strict=True)}
    # Every form of every term at once, so that "область" inside "Київська область" is used up by it.
    places = occurrences(draft.target, {form for forms in wanted for form in forms})
    found = [draft.target[start:end] for start, end in places]
    for forms, count in sorted(wanted.items(), key=lambda item: -max(map(len, item[0]))):
        here = [text for text in found if occurrences(text, forms) == [(0, len(text))]][:count]
        for text in here:
            found.remove(text)
        if len(here) < count:
            times = f" ({len(here)} of {count})" if count > 1 else ""
            yield Fault(f"term missing{times}: {sources[forms]}")


def _wanted(draft: Draft) -> list[frozenset[str]]:
    """Return what counts for each term; without accepted forms the dictionary form is the only one."""
    accepted = draft.accepted or (frozenset(),) * len(draft.terms)
    return [
        forms or frozenset({match.term.target}) for match, forms in zip(draft.terms, accepted, strict=True)
    ]


def _sources(draft: Draft) -> list[str]:
    return [f"{match.term.source} → {match.term.target}" for match in draft.terms]
