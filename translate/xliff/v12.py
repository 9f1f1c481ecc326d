"""XLIFF 1.2 (OASIS Standard, 1 February 2008) in the one shape that every CAT tool was measured to read.

One `file` per document, one sentence per `trans-unit`, a `group` per block, at most one `note` per unit, no
`seg-source`, `mrk` or `alt-trans`. How the drafts were made stands in the header: the tool and the phase in
elements of their own, the rest in notes, since strict XLIFF 1.2 has no other place for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from lxml import etree

from translate.errors import XliffError, path_context, segment_context
from translate.xliff.model import Document, Group, Signature, State, Unit, clean
from translate.xliff.seal import BLANK, seal

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
TOOL = "translate"

_XML = "{http://www.w3.org/XML/1998/namespace}"
_PHASE = "draft"
_STATES: dict[State, str] = {"draft": "needs-review-translation", "flagged": "needs-adaptation"}
# 1 is the highest priority of a note: what must be looked at comes before what is for reference.
_PRIORITIES: dict[State, str] = {"draft": "2", "flagged": "1"}
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
_DATE = "%Y-%m-%dT%H:%M:%SZ"
_HINT = "Draft the article again with `translate run`"


def to_bytes(document: Document) -> bytes:
    """Write `document` as XLIFF 1.2 in UTF-8; the same document always gives the same bytes,
    sealed with their own checksum (see `is_untouched`).

    Characters that XML 1.0 cannot hold are dropped (see `clean`). Raises XliffError when two ids are the same
    or the date has no time zone.
    """
    _check_ids(document)
    root = etree.Element(_name("xliff"), {"version": "1.2"}, nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    file = _add(
        root,
        "file",
        {
            "original": document.original,
            "datatype": document.datatype,
            "source-language": document.source_language,
            "target-language": document.target_language,
            "tool-id": TOOL,
            "date": _format_date(document.date),
        },
    )
    _add_header(file, document)
    body = _add(file, "body")
    for group in document.groups:
        parent = _add(body, "group", {"id": group.id, "resname": group.resname})
        for unit in group.units:
            _add_unit(parent, unit, document)
    etree.indent(root)
    return seal(_DECLARATION + etree.tostring(root, encoding="UTF-8", xml_declaration=False) + b"\n")


def _check_ids(document: Document) -> None:
    seen: set[str] = set()
    for group in document.groups:
        for id_ in (group.id, *(unit.id for unit in group.units)):
            if id_ in seen:
                raise XliffError("the id is used twice in one document", path=document.original, segment=id_)
            seen.add(id_)


def _format_date(date: datetime) -> str:
    if date.tzinfo is None:
        raise XliffError("the date has no time zone", hint="Use datetime.now(UTC)")
    return date.astimezone(UTC).strftime(_DATE)


def _add_header(file: etree._Element, document: Document) -> None:
    header = _add(file, "header")
    phase = {"phase-name": _PHASE, "process-name": "translation", "tool-id": TOOL}
    _add(_add(header, "phase-group"), "phase", {**phase, "date": _format_date(document.date)})
    version = document.signature.tool_version
    _add(header, "tool", {"tool-id": TOOL, "tool-name": TOOL, "tool-version": version})
    for key, value in (
        ("model", document.signature.model),
        ("glossary", document.signature.glossary),
        ("settings", document.signature.settings),
        ("source-sha256", document.source_sha256),
        ("spans", document.spans),
        ("seal", BLANK),
    ):
        _add(header, "note", {"from": f"{TOOL}:{key}"}, value)


def _add_unit(group: etree._Element, unit: Unit, document: Document) -> None:
    names = {"id": unit.id, "resname": unit.resname, "approved": "no", f"{_XML}space": "preserve"}
    element = _add(group, "trans-unit", names)
    _add(element, "source", {f"{_XML}lang": document.source_language}, unit.source)
    state = {"state": _STATES[unit.state], "state-qualifier": "mt-suggestion", "phase-name": _PHASE}
    _add(element, "target", {f"{_XML}lang": document.target_language, **state}, unit.target)
    note, _ = clean(unit.note)
    if note:
        _add(element, "note", {"from": TOOL, "priority": _PRIORITIES[unit.state]}, note)


def _add(
    parent: etree._Element, name: str, attributes: dict[str, str] | None = None, text: str | None = None
) -> etree._Element:
    values = {key: clean(value)[0] for key, value in (attributes or {}).items()}
    element = etree.SubElement(parent, _name(name), values)
    if text is not None:
        element.text = clean(text)[0]
    return element


def read(data: bytes | Path) -> Document:
    """Read an XLIFF 1.2 document that `to_bytes` wrote, from its bytes or from a file.

    Nothing outside the document is opened: entities are not expanded and a document type declaration is
    refused. Raises XliffError, with the line where it is known, when this is no well-formed XLIFF 1.2
    document or not one of ours.
    """
    if isinstance(data, Path):
        with path_context(data):
            return read(_load(data))
    root = _parse(data)
    if root.tag != _name("xliff") or root.get("version") != "1.2":
        raise _fault("this is no XLIFF 1.2 document", root)
    files = root.findall(_name("file"))
    if len(files) != 1:
        raise _fault(f"one <file> element was expected, {len(files)} were found", root)
    return _read_file(files[0])


def _load(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise XliffError(f"cannot be read ({reason})", hint="Check the path and its permissions") from error


def _parse(data: bytes) -> etree._Element:
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
        line, column = error.position
        # The parser's message repeats the position at its end.
        reason = error.msg.rpartition(", line ")[0] or error.msg
        message = f"this is no well-formed XML: {reason}"
        raise XliffError(message, line=line or None, column=column or None, hint=_HINT) from error
    # No tool writes one into XLIFF 1.2, and it is the way in for entity expansion.
    if root.getroottree().docinfo.internalDTD is not None:
        hint = "Remove it, or export the file again from your CAT tool"
        raise XliffError("a document type declaration (DOCTYPE) is refused", hint=hint)
    return root


def _read_file(file: etree._Element) -> Document:
    header = _child(file, "header")
    notes = {note.get("from"): _text(note) for note in header.findall(_name("note"))}
    signature = Signature(
        tool_version=_attribute(_child(header, "tool"), "tool-version"),
        model=_noted(notes, "model", header),
        glossary=_noted(notes, "glossary", header),
        settings=_noted(notes, "settings", header),
    )
    return Document(
        original=_attribute(file, "original"),
        datatype=_attribute(file, "datatype"),
        source_language=_attribute(file, "source-language"),
        target_language=_attribute(file, "target-language"),
        date=_read_date(file),
        signature=signature,
        groups=tuple(_read_group(group) for group in _child(file, "body").findall(_name("group"))),
        source_sha256=_noted(notes, "source-sha256", header),
        spans=notes.get(f"{TOOL}:spans", ""),
    )


def _read_date(file: etree._Element) -> datetime:
    text = _attribute(file, "date")
    try:
        return datetime.strptime(text, _DATE).replace(tzinfo=UTC)
    except ValueError as error:
        raise _fault(f"the date {text!r} is not of the form 2026-03-14T09:30:00Z", file) from error


def _noted(notes: dict[str | None, str], key: str, header: etree._Element) -> str:
    try:
        return notes[f"{TOOL}:{key}"]
    except KeyError:
        raise _fault(f"the header has no note from {TOOL}:{key}", header) from None


def _read_group(group: etree._Element) -> Group:
    return Group(_attribute(group, "id"), _attribute(group, "resname"), tuple(_read_units(group)))


def _read_units(group: etree._Element) -> Iterator[Unit]:
    for element in group.findall(_name("trans-unit")):
        id_ = _attribute(element, "id")
        with segment_context(id_):
            target = _child(element, "target")
            note = element.find(_name("note"))
            yield Unit(
                id=id_,
                resname=_attribute(element, "resname"),
                source=_text(_child(element, "source")),
                target=_text(target),
                state="flagged" if target.get("state") == _STATES["flagged"] else "draft",
                note="" if note is None else _text(note),
            )


def _child(parent: etree._Element, name: str) -> etree._Element:
    child = parent.find(_name(name))
    if child is None:
        raise _fault(f"<{_local(parent)}> has no <{name}>", parent)
    return child


def _attribute(element: etree._Element, name: str) -> str:
    value = element.get(name)
    if value is None:
        raise _fault(f"<{_local(element)}> has no {name!r} attribute", element)
    return value


def _text(element: etree._Element) -> str:
    if len(element):
        # Text around an inline code must not be lost or run together.
        raise _fault(f"<{_local(element)}> holds inline codes", element)
    return element.text or ""


def _name(local: str) -> str:
    return f"{{{NAMESPACE}}}{local}"


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


def _fault(message: str, element: etree._Element) -> XliffError:
    line: int | None = element.sourceline  # type: ignore[assignment]
    return XliffError(message, line=line, hint=_HINT)
