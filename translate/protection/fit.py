"""The form of a term must fit its place: the case its place asks for, and its sound after a preposition."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from itertools import pairwise

from translate.engine import Hypothesis
from translate.languages import CASES, Language
from translate.protection.cases import (
    expected_cases,
    is_agent,
    is_attribute,
    is_compared,
    is_governed,
    is_object,
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
# Between two persons of a credit: `Olena Kovalenko in Lviv and James Whitfield in Warsaw`.
_SOURCE_CREDIT = re.compile(r"\s+(?:in|at|from)\s+[A-Z][\w’-]*(?:\s+[A-Z][\w’-]*)?,?\s+(?:and|or)\s+")
_CREDIT = re.compile(r"\s+[\w’]{1,3}\s+\w[\w’-]*(?:\s+\w[\w’-]*)?,?\s+(?:та|і|й|або)\s+")
_SUCH_AS = re.compile(r"\b(?:such as|like)(?:\s+the)?\s+$", re.IGNORECASE)
_EXPLAINS = re.compile(r"\b[a-z]{3,},\s$")
_APART = re.compile(r"(?:^|\s)([^\W\d_A-ZА-ЯІЇЄҐ][\w’-]*),\s+$")
_LIST = re.compile(r",\s+(?:(?:та|і|й|або|чи)\s+)?|\s+(?:та|і|й|або|чи)\s+")
_SAID = frozenset({"словами", "даними", "заявою", "повідомленням", "оцінкою", "оцінками", "думку", "слів"})
_IMPERSONAL = (
    "потріб",
    "треба",
    "необхід",
    "вдал",
    "довел",
    "довод",
    "бракує",
    "бракув",
    "слід",
    "варто",
    "належ",
)
_NEXT = re.compile(r"\s+([\w'’-]+)")
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
    before: tuple[Span, Place, bool] | None = None
    indices = {id(span): index for index, span in enumerate(protected.spans)}
    for span, place in _in_order(protected.spans, places):
        if span.paradigm is None:
            continue
        doubtful = span.term is not None and _is_doubtful(span, protected.source, text, place, language)
        if before is not None and not doubtful:
            # What belongs to a list is in doubt with its neighbour, and where they disagree.
            first, other, uncertain = before
            cases, others = (_cases(s, text[slice(*p)]) for s, p in ((span, place), (first, other)))
            listed = bool(cases and others) and _is_list(text, protected.source, first, other, span, place)
            doubtful = listed and not span.possessive and (uncertain or cases.isdisjoint(others))
        if doubtful and span.term is not None:
            forms = dict.fromkeys(span.paradigm.form(case) for case in CASES[:-1])
            found[indices[id(span)]] = f"its case is in doubt ({', '.join(forms)})"
        before = (span, place, doubtful)
    return found


def _is_doubtful(span: Span, source: str, text: str, place: Place, language: Language) -> bool:
    cases = _cases(span, text[slice(*place)]) - {"voct"}
    if len(cases) == len(CASES) - 1:
        return False
    before = words_before(text, place[0])
    word = before.group(2) if before is not None else ""
    if word.isascii() and word and source.lower().endswith(f" {word.lower()} ", 0, span.start):
        # The preposition has stayed as it is in the source.
        return True
    if not cases or place[0] == 0 or (word and language.governed_cases(word)):
        return False
    if is_subject(span, source):
        # `Zelensky added` may become `за словами Зеленського`, and little else; behind a noun (`вторгнення
        # Росії`) and with a dative that a verb asks for (`Україні потрібно`) that is less certain.
        if cases <= {"gent", "accs"}:
            return word.lower() not in _SAID
        if cases == {"ablt"}:
            return True
        behind = _NEXT.match(text, place[1])
        impersonal = (
            "datv" in cases and behind is not None and behind.group(1).lower().startswith(_IMPERSONAL)
        )
        return "nomn" not in cases and not impersonal and not language.word_cases(word)
    if not word and (noun := _APART.search(text, 0, place[0])) and _EXPLAINS.search(source, 0, span.start):
        # What explains a noun agrees with it: `двома сусідами, Таїландом і В’єтнамом`.
        own = language.word_cases(noun.group(1))
        return span.names == "place" and language.is_noun(noun.group(1)) and cases.isdisjoint(own)
    if is_compared(span, source):
        return cases.isdisjoint({"nomn", "accs"})
    if is_object(span, source):
        # Behind a noun an object has become its attribute, in the genitive.
        if language.is_noun(word) and not language.names_in_apposition(word):
            return "gent" not in cases and cases != {"accs"}
        return "nomn" in cases and "accs" not in cases and language.is_verb(word)
    if not is_governed(span, source):
        return False
    if word and language.word_cases(word):
        # Behind a noun `Харків` may be an accusative, or a nominative that should be a genitive.
        head = source.endswith(("’s ", "'s ", "’ "), 0, span.start)
        bare = {"nomn", "accs"} <= cases and text[place[0] - 1].isspace() and not head
        if language.is_noun(word):
            return bare and not language.names_in_apposition(word)
        return cases == {"nomn"} and "nomn" not in language.word_cases(word)
    if is_agent(span, source) and language.is_verb(word):
        return False
    unclear = is_attribute(span, source) or is_agent(span, source)
    return cases == {"nomn"} or (unclear and cases <= {"nomn", "accs"})


def misfits(text: str, protected: Protected, places: Sequence[Place | None], language: Language) -> int:
    """Return how much is wrong with the cases of terms: one that is corrected counts 1, one in doubt 2."""
    corrected = _case_edits(text, protected, places, language)
    corrected += _apposition_edits(text, protected, places, language)
    edited = {(start, end) for start, end, _ in corrected}
    doubtful = [index for index in doubts(text, protected, places, language) if places[index] not in edited]
    return len(corrected) + 2 * len(doubtful)


def _case_edits(
    text: str, protected: Protected, places: Sequence[Place | None], language: Language
) -> list[Edit]:
    edits: list[Edit] = []
    earlier: deque[tuple[Span, Place, tuple[str, ...], bool]] = deque(maxlen=2)
    for span, place in _in_order(protected.spans, places):
        if span.paradigm is None:
            continue
        before = next(
            (
                each
                for each in reversed(earlier)
                if each[2]
                and (each[3] or not span.possessive)
                and _is_list(text, protected.source, each[0], each[1], span, place)
            ),
            None,
        )
        if before is not None:
            # What governs the first name of a list governs all; of an ungoverned list all share one case.
            expected, governed = before[2:]
            if not governed and len({span.paradigm.form(case) for case in expected}) > 1:
                expected = ()
            if text[before[1][1] : place[0]].isspace():
                edits.append((before[1][1], before[1][1], ","))
        else:
            apposed = bool(earlier) and text[earlier[-1][1][1] : place[0]] == " "
            expected = expected_cases(span, protected.source, text, place, language, apposed=apposed)
            governed = bool(expected)
        cases = _cases(span, text[place[0] : place[1]])
        if expected and cases and not cases & set(expected):
            edits.append((*place, span.paradigm.form(expected[0])))
            cases = frozenset(expected[:1])
        shared = expected if governed else sorted(cases - {"voct"})
        if not governed and "nomn" in cases and _SUCH_AS.search(protected.source, 0, span.start):
            shared = ["nomn"]
        earlier.append((span, place, tuple(case for case in shared if case in cases), governed))
    return edits


def _is_list(text: str, source: str, first: Span, place: Place, second: Span, behind: Place) -> bool:
    """Whether two terms are neighbours in a list; the model may have lost the comma of the source."""
    between = text[place[1] : behind[0]]
    persons = first.names == "person"
    if first.end > second.start or persons != (second.names == "person"):
        return False
    if persons and _SOURCE_CREDIT.fullmatch(source, first.end, second.start):
        return _CREDIT.fullmatch(between) is not None
    if not _SOURCE_LIST.fullmatch(source, first.end, second.start):
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
    pairs = [
        (first, second) for first, second in pairwise(located) if text[first[1][1] : second[1][0]] == " "
    ]
    # The attribute of an office may stand between: `міністра економіки України Юлії Свириденко`.
    pairs += [
        (first, third)
        for (first, second), (_, third) in pairwise(pairwise(located))
        if text[first[1][1] : second[1][0]] == text[second[1][1] : third[1][0]] == " "
        and "gent" in _cases(second[0], text[slice(*second[1])])
        and protected.source[first[0].end : third[0].start] == " "
    ]
    for (office, place), (person, behind) in pairs:
        if office.paradigm is None or person.paradigm is None:
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
