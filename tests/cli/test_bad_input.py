"""Whatever is wrong with what a run is given: one clear line, the right exit code, the rest still done."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from tests.cli.commands import call, finish, start, without_privileges
from tests.cli.good import GOOD, GOOD_OUT, run
from tests.returned import units
from tests.validate import faults

pytestmark = pytest.mark.usefixtures("news")


# Paths


def test_a_missing_path_is_wrong_usage_and_nothing_is_done() -> None:
    assert (
        call("run", "news", "nwes", "--to", "uk").said(2)
        == "nwes: does not exist. Check the spelling of the path"
    )
    assert not Path("out").exists()


def test_a_folder_without_articles_is_wrong_usage() -> None:
    Path("empty").mkdir()
    assert (
        call("run", "empty", "--to", "uk")
        .said(2)
        .startswith("empty: has no articles. Files that can be read")
    )


def test_a_file_of_unknown_format_is_wrong_usage() -> None:
    Path("brief.odt").write_bytes(b"PK")
    message = call("run", "brief.odt", "--to", "uk").said(2)
    assert message.startswith("brief.odt: the suffix `.odt` is of no known format. Files that can be read")


def test_a_loop_of_links_inside_a_folder_is_passed_over(news: Path) -> None:
    (news / "round.txt").symlink_to("round.txt")
    (news / "up").symlink_to("..")
    document = json.loads(call("run", "news", "--to", "uk", "--json").out)
    assert [article["article"] for article in document["articles"]] == ["news/good.txt"]


def test_a_loop_of_links_given_by_name_is_one_line() -> None:
    Path("round.txt").symlink_to("round.txt")
    message = call("run", "round.txt", "--to", "uk").said(1)
    assert message.startswith("round.txt: cannot be read (Too many levels of symbolic links)")


@pytest.mark.skipif(sys.platform != "linux", reason="file names of arbitrary bytes")
@pytest.mark.parametrize(
    ("name", "printed"),
    [
        (b"caf\xe9.txt", r"caf\udce9.txt"),
        ("Ірпінь.txt".encode(), "Ірпінь.txt"),
        (b"two\nlines.txt", "two lines.txt"),
        (b"\x1b[31mred.txt", r"\x1b[31mred.txt"),
    ],
)
def test_any_file_name_is_drafted_and_printed_on_one_line(news: Path, name: bytes, printed: str) -> None:
    path = Path(os.fsdecode(bytes(news) + b"/" + name))
    path.write_text(GOOD, encoding="utf-8")
    outcome = call("run", "news", "--to", "uk")
    assert (outcome.code, outcome.err) == (0, "")
    assert f"out/{printed}.uk.xlf" in outcome.out
    assert len(outcome.out.splitlines()) == 4
    document = json.loads(call("run", path, "--to", "uk", "--json", "--force").out)
    assert document["articles"][0]["article"] == str(path)
    assert faults(Path("out") / f"{path.name}.uk.xlf") == []
    path.write_bytes(b"")
    message = call("run", path, "--to", "uk", "-q").said(1)
    assert message.endswith(f"{printed}: is empty. Leave it out or give it a text")


@pytest.mark.skipif(os.name != "posix", reason="names of another length")
def test_a_name_too_long_for_its_draft_fails_alone(news: Path) -> None:
    (news / f"{'x' * 250}.txt").write_text(GOOD, encoding="utf-8")
    assert "xxx.txt.uk.xlf: cannot be used for the draft (File name too long)" in run()


# Articles


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty. Leave it out or give it a text"),
        (b" \r\n\t\n", "is empty. Leave it out or give it a text"),
        (b"* * *\n", "has no words to translate. Leave it out or give it a text"),
        (b"%PDF-1.7\n", "looks like a binary file (PDF). Save its text as plain UTF-8; if it is plain text "
         "already, name its encoding with --encoding"),
        (b"MZ\x90\x00\x03", "looks like a binary file (a NUL byte at offset 3). Save its text as plain "
         "UTF-8; if it is plain text already, name its encoding with --encoding"),
        (b"Caf\xe9 in Kyiv\n", "the byte 0xe9 at offset 3 is not UTF-8. Name the file's encoding with "
         "--encoding, for example --encoding windows-1251"),
        (b"\xff\xfeK\x00y\x00i", "the byte 0x69 at offset 6 is not UTF-16-LE. Name the file's encoding with "
         "--encoding, for example --encoding windows-1251"),
    ],
    ids=["empty", "blank", "wordless", "pdf", "binary", "latin-1", "half-utf-16"],
)  # fmt: skip
def test_a_bad_article_is_one_line_and_the_others_are_drafted(
    news: Path, content: bytes, message: str
) -> None:
    (news / "bad.txt").write_bytes(content)
    assert run() == f"news/bad.txt: {message}"


def test_each_bad_article_has_its_line(news: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (news / name).touch()
    outcome = call("run", "news", "--to", "uk", "-q")
    assert outcome.code == 1
    hint = "is empty. Leave it out or give it a text"
    assert outcome.err.splitlines() == [f"translate: news/a.txt: {hint}", f"translate: news/b.txt: {hint}"]


def test_encoding_reads_what_is_no_utf_8(news: Path) -> None:
    (news / "old.txt").write_bytes("The mayor – “Петро” – spoke.\n".encode("cp1251"))
    assert call("run", "news", "--to", "uk", "-q", "--encoding", "cp1251").code == 0
    assert units(Path("out/old.txt.uk.xlf"))[0].source == "The mayor – “Петро” – spoke."


def test_an_unknown_encoding_is_wrong_usage_and_said_once(news: Path) -> None:
    (news / "more.txt").write_text(GOOD, encoding="utf-8")
    message = call("run", "news", "--to", "uk", "--encoding", "cp9999").said(2)
    assert message.startswith("--encoding `cp9999` is not a known text encoding. Name one that Python knows")
    assert not Path("out").exists()


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="no file here that cannot be read")
def test_an_article_that_the_disk_cannot_read_fails_alone() -> None:
    Path("broken.txt").symlink_to("/proc/self/mem")
    line = call("run", "news", "broken.txt", "--to", "uk", "-q").said(1)
    assert line == "broken.txt: cannot be read (Input/output error). Check its name and its permissions"
    assert GOOD_OUT.exists()


def test_an_article_without_permission_fails_alone(news: Path) -> None:
    (news / "bad.txt").write_text(GOOD, encoding="utf-8")
    (news / "bad.txt").chmod(0)
    outcome = finish(start("run", "news", "--to", "uk", "-q", before=without_privileges()))
    assert (
        outcome.said(1)
        == "news/bad.txt: cannot be read (Permission denied). Check its name and its permissions"
    )
    assert GOOD_OUT.exists()


def test_control_characters_are_dropped_and_flagged(news: Path) -> None:
    text = "The mayor\x08 spoke.\n\nThe mayor spoke on Monday of bridges and of roads.\n"
    (news / "control.txt").write_text(text, encoding="utf-8")
    assert call("run", "news", "--to", "uk", "-q").code == 0
    path = Path("out/control.txt.uk.xlf")
    assert faults(path) == []
    first, second = units(path)
    assert first.source == "The mayor spoke."
    assert first.flagged
    assert "Check: the source holds control characters that XML cannot carry" in first.note
    assert "control characters" not in second.note


def test_annotation_marks_in_an_article_do_not_reach_the_target(news: Path) -> None:
    (news / "marks.txt").write_text("The ｟mayor￨мер｠ of Kyiv spoke ｠￨｟.\n", encoding="utf-8")
    assert call("run", "news", "--to", "uk", "-q").code == 0
    assert faults(Path("out/marks.txt.uk.xlf")) == []


@pytest.mark.parametrize(
    "line",
    [
        "We went on and on along the old road by the river until the lights of the town came up. " * 1_100,
        "word" * 5_000,
    ],
    ids=["prose", "one-word"],
)
def test_a_long_line_is_drafted(news: Path, line: str) -> None:
    (news / "long.txt").write_text(line, encoding="utf-8")
    assert call("run", "news", "--to", "uk", "-q").code == 0
    assert faults(Path("out/long.txt.uk.xlf")) == []


@pytest.mark.parametrize("digits", [29, 40, 5_000])
def test_a_number_of_any_length_is_drafted(news: Path, digits: int) -> None:
    (news / "number.txt").write_text(f"The account number is {'7' * digits} today.\n", encoding="utf-8")
    assert call("run", "news", "--to", "uk", "-q").code == 0
    assert faults(Path("out/number.txt.uk.xlf")) == []


def test_an_endless_line_is_refused_before_hours_of_work(news: Path) -> None:
    (news / "endless.txt").write_text("A line.\n" + "The mayor spoke. " * 6_000, encoding="utf-8")
    assert run() == (
        "news/endless.txt: paragraph 2 has 101,999 characters; at most 100,000 are drafted. "
        "Break it into lines"
    )


# Glossaries


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("Irpin\tІрпінь\nSumy\n",
         "own.tsv:2:2: column 2 (target) is missing. A row needs a source and a target, separated by a tab"),
        ("Irpin\tІрпінь\t\tplase\n",
         "own.tsv:1:4: column 4 (kind) `plase` is none of person, place, organisation, other. "
         "Did you mean `place`?"),
        ("Irpin\tІрпінь\n\nIrpin\tІрпень\n",
         "own.tsv:3:2: column 2 (target) `Irpin` is `Ірпень` here and `Ірпінь` on line 1. "
         "Keep one of the two rows"),
        ("\tx\n\ty\n",
         "own.tsv:1:1: column 1 (source) is empty (and 1 more broken row). "
         "Write the term here, or delete the row"),
    ],
    ids=["no target", "unknown kind", "conflict", "two rows"],
)  # fmt: skip
def test_a_broken_glossary_names_the_place_and_nothing_is_written(rows: str, message: str) -> None:
    Path("own.tsv").write_text(rows, encoding="utf-8")
    assert call("run", "news", "--to", "uk", "--glossary", "own.tsv").said(1) == message
    assert not Path("out").exists()


def test_a_broken_default_glossary_stops_the_run_too() -> None:
    Path("glossaries").mkdir()
    Path("glossaries/en-uk.tsv").write_bytes(b"Irpin\t\xc8\n")
    message = "glossaries/en-uk.tsv:1:2: byte 0xc8 at offset 6 is not UTF-8. Save the file as UTF-8"
    assert call("run", "news", "--to", "uk").said(1) == message
    assert not Path("out").exists()


@pytest.mark.parametrize(
    ("path", "reason"), [("none.tsv", "No such file or directory"), ("news", "Is a directory")]
)
def test_a_glossary_that_cannot_be_read_is_one_line(path: str, reason: str) -> None:
    message = call("run", "news", "--to", "uk", "--glossary", path).said(1)
    assert message == f"{path}: cannot be read ({reason}). Check the --glossary option"


def test_a_repeated_row_is_a_warning_that_quiet_leaves_out() -> None:
    Path("own.tsv").write_text("Irpin\tІрпінь\nIrpin\tІрпінь\n", encoding="utf-8")
    outcome = call("run", "news", "--to", "uk", "--glossary", "own.tsv")
    assert outcome.code == 0
    assert outcome.err == "translate: warning: own.tsv:2: `Irpin` repeats line 1, which is used\n"
    assert call("run", "news", "--to", "uk", "--glossary", "own.tsv", "-q").err == ""


# Models


def test_an_unknown_model_names_those_there_are() -> None:
    message = call("run", "news", "--to", "uk", "--model", "en_uk-9").said(2)
    assert message == "no model called en_uk-9. Installed: en_uk. See `translate models list`"


def test_a_model_of_another_pair_is_wrong_usage() -> None:
    message = call("run", "news", "--to", "de", "--model", "en_uk").said(2)
    assert message.startswith("the model en_uk drafts en → uk, not en → de")
