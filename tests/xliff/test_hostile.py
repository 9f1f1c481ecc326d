"""Files that are broken, foreign or meant to do harm: one clear line, nothing opened, nothing expanded."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from translate.errors import XliffError
from translate.xliff import parsing, read

GOOD = (Path(__file__).parent / "small.xlf").read_bytes()
DECLARATION, _, REST = GOOD.partition(b"\n")
BOMB = b"".join(
    b'<!ENTITY l%d "%s">' % (level, b"&l%d;" % (level - 1) * 10 if level else b"lol" * 10)
    for level in range(9)
)
EXPORT = "Export it again from your CAT tool"
GIVE = "Give the XLIFF file that your CAT tool has saved"
SAVE = "Save it as 1.2, 2.0, 2.1 or 2.2 in your CAT tool"
ENCODING = "Save it as UTF-8 and let its first line say so"
DOCTYPE = (
    "2: a document type declaration (DOCTYPE) is refused. "
    "Remove it, or export the file again from your CAT tool"
)


def with_doctype(subset: bytes, body: bytes = REST) -> bytes:
    return DECLARATION + b"\n<!DOCTYPE xliff [" + subset + b"]>\n" + body


def in_utf_16(data: bytes) -> bytes:
    return data.decode().replace("UTF-8", "UTF-16").encode("utf-16")


@pytest.mark.parametrize(
    ("data", "line"),
    [
        # Entities and what is outside.
        (with_doctype(b""), DOCTYPE),
        (with_doctype(BOMB, REST.replace(b"Bridge", b"&l8;")), DOCTYPE),
        (with_doctype(BOMB, REST.replace(b"river", b"&l8;")), DOCTYPE),
        (in_utf_16(with_doctype(BOMB, REST.replace(b"Bridge", b"&l8;"))), DOCTYPE),
        (with_doctype(b'<!ENTITY f SYSTEM "file:///etc/hostname">', REST.replace(b"B", b"&f;")), DOCTYPE),
        (with_doctype(b'<!ENTITY % f SYSTEM "http://example.invalid/x">%f;'), DOCTYPE),
        (DECLARATION + b'\n<!DOCTYPE xliff SYSTEM "http://example.invalid/x.dtd">\n' + REST, DOCTYPE),
        # Limits.
        (
            b'<xliff version="1.2">' + b"<g>" * 300 + b"</g>" * 300,
            "1:789: elements stand more than 256 deep in each other. " + EXPORT,
        ),
        (
            GOOD.replace(b"Bridge", b"x" * 10_000_001),
            "20:10000051: a text or an attribute is longer than 10 million characters. " + EXPORT,
        ),
        # Cut off or torn.
        (b"", f"the file is empty. {EXPORT}"),
        (b"\xef\xbb\xbf\r\n", f"the file is empty. {EXPORT}"),
        (b"\x00" * 4096, f"the file is empty. {EXPORT}"),
        (DECLARATION, f"1:39: the document breaks off: Start tag expected, '<' not found. {EXPORT}"),
        (
            GOOD[:900],
            f"14:112: the document breaks off: Premature end of data in tag note line 14. {EXPORT}",
        ),
        (GOOD[:1500], f"22:25: the document breaks off: AttValue: ' expected. {EXPORT}"),
        (GOOD[:-9], f"39:1: the document breaks off: Premature end of data in tag xliff line 2. {EXPORT}"),
        (
            GOOD + GOOD,
            "40:6: this is no well-formed XML: XML declaration allowed only at the start of the document. "
            + EXPORT,
        ),
        (
            GOOD.replace(b"&amp;", b"&"),
            f"27:36: this is no well-formed XML: EntityRef: expecting ';'. {EXPORT}",
        ),
        (
            GOOD.replace(b"Bridge", b"\x01"),
            "20:33: XML cannot hold the character U+0001. Delete it there, or export the file again from "
            "your CAT tool",
        ),
        # Encodings.
        (
            GOOD.replace("Міст".encode(), b"\xcc\xcc"),
            f"21:117: the file says that it is in UTF-8, but this byte is not. {ENCODING}",
        ),
        (
            GOOD.replace(b"UTF-8", b"windows-1251"),
            f"1: the file says that it is in windows-1251, but it is in UTF-8. {ENCODING}",
        ),
        (
            GOOD.replace(b"UTF-8", b"UTF-16"),
            f"1: the file says that it is in UTF-16, but it is in UTF-8. {ENCODING}",
        ),
        (
            GOOD.replace(b"UTF-8", b"klingon"),
            f"1:39: the encoding klingon, which the file says it is in, is unknown. {ENCODING}",
        ),
        # Other kinds of file.
        (
            b"PK\x03\x04\x14",
            "this is a ZIP archive (as .docx, .xlz or a CAT tool's package are), not XLIFF. "
            "Unpack it and give the XLIFF file inside",
        ),
        (b"%PDF-1.7\n", f"this is a PDF file, not XLIFF. {GIVE}"),
        (b'{"segments": []}', f"this is JSON, not XLIFF. {GIVE}"),
        (b'# Ukrainian\n\nmsgid ""\nmsgstr ""\n', f"this is a PO file, not XLIFF. {GIVE}"),
        (b"<!DOCTYPE html>\n<html><p>One<br></html>", f"this is an HTML page, not XLIFF. {GIVE}"),
        (b"<!DOCTYPE html><html><p/></html>", f"this is an HTML page, not XLIFF. {GIVE}"),
        (b'<tmx version="1.4"/>', f"this is TMX, a translation memory, not XLIFF. {GIVE}"),
        (b'<martif type="TBX"/>', f"this is TBX, a glossary, not XLIFF. {GIVE}"),
        (b"<!DOCTYPE TS><TS/>", f"this is a Qt Linguist file, not XLIFF. {GIVE}"),
        (b"<rss/>", f"this is XML of another kind (<rss>), not XLIFF. {GIVE}"),
        (b"a shopping list", f"this is no XML, so it is no XLIFF. {GIVE}"),
        # Other versions.
        (GOOD.replace(b'1.2"', b'1.1"'), f"2: XLIFF 1.1 is not read. {SAVE}"),
        (b'<xliff version="1.0"><file/></xliff>', f"1: XLIFF 1.0 is not read. {SAVE}"),
        (b'<xliff version="3.0"><file/></xliff>', f"1: XLIFF 3.0 is not read. {SAVE}"),
        (b"<xliff><file/></xliff>", f"1: XLIFF without a version is not read. {SAVE}"),
        (
            GOOD.replace(b' version="1.2"', b' version="2.0"'),
            f"2: the version is 2.0, but the namespace is that of XLIFF 1.2. {SAVE}",
        ),
        (b'<xliff xmlns="urn:x" version="1.2"/>', f"1: urn:x is no namespace of XLIFF. {EXPORT}"),
        (b'<xliff version="1.2"/>', f"1: the document has no <file>. {GIVE}"),
    ],
)
def test_read_when_document_is_bad_then_one_clear_line(data: bytes, line: str) -> None:
    start = time.perf_counter()
    with pytest.raises(XliffError) as raised:
        read(data)
    assert str(raised.value) == line
    assert time.perf_counter() - start < 2


def test_read_when_file_is_missing_then_error_names_it(tmp_path: Path) -> None:
    with pytest.raises(XliffError, match=r"gone\.xlf: cannot be read \(No such file or directory\)"):
        read(tmp_path / "gone.xlf")


def test_read_when_path_is_a_folder_then_error_names_it(tmp_path: Path) -> None:
    with pytest.raises(XliffError, match=re.escape(f"{tmp_path}: cannot be read (Is a directory)")):
        read(tmp_path)


def test_read_when_file_is_truncated_then_error_names_file_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "cut.xlf"
    path.write_bytes(GOOD[:900])
    with pytest.raises(XliffError, match=r"cut\.xlf:14:112: the document breaks off"):
        read(path)


def test_read_when_file_is_too_large_then_it_is_not_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parsing, "LARGEST", 1000)
    path = tmp_path / "large.xlf"
    path.write_bytes(GOOD)
    with pytest.raises(XliffError, match=r"large\.xlf: the file is larger than 0 MB"):
        read(path)
