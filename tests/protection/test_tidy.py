"""Words said twice: what lets a text be passed over must pass none over that has such words."""

from __future__ import annotations

import re
from time import perf_counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from translate.protection.tidy import _REPEATED, repetitions

_WORDS = st.sampled_from(
    ["у", "У", "місті", "Києві", "Києві,", "12", "12,", "об’єкт", "ха-ха", "(у", "Σς", "İ", "i"]
)


@given(st.lists(_WORDS, max_size=12), st.sampled_from([" ", "  ", ", ", "\u00a0", "\n"]))
@example(["у", "місті", "у", "місті"], " ")
@example(["12,", "12,"], " ")
def test_nothing_said_twice_is_passed_over(words: list[str], space: str) -> None:
    text = space.join(words)
    wanted = [match.span() for match in _REPEATED.finditer(text) if re.search(r"[^\W\d_]", match[1])]
    assert [match.span() for match in repetitions(text)] == wanted


@pytest.mark.parametrize(
    "text", ["слово " * 20_000, "а " * 50_000, "ab" * 50_000, "один два три чотири " * 5_000]
)
def test_a_long_draft_is_searched_in_seconds(text: str) -> None:
    started = perf_counter()
    assert sum(1 for _ in repetitions(text)) <= 1
    assert perf_counter() - started < 10
