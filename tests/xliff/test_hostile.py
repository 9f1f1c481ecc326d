"""Files that are broken, foreign or meant to do harm: one clear error, nothing opened, nothing expanded."""

import time
from pathlib import Path

import pytest

from tests.xliff.samples import SMALL
from translate.errors import XliffError
from translate.xliff import read, to_bytes

GOOD = to_bytes(SMALL)
DECLARATION, _, REST = GOOD.partition(b"\n")
BOMB = b"".join(
    b'<!ENTITY l%d "%s">' % (level, b"&l%d;" % (level - 1) * 10 if level else b"lol" * 10)
    for level in range(9)
)


def with_doctype(subset: bytes, body: bytes = REST) -> bytes:
    return DECLARATION + b"\n<!DOCTYPE xliff [" + subset + b"]>\n" + body


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (with_doctype(b""), "DOCTYPE"),
        (with_doctype(BOMB, REST.replace(b"Bridge", b"&l8;")), "well-formed|DOCTYPE"),
        (with_doctype(BOMB, REST.replace(b"river", b"&l8;")), "well-formed|DOCTYPE"),
        (
            with_doctype(b'<!ENTITY f SYSTEM "file:///etc/hostname">', REST.replace(b"Bridge", b"&f;")),
            "DOCTYPE",
        ),
        (with_doctype(b'<!ENTITY % f SYSTEM "http://example.invalid/x">%f;'), "DOCTYPE"),
        (DECLARATION + b'\n<!DOCTYPE xliff SYSTEM "http://example.invalid/xliff.dtd">\n' + REST, "DOCTYPE"),
        (
            with_doctype(BOMB, REST.replace(b"Bridge", b"&l8;"))
            .decode()
            .replace("UTF-8", "UTF-16")
            .encode("utf-16"),
            "well-formed|DOCTYPE",
        ),
        (GOOD[:900], "well-formed"),
        (b"", "well-formed"),
        (b"\x00\xff\xfe", "well-formed"),
        (GOOD.replace("Міст".encode(), b"\xcc\xcc"), "well-formed"),
        (b"<html/>", "no XLIFF 1.2"),
        (GOOD.replace(b'version="1.2"', b'version="2.0"'), "no XLIFF 1.2"),
        (GOOD.replace(b"document:1.2", b"document:1.1"), "no XLIFF 1.2"),
        (b'<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"/>', "one <file> element"),
        (GOOD.replace(b'original="river-bridge.txt" ', b""), "no 'original'"),
        (GOOD.replace(b"translate:source-sha256", b"somebody"), "no note from translate:source-sha256"),
        (GOOD.replace(b"2026-03-14T09:30:00Z", b"yesterday"), "the date 'yesterday'"),
        (GOOD.replace(b"Bridge", b'<g id="1">Bridge</g>'), "segment 1-1: <source> holds inline codes"),
    ],
)
def test_read_when_document_is_bad_then_one_clear_error(data: bytes, message: str) -> None:
    start = time.perf_counter()
    with pytest.raises(XliffError, match=message) as raised:
        read(data)
    assert "\n" not in str(raised.value)
    assert time.perf_counter() - start < 2


def test_read_when_file_is_missing_then_error_names_it(tmp_path: Path) -> None:
    with pytest.raises(XliffError, match=r"gone\.xlf: cannot be read"):
        read(tmp_path / "gone.xlf")


def test_read_when_file_is_truncated_then_error_names_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "cut.xlf"
    path.write_bytes(GOOD[:900])
    with pytest.raises(XliffError, match=r"cut\.xlf:\d+:\d+: this is no well-formed XML"):
        read(path)


def test_read_when_tools_reordered_attributes_and_added_comments_then_same_document() -> None:
    changed = (
        GOOD.replace(b'id="1-1" resname="1-1 headline"', b'resname="1-1 headline" id="1-1"')
        .replace(b"<body>", b"<!-- saved by a tool --><?tool pi?><body>")
        .replace(b"\n", b"\r\n")
    )
    assert read(b"\xef\xbb\xbf" + changed) == SMALL
