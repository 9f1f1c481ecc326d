"""XLIFF 2.0 (OASIS Standard, 4 August 2014) in the one shape that every CAT tool was measured to read.

One `file` per document, one sentence per `unit` with one `segment`, a `group` per block, at most one `note`
per unit, codes as `pc` and `ph` with their original data, no `mrk` and no modules. How the drafts were made
stands in the notes of the file.
"""

from __future__ import annotations

from lxml import etree

from translate.errors import XliffError, segment_context
from translate.inline import Code, Text
from translate.xliff.header import TOOL, check_ids, format_date, header_notes
from translate.xliff.inlinexml import append_text, halved, indent, mark_id, written
from translate.xliff.model import Document, Unit, clean
from translate.xliff.seal import seal

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"

_SPACE = {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
# Section 4.3.1, "type" and "subType": the kinds of codes that the standard names.
_TYPES: dict[str, dict[str, str]] = {
    "bold": {"type": "fmt", "subType": "xlf:b"},
    "italic": {"type": "fmt", "subType": "xlf:i"},
    "underlined": {"type": "fmt", "subType": "xlf:u"},
    "lb": {"type": "fmt", "subType": "xlf:lb"},
    "link": {"type": "link"},
    "image": {"type": "image"},
}
_OTHER = {"type": "other"}


def to_bytes(document: Document) -> bytes:
    """Write `document` as XLIFF 2.0 in UTF-8; the same document always gives the same bytes,
    sealed with their own checksum (see `is_untouched`).

    Characters that XML 1.0 cannot hold are dropped (see `clean`). Raises XliffError when two ids or two codes
    of a text are the same, when there is no group or when the date has no time zone.
    """
    check_ids(document)
    if not document.groups:
        # Section 4.2.2.2: a file holds at least one unit or group.
        raise XliffError("there is no text to review", path=document.original, hint="Leave the article out")
    root = etree.Element(
        _name("xliff"),
        {"version": "2.0", "srcLang": document.source_language, "trgLang": document.target_language},
        nsmap={None: NAMESPACE},  # type: ignore[dict-item]
    )
    file = _add(root, "file", {"id": "f1", "original": document.original})
    _add_header(file, document)
    for group in document.groups:
        parent = _add(file, "group", {"id": group.id, "name": group.resname})
        for unit in group.units:
            with segment_context(unit.id):
                _add_unit(parent, unit)
    indent(root)
    return seal(_DECLARATION + etree.tostring(root, encoding="UTF-8", xml_declaration=False) + b"\n")


def _add_header(file: etree._Element, document: Document) -> None:
    notes = _add(file, "notes")
    tool = ("tool", document.signature.tool_version), ("date", format_date(document.date))
    for key, value in (*tool, *header_notes(document)):
        _add(notes, "note", {"id": f"n-{key}", "category": f"{TOOL}:{key}"}, value)


def _add_unit(group: etree._Element, unit: Unit) -> None:
    element = _add(group, "unit", {"id": unit.id, "name": unit.resname})
    note, _ = clean(unit.note)
    if note:
        _add(_add(element, "notes"), "note", {"id": f"{unit.id}-n", "category": TOOL}, note)
    source, target = written(unit)
    codes = _Codes(source, target)
    codes.add_data(element)
    segment = _add(element, "segment", {"id": "s1", **_state(unit)})
    codes.fill(_add(segment, "source", _SPACE), source)
    codes.fill(_add(segment, "target", _SPACE), target)


def _state(unit: Unit) -> dict[str, str]:
    if unit.state == "approved":
        return {"state": "final"}
    return {"state": "initial", "subState": f"{TOOL}:{'flagged' if unit.state == 'flagged' else unit.origin}"}


class _Codes:
    """The inline codes of a unit, written the same way in its source and its target."""

    def __init__(self, source: Text, target: Text) -> None:
        self._halved = halved(source, target)
        # By the key of a code: the id and the text of its original data.
        self._data: dict[tuple[str, str], tuple[str, str]] = {}
        for text in (source, target):
            for code in text.codes:
                if code.key not in self._data and (data := _original(code)):
                    self._data[code.key] = f"d{len(self._data) + 1}", data

    def add_data(self, unit: etree._Element) -> None:
        """Add the original data of the codes to the unit, when there is any."""
        if self._data:
            parent = _add(unit, "originalData")
            for id_, data in self._data.values():
                _add(parent, "data", {"id": id_}, data)

    def fill(self, element: etree._Element, text: Text) -> None:
        """Write the text and its codes into an empty element."""
        element.text = ""
        inner = [element]
        for part in text.parts():
            if isinstance(part, str):
                append_text(inner[-1], part)
            elif part.kind == "single" or part.id in self._halved:
                _add(inner[-1], "ph", self._mark(part))
            elif part.kind == "open":
                inner.append(_add(inner[-1], "pc", self._pair(part), ""))
            else:
                inner.pop()

    def _mark(self, code: Code) -> dict[str, str]:
        shown = {"disp": code.shown} if code.shown else {}
        return {"id": mark_id(code), **_type(code), **self._reference("dataRef", code.key), **shown}

    def _pair(self, code: Code) -> dict[str, str]:
        start = self._reference("dataRefStart", code.key)
        return {"id": code.id, **_type(code), **start, **self._reference("dataRefEnd", (code.id, "close"))}

    def _reference(self, attribute: str, key: tuple[str, str]) -> dict[str, str]:
        return {attribute: self._data[key][0]} if key in self._data else {}


def _type(code: Code) -> dict[str, str]:
    return _TYPES.get(code.type, _OTHER)


def _original(code: Code) -> str:
    """Return what stands for a code in the article, as short as it is shown to people."""
    return clean(code.shown or "".join(part for part in code.data if isinstance(part, str)))[0]


def _add(
    parent: etree._Element, name: str, attributes: dict[str, str] | None = None, text: str | None = None
) -> etree._Element:
    values = {key: clean(value)[0] for key, value in (attributes or {}).items()}
    element = etree.SubElement(parent, _name(name), values)
    if text is not None:
        element.text = clean(text)[0]
    return element


def _name(local: str) -> str:
    return f"{{{NAMESPACE}}}{local}"
