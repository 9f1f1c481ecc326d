"""A unit of the report from what the stages know of a segment: its terms, figures, note and state."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from translate import protection
from translate.checks import Finding, Place
from translate.figures import Figure
from translate.glossary import Term
from translate.inline import Text
from translate.protection import Protected, Span
from translate.report.model import FigureUse, State, TermUse, UnitReport
from translate.stats import count_words
from translate.triage import Confidence
from translate.xliff import Origin

# What the note says and the report shows by itself.
_SHOWN = re.compile(r"(Terms|Figures|Confidence): ")
_CHECK = "Check: "
_OF_FIGURES = frozenset({"figures", "dates"})
_DENOMINATOR = 1000
_WRITTEN = {"year": "{}", "decade": "{}s", "century": "century {}"}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def unit_report(
    id_: str,
    protected: Protected,
    source: Text,
    target: Text,
    language: str,
    *,
    state: State,
    findings: Sequence[Finding] = (),
    note: str = "",
    origin: Origin | Literal[""] = "",
    match: int | None = None,
    confidence: Confidence | None = None,
) -> UnitReport:
    """Return the unit of a segment whose terms and figures are `protected`; `language` is the target's.

    `note` is the whole note of the unit; what it repeats of the other things shown is left out.
    """
    places = protection.locate(target.text, protected.spans, language)
    spans = list(zip(protected.spans, places, strict=True))
    return UnitReport(
        id=id_,
        source=source,
        target=target,
        state=state,
        words=count_words(source.text),
        origin=origin,
        match=match,
        note=_rest(note, findings),
        findings=tuple(findings),
        terms=tuple(_term(span, span.term, place) for span, place in spans if span.term is not None),
        figures=tuple(
            _figure(span, span.figure, place, target.text, findings)
            for span, place in spans
            if span.figure is not None
        ),
        confidence=confidence,
    )


def value_of(figure: Figure) -> str:
    """Return the value of a figure as people read it, in English.

    >>> value_of(Figure(0, 12, "$2.3 billion", "money", (Decimal(2300000000),), "USD"))
    '2,300,000,000 USD'
    >>> value_of(Figure(0, 8, "14 March", "date", (Decimal(0), Decimal(3), Decimal(14))))
    '14 March'
    >>> value_of(Figure(0, 5, "23 km", "measure", (Decimal(23),), "length-kilometer"))
    '23 km'
    >>> value_of(Figure(0, 8, "0640", "time", (Decimal(6), Decimal(40))))
    '6:40'
    """
    values = figure.values
    if figure.kind == "designation" or not values:
        return figure.text
    if figure.kind == "date":
        return f"{figure.unit} {_date(values)}".lstrip()
    if figure.kind == "time" and len(values) == 2:
        return f"{int(values[0])}:{int(values[1]):02d}"
    if figure.kind in _WRITTEN:
        return _WRITTEN[figure.kind].format(f"{values[0]:f}")
    if figure.kind == "fraction":
        return ", ".join(str(Fraction(value).limit_denominator(_DENOMINATOR)) for value in values)
    *first, last = values
    joint = ":" if figure.kind == "score" else "–"
    return "".join(f"{_number(value)}{joint}" for value in first) + _with_unit(last, figure.unit)


def _date(values: Sequence[Decimal]) -> str:
    year, month, day, *last = (int(value) for value in values)
    days = f"{day}–{last[0]}" if last else str(day)
    name = _MONTHS[month - 1] if 1 <= month <= len(_MONTHS) else ""
    return " ".join(part for part in (days if day else "", name, str(year) if year else "") if part)


def _number(value: Decimal) -> str:
    """Write a number; up to four digits stay together, since a range may be one of years."""
    rounded = round(value, 6)
    text = f"{rounded:f}" if abs(rounded) < 10_000 else f"{rounded:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _with_unit(value: Decimal, unit: str) -> str:
    """Return a value with its unit, short as CLDR has it for British English; currencies keep their code."""
    from babel.units import UnknownUnitError, format_unit

    number = _number(value)
    if not unit or unit.isupper():
        return f"{number} {unit}".rstrip()
    try:
        return str(format_unit(number, unit, "short", locale="en_GB"))
    except UnknownUnitError:
        return f"{number} {unit.replace('-', ' ')}s"


def _term(span: Span, term: Term, place: Place | None) -> TermUse:
    return TermUse(span.text, term.target, term.note, term.kind, (span.start, span.end), place)


def _figure(
    span: Span, figure: Figure, place: Place | None, target: str, findings: Sequence[Finding]
) -> FigureUse:
    """Return a figure; one that was not located is settled all the same when no check says otherwise."""
    here = (span.start, span.end)
    accused = any(
        finding.check in _OF_FIGURES and (finding.source is None or _overlap(finding.source, here))
        for finding in findings
    )
    settled = place is not None or (bool(target.strip()) and not accused)
    return FigureUse(figure.text, value_of(figure), span.converted or span.target, here, place, settled)


def _overlap(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _rest(note: str, findings: Sequence[Finding]) -> str:
    said = {f"{_CHECK}{finding.message}" for finding in findings}
    return "\n".join(
        line for line in note.splitlines() if line.strip() and line not in said and not _SHOWN.match(line)
    )
