"""Does the target use a translation that the glossary forbids?"""

from __future__ import annotations

from collections.abc import Iterator

from translate.checks.model import Draft, Fault
from translate.checks.registry import register
from translate.checks.words import occurrences


@register("forbidden", "error")
def forbidden(draft: Draft) -> Iterator[Fault]:
    """A translation that the glossary forbids for a term of the source stands in the target, as a whole word.

    Capital and small letters make no difference. Inside an accepted form of a longer term it is no fault.
    """
    allowed: list[tuple[int, int]] | None = None
    for term in dict.fromkeys(match.term for match in draft.terms):
        for form in term.forbidden:
            places = occurrences(draft.target, (form,), any_case=True)
            if places and allowed is None:
                allowed = [span for forms in draft.accepted for span in occurrences(draft.target, forms)]
            if any(not _inside(place, allowed or []) for place in places):
                yield Fault(f"forbidden term: “{form}”; the glossary has {term.source} → {term.target}")


def _inside(place: tuple[int, int], spans: list[tuple[int, int]]) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in spans)
