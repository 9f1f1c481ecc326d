"""A stretch of text and inline tags as text with inline codes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from translate.articles.htmlattributes import Translatable
from translate.articles.htmlelements import LEFT_ALONE, QUOTED, TYPES, UNSEEN
from translate.articles.htmltext import plain
from translate.articles.htmltokens import tokens
from translate.articles.model import Block
from translate.articles.protectedcodes import PROTECTED, is_protectable
from translate.inline import Code, Kind, Text

_TAG = re.compile(r"<[^>]*>")
_LONGEST = 30

# Around these two spaces become one on the screen; what is drawn, if only by a style sheet, keeps them apart.
_NOT_DRAWN = (UNSEEN - {"svg"}) | {"area", "wbr"}
_MARKUP_SHOWN = {"!": "<!-- -->", "?": "<? ?>", "/": "</>"}

ItemKind = Literal["text", "open", "close", "single", "alone"]


@dataclass(frozen=True, slots=True)
class Item:
    """What stands in a line: text, an opening, closing or single tag, or a stretch that is left alone.

    `name` is that of the element, "" for a comment or an instruction. `seen` tells whether readers see
    something there: text that is not white space, words that are left alone; never for a tag. The tags of
    an element whose text stays as it is are `protected`.
    """

    kind: ItemKind
    start: int
    end: int
    name: str = ""
    attributes: tuple[Translatable, ...] = ()
    seen: bool = False
    protected: bool = False


def pairs(items: Sequence[Item]) -> dict[int, int]:
    """Return for each tag that has its partner among `items` the index of that partner."""
    partner: dict[int, int] = {}
    opened: dict[str, list[int]] = {}
    for index, item in enumerate(items):
        if item.kind == "open":
            opened.setdefault(item.name, []).append(index)
        elif item.kind == "close" and opened.get(item.name):
            other = opened[item.name].pop()
            partner[index], partner[other] = other, index
    return partner


def opened(items: Sequence[Item], page: str) -> list[Item]:
    """Return `items` with the text of what is left alone between its tags, where that can be read there."""
    return [part for item in items for part in _parts(item, page)]


def _parts(item: Item, page: str) -> tuple[Item, ...]:
    if item.kind != "alone" or not item.seen or item.name in LEFT_ALONE - QUOTED:
        return (item,)
    found = list(islice(tokens(page[item.start : item.end]), 4))
    if [token.kind for token in found] != ["start", "text", "end"] or found[2].name != item.name:
        return (item,)
    begin, end = item.start + found[1].start, item.start + found[1].end
    if not is_protectable(plain(page[begin:end])):
        return (item,)
    return (
        Item("open", item.start, begin, item.name, item.attributes, protected=True),
        Item("text", begin, end, seen=True),
        Item("close", end, item.end, item.name, protected=True),
    )


def content(items: Sequence[Item], page: str, number: int) -> tuple[Text, tuple[Block, ...]]:
    """Return the text of `items`, which stand in `page`, and the blocks inside its codes.

    `number` is that of the first such block within the article. White space is collapsed as browsers do it
    (CSS Text, section 4.1), across codes too, and goes at the beginning, at the end and around line breaks.
    """
    partner = pairs(items)
    ids: dict[int, str] = {}
    inside: list[Block] = []
    line = _Line()
    for index, item in enumerate(items):
        if item.kind == "text":
            line.add_text(plain(page[item.start : item.end]))
            continue
        first = min(index, partner.get(index, index))
        id_ = ids.setdefault(first, str(len(ids) + 1))
        data, blocks = _data(item, page, number + len(inside))
        inside += blocks
        kind: Kind = "single" if item.kind == "alone" else item.kind
        type_ = PROTECTED if item.protected else TYPES.get(item.name, "other")
        type_ = "other" if item.kind == "alone" else type_
        is_drawn = _is_drawn(item, page, ends_empty=partner.get(index) == index - 1)
        line.add_code(Code(0, id_, kind, type_, data, _shown(item, page)), is_drawn=is_drawn)
    return line.text(), tuple(inside)


class _Line:
    """Text and codes as they come, white space collapsed."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._codes: list[Code] = []
        # Whether a space that comes now would not be seen.
        self._blank = True

    def add_text(self, text: str) -> None:
        text = text.removeprefix(" ") if self._blank else text
        if text:
            self._parts.append(text)
            self._length += len(text)
            self._blank = text.endswith(" ")

    def add_code(self, code: Code, *, is_drawn: bool) -> None:
        if code.type == "lb":
            self._trim()
            self._codes.append(code.at(self._length))
            self._parts.append("\n")
            self._length += 1
            self._blank = True
        else:
            self._codes.append(code.at(self._length))
            self._blank = self._blank and not is_drawn

    def text(self) -> Text:
        self._trim()
        return Text("".join(self._parts), tuple(self._codes))

    def _trim(self) -> None:
        """Take away the space at the end, from before the codes that follow it too."""
        if not self._blank or not self._parts or not self._parts[-1].endswith(" "):
            return
        self._parts[-1] = self._parts[-1][:-1]
        self._length -= 1
        for index in range(len(self._codes) - 1, -1, -1):
            if self._codes[index].position <= self._length:
                break
            self._codes[index] = self._codes[index].at(self._length)


def _data(item: Item, page: str, number: int) -> tuple[tuple[str | int, ...], list[Block]]:
    """Return what stands in the page for a code, with the blocks inside it, the first of them `number`."""
    data: list[str | int] = []
    blocks = []
    done = item.start
    for offset, attribute in enumerate(item.attributes):
        data += [page[done : attribute.start], number + offset]
        blocks.append(attribute_block(attribute, page, inside=True))
        done = attribute.end
    return (*data, page[done : item.end]), blocks


def attribute_block(attribute: Translatable, page: str, *, inside: bool = False) -> Block:
    """Return the block of an attribute's value."""
    return block("attribute", Text(attribute.text), page[attribute.start : attribute.end], inside=inside)


def block(kind: str, text: Text, spelling: str, *, inside: bool = False) -> Block:
    """Return a block that is spelled so in the page."""
    return Block(text.text, kind, text.codes, None if spelling == text.text else spelling, inside)


def _is_drawn(item: Item, page: str, *, ends_empty: bool) -> bool:
    if item.kind == "single" and not item.name:
        return page.startswith("<![CDATA[", item.start)
    return item.name not in _NOT_DRAWN and (ends_empty or item.kind in ("single", "alone"))


def _shown(item: Item, page: str) -> str:
    if item.kind == "close":
        return f"</{item.name}>"
    if item.kind != "alone" or not item.seen:
        return f"<{item.name}>" if item.name else _MARKUP_SHOWN.get(page[item.start + 1], "<>")
    text = plain(_TAG.sub("", page[item.start : item.end])).strip()
    text = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    return f"<{item.name}>{text}</{item.name}>" if item.name else text
