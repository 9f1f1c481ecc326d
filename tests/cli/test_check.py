"""`translate check` from the call to the exit code; only checks that are named run, whatever others say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree

from tests.cli.commands import Outcome, call, finish, start, without_privileges
from translate import checks

A = Path("out/a.xlf")
XLIFF = """\
<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a.txt" source-language="en-GB" target-language="uk-UA" datatype="plaintext"><body>
<trans-unit id="1-1"><source>She bought 5 apples.</source><target>Вона  купила 6 яблук.</target></trans-unit>
<trans-unit id="1-2"><source>He has 7 pears.</source><target>Він має 8 груш.</target>
<note>Seen with the author.
translate: ignore figures</note></trans-unit>
<trans-unit id="2-1"><source>It rained.</source><target>Йшов дощ.</target></trans-unit>
</body></file></xliff>
"""
FIXED = XLIFF.replace("Вона  купила", "Вона купила")
ONLY = ("--disable", "all", "--enable", "figures", "--enable", "spaces")
FOUND = """\
out/a.xlf:1-1  error    figures  figure missing: 5 (“5”)
out/a.xlf:1-1  error    figures  figure not in the source: 6 (“6”)
out/a.xlf:1-1  warning  spaces   space doubled

3 segments in 1 file: 2 errors, 1 warning (figures 2, spaces 1)
"""


@pytest.fixture(autouse=True)
def files(workplace: Path) -> None:
    A.parent.mkdir()
    A.write_text(XLIFF, encoding="utf-8", newline="")


def check(*arguments: str | Path) -> Outcome:
    return call("check", *arguments, *ONLY)


def test_findings_are_listed_and_the_exit_code_is_1() -> None:
    outcome = check("out")
    assert (outcome.code, outcome.out, outcome.err) == (1, FOUND, "")


def test_ignored_findings_are_shown_when_verbose() -> None:
    assert (
        check("out", "-v").out
        == """\
out/a.xlf:1-1  error    figures  figure missing: 5 (“5”)
out/a.xlf:1-1  error    figures  figure not in the source: 6 (“6”)
out/a.xlf:1-1  warning  spaces   space doubled
out/a.xlf:1-2  ignored  figures  figure missing: 7 (“7”)
out/a.xlf:1-2  ignored  figures  figure not in the source: 8 (“8”)

3 segments in 1 file: 2 errors, 1 warning (figures 2, spaces 1); 2 ignored by notes
"""
    )


def test_a_note_that_names_no_check_is_told() -> None:
    A.write_text(XLIFF.replace("ignore figures", "ignore figurse"), encoding="utf-8")
    assert check(A).err == (
        "translate: warning: out/a.xlf: unit 1-2: its note ignores `figurse`, which is no check. "
        "Did you mean `figures`?\n"
    )


def test_clean_files_are_exit_code_0() -> None:
    A.write_text(XLIFF.replace("Вона  купила 6", "Вона купила 5"), encoding="utf-8")
    outcome = check(A)
    assert (outcome.code, outcome.out) == (0, "3 segments in 1 file: nothing found\n")


def test_quiet_prints_no_table() -> None:
    outcome = check("out", "-q")
    assert (outcome.code, outcome.out, outcome.err) == (1, "", "")


def test_severity_is_the_lowest_that_is_shown() -> None:
    assert check(A, "--severity", "error").out.endswith("\n\n3 segments in 1 file: 2 errors (figures 2)\n")


def test_infos_alone_are_shown_when_asked_for_and_are_no_failure() -> None:
    Path("translate.toml").write_text('[checks.severity]\nfigures = "info"\nspaces = "info"\n')
    assert check(A).out == "3 segments in 1 file: nothing found\n"
    outcome = check(A, "--severity", "info")
    assert outcome.code == 0
    assert outcome.out.endswith("3 segments in 1 file: 3 info (figures 2, spaces 1)\n")


def test_settings_of_the_project_count_and_options_win() -> None:
    Path("translate.toml").write_text('[checks]\ndisable = ["all"]\nenable = ["spaces"]\n')
    assert call("check", A).out.endswith("1 warning (spaces 1)\n")
    assert call("check", A, "--enable", "figures", "--disable", "spaces").out.endswith(
        "2 errors (figures 2)\n"
    )


def test_settings_that_are_wrong_are_wrong_usage() -> None:
    Path("translate.toml").write_text("[checks]\ndisabel = []\n")
    line = "`checks.disabel` is no known setting. Did you mean `checks.disable`?"
    assert call("check", A).said(2) == f"{Path.cwd()}/translate.toml: {line}"


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ((), "there is nothing to check. Name XLIFF or TMX files, or give two texts with --pair"),
        (("out", "--format", "xml"), "--format is table, json, sarif, html or junit, not 'xml'"),
        (("out", "--dry-run"), "--dry-run goes with --fix. Without --fix nothing is ever changed"),
        (("out", "--disable", "figurse"), "there is no check named 'figurse'. Did you mean 'figures'?"),
        (("out", "--severity", "bad"), "--severity is error, warning or info, not 'bad'"),
        (("out", "--to", "ua"), "`ua` is a country code; the language is `uk`"),
        (("--list", "--format", "sarif"), "--list is given as table or json, not 'sarif'"),
    ],
)
def test_words_that_mean_nothing_are_wrong_usage(arguments: tuple[str, ...], line: str) -> None:
    assert call("check", *arguments).said(2) == line


def test_the_list_names_every_check() -> None:
    Path("translate.toml").write_text('[checks]\ndisable = ["length"]\nseverity = { quotes = "info" }\n')
    rows = json.loads(call("check", "--list", "--format", "json").out)
    assert [row["name"] for row in rows] == list(checks.names())
    by_name = {row["name"]: row for row in rows}
    assert by_name["length"]["enabled"] is False
    assert by_name["quotes"]["severity"] == "info"
    assert by_name["empty"] == {
        "name": "empty",
        "severity": "error",
        "enabled": True,
        "rule": "The target is empty or white space, and the source is not.",
    }
    lines = call("check", "--list").out.splitlines()
    assert [line.split()[0] for line in lines] == ["check", *checks.names()]
    assert [line.split()[:2] for line in lines if line.startswith("length")] == [["length", "off"]]


# Fixes


def test_fixes_are_shown_written_and_checked_again() -> None:
    outcome = check(A, "--fix")
    assert (
        outcome.out
        == """\
