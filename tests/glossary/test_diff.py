"""What differs between two sets of terms."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.glossary.test_tsv import TERMS
from translate.glossary import Difference, Term, compare

KYIV = Term("Kyiv", "Київ", "capital", "place", "masc", forbidden=("Киев",))
SUMY = Term("Sumy", "Суми", kind="place", forms=(("gent", "Сум"),))
UN = Term("UN", "ООН", case_sensitive=True)


def test_comparing_names_added_removed_and_changed_rows() -> None:
    capital = Term("Kyiv", "Київ", "the capital", "place", "masc")
    assert compare([KYIV, SUMY], [UN, capital]) == (
        Difference("changed", KYIV, capital, ("note", "forbidden")),
        Difference("removed", SUMY, None),
        Difference("added", None, UN),
    )


def test_comparing_rows_in_another_order_and_of_other_files_finds_nothing() -> None:
    moved = Term("Sumy", "Суми", kind="place", forms=(("gent", "Сум"),), origin="b.tsv:7")
    assert compare([KYIV, SUMY], [moved, KYIV]) == ()


def test_comparing_a_name_with_the_common_word_of_its_letters_sees_two_rows() -> None:
    turkey, bird = Term("Turkey", "Туреччина"), Term("turkey", "індик")
    assert [one.action for one in compare([turkey], [bird])] == ["removed", "added"]


@given(terms=st.lists(TERMS, max_size=5))
def test_a_set_of_terms_never_differs_from_itself(terms: list[Term]) -> None:
    assert compare(terms, terms) == () or len({term.source.lower() for term in terms}) < len(terms)


@given(one=TERMS, other=TERMS)
def test_swapping_the_sides_swaps_added_and_removed(one: Term, other: Term) -> None:
    swap = {"added": "removed", "removed": "added", "changed": "changed"}
    forth = sorted(swap[difference.action] for difference in compare([one], [other]))
    assert forth == sorted(difference.action for difference in compare([other], [one]))
