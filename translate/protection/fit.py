"""The form of a term must fit its place: the case its place asks for, and its sound after a preposition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from translate.engine import Hypothesis
from translate.languages import CASES, Language
from translate.protection.cases import (
    expected_cases,
    is_agent,
    is_attribute,
    is_governed,
    is_subject,
    words_before,
)
from translate.protection.edits import Edit, apply
from translate.protection.locate import Place, located
from translate.protection.model import Protected, Span

_SOURCE_LIST = re.compile(
    r"\s*,?\s*(?:(?:and|or|as well as)\b\s*)?(?:(?:the|in|on|at|to|of|from|by|with|for|near)\s+)*",
    re.IGNORECASE,
)
_LIST = re.compile(r",\s+(?:(?:та|і|й|або|чи)\s+)?|\s+(?:та|і|й|або|чи)\s+")
_SAID = frozenset({"словами", "даними", "заявою", "повідомленням", "оцінкою", "оцінками", "думку", "слів"})
_APOSTROPHE = str.maketrans({"'": "’"})


def fit_forms(hypothesis: Hypothesis, protected: Protected, language: Language) -> Hypothesis:
    """Return the hypothesis with its terms put into the case that their place asks for.

    A title agrees with the name behind it; a preposition takes the variant that sounds well before a term.
    """
    for correct in (_case_edits, _apposition_edits, _sound_edits):
        places = located(protected, hypothesis.text, language.code)
        hypothesis = apply(hypothesis, correct(hypothesis.text, protected, places, language))
    return hypothesis


def doubts(
    text: str, protected: Protected, places: Sequence[Place | None], language: Language
) -> dict[int, str]:
    """Return why the case of a term is in doubt, by the index of its span.

    That is so where the source and the draft disagree and no rule says which form is right: what is governed
    in the source stands alone in the nominative, or what acts in the source stands alone in the genitive.
    """
    found: dict[int, str] = {}
    for index, (span, place) in enumerate(zip(protected.spans, places, strict=True)):
        if place is None or span.term is None or span.paradigm is None:
            continue
        if _is_doubtful(span, protected.source, text, place, language):
            forms = dict.fromkeys(span.paradigm.form(case) for case in CASES[:-1])
            found[index] = f"its case is in doubt ({', '.join(forms)})"
    return found


def _is_doubtful(span: Span, source: str, text: str, place: Place, language: Language) -> bool:
    cases = _cases(span, text[slice(*place)]) - {"voct"}
    before = words_before(text, place[0])
    word = before.group(2) if before is not None else ""
    if not cases or place[0] == 0 or (word and language.governed_cases(word)):
        return False
    if is_subject(span, source):
        # `Zelensky added` may become `за словами Зеленського`, and little else.
        return cases <= {"gent", "accs"} and word.lower() not in _SAID
    if not is_governed(span, source) or (word and language.word_cases(word)):
        return False
    if is_agent(span, source) and language.is_verb(word):
        return False
    return cases == {"nomn"} or (is_attribute(span, source) and cases <= {"nomn", "accs"})


def misfits(text: str, protected: Protected, places: Sequence[Place | None], language: Language) -> int:
    """Return how many terms stand in a case that does not fit."""
    return len(_case_edits(text, protected, places, language)) + len(
        _apposition_edits(text, protected, places, language)
    )


def _case_edits(
    text: str, protected: Protected, places: Sequence[Place | None], language: Language
) -> list[Edit]:
    edits: list[Edit] = []
    before: tuple[Span, Place, tuple[str, ...], bool] | None = None
    for span, place in _in_order(protected.spans, places):
        if span.paradigm is None:
            continue
        if (
            before is not None
            and before[2]
            and _is_list(text, protected.source, before[0], before[1], span, place)
        ):
            # What governs the first name of a list governs all; of an ungoverned list all share one case.
            expected, governed = before[2:]
            if not governed and len({span.paradigm.form(case) for case in expected}) > 1:
                expected = ()
            if text[before[1][1] : place[0]].isspace():
                edits.append((before[1][1], before[1][1], ","))
        else:
            apposed = before is not None and text[before[1][1] : place[0]] == " "
            expected = expected_cases(span, protected.source, text, place, language, apposed=apposed)
            governed = bool(expected)
        cases = _cases(span, text[place[0] : place[1]])
        if expected and cases and not cases & set(expected):
            edits.append((*place, span.paradigm.form(expected[0])))
            cases = frozenset(expected[:1])
        shared = expected if governed else sorted(cases - {"voct"})
        before = (span, place, tuple(case for case in shared if case in cases), governed)
    return edits


def _is_list(text: str, source: str, first: Span, place: Place, second: Span, behind: Place) -> bool:
    """Whether two terms are neighbours in a list; the model may have lost the comma of the source."""
    between = text[place[1] : behind[0]]
    if first.end > second.start or not _SOURCE_LIST.fullmatch(source, first.end, second.start):
        return False
    if between.isspace():
        return re.fullmatch(r"\s*,\s*", source[first.end : second.start]) is not None
    return _LIST.fullmatch(between) is not None


def _apposition_edits(
    text: str, protected: Protected, places: Sequence[Place | None], language: Language
) -> list[Edit]:
    """Make an office agree with the person named right behind it, in the person's case."""
    located = _in_order(protected.spans, places)
    edits: list[Edit] = []
    for (office, place), (person, behind) in pairwise(located):
        if office.paradigm is None or person.paradigm is None or text[place[1] : behind[0]] != " ":
            continue
        if person.names != "person" or office.names != "other":
            continue
        own = _cases(office, text[place[0] : place[1]])
        other = _cases(person, text[behind[0] : behind[1]])
        if own and other and not own & other:
            governed = expected_cases(office, protected.source, text, place, language)
            if governed and own & set(governed):
                edits.append((*behind, person.paradigm.form(next(c for c in governed if c in own))))
            else:
                before = words_before(text, place[0])
                addressed = before is not None and language.is_verb(before.group(2)) and "datv" in other
                order = ("datv",) if addressed else CASES
                case = next(case for case in order if case in other)
                edits.append((*place, office.paradigm.form(case)))
    return edits


def _sound_edits(
    text: str,
    protected: Protected,
    places: Sequence[Place | None],
    language: Language,
) -> list[Edit]:
    edits: list[Edit] = []
    for span, place in zip(protected.spans, places, strict=True):
        if place is None or span.paradigm is None:
            continue
        before = words_before(text, place[0])
        if before is None:
            continue
        preposition = before.group(2)
        agreed = language.agree_preposition(preposition, text[place[0] : place[1]], before.group(1) or "")
        if agreed != preposition:
            edits.append((before.start(2), before.end(2), agreed))
    return edits


def _in_order(spans: Sequence[Span], places: Sequence[Place | None]) -> list[tuple[Span, Place]]:
    located = [(span, place) for span, place in zip(spans, places, strict=True) if place is not None]
    return sorted(located, key=lambda pair: pair[1])


def _cases(span: Span, written: str) -> frozenset[str]:
    """Return the cases that `written` can stand in; its apostrophes and its first letter's case do not count.

    Empty for a possessive adjective, which agrees with its noun and fits wherever that does.
    """
    paradigm = span.paradigm
    folded = written.translate(_APOSTROPHE).lower()
    if paradigm is None or (span.possessive and folded in {form.lower() for form in paradigm.possessive}):
        return frozenset()
    return frozenset(case for case, forms in paradigm.cases if any(form.lower() == folded for form in forms))
