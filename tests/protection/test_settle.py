"""The ladder: the golden file of drafts and what becomes of them, and the laws that hold for any draft."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.protection.golden import ENGLISH, MARKS, UKRAINIAN, Case, cases, outcomes, run, term
from translate.engine import Hypothesis, normalise
from translate.figures import recognise, unmatched
from translate.glossary import Glossary
from translate.protection import (
    Candidate,
    Protected,
    Settled,
    choose,
    engine_input,
    missing_spans,
    protect,
    settle,
)

GLOSSARY = Glossary(
    [
        term("Irpin = Ірпінь place masc"),
        term("Kyiv = Київ place masc"),
        term("Sumy = Суми place plur"),
        term("Azov = «Азов» organisation masc"),
        term("Putin = Путін person masc"),
        term("Prosecutor General = Генеральний прокурор other masc"),
        term("Irina Venediktova = Ірина Венедіктова person femn"),
        term("NATO = НАТО organisation neut"),
    ]
)
LEAK = re.compile("[｟￨｠\ue000\ue001]")

ENGLISH_WORDS = """
the mayor of said has been in from near and with to Irpin Kyiv Sumy Azov NATO Putin’s Putin
17,000 586 $432 £90 billion 28 March 2022 9.15 a.m. 3.5% 5,000 miles two-thirds F-16 7.62mm 1990s 14th ten
“ ” ‘ ’ " ( ) [ ] — - , . ! ? … : ; 🙂 🇺🇦 💛💙 ｟ ￨ ｠ \ue000 \ue001 www.example.org/a_b #Tag @handle
me@example.org HTTPS://EXAMPLE.ORG
"""
ENGLISH_PARTS = [*ENGLISH_WORDS.split(), "Prosecutor General Irina Venediktova", "\u00a0", "\n"]
DRAFT_WORDS = """
мер Ірпеня Ірпінь Ірпіна Києва у в з із до Суми Сумах «Азов» "Азов" НАТО Путінові Путін Венедіктова Ірини
генеральний прокурор 17 000 568 586 432 £ $ мільярди доларів 28 березня 2022 року 9.15 3,5% 5000 миль
дві третини Альфа Бета Дельти 1990-х 14-го десять « » „ “ " ( ) — - , . ! ? … 🙂 ｟ ￨ ｠ \ue000 \ue001
www.example.org/a_b сказав Alfa
"""
DRAFT_PARTS = [*DRAFT_WORDS.split(), "\u00a0"]

spaces = st.sampled_from(["", " ", " ", " "])
sources = st.lists(st.tuples(st.sampled_from(ENGLISH_PARTS), spaces), min_size=1, max_size=14).map(
    lambda parts: "".join(word + space for word, space in parts)
)
drafts = st.one_of(
    st.text(max_size=40),
    st.just(""),
    st.lists(st.tuples(st.sampled_from(DRAFT_PARTS), spaces), max_size=20).map(
        lambda parts: "".join(word + space for word, space in parts)
    ),
)


@st.composite
def settled_drafts(draw: st.DrawFn) -> tuple[Protected, Settled]:
    own = protect(draw(sources), GLOSSARY, ENGLISH, UKRAINIAN)
    source = engine_input(own, draw(st.sampled_from([MARKS, None])))
    candidates = []
    for rank, text in enumerate(draw(st.lists(drafts, min_size=1, max_size=3))):
        pieces = tuple(match.span() for match in re.finditer(r"\S+", source.text))
        words = tuple(match.span() for match in re.finditer(r"\S+", text))
        looks = draw(st.integers(0, 5))
        rows = tuple(
            tuple(float(column == (row + looks) % len(pieces)) for column in range(len(pieces)))
            for row in range(len(words) if pieces else 0)
        )
        attention = bool(looks and rows)
        hypothesis = Hypothesis(text, -1.0, pieces, words, rows) if attention else Hypothesis(text, -1.0)
        candidates.append(Candidate(source, hypothesis, rank))
    best = choose(own, candidates, UKRAINIAN)
    missing = missing_spans(own, best)
    assert all(index < len(own.spans) for index in missing)
    return own, settle(own, best, UKRAINIAN)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_draft_is_settled_as_the_golden_file_says(case: Case) -> None:
    settled = run(case)
    assert settled.target == case.target
    assert [text.replace("~", "\u00a0") for text in case.spans] == outcomes(settled)


@settings(max_examples=150, deadline=None)
@given(settled_drafts())
def test_every_span_of_any_draft_ends_settled_or_flagged(case: tuple[Protected, Settled]) -> None:
    own, settled = case
    assert [outcome.span for outcome in settled.outcomes] == list(own.spans)
    steps = {
        "annotated",
        "plain",
        "hypothesis",
        "parts",
        "suppressed",
        "replaced",
        "copied",
        "proposed",
        "flagged",
    }
    assert {outcome.how for outcome in settled.outcomes} <= steps
    assert all(bool(outcome.why) != outcome.settled for outcome in settled.outcomes)


@settings(max_examples=150, deadline=None)
@given(settled_drafts())
def test_what_is_settled_stands_in_the_target(case: tuple[Protected, Settled]) -> None:
    own, settled = case
    target = settled.target.replace("\u00a0", " ").replace("\u202f", " ")
    folded = re.sub('[«»„“”"]', '"', target).lower()
    kept = [outcome.span for outcome in settled.outcomes if outcome.settled]
    for span in kept:
        if span.kind == "figure":
            continue
        forms = {re.sub('[«»„“”"]', '"', form).lower() for form in span.accepted}
        assert any(form in folded for form in forms), (own.source, settled.target, span.target)
    figures = [span.figure for span in kept if span.figure is not None]
    lost, _ = unmatched(figures, list(recognise(settled.target, "uk")))
    assert not lost, (own.source, settled.target)


@settings(max_examples=150, deadline=None)
@given(settled_drafts())
def test_no_mark_of_annotation_reaches_a_target(case: tuple[Protected, Settled]) -> None:
    _, settled = case
    assert not LEAK.search(settled.target)


@settings(max_examples=150, deadline=None)
@given(sources, st.sampled_from([MARKS, None]))
def test_the_places_of_an_input_point_at_their_spans(source: str, marks: tuple[str, str, str] | None) -> None:
    own = protect(source, GLOSSARY, ENGLISH, UKRAINIAN)
    made = engine_input(own, marks)
    stand_ins = dict(made.stand_ins)
    assert not re.search("[\ue000\ue001]", made.text)
    if marks is None:
        assert not LEAK.search(made.text)
    for index, (span, place) in enumerate(zip(own.spans, made.places, strict=True)):
        inside = own.core[0] <= span.start and span.end <= own.core[1]
        assert (place is not None) == inside
        if place is None:
            continue
        text = made.text[slice(*place)]
        if index in stand_ins:
            assert text.endswith(f"￨{stand_ins[index]}｠")
        elif marks is not None and span.ask == "annotate":
            assert text.endswith(f"￨{normalise(span.target)}｠")
        elif span.kind == "copy" and not any(letter.isalnum() for letter in span.text):
            assert text == ""


@pytest.mark.parametrize(
    "draft",
    [
        "а" * 20_000,
        "17 000 " * 1_000,
        "-а" * 3_000,
        "Ірпінь, " * 2_000,
        "." * 20_000,
        "« " * 8_000,
        "1 " * 1_500,
    ],
    ids=["letters", "figures", "hyphens", "names", "marks", "quotes", "digits"],
)
def test_a_very_long_draft_is_settled_in_seconds(draft: str) -> None:
    own = protect("The mayor of Irpin lost 17,000 men 🙂 there.", GLOSSARY, ENGLISH, UKRAINIAN)
    started = time.monotonic()
    best = choose(own, [Candidate(engine_input(own, MARKS), Hypothesis(draft, -1.0), 0)], UKRAINIAN)
    settle(own, best, UKRAINIAN)
    assert time.monotonic() - started < 5
