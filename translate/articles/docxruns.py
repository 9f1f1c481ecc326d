"""Reading the items of a DOCX paragraph: tracked changes accepted, fields followed over paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from translate.articles.docxfields import (
    LEFT_OUT,
    TRANSPARENT,
    Field,
    Mode,
    characters,
    field_name,
    find_fields,
)
from translate.articles.docxformat import format_of
from translate.articles.docxitems import (
    Atom,
    Item,
    Mark,
    Thing,
    Words,
    Wrap,
    add_words,
    has_words,
    with_quoted,
)
from translate.articles.docxnames import XML_SPACE, Element, child, name, value


@dataclass(slots=True)
class _Frame:
    """An open field; `wrap` is that of a "pair"."""

    mode: Mode
    in_result: bool = False
    wrap: Wrap | None = None


_CHARACTERS = {"w:tab": "\t", "w:noBreakHyphen": "\u2011", "w:softHyphen": "\u00ad"}
_THINGS = {
    **dict.fromkeys(("w:drawing", "w:pict", "w:object", "mc:AlternateContent"), ("[img]", "image")),
    **dict.fromkeys(("w:br", "w:cr"), ("[br]", "lb")),
    **dict.fromkeys(
        ("w:footnoteReference", "w:endnoteReference", "w:footnoteRef", "w:endnoteRef"), ("[note]", "other")
    ),
    **dict.fromkeys(("w:fldChar", "w:instrText"), ("[field]", "other")),
    **dict.fromkeys(("m:oMath", "m:oMathPara"), ("[formula]", "other")),
}
_SHELLS = {
    "w:hyperlink": ("a", "link"),
    **dict.fromkeys(("w:sdt", "w:customXml"), ("field", "other")),
    **dict.fromkeys(("w:dir", "w:bdo"), ("f", "other")),
}
# Content controls whose content is chosen, not written.
_CHOSEN = {
    "w:dropDownList",
    "w:comboBox",
    "w:date",
    "w:picture",
    "w14:checkbox",
    "w:docPartList",
    "w:bibliography",
}
# What the program notes for itself, and what is about another element and no content of its own.
_DROPPED = {
    *("", "w:proofErr", "w:lastRenderedPageBreak", "w:delText", "w:pPr", "w:rPr"),
    *("w:smartTagPr", "w:customXmlPr", "w:sdtPr", "w:sdtEndPr"),
}
_MARKS = ("w:bookmark", "w:commentRange", "w:perm", "w:customXml", "w:moveFromRange", "w:moveToRange")
_MARK_ENDS = ("Start", "End")
_HIDDEN = ("w:vanish", "on")


@dataclass(slots=True)
class Story:
    """A reader of the paragraphs of one story, which must be read in their order: fields go over several.

    `quoted` are the names of bookmarks whose text is repeated elsewhere.
    """

    root: Element
    quoted: frozenset[str] = frozenset()
    _frames: list[_Frame] = field(default_factory=list)
    _begins: dict[Element, Field] = field(default_factory=dict)
    _ends: dict[Element, Field] = field(default_factory=dict)
    _growing: Thing | None = None

    def __post_init__(self) -> None:
        fields = find_fields(self.root)
        self._begins, self._ends = fields.by_begin, fields.by_end

    def items(self, container: Element) -> list[Item]:
        """Return the items of a paragraph, or of an element in it; tracked changes are read as accepted."""
        lists: list[list[Item]] = [[]]
        self._growing = None
        for atom in _atoms(container):
            if name(atom.element) == "w:fldChar" and self._field_character(atom, lists):
                continue
            if any(not frame.in_result or frame.mode == "opaque" for frame in self._frames):
                self._skim(atom)
                self._keep(atom, lists, "[field]")
            else:
                self._content(atom, lists[-1])
        self._growing = None
        return with_quoted(lists[0], self.quoted)

    def _field_character(self, atom: Atom, lists: list[list[Item]]) -> bool:
        """Open or close a field and say so; a character that belongs to no whole field does nothing."""
        opened, closed = self._begins.get(atom.element), self._ends.get(atom.element)
        if opened is not None:
            self._begin(opened, atom, lists)
        elif closed is not None and self._frames:
            self._end(atom, lists)
        elif value(atom.element, "fldCharType") == "separate" and self._frames:
            self._keep(atom, lists, "[field]")
            self._frames[-1].in_result = True
            if self._frames[-1].mode != "opaque":
                self._growing = None
        else:
            return False
        return True

    def _begin(self, opened: Field, atom: Atom, lists: list[list[Item]]) -> None:
        hidden = any(not frame.in_result or frame.mode == "opaque" for frame in self._frames)
        frame = _Frame("opaque" if hidden else opened.mode)
        if frame.mode == "pair":
            frame.wrap = Wrap([], "a" if opened.type == "link" else "field", opened.type)
            lists[-1].append(frame.wrap)
            lists.append(frame.wrap.items)
            self._frames.append(frame)
            frame.wrap.head.append(atom)
            return
        if not hidden:
            self._growing = None
        self._keep(atom, lists, f"[{opened.name or 'field'}]")
        self._frames.append(frame)

    def _end(self, atom: Atom, lists: list[list[Item]]) -> None:
        frame = self._frames[-1]
        if frame.wrap is not None:
            frame.wrap.tail.append(atom)
            self._frames.pop()
            lists.pop()
        else:
            self._keep(atom, lists, "[field]")
            self._frames.pop()
        if not any(frame.mode == "opaque" for frame in self._frames):
            self._growing = None

    def _keep(self, atom: Atom, lists: list[list[Item]], shown: str) -> None:
        """Add an element to the thing that grows, or to the head of the link whose instruction it is of."""
        for frame in self._frames:
            if frame.wrap is not None and not frame.in_result:
                frame.wrap.head.append(atom)
                return
        if self._growing is None:
            self._growing = Thing([], shown)
            lists[-1].append(self._growing)
        self._growing.atoms.append(atom)

    def _skim(self, atom: Atom) -> None:
        """Follow the fields inside an element that is kept whole."""
        for each in () if atom.run is not None else characters(atom.element):
            if each in self._begins:
                self._frames.append(_Frame("opaque"))
            elif each in self._ends and self._frames:
                self._frames.pop()
            elif value(each, "fldCharType") == "separate" and self._frames:
                self._frames[-1].in_result = True

    def _content(self, atom: Atom, items: list[Item]) -> None:
        called = name(atom.element)
        properties = child(atom.run, "w:rPr")
        text = _text(atom.element)
        form = format_of(properties)
        if text is not None and _HIDDEN in form:
            if self._growing is None:
                self._growing = Thing([], "[hidden]")
                items.append(self._growing)
            self._growing.atoms.append(atom)
            return
        self._growing = None
        if text is not None:
            add_words(items, Words(text, form, properties))
        elif called == "w:commentReference" or (called.startswith(_MARKS) and called.endswith(_MARK_ENDS)):
            items.append(Mark([atom], ends=not called.endswith("Start")))
        elif (wrap := self._wrap(atom)) is not None:
            items.append(wrap)
        else:
            shown, type_ = _THINGS.get(called, (f"[{called.rpartition(':')[2]}]", "other"))
            if called == "w:fldSimple":
                shown = f"[{field_name(value(atom.element, 'instr') or '') or 'field'}]"
            items.append(Thing([atom], shown, type_))

    def _wrap(self, atom: Atom) -> Wrap | None:
        """Return the pair that an element beside the runs is, unless there are no words in it."""
        element = atom.element
        called = name(element)
        inner: Element | None = element
        shown, type_ = _SHELLS.get(called, ("", ""))
        if called == "w:fldSimple" and field_name(value(element, "instr") or "") == "HYPERLINK":
            shown, type_ = "a", "link"
        elif called == "w:sdt":
            inner = child(element, "w:sdtContent")
            settings = child(element, "w:sdtPr")
            if settings is not None and any(name(each) in _CHOSEN for each in settings):
                shown = ""
        if not shown or inner is None:
            self._skim(atom)
            return None
        items = self.items(inner)
        return Wrap(items, shown, type_, shell=element) if has_words(items) else None


def _atoms(container: Element) -> Iterator[Atom]:
    """Yield what is in a container; tracked insertions are in it, tracked deletions are not."""
    for each in container:
        called = name(each)
        if called in TRANSPARENT:
            yield from _atoms(each)
        elif called == "w:r":
            yield from (Atom(part, each) for part in each if name(part) not in _DROPPED)
        elif called not in _DROPPED and called not in LEFT_OUT:
            yield Atom(each, None)


def _text(element: Element) -> str | None:
    """Return the text that a child of a run stands for, None when it is no text."""
    called = name(element)
    if called != "w:t":
        return _CHARACTERS.get(called)
    text = element.text or ""
    if element.get(XML_SPACE) != "preserve":
        text = text.strip(" \t\r\n")
    return text.replace("\r", " ").replace("\n", " ")
