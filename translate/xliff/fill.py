"""The empty units of somebody's XLIFF document, and their targets put into it; all else stays as it is.

A unit is a `trans-unit` of XLIFF 1.2 or a `segment` of XLIFF 2. The document is not written anew: targets are
put into its own text, with the codes of the source as they are spelled there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from lxml import etree

from translate.inline import Text
from translate.xliff.content import Names, text_of, translates
from translate.xliff.inlinexml import halved
from translate.xliff.model import clean
from translate.xliff.parsing import parse
from translate.xliff.reader import read
from translate.xliff.spelledcodes import SpelledCodes
from translate.xliff.spelling import Spelled, Spot, spelled, spots

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_WORD = re.compile(r"[^\W_]")
# Longer than the indentation of a line is.
_INDENT = 200
_TAG_NAME = re.compile(r"<([^\s/>]+)")
# XLIFF 1.2, section 2.3.3: somebody has said that the unit is done, or that nobody has begun.
_DONE = frozenset({"translated", "signed-off", "final"})
_NOT_BEGUN = re.compile(r"""(\sstate\s*=\s*)(["'])(?:new|needs-translation)\2""")
_STATE = "needs-review-translation"


@dataclass(frozen=True, slots=True)
class EmptyUnit:
    """A unit without a target: `source` is what is to be translated.

    `start` and `end` are the stretch of the document in whose place the target goes, `opening` and `closing`
    what stands around the target's text there.
    """

    source: Text
    start: int
    end: int
    opening: str
    closing: str


@dataclass(frozen=True, slots=True)
class Fillable:
    """A document and its empty units in order."""

    spelled: Spelled
    units: tuple[EmptyUnit, ...]


def empty_units(data: bytes) -> Fillable:
    """Return the units of an XLIFF 1.2 or 2.x document that have a source with words and no target.

    Units that are not to be translated, are approved or are said to be done are left out. Raises XliffError
    as `read` does.
    """
    version = read(data)[0].version
    root = parse(data)
    document = spelled(data, root)
    units = _Units(document.text, root, version)
    return Fillable(document, tuple(units.empty()))


def fill(data: bytes, targets: Sequence[Text]) -> bytes:
    """Return the document with `targets`, one for each of its empty units in their order.

    A target that equals its source is left out, so that the unit stays empty. A new target of XLIFF 1.2 is
    in the state needs-review-translation; the states of XLIFF 2 stay as they are. A character that the
    document's encoding lacks becomes a reference. Raises XliffError as `read` does.
    """
    document = empty_units(data)
    text = document.spelled.text
    line_break = "\r\n" if "\r\n" in text else "\n"
    parts = []
    done = 0
    for unit, target in zip(document.units, targets, strict=True):
        if not target.same(unit.source):
            content = _content(unit.source, target).replace("\n", line_break)
            parts += [text[done : unit.start], unit.opening, content, unit.closing]
            done = unit.end
    return document.spelled.encode("".join([*parts, text[done:]]))


def _content(source: Text, target: Text) -> str:
    """Spell the target with the source's codes; pairs that cross or are not complete are left out."""
    spelling = {code.key: "".join(map(str, code.data)) for code in source.codes}
    broken = halved(target)
    parts: list[str] = []
    after_break = False
    for part in target.parts():
        if isinstance(part, str):
            # The line break stands in the text for the code only (see `Code`).
            own = part.removeprefix("\n") if after_break else part
            parts.append(escape(clean(own)[0], quote=False).replace("\r", "&#13;"))
            after_break = False
            continue
        after_break = part.type == "lb"
        tag = spelling.get(part.key, "")
        is_element = spelling.get((part.id, "close"), "").startswith("</")
        if not (is_element and part.id in broken):
            parts.append(tag)
    return "".join(parts)


class _Units:
    """The units of a parsed document; `text` is how it is spelled."""

    def __init__(self, text: str, root: etree._Element, version: str) -> None:
        self.text = text
        self.root = root
        self.name = Names(etree.QName(root).namespace)
        self.spots = spots(text, root)
        self.is_12 = version == "1.2"

    def empty(self) -> Iterator[EmptyUnit]:
        for file in self.root.iterfind(self.name("file")):
            for unit in self._units(file, translates(file, True)):
                source, target = (unit.find(self.name(local)) for local in ("source", "target"))
                if (
                    source is None
                    or (target is not None and _is_filled(target))
                    or self._is_done(unit, target)
                ):
                    continue
                text = text_of(source, SpelledCodes(self.text, self.spots, self.name, source).meaning)
                if _WORD.search(text.text):
                    yield self._empty(unit, text, source, target)

    def _units(self, parent: etree._Element, inherited: bool) -> Iterator[etree._Element]:
        for child in parent:
            local = self.name.local(child)
            translatable = translates(child, inherited)
            if local in ("body", "group", "unit"):
                yield from self._units(child, translatable)
            elif local in ("trans-unit", "segment") and translatable:
                yield child

    def _is_done(self, unit: etree._Element, target: etree._Element | None) -> bool:
        if self.is_12:
            state = "" if target is None else target.get("state", "")
            return unit.get("approved") == "yes" or state in _DONE
        return unit.get("state", "initial") != "initial"

    def _empty(
        self, unit: etree._Element, text: Text, source: etree._Element, target: etree._Element | None
    ) -> EmptyUnit:
        if target is not None:
            spot = self.spots[target]
            opening, closing = self._around(spot)
            return EmptyUnit(text, spot.start, spot.end, opening, closing)
        segmented = unit.find(self.name("seg-source"))
        end = self.spots[source if segmented is None else segmented].end
        opening, closing = self._new(source)
        return EmptyUnit(text, end, end, opening, closing)

    def _around(self, spot: Spot) -> tuple[str, str]:
        """Return the tags of a target that is there but empty."""
        tag = self.text[spot.start : spot.inner]
        if self.is_12:
            tag = _NOT_BEGUN.sub(rf"\1\2{_STATE}\2", tag)
        if spot.inner == spot.end:
            tag = tag.removesuffix("/>").rstrip() + ">"
        return tag, f"</{_tag_name(tag)}>"

    def _new(self, source: etree._Element) -> tuple[str, str]:
        """Return the tags of a target that is not there, on a line of its own where the source is."""
        spot = self.spots[source]
        before = self.text[max(0, spot.start - _INDENT) : spot.start]
        indent = before[len(before.rstrip()) :]
        name = _tag_name(self.text[spot.start : spot.inner]).removesuffix("source") + "target"
        space = source.get(_SPACE)
        preserved = f' xml:space="{space}"' if space else ""
        state = f' state="{_STATE}"' if self.is_12 else ""
        return f"{indent}<{name}{preserved}{state}>", f"</{name}>"


def _is_filled(target: etree._Element) -> bool:
    return len(target) > 0 or bool((target.text or "").strip())


def _tag_name(tag: str) -> str:
    name = _TAG_NAME.match(tag)
    assert name is not None
    return name[1]
