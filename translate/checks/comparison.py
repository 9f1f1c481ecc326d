"""The figures of a draft compared, for the checks that look at them from different sides."""

from __future__ import annotations

from functools import lru_cache

from translate.checks.kept import protected_ranges
from translate.checks.model import Draft
from translate.checks.words import occurrences
from translate.figures import Figure, recognise, unmatched


def compared(draft: Draft) -> tuple[list[Figure], list[Figure]]:
    """Return the figures of the source that the target lacks, and those of the target that have no source.

    Figures inside a glossary term, on either side, are left out, and those in text that is only copied.
    """
    found = target_figures(draft)
    source = draft.figures
    if source and draft.terms:
        source = tuple(figure for figure in source if not _in_term(figure, draft))
    if not source and not found:
        return [], []
    missing, extra = unmatched(source, found)
    if extra and (draft.accepted or draft.target_codes):
        terms = [span for forms in draft.accepted for span in occurrences(draft.target, forms)]
        terms += [place for _, place in protected_ranges(draft.target_codes)]
        extra = [
            figure
            for figure in extra
            if not any(start <= figure.start and figure.end <= end for start, end in terms)
        ]
    return missing, extra


def target_figures(draft: Draft) -> tuple[Figure, ...]:
    """Return the figures of the target."""
    return _recognised(draft.target, draft.target_language)


# The checks of a chain ask one after another for the same target.
@lru_cache(maxsize=4)
def _recognised(target: str, language: str) -> tuple[Figure, ...]:
    return recognise(target, language)


def _in_term(figure: Figure, draft: Draft) -> bool:
    return any(term.start <= figure.start and figure.end <= term.end for term in draft.terms)
