"""The fields of a DOCX story: which `begin` belongs to which `end`, and what the field is.

A field (ISO/IEC 29500-1, section 17.16.18) is begin, instruction, separate, result and end, each a run; it
may hold other fields and may go over several paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from translate.articles.docxnames import Element, name, value

# Deleted text, and text of another story.
LEFT_OUT = frozenset({"w:del", "w:moveFrom"})
_OTHER_STORY = frozenset({"w:txbxContent"})
# Accepting a tracked change leaves what is in it; a smart tag is a guess of Word 2003 about a word.
TRANSPARENT = frozenset({"w:ins", "w:moveTo", "w:smartTag"})

# Fields whose result was written by a person. All other results are computed.
_WRITTEN = {"HYPERLINK": "link", "FORMTEXT": "other"}

# With these a reference gives the number of a paragraph or its place, not the text of the bookmark.
_NUMBERS = frozenset({r"\n", r"\p", r"\r", r"\w"})

Mode = Literal["opaque", "text", "pair"]


@dataclass(frozen=True, slots=True)
class Field:
    """A field with its `end`.

    The result of an "opaque" field is computed; that of the others is text. A "pair" begins and ends in the
    same paragraph or link, a "text" does not.
    """

    begin: Element
    end: Element
    instruction: str
    mode: Mode

    @property
    def name(self) -> str:
        """What the field is: `PAGE`, `HYPERLINK`, `TOC`; "" when it does not say."""
        return field_name(self.instruction)

    @property
    def type(self) -> str:
        """The type of the pair of inline codes around its result."""
        return _WRITTEN.get(self.name, "other")


@dataclass(slots=True)
class _Open:
    begin: Element
    instruction: list[str] = field(default_factory=list)
    in_result: bool = False


@dataclass(frozen=True, slots=True)
class Fields:
    """The complete fields of a story by their `begin` and their `end`; the others are no fields."""

    by_begin: dict[Element, Field]
    by_end: dict[Element, Field]


def find_fields(story: Element) -> Fields:
    """Return the fields of a story: the body of a part, or the content of a text box."""
    stack: list[_Open] = []
    found: list[Field] = []
    for element in characters(story):
        if name(element) == "w:instrText":
            if stack and not stack[-1].in_result:
                stack[-1].instruction.append(element.text or "")
            continue
        match value(element, "fldCharType"):
            case "begin":
                stack.append(_Open(element))
            case "separate" if stack:
                stack[-1].in_result = True
            case "end" if stack:
                found.append(_field(stack.pop(), element))
    return Fields({each.begin: each for each in found}, {each.end: each for each in found})


def characters(element: Element) -> Iterator[Element]:
    """Yield the field characters and the instructions in `element` that are of its own story and stay."""
    for each in element.iter("{*}fldChar", "{*}instrText"):
        if _is_in(each, element, LEFT_OUT | _OTHER_STORY):
            yield each


def field_name(instruction: str) -> str:
    """Return the name of a field from its instruction: `PAGE` from ` PAGE \\* MERGEFORMAT `."""
    return (instruction.split() or [""])[0].upper()


def quoted_bookmarks(root: Element) -> frozenset[str]:
    """Return the names of the bookmarks whose text is repeated somewhere in a part: "see Figure 2"."""
    stories = [root, *(each for each in root.iter("{*}txbxContent") if _is_in(each, root, LEFT_OUT))]
    instructions = [each.instruction for story in stories for each in find_fields(story).by_begin.values()]
    simple = (each for each in root.iter("{*}fldSimple") if _is_in(each, root, LEFT_OUT))
    instructions += [value(each, "instr") or "" for each in simple]
    quoted = [words for words in map(str.split, instructions) if len(words) > 1 and words[0].upper() == "REF"]
    return frozenset(words[1].strip('"') for words in quoted if _NUMBERS.isdisjoint(words))


def _is_in(element: Element, whole: Element, barriers: frozenset[str]) -> bool:
    """Tell whether nothing of `barriers` stands between an element and the `whole` it is in."""
    for each in element.iterancestors():
        if each is whole:
            return True
        if name(each) in barriers:
            return False
    return False


def _field(opened: _Open, end: Element) -> Field:
    instruction = "".join(opened.instruction)
    mode: Mode = "opaque"
    if field_name(instruction) in _WRITTEN:
        mode = "pair" if opened.in_result and _container(opened.begin) is _container(end) else "text"
    return Field(opened.begin, end, instruction, mode)


def _container(element: Element) -> Element | None:
    return next((e for e in element.iterancestors() if name(e) not in TRANSPARENT | {"w:r"}), None)
