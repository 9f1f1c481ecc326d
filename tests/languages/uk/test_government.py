"""The case that the word before a name asks for; the cases are those of the 2019 orthography's examples."""

from __future__ import annotations

import pytest

from translate.languages.uk.government import governed_cases, names_in_apposition


@pytest.mark.parametrize(
    ("word", "kind", "expected"),
    [
        ("біля", "place", ("gent",)),
        ("До", "place", ("gent",)),
        ("для", "person", ("gent",)),
        ("через", "place", ("accs",)),
        ("завдяки", "person", ("datv",)),
        ("у", "place", ("loct", "accs")),
        ("В", "place", ("loct", "accs")),
        ("у", "person", ("loct", "accs", "gent")),
        ("у", "date", ("loct",)),
        ("на", "place", ("loct", "accs")),
        ("з", "place", ("gent", "ablt")),
        ("зі", "person", ("ablt", "gent")),
        ("із", "titled", ("ablt", "gent")),
        ("між", "place", ("ablt", "gent", "accs")),
        ("під", "place", ("ablt", "accs")),
        ("пан", "titled", ("nomn",)),
        ("пана", "titled", ("gent", "accs")),
        ("Президентом", "titled", ("ablt",)),
        ("міністру", "titled", ("datv", "loct")),
        ("пана", "person", ()),
        ("мер", "place", ()),
        ("панорама", "titled", ()),
        ("", "place", ()),
    ],
)
def test_the_word_before_a_name_asks_for_these_cases(word: str, kind: str, expected: tuple[str, ...]) -> None:
    assert governed_cases(word, kind) == expected


@pytest.mark.parametrize("word", ["місто", "Місті", "селі", "річка", "озером", "агентство"])
def test_a_name_behind_a_generic_noun_keeps_its_own_case(word: str) -> None:
    assert names_in_apposition(word)


@pytest.mark.parametrize("word", ["мер", "президент", "столиця", ""])
def test_a_name_behind_another_noun_does_not(word: str) -> None:
    assert not names_in_apposition(word)
