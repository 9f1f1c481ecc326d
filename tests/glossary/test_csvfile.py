"""Glossaries as CSV: what spreadsheets write is read, and what is written is read again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.glossary.test_tsv import TERMS
from translate.errors import GlossaryError
from translate.glossary import Term, compare, read_any
from translate.glossary.csvfile import dump_csv, read_csv

KYIV = Term("Kyiv", "Київ", 'the "capital", no less', "place", "masc", forbidden=("Киев", "Кієв"))


def _read(folder: Path, content: str | bytes) -> tuple[tuple[Term, ...], tuple[str, ...]]:
    path = folder / "g.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    file = read_csv(path)
    return file.terms, file.warnings


def test_writing_csv_gives_rfc_4180_with_a_header_and_the_mark_of_excel() -> None:
    assert dump_csv([KYIV]).decode() == (
        "\ufeffsource,target,note,kind,gender,case,forbidden,forms\r\n"
        'Kyiv,Київ,"the ""capital"", no less",place,masc,,Киев|Кієв,\r\n'
    )


READ = [
    "source,target,kind\nKyiv,Київ,place\n",
    "\ufeffsource;target;kind\r\nKyiv;Київ;place\r\n",
    "source\ttarget\tkind\nKyiv\tКиїв\tplace\n",
    '"kind","Source ","TARGET"\n"place","Kyiv","Київ"\n',
    "#source,target,note,kind\n\nKyiv,Київ,,place",
    "Kyiv,Київ,,place\n",
    "Kyiv;Київ;;place\n",
]


@pytest.mark.parametrize("content", READ)
def test_reading_any_delimiter_order_and_header_gives_the_same_term(tmp_path: Path, content: str) -> None:
    terms, _ = _read(tmp_path, content)
    assert compare(terms, [Term("Kyiv", "Київ", kind="place")]) == ()


def test_reading_passes_unknown_columns_over_with_a_warning(tmp_path: Path) -> None:
    terms, warnings = _read(tmp_path, "source,client,target\nKyiv,acme,Київ\n")
    assert [(term.source, term.target) for term in terms] == [("Kyiv", "Київ")]
    assert warnings == (f"{tmp_path}/g.csv:1: column `client` is not known and was passed over",)


def test_reading_a_cell_of_two_lines_joins_them_and_keeps_line_numbers(tmp_path: Path) -> None:
    content = 'source,target,note\nKyiv,Київ,"two\nlines"\nSumy,Суми,\n'
    terms, _ = _read(tmp_path, content)
    assert [(term.note, term.origin.rpartition(":")[2]) for term in terms] == [("two lines", "2"), ("", "4")]


def test_reading_a_header_longer_than_the_csv_module_allows_is_no_traceback(tmp_path: Path) -> None:
    terms, warnings = _read(tmp_path, f"source,target,{'x' * 200_000}\nKyiv,Київ,\n")
    assert [(term.source, term.target) for term in terms] == [("Kyiv", "Київ")]
    assert len(warnings) == 1


BROKEN = [
    ("kind,target,source\nplaces,Київ,Kyiv\n", r":2:1: column 1 \(kind\) `places` is none of"),
    ("source,target\nKyiv,\n", r":2:2: column 2 \(target\) is empty"),
    ('source,target\n"Kyiv,Київ\n', r":2: is no CSV \(unexpected end of data\)\. Save it as CSV UTF-8"),
    ("source,target\nKyiv,Київ\nKyiv,Києво\n", r":3:2: .*`Kyiv` is `Києво` here and `Київ` on line 2"),
    ("source,target\nKy\u200fiv,Київ\n", r":2:1: column 1 \(source\) holds U\+200F"),
    ("source,target\nKyiv,Киев\n".encode("cp1251"), r":2: is not UTF-8"),
    ("source,target\nKyiv,Київ\n".encode("utf-16"), r":1: is UTF-16, not UTF-8"),
]


@pytest.mark.parametrize(("content", "message"), BROKEN)
def test_reading_a_broken_file_says_the_place_in_the_file_itself(
    tmp_path: Path, content: str | bytes, message: str
) -> None:
    with pytest.raises(GlossaryError, match=message):
        _read(tmp_path, content)


@given(terms=st.lists(TERMS, max_size=5, unique_by=lambda term: term.source.lower()))
def test_writing_and_reading_csv_is_the_identity(
    tmp_path_factory: pytest.TempPathFactory, terms: list[Term]
) -> None:
    path = tmp_path_factory.getbasetemp() / "identity.csv"
    path.write_bytes(dump_csv(terms))
    assert compare(terms, read_any(path, "en", "uk").terms) == ()
