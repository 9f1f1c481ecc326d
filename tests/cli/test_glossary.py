"""`translate glossary`: what the commands print, write and exit with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.commands import call

PATH = Path("glossaries/en-uk.tsv")
FILE = """\
# ours
#source\ttarget\tnote\tkind\tgender
Kyiv\tКиїв\tcapital\tplace\tmasc
Sumy\tСуми\t\tplace\tplur
Zelensky\tЗеленський\t\tperson\tmasc
"""


@pytest.fixture(autouse=True)
def glossary(workplace: Path) -> Path:
    """A glossary of three rows where the commands look for it."""
    path = workplace / PATH
    path.parent.mkdir()
    path.write_bytes(FILE.encode())
    return path


def test_list_prints_the_rows_of_a_kind() -> None:
    outcome = call("glossary", "list", "--kind", "place")
    assert (outcome.code, outcome.out) == (0, "Kyiv\tКиїв\tplace\tmasc\tcapital\nSumy\tСуми\tplace\tplur\n")


def test_list_as_json_has_every_column() -> None:
    (row,) = json.loads(call("glossary", "list", "--kind", "person", "--json").out)
    assert row == {
        "source": "Zelensky",
        "target": "Зеленський",
        "note": "",
        "kind": "person",
        "gender": "masc",
        "case": False,
        "forbidden": [],
        "forms": [],
    }


def test_add_writes_one_row_behind_its_kind() -> None:
    outcome = call(
        *("glossary", "add", "Irpin", "Ірпінь", "--kind", "place", "--gender", "masc", "--note", "town"),
        *("--case", "--forbidden", "Ирпень", "--forbidden", "Ірпень", "--form", "gent=Ірпеня"),
    )
    assert (outcome.code, outcome.out) == (0, f"added Irpin → Ірпінь in {PATH}\n")
    row = "Irpin\tІрпінь\ttown\tplace\tmasc\tyes\tИрпень|Ірпень\tgent=Ірпеня\n"
    assert PATH.read_text("utf-8") == FILE.replace("Zelensky", f"{row}Zelensky")


def test_add_twice_says_so_and_changes_nothing() -> None:
    outcome = call("glossary", "add", "Kyiv", "Київ")
    assert (outcome.code, outcome.out) == (0, f"{PATH}:3: `Kyiv` is there already\n")
    assert PATH.read_bytes() == FILE.encode()


def test_add_with_another_target_names_the_line_and_needs_replace() -> None:
    said = call("glossary", "add", "Kyiv", "Києвоград").said(1)
    assert said == f"{PATH}:3: has `Kyiv` with target `Київ`. Change it with --replace"
    assert PATH.read_bytes() == FILE.encode()
    assert call("glossary", "add", "Kyiv", "Києвоград", "--replace").code == 0
    assert PATH.read_text("utf-8") == FILE.replace("Київ\tcapital\tplace\tmasc", "Києвоград\tcapital\tplace")


def test_add_begins_a_glossary_where_there_is_none() -> None:
    assert call("glossary", "add", "Kyiv", "Kijów", "--to", "pl").code == 0
    assert Path("glossaries/en-pl.tsv").read_text("utf-8").splitlines()[1:] == ["Kyiv\tKijów"]


USAGE = [
    (("add", "Kyiv", "Київ", "--kind", "city"), "column 4 (kind) `city` is none of"),
    (("add", "Kyiv", "Київ", "--form", "gen=Києва"), "column 8 (forms) `gen` is none of"),
    (("add", "Kyiv", ""), "column 2 (target) is empty"),
    (("add", "Ky\tiv", "Київ"), "a term cannot hold a tab"),
    (("list", "--kind", "city"), "--kind is one of person, place, organisation, other, not 'city'"),
    (("list", "--to", "ua"), "`ua` is"),
    (("check", "--glossary", "none.tsv"), "none.tsv: is not there. Name a glossary with --glossary FILE"),
    (("remove", "Kyiv", "--glossary", "x.csv"), "x.csv: is no TSV file. Bring it in with"),
    (("import", "terms.xlsx"), "terms.xlsx: is no glossary format. Name it .tsv, .csv or .tbx"),
]


@pytest.mark.parametrize(("arguments", "message"), USAGE)
def test_a_wrong_call_is_one_line_and_exit_code_two(arguments: tuple[str, ...], message: str) -> None:
    assert call("glossary", *arguments).said(2).startswith(message)


def test_remove_takes_one_row_out_or_names_the_nearest() -> None:
    outcome = call("glossary", "remove", "Sumy")
    assert (outcome.code, outcome.out) == (0, f"removed Sumy → Суми from {PATH}\n")
    assert PATH.read_text("utf-8") == FILE.replace("Sumy\tСуми\t\tplace\tplur\n", "")
    said = call("glossary", "remove", "Kiyv").said(1)
    assert said == f"{PATH}: has no row for `Kiyv`. Did you mean `Kyiv`?"


def test_check_exits_with_one_for_errors_and_zero_for_warnings() -> None:
    PATH.write_text("Putin\tПутін\t\tperson\n", "utf-8")
    warned = call("glossary", "check")
    assert (warned.code, warned.err) == (0, "")
    assert warned.out.splitlines() == [
        f"{PATH}:1:5: warning: `Путін` is a person without a gender: a surname is inflected by it [gender]",
        "0 errors, 1 warning",
    ]
    PATH.write_text("Kyiv\tКыев\n", "utf-8")
    failed = call("glossary", "check", "--json")
    assert (failed.code, json.loads(failed.out)) == (
        1,
        [
            {
                "file": str(PATH),
                "line": 1,
                "column": 2,
                "severity": "error",
                "rule": "russian-letters",
                "message": "`Кыев` has ы, which Ukrainian has not",
            }
        ],
    )


IMPORTED = (
    "source;target;kind\nKyiv;Києвоград;place\nLviv;Львів;place\nSumy;Суми;place\nZelensky;Зеленський;other\n"
)


def test_import_shows_the_difference_adds_what_is_new_and_leaves_the_rest() -> None:
    Path("new.csv").write_text(IMPORTED, "utf-8")
    outcome = call("glossary", "import", "new.csv")
    assert outcome.code == 1
    assert outcome.out.splitlines() == [
        f"! Kyiv: target `Київ` → `Києвоград`, gender `masc` → ``  ({PATH}:3)",
        "+ Lviv → Львів",
        "= 2 rows the same",
        f"1 row written to {PATH}, 1 left as they were",
    ]
    assert "--replace" in outcome.err
    added = FILE.replace("Zelensky", "Lviv\tЛьвів\t\tplace\nZelensky")
    assert PATH.read_text("utf-8") == added
    assert call("glossary", "import", "new.csv", "--replace").code == 0
    assert PATH.read_text("utf-8") == added.replace("Київ\tcapital\tplace\tmasc", "Києвоград\tcapital\tplace")
    again = call("glossary", "import", "new.csv", "--json")
    assert again.code == 0
    assert [change["action"] for change in json.loads(again.out)] == ["same"] * 4


def test_import_of_a_tbx_with_an_entity_is_refused_and_changes_nothing() -> None:
    Path("bad.tbx").write_text(
        '<!DOCTYPE martif [<!ENTITY a SYSTEM "file:///etc/passwd">]><martif/>', "utf-8"
    )
    assert "declares its own DTD or entities" in call("glossary", "import", "bad.tbx").said(1)
    assert PATH.read_bytes() == FILE.encode()


@pytest.mark.parametrize("name", ["out.tsv", "out.csv", "out.tbx"])
def test_export_writes_what_diff_finds_equal_and_never_overwrites(name: str) -> None:
    outcome = call("glossary", "export", name)
    assert (outcome.code, outcome.out) == (0, f"exported 3 rows to {name}\n")
    assert call("glossary", "diff", PATH, name).code == 0
    said = call("glossary", "export", name).said(1)
    assert said == f"{name}: is there already. Overwrite it with --replace"
    assert call("glossary", "export", name, "--replace").code == 0


def test_diff_prints_a_line_for_each_row_that_differs() -> None:
    Path("b.tsv").write_text(
        "Kyiv\tКиїв\t\tplace\tmasc\t\tКиев\nLviv\tЛьвів\nSumy\tСуми\t\tplace\tplur\n", "utf-8"
    )
    outcome = call("glossary", "diff", PATH, "b.tsv")
    assert (outcome.code, outcome.out.splitlines()) == (
        1,
        [
            "~ Kyiv: note `capital` → ``, forbidden `` → `Киев`",
            "- Zelensky → Зеленський",
            "+ Lviv → Львів",
        ],
    )
    rows = json.loads(call("glossary", "diff", PATH, "b.tsv", "--json").out)
    assert [(row["action"], row["source"], row["columns"]) for row in rows] == [
        ("changed", "Kyiv", ["note", "forbidden"]),
        ("removed", "Zelensky", []),
        ("added", "Lviv", []),
    ]
