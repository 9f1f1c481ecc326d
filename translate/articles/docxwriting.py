"""A paragraph of DOCX written anew from the target of its block."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from translate.articles.docxinline import Inline, Look
from translate.articles.docxitems import Atom, Mark, Thing, Wrap
from translate.articles.docxnames import XML_SPACE, Element, child, name, tag, value
from translate.inline import Code, Text

_SPECIAL = re.compile("([\t\n\u2011\u00ad])")
_ELEMENTS = {"\t": "tab", "\n": "br", "\u2011": "noBreakHyphen", "\u00ad": "softHyphen"}
# What tells of a tracked change, and no look.
_TRACKED = {"w:rPrChange", "w:ins", "w:del", "w:moveFrom", "w:moveTo"}
_RANGE_MARK = re.compile(r"w:(.+Range|bookmark|perm)(Start|End)")
# The kind of a range and its id.
_Range = tuple[str, str | None]


@dataclass(slots=True)
class _Level:
    """An open pair: its id ("" for the paragraph), where its runs go, what they look like, how it ends."""

    id: str
    parent: Element
    properties: Element | None
    tail: list[Atom] = field(default_factory=list)


def rewrite(paragraph: Element, inline: Inline, target: Text) -> None:
    """Put `target` in the place of all that `paragraph` holds but its properties.

    Codes that the target lacks are left out, with what they stand for; an object that stands twice is written
    once; pairs that cross are closed in order. Marks of bookmarks and comments all stay. What was tracked as
    inserted or deleted is plain text now or gone.
    """
    ordered = {key for key, (_, _, in_order) in _ranges(paragraph).items() if in_order}
    for each in list(paragraph):
        if name(each) != "w:pPr":
            paragraph.remove(each)
    homeless = _marks_of_lost_codes(inline, target)
    writer = _Writer(paragraph, inline)
    writer.marks([*inline.head, *(mark for mark in homeless if not mark.ends)])
    for part in target.parts():
        if isinstance(part, Code):
            writer.code(part)
        else:
            writer.text(part)
    writer.close("")
    writer.marks([*(mark for mark in homeless if mark.ends), *inline.tail])
    _order_ranges(paragraph, ordered)


def _marks_of_lost_codes(inline: Inline, target: Text) -> list[Mark]:
    kept = set(target.keys)
    places = (*inline.before.items(), *inline.after.items())
    lost = [mark for key, marks in places if key not in kept for mark in marks]
    for id_, item in inline.objects.items():
        # A bookmark that is a pair because its words are repeated elsewhere.
        if isinstance(item, Wrap) and (id_, "open") not in kept and item.head and item.head[0].run is None:
            lost += [Mark(item.head, ends=False), Mark(item.tail, ends=True)]
    return lost


class _Writer:
    def __init__(self, paragraph: Element, inline: Inline) -> None:
        self._paragraph = paragraph
        self._inline = inline
        self._levels = [_Level("", paragraph, inline.plain.get(""))]
        self._placed: set[str] = set()
        self._before = dict(inline.before)
        self._after = dict(inline.after)
        self._after_break = False

    def text(self, text: str) -> None:
        """Write a stretch of text as a run; the newline that follows a line break is part of it."""
        if self._after_break:
            text = text.removeprefix("\n")
            self._after_break = False
        if not text:
            return
        level = self._levels[-1]
        run = _make(level.parent, "r", self._paragraph)
        if (properties := _plain(level.properties)) is not None:
            run.append(properties)
        for piece in _SPECIAL.split(text):
            if piece in _ELEMENTS:
                _make(run, _ELEMENTS[piece], self._paragraph)
            elif piece:
                words = _make(run, "t", self._paragraph)
                words.text = piece
                words.set(XML_SPACE, "preserve")

    def code(self, code: Code) -> None:
        """Write what a code stands for, with the marks that stand at it."""
        self._after_break = False
        self.marks(self._before.pop(code.key, ()))
        item = self._inline.objects[code.id]
        if code.kind == "close":
            self._close_pair(code.id)
        elif isinstance(item, Thing):
            self._thing(code.id, item)
        elif isinstance(item, Look):
            self._levels.append(_Level(code.id, self._levels[-1].parent, item.properties))
        else:
            self._open(code.id, item)
        self.marks(self._after.pop(code.key, ()))

    def marks(self, marks: Iterable[Mark]) -> None:
        """Write marks where the text has come to."""
        for mark in marks:
            self._place(mark.atoms)

    def close(self, id_: str) -> None:
        """Close the pairs that are open inside the pair `id_`, or inside the paragraph ("")."""
        while self._levels[-1].id != id_:
            level = self._levels.pop()
            self._place(level.tail)

    def _close_pair(self, id_: str) -> None:
        if any(level.id == id_ for level in self._levels):
            self.close(id_)
            self._place(self._levels.pop().tail)

    def _thing(self, id_: str, thing: Thing) -> None:
        self._after_break = thing.type == "lb"
        if id_ not in self._placed:
            self._place(thing.atoms)
        elif self._after_break:
            self._place([Atom(deepcopy(atom.element), atom.run) for atom in thing.atoms])
        self._placed.add(id_)

    def _open(self, id_: str, wrap: Wrap) -> None:
        parent = self._levels[-1].parent
        if wrap.shell is not None:
            parent = _emptied(wrap.shell, parent)
        again = id_ in self._placed
        self._place([Atom(deepcopy(a.element), a.run) for a in wrap.head] if again else wrap.head)
        tail = [Atom(deepcopy(a.element), a.run) for a in wrap.tail] if again else wrap.tail
        self._levels.append(_Level(id_, parent, self._inline.plain.get(id_), tail))
        self._placed.add(id_)

    def _place(self, atoms: Iterable[Atom]) -> None:
        """Put elements where the text has come to; those of one run share a run with its properties."""
        parent = self._levels[-1].parent
        run: Element | None = None
        of: Element | None = None
        for atom in atoms:
            if atom.run is None:
                run = of = None
                _append(parent, atom.element)
                continue
            if run is None or atom.run is not of:
                of = atom.run
                run = _make(parent, "r", self._paragraph)
                _copy_attributes(of, run)
                if (properties := child(of, "w:rPr")) is not None:
                    run.append(deepcopy(properties))
            _append(run, atom.element)


def _make(parent: Element, local: str, like: Element) -> Element:
    return etree.SubElement(parent, tag(like, local))


def _copy_attributes(old: Element, new: Element) -> None:
    for key, said in old.attrib.items():
        new.set(key, said)


def _append(parent: Element, element: Element) -> None:
    """Move an element; the white space after it stays behind."""
    element.tail = None
    parent.append(element)


def _emptied(shell: Element, parent: Element) -> Element:
    """Make an element like `shell` with its properties and without its content; return where that goes."""
    new = etree.SubElement(parent, shell.tag)
    _copy_attributes(shell, new)
    for each in shell:
        if name(each).endswith(("Pr", "fldData")):
            _append(new, deepcopy(each))
    return _make(new, "sdtContent", shell) if name(shell) == "w:sdt" else new


def _plain(properties: Element | None) -> Element | None:
    """Return the properties for a run of the target: tracked changes and the language are the source's."""
    if properties is None:
        return None
    copy = deepcopy(properties)
    for each in list(copy):
        if name(each) in _TRACKED:
            copy.remove(each)
        elif name(each) == "w:lang":
            each.attrib.pop(tag(each, "val"), "")
            if not each.attrib:
                copy.remove(each)
    copy.tail = None
    return copy if len(copy) else None


def _ranges(paragraph: Element) -> dict[_Range, tuple[Element, Element, bool]]:
    """Return the ranges that begin and end in a paragraph, and whether they do so in this order."""
    starts: dict[_Range, tuple[int, Element]] = {}
    ends: dict[_Range, tuple[int, Element]] = {}
    for index, element in enumerate(paragraph.iter()):
        if found := _RANGE_MARK.fullmatch(name(element)):
            (starts if found[2] == "Start" else ends)[found[1], value(element, "id")] = index, element
    return {
        key: (starts[key][1], ends[key][1], starts[key][0] < ends[key][0]) for key in starts if key in ends
    }


def _order_ranges(paragraph: Element, ordered: set[_Range]) -> None:
    """Let no range end before it begins that did not so before; drop tracked moves within the paragraph."""
    for key, (start, end, in_order) in _ranges(paragraph).items():
        if key[0].startswith("move"):
            _remove(start)
            _remove(end)
        elif not in_order and key in ordered:
            paragraph.insert(1 if child(paragraph, "w:pPr") is not None else 0, start)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
