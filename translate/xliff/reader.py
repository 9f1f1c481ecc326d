"""The one way to read XLIFF, whichever version it is and whichever tool has saved it."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from translate.errors import XliffError, path_context
from translate.xliff import read2, read12
from translate.xliff.content import Names, line_of
from translate.xliff.model import Returned
from translate.xliff.parsing import NAMESPACE, load, parse

_READERS = {"1.2": read12.read_file, "2.0": read2.read_file, "2.1": read2.read_file, "2.2": read2.read_file}


def read(data: bytes | Path) -> tuple[Returned, ...]:
    """Read an XLIFF 1.2, 2.0, 2.1 or 2.2 document from its bytes or from a file: one item per `file` of it.

    Any tool's document is read; what is wrong with a unit is in `Returned.problems`. White space is taken as
    it stands, except that CR LF is LF. Raises XliffError, with the line where it is known, for what is no
    well-formed XML, no XLIFF, another version of it, or meant to do harm (see `parsing.parse`).
    """
    if isinstance(data, Path):
        with path_context(data):
            return read(load(data))
    root = parse(data)
    version = _version(root)
    files = root.findall(Names(etree.QName(root).namespace)("file"))
    if not files:
        hint = "Give the XLIFF file that your CAT tool has saved"
        raise XliffError("the document has no <file>", line=line_of(root), hint=hint)
    return tuple(_READERS[version](file, version, len(data)) for file in files)


def _version(root: etree._Element) -> str:
    of_namespace = (etree.QName(root).namespace or "").removeprefix(NAMESPACE)
    version = root.get("version") or of_namespace
    hint = "Save it as 1.2, 2.0, 2.1 or 2.2 in your CAT tool"
    if version not in _READERS:
        message = f"XLIFF {version[:20] or 'without a version'} is not read"
        raise XliffError(message, line=line_of(root), hint=hint)
    if of_namespace and of_namespace[0] != version[0]:
        message = f"the version is {version}, but the namespace is that of XLIFF {of_namespace[:20]}"
        raise XliffError(message, line=line_of(root), hint=hint)
    return version
