"""What stands in a target for a name that is not there: the words that look or sound like it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from rapidfuzz import fuzz, process

from translate import languages
from translate.checks.model import Place
from translate.checks.words import words

ALIKE = 75
"""Least likeness of spelling, 0 to 100, at which words may be a wrong form of a term."""

_SOUND = 0.75


def closest(
    target: str, forms: Collection[str], source: str, language: str, taken: Sequence[Place] = ()
) -> Place | None:
    """Return where the words of `target` stand that are most like one of `forms`, or sound like `source`.

    The words are no more than a form has, with nothing but space between them, and touch no place of `taken`.
    What begins with a capital is found among words that do, and also by its sound. None: nothing is alike.
    """
    capital = source[:1].isupper()
    best: tuple[float, Place] | None = None
    for place in _windows(target, max(len(form.split()) for form in forms)):
        said = target[place[0] : place[1]]
        if any(start < place[1] and place[0] < end for start, end in taken):
            continue
        if capital and not said[:1].isupper():
            continue
        found = process.extractOne(
            said.lower(), [form.lower() for form in forms], scorer=fuzz.ratio, score_cutoff=ALIKE
        )
        score = found[1] if found else 0.0
        if capital and not found:
            sound = languages.get(language).similarity(source, said)
            score = sound * 100 if sound >= _SOUND else 0.0
        if score and (best is None or score > best[0]):
            best = score, place
    return best[1] if best else None


def _windows(text: str, longest: int) -> Iterator[Place]:
    places = [match.span() for match in words(text)]
    for first, (start, end) in enumerate(places):
        yield start, end
        for after, last in places[first + 1 : first + longest]:
            if not text[end:after].isspace():
                break
            end = last
            yield start, end
