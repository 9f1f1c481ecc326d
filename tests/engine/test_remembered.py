"""What an engine remembers: the same lists, no more than fit, and no model work for what is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.engine import ArgosEngine, EngineOptions, Hypothesis
from translate.engine.decoder import Decoder, Part
from translate.engine.remembered import DraftCache

SHORT = Hypothesis("так", -0.1)
A_SHORT_ONE = 306  # bytes that the cache reckons for it


def test_what_was_put_comes_back_and_cannot_be_changed_by_the_caller() -> None:
    cache = DraftCache(1000)
    cache.put("yes", [SHORT])
    given = cache.get("yes")
    assert given == [SHORT]
    given.clear()
    assert cache.get("yes") == [SHORT]
    assert cache.get("no") is None


def test_the_least_recently_used_is_forgotten_first() -> None:
    cache = DraftCache(2 * A_SHORT_ONE)
    for key in "ab":
        cache.put(key, [SHORT])
    cache.get("a")
    cache.put("c", [SHORT])
    assert [key for key in "abc" if cache.get(key)] == ["a", "c"]


def test_what_does_not_fit_at_all_pushes_nothing_out() -> None:
    cache = DraftCache(A_SHORT_ONE)
    cache.put("a", [SHORT])
    cache.put("b", [SHORT, SHORT])
    assert cache.get("a") == [SHORT]
    assert cache.get("b") is None


def test_a_cache_of_no_bytes_remembers_nothing() -> None:
    cache = DraftCache(0)
    cache.put("a", [SHORT])
    assert cache.get("a") is None


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 4)), max_size=60), st.integers(0, 2000))
def test_no_more_is_remembered_than_fits_and_what_is_remembered_is_right(
    puts: list[tuple[int, int]], limit: int
) -> None:
    cache = DraftCache(limit)
    last: dict[int, list[Hypothesis]] = {}
    for key, count in puts:
        last[key] = [SHORT] * count
        cache.put(key, last[key])
    kept = {key: found for key in last if (found := cache.get(key)) is not None}
    assert all(found == last[key] for key, found in kept.items())
    assert sum(map(len, kept.values())) * A_SHORT_ONE <= limit


@dataclass
class Counted:
    """Counts the parts that go to the model."""

    parts: list[str] = field(default_factory=list)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    """The parts that decoders are asked for, whatever the engine."""
    seen = Counted()
    run = Decoder.run

    def counting(self: Decoder, parts: Iterable[Part], *args: Any, **kwargs: Any) -> Iterator[Any]:
        asked = list(parts)
        seen.parts += [part.text for part in asked]
        return run(self, asked, *args, **kwargs)

    monkeypatch.setattr(Decoder, "run", counting)
    return seen


def test_draft_of_what_was_drafted_asks_the_model_for_nothing(
    embedded: ArgosEngine, counted: Counted
) -> None:
    engine = ArgosEngine(embedded.package, EngineOptions(threads=1))
    text = "The mayor left, and the council met again on Monday without him."
    first = engine.draft([text], hypotheses=4)
    assert engine.draft([text], hypotheses=4, part_tokens=40) == first
    assert counted.parts == [text]
    engine.draft([text], hypotheses=4, part_tokens=12)
    engine.draft([text], hypotheses=4, part_tokens=13)
    assert counted.parts[1:] == ["The mayor left, ", "and the council met again ", "on Monday without him."]


def test_draft_with_other_options_is_made_anew(embedded: ArgosEngine, counted: Counted) -> None:
    engine = ArgosEngine(embedded.package, EngineOptions(threads=1))
    text = "The mayor left."
    engine.draft([text], hypotheses=4)
    engine.draft([text], hypotheses=2)
    engine.draft([text], hypotheses=2, avoid=[["мер"]])
    engine.draft([text], hypotheses=2, avoid=[["мер"]])
    assert counted.parts == [text] * 3
