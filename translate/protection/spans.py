"""Find what must survive translation: glossary terms, figures, text to be copied."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from translate.figures import Figure, annotatable, recognise, render, render_converted
from translate.glossary import Glossary, TermMatch, UnknownName, unknown_names
from translate.languages import Language
from translate.protection.context import Context
from translate.protection.copies import copies
from translate.protection.heads import share_heads
from translate.protection.model import FigureStyle, Span

# Organisations are translated, not transcribed: no spelling is proposed for them.
_SPELLED = frozenset({"person", "place", "other"})


def find_spans(
    text: str,
    glossary: Glossary,
    source_language: Language,
    target_language: Language,
    *,
    style: FigureStyle | None = None,
    context: Context | None = None,
    fixed: Sequence[tuple[int, int]] = (),
) -> tuple[Span, ...]:
    """Return the spans of `text` in order, without overlaps.

    The ranges `fixed` are copied, whatever stands there. Of other candidates that overlap the longer one
    wins, and of equal ones text to be copied, then the term, then the figure. Names that none of them covers
    are found in English text; `context` is what the rest of the article tells of them.
    """
    matches = context.matches.get(text) if context is not None else None
    if matches is None:
        matches = glossary.find(text)
    candidates = [
        *(_copy_span(text, start, end) for start, end, _ in copies(text)),
        *(_term_span(text, match, target_language) for match in share_heads(text, matches, glossary)),
        *(
            _figure_span(text, figure, target_language, style or FigureStyle())
            for figure in recognise(text, source_language.code)
        ),
    ]
    # `sorted` is stable, so the order above decides between candidates of the same length.
    chosen = [_copy_span(text, start, end) for start, end in fixed if any(map(str.isalnum, text[start:end]))]
    taken = _merged((span.start, span.end) for span in chosen)
    for span in sorted(candidates, key=lambda span: span.start - span.end):
        # What is taken does not overlap, so only the two neighbours can be in the way.
        place = bisect_left(taken, (span.start, span.end))
        if (place and taken[place - 1][1] > span.start) or (
            place < len(taken) and taken[place][0] < span.end
        ):
            continue
        taken.insert(place, (span.start, span.end))
        chosen.append(span)
    if source_language.code == "en":
        known = sorted((span.start, span.end) for span in chosen)
        context = context or Context.of([text], glossary, source_language, target_language)
        names = unknown_names(text, known, context.evidence)
        chosen += [
            _name_span(text, name, target_language, context) for name in names if name.kind != "acronym"
        ]
    return tuple(sorted(chosen, key=lambda span: span.start))


def _merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the ranges in order, those that overlap as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _name_span(text: str, name: UnknownName, language: Language, context: Context) -> Span:
    proposal = context.surnames.get(name.text)
    if proposal is None and name.kind in _SPELLED:
        proposal = language.propose(name.text, name.kind)
    if proposal is None:
        return Span(name.start, name.end, "name", name.text, name.text, ask="no")
    gender = name.gender or proposal.gender
    paradigm = language.paradigm(proposal.text, kind=proposal.kind, gender=gender)
    ending = _POSSESSIVE.match(text, name.end)
    end = ending.end() if ending is not None else name.end
    return Span(
        name.start,
        end,
        "name",
        name.text,
        proposal.text,
        paradigm.all | paradigm.possessive,
        possessive=ending is not None and _CONTRACTED.match(text, end) is None,
        paradigm=paradigm,
        proposal=proposal,
    )


def _copy_span(text: str, start: int, end: int) -> Span:
    copy = text[start:end]
    return Span(start, end, "copy", copy, copy, frozenset({copy}), ask="stand-in")


def _term_span(text: str, match: TermMatch, language: Language) -> Span:
    term = match.term
    paradigm = language.paradigm(term.target, kind=term.kind, gender=term.gender, forms=term.forms)
    accepted = paradigm.all | paradigm.possessive | {term.target}
    return Span(
        match.start,
        match.end,
        "term",
        _without_possessive(text[match.start : match.end])
        if match.possessive
        else text[match.start : match.end],
        term.target,
        accepted,
        ask="stand-in" if _foreign(term.target) else "annotate",
        possessive=match.possessive and _CONTRACTED.match(text, match.end) is None,
        term=term,
        paradigm=paradigm,
    )


def _figure_span(text: str, figure: Figure, language: Language, style: FigureStyle) -> Span:
    rendered = render(figure, language.code, style=style.sums)
    converted = (
        render_converted(figure, language.code, style=style.sums, text=text) if style.metric else rendered
    )
    return Span(
        figure.start,
        figure.end,
        "figure",
        figure.text,
        rendered,
        ask=("stand-in" if _foreign(rendered) else "annotate") if annotatable(figure) else "no",
        paradigm=language.paradigm(rendered.replace("\u00a0", " ")) if _is_month(figure) else None,
        figure=figure,
        converted="" if converted == rendered else converted,
    )


_POSSESSIVE = re.compile(r"[’']s(?!\w)")
# What follows a name in `’s` short for "is" or "has", never in a possessive.
_CONTRACTED = re.compile(r"\s+(?:an?|the|not|been|being|going|now|still|already|never)\b", re.IGNORECASE)


def _is_month(figure: Figure) -> bool:
    """Whether the figure is a month with its year, the one kind that is declined as a name is."""
    return (
        figure.kind == "date" and len(figure.values) == 3 and figure.values[0] > 0 and figure.values[2] == 0
    )


def _foreign(target: str) -> bool:
    """Whether `target` is written in Latin letters: it has no cases, and a model trained on the other script
    mangles it (`F-16` becomes `16`)."""
    return any("a" <= letter.lower() <= "z" for letter in target)


def _without_possessive(text: str) -> str:
    """Return `text` without its ending `’s`, ` 's` or the apostrophe of a plural."""
    stripped = text.rstrip()
    for ending in ("'s", "’s", "ʼs", "`s", "'S", "’S", "'", "’"):
        if stripped.endswith(ending):
            return stripped.removesuffix(ending).rstrip()
    return stripped
