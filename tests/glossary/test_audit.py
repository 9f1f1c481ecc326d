"""`audit`: each rule finds what it is for, where it stands, and nothing in rows that are right."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.errors import GlossaryError
from translate.glossary import Fault, audit

GLOSSARY = Path(__file__).parents[2] / "glossaries" / "en-uk.tsv"


def _audit(folder: Path, content: str, target: str = "uk") -> list[Fault]:
    path = folder / "g.tsv"
    path.write_bytes(content.encode())
    return list(audit([path], "en", target))


FOUND = [
    ("Kyiv\tКиїв\nKyiv\tКиїв", "2:1: warning [duplicate] `Kyiv` repeats line 1, which is used"),
    (
        "Kyiv\tКиїв\nKyiv\tКиєво",
        "2:2: error [conflict] `Kyiv` is `Києво` here and `Київ` in line 1: keep one",
    ),
    (
        "Kyiv\tКиїв\t\t\t\t\tЛьвів\nLviv\tЛьвів",
        "1:7: error [forbidden-target] `Львів` is forbidden here and is the target of `Lviv` in line 2",
    ),
    (
        "Kyiv\tКиїв\t\tcity",
        "1:4: error [row] column 4 (kind) `city` is none of person, place, organisation, other. "
        "Write one of them, or leave the cell empty",
    ),
    (
        "Kyiv",
        "1:2: error [row] column 2 (target) is missing. A row needs a source and a target, separated by"
        " a tab",
    ),
    ("Kyiv\t", "1:2: error [row] column 2 (target) is empty. Copy the source here if it stays as it is"),
    (
        "Kyiv\tКи\u200fїв",
        "1:2: error [row] column 2 (target) holds U+200F (right-to-left mark), which nobody can see."
        " Delete the character",
    ),
    # The i of the target is Latin.
    ("Kyiv\tКиiв", "1:2: error [mixed-scripts] `Киiв` mixes Cyrillic with the Latin letters i"),
    ("Кyiv\tКиїв", "1:1: error [mixed-scripts] `Кyiv` mixes Cyrillic with the Latin letters y, i, v"),
    ("NATO HQ\tштаб HATO", "1:2: error [mixed-scripts] `HATO` in `штаб HATO` is Latin and looks Cyrillic"),
    (
        "Sumy\tСуми\t\tplace\tplur\t\t\tgent=Сyм",
        "1:8: error [mixed-scripts] `Сyм` mixes Cyrillic with the Latin letters y",
    ),
    ("Kyiv\tКыев", "1:2: error [russian-letters] `Кыев` has ы, which Ukrainian has not"),
    (
        "Kupiansk\tКуп'янськ\t\tplace\tmasc\t\t\tgent=Куп’янська",
        "1:2: warning [apostrophe] `Куп'янськ` has the apostrophe '; print has ’ (U+2019)",
    ),
    ("Kyiv\t Київ", "1:2: warning [spaces] ` Київ` begins or ends with a space"),
    ("Kyiv\tКиїв\tthe  capital", "1:3: warning [spaces] `the  capital` has two spaces in a row"),
    (
        "Putin\tПутін\t\tperson",
        "1:5: warning [gender] `Путін` is a person without a gender: a surname is inflected by it",
    ),
    (
        "May\tМей\t\tperson\tfemn\tyes\t\tgent=Мей",
        "1:1: warning [common-word] `May` is an ordinary word where a sentence begins:"
        " add the words that stand beside it, as in a full name",
    ),
    (
        "Maria\tМарія\t\tperson\tfemn",
        "1:1: warning [common-word] `Maria` is the first name of many people:"
        " add the words that stand beside it, as in a full name",
    ),
    (
        "state\tдержава",
        "1:1: warning [common-word] `state` is one of the commonest words of English:"
        " add the words that stand beside it, as in a full name",
    ),
    (
        "US\tСША\t\tplace\tplur",
        "1:1: warning [common-word] `US` is a common word in a text in capitals,"
        " unless its column `case` says yes: add the words that stand beside it, as in a full name",
    ),
    (
        "Z\tЗет",
        "1:1: warning [one-letter] `Z` is one character: it is matched only as written, and too often",
    ),
]


@pytest.mark.parametrize(("content", "expected"), FOUND)
def test_each_rule_says_where_what_and_how_bad(tmp_path: Path, content: str, expected: str) -> None:
    told = [
        f"{one.line}:{one.column}: {one.severity} [{one.rule}] {one.message}"
        for one in _audit(tmp_path, content)
    ]
    assert expected in told
    assert len([one for one in told if one.split("] ")[0] == expected.split("] ")[0]]) == 1


RIGHT = [
    "Kyiv\tКиїв\t\tplace\tmasc\t\tКиев|Києво",
    "Turkey\tТуреччина\t\tplace\tfemn\tyes\nturkey\tіндик",
    "US\tСША\t\tplace\tplur\tyes",
    "Theresa May\tТереза Мей\t\tperson\tfemn\t\t\tgent=Терези Мей",
    "MiG-29\tМіГ-29\t\t\tmasc\tyes",
    "Abrams tank\tтанк Abrams\t\t\tmasc",
    # Not to be translated: no rule of Ukrainian is put to it.
    "O'Reilly\tO'Reilly\t\tperson",
    "Яндекс Go\tЯндекс Go",
    "BBC\tBBC\t\torganisation\tfemn\tyes",
    "COVID-19\tCOVID-19",
]


@pytest.mark.parametrize("content", RIGHT)
def test_rows_that_are_right_have_no_fault(tmp_path: Path, content: str) -> None:
    assert _audit(tmp_path, content) == []


def test_a_target_inflected_by_guess_shows_the_guess_until_it_has_forms(tmp_path: Path) -> None:
    row = "Keir Starmer\tКір Стармер\t\tperson\tmasc"
    (fault,) = _audit(tmp_path, row)
    assert (fault.line, fault.column, fault.severity, fault.rule) == (1, 8, "warning", "inflection")
    assert fault.message.startswith("`Кір Стармер` is inflected by guess (gent=")
    assert _audit(tmp_path, f"{row}\t\t\tgent=Кіра Стармера") == []


def test_faults_of_a_file_come_in_its_order_and_broken_rows_hide_no_others(tmp_path: Path) -> None:
    faults = _audit(tmp_path, "# c\nKyiv\nSumy\tСумы\nLviv\t Львів\n")
    assert [(one.line, one.rule) for one in faults] == [(2, "row"), (3, "russian-letters"), (4, "spaces")]


def test_rows_of_an_earlier_file_win_with_a_warning(tmp_path: Path) -> None:
    project, general = tmp_path / "project.tsv", tmp_path / "general.tsv"
    project.write_text("Turkey\tРосія\t\tplace\tfemn\nKyiv\tКиїв\n", "utf-8")
    general.write_text("Turkey\tТуреччина\t\tplace\tfemn\tyes\nKyiv\tКиїв\n", "utf-8")
    faults = audit([project, general], "en", "uk")
    assert [(one.path, one.severity, one.message) for one in faults] == [
        (general, "warning", f"`Turkey` is `Туреччина` here and `Росія` in {project}:1, which wins"),
        (general, "warning", f"`Kyiv` repeats {project}:2, which is used"),
    ]


def test_another_target_language_is_not_put_to_ukrainian_rules(tmp_path: Path) -> None:
    assert _audit(tmp_path, "Putin\tПутин\t\tperson\nbig river\tбыстрая река", "ru") == []


def test_bytes_that_are_no_text_are_a_fault_and_a_missing_file_an_error(tmp_path: Path) -> None:
    path = tmp_path / "g.tsv"
    path.write_bytes("Kyiv\tКиїв\n".encode() + b"Sumy\t\xd0\n")
    (fault,) = audit([path], "en", "uk")
    assert (fault.line, fault.column, fault.rule) == (2, 2, "row")
    with pytest.raises(GlossaryError, match="cannot be read"):
        audit([tmp_path / "none.tsv"], "en", "uk")


def test_the_general_glossary_has_no_fault() -> None:
    assert audit([GLOSSARY], "en", "uk") == ()
