"""What a look-up gives: in context, exactly, nearly, and in which order."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.memory.entries import entry, memory, text
from translate.inline import Code, Text
from translate.memory import Match, Query

BEFORE, AFTER = "It was quiet.", "Then it rained."


def told(matches: list[Match]) -> list[tuple[str, int, str]]:
    """Return kind, score and target of each match."""
    return [(match.kind, match.score, match.target.text) for match in matches]


@pytest.mark.parametrize(
    ("source", "previous", "following", "expected"),
    [
        ("The army held the city.", BEFORE, AFTER, [("context", 101, "Армія втримала місто.")]),
        ("The army held the city.", BEFORE, "", [("exact", 100, "Армія втримала місто.")]),
        ("The army held the city.", "", "", [("exact", 100, "Армія втримала місто.")]),
        ("The ARMY  held the city.", BEFORE, AFTER, [("fuzzy", 99, "Армія втримала місто.")]),
        ("The army held a city.", BEFORE, AFTER, [("fuzzy", 80, "Армія втримала місто.")]),
        ("The armies left a city.", BEFORE, AFTER, []),
        ("", BEFORE, AFTER, []),
    ],
)
def test_lookup_of_a_segment_gives(
    tmp_path: Path, source: str, previous: str, following: str, expected: list[tuple[str, int, str]]
) -> None:
    with memory(tmp_path, entry("The army held the city.", "Армія втримала місто.", BEFORE, AFTER)) as opened:
        assert told(opened.lookup(Text(source), previous, following)) == expected


def test_the_edges_of_an_article_are_a_context_and_an_unknown_context_is_none(tmp_path: Path) -> None:
    whole = entry("Yes.", "Так.")
    nowhere = entry("No.", "Ні.", article="")
    with memory(tmp_path, whole, nowhere) as opened:
        assert told(opened.lookup(Text("Yes."), "", "")) == [("context", 101, "Так.")]
        assert told(opened.lookup(Text("No."), "", "")) == [("exact", 100, "Ні.")]


def test_targets_of_one_source_stand_in_the_order_of_their_dates(tmp_path: Path) -> None:
    entries = [
        entry("Stop.", "Стій.", "a", "b", days=1),
        entry("Stop.", "Зупинка.", "c", "d", days=3),
        entry("Stop.", "Стоп.", "e", "f", days=2),
        entry("Stop.", "Стій.", "g", "h", days=0),
    ]
    with memory(tmp_path, *entries) as opened:
        matches = opened.lookup(Text("Stop."), "e", "f")
        assert told(matches) == [
            ("context", 101, "Стоп."),
            ("exact", 100, "Зупинка."),
            ("exact", 100, "Стій."),
        ]
        assert [match.rivals for match in matches] == [2, 2, 2]
        assert told(opened.lookup(Text("Stop."), "e", "f", limit=1)) == [("context", 101, "Стоп.")]


def test_fuzzy_matches_stand_in_the_order_of_their_scores(tmp_path: Path) -> None:
    sources = ["the army held the old city", "the army held the city", "The army held the city"]
    with memory(tmp_path, *(entry(source, source.upper(), source) for source in sources)) as opened:
        matches = opened.lookup(Text("the army held the  city"))
    assert [(match.score, match.entry.source.text) for match in matches] == [
        (99, "The army held the city"),
        (99, "the army held the city"),
        (83, "the army held the old city"),
    ]


def test_a_threshold_leaves_out_what_is_below_it(tmp_path: Path) -> None:
    with memory(tmp_path, entry("The army held the city.", "Армія втримала місто.")) as opened:
        assert opened.lookup(Text("The army held a city."), threshold=81) == []
        assert len(opened.lookup(Text("The army held a city."), threshold=80)) == 1
        assert opened.lookup(Text("the army held the city."), threshold=100) == []
        with pytest.raises(ValueError, match="75 or more"):
            opened.lookup(Text("The army"), threshold=74)


def test_codes_of_the_match_are_those_of_the_segment(tmp_path: Path) -> None:
    stored = entry("<7>Hold</7> the <8/>city", "<8/>Місто <7>тримати</7>")
    wanted = text("<2>Hold</2> the <5/>city")
    link = Code(0, "2", "open", "link", ('<a href="x">',), "<a>")
    wanted = Text(wanted.text, (link, *wanted.codes[1:]))
    with memory(tmp_path, stored) as opened:
        [match] = opened.lookup(wanted)
    assert (match.kind, match.score) == ("context", 101)
    assert [code.key for code in match.entry.target.codes] == [("2", "single"), ("1", "open"), ("1", "close")]
    assert [code.key for code in match.target.codes] == [("5", "single"), ("2", "open"), ("2", "close")]
    assert match.target.codes[1] == link.at(6)


@pytest.mark.parametrize("wanted", ["Hold the city", "<1/>Hold the city", "<1>Hold the city</1>"])
def test_other_codes_make_a_match_fuzzy_and_are_left_out(tmp_path: Path, wanted: str) -> None:
    with memory(tmp_path, entry("<1>Hold</1> the<2/> city", "<1>Тримати</1> місто<2/>")) as opened:
        [match] = opened.lookup(text(wanted))
    assert (match.kind, match.score, match.target) == ("fuzzy", 99, Text("Тримати місто"))


def test_the_same_codes_elsewhere_make_a_match_fuzzy_and_are_kept(tmp_path: Path) -> None:
    with memory(tmp_path, entry("<1>Hold</1> the city", "<1>Тримати</1> місто")) as opened:
        [match] = opened.lookup(text("Hold the <4>city</4>"))
    assert (match.score, match.target.keys) == (99, (("4", "open"), ("4", "close")))


def test_a_code_that_only_the_target_has_is_left_out(tmp_path: Path) -> None:
    with memory(tmp_path, entry("Hold", "Тримати<1/>")) as opened:
        [match] = opened.lookup(Text("Hold"))
    assert match.target == Text("Тримати")


def test_looking_up_many_is_looking_up_each(tmp_path: Path) -> None:
    with memory(tmp_path, entry("One two three.", "Раз два три."), entry("Yes.", "Так.")) as opened:
        queries = [Query(Text("Yes.")), Query(Text("No.")), Query(Text("One two three!"))]
        assert opened.lookup_many(queries) == [opened.lookup(query.source) for query in queries]
        assert [len(found) for found in opened.lookup_many(queries)] == [1, 0, 1]
