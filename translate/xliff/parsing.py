"""XML as it comes from outside: well-formed, bounded and without entities, or one clear line why not."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from lxml import etree

from translate.errors import XliffError
from translate.xliff.content import line_of

LARGEST = 100_000_000
"""Bytes of a document that are read at most; parsed, they take up to thirty times as much memory."""

NAMESPACE = "urn:oasis:names:tc:xliff:document:"
"""What the namespace of every version of XLIFF that has one begins with; the version follows."""

_EXPORT = "Export it again from your CAT tool"
_GIVE = "Give the XLIFF file that your CAT tool has saved"
_UTF_8 = "Save it as UTF-8 and let its first line say so"

_UNPACK = "Unpack it and give the XLIFF file inside"
# What people give by mistake, by its first bytes or words: its name and what to do.
_OTHERS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"PK\x03\x04"), "a ZIP archive (as .docx, .xlz or a CAT tool's package are)", _UNPACK),
    (re.compile(r"%PDF-"), "a PDF file", _GIVE),
    (re.compile(r"\s*[{\[]"), "JSON", _GIVE),
    (re.compile(r'(?:\s|#.*\n)*(?:msgctxt|msgid)\s+"'), "a PO file", _GIVE),
    (re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+)?html\b", re.I | re.S), "an HTML page", _GIVE),
)
# Other files of the trade, by their root element.
_KINDS = {
    "tmx": "TMX, a translation memory",
    "martif": "TBX, a glossary",
    "tbx": "TBX, a glossary",
    "html": "an HTML page",
    "TS": "a Qt Linguist file",
    "resources": "an Android resource file",
    "omegat": "an OmegaT project file",
}
_PROLOGUE = re.compile(r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*", re.S)
_DECLARED = re.compile(r"""<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)""")
_HEAD = 65_536

# Error numbers of libxml2 (xmlerror.h).
_EMPTY, _INVALID_CHARACTER, _UNSUPPORTED_ENCODING, _TAG_NOT_FINISHED = 4, 9, 32, 77
_INVALID_ENCODING, _RESOURCE_LIMIT = 81, 114
# How it names the character, as itself or as a reference.
_CHARACTER = re.compile(r"(?:value |Char )(0x[0-9A-Fa-f]+|[0-9]+)")


def load(path: Path) -> bytes:
    """Return the bytes of the file at `path`; XliffError when it cannot be read or is too large."""
    try:
        with path.open("rb") as file:
            # One byte more than is read tells a file that is too large, without holding all of it.
            return file.read(LARGEST + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise XliffError(f"cannot be read ({reason})", hint="Check the path and its permissions") from error


def parse(data: bytes) -> etree._Element:
    """Parse an XLIFF document of any version; comments and processing instructions are left out.

    Nothing outside the document is opened: entities are not expanded and a document type declaration is
    refused. Raises XliffError, with line and column where they are known.
    """
    if len(data) > LARGEST:
        raise XliffError(
            f"the file is larger than {LARGEST // 1_000_000} MB",
            hint="Divide it into several, at most one article in each",
        )
    head = _head(data)
    if not head.strip("\ufeff\0 \t\r\n"):
        raise XliffError("the file is empty", hint=_EXPORT)
    _check_encoding(data, head)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_pis=True,
        remove_comments=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _explain(error, data, head) from error
    _check_kind(root)
    if root.getroottree().docinfo.internalDTD is not None:
        raise _doctype(head)
    return root


def _head(data: bytes) -> str:
    """The beginning of the document as text, good enough to recognise what it is."""
    first = data[:_HEAD]
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return first.decode("utf-16", "replace")
    for start, codec in ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be")):
        if first.startswith(start):
            return first.decode(codec, "replace")
    return first.decode("utf-8-sig", "replace")


def _check_encoding(data: bytes, head: str) -> None:
    """Refuse a document that says it is in one encoding and is in another: it would be read as nonsense."""
    declared = _DECLARED.match(head)
    if declared is None or data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return  # a byte order mark is believed before the declaration
    name = declared[1]
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return  # the parser knows more encodings, or says that it does not
    wide = codec.startswith(("utf-16", "utf-32"))
    one_byte = codec.startswith(("ascii", "cp125", "iso8859", "koi8", "mac-"))
    # A text of an 8-bit encoding that is also UTF-8 by chance is not met in practice.
    if (wide and data.startswith(b"<?xml")) or (one_byte and not data.isascii() and _is_utf_8(data)):
        raise XliffError(f"the file says that it is in {name}, but it is in UTF-8", line=1, hint=_UTF_8)


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _check_kind(root: etree._Element) -> None:
    name = etree.QName(root)
    if name.localname != "xliff":
        kind = _KINDS.get(name.localname, f"XML of another kind (<{name.localname[:40]}>)")
        raise XliffError(f"this is {kind}, not XLIFF", hint=_GIVE)
    if name.namespace and not name.namespace.startswith(NAMESPACE):
        raise XliffError(f"{name.namespace[:80]} is no namespace of XLIFF", line=line_of(root), hint=_EXPORT)


def _doctype(head: str) -> XliffError:
    # No tool writes one into XLIFF, and it is the way in for entity expansion.
    prologue = _PROLOGUE.match(head)
    line = prologue[0].count("\n") + 1 if prologue else None
    hint = "Remove it, or export the file again from your CAT tool"
    return XliffError("a document type declaration (DOCTYPE) is refused", line=line, hint=hint)


def _explain(error: etree.XMLSyntaxError, data: bytes, head: str) -> XliffError:
    for pattern, name, hint in _OTHERS:
        if pattern.match(head):
            return XliffError(f"this is {name}, not XLIFF", hint=hint)
    prologue = _PROLOGUE.match(head)
    start = prologue.end() if prologue else 0
    if head.startswith("<!DOCTYPE", start):
        return _doctype(head)
    if not head.lstrip().startswith("<"):
        return XliffError("this is no XML, so it is no XLIFF", hint=_GIVE)
    line, column = error.position
    message, hint = _reason(error, data, head)
    return XliffError(message, line=line or None, column=column or None, hint=hint)


def _reason(error: etree.XMLSyntaxError, data: bytes, head: str) -> tuple[str, str]:
    # The parser's message repeats the position at its end.
    reason = error.msg.strip().rpartition(", line ")[0] or error.msg.strip()
    code: int = error.code  # type: ignore[attr-defined]
    declared = _DECLARED.match(head)
    encoding = declared[1] if declared else "UTF-8"
    if code == _UNSUPPORTED_ENCODING:
        return f"the encoding {encoding}, which the file says it is in, is unknown", _UTF_8
    if code == _INVALID_ENCODING:
        return f"the file says that it is in {encoding}, but this byte is not", _UTF_8
    if code == _INVALID_CHARACTER:
        return (
            f"XML cannot hold {_named(reason)}",
            "Delete it there, or export the file again from your CAT tool",
        )
    if code == _RESOURCE_LIMIT and "depth" in reason:
        return "elements stand more than 256 deep in each other", _EXPORT
    if code == _RESOURCE_LIMIT:
        return "a text or an attribute is longer than 10 million characters", _EXPORT
    if code in (_EMPTY, _TAG_NOT_FINISHED) or not data.rstrip(b" \t\r\n\0").endswith(b">"):
        return f"the document breaks off: {reason}", _EXPORT
    return f"this is no well-formed XML: {reason}", _EXPORT


def _named(reason: str) -> str:
    """Name the character that the parser refuses (XML 1.0, section 2.2), by its number where it says that."""
    found = _CHARACTER.search(reason)
    return f"the character U+{int(found[1], 0):04X}" if found else "a character of such a number"
