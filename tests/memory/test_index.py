"""The index never misses a match: what it finds is what a look at every text finds."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.memory.entries import SENTENCES, entry, memory
from translate.inline import Text
from translate.memory import Memory, Rule, index, similarity
from translate.memory.similarity import is_comparable

# Words that differ in a letter: it is the words that decide how alike two texts are, and so the index.
_NEAR = st.sampled_from([*(f"kher{letter}son" for letter in "bcdefghijklmnopqrst"), *"abcdef"])
_LONG = st.lists(_NEAR, min_size=1, max_size=25)


def _edits(ways: list[str]) -> st.SearchStrategy[list[tuple[str, int, str]]]:
    return st.lists(st.tuples(st.sampled_from(ways), st.integers(0, 24), _NEAR), max_size=7)


_EDITS = _edits(["replace", "insert", "delete", "swap"]) | _edits(["insert"]) | _edits(["delete"])


def edited(words: list[str], edits: list[tuple[str, int, str]]) -> str:
    """Return the words with edits made at places counted round."""
    words = list(words)
    for how, place, word in edits:
        at = place % (len(words) or 1)
        if how == "insert":
            words.insert(at, word)
        elif how == "delete" and len(words) > 1:
            del words[at]
        elif how == "swap":
            words[at], words[-1] = words[-1], words[at]
        else:
            words[at] = word
    return " ".join(words)


@st.composite
def memories(draw: st.DrawFn) -> tuple[list[str], str]:
    """Draw the sources of a memory and a query that is near to some of them."""
    query = draw(_LONG)
    near = [edited(query, edits) for edits in draw(st.lists(_EDITS, max_size=6))]
    others = draw(st.lists(SENTENCES | _LONG.map(" ".join), max_size=6))
    sources = [source for source in dict.fromkeys(near + others) if source != " ".join(query)]
    return draw(st.permutations(sources or ["the army"])), " ".join(query)


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
@settings(max_examples=120)
@example((["kherbson a khercson kherdson"], "kherbson khercson kherdson"), 1, 75, 12)
@given(memories(), st.integers(1, 12), st.sampled_from([75, 75, 80, 85, 95]), st.integers(0, 12))
def test_no_match_is_missed(known: tuple[list[str], str], size: int, threshold: int, gone: int) -> None:
    sources, query = known
    with tempfile.TemporaryDirectory() as folder, memory(Path(folder)) as opened:
        for start in range(0, len(sources), size):
            batch = sources[start : start + size]
            opened.add(entry(one, "ціль", article=str(number)) for number, one in enumerate(batch, start))
        opened.prune(Rule(articles=(str(gone),)))
        left = [source for number, source in enumerate(sources) if number != gone]
        assert by_index(opened, query, threshold) == by_brute_force(left, query, threshold)


@given(_LONG, _EDITS)
def test_bitmaps_differ_in_no_more_bits_than_words(
    words: list[str], edits: list[tuple[str, int, str]]
) -> None:
    own, other = index.items(words), index.items(edited(words, edits).split())
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
