"""XLIFF 2.0, 2.1 and 2.2 as CAT tools save it.

Modules and foreign elements are passed by; marks (`mrk`, `sm`, `em`) are text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from translate.inline import Code, Text, concatenate
from translate.xliff.content import (
    Inline,
    Names,
    line_of,
    own_notes,
    plain,
    text_of,
    translates,
    units_in,
    without_duplicates,
)
from translate.xliff.header import TOOL
from translate.xliff.inlinexml import code_of_mark
from translate.xliff.model import Returned, ReturnedUnit, clean

# Values of `subType` that the standard names.
_FORMATS = {"xlf:b": "bold", "xlf:i": "italic", "xlf:u": "underlined", "xlf:lb": "lb"}
# How far a segment has got; no state is `initial`.
_STATES = ("", "initial", "translated", "reviewed", "final")


def read_file(file: etree._Element, version: str, size: int) -> Returned:
    """Read one `file` element of a document of `size` bytes."""
    root = file.getparent()
    assert root is not None
    name = Names(etree.QName(file).namespace)
    header, drafts, problems = own_notes(_header_notes(file, name), size)
    reader = _Units(name, problems, ours="source-sha256" in header or drafts is not None)
    units = without_duplicates(reader.units(file), problems)
    tool_version = header.pop("tool", "")
    return Returned(
        version=version,
        original=file.get("original", ""),
        source_language=root.get("srcLang", ""),
        target_language=root.get("trgLang", ""),
        units=units,
        header=header,
        drafts=drafts,
        tool_version=tool_version,
        problems=tuple(problems),
    )


def _header_notes(file: etree._Element, name: Names) -> Iterator[tuple[str, str]]:
    for note in file.iterfind(f"{name('notes')}/{name('note')}"):
        author, _, key = note.get("category", "").partition(":")
        if author == TOOL and key:
            yield key, plain(note)


@dataclass(frozen=True, slots=True)
class _Part:
    """A segment, or an ignorable stretch between two."""

    id: str
    source: Text
    target: Text | None
    is_segment: bool
    state: str
    qualifier: str
    order: int


class _Units:
    """The units of a file; what is wrong with one goes into `problems`.

    In a document of ours a unit is one sentence: when a tool has cut it into segments, they are joined again.
    In any other each segment of several is a unit, `<unit id>/<segment id>`.
    """

    def __init__(self, name: Names, problems: list[str], *, ours: bool) -> None:
        self.name = name
        self.problems = problems
        self.ours = ours

    def units(self, file: etree._Element) -> Iterator[ReturnedUnit]:
        for element, translatable in units_in(file, self.name, "unit", translates(file, True)):
            yield from self._of_unit(element, translatable)

    def _of_unit(self, element: etree._Element, translatable: bool) -> Iterator[ReturnedUnit]:
        id_ = element.get("id")
        line = line_of(element)
        if id_ is None:
            self.problems.append(f"a <unit> has no id and is left out (line {line})")
            return
        parts = self._parts(element)
        segments = [part for part in parts if part.is_segment]
        if not segments:
            self.problems.append(f"unit {id_}: it has no <source> and is left out (line {line})")
            return
        if not self.ours and len(segments) > 1:
            chosen = [(f"{id_}/{segment.id}", [segment]) for segment in segments]
        else:
            chosen = [(id_, parts)]
        notes = element.iterfind(f"{self.name('notes')}/{self.name('note')}")
        texts = tuple(plain(note) for note in notes)
        for own_id, own in chosen:
            weakest = min((part for part in own if part.is_segment), key=_progress)
            yield ReturnedUnit(
                id=own_id,
                source=concatenate(part.source for part in own),
                target=_target(own),
                state=weakest.state,
                qualifier=weakest.qualifier,
                notes=texts,
                resname=element.get("name", ""),
                translatable=translatable,
                line=line,
            )

    def _parts(self, unit: etree._Element) -> list[_Part]:
        """Return the segments and ignorable stretches; none at all when one of them has no source."""
        inline = _Codes(self.name, unit)
        parts: list[_Part] = []
        for child in unit:
            local = self.name.local(child)
            if local not in ("segment", "ignorable"):
                continue
            children, _ = self.name.children(child)
            source, target = children.get("source"), children.get("target")
            if source is None:
                return []
            place = len(parts) + 1
            order = "" if target is None else target.get("order", "")
            parts.append(
                _Part(
                    id=child.get("id") or str(place),
                    source=text_of(source, inline.meaning),
                    target=None if target is None else text_of(target, inline.meaning),
                    is_segment=local == "segment",
                    state=child.get("state", ""),
                    qualifier=child.get("subState", ""),
                    order=int(order) if re.fullmatch("[0-9]{1,6}", order) else place,
                )
            )
        return parts


def _progress(part: _Part) -> int:
    return _STATES.index(part.state) if part.state in _STATES else 0


def _target(parts: Sequence[_Part]) -> Text | None:
    """Join the targets in their own order; None as long as a segment has none."""
    if any(part.is_segment and part.target is None for part in parts):
        return None
    ordered = sorted(parts, key=lambda part: part.order)
    return concatenate(part.source if part.target is None else part.target for part in ordered)


class _Codes:
    """The inline codes of a unit with their original data."""

    def __init__(self, name: Names, unit: etree._Element) -> None:
        self.name = name
        self.data = {
            data.get("id", ""): plain(data)
            for data in unit.iterfind(f"{name('originalData')}/{name('data')}")
        }

    def meaning(self, element: etree._Element) -> Inline:
        """Say what an inline element is (the chapter "Inline Elements" of the standard)."""
        id_ = element.get("id", "")
        type_ = _type(element)
        match self.name.local(element):
            case "pc":
                start = Code(0, id_, "open", type_, shown=self._shown(element, "Start"))
                return Inline(start, True, Code(0, id_, "close", type_, shown=self._shown(element, "End")))
            case "ph":
                return Inline(code_of_mark(id_, type_, self._shown(element)), False)
            case "sc":
                own = code_of_mark(id_).id
                return Inline(Code(0, own, "open", type_, shown=self._shown(element)), False)
            case "ec":
                own = code_of_mark(element.get("startRef", id_)).id
                return Inline(Code(0, own, "close", type_, shown=self._shown(element)), False)
            case "cp":
                return Inline(_code_point(element.get("hex", "")), False)
            case _:
                return Inline()

    def _shown(self, element: etree._Element, end: str = "") -> str:
        return (
            element.get(f"disp{end}")
            or element.get(f"equiv{end}")
            or self.data.get(element.get(f"dataRef{end}", ""), "")
        )


def _type(element: etree._Element) -> str:
    named = element.get("type", "")
    return named if named in ("link", "image") else _FORMATS.get(element.get("subType", ""), "other")


def _code_point(hexadecimal: str) -> str:
    """Return the character of a `cp` element; "" where XML cannot hold it, which is what `cp` is for."""
    try:
        return clean(chr(int(hexadecimal, 16)))[0]
    except (ValueError, OverflowError):
        return ""
