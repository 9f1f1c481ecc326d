"""Words of any length: what is too long for a word is reported without a search."""

from __future__ import annotations

from time import perf_counter

import pytest

from translate import checks


@pytest.mark.parametrize(
    "word", ["абв’" * 5_000 + "г", "слово-" * 4_000 + "слово", "об’єкт-" * 3_000 + "об’єкт"]
)
def test_a_very_long_word_is_reported_in_seconds(word: str) -> None:
    started = perf_counter()
    draft = checks.Draft("one word", f"Це {word} тут.", "en", "uk")
    found = [finding for finding in checks.run(draft) if finding.check == "unknown-words"]
    assert [finding.target for finding in found] == [(3, 3 + len(word))]
    assert perf_counter() - started < 10
