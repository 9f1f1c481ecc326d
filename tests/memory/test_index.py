"""The index never misses a match: what it finds is what a look at every text finds."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.memory.entries import SENTENCES, entry, memory
from translate.inline import Text
from translate.memory import Memory, Rule, index, similarity
from translate.memory.similarity import is_comparable

SOURCES = st.lists(SENTENCES, min_size=1, max_size=30, unique=True)


def by_brute_force(sources: list[str], query: str, threshold: int) -> set[tuple[str, int]]:
    """Return the fuzzy matches by looking at every source."""
    if not is_comparable(query):
        return set()
    scored = ((source, similarity(source, query)) for source in sources if is_comparable(source))
    return {(source, score) for source, score in scored if score >= threshold}


def by_index(opened: Memory, query: str, threshold: int) -> set[tuple[str, int]]:
    found = opened.lookup(Text(query), threshold=threshold, limit=1000)
    return {(match.entry.source.text, match.score) for match in found}


@pytest.fixture(params=[0, 5], ids=["ranked as met", "ranked anew"])
def rebuilt(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The index as it grows, and built anew whenever there are five texts or more."""
    if request.param:
        monkeypatch.setattr(index, "_SMALLEST", request.param)
        monkeypatch.setattr(index, "_GROWTH", 1)


@pytest.mark.usefixtures("rebuilt")
@settings(max_examples=60)
@given(SOURCES, SENTENCES, st.integers(1, 30), st.integers(75, 99), st.integers(0, 30))
def test_no_match_is_missed(sources: list[str], query: str, size: int, threshold: int, gone: int) -> None:
    with tempfile.TemporaryDirectory() as folder, memory(Path(folder)) as opened:
        for start in range(0, len(sources), size):
            batch = sources[start : start + size]
            opened.add(
                [entry(source, "ціль", article=str(start + number)) for number, source in enumerate(batch)]
            )
        opened.prune(Rule(articles=(str(gone),)))
        left = [source for number, source in enumerate(sources) if number != gone]
        if query in left:
            assert by_index(opened, query, threshold) == {(query, 100)}
        else:
            assert by_index(opened, query, threshold) == by_brute_force(left, query, threshold)


@given(SENTENCES, st.lists(st.tuples(st.integers(0, 11), SENTENCES), max_size=2))
def test_bitmaps_differ_in_no_more_bits_than_words(sentence: str, changes: list[tuple[int, str]]) -> None:
    words = sentence.split()
    changed = list(words)
    for place, word in changes:
        changed[place % len(changed)] = word
    own, other = index.items(words), index.items(changed)
    bits = (index.bitmap(own) ^ index.bitmap(other)).bit_count()
    assert bits <= len(set(own) ^ set(other))


def test_items_of_repeated_words_are_distinct() -> None:
    assert index.items(["the", "war", "the", "the"]) == ["the", "war", "the 2", "the 3"]


def test_a_memory_that_grew_fourfold_is_ranked_by_frequency(tmp_path: Path) -> None:
    with memory(tmp_path, entry("rare words come first", "а")) as opened:
        opened.add([entry(f"common {chr(97 + n % 26)}{n} end", "б", str(n)) for n in range(1200)])
        ranks = dict(opened._connection.execute("SELECT word, rank FROM word"))
        postings = opened._connection.execute(
            "SELECT count(*) FROM posting WHERE rank = ?", (ranks["common"],)
        ).fetchone()
    assert ranks["common"] < ranks["rare"]
    assert postings == (0,)
