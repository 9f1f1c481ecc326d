"""Editing a glossary file: the change that is meant, and not one byte more."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.glossary.test_tsv import TERMS
from translate.errors import GlossaryError
from translate.glossary import Term, apply, open_sheet, plan, remove

FILE = """\
# our terms
#source\ttarget\tnote\tkind\tgender\tcase\tforbidden\tforms\tclient

# Places
Kyiv\tКиїв\tcapital\tplace\tmasc\t\tКиев\t\tacme
Sumy\tСуми\t\tplace\tplur

# People
 Zelensky \tЗеленський\t\tperson\tmasc
US\tСША\t\tplace\tplur\tyes
"""


def _edited(folder: Path, content: str | bytes, *terms: Term) -> str:
    path = folder / "en-uk.tsv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    sheet = open_sheet(path)
    return apply(sheet, plan(sheet, terms)).decode()


ADDED = [
    (Term("Lviv", "Львів", kind="place"), "US\tСША\t\tplace\tplur\tyes\nLviv\tЛьвів\t\tplace\n"),
    (
        Term("Biden", "Байден", kind="person", gender="masc"),
        " Zelensky \tЗеленський\t\tperson\tmasc\nBiden\tБайден\t\tperson\tmasc\nUS\tСША",
    ),
    (Term("NATO", "НАТО", kind="organisation"), "yes\nNATO\tНАТО\t\torganisation\n"),
]


@pytest.mark.parametrize(("term", "expected"), ADDED)
def test_adding_a_row_puts_it_behind_the_last_of_its_kind_or_at_the_end(
    tmp_path: Path, term: Term, expected: str
) -> None:
    edited = _edited(tmp_path, FILE, term)
    assert expected in edited
    lines = edited.splitlines(keepends=True)
    assert "".join(line for line in lines if not line.startswith(term.source)) == FILE


def test_adding_two_rows_of_a_kind_keeps_their_order(tmp_path: Path) -> None:
    edited = _edited(tmp_path, FILE, Term("A1", "А1", kind="person"), Term("B2", "Б2", kind="person"))
    assert "masc\nA1\tА1\t\tperson\nB2\tБ2\t\tperson\nUS" in edited


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "Lviv\tЛьвів\n"),
        (b"Kyiv\tK", "Kyiv\tK\nLviv\tЛьвів\n"),
        (b"\xef\xbb\xbfKyiv\tK\r\n# end\r\n", "\ufeffKyiv\tK\r\nLviv\tЛьвів\r\n# end\r\n"),
        (b"# a lone \r in a comment\n", "# a lone \r in a comment\nLviv\tЛьвів\n"),
    ],
)
def test_adding_a_row_keeps_line_ends_and_the_byte_order_mark(
    tmp_path: Path, content: bytes, expected: str
) -> None:
    assert _edited(tmp_path, content, Term("Lviv", "Львів")) == expected


def test_adding_to_a_file_that_is_not_there_begins_one_with_a_header(tmp_path: Path) -> None:
    sheet = open_sheet(tmp_path / "none.tsv")
    assert apply(sheet, plan(sheet, [Term("Lviv", "Львів")])).decode() == (
        "#source\ttarget\tnote\tkind\tgender\tcase\tforbidden\tforms\nLviv\tЛьвів\n"
    )


PLANNED = [
    (Term("Kyiv", "Київ"), "same", 5, ()),
    (Term("Kyiv", "Київ", kind="place", forbidden=("Киев",)), "same", 5, ()),
    (Term("Kyiv", "Київ", note="the capital"), "change", 5, ("note",)),
    (Term("Kyiv", "Києво"), "conflict", 5, ("target", "gender")),
    (Term("US", "США"), "same", 10, ()),
    (Term("Zelensky", "Зеленський"), "same", 9, ()),
    (Term("kyiv", "Київ"), "add", 0, ()),
]


@pytest.mark.parametrize(("term", "action", "line", "columns"), PLANNED)
def test_planning_says_what_a_term_does_to_which_line(
    tmp_path: Path, term: Term, action: str, line: int, columns: tuple[str, ...]
) -> None:
    path = tmp_path / "en-uk.tsv"
    path.write_text(FILE, "utf-8")
    (change,) = plan(open_sheet(path), [term])
    assert (change.action, change.line, change.columns) == (action, line, columns)


def test_changing_a_note_keeps_the_other_cells_and_unknown_columns(tmp_path: Path) -> None:
    edited = _edited(tmp_path, FILE, Term("Kyiv", "Київ", note="the capital"))
    assert edited == FILE.replace("\tcapital\t", "\tthe capital\t")


def test_changing_the_target_drops_gender_and_forms_of_the_old_one(tmp_path: Path) -> None:
    row = "# c\nOskil\tОскіл\triver\tplace\tmasc\t\tОскол\tgent=Осколу\n"
    assert _edited(tmp_path, row, Term("Oskil", "Оскільська річка")) == (
        "# c\nOskil\tОскільська річка\triver\tplace\t\t\tОскол\n"
    )


def test_changing_the_target_to_a_forbidden_one_fails_with_the_line(tmp_path: Path) -> None:
    with pytest.raises(
        GlossaryError, match=r"en-uk\.tsv:5:7: `Kyiv`: .* forbids the row's own target `Киев`"
    ):
        _edited(tmp_path, FILE, Term("Kyiv", "Киев"))


def test_removing_a_source_leaves_every_other_byte(tmp_path: Path) -> None:
    path = tmp_path / "en-uk.tsv"
    path.write_text(FILE, "utf-8")
    left, gone = remove(open_sheet(path), "Zelensky")
    assert left.decode() == FILE.replace(" Zelensky \tЗеленський\t\tperson\tmasc\n", "")
    assert [term.target for term in gone] == ["Зеленський"]


def test_removing_the_first_line_keeps_the_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "en-uk.tsv"
    path.write_bytes("\ufeffKyiv\tКиїв\nSumy\tСуми\n".encode())
    assert remove(open_sheet(path), "Kyiv")[0].decode() == "\ufeffSumy\tСуми\n"


def test_removing_what_is_not_there_fails_with_the_nearest_sources(tmp_path: Path) -> None:
    path = tmp_path / "en-uk.tsv"
    path.write_text(FILE, "utf-8")
    with pytest.raises(GlossaryError, match=r"has no row for `Zelenskyy`\. Did you mean `Zelensky`\?"):
        remove(open_sheet(path), "Zelenskyy")


def test_opening_a_broken_file_fails_with_the_line(tmp_path: Path) -> None:
    path = tmp_path / "en-uk.tsv"
    path.write_text("Kyiv\tКиїв\nSumy\n", "utf-8")
    with pytest.raises(GlossaryError, match=r"en-uk\.tsv:2:2: column 2 \(target\) is missing"):
        open_sheet(path)


@given(old=st.lists(TERMS, max_size=4, unique_by=lambda term: term.source), new=TERMS)
def test_adding_a_row_and_removing_it_gives_the_file_back(
    tmp_path_factory: pytest.TempPathFactory, old: list[Term], new: Term
) -> None:
    path = tmp_path_factory.getbasetemp() / "law.tsv"
    path.write_bytes(b"# comment\n")
    for term in old:
        sheet = open_sheet(path)
        changes = [change for change in plan(sheet, [term]) if change.action == "add"]
        path.write_bytes(apply(sheet, changes))
    before = path.read_bytes()
    sheet = open_sheet(path)
    (change,) = plan(sheet, [new])
    if change.action == "add":
        path.write_bytes(apply(sheet, [change]))
        assert remove(open_sheet(path), new.source)[0] == before
