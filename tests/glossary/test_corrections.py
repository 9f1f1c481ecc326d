"""Corrections: a golden table of reviewed sentences, and laws."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.glossary import Correction, Glossary, Review, corrections

GLOSSARY = Glossary.load([Path(__file__).with_name("en-uk.tsv")], "en", "uk", countries=False)
BLOCKS = [
    block.split("\n")
    for block in "\n".join(
        line
        for line in Path(__file__).with_name("corrections.txt").read_text("utf-8").splitlines()
        if not line.startswith("#")
    )
    .strip()
    .replace("\n\n\n", "\n\n")
    .split("\n\n")
]


@pytest.mark.parametrize(
    ("source", "draft", "target", "expected"), BLOCKS, ids=[block[0][:40] for block in BLOCKS]
)
def test_corrections_of_a_sentence_are_those_of_the_table(
    source: str, draft: str, target: str, expected: str
) -> None:
    found = [
        f"{one.source}: {one.draft_form} → {one.target_form} = {one.lemma}, {one.kind}"
        for one in corrections([Review("a.txt", "1", source, draft, target)], GLOSSARY, "en", "uk")
    ]
    assert "; ".join(found) == ("" if expected == "-" else expected)


def _learnt(*reviews: tuple[str, str, str], target: str = "uk") -> list[Correction]:
    given = [Review("a.txt", str(index), *texts) for index, texts in enumerate(reviews, 1)]
    return list(corrections(given, GLOSSARY, "en", target))


def test_the_table_is_large_enough_and_half_of_it_are_traps() -> None:
    assert len(BLOCKS) >= 45
    assert sum(block[3] == "-" for block in BLOCKS) >= 20


def test_forms_of_several_segments_give_one_dictionary_form_where_they_stand() -> None:
    learnt = _learnt(
        ("The bridge near Makariv fell.", "Міст біля Макаріва впав.", "Міст біля Макарова впав."),
        ("He lives in Makariv.", "Він живе в Макаріві.", "Він живе в Макарові."),
        ("Makariv is small.", "Макарів невеликий.", "Макарів — невеличкий."),
    )
    assert [(one.unit, one.target_form, one.lemma) for one in learnt] == [
        ("1", "Макарова", "Макарів"),
        ("2", "Макарові", "Макарів"),
    ]


def test_surname_of_a_person_named_in_full_elsewhere_is_a_person() -> None:
    learnt = _learnt(
        ("Mayor Halyna Dubik came.", "Прийшла мер Галина Дубик.", "Прийшла мер Галина Дубик."),
        ("The house of Dubik burned.", "Згорів будинок Дубік.", "Згорів будинок Дубик."),
    )
    assert [(one.source, one.lemma, one.kind, one.gender) for one in learnt] == [
        ("Dubik", "Дубик", "person", "femn")
    ]


def test_source_in_capitals_is_learnt_as_a_name() -> None:
    learnt = _learnt(("HOSTOMEL, Ukraine — He wept.", "ГОСТОМЕЛ — Він плакав.", "ГОСТОМЕЛЬ — Він плакав."))
    assert [(one.source, one.target_form, one.lemma) for one in learnt] == [
        ("Hostomel", "ГОСТОМЕЛЬ", "Гостомель")
    ]


def test_language_without_a_dictionary_learns_the_form_itself_and_is_not_sure() -> None:
    learnt = _learnt(
        ("He came to Hostomel.", "Przyjechał do Hostomla.", "Przyjechał do Hostomelu."), target="pl"
    )
    assert [(one.lemma, one.sure) for one in learnt] == [("Hostomelu", False)]


WORDS = st.sampled_from(
    re.findall(
        r"\S+", "Мер Ірпеня Гостомель «Азовсталь» сказав , . — 5 Удод Удота і в О’Браєн Зеленського Kyiv х|у"
    )
)
SOURCES = st.sampled_from([block[0] for block in BLOCKS])


@given(SOURCES, st.lists(WORDS, max_size=12).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_nothing_is_learnt_from_a_draft_that_stays(source: str, draft: str) -> None:
    assert _learnt((source, draft, draft)) == []


@given(SOURCES, st.lists(WORDS, max_size=12).map(" ".join), st.lists(WORDS, max_size=12).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_what_is_learnt_stands_in_the_texts_and_fits_into_a_row(source: str, draft: str, target: str) -> None:
    for one in _learnt((source, draft, target)):
        assert one.target_form in target
        assert one.draft_form.replace(" ", "") in draft.replace(" ", "").replace("|", "")
        assert one.lemma
        assert "|" not in one.draft_form + one.target_form