out/a.xlf:1-1  spaces
  - Вона  купила 6 яблук.
  + Вона купила 6 яблук.

out/a.xlf: segments fixed: 1; before: out/a.xlf.bak

out/a.xlf:1-1  error  figures  figure missing: 5 (“5”)
out/a.xlf:1-1  error  figures  figure not in the source: 6 (“6”)

3 segments in 1 file: 2 errors (figures 2)
"""
    )
    assert outcome.code == 1
    assert A.read_text(encoding="utf-8") == FIXED
    assert Path("out/a.xlf.bak").read_text(encoding="utf-8") == XLIFF
    again = check(A, "--fix")
    assert again.out.startswith("There is nothing that can be fixed safely.\n\n")
    assert [path.name for path in sorted(Path("out").iterdir())] == ["a.xlf", "a.xlf.bak"]


def test_a_dry_run_only_shows() -> None:
    outcome = check(A, "--fix", "--dry-run")
    assert (
        outcome.out
        == f"""\
out/a.xlf:1-1  spaces
  - Вона  купила 6 яблук.
  + Вона купила 6 яблук.

{FOUND}"""
    )
    assert A.read_text(encoding="utf-8") == XLIFF
    assert list(Path("out").iterdir()) == [A]


def test_what_a_note_ignores_is_not_fixed() -> None:
    A.write_text(XLIFF.replace("Він має", "Він  має").replace("ignore figures", "ignore"), encoding="utf-8")
    check(A, "--fix")
    assert "Він  має" in A.read_text(encoding="utf-8")


def test_a_read_only_file_is_one_line_and_stays() -> None:
    A.chmod(0o444)
    outcome = finish(start("check", A, "--fix", *ONLY, before=without_privileges()))
    assert outcome.code == 1
    assert outcome.err == (
        "translate: out/a.xlf: is read-only: nothing was fixed in it. Change its permissions, or copy it\n"
    )
    assert outcome.out.endswith(FOUND)
    assert A.read_text(encoding="utf-8") == XLIFF
    assert list(Path("out").iterdir()) == [A]


def test_a_folder_without_room_for_a_backup_is_one_line() -> None:
    A.parent.chmod(0o555)
    outcome = finish(start("check", A, "--fix", "-q", *ONLY, before=without_privileges()))
    A.parent.chmod(0o755)
    assert outcome.said(1) == (
        "out/a.xlf: its backup a.xlf.bak cannot be written (Permission denied): nothing was fixed in it. "
        "Free some space, or give the folder write permission"
    )
    assert A.read_text(encoding="utf-8") == XLIFF


def test_fixes_beside_machine_output_do_not_spoil_it() -> None:
    outcome = check(A, "--fix", "--format", "json")
    assert [each["check"] for each in json.loads(outcome.out)["files"][0]["findings"]] == [
        "figures",
        "figures",
        "figures",
        "figures",
    ]
    assert outcome.err.startswith("out/a.xlf:1-1  spaces\n")


# Pairs, forms, bad files


def test_a_pair_of_texts_is_checked_and_fixed() -> None:
    Path("a.txt").write_text("Five apples.\nIt rained.\n", encoding="utf-8")
    Path("b.txt").write_text("П’ять  яблук.\nЙшов дощ .\n", encoding="utf-8")
    outcome = call("check", "--pair", "a.txt", "b.txt", "--disable", "all", "--enable", "spaces", "--fix")
    assert outcome.code == 0
    assert Path("b.txt").read_text(encoding="utf-8") == "П’ять яблук.\nЙшов дощ.\n"
    assert outcome.out.endswith("2 segments in 1 file: nothing found\n")


def test_texts_that_do_not_pair_are_one_line_and_the_rest_is_checked() -> None:
    Path("a.txt").write_text("One.\nTwo.\n", encoding="utf-8")
    Path("b.txt").write_text("Один.\n", encoding="utf-8")
    outcome = check(A, "--pair", "a.txt", "b.txt")
    assert (outcome.code, outcome.out) == (1, FOUND)
    assert outcome.err == (
        "translate: b.txt: 1 block of text where a.txt has 2; the target has nothing for block 2, “Two.”. "
        "Give both texts the same lines, or the same paragraphs\n"
    )


def test_findings_go_to_a_file() -> None:
    outcome = check(A, "--format", "junit", "--out", "report/junit.xml")
    assert outcome.out == "3 segments in 1 file: 2 errors, 1 warning (figures 2, spaces 1)\n"
    assert etree.parse("report/junit.xml").getroot().get("failures") == "1"
    log = json.loads(check(A, "--format", "sarif").out)
    assert [each["ruleId"] for each in log["runs"][0]["results"]] == ["figures", "figures", "spaces"] + [
        "figures"
    ] * 2


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("bad.xlf", b"", "the file is empty. Export it again from your CAT tool"),
        ("bad.xlf", b"\0\1\2",
         "this is no XML, so it is no XLIFF. Give the XLIFF file that your CAT tool has saved"),
        ("bad.xlf", b"PK\x03\x04", "this is a ZIP archive (as .docx, .xlz or a CAT tool's package are), "
         "not XLIFF. Unpack it and give the XLIFF file inside"),
        ("bad.tmx", b"<xliff/>", "is no TMX: its root is `xliff`. Export it again as TMX 1.4"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_one_line_and_the_others_are_checked(
    name: str, content: bytes, line: str
) -> None:
    Path("out", name).write_bytes(content)
    outcome = check("out")
    assert (outcome.code, outcome.out) == (1, FOUND)
    assert outcome.err.replace(f"{name}:1:", f"{name}:") == f"translate: out/{name}: {line}\n"


def test_an_empty_folder_is_one_line() -> None:
    Path("empty").mkdir()
    assert check("empty").said(1) == (
        "empty: has no XLIFF or TMX files. Give XLIFF or TMX files, or two texts with --pair"
    )


def test_a_glossary_that_cannot_be_read_is_one_line() -> None:
    Path("bad.tsv").write_bytes(b"Kyiv\n")
    assert check(A, "--glossary", "bad.tsv").said(1).startswith("bad.tsv:1:2: column 2 (target) is missing")


def test_what_is_said_in_two_ways_across_files_is_found() -> None:
    Path("out/b.xlf").write_text(XLIFF.replace("Йшов дощ", "Дощило"), encoding="utf-8")
    outcome = call("check", "out", "--disable", "all", "--enable", "inconsistent-segment")
    assert [line.split()[0] for line in outcome.out.splitlines()[:1]] == ["out/b.xlf:2-1"]
    assert outcome.out.endswith("6 segments in 2 files: 1 warning (inconsistent-segment 1)\n")


def test_the_profile_names_every_check_that_ran() -> None:
    lines = check(A, "-q", "--profile").out.splitlines()
    names = {line.rpartition("  ")[0].split("  ")[0] for line in lines if line}
    assert names == {"(reading)", "(names and figures)", "figures", "spaces"}
    seconds = [float(line.split(" s ")[0].split()[-1]) for line in lines if line]
    assert seconds == sorted(seconds, reverse=True)
