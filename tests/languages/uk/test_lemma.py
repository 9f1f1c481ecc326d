from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.glossary import load
from translate.languages import common_lemma, get
from translate.languages.uk.inflection import paradigm
from translate.languages.uk.lemma import lemma

ROOT = Path(__file__).parents[3]
ROWS = [
    [cell.strip() for cell in line.split("|")]
    for line in Path(__file__).with_name("lemma.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]} {row[2]}")
def test_lemma_of_the_forms_is_that_of_the_table(row: list[str]) -> None:
    forms, kind, source, expected = row
    found = common_lemma([form.strip() for form in forms.split(";")], get("uk"), kind=kind, source=source)
    assert found == (expected.removeprefix("? "), not expected.startswith("?"))


def test_the_table_is_large_enough() -> None:
    assert len(ROWS) >= 110


def test_lemma_of_the_real_glossary_is_found_from_its_cases_and_hardly_ever_surely_wrong() -> None:
    wrong, surely_wrong, count = [], [], 0
    for term in load(ROOT / "glossaries" / "en-uk.tsv")[::9]:
        known = paradigm(term.target, kind=term.kind, gender=term.gender, forms=term.forms)
        for case in ("nomn", "gent", "ablt", "loct"):
            found, sure = lemma(known.form(case), kind=term.kind, source=term.source)
            count += 1
            if found != known.lemma:
                wrong.append(found)
                surely_wrong += [found] * sure
    assert count > 300
    assert len(wrong) / count < 0.03, wrong
    assert len(surely_wrong) / count < 0.01, surely_wrong


def test_several_forms_decide_where_one_leaves_it_open() -> None:
    assert get("uk").lemma("Сум", kind="place") == ("Сум", False)
    assert common_lemma(["Сум", "Сумах"], get("uk"), kind="place")[0] == "Суми"


def test_lemma_of_a_language_without_a_dictionary_is_the_form_itself() -> None:
    assert get("de").lemma("Kiews", kind="place", source="Kyiv") == ("Kiews", False)
    assert common_lemma(["Kiews", "Kiew"], get("de"), kind="place") == ("Kiews", False)


@given(
    st.text(
        st.sampled_from("абвґдеєжзиіїйклмнопрстуфхцчшщьюя’'-«»(). АБВЄІЇЮЯaZ1Х"), min_size=1, max_size=16
    ),
    st.sampled_from(("person", "place", "organisation", "other")),
    st.sampled_from(("", "Sumy", "Ann Hill")),
)
@settings(max_examples=150, deadline=None)
def test_lemma_of_any_text_has_the_text_among_its_forms(form: str, kind: str, source: str) -> None:
    found, _ = lemma(form, kind=kind, source=source)
    genders = ("", "masc", "femn", "neut", "plur")
    forms = {one for gender in genders for one in paradigm(found, kind=kind, gender=gender).all}
    assert form.replace("'", "’") in forms | {found}
