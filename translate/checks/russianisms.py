"""Is the Ukrainian target free of Russian words and calques?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.model import Draft, Fault
from translate.checks.registry import register
from translate.checks.words import occurrences

_CYRILLIC = re.compile("[\u0400-\u052f]")


@register("russianisms", "warning")
def russianisms(draft: Draft) -> Iterator[Fault]:
    """A Ukrainian target has a Russian word, or a word or phrase taken over from Russian.

    The list is `translate/languages/uk/russianisms.tsv`; it has what is wrong in practically every context,
    with what to write instead. What the source or the glossary writes is no fault.
    """
    if draft.target_language != "uk" or not _CYRILLIC.search(draft.target):
        return
    from translate.languages.uk.russianisms import russianisms as find

    given: list[tuple[int, int]] | None = None
    for found in find(draft.target):
        wrong = draft.target[found.start : found.end]
        if given is None:
            given = occurrences(draft.target, {form for forms in draft.accepted for form in forms})
        if wrong in draft.source or any(a < found.end and found.start < b for a, b in given):
            continue
        yield Fault(f"Russianism: “{wrong}”, better: {found.better}", target=(found.start, found.end))
