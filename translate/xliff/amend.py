"""Words of targets changed in the text of somebody's document; every other byte stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from lxml import etree

from translate.errors import XliffError
from translate.xliff.content import Names, units_in
from translate.xliff.drafts import pack_texts
from translate.xliff.header import TOOL
from translate.xliff.model import Returned, clean
from translate.xliff.parsing import parse
from translate.xliff.reader import read
from translate.xliff.spelling import Spot, spelled, spots

Change = tuple[int, int, str]
"""The characters from start to end of a target's text, and what stands in their place."""

# A character of the text, or none, that is spelled with several (XML 1.0, sections 2.5 to 2.11 and 4.1).
_SPELLED = re.compile(
    r"""(?P<none><!--.*?--> | <\?.*?\?>)
      | <!\[CDATA\[(?P<data>.*?)\]\]>
      | &\#x(?P<hex>[0-9a-fA-F]+); | &\#(?P<number>[0-9]+); | &(?P<name>\w+);
      | (?P<line>\r\n?)
      | (?P<plain>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
# Elements whose content is the code of a format and no text (XLIFF 1.2, section 2.4; XLIFF 2, section 4.2.3).
_NATIVE = frozenset({"x", "ph", "bx", "bpt", "ex", "ept", "it", "sc", "ec", "cp"})


@dataclass(frozen=True, slots=True)
class _Character:
    """A character of a target's text and where the document spells it; `None` where it stands in a source."""

    value: str
    start: int
    end: int
    is_data: bool = False
    is_fixed: bool = False


def amend(data: bytes, changes: Mapping[tuple[int, str], Sequence[Change]]) -> tuple[bytes, list[str]]:
    """Return the document with its targets changed, and the ids of the units that could not be.

    `changes` are given by the number of the `file` (from 0) and the id that `read` gives the unit; those of
    a unit must not overlap. Inline codes stay where they are. A target that was the draft still is it: what
    our header has for it changes too, or nobody could tell it from a reviewed one. Raises XliffError as
    `read` does, and when the changed document would not read as it should.
    """
    before = read(data)
    root = parse(data)
    document = spelled(data, root)
    places = _Places(document.text, root)
    known = {(part, unit.id): unit for part, file in enumerate(before) for unit in file.units}
    edits: list[Change] = []
    left: list[str] = []
    done: dict[tuple[int, str], str] = {}
    for key, own in changes.items():
        unit = known.get(key)
        target = None if unit is None or unit.target is None else unit.target.text
        characters = None if target is None else places.of_target(*key, target)
        if target is None or characters is None or not _can_change(characters, own):
            left.append(key[1])
            continue
        edits += [edit for change in own for edit in _edits(characters, change)]
        done[key] = _changed(target, own)
    changed = document.encode(_changed(document.text, edits))
    after = read(changed)
    if _differs(before, after, done):
        hint = "Make the changes in your CAT tool"
        raise XliffError("cannot be changed in place without changing more than was meant", hint=hint)
    packed = {part: text for part in range(len(before)) if (text := _drafts(before[part], after[part]))}
    if packed:
        changed = document.encode(_changed(document.text, [*edits, *places.of_drafts(packed)]))
    return changed, left


def _drafts(before: Returned, after: Returned) -> str:
    """Return the drafts that a changed file has, packed; "" when none of them was a target that changed."""
    drafts = before.drafts or {}
    same = {
        unit.id: other.target
        for unit, other in zip(before.units, after.units, strict=True)
        if unit.target is not None and other.target is not None and not unit.target.same(other.target)
        if (draft := drafts.get(unit.id)) is not None and draft.same(unit.target)
    }
    return pack_texts({**drafts, **same}) if same else ""


def _changed(text: str, changes: Sequence[Change]) -> str:
    parts: list[str] = []
    done = 0
    for start, end, new in sorted(changes):
        parts += [text[done:start], new]
        done = end
    return "".join([*parts, text[done:]])


def _can_change(characters: Sequence[_Character], changes: Sequence[Change]) -> bool:
    """Whether all that is replaced, or that something is put beside, stands in the target itself."""
    return bool(characters) and not any(
        character.is_fixed for start, end, _ in changes for character in characters[max(start - 1, 0) : end]
    )


def _edits(characters: Sequence[_Character], change: Change) -> Iterator[Change]:
    """Yield the edits of the document: the new text in the place of the first character, the others out."""
    start, end, new = change
    if start == end:
        beside = characters[max(start - 1, 0)]
        place = beside.end if start else beside.start
        yield place, place, _spelling(new, beside)
        return
    first = characters[start]
    yield first.start, first.end, _spelling(new, first)
    for character in characters[start + 1 : end]:
        yield character.start, character.end, ""


def _spelling(text: str, beside: _Character) -> str:
    text = clean(text)[0]
    return text if beside.is_data else escape(text, quote=False).replace("\r", "&#13;")


def _differs(
    before: Sequence[Returned], after: Sequence[Returned], done: Mapping[tuple[int, str], str]
) -> bool:
    """Whether a text of the changed document is not what it was, or not what it was to become."""
    for part, (old, new) in enumerate(zip(before, after, strict=True)):
        for unit, other in zip(old.units, new.units, strict=True):
            target = None if unit.target is None else unit.target.text
            expected = done.get((part, unit.id), target)
            if other.source != unit.source or expected != (
                None if other.target is None else other.target.text
            ):
                return True
            if unit.target is not None and other.target is not None and unit.target.keys != other.target.keys:
                return True
    return False


class _Places:
    """Where the characters of each target stand in the text of a document."""

    def __init__(self, text: str, root: etree._Element) -> None:
        self.text = text
        self.root = root
        self.name = Names(etree.QName(root).namespace)
        self.spots = spots(text, root)
        self.units = {
            (part, element.get("id", "")): element
            for part, file in enumerate(root.findall(self.name("file")))
            for element in reversed(list(self._units(file)))
        }

    def of_target(self, part: int, unit: str, target: str) -> list[_Character] | None:
        """Return the characters of a unit's target, which reads `target`; None when they are not found."""
        for elements in self._candidates(part, unit):
            found = [character for element, fixed in elements for character in self._of(element, fixed)]
            if "".join(character.value for character in found) == target:
                return found
        return None

    def of_drafts(self, packed: Mapping[int, str]) -> Iterator[Change]:
        """Yield the edits that put other drafts into the headers of files, given by their number."""
        for part, file in enumerate(self.root.findall(self.name("file"))):
            for note in file.iter(self.name("note")) if part in packed else ():
                if f"{TOOL}:drafts" in (note.get("from"), note.get("category")):
                    spot = self.spots[note]
                    yield spot.inner, spot.inner_end, packed[part]
                    break

    def _units(self, file: etree._Element) -> Iterator[etree._Element]:
        body = file.find(self.name("body"))
        if body is not None:
            yield from (element for element, _ in units_in(body, self.name, "trans-unit"))
        else:
            yield from (element for element, _ in units_in(file, self.name, "unit"))

    def _candidates(self, part: int, unit: str) -> Iterator[list[tuple[etree._Element, bool]]]:
        """Yield the elements that may make up a target; an element is fixed when it is a source."""
        element = self.units.get((part, unit))
        if element is not None:
            own = element.find(self.name("target"))
            yield [(own, False)] if own is not None else self._joined(element)
        whole, _, segment = unit.rpartition("/")
        element = self.units.get((part, whole))
        if element is not None:
            yield from (
                [(target, False)]
                for each in element.iterfind(self.name("segment"))
                if each.get("id") == segment or (each.get("id") is None and segment.isdigit())
                for target in each.iterfind(self.name("target"))
            )

    def _joined(self, unit: etree._Element) -> list[tuple[etree._Element, bool]]:
        """Return the targets of the segments of a unit, and the sources of what has none between them."""
        found: list[tuple[int, etree._Element, bool]] = []
        parts = [each for each in unit if self.name.local(each) in ("segment", "ignorable")]
        for place, each in enumerate(parts, 1):
            target, source = each.find(self.name("target")), each.find(self.name("source"))
            if target is not None:
                order = target.get("order", "")
                found.append((int(order) if order.isdecimal() else place, target, False))
            elif source is not None:
                found.append((place, source, True))
        return [(element, fixed) for _, element, fixed in sorted(found, key=lambda each: each[0])]

    def _of(self, element: etree._Element, fixed: bool) -> Iterator[_Character]:
        spot = self.spots[element]
        yield from self._inside(element, spot, fixed)

    def _inside(self, element: etree._Element, spot: Spot, fixed: bool) -> Iterator[_Character]:
        start = spot.inner
        for child in element:
            inner = self.spots[child]
            yield from self._text(start, inner.start, fixed)
            if self.name.local(child) not in _NATIVE:
                yield from self._inside(child, inner, fixed)
            start = inner.end
        yield from self._text(start, spot.inner_end, fixed)

    def _text(self, start: int, end: int, fixed: bool) -> Iterator[_Character]:
        for found in _SPELLED.finditer(self.text, start, end):
            match found.lastgroup:
                case "none":
                    continue
                case "data":
                    at = found.start("data")
                    for index, value in enumerate(found["data"].replace("\r", "\n")):
                        yield _Character(value, at + index, at + index + 1, True, fixed)
                    continue
                case "hex":
                    value = chr(int(found["hex"], 16))
                case "number":
                    value = chr(int(found["number"]))
                case "name":
                    value = _NAMED.get(found["name"], "")
                case "line":
                    value = "\n"
                case _:
                    value = found[0]
            yield _Character(value, found.start(), found.end(), False, fixed)
