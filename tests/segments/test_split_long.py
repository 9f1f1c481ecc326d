"""A sentence that no reviewer would read in one piece is cut at a clause or a word, losing nothing."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from translate.segments import split


@given(st.text(alphabet="ab, ;\u00a0", min_size=1, max_size=40), st.integers(1, 400))
def test_a_long_sentence_is_cut_into_bounded_segments_that_join_again(part: str, times: int) -> None:
    text = part * times
    pieces = split(text, "en")
    assert "".join(piece.lead + piece.source + piece.trail for piece in pieces) == (text if pieces else "")
    assert all(piece.source == piece.source.strip() and len(piece.source) <= 2_000 for piece in pieces)
    assert all(piece.source for piece in pieces)


def test_a_long_sentence_is_cut_behind_a_clause() -> None:
    first, second, *_ = split("word " * 300 + "end, " + "more " * 300, "en")
    assert first.source.endswith("end,")
    assert second.source.startswith("more")


def test_a_megabyte_without_an_end_takes_linear_time() -> None:
    started = time.process_time()
    assert len(split("word, " * 170_000, "en")) > 500
    assert time.process_time() - started < 10
