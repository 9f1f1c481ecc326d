"""XLIFF 1.2 (OASIS Standard, 1 February 2008) in the one shape that every CAT tool was measured to read.

One `file` per document, one sentence per `trans-unit`, a `group` per block, at most one `note` per unit,
inline codes as `g` and `x`, no `seg-source`, `mrk` or `alt-trans`. How the drafts were made stands in the
header: the tool and the phase in elements of their own, the rest in notes, since strict XLIFF 1.2 has no
other place for it.
"""

from __future__ import annotations

from lxml import etree

from translate.inline import Code, Text
from translate.xliff.header import TOOL, check_ids, format_date, header_notes
from translate.xliff.inlinexml import add, append_text, halved, indent, mark_id, written
from translate.xliff.model import Document, Origin, State, Unit, clean
from translate.xliff.seal import seal

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"

_XML = "{http://www.w3.org/XML/1998/namespace}"
_PHASE = "draft"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
_STATES: dict[State, str] = {
    "draft": "needs-review-translation",
    "flagged": "needs-adaptation",
    "approved": "final",
}
_QUALIFIERS: dict[Origin, str] = {
    "mt": "mt-suggestion",
    "context": "leveraged-tm",
    "exact": "exact-match",
    "fuzzy": "fuzzy-match",
}
# 1 is the highest priority of a note: what must be looked at comes before what is for reference.
_PRIORITIES: dict[State, str] = {"draft": "2", "flagged": "1", "approved": "2"}
# What the standard names for the `ctype` of `g` and of `x`; every other value begins with `x-`.
_CTYPES = {"g": {"bold", "italic", "underlined", "link"}, "x": {"image", "lb"}}


def to_bytes(document: Document) -> bytes:
    """Write `document` as XLIFF 1.2 in UTF-8 (see `translate.xliff.to_bytes`)."""
    check_ids(document)
    root = etree.Element(f"{{{NAMESPACE}}}xliff", {"version": "1.2"}, nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    file = add(
        root,
        "file",
        {
            "original": document.original,
            "datatype": document.datatype,
            "source-language": document.source_language,
            "target-language": document.target_language,
            "tool-id": TOOL,
            "date": format_date(document.date),
        },
    )
    _add_header(file, document)
    body = add(file, "body")
    for group in document.groups:
        parent = add(body, "group", {"id": group.id, "resname": group.resname})
        for unit in group.units:
            _add_unit(parent, unit, document)
    indent(root)
    return seal(_DECLARATION + etree.tostring(root, encoding="UTF-8", xml_declaration=False) + b"\n")


def _add_header(file: etree._Element, document: Document) -> None:
    header = add(file, "header")
    phase = {"phase-name": _PHASE, "process-name": "translation", "tool-id": TOOL}
    add(add(header, "phase-group"), "phase", {**phase, "date": format_date(document.date)})
    version = document.signature.tool_version
    add(header, "tool", {"tool-id": TOOL, "tool-name": TOOL, "tool-version": version})
    for key, value in header_notes(document):
        add(header, "note", {"from": f"{TOOL}:{key}"}, value)


def _add_unit(group: etree._Element, unit: Unit, document: Document) -> None:
    approved = "yes" if unit.state == "approved" else "no"
    names = {"id": unit.id, "resname": unit.resname, "approved": approved, f"{_XML}space": "preserve"}
    element = add(group, "trans-unit", names)
    source, target = written(unit)
    halves = halved(source, target)
    _fill(add(element, "source", {f"{_XML}lang": document.source_language}), source, halves)
    state = {
        "state": _STATES[unit.state],
        "state-qualifier": _QUALIFIERS[unit.origin],
        "phase-name": _PHASE,
    }
    _fill(add(element, "target", {f"{_XML}lang": document.target_language, **state}), target, halves)
    if clean(unit.note)[0]:
        add(element, "note", {"from": TOOL, "priority": _PRIORITIES[unit.state]}, unit.note)


def _fill(element: etree._Element, text: Text, halves: frozenset[str]) -> None:
    """Write a text with its codes; the pairs of `halves` are two marks each, the others one element."""
    element.text = ""
    around = [element]
    for part in text.parts():
        if isinstance(part, str):
            append_text(around[-1], part)
        elif part.kind == "single" or part.id in halves:
            shown = {"equiv-text": part.shown} if part.shown else {}
            add(around[-1], "x", {"id": mark_id(part), "ctype": _ctype("x", part), **shown})
        elif part.kind == "open":
            around.append(add(around[-1], "g", {"id": part.id, "ctype": _ctype("g", part)}, ""))
        else:
            around.pop()


def _ctype(element: str, code: Code) -> str:
    return code.type if code.type in _CTYPES[element] else f"x-{code.type}"
