"""TMX 1.4b (LISA OSCAR, 26 April 2005): writing a memory, and what reading and writing share.

An entry is a `tu` with its context, article and unit in properties, its date in `changedate`, the tool in
`creationtool`. A pair of codes is `bpt` and `ept`, one whose partner stands in another segment `it`, a single
one `ph`; `x` is the number that joins a code of the target to that of the source.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lxml import etree

from translate import __version__
from translate.errors import path_context
from translate.files import opened_atomically
from translate.inline import Code, Text, unpaired
from translate.memory.model import Entry

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DATE = "%Y%m%dT%H%M%SZ"
PREVIOUS, FOLLOWING, ARTICLE, UNIT = "x-previous", "x-following", "x-article", "x-unit"
WAIVED = "x-waived"
TYPES = {
    "bold": "bold",
    "italic": "italic",
    "underlined": "ulined",
    "link": "link",
    "image": "image",
    "lb": "lb",
    "protected": "x-protected",
    "other": "x-other",
}
"""Types of our codes, and what TMX calls them (section "type")."""

_HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'


def write_tmx(path: Path, entries: Iterable[Entry], source_language: str, target_language: str) -> int:
    """Write entries to `path`, one after another, and return their number.

    The file is UTF-8 and replaces another of that name when it is complete. The languages are BCP 47 codes.
    Raises OutputError when the file cannot be written.
    """
    count = 0
    with path_context(path), opened_atomically(path) as file:
        file.write(_HEAD)
        with etree.xmlfile(file, encoding="UTF-8") as xml, xml.element("tmx", {"version": "1.4"}):
            header = {
                "creationtool": "translate",
                "creationtoolversion": __version__,
                "segtype": "sentence",
                "o-tmf": "translate",
                "adminlang": "en",
                "srclang": source_language,
                "datatype": "plaintext",
            }
            xml.write("\n  ", etree.Element("header", header), "\n  ")
            with xml.element("body"):
                for entry in entries:
                    count += 1
                    xml.write("\n    ", _unit(entry, count, source_language, target_language))
                xml.write("\n  ")
            xml.write("\n")
        file.write(b"\n")
    return count


def _unit(entry: Entry, number: int, source_language: str, target_language: str) -> etree._Element:
    date = entry.date.strftime(DATE)
    unit = etree.Element("tu", {"tuid": str(number), "changedate": date, "creationtool": entry.tool})
    context = {
        PREVIOUS: entry.previous,
        FOLLOWING: entry.following,
        ARTICLE: entry.article,
        UNIT: entry.unit,
        WAIVED: "\n".join(entry.waived),
    }
    for name, value in context.items():
        if value:
            etree.SubElement(unit, "prop", {"type": name}).text = value
    for language, text in ((source_language, entry.source), (target_language, entry.target)):
        variant = etree.SubElement(unit, "tuv", {XML_LANG: language})
        _fill(etree.SubElement(variant, "seg"), text)
    _indent(unit)
    return unit


def _fill(segment: etree._Element, text: Text) -> None:
    alone = unpaired(text.codes)
    last: etree._Element | None = None
    for part in text.parts():
        if isinstance(part, Code):
            last = _code(segment, part, alone=part.key in alone)
        elif last is None:
            segment.text = part
        else:
            last.tail = part


def _code(segment: etree._Element, code: Code, *, alone: bool) -> etree._Element:
    type_ = TYPES.get(code.type, TYPES["other"])
    if code.kind == "single":
        element = etree.SubElement(segment, "ph", {"x": code.id, "type": type_})
    elif alone:
        pos = "begin" if code.kind == "open" else "end"
        element = etree.SubElement(segment, "it", {"pos": pos, "x": code.id, "type": type_})
    elif code.kind == "open":
        element = etree.SubElement(segment, "bpt", {"i": code.id, "x": code.id, "type": type_})
    else:
        element = etree.SubElement(segment, "ept", {"i": code.id})
    element.text = code.shown
    return element


def _indent(unit: etree._Element) -> None:
    """Break lines around the properties and variants, never inside a segment."""
    unit.text = "\n      "
    for child in unit:
        child.tail = "\n      "
        if child.tag == "tuv":
            child.text, child[0].tail = "\n        ", "\n      "
    unit[-1].tail = "\n    "
