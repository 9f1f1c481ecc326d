"""Glossaries as a whole: stacking, country names, forbidden targets, the hash, and the cost of size."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from translate.glossary import Glossary, Term, countries, default_path, forbidden_in, load


def _file(path: Path, content: str) -> Path:
    path.write_text(content, "utf-8")
    return path


def _targets(glossary: Glossary, text: str) -> list[str]:
    return [match.term.target for match in glossary.find(text)]


def test_stacked_files_with_one_source_give_the_target_of_the_earlier(tmp_path: Path) -> None:
    project = _file(tmp_path / "project.tsv", "Kyiv\tм. Київ\nUS\tСША\t\t\t\tno\nPoland\tРП\n")
    general = _file(tmp_path / "general.tsv", "Kyiv\tКиїв\nus\tми\nUS\tШтати\t\t\t\tyes\nIrpin\tІрпінь\n")
    glossary = Glossary.load([project, general], "en", "uk")
    found = _targets(glossary, "Kyiv asked US envoys, us, Irpin and Poland")
    assert found == ["м. Київ", "США", "ми", "Ірпінь", "РП"]
    assert [term.target for term in glossary.terms if term.source in ("US", "Poland")] == ["США", "РП"]


def test_loading_repeated_rows_hands_their_warnings_on(tmp_path: Path) -> None:
    path = _file(tmp_path / "g.tsv", "Kyiv\tКиїв\nKyiv\tКиїв\n")
    assert Glossary.load([path], "en", "uk").warnings == (f"{path}:2: `Kyiv` repeats line 1, which is used",)


def test_a_common_word_in_a_file_does_not_hide_the_country(tmp_path: Path) -> None:
    path = _file(tmp_path / "g.tsv", "turkey\tіндик\n")
    assert _targets(Glossary.load([path], "en", "uk"), "In Turkey, a turkey") == ["Туреччина", "індик"]


@pytest.mark.parametrize(("source", "target"), [("en", "xx"), ("xx", "uk"), ("en", "x-private"), ("en", "")])
def test_a_pair_that_nothing_is_known_of_gives_an_empty_glossary(source: str, target: str) -> None:
    assert Glossary.load([], source, target).terms == ()


def test_switching_countries_off_leaves_the_files_only(tmp_path: Path) -> None:
    path = _file(tmp_path / "g.tsv", "Kyiv\tКиїв\n")
    assert len(Glossary.load([path], "en", "uk", countries=False).terms) == 1


COUNTRIES = [
    ("Bahamas", "Багамські Острови", "plur"),
    ("Belarus", "Білорусь", ""),
    ("Burma", "Бірма", ""),
    ("Myanmar", "М’янма", ""),
    ("Democratic Republic of the Congo", "Демократична Республіка Конго", ""),
    ("Hong Kong", "Гонконг", ""),
    ("Isle of Man", "острів Мен", ""),
    ("Kosovo", "Косово", ""),
    ("Netherlands", "Нідерланди", "plur"),
    ("Palestine", "Палестина", ""),
    ("Palestinian Territories", "Палестинські території", "plur"),
    ("Philippines", "Філіппіни", "plur"),
    ("Saint Lucia", "Сент-Люсія", ""),
    ("Taiwan", "Тайвань", ""),
    ("Trinidad and Tobago", "Тринідад і Тобаго", ""),
    ("Turkey", "Туреччина", ""),
    ("Türkiye", "Туреччина", ""),
    ("United Kingdom", "Велика Британія", ""),
    ("United States", "Сполучені Штати", "plur"),
    ("United States of America", "Сполучені Штати Америки", "plur"),
    ("Vietnam", "В’єтнам", ""),
]


@pytest.mark.parametrize(("source", "target", "gender"), COUNTRIES)
def test_a_country_in_ukrainian_has_this_name(source: str, target: str, gender: str) -> None:
    (term,) = [term for term in countries("en", "uk") if term.source == source]
    assert (term.target, term.gender, term.kind, term.origin) == (target, gender, "place", "CLDR")


def test_countries_are_countries_and_none_is_written_for_lists() -> None:
    names = {term.source: term.target for term in countries("en-GB", "uk-UA")}
    assert (
        not {"European Union", "Eurozone", "United Nations", "Unknown Region", "Pseudo-Bidi"} & names.keys()
    )
    assert not [name for pair in names.items() for name in pair if any(mark in name for mark in "(),ʼ–")]
    assert len(names) > 240


def test_countries_of_other_pairs_come_from_cldr_as_they_stand() -> None:
    names = {term.source: term.target for term in countries("de", "pl")}
    assert names["Deutschland"] == "Niemcy"
    assert "Ivory Coast" not in names


KYIV = Term("Kyiv", "Київ", forbidden=("Києво", "Киев"))
LAVRA = Term("Lavra", "Києво-Печерська лавра", forbidden=("Киево-Печерская",))
PETER = Term("St. Petersburg", "Санкт-Петербург", forbidden=("Санкт Пітер’бург",))


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("У Києві тихо, у Києво теж.", ["Києво"]),
        ("КИЕВ і киев", ["КИЕВ", "киев"]),
        ("Києвоград, Киевский", []),
        ("Києво-Печерська лавра в Києві", []),
        ("Києво-базований посол", ["Києво"]),
        ("Санкт-Пітер'бург", ["Санкт-Пітер'бург"]),
        ("", []),
    ],
)
def test_forbidden_targets_in_a_draft_are_found_as_whole_words(target: str, found: list[str]) -> None:
    hits = forbidden_in(target, [KYIV, LAVRA, PETER, KYIV])
    assert [target[start:end] for _, start, end in hits] == found


def test_the_hash_is_the_same_in_any_order_and_with_other_notes() -> None:
    again = [LAVRA, replace(KYIV, note="столиця", origin="other.tsv:7", forbidden=("Киев", "Києво"))]
    assert Glossary([KYIV, LAVRA]).sha256 == Glossary(again).sha256


@pytest.mark.parametrize(
    "other",
    [
        replace(KYIV, target="Kиїв"),
        replace(KYIV, gender="masc"),
        replace(KYIV, kind="place"),
        replace(KYIV, case_sensitive=True),
        replace(KYIV, forbidden=("Киев",)),
        replace(KYIV, forms=(("gent", "Києва"),)),
    ],
)
def test_the_hash_when_a_term_says_something_else_differs(other: Term) -> None:
    assert Glossary([KYIV]).sha256 != Glossary([other]).sha256


def test_the_default_file_is_found_below_the_working_folder_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert default_path("en", "uk") is None
    (tmp_path / "glossaries").mkdir()
    _file(tmp_path / "glossaries" / "en-uk.tsv", "Kyiv\tКиїв\n")
    assert default_path("en-GB", "uk-UA") == Path("glossaries/en-uk.tsv")


def _rows(count: int) -> str:
    rng = random.Random(1)
    syllables = re.findall(
        "[a-z]+", "ka lo mi ter shev chen ko ro dy na vo lyn os tri pro za po rizh iv an fr"
    )
    names: set[str] = set()
    while len(names) < count:
        words = (
            "".join(rng.choices(syllables, k=rng.randint(2, 5))).capitalize()
            for _ in range(rng.randint(1, 2))
        )
        names.add(" ".join(words))
    return "".join(f"{name}\tЦіль {i}\tnote\tperson\tmasc\tno\n" for i, name in enumerate(sorted(names)))


def _find_often(glossary: Glossary, text: str) -> None:
    for _ in range(50):
        glossary.find(text)


def _seconds(work: Callable[[], object], rounds: int) -> float:
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def test_a_hundred_thousand_terms_load_fast_and_cost_a_search_little(tmp_path: Path) -> None:
    text = (
        "Speaking from Kyiv, the Ukrainian leader accused Moscow’s forces of kidnapping mayors in Irpin and "
        "Ivano-Frankivsk; Poland, he said, had been asked to take part in the talks on Tuesday. "
    )
    seconds = {}
    for count in (1_000, 100_000):
        path = _file(tmp_path / f"{count}.tsv", _rows(count))
        start = time.process_time()
        glossary = Glossary.load([path], "en", "uk")
        loading = time.process_time() - start
        seconds[count] = _seconds(partial(_find_often, glossary, text), 9)
    # The aims are 2 s and 1.5 times (benchmarks/glossary.py); a busy machine is given twice that.
    assert loading < 4
    assert seconds[100_000] < 3 * seconds[1_000]


def test_the_committed_glossary_has_no_broken_row() -> None:
    path = Path(__file__).parents[2] / "glossaries" / "en-uk.tsv"
    assert len(load(path)) >= 250
