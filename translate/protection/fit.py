"""The form of a term must fit its place: the case that the preposition before it governs, and its sound."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate.engine import Hypothesis
from translate.languages import Language, Paradigm
from translate.protection.edits import Edit, apply
from translate.protection.locate import locate
from translate.protection.model import Span

_WORDS_BEFORE = re.compile(r"(?:([\w'’-]+)\s+)?([\w'’-]+)\s+[\"«„]?$")
_APOSTROPHE = str.maketrans({"'": "’"})


def fit_forms(
    hypothesis: Hypothesis, spans: Sequence[Span], language: Language
) -> tuple[Hypothesis, dict[int, str]]:
    """Correct terms that stand in a case which the preposition before them cannot govern.

    Returns the corrected hypothesis and, per span index, why its form is still in doubt.
    """
    unsure: dict[int, str] = {}
    edits: list[Edit] = []
    for index, place in enumerate(locate(hypothesis.text, spans, language.code)):
        span = spans[index]
        if place is None or span.paradigm is None:
            continue
        before = _WORDS_BEFORE.search(hypothesis.text[: place[0]])
        if before is None:
            continue
        written = hypothesis.text[place[0] : place[1]]
        governed = language.governed_cases(before.group(2), span.term.kind if span.term else "other")
        if not governed:
            continue
        form = governed_form(span.paradigm, written, governed)
        if form is None:
            unsure[index] = f"its case is in doubt after “{before.group(2)}”"
            continue
        form = _like(form, written)
        if form != written:
            edits.append((place[0], place[1], form))
        edits.extend(_sounding(before, form, language))
    return apply(hypothesis, edits), unsure


def governed_form(paradigm: Paradigm, written: str, governed: Sequence[str]) -> str | None:
    """Return the form that stands after a preposition governing the cases `governed`, the likeliest first.

    `written` is returned when it is a form of one of them, or a possessive adjective.
    """
    folded = _fold(written)
    possessive = {_fold(form) for form in paradigm.possessive}
    forms = {_fold(form): case for case, variants in paradigm.cases for form in variants if case in governed}
    if folded in forms or folded in possessive:
        return written
    return next((paradigm.form(case) for case in governed if dict(paradigm.cases).get(case)), None)


def _fold(text: str) -> str:
    return text.translate(_APOSTROPHE).lower()


def _like(form: str, written: str) -> str:
    """Return `form` unless it differs from `written` only in its apostrophes or its first letter's case."""
    return written if _fold(form) == _fold(written) else form


def _sounding(before: re.Match[str], form: str, language: Language) -> list[Edit]:
    preposition = before.group(2)
    agreed = language.agree_preposition(preposition, form, before.group(1) or "")
    return [] if agreed == preposition else [(before.start(2), before.end(2), agreed)]
