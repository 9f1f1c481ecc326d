"""The proof: which spans stand in a draft, and where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from translate.figures import Figure, recognise, same, unmatched
from translate.protection.model import Protected, Span

# Models write straight marks, typography sets them: a quoted name («Азов») counts with either.
_FOLDED = str.maketrans("’ʼ‘`«»„“”\u00a0\u202f", '\'\'\'\'"""""  ')

# A whole word begins and ends here, that is no tag, handle or part of a hyphened word.
_BEGINS = re.compile(r"(?<![\w@#])(?<!\w['-])")
_ENDS = re.compile(r"(?!\w)(?!['-]\w)")

Place = tuple[int, int]


def locate(target: str, spans: Sequence[Span], language: str) -> list[Place | None]:
    """Return where each of `spans` stands in `target`, one place a span, or None where it is missing.

    A term stands there when one of its accepted forms does, as a whole word; each occurrence counts once.
    A figure stands there when a figure of the same value and unit does.
    """
    folded = target.translate(_FOLDED)
    places: list[Place | None] = [None] * len(spans)
    taken: list[Place] = []
    # Longer terms first: "Володимир Зеленський" must not lose its surname to "Зеленський".
    order = sorted(range(len(spans)), key=lambda index: (-len(spans[index].target), index))
    for index in order:
        if not spans[index].accepted:
            continue
        place = _first_free(folded, spans[index], taken)
        if place is not None:
            places[index] = place
            taken.append(place)
    if not any(span.figure for span in spans):
        return places
    figures = [figure for figure in figures_in(target, language) if _free((figure.start, figure.end), taken)]
    for index, span in enumerate(spans):
        if span.figure is None:
            continue
        match = next((figure for figure in figures if same(span.figure, figure)), None)
        if match is not None:
            figures.remove(match)
            places[index] = (match.start, match.end)
    _settle_together(spans, places, figures)
    return places


@lru_cache(maxsize=1024)
def located(protected: Protected, target: str, language: str) -> tuple[Place | None, ...]:
    """Return where the spans of a segment stand in `target`; every step of the ladder asks this again."""
    return tuple(locate(target, protected.spans, language))


@lru_cache(maxsize=1024)
def extra_figures(protected: Protected, target: str, language: str) -> tuple[Figure, ...]:
    """Return the figures of `target` that no span of the source accounts for."""
    places = [
        place
        for span, place in zip(protected.spans, located(protected, target, language), strict=True)
        if place is not None and span.kind != "figure"
    ]
    figures = [f for f in figures_in(target, language) if _free((f.start, f.end), places)]
    sources = [span.figure for span in protected.spans if span.figure is not None]
    return tuple(unmatched(sources, figures)[1])


@lru_cache(maxsize=1024)
def figures_in(text: str, language: str) -> tuple[Figure, ...]:
    """Return the figures of a draft; every step of the ladder looks at the same few drafts again."""
    return recognise(text, language)


def _settle_together(spans: Sequence[Span], places: list[Place | None], figures: list[Figure]) -> None:
    """Match what is one figure on one side and two on the other (a range and its ends)."""
    missing = [index for index, span in enumerate(spans) if span.figure is not None and places[index] is None]
    if not missing or not figures:
        return
    sources = [figure for index in missing if (figure := spans[index].figure) is not None]
    still = list(unmatched(sources, figures)[0])
    for index in missing:
        if spans[index].figure not in still:
            places[index] = (figures[0].start, figures[-1].end)


def _first_free(folded: str, span: Span, taken: list[Place]) -> Place | None:
    """Return the first place of an accepted form as a whole word; where several begin, the longest."""
    found: list[Place] = []
    for form in _spellings(span.accepted):
        at = folded.find(form)
        while at >= 0:
            end = at + len(form)
            if _BEGINS.match(folded, at) and _ENDS.match(folded, end):
                found.append((at, end))
            at = folded.find(form, at + 1)
    done = 0
    for start, end in sorted(found, key=lambda place: (place[0], -place[1])):
        if start < done:
            continue
        if _free((start, end), taken):
            return start, end
        done = end
    return None


def _free(place: Place, taken: list[Place]) -> bool:
    return all(place[1] <= start or place[0] >= end for start, end in taken)


@lru_cache(maxsize=4096)
def _spellings(accepted: frozenset[str]) -> tuple[str, ...]:
    """Return how an accepted form may be written: a small first letter may be a capital, or all may be."""
    spelled = {form.translate(_FOLDED) for form in accepted if form}
    spelled |= {form.upper() for form in spelled}
    capital = {letter + form[1:] for form in spelled if form[0].islower() for letter in form[0].upper()}
    return tuple(spelled | capital)
