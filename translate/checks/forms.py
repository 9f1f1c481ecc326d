"""Does a glossary term stand in a case that the preposition before it governs?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate import languages
from translate.checks.model import Draft, Fault, Place
from translate.checks.registry import register
from translate.checks.words import occurrences, words
from translate.glossary.model import Term
from translate.languages import Language

# Words that are prepositions and nothing else; поруч, навколо, замість and the like are adverbs too.
_PREPOSITION = re.compile(
    "(?<![\\w’'-])(без|біля|в|у|від|для|до|за|з|із|зі|крізь|між|на|над|об|перед|під|після|понад|при|про|проти"
    "|серед|через|щодо)\\s+$",
    re.IGNORECASE,
)
_LONGER_NAME = re.compile("[ \u00a0-][A-ZА-ЩЮЯЄІЇҐ]")
_LONGEST = 12
_APOSTROPHES = str.maketrans("'ʼ", "’’")


@register("forms", "warning")
def forms(draft: Draft) -> Iterator[Fault]:
    """A glossary term of a Ukrainian target stands in a case that the preposition before it does not govern.

    That is so in `до Харків`. Terms in quotation marks, at the start of a longer name (з Вашингтон Пост), and
    forms that may be another number or another word are left alone.
    """
    if draft.target_language != "uk" or not draft.terms or not draft.accepted:
        return
    language = languages.get(draft.target_language)
    owners = {
        form: match.term for match, own in zip(draft.terms, draft.accepted, strict=False) for form in own
    }
    for place in sorted(occurrences(draft.target, owners)):
        start, end = place
        before = _PREPOSITION.search(draft.target, max(start - _LONGEST, 0), start)
        written = draft.target[start:end].translate(_APOSTROPHES)
        term = next((owner for form, owner in owners.items() if form.lower() == written.lower()), None)
        if before is None or term is None or _LONGER_NAME.match(draft.target, end):
            continue
        expected = _expected(written, term, before[1], language)
        if expected:
            yield _fault(draft, place, before.start(1), term, expected)


def _expected(written: str, term: Term, preposition: str, language: Language) -> tuple[str, ...]:
    """Return the forms that fit the preposition; () when the one that is written may be right."""
    paradigm = language.paradigm(term.target, kind=term.kind, gender=term.gender, forms=term.forms)
    folded = written.lower()
    own = {case for case, forms in paradigm.cases if any(form.lower() == folded for form in forms)} - {"voct"}
    governed = language.governed_cases(preposition, term.kind)
    if not own or own & set(governed) or own & language.preposition_cases(preposition):
        return ()
    # The paradigm is that of one number; the form may be one of the plural, too: через станції.
    if all(_plural_cases(found[0]) & set(governed) for found in words(written)):
        return ()
    return tuple(dict.fromkeys(paradigm.form(case) for case in governed))


def _plural_cases(word: str) -> frozenset[str]:
    from translate.languages.uk.readings import readings

    return frozenset(reading.case for reading in readings(word) if reading.plural)


def _fault(draft: Draft, place: Place, start: int, term: Term, expected: tuple[str, ...]) -> Fault:
    source = next(((match.start, match.end) for match in draft.terms if match.term == term), None)
    forms = " or ".join(f"“{form}”" for form in expected)
    return Fault(
        f"form of the term {term.source}: “{draft.target[start : place[1]]}”, expected {forms}",
        source=source,
        target=place,
    )
