"""The ZIP package of a DOCX: opened with care, its parts parsed, written again with some parts replaced.

Packages follow ISO/IEC 29500-2 (Open Packaging Conventions): parts are found through relationships.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from lzma import LZMAError
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from translate import safexml
from translate.articles.docxnames import Element
from translate.errors import ArticleError

_ENTRIES = 10_000
_TOTAL = 512 * 2**20
_XML_PART = 128 * 2**20
_RATIO = 200
_RATIO_FROM = 2**20

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The stream in which Office keeps an encrypted package ([MS-OFFCRYPTO], section 2.3.4.4).
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
_SAVE_AGAIN = "Open it in Word or LibreOffice and save it again as DOCX"
# What `zipfile` raises for bytes that are no intact ZIP; OSError is that of bzip2.
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    LZMAError,
    EOFError,
    OSError,
    NotImplementedError,
    ValueError,
)
_NAME_ROOT = re.compile(r"[A-Za-z]:|/")


@dataclass(frozen=True, slots=True)
class Package:
    """A checked ZIP: `names` are its parts in their order, `data` the whole file."""

    path: Path
    data: bytes
    names: tuple[str, ...]
    _folded: dict[str, str] = field(repr=False)

    def find(self, part: str) -> str | None:
        """Return the name of a part as the ZIP spells it; names of parts know no case (section 6.2.2.3)."""
        return self._folded.get(part.casefold())

    def xml(self, part: str) -> Element:
        """Return the root of the XML part `part`. Raises ArticleError when it is no XML or has a DTD."""
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            data = archive.read(part)
        parser = safexml.parser()
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            reason = (error.msg.rpartition(", line ")[0] or error.msg).partition(" use XML_PARSE_HUGE")[0]
            raise self.error(f"its part `{part}` cannot be read as XML: {reason}", _SAVE_AGAIN) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise self.error(f"its part `{part}` has a DTD, which is refused", _SAVE_AGAIN)
        return root

    def related(self, part: str, kind: str) -> Iterator[str]:
        """Yield the parts to which `part` ("" for the package) is related by a type that ends in `kind`."""
        folder, base = posixpath.split(part)
        rels = self.find(posixpath.join(folder, "_rels", f"{base}.rels"))
        if rels is None:
            return
        for relationship in self.xml(rels):
            if not relationship.get("Type", "").endswith(f"/{kind}"):
                continue
            if relationship.get("TargetMode") == "External":
                continue
            target = unquote(relationship.get("Target", ""))
            found = self.find(posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
            if found is not None:
                yield found

    def replaced(self, parts: Mapping[str, Element]) -> bytes:
        """Return the ZIP with `parts` written anew; the others keep their bytes, and all order and dates."""
        buffer = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(self.data)) as old,
            zipfile.ZipFile(buffer, "w") as new,
        ):
            new.comment = old.comment
            for info in old.infolist():
                data = _serialise(parts[info.filename]) if info.filename in parts else old.read(info)
                new.writestr(_copy(info), data)
        return buffer.getvalue()

    def error(self, message: str, hint: str) -> ArticleError:
        """Return a complaint about this file."""
        return ArticleError(message, path=self.path, hint=hint)


def open_package(data: bytes, path: Path) -> Package:
    """Return the package in `data`, the bytes of the file at `path`.

    Raises ArticleError when they are no ZIP, an old or encrypted Office document, a ZIP that is damaged,
    encrypted, has names that lead out of it or twice the same, or unpacks to more than an article can be.
    """
    if data.startswith(_OLE):
        if _ENCRYPTED_STREAM in data:
            raise ArticleError("is protected by a password", path=path, hint="Save it without the password")
        raise ArticleError("is an old Word document (.doc)", path=path, hint=_SAVE_AGAIN)
    if not data:
        raise ArticleError("is empty", path=path, hint="Leave it out or give it a text")
    if not data.startswith(b"PK"):
        raise ArticleError("is no DOCX file: it is no ZIP package", path=path, hint=_SAVE_AGAIN)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            _check_names(infos, path)
            _check_sizes(infos, path)
            for info in infos:
                _check_content(archive, info)
    except _DAMAGED as error:
        reason = " ".join(str(error).split()) or "it ends too early"
        raise ArticleError(f"is a damaged ZIP package: {reason}", path=path, hint=_SAVE_AGAIN) from error
    names = tuple(info.filename for info in infos)
    return Package(path, data, names, {each.casefold(): each for each in names})


def _check_names(infos: Iterable[zipfile.ZipInfo], path: Path) -> None:
    seen: set[str] = set()
    for info in infos:
        original = info.orig_filename
        shown = original.encode("unicode_escape").decode()
        if "\0" in original or _NAME_ROOT.match(original) or ".." in re.split(r"[/\\]", original):
            raise ArticleError(
                f"holds the unsafe name `{shown}`", path=path, hint="Do not trust it; ask for the original"
            )
        if info.flag_bits & 0x1:
            raise ArticleError(
                f"its part `{shown}` is encrypted", path=path, hint="Save it without the password"
            )
        if original.casefold() in seen:
            raise ArticleError(f"holds the part `{shown}` twice", path=path, hint=_SAVE_AGAIN)
        seen.add(original.casefold())


def _check_sizes(infos: list[zipfile.ZipInfo], path: Path) -> None:
    """Refuse ZIP bombs by the sizes they state; no more than that is unpacked."""
    problem = ""
    if len(infos) > _ENTRIES:
        problem = f"holds {len(infos)} parts, more than {_ENTRIES}"
    elif sum(info.file_size for info in infos) > _TOTAL:
        problem = f"unpacks to more than {_TOTAL >> 20} MB"
    for info in infos:
        if not info.filename.casefold().endswith((".xml", ".rels")):
            continue  # A blank picture may well be a thousand times smaller when packed, and is never parsed.
        if info.file_size > _XML_PART:
            problem = f"its part `{info.filename}` unpacks to more than {_XML_PART >> 20} MB"
        elif info.file_size > _RATIO_FROM and info.file_size > _RATIO * max(info.compress_size, 1):
            problem = f"its part `{info.filename}` unpacks to more than {_RATIO} times its size"
    if problem:
        raise ArticleError(f"{problem}, as a ZIP bomb does", path=path, hint="Split it or leave it out")


def _check_content(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
    """Unpack a part to the end, where its checksum is compared; nothing of it is kept."""
    with archive.open(info) as stream:
        while stream.read(2**20):
            pass


def _copy(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """Return the directory entry for a new ZIP: name, date and attributes stay, sizes and extras do not."""
    copy = zipfile.ZipInfo(info.filename, info.date_time)
    copy.compress_type = info.compress_type
    copy.comment = info.comment
    copy.create_system = info.create_system
    copy.external_attr = info.external_attr
    copy.internal_attr = info.internal_attr
    return copy


def _serialise(root: Element) -> bytes:
    return _DECLARATION + etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=False)
