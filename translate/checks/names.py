"""Does a name stand in the target that nothing in the source accounts for?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from translate import languages
from translate.checks.comparison import target_figures
from translate.checks.model import Draft, Fault, Place
from translate.checks.registry import register
from translate.checks.words import occurrences
from translate.protection import strange_names

# English writes these out in small letters, or has another word for them: media, television.
_COMMON = frozenset(
    {"ЗМІ", "ТБ", "ВІЛ", "СНІД", "ДНК", "РНК", "ВВП", "ДТП", "АЕС", "ЖК", "ПДВ", "НЛО", "БПЛА"}
)


@register("names", "warning")
def names(draft: Draft) -> Iterator[Fault]:
    """The target has a capitalised word within a sentence that stands for no name of the source.

    It may stand for a glossary term, as often as the source has the term, for text that is copied, or for a
    capitalised word of the source that it sounds like. What is set in capitals throughout is not looked at,
    nor what belongs to a figure (`долар США`), nor abbreviations of common nouns (`ЗМІ`). A translator may
    rightly translate a name where a model garbles it: only in a machine draft is it a warning.
    """
    if draft.target.upper() == draft.target:
        return
    covered = [(term.start, term.end) for term in draft.terms]
    terms, surplus = _term_places(draft)
    language = languages.get(draft.target_language)
    strange = strange_names(draft.source, covered, draft.target, terms, language)
    if strange:
        figures = [(figure.start, figure.end) for figure in target_figures(draft)]
        strange = [
            place
            for place in strange
            if draft.target[slice(*place)] not in _COMMON
            and not any(start <= place[0] < end for start, end in figures)
        ]
    # Of 997 human translations (FLORES-200 dev) 16 % have such a name.
    severity = "" if draft.machine else "info"
    for start, end in surplus:
        if any(start <= a < end for a, _ in strange):
            message = f"name more often than in the source: “{draft.target[start:end]}”"
            yield Fault(message, target=(start, end), severity=severity)
    for start, end in strange:
        if not any(a <= start < b for a, b in surplus):
            message = f"name not in the source: “{draft.target[start:end]}”"
            yield Fault(message, target=(start, end), severity=severity)


def _term_places(draft: Draft) -> tuple[list[Place], list[Place]]:
    """Return where the terms stand in the target, and where one stands once too often."""
    terms: list[Place] = []
    surplus: list[Place] = []
    wanted = Counter(draft.accepted)
    for forms in sorted(wanted, key=lambda forms: -max(map(len, forms), default=0)):
        places = [
            (start, end)
            for start, end in sorted(occurrences(draft.target, forms))
            if all(end <= a or start >= b for a, b in terms + surplus)
        ]
        terms += places[: wanted[forms]]
        surplus += places[wanted[forms] :]
    return terms, surplus
