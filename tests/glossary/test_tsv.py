"""Glossary files: what a row means, what is wrong with it, and that writing keeps it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.errors import GlossaryError
from translate.glossary import CASES, GENDERS, KINDS, Term, dump, load, read


def _file(folder: Path, content: str | bytes) -> Path:
    path = folder / "en-uk.tsv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_reading_a_row_with_all_columns_gives_every_field(tmp_path: Path) -> None:
    row = "Sumy\tСуми\tthe city\tplace\tplur\tyes\tСумы|Суммы\tgent=Сум|loct=Сумах|loct=Сумам\textra\n"
    path = _file(tmp_path, row)
    assert load(path) == (
        Term(
            "Sumy",
            "Суми",
            "the city",
            "place",
            "plur",
            case_sensitive=True,
            forbidden=("Сумы", "Суммы"),
            forms=(("gent", "Сум"), ("loct", "Сумах"), ("loct", "Сумам")),
            origin=f"{path}:1",
        ),
    )


@pytest.mark.parametrize(
    "content",
    [
        "\ufeffKyiv\tКиїв\n",
        "Kyiv\tКиїв",
        "Kyiv\tКиїв\r\n",
        "#source\ttarget\n\n   \nKyiv\tКиїв\t\t\n# end",
        " Kyiv \t Київ \t\tother\t\tno\n",
    ],
)
def test_reading_a_plain_row_in_any_layout_gives_the_same_term(tmp_path: Path, content: str) -> None:
    (term,) = load(_file(tmp_path, content))
    assert (term.source, term.target, term.kind, term.case_sensitive) == ("Kyiv", "Київ", "other", False)


BROKEN = [
    ("Kyiv\n", 2, "column 2 (target) is missing. A row needs a source and a target, separated by a tab"),
    ("Kyiv Київ\n", 2, "column 2 (target) is missing. A row needs a source and a target, separated by a tab"),
    ("\tКиїв\n", 1, "column 1 (source) is empty"),
    ("—\tКиїв\n", 1, "column 1 (source) `—` has no letter or figure to match"),
    ("Kyiv\t \n", 2, "column 2 (target) is empty. Copy the source here if it stays as it is"),
    (
        "Kyiv\tКиїв\t\tplaces\n",
        4,
        "column 4 (kind) `places` is none of person, place, organisation, other. Did you mean `place`?",
    ),
    ("Kyiv\tКиїв\t\t\tmale\n", 5, "column 5 (gender) `male` is none of masc, femn, neut, plur"),
    ("Kyiv\tКиїв\t\t\t\t1\n", 6, "column 6 (case) `1` is none of yes, no"),
    ("Kyiv\tКиїв\t\t\t\t\tКиев||Києво\n", 7, "column 7 (forbidden) has an empty entry"),
    ("Kyiv\tКиїв\t\t\t\t\tКиев|КИЇВ\n", 7, "column 7 (forbidden) forbids the row's own target `Київ`"),
    ("Kyiv\tКиїв\t\t\t\t\t\tКиєва\n", 8, "column 8 (forms) `Києва` is no form"),
    ("Kyiv\tКиїв\t\t\t\t\t\tgent=\n", 8, "column 8 (forms) `gent=` is no form"),
    ("Kyiv\tКиїв\t\t\t\t\t\tgen=Києва\n", 8, "column 8 (forms) `gen` is none of nomn, gent,"),
    ("Ky\u200fiv\tКиїв\n", 1, "column 1 (source) holds U+200F (right-to-left mark), which nobody can see"),
    ("Kyiv\tКиїв\tno\x07te\n", 3, "column 3 (note) holds U+0007 (a control character)"),
    ("Kyiv\tКи\u00adїв\n", 2, "column 2 (target) holds U+00AD (soft hyphen), which nobody can see"),
    ("Kyiv\tКиїв\rIrpin\tІрпінь\n", 2, "column 2 (target) holds U+000D"),
    (
        "Kiev\tКиєв\n",
        2,
        "column 2 (target) `Kiev` is `Києв` here and `Київ` on line 3. Keep one of the two rows",
    ),
    ("KIEV\tКиєв\n", 2, "column 2 (target) `KIEV` is `Києв` here and `Київ` on line 3"),
]


@pytest.mark.parametrize(("row", "column", "message"), BROKEN)
def test_reading_a_broken_row_says_line_column_and_what_was_expected(
    tmp_path: Path, row: str, column: int, message: str
) -> None:
    path = _file(tmp_path, f"# heading\n\nKiev\tКиїв\n{row}")
    with pytest.raises(GlossaryError) as caught:
        load(path)
    assert str(caught.value).startswith(f"{path}:4:{column}: {message}")


def test_reading_several_broken_rows_names_the_first_and_counts_the_others(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match=r"en-uk.tsv:2:2: .* \(and 2 more broken rows\)"):
        load(_file(tmp_path, "Kyiv\tКиїв\nA1\nB1\nC1\n"))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"Kyiv\t\xd0\x9a\xd0\n", r":1:2: byte 0xd0 at offset 7 is not UTF-8. Save the file as UTF-8"),
        (b"\xef\xbb\xbfA1\tb\nKyiv\tx\t\xff\n", r":2:3: byte 0xff at offset 15 is not UTF-8"),
        ("Kyiv\tКиїв\n".encode("utf-16"), r":1: is UTF-16, not UTF-8. Save it as UTF-8"),
        (b"x" * (1 << 21), r":1: a line of more than 1,048,576 bytes. This is no glossary file"),
    ],
)
def test_reading_bytes_that_are_no_glossary_fails_with_the_place(
    tmp_path: Path, content: bytes, message: str
) -> None:
    with pytest.raises(GlossaryError, match=message):
        load(_file(tmp_path, content))


def test_reading_a_missing_file_or_a_folder_fails_in_one_line(tmp_path: Path) -> None:
    for path in (tmp_path / "none.tsv", tmp_path):
        with pytest.raises(GlossaryError, match=r"cannot be read \(.+\)\. Check the --glossary option"):
            load(path)


def test_reading_a_repeated_row_keeps_the_first_and_warns(tmp_path: Path) -> None:
    path = _file(tmp_path, "Ivano-Frankivsk\tІФ\nKyiv\tКиїв\nIvano Frankivsk\tІФ\tnote\n")
    file = read(path)
    assert [term.source for term in file.terms] == ["Ivano-Frankivsk", "Kyiv"]
    assert file.warnings == (f"{path}:3: `Ivano Frankivsk` repeats line 1, which is used",)


def test_reading_a_source_of_one_character_makes_it_case_sensitive_and_warns(tmp_path: Path) -> None:
    path = _file(tmp_path, "Z\tZ\nX\tІкс\t\t\t\tyes\n")
    file = read(path)
    assert [term.case_sensitive for term in file.terms] == [True, True]
    assert file.warnings == (f"{path}:1: `Z` is one character: it is matched only as written",)


def test_reading_rows_that_differ_by_capitals_or_the_case_flag_keeps_both(tmp_path: Path) -> None:
    content = "Turkey\tТуреччина\t\t\t\tyes\nTurkey\tТурція\nturkey\tіндик\nUS\tСША\t\t\t\tyes\nus\tми\n"
    assert len(load(_file(tmp_path, content))) == 5


def test_writing_terms_gives_rows_a_person_can_read() -> None:
    terms = [
        Term("Kyiv", "Київ", "столиця", "place", "masc", forbidden=("Києво", "Киев")),
        Term("Sumy", "Суми", forms=(("gent", "Сум"), ("loct", "Сумах"))),
        Term("US", "США", case_sensitive=True),
    ]
    assert dump(terms) == (
        "#source\ttarget\tnote\tkind\tgender\tcase\tforbidden\tforms\n"
        "Kyiv\tКиїв\tстолиця\tplace\tmasc\t\tКиєво|Киев\n"
        "Sumy\tСуми\t\t\t\t\t\tgent=Сум|loct=Сумах\n"
        "US\tСША\t\t\t\tyes\n"
    )


@pytest.mark.parametrize(
    "term",
    [
        Term("#Kyiv", "Київ"),
        Term("Ky\tiv", "Київ"),
        Term("Kyiv", "Київ\n"),
        Term("Kyiv", "Київ", note="a\nb"),
        Term("Kyiv", "Київ", forbidden=("Киев|Києво",)),
        Term("Kyiv", "Київ", forms=(("gent", "Києва|Кия"),)),
        Term("Kyiv", ""),
    ],
)
def test_writing_a_term_that_no_row_can_hold_fails(term: Term) -> None:
    with pytest.raises(GlossaryError, match=r"Ky"):
        dump([term])


CELLS = st.text("aбЇ’ -.=1", min_size=1, max_size=8).map(str.strip)
LIST_CELLS = CELLS.map(lambda cell: cell.replace("=", "")).map(str.strip).filter(bool)
TERMS = st.builds(
    Term,
    source=CELLS.filter(lambda cell: len(cell) > 1 and any(map(str.isalnum, cell))),
    target=LIST_CELLS.map("т".__add__),
    note=CELLS,
    kind=st.sampled_from(KINDS),
    gender=st.sampled_from(["", *GENDERS]),
    case_sensitive=st.booleans(),
    forbidden=st.lists(LIST_CELLS.map("з".__add__), max_size=2).map(tuple),
    forms=st.lists(st.tuples(st.sampled_from(CASES), LIST_CELLS), max_size=2).map(tuple),
)


@given(term=TERMS)
def test_writing_and_reading_a_term_is_the_identity(
    tmp_path_factory: pytest.TempPathFactory, term: Term
) -> None:
    path = tmp_path_factory.getbasetemp() / "identity.tsv"
    path.write_text(dump([term]), "utf-8")
    (again,) = load(path)
    assert dump([again]) == dump([term])
    assert (again.source, again.target, again.note) == (term.source, term.target, term.note)
    assert (again.kind, again.gender, again.case_sensitive) == (term.kind, term.gender, term.case_sensitive)
    assert (again.forbidden, again.forms) == (term.forbidden, term.forms)
