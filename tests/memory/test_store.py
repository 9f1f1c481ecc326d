"""What the memory keeps: nothing twice, the newest review, and all of it or nothing."""

from __future__ import annotations

import tempfile
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.memory.entries import DATE, ENTRIES, entry, memory, text
from translate.inline import Text
from translate.memory import Added, Entry, Memory, Rule
from translate.memory.rows import storable


@settings(max_examples=40)
@given(st.lists(ENTRIES, max_size=8))
def test_adding_again_changes_nothing(entries: list[Entry]) -> None:
    with tempfile.TemporaryDirectory() as folder, memory(Path(folder)) as opened:
        first = opened.add(entries)
        held = list(opened.entries())
        again = opened.add(entries)
        assert list(opened.entries()) == held
        assert (again.new, again.changed) == (0, 0)
        assert sum((again.same, again.older)) == len(entries) == first.new + first.same + first.older


@settings(max_examples=40)
@given(ENTRIES)
def test_an_entry_comes_back_as_it_was(given: Entry) -> None:
    with tempfile.TemporaryDirectory() as folder, memory(Path(folder), given) as opened:
        assert list(opened.entries()) == [storable(given)]


@pytest.mark.parametrize(
    ("second", "added", "targets"),
    [
        (entry("Stop.", "Стій.", "a", "b"), Added(same=1), ["Стій."]),
        (entry("Stop.", "Стій.", "a", "b", "other.txt", days=9), Added(same=1), ["Стій."]),
        (entry("Stop.", "Стоп.", "a", "b", days=1), Added(changed=1), ["Стоп."]),
        (entry("Stop.", "Стоп.", "a", "b"), Added(changed=1), ["Стоп."]),
        (entry("Stop.", "Стоп.", "a", "b", days=-1), Added(older=1), ["Стій."]),
        (entry("Stop.", "Стоп.", "a", "c", days=-1), Added(new=1), ["Стій.", "Стоп."]),
        (entry("<1/>Stop.", "<1/>Стоп.", "a", "b"), Added(new=1), ["Стій.", "Стоп."]),
        # The same target with a code more is another target.
        (entry("Stop.", "Стій.<1/>", "a", "b"), Added(changed=1), ["Стій."]),
    ],
)
def test_a_second_review_of_a_segment(
    tmp_path: Path, second: Entry, added: Added, targets: list[str]
) -> None:
    with memory(tmp_path, entry("Stop.", "Стій.", "a", "b")) as opened:
        assert opened.add([second]) == added
        assert [held.target.text for held in opened.entries()] == targets


def test_pairs_without_a_context_stand_beside_each_other(tmp_path: Path) -> None:
    pairs = [entry("Stop.", target, article="") for target in ("Стій.", "Стоп.", "Стій.")]
    with memory(tmp_path) as opened:
        assert opened.add(pairs) == Added(new=2, same=1)
        assert [match.rivals for match in opened.lookup(Text("Stop."))] == [1, 1]


def test_of_one_batch_the_last_of_equal_dates_counts(tmp_path: Path) -> None:
    reviews = [entry("Stop.", "Стій."), entry("Stop.", "Стоп."), entry("Stop.", "Геть.", days=-1)]
    with memory(tmp_path) as opened:
        assert opened.add(reviews) == Added(new=1, older=2)
        assert [held.target.text for held in opened.entries()] == ["Стоп."]


def test_confirming_a_pair_makes_it_the_latest(tmp_path: Path) -> None:
    with memory(tmp_path, entry("Stop.", "Стій.", "a"), entry("Stop.", "Стоп.", "b", days=1)) as opened:
        opened.add([entry("Stop.", "Стій.", "a", days=2)])
        assert [match.target.text for match in opened.lookup(Text("Stop."))] == ["Стій.", "Стоп."]


def test_what_xml_cannot_hold_is_left_out(tmp_path: Path) -> None:
    with memory(tmp_path, entry("He\x00ld <1/>on\ud800", "Три\x0bмай<1/>", "\x01")) as opened:
        [held] = opened.entries()
    assert (held.source, held.target, held.previous) == (text("Held <1/>on"), text("Тримай<1/>"), "")


