"""Whatever is wrong with reviewed files, memories or folders: one clear line, the rest done, nothing lost."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.articles.docx_samples import package, paragraph, parts
from tests.cli.commands import call, finish, parts_left, start, without_privileges
from tests.cli.reviewed import MEMORY, PAGE, REVIEWED, TEXT, edit, lay_out, review, review_text
from translate.memory import Memory

BAD = Path("bad.xlf")
MERGED = Path("out/uk/news.txt")


@pytest.fixture(autouse=True)
def project(workplace: Path) -> None:
    lay_out()


def beside(*arguments: str | Path) -> str:
    """Merge a good file together with a bad one; return the one line about the bad one."""
    review_text()
    outcome = call("merge", *arguments, TEXT, "-q")
    assert (outcome.code, outcome.out) == (1, ""), outcome
    assert MERGED.read_text(encoding="utf-8") == REVIEWED
    assert parts_left(Path()) == []
    [line] = outcome.err.splitlines()
    return line.removeprefix("translate: ")


# Files that are no XLIFF, or no good XLIFF

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_EXPORT = "Export it again from your CAT tool"
_GIVE = "Give the XLIFF file that your CAT tool has saved"
_DOCTYPE = (
    "bad.xlf:2: a document type declaration (DOCTYPE) is refused. "
    "Remove it, or export the file again from your CAT tool"
)
_BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))

_FILES = {
    "entity bomb": (
        f'{_HEAD}<!DOCTYPE xliff [<!ENTITY a0 "a">{_BOMB}]><xliff version="1.2">&a9;</xliff>', _DOCTYPE),
    "external entity": (
        f'{_HEAD}<!DOCTYPE xliff [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff version="1.2">&a;</xliff>',
        _DOCTYPE),
    "DTD": (f'{_HEAD}<!DOCTYPE xliff SYSTEM "http://example.org/a.dtd"><xliff version="1.2"/>', _DOCTYPE),
    "deep": (f'{_HEAD}<xliff version="1.2">{"<g>" * 10_000}',
             f"bad.xlf:2:789: elements stand more than 256 deep in each other. {_EXPORT}"),
    "empty": ("", f"bad.xlf: the file is empty. {_EXPORT}"),
    "blank": (" \r\n", f"bad.xlf: the file is empty. {_EXPORT}"),
    "text": ("The mayor spoke.\n", f"bad.xlf: this is no XML, so it is no XLIFF. {_GIVE}"),
    "HTML": ("<!doctype html><p>x", f"bad.xlf: this is an HTML page, not XLIFF. {_GIVE}"),
    "TMX": (f'{_HEAD}<tmx version="1.4"><body/></tmx>',
            f"bad.xlf: this is TMX, a translation memory, not XLIFF. {_GIVE}"),
    "PO": ('msgid ""\nmsgstr ""\n', f"bad.xlf: this is a PO file, not XLIFF. {_GIVE}"),
    "DOCX": ("PK\x03\x04", "bad.xlf: this is a ZIP archive (as .docx, .xlz or a CAT tool's package are), "
             "not XLIFF. Unpack it and give the XLIFF file inside"),
    "version": (f'{_HEAD}<xliff version="1.1"><file/></xliff>',
                "bad.xlf:2: XLIFF 1.1 is not read. Save it as 1.2, 2.0, 2.1 or 2.2 in your CAT tool"),
    "no file": (f'{_HEAD}<xliff version="1.2"/>', f"bad.xlf:2: the document has no <file>. {_GIVE}"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "line"), _FILES.values(), ids=_FILES)
def test_a_file_that_is_no_xliff_is_one_line_and_the_others_are_merged(content: str, line: str) -> None:
    BAD.write_text(content, encoding="utf-8", newline="")
    assert beside(BAD) == line
    assert call("learn", BAD, "-q").said(1) == line
    assert call("run", BAD, "--to", "uk", "-q").said(1) == line
    assert not MEMORY.exists()


@pytest.mark.parametrize("share", [0.02, 0.4, 0.9, 0.999])
def test_a_truncated_file_is_one_line(share: float) -> None:
    data = TEXT.read_bytes()
    BAD.write_bytes(data[: int(len(data) * share)])
    line = beside(BAD)
    assert line.startswith("bad.xlf:")
    assert "the document breaks off: " in line
    assert line.endswith(f". {_EXPORT}")


@pytest.mark.parametrize(
    ("declared", "encoding", "message"),
    [
        ("UTF-8", "cp1251", "the file says that it is in UTF-8, but this byte is not"),
        ("windows-1251", "utf-8", "the file says that it is in windows-1251, but it is in UTF-8"),
        ("klingon", "utf-8", "the encoding klingon, which the file says it is in, is unknown"),
    ],
)
def test_a_file_in_another_encoding_than_it_says_is_one_line(
    declared: str, encoding: str, message: str
) -> None:
    text = TEXT.read_text(encoding="utf-8").replace("UTF-8", declared)
    BAD.write_bytes(text.encode(encoding, "xmlcharrefreplace"))
    line = beside(BAD)
    assert f": {message}. Save it as UTF-8 and let its first line say so" in line


def test_a_file_in_utf_16_is_merged() -> None:
    review_text()
    text = TEXT.read_text(encoding="utf-8").replace("UTF-8", "UTF-16")
    TEXT.write_bytes(text.encode("utf-16"))
    assert call("merge", TEXT, "-q").code == 0
    assert MERGED.read_text(encoding="utf-8") == REVIEWED


@pytest.mark.parametrize(
    ("path", "reason"), [("none.xlf", "No such file or directory"), ("seeds", "Is a directory")]
)
@pytest.mark.parametrize("command", ["merge", "learn"])
def test_a_path_that_is_no_file_is_one_line_and_the_others_are_done(
    command: str, path: str, reason: str
) -> None:
    review_text()
    assert (
        call(command, path, TEXT, "-q").said(1)
        == f"{path}: cannot be read ({reason}). Check the path and its permissions"
    )
    assert MERGED.exists() if command == "merge" else MEMORY.exists()


def test_a_file_without_permission_is_one_line_and_the_others_are_done() -> None:
    review_text()
    PAGE.chmod(0)
    outcome = finish(start("merge", PAGE, TEXT, "-q", before=without_privileges()))
    reason = "cannot be read (Permission denied)"
    assert outcome.said(1) == f"{PAGE}: {reason}. Check the path and its permissions"
    assert MERGED.read_text(encoding="utf-8") == REVIEWED


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        ("", "`` is no language code"),
        ("ua", "`ua` is a country code; the language is `uk`"),
        ("../../uk", "`../../uk` is no language code"),
        ("xx-klingon", "`xx-klingon` is no language this tool knows"),
    ],
)
def test_a_language_that_is_none_is_one_line(language: str, reason: str) -> None:
    shutil.copy(TEXT, BAD)
    edit(BAD, ('target-language="uk"', f'target-language="{language}"'))
    line = (
        f"bad.xlf: states no known pair of languages: {reason}. "
        "Set them in the file as they were, for example en and uk"
    )
    assert beside(BAD) == line
    assert call("learn", BAD, "-q").said(1) == line


def test_a_file_that_is_bad_in_one_of_its_parts_is_merged_in_the_others() -> None:
    review_text()
    text = TEXT.read_text(encoding="utf-8")
    good = text[text.index("<file ") : text.index("</file>") + 7]
    edit(TEXT, (good, good.replace('"news.txt"', '"none.txt"') + good))
    assert call("merge", TEXT, "-q").said(1) == (
        f"{TEXT}: its article `none.txt` was not found. "
        "Name the article, or the folder it lies in, with --source"
    )
    assert MERGED.read_text(encoding="utf-8") == REVIEWED


# Articles and where they go


def test_an_article_that_is_gone_is_one_line() -> None:
    Path("seeds/page.html").unlink()
    assert beside(PAGE) == (
        f"{PAGE}: its article `page.html` was not found. "
        "Name the article, or the folder it lies in, with --source"
    )


@pytest.mark.parametrize("original", ["x" * 300 + ".txt", "seeds", "a&#10;b.txt", "../../../etc/passwd"])
def test_an_article_of_a_hostile_name_is_not_found(original: str) -> None:
    shutil.copy(TEXT, BAD)
    edit(BAD, ('original="news.txt"', f'original="{original}"'))
    assert beside(BAD).endswith(" was not found. Name the article, or the folder it lies in, with --source")


@pytest.mark.parametrize("original", ["", ".", "../.."])
def test_a_file_that_names_no_article_is_one_line(original: str) -> None:
    shutil.copy(TEXT, BAD)
    edit(BAD, ('original="news.txt"', f'original="{original}"'))
    assert beside(BAD) == f"bad.xlf: names no article: original={original!r}. Name it with --source"


def test_a_source_that_is_not_there_is_wrong_usage() -> None:
    line = call("merge", TEXT, "--source", "sedes").said(2)
    assert line == "sedes: does not exist. Name the article, or the folder it lies in"


def test_a_source_that_is_another_article_is_refused() -> None:
    assert call("merge", TEXT, "--source", "seeds/brief.docx", "-q").said(1) == (
        "seeds/brief.docx: has changed since it was drafted; segments that differ: 2-1. "
        "Draft it again, or merge the rest with --force"
    )
    assert not Path("out/uk").exists()


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"\0\1", "looks like a binary file (a NUL byte at offset 0)"), (b"", "is empty")],
)
def test_an_article_that_has_become_unreadable_is_one_line_even_when_forced(
    content: bytes, message: str
) -> None:
    Path("seeds/page.html").write_bytes(content)
    assert beside(PAGE, "--force").startswith(f"seeds/page.html: {message}")


def test_a_folder_that_nobody_may_look_into_is_one_line_for_each_file() -> None:
    Path("seeds").chmod(0)
    outcome = finish(start("merge", TEXT, PAGE, "-q", before=without_privileges()))
    Path("seeds").chmod(0o755)
    assert outcome.code == 1
    assert [line.split(": ")[1] for line in outcome.err.splitlines()] == [str(TEXT), str(PAGE)]


def test_two_files_for_one_article_do_not_overwrite_each_other() -> None:
    shutil.copy(TEXT, "second.xlf")
    review(Path("second.xlf"), _1_2="Жоден не покинув міста.")
    review_text()
    line = "second.xlf: was not merged: out/uk/news.txt has just been written from out/news.txt.uk.xlf. "
    assert call("merge", TEXT, "second.xlf", "-q").said(1) == line + "Merge it by itself, with another --out"
    assert MERGED.read_text(encoding="utf-8") == REVIEWED


def test_the_reviewed_file_is_not_overwritten_by_what_is_merged() -> None:
    article = Path("seeds/units.xlf")
    article.write_text(
        f'{_HEAD}<xliff version="1.2"><file original="a.txt" source-language="en" target-language="uk" '
        'datatype="plaintext"><body><trans-unit id="1"><source>It rained.</source></trans-unit></body>'
        "</file></xliff>",
        encoding="utf-8",
    )
    assert call("run", article, "--to", "uk", "-q").code == 0
    file = Path("out/uk/units.xlf")
    file.parent.mkdir()
    shutil.copy("out/units.xlf.uk.xlf", file)
    before = file.read_bytes()
    line = call("merge", file, "--source", "seeds", "-q").said(1)
    assert line == "out/uk/units.xlf: is the reviewed file itself. Choose another folder with --out"
    assert file.read_bytes() == before


def _file_in_the_way() -> None:
    Path("out/uk").touch()


def _folder_in_the_way() -> None:
    MERGED.mkdir(parents=True)


@pytest.mark.parametrize(
    ("prepare", "reason"), [(_file_in_the_way, "File exists"), (_folder_in_the_way, "Is a directory")]
)
def test_an_output_that_cannot_be_written_is_one_line(prepare: Callable[[], None], reason: str) -> None:
    prepare()
    assert call("merge", TEXT, "-q").said(1) == (
        f"out/uk/news.txt: cannot be written ({reason}). Choose another folder with --out"
    )
    assert parts_left(Path()) == []


def test_an_output_folder_without_permission_is_one_line() -> None:
    Path("out").chmod(0o555)
    outcome = finish(start("merge", TEXT, "-q", before=without_privileges()))
    Path("out").chmod(0o755)
    assert outcome.said(1) == (
        "out/uk/news.txt: cannot be written (Permission denied). "
        "Close the program that has it open, or choose another folder with --out"
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk here that is full")
def test_a_full_disk_under_the_output_is_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        outcome = finish(start("learn", TEXT, "--json", stdout=full.fileno()))
    assert outcome.said(1) == "the output: No space left on device"


@pytest.mark.parametrize(
    "arguments",
    [
        ("merge", TEXT, "--unreviewed", "x"),
        ("merge", TEXT, "--reviewed", "x"),
        ("learn", TEXT, "--reviewed", "x"),
        ("stats", "--format", "x"),
        ("stats", "--memory", "none"),
        ("run", "--to", "uk", "--xliff", "1.1"),
        ("run", "--to", "uk", "--memory", "none"),
    ],
)
def test_words_that_mean_nothing_are_wrong_usage(arguments: tuple[str | Path, ...]) -> None:
    assert call(*arguments).said(2)
    assert not Path("out/uk").exists()
    assert not MEMORY.parent.exists()


# Memories


def _learnt() -> None:
    review_text()
    assert call("learn", TEXT, "-q").code == 0


def _newer() -> None:
    _learnt()
    with closing(sqlite3.connect(MEMORY)) as connection:
        connection.execute("PRAGMA user_version = 99")


def _corrupt() -> None:
    _learnt()
    data = MEMORY.read_bytes()
    MEMORY.write_bytes(data[:4096] + b"U" * (len(data) - 4096))


def _truncated() -> None:
    _learnt()
    MEMORY.write_bytes(MEMORY.read_bytes()[:10_000])


def _text() -> None:
    MEMORY.parent.mkdir()
    MEMORY.write_text("A memory is no text.\n" * 100, encoding="utf-8")


def _other() -> None:
    MEMORY.parent.mkdir()
    with closing(sqlite3.connect(MEMORY)) as connection:
        connection.execute("CREATE TABLE a (b)")


def _pair() -> None:
    MEMORY.parent.mkdir()
    Memory.open(MEMORY, "en", "pl", create=True).close()


def _folder() -> None:
    MEMORY.mkdir(parents=True)


_MEMORIES = {
    "newer": (_newer, "was written by a newer version of this tool (format 99, this one knows 1). "
              "Update the tool, or export the memory as TMX with the newer one"),
    "corrupt": (_corrupt, "is damaged (database disk image is malformed). "
                "Restore it from a copy, or delete it and import the TMX files again"),
    "truncated": (_truncated, "is damaged (database disk image is malformed). "
                  "Restore it from a copy, or delete it and import the TMX files again"),
    "text": (_text, "is no translation memory. Choose another with --memory"),
    "other": (_other, "is an SQLite file, but no translation memory. Choose another with --memory"),
    "pair": (_pair, "translates from `en` to `pl`, not from `en` to `uk`. "
             "Choose another memory with --memory, or other languages with --from and --to"),
    "folder": (_folder, "is a folder. Name the file in it with --memory"),
}  # fmt: skip


@pytest.mark.parametrize(("prepare", "message"), _MEMORIES.values(), ids=_MEMORIES)
def test_a_memory_that_cannot_be_used_is_one_line_for_every_command(
    prepare: Callable[[], None], message: str
) -> None:
    prepare()
    review(TEXT, _1_2="Жоден не покинув міста.")
    before = MEMORY.read_bytes() if MEMORY.is_file() else b""
    drafts = {path: path.read_bytes() for path in Path("out").glob("*.xlf")}
    for command in (
        ("run", "--to", "uk", "-q"),
        ("learn", TEXT, "-q"),
        ("stats",),
        ("memory", "stats"),
        ("memory", "export", "out.tmx"),
        ("memory", "prune", "--rivals", "--yes"),
    ):
        assert call(*command).said(1) == f"{MEMORY}: {message}", command
    assert (MEMORY.read_bytes() if MEMORY.is_file() else b"") == before
    assert {path: path.read_bytes() for path in Path("out").glob("*.xlf")} == drafts
    assert not Path("out.tmx").exists()


def test_a_memory_that_another_program_writes_is_read_and_asked_for_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _learnt()
    review(TEXT, _1_2="Жоден не покинув міста.")
    monkeypatch.setitem(Memory.open.__func__.__kwdefaults__, "timeout", 0.1)  # type: ignore[attr-defined]
    with closing(sqlite3.connect(MEMORY, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        line = f"{MEMORY}: is being written by another program. Try again when that has finished"
        assert call("learn", TEXT, "-q").said(1) == line
        assert call("stats").code == 0
        connection.execute("ROLLBACK")
    document = json.loads(call("learn", TEXT, "--json").out)
    assert document["files"][0]["changed"] == 1


def test_a_memory_in_a_read_only_folder_is_read() -> None:
    _learnt()
    MEMORY.parent.chmod(0o555)
    outcome = finish(start("memory", "stats", before=without_privileges()))
    MEMORY.parent.chmod(0o755)
    assert (outcome.code, outcome.err) == (0, "")
    assert "3 segments" in outcome.out


def test_a_read_only_memory_is_not_written() -> None:
    _learnt()
    before = MEMORY.read_bytes()
    MEMORY.chmod(0o444)
    outcome = finish(start("learn", TEXT, "-q", before=without_privileges()))
    assert outcome.said(1) == f"{MEMORY}: cannot be written. Change its permissions, or copy it"
    assert MEMORY.read_bytes() == before


def test_a_tmx_file_that_is_none_is_one_line_and_the_memory_stays() -> None:
    _learnt()
    before = call("memory", "stats").out
    for content, reason in (
        ("", "bad.tmx: is no well-formed XML"),
        ("<xliff/>", "bad.tmx:1: is no TMX: its root is `xliff`"),
        (f'<!DOCTYPE tmx [<!ENTITY a0 "a">{_BOMB}]><tmx>&a9;</tmx>', "bad.tmx:1: declares its own DTD"),
    ):
        Path("bad.tmx").write_text(content, encoding="utf-8")
        assert call("memory", "import", "bad.tmx").said(1).startswith(reason)
    assert call("memory", "stats").out == before


# Proposals

_PROPOSALS = {
    "no target": ("Kyiv\n", "1:2: column 2 (target) is missing. A row needs a source and a target, "
                  "separated by a tab"),
    "kind": ("Kyiv\tКиїв\t\tplanet\n", "1:4: column 4 (kind) `planet` is none of person, place, "
             "organisation, other. Did you mean `place`?"),
    "invisible": ("Ky\u200biv\tКиїв\n", "1:1: column 1 (source) holds U+200B (zero width space), "
                  "which nobody can see. Delete the character"),
    "bytes": ("Ky\udcffiv\tКиїв\n", "1:1: byte 0xff at offset 2 is not UTF-8. Save the file as UTF-8"),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "message"), _PROPOSALS.values(), ids=_PROPOSALS)
def test_proposals_that_a_hand_has_broken_are_one_line_and_stay(rows: str, message: str) -> None:
    review_text()
    path = Path("glossaries/en-uk.proposed.tsv")
    path.parent.mkdir()
    path.write_bytes(os.fsencode(rows))
    for command in (("learn", TEXT, "-q"), ("glossary", "accept"), ("glossary", "accept", "--all")):
        assert call(*command).said(1) == f"{path}:{message}"
    assert path.read_bytes() == os.fsencode(rows)
    assert not MEMORY.exists()
    assert not Path("glossaries/en-uk.tsv").exists()


# Articles of every format in one folder


def _docx(body: str) -> bytes:
    return package(parts(body))


_ARTICLES: dict[str, tuple[str, bytes, str]] = {
    "DOCX truncated": ("bad.docx", _docx(paragraph("It rained."))[:-100], "is a damaged ZIP package"),
    "DOCX empty": ("bad.docx", b"", "is empty. Leave it out"),
    "DOCX with a password": (
        "bad.docx", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
        "is protected by a password. Save it without the password"),
    "DOCX that is text": ("bad.docx", b"It rained.\n", "is no DOCX file: it is no ZIP package"),
    "DOCX with a bomb": (
        "bad.docx", package({**parts(paragraph("It rained.")), "word/a.xml": "a" * 140_000_000}),
        "its part `word/a.xml` unpacks to more than 128 MB, as a ZIP bomb does"),
    "DOCX with a DTD": (
        "bad.docx",
        package({**parts(""), "word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
        "its part `word/document.xml` has a DTD, which is refused"),
    "HTML without words": ("bad.html", b"<p><!-- x", "has no words to translate"),
    "HTML in no encoding": ("bad.html", b"<p>caf\xe9 mayor", "the byte 0xe9 at offset 6 is not UTF-8"),
    "HTML with NUL": ("bad.html", b"<p>The\0mayor", "looks like a binary file (a NUL byte at offset 6)"),
    "Markdown without words": ("bad.md", b"```\nIt rained.\n```\n", "has no words to translate"),
    "a draft of ours": ("bad.xlf", b"", "has no empty units. Only units without a target are drafted"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content", "message"), _ARTICLES.values(), ids=_ARTICLES)
def test_a_bad_article_in_a_folder_of_all_formats_is_one_line(
    name: str, content: bytes, message: str
) -> None:
    Path("seeds", name).write_bytes(TEXT.read_bytes() if name == "bad.xlf" else content)
    document = json.loads(call("run", "--to", "uk", "--json").out)
    states = {Path(each["article"]).name: each["status"] for each in document["articles"]}
    good = dict.fromkeys(("brief.docx", "news.txt", "page.html", "post.md"), "unchanged")
    assert states == {**good, name: "failed"}
    outcome = call("stats", "seeds", "--format", "json")
    assert outcome.code == 1
    assert outcome.err.startswith(f"translate: seeds/{name}: {message}")
    assert outcome.err.count("\n") == 1


def test_a_page_of_two_megabytes_comes_back() -> None:
    page = (
        "<!doctype html><title>x</title><p>The <b>mayor</b> spoke.</p><script>"
        + "x" * 2_000_000
        + "</script>"
    )
    Path("seeds/big.html").write_text(page, encoding="utf-8")
    assert call("run", "seeds/big.html", "--to", "uk", "-q").code == 0
    assert call("merge", "out/big.html.uk.xlf", "--unreviewed", "source", "-q").code == 0
    assert Path("out/uk/big.html").read_text(encoding="utf-8") == page


def test_elements_that_stand_deep_in_each_other_come_back() -> None:
    page = "<div>" * 5_000 + "<p>" + "<b>" * 500 + "The mayor spoke."
    Path("seeds/deep.html").write_text(page, encoding="utf-8")
    assert call("run", "seeds/deep.html", "--to", "uk", "-q").code == 0
    assert call("merge", "out/deep.html.uk.xlf", "--unreviewed", "source", "-q").code == 0
    assert Path("out/uk/deep.html").read_text(encoding="utf-8") == page
