"""Where a form of a term stands in a draft."""

from __future__ import annotations

from time import perf_counter

import pytest

from translate.protection.locate import Place, locate
from translate.protection.model import Span

TABLE: list[tuple[str, list[str], Place | None]] = [
    ("Мер Ірпеня сказав", ["Ірпінь", "Ірпеня"], (4, 10)),
    ("ІРПЕНЯ БІЛЬШЕ НЕМА", ["Ірпеня"], (0, 6)),
    ("Мера нема, є мер", ["мер", "мера"], (0, 4)),
    ("Мер Києва", ["мер"], (0, 3)),
    ("мер-реформатор", ["мер"], None),
    ("екс-мер", ["мер"], None),
    ("@мер, #мер і мерія", ["мер"], None),
    ("Володимир Зеленський", ["Володимир", "Володимир Зеленський"], (0, 20)),
    ("«Азов» тут", ['"Азов"'], (0, 6)),
    ("у мера-мера, мера", ["мера"], (13, 17)),
]


@pytest.mark.parametrize(("text", "accepted", "place"), TABLE, ids=[row[0] for row in TABLE])
def test_a_form_is_found_as_a_whole_word(text: str, accepted: list[str], place: Place | None) -> None:
    span = Span(0, 1, "term", "x", accepted[0], frozenset(accepted))
    assert locate(text, [span], "uk") == [place]


def test_two_spans_of_one_term_take_two_places() -> None:
    span = Span(0, 1, "term", "x", "мер", frozenset({"мер", "мера"}))
    assert locate("мер і мера", [span, span, span], "uk") == [(0, 3), (6, 10), None]


def test_a_long_draft_is_searched_in_seconds() -> None:
    span = Span(0, 1, "term", "x", "а", frozenset({"а", "а а", "аа"}))
    started = perf_counter()
    assert locate("а" * 100_000 + " а", [span], "uk") == [(100_001, 100_002)]
    assert perf_counter() - started < 5
