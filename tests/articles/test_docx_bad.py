"""DOCX files that are broken or hostile, and targets that do not fit: one clear line each."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest

from tests.articles.docx_samples import document, package, paragraph, parts, related
from translate.articles import read, write
from translate.errors import ArticleError
from translate.inline import Code, Text

_GOOD = parts(paragraph("Kyiv stands"))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _document(xml: str | bytes) -> bytes:
    return package({**_GOOD, "word/document.xml": xml})


def _without(name: str) -> bytes:
    return package({part: data for part, data in _GOOD.items() if part != name})


def _twice() -> bytes:
    buffer = io.BytesIO(package(_GOOD))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("Word/Document.xml", document(paragraph("Another")))
    return buffer.getvalue()


def _encrypted() -> bytes:
    """Set the bit that says so in the directory at the end (APPNOTE.TXT, section 4.4.4)."""
    data = bytearray(package(_GOOD))
    at = data.find(b"PK\x01\x02")
    struct.pack_into("<H", data, at + 8, 1)
    return bytes(data)


def _flipped() -> bytes:
    """Change a letter of a part that is stored as it is, so that its checksum is wrong."""
    return package({**_GOOD, "word/media/a.bin": b"letters"}).replace(b"letters", b"lettars")


_DTD = document(paragraph("&kyiv;")).replace(
    "<w:document", '<!DOCTYPE x [<!ENTITY kyiv "Kyiv">]><w:document', 1
)
_SHEET = "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'/>"

_CASES = {
    "empty": (b"", "is empty"),
    "text": (b"Kyiv stands", "is no DOCX file: it is no ZIP package"),
    "old Word": (_OLE + bytes(600), "is an old Word document (.doc)"),
    "password": (_OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "is protected by a password"),
    "truncated": (package(_GOOD)[:-300], "is a damaged ZIP package: "),
    "checksum": (_flipped(), "is a damaged ZIP package: Bad CRC-32 for file 'word/media/a.bin'"),
    "broken LZMA": (
        (Path(__file__).parents[1] / "fuzz/corpus/docx-zip/damaged-lzma-data.docx").read_bytes(),
        "is a damaged ZIP package: Corrupt input data",
    ),
    "encrypted part": (_encrypted(), "its part `[Content_Types].xml` is encrypted"),
    "part twice": (_twice(), "holds the part `Word/Document.xml` twice"),
    "name leads out": (
        package({**_GOOD, "word/../../a.xml": "x"}),
        "holds the unsafe name `word/../../a.xml`",
    ),
    "name leads out, Windows": (package({**_GOOD, "..\\a\n": "x"}), "holds the unsafe name `..\\\\a\\n`"),
    "absolute name": (package({**_GOOD, "/etc/a": "x"}), "holds the unsafe name `/etc/a`"),
    "drive": (package({**_GOOD, "C:a": "x"}), "holds the unsafe name `C:a`"),
    "many parts": (
        package({**_GOOD, **{f"a/{n}.bin": "" for n in range(10_000)}}),
        "holds 10005 parts, more than 10000, as a ZIP bomb does",
    ),
    "bomb": (
        _document(document(paragraph("a" * 3_000_000))),
        "its part `word/document.xml` unpacks to more than 200 times its size, as a ZIP bomb does",
    ),
    "no relationships": (_without("_rels/.rels"), "is no DOCX file: it has no main document"),
    "no main part": (_without("word/document.xml"), "is no DOCX file: it has no main document"),
    "spreadsheet": (
        _document(_SHEET),
        "is no DOCX file: its main part `word/document.xml` is no text document",
    ),
    "broken XML": (
        _document(document("<w:p>")),
        "its part `word/document.xml` cannot be read as XML: ",
    ),
    "no XML": (_document(b""), "its part `word/document.xml` cannot be read as XML: "),
    "wrong encoding": (
        _document(document(paragraph("Київ")).encode("cp1251")),
        "its part `word/document.xml` cannot be read as XML: ",
    ),
    "entities": (_document(_DTD), "its part `word/document.xml` has a DTD, which is refused"),
    "deep": (
        _document(document("<w:p>" * 300 + "</w:p>" * 300)),
        "its part `word/document.xml` cannot be read as XML: Excessive depth in document: 256",
    ),
    "no words": (_document(document("<w:p/>")), "has no words to translate"),
}


@pytest.mark.parametrize(("data", "message"), _CASES.values(), ids=_CASES)
def test_a_file_that_is_no_good_docx_when_read_is_one_clear_line(
    data: bytes, message: str, tmp_path: Path
) -> None:
    path = tmp_path / "article.docx"
    path.write_bytes(data)
    with pytest.raises(ArticleError) as caught:
        read(path)
    assert caught.value.message.startswith(message)
    assert caught.value.hint
    assert caught.value.path == path
    assert "\n" not in str(caught.value)


def test_sizes_that_lie_when_read_are_one_clear_line(tmp_path: Path) -> None:
    data = bytearray(_document(document(paragraph("a" * 100_000))))
    at = data.find(b"word/document.xml", data.find(b"PK\x01\x02")) - 46
    struct.pack_into("<L", data, at + 24, 100)
    path = tmp_path / "article.docx"
    path.write_bytes(data)
    with pytest.raises(ArticleError, match="is a damaged ZIP package: Bad CRC-32"):
        read(path)


def test_relationships_to_what_is_not_there_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "article.docx"
    wanted = related(("header", "nowhere.xml"), ("header", "../../../etc/passwd"), ("styles", "STYLES.xml"))
    path.write_bytes(package({**_GOOD, "word/_rels/document.xml.rels": wanted}))
    assert [block.text for block in read(path).blocks] == ["Kyiv stands"]


def test_styles_that_are_based_on_each_other_when_read_end_somewhere(tmp_path: Path) -> None:
    style = '<w:style w:styleId="{0}"><w:basedOn w:val="{1}"/></w:style>'
    body = '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>Kyiv</w:t></w:r></w:p>'
    path = tmp_path / "article.docx"
    path.write_bytes(package(parts(body, styles=style.format("A", "B") + style.format("B", "A"))))
    assert [block.kind for block in read(path).blocks] == ["paragraph"]


@pytest.mark.parametrize(
    ("targets", "message"),
    [
        ([], "has 1 blocks but 0 targets were given"),
        (
            [Text("Київ", (Code(0, "7", "open"),))],
            "the target of block 1 has the open code `7`, which its source has not",
        ),
        ([Text("Київ\x00")], "the target of block 1 has a character that XML cannot hold"),
    ],
)
def test_targets_that_do_not_fit_when_written_are_one_clear_line_and_no_file(
    targets: list[Text], message: str, tmp_path: Path
) -> None:
    path, copy = tmp_path / "article.docx", tmp_path / "copy.docx"
    path.write_bytes(package(_GOOD))
    article = read(path)
    with pytest.raises(ArticleError) as caught:
        write(article, targets, copy)
    assert caught.value.message == message
    assert not copy.exists()


def test_an_article_that_has_changed_when_written_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "article.docx"
    path.write_bytes(package(_GOOD))
    article = read(path)
    path.write_bytes(_document(document(paragraph("Kyiv stood"))))
    with pytest.raises(ArticleError, match="has changed since it was drafted"):
        write(article, [Text("Київ")], tmp_path / "copy.docx")


@pytest.mark.parametrize("fraction", range(0, 100, 7))
def test_a_file_cut_anywhere_when_read_is_one_clear_line(fraction: int, tmp_path: Path) -> None:
    data = package(_GOOD)
    path = tmp_path / "article.docx"
    path.write_bytes(data[: len(data) * fraction // 100])
    with pytest.raises(ArticleError):
        read(path)
