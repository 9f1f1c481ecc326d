from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.languages import CASES
from translate.languages.uk.inflection import paradigm

ROWS = [
    [cell.strip() for cell in line.split("|")]
    for line in Path(__file__).with_name("declension.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_paradigm_of_a_term_has_the_preferred_forms_of_the_table(row: list[str]) -> None:
    lemma, kind, gender, *forms = row
    found = paradigm(lemma, kind=kind, gender=gender)
    assert [found.form(case) for case in ("gent", "datv", "accs", "ablt", "loct")] == forms


def test_the_table_is_large_enough() -> None:
    assert len(ROWS) >= 120


@pytest.mark.parametrize(
    ("lemma", "kind", "case", "variant"),
    [
        ("Ірпінь", "place", "datv", "Ірпеневі"),
        ("Ірпінь", "place", "loct", "Ірпеню"),
        ("Бахмут", "place", "gent", "Бахмуту"),
        ("Київ", "place", "loct", "Києву"),
        ("Володимир Зеленський", "person", "datv", "Володимирові Зеленському"),
        ("Джо Байден", "person", "datv", "Джо Байденові"),
        ("Володимир Путін", "person", "ablt", "Володимиром Путіном"),
        ("прокурор", "other", "loct", "прокурорі"),
    ],
)
def test_paradigm_accepts_the_variants_beside_the_preferred_form(
    lemma: str, kind: str, case: str, variant: str
) -> None:
    found = paradigm(lemma, kind=kind)
    assert variant in found.all
    assert case in found.cases_of(variant)
    assert variant != found.form(case)


@pytest.mark.parametrize(
    ("lemma", "kind", "wrong"),
    [
        ("Крим", "place", "Крима"),
        ("Ольга Мельник", "person", "Ольги Мельника"),
        ("Юлія Свириденко", "person", "Юлії Свириденка"),
        ("Суми", "place", "Суму"),
        ("Червоний Хрест", "organisation", "Червоним Хрест"),
    ],
)
def test_paradigm_does_not_accept_a_wrong_form(lemma: str, kind: str, wrong: str) -> None:
    assert wrong not in paradigm(lemma, kind=kind).all


def test_paradigm_with_stated_forms_lets_them_win() -> None:
    found = paradigm("Ірпінь", kind="place", forms=[("gent", "Ірпіню"), ("gent", "Ірпеня")])
    assert found.form("gent") == "Ірпіню"
    assert dict(found.cases)["gent"] == ("Ірпіню", "Ірпеня")
    assert found.form("loct") == "Ірпені"


@pytest.mark.parametrize(
    ("lemma", "gender", "genitive", "confident"),
    [
        ("Мельник", "masc", "Мельника", True),
        ("Мельник", "femn", "Мельник", True),
        ("Мельник", "", "Мельника", False),
        ("Путін", "", "Путіна", True),
        ("Венедіктова", "", "Венедіктової", True),
        ("Трасс", "femn", "Трасс", True),
    ],
)
def test_paradigm_of_a_surname_is_sure_only_when_the_gender_is_known(
    lemma: str, gender: str, genitive: str, confident: bool
) -> None:
    found = paradigm(lemma, kind="person", gender=gender)
    assert (found.form("gent"), found.confident) == (genitive, confident)


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("Путін", {"Путінів", "Путінова", "Путінове", "Путінового", "Путінові", "Путінових"}),
        ("Володимир Путін", {"Путінів", "Путіновими"}),
        ("Кулеба", {"Кулебин", "Кулебина", "Кулебиного"}),
        ("Ердоган", {"Ердоганів", "Ердоганового"}),
        ("Шольц", {"Шольців", "Шольцового"}),
        ("Гайдай", {"Гайдаїв", "Гайдаєва"}),
    ],
)
def test_paradigm_of_a_surname_has_possessive_adjectives(lemma: str, expected: set[str]) -> None:
    assert expected <= paradigm(lemma, kind="person", gender="masc").possessive


@pytest.mark.parametrize("lemma", ["Зеленський", "Меркель", "Київ"])
def test_paradigm_of_an_adjectival_or_fixed_name_has_no_possessive(lemma: str) -> None:
    assert not paradigm(lemma, kind="place" if lemma == "Київ" else "person").possessive


@given(
    st.text(
        st.sampled_from("абвґдеєжзиіїйклмнопрстуфхцчшщьюя’'-«»(). АБВЄІЇЮЯaZ1Х"), min_size=1, max_size=20
    ),
    st.sampled_from(("person", "place", "organisation", "other")),
    st.sampled_from(("", "masc", "femn", "neut", "plur")),
)
@settings(max_examples=300, deadline=None)
def test_paradigm_of_any_text_has_every_case_and_the_lemma_as_nominative(
    lemma: str, kind: str, gender: str
) -> None:
    found = paradigm(lemma, kind=kind, gender=gender)
    assert tuple(case for case, _ in found.cases) == CASES
    assert all(forms and all(forms) for _, forms in found.cases)
    assert found.form("nomn") == found.lemma
