"""The inline codes of somebody's XLIFF document, each with its spelling as data."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from translate.inline import Code, Kind
from translate.xliff.content import CODE_TYPES, Inline, Names, plain
from translate.xliff.spelling import Spot

# Section 2.4 of XLIFF 1.2, section 4.2.3 of XLIFF 2.
_OPENING = {"bpt": "rid", "bx": "rid", "sc": "id"}
_CLOSING = {"ept": "rid", "ex": "rid", "ec": "startRef"}
_SINGLE = frozenset({"x", "ph", "it", "cp", *_OPENING, *_CLOSING})
_ANNOTATIONS = frozenset({"mrk", "sm", "em"})
_FORMATS = {"xlf:b": "bold", "xlf:i": "italic", "xlf:u": "underlined", "xlf:lb": "lb"}


class SpelledCodes:
    """The codes in one source, numbered in their order.

    Annotations are no codes: they speak of words of the source. But what they protect from translation is
    one single code, its words with it.
    """

    def __init__(
        self, text: str, spots: Mapping[etree._Element, Spot], name: Names, source: etree._Element
    ) -> None:
        self._text = text
        self._spots = spots
        self._name = name
        # A half of a pair: the element that opens it, and which half this is.
        self._halves: dict[etree._Element, tuple[etree._Element, Kind]] = {}
        self._ids: dict[etree._Element, str] = {}
        opened: dict[str, etree._Element] = {}
        for element in source.iterdescendants("*"):
            local = name.local(element)
            self._ids[element] = str(len(self._ids) + 1)
            if local in _OPENING:
                opened[element.get(_OPENING[local], element.get("id", ""))] = element
            elif local in _CLOSING:
                first = opened.pop(element.get(_CLOSING[local], element.get("id", "")), None)
                if first is not None:
                    self._halves[first] = first, "open"
                    self._halves[element] = first, "close"

    def meaning(self, element: etree._Element) -> Inline:
        """Say what an inline element is."""
        local = self._name.local(element)
        if local in _ANNOTATIONS:
            if element.get("mtype") == "protected" or (local == "mrk" and element.get("translate") == "no"):
                return self._whole(element, plain(element))
            return Inline()
        spot = self._spots[element]
        if local in _SINGLE or spot.inner == spot.end:
            return self._whole(element, _shown(element))
        id_, type_ = self._ids[element], _type(element)
        tags = self._text[spot.start : spot.inner], self._text[spot.inner_end : spot.end]
        return Inline(
            Code(0, id_, "open", type_, (tags[0],), f"<{local}>"),
            True,
            Code(0, id_, "close", type_, (tags[1],), f"</{local}>"),
        )

    def _whole(self, element: etree._Element, shown: str) -> Inline:
        spot = self._spots[element]
        first, kind = self._halves.get(element, (element, "single"))
        type_ = _type(first)
        code = Code(0, self._ids[first], kind, type_, (self._text[spot.start : spot.end],), shown)
        return Inline(code, False, "\n" if type_ == "lb" else "")


def _type(element: etree._Element) -> str:
    named = element.get("ctype", "").removeprefix("x-") or element.get("type", "")
    return named if named in CODE_TYPES else _FORMATS.get(element.get("subType", ""), "other")


def _shown(element: etree._Element) -> str:
    own = element.get("equiv-text") or element.get("disp") or element.get("equiv")
    return own or plain(element) or f"[{etree.QName(element).localname}]"