def test_a_batch_is_added_whole_or_not_at_all(tmp_path: Path) -> None:
    naive = Entry(Text("b"), Text("б"), "", "", "", "", "", datetime(2026, 1, 1))
    with memory(tmp_path) as opened:
        with pytest.raises(ValueError, match="time zone"):
            opened.add([entry("The army held on", "а"), naive])
        assert list(opened.entries()) == []
        assert opened.add([entry("The army held on", "а")]) == Added(new=1)
        assert len(opened.lookup(Text("The army held on!"))) == 1


def test_stats_count(tmp_path: Path) -> None:
    entries = [
        entry("Yes.", "Так.", article="b.txt"),
        entry("Yes.", "Еге.", "a", article="a.txt", days=2),
        entry("No.", "Ні.", article="b.txt", days=-2),
        entry("No.", "Ні.", article=""),
    ]
    with memory(tmp_path, *entries) as opened:
        stats = opened.stats()
    assert (stats.entries, stats.sources, stats.with_context) == (4, 2, 3)
    assert stats.articles == (("b.txt", 2), ("", 1), ("a.txt", 1))
    assert stats.tools == (("OmegaT 3.6", 4),)
    assert (stats.oldest, stats.newest) == (entries[2].date, entries[1].date)
    assert stats.size >= 4096


def test_stats_of_an_empty_memory_count_nothing(tmp_path: Path) -> None:
    with memory(tmp_path) as opened:
        stats = opened.stats()
    assert (stats.entries, stats.articles, stats.oldest) == (0, (), None)


PRUNED = [
    entry("Yes.", "Так.", "a", article="a.txt", days=-9),
    entry("Yes.", "Еге.", "b", article="b.txt", days=-5),
    entry("Yes.", "Так.", article="", days=-1),
    entry("No.", "Ні.", "a", article="a.txt"),
]


@pytest.mark.parametrize(
    ("rule", "gone"),
    [
        (Rule(articles=("a.txt",)), [0, 3]),
        (Rule(articles=("a.txt", "b.txt")), [0, 1, 3]),
        (Rule(older_than=DATE), [0, 1, 2]),
        (Rule(older_than=DATE, articles=("a.txt",)), [0]),
        (Rule(duplicates=True), [2]),
        (Rule(rivals=True), [0, 1]),
        (Rule(articles=("none.txt",)), []),
    ],
)
def test_prune_removes_what_meets_the_rule(tmp_path: Path, rule: Rule, gone: list[int]) -> None:
    with memory(tmp_path, *PRUNED) as opened:
        expected = (len(gone), [PRUNED[number] for number in gone])
        assert opened.prune(rule, dry_run=True) == expected
        assert list(opened.entries()) == PRUNED
        assert opened.prune(rule) == expected
        assert list(opened.entries()) == [PRUNED[n] for n in range(len(PRUNED)) if n not in gone]
        assert opened.add(PRUNED).new == len(gone)


def test_prune_without_a_rule_is_refused(tmp_path: Path) -> None:
    with memory(tmp_path, *PRUNED) as opened, pytest.raises(ValueError, match="everything"):
        opened.prune(Rule())


def test_what_is_pruned_leaves_nothing_behind(tmp_path: Path) -> None:
    with memory(tmp_path, entry("The army held the city.", "Армія", "Before.", "After.")) as opened:
        opened.prune(Rule(articles=("a.txt",)))
        for table in ("entry", "text", "posting"):
            assert opened._connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table


def test_a_memory_is_kept_when_it_is_closed(tmp_path: Path) -> None:
    with memory(tmp_path, entry("Yes.", "Так.")):
        pass
    with Memory.open(tmp_path / "en-uk.sqlite", "en", "uk", read_only=True) as opened:
        assert [held.target.text for held in opened.entries()] == ["Так."]
    assert [path.name for path in tmp_path.iterdir()] == ["en-uk.sqlite"]
