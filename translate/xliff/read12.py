"""XLIFF 1.2, strict, transitional or without a namespace, as CAT tools save it.

What is not understood is passed by: alternatives, segmented sources, binary units, elements of other
namespaces. Marks (`mrk`) inside a text are text.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from translate.inline import Code, Kind
from translate.xliff.content import (
    CODE_TYPES,
    Inline,
    Names,
    line_of,
    own_notes,
    plain,
    text_of,
    units_in,
    without_duplicates,
)
from translate.xliff.header import TOOL
from translate.xliff.inlinexml import code_of_mark
from translate.xliff.model import Returned, ReturnedUnit


def read_file(file: etree._Element, version: str, size: int) -> Returned:
    """Read one `file` element of a document of `size` bytes."""
    name = Names(etree.QName(file).namespace)
    header, drafts, problems = own_notes(_header_notes(file, name), size)
    tools = {tool.get("tool-id"): tool for tool in file.iterfind(f"{name('header')}/{name('tool')}")}
    reader = _Units(name, problems)
    units = without_duplicates(reader.units(file), problems)
    return Returned(
        version=version,
        original=file.get("original", ""),
        source_language=file.get("source-language", ""),
        target_language=file.get("target-language", ""),
        units=units,
        header=header,
        drafts=drafts,
        tool_version=tools[TOOL].get("tool-version", "") if TOOL in tools else "",
        datatype=file.get("datatype", ""),
        tool=_saved_by(tools),
        problems=tuple(problems),
    )


def _saved_by(tools: dict[str | None, etree._Element]) -> str:
    """Return the name and the version of the last tool that signed the header, ours not counted."""
    others = [tool for id_, tool in tools.items() if id_ != TOOL]
    if not others:
        return ""
    named = others[-1].get("tool-name") or others[-1].get("tool-id") or ""
    version = others[-1].get("tool-version", "")
    return named if not version or version in named else f"{named} {version}"


def _header_notes(file: etree._Element, name: Names) -> Iterator[tuple[str, str]]:
    for note in file.iterfind(f"{name('header')}/{name('note')}"):
        author, _, key = note.get("from", "").partition(":")
        if author == TOOL and key:
            yield key, plain(note)


class _Units:
    """The units of a file; what is wrong with one goes into `problems`."""

    def __init__(self, name: Names, problems: list[str]) -> None:
        self.name = name
        self.problems = problems

    def units(self, file: etree._Element) -> Iterator[ReturnedUnit]:
        body = file.find(self.name("body"))
        if body is None:
            self.problems.append("a <file> has no <body>")
            return
        for element, translatable in units_in(body, self.name, "trans-unit"):
            unit = self._unit(element, translatable)
            if unit is not None:
                yield unit

    def _unit(self, element: etree._Element, translatable: bool) -> ReturnedUnit | None:
        id_ = element.get("id")
        line = line_of(element)
        if id_ is None:
            self.problems.append(f"a <trans-unit> has no id and is left out (line {line})")
            return None
        children, notes = self.name.children(element)
        source, target = children.get("source"), children.get("target")
        if source is None:
            self.problems.append(f"unit {id_}: it has no <source> and is left out (line {line})")
            return None
        return ReturnedUnit(
            id=id_,
            source=text_of(source, self._inline),
            target=None if target is None else text_of(target, self._inline),
            state="" if target is None else target.get("state", ""),
            qualifier="" if target is None else target.get("state-qualifier", ""),
            approved=element.get("approved") == "yes",
            notes=tuple(plain(note) for note in notes),
            resname=element.get("resname", ""),
            translatable=translatable,
            line=line,
        )

    def _inline(self, element: etree._Element) -> Inline:
        """Say what an inline element is (the chapter "Inline Elements" of the standard)."""
        id_ = element.get("id", "")
        type_ = _type(element.get("ctype", ""))
        match self.name.local(element):
            case "g":
                return Inline(Code(0, id_, "open", type_), True, Code(0, id_, "close", type_))
            case "x" | "ph":
                return Inline(code_of_mark(id_, type_, _shown(element)), False)
            case "bx" | "bpt":
                return Inline(Code(0, element.get("rid", id_), "open", type_, shown=_shown(element)), False)
            case "ex" | "ept":
                return Inline(Code(0, element.get("rid", id_), "close", type_, shown=_shown(element)), False)
            case "it":
                kind: Kind = "close" if element.get("pos") == "close" else "open"
                return Inline(Code(0, element.get("rid", id_), kind, type_, shown=_shown(element)), False)
            case _:
                return Inline()


def _type(ctype: str) -> str:
    known = ctype.removeprefix("x-")
    return known if known in CODE_TYPES else "other"


def _shown(element: etree._Element) -> str:
    return element.get("equiv-text") or plain(element)
