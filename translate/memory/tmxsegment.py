"""The `seg` of a TMX unit as a text with inline codes (TMX 1.4b, section "Content markup")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from translate.inline import Code, Kind, Text, concatenate
from translate.memory.tmx import TYPES
from translate.safexml import local_name

_OURS = {theirs: ours for ours, theirs in TYPES.items()}
# OmegaT writes its short forms of the tags as text in the memory of a project (`<b0>`, `</b0>`, `<x1/>`).
_SHORT = re.compile(r"<(/?)([a-zA-Z]+\d+)(/?)>")
_POSITIONS: dict[str, Kind] = {"begin": "open", "end": "close"}
_NAMELESS = "-"


class SegmentError(Exception):
    """A unit of a TMX file cannot be used; its text says why."""


def pair_of(source: etree._Element, target: etree._Element, *, omegat: bool) -> tuple[Text, Text]:
    """Return the texts of two variants (`tuv`), without the white space around them.

    Codes of the two belong together by `x`, those without it by their order. `omegat`: short tags in a
    segment without codes are codes. Raises SegmentError when a segment is missing or empty, and for
    markup that TMX does not have.
    """
    texts = []
    for side, variant in (("source", source), ("target", target)):
        segment = variant.find("{*}seg")
        if segment is None:
            raise SegmentError(f"its {side} has no seg")
        text = concatenate(_parts(segment, {}, [0]))
        if omegat and not text.codes:
            text = concatenate(_short_tags(text.text))
        text = _stripped(text)
        if not text.text:
            raise SegmentError(f"its {side} is empty")
        texts.append(text)
    return texts[0], texts[1]


def neighbour(text: str, *, omegat: bool) -> str:
    """Return the text of a neighbouring segment as a property has it, without OmegaT's short tags."""
    return concatenate(_short_tags(text)).text.strip() if omegat else text


def _parts(element: etree._Element, open_: dict[str, Code], count: list[int]) -> Iterator[str | Code]:
    """Yield an element's texts and codes; `open_` has codes by their `i`, `count` numbers what has no `x`."""
    if element.text:
        yield element.text
    for child in element:
        name = local_name(child)
        if name == "hi":
            # Highlighted text is marked for people; there is no code of the format behind it.
            id_ = _id(child, count)
            type_ = _type(child)
            yield Code(0, id_, "open", type_)
            yield from _parts(child, open_, count)
            yield Code(0, id_, "close", type_)
        elif name in ("bpt", "ept", "ph", "it", "ut"):
            yield _code(child, name, open_, count)
        else:
            raise SegmentError(f"`{name}` is no inline element of TMX")
        if child.tail:
            yield child.tail


def _code(element: etree._Element, name: str, open_: dict[str, Code], count: list[int]) -> Code:
    # The text of an attribute (`sub`) inside a code belongs to the code: it is no part of the sentence.
    shown = "".join(map(str, element.itertext()))
    i = element.get("i") or _NAMELESS
    if name == "bpt":
        open_[i] = Code(0, _id(element, count), "open", _type(element), (), shown)
        return open_[i]
    if name == "ept":
        if (partner := open_.pop(i, None)) is not None:
            return replace(partner, kind="close", shown=shown)
        return Code(0, _id(element, count), "close", _type(element), (), shown)
    kind = _POSITIONS.get(element.get("pos") or "", "single") if name == "it" else "single"
    return Code(0, _id(element, count), kind, _type(element), (), shown)


def _id(element: etree._Element, count: list[int]) -> str:
    """Return the number that joins a code to that of the other language, else its place in the order."""
    if x := element.get("x"):
        return x
    count[0] += 1
    return f"{_NAMELESS}{count[0]}"


def _type(element: etree._Element) -> str:
    return _OURS.get((element.get("type") or "").lower(), "other")


def _short_tags(text: str) -> Iterator[str | Code]:
    end = 0
    for match in _SHORT.finditer(text):
        yield text[end : match.start()]
        closing, name, single = match.groups()
        kind: Kind = "close" if closing else "single" if single else "open"
        yield Code(0, name, kind, "other", (), match.group())
        end = match.end()
    yield text[end:]


def _stripped(text: Text) -> Text:
    start = len(text.text) - len(text.text.lstrip())
    plain = text.text.strip()
    codes = (code.at(min(max(code.position - start, 0), len(plain))) for code in text.codes)
    return Text(plain, tuple(codes))
