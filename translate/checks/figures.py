"""Does every figure of the source stand in the target with the same value?"""

from __future__ import annotations

from collections.abc import Iterator

from translate.checks.model import Draft, Fault
from translate.checks.registry import register
from translate.checks.words import occurrences
from translate.figures import Figure, recognise, unmatched

_UNITS = {"percentage-point": "percentage point", "temperature-generic": "degree"}


@register("figures", "error")
def figures(draft: Draft) -> Iterator[Fault]:
    """The figures of source and target differ in value, unit or number of occurrences.

    Figures inside a glossary term are the matter of the check of terms.
    """
    source = tuple(figure for figure in draft.figures if not _in_term(figure, draft))
    missing, extra = unmatched(source, recognise(draft.target, draft.target_language))
    for figure in missing:
        yield Fault(f"figure missing: {_named(figure)}")
    if extra:
        terms = [span for forms in draft.accepted for span in occurrences(draft.target, forms)]
        for figure in extra:
            if not any(start <= figure.start and figure.end <= end for start, end in terms):
                yield Fault(f"figure not in the source: {_named(figure)}")


def _in_term(figure: Figure, draft: Draft) -> bool:
    return any(term.start <= figure.start and figure.end <= term.end for term in draft.terms)


def _named(figure: Figure) -> str:
    # The value of a third is an endless decimal and helps nobody.
    return f"“{figure.text}”" if figure.kind == "fraction" else f"{_value(figure)} (“{figure.text}”)"


def _value(figure: Figure) -> str:
    values = [f"{number.normalize():f}" for number in figure.values]
    if figure.kind == "time":
        value = ":".join(number.zfill(2) for number in values)
    elif figure.kind == "date":
        # ISO 8601 with its place for what is not said: --03-28 has no year.
        value = "-".join(number.zfill(2) if number != "0" else "-" for number in values).rstrip("-")
    else:
        value = "–".join(values)
    return f"{value}{_unit(figure)}"


def _unit(figure: Figure) -> str:
    if figure.kind == "percent":
        return "%"
    # A CLDR unit identifier is a category and a name: length-mile. A currency code has no category.
    unit = _UNITS.get(figure.unit) or figure.unit.partition("-")[2] or figure.unit
    return f" {unit}" if unit else ""
