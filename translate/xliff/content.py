"""What reading XLIFF 1.2 and XLIFF 2 have in common: names, texts with inline codes, lists of units."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from translate.inline import Code, Text, concatenate
from translate.xliff import drafts
from translate.xliff.model import ReturnedUnit

CODE_TYPES = {"bold", "italic", "underlined", "link", "image", "lb", "protected"}
"""Types of inline code that are known by name; all others are "other"."""


class Names:
    """The names of a document's own elements; everything in another namespace is foreign."""

    def __init__(self, namespace: str | None) -> None:
        self._prefix = f"{{{namespace}}}" if namespace else ""

    def __call__(self, local: str) -> str:
        """Return the qualified name of an own element."""
        return f"{self._prefix}{local}"

    def local(self, element: etree._Element) -> str:
        """Return the local name of an own element, "" for a foreign one."""
        tag = str(element.tag)
        local = tag.removeprefix(self._prefix)
        return "" if local.startswith("{") or (self._prefix and local == tag) else local

    def children(self, element: etree._Element) -> tuple[dict[str, etree._Element], list[etree._Element]]:
        """Return the first own child of each local name, and all children that are notes."""
        first: dict[str, etree._Element] = {}
        notes = []
        for child in element:
            local = self.local(child)
            first.setdefault(local, child)
            if local == "note":
                notes.append(child)
        return first, notes


@dataclass(frozen=True, slots=True)
class Inline:
    """What an inline element is: what stands in its place before its content and after it.

    `inside` says whether the content is text of the article; the content of a code is not.
    """

    before: str | Code = ""
    inside: bool = True
    after: str | Code = ""


def text_of(element: etree._Element, meaning: Callable[[etree._Element], Inline]) -> Text:
    """Return the text of an element with its inline codes, as it stands but for CR LF, which is LF."""
    if not len(element):
        return plain_breaks(Text(element.text or ""))
    return plain_breaks(concatenate(piece for piece in _pieces(element, meaning) if piece))


def _pieces(element: etree._Element, meaning: Callable[[etree._Element], Inline]) -> Iterator[str | Code]:
    yield _without_indentation(element.text, is_last=False)
    for child in element:
        inline = meaning(child)
        yield inline.before
        if inline.inside:
            yield from _pieces(child, meaning)
        yield inline.after
        yield _without_indentation(child.tail, is_last=child.getnext() is None)


def _without_indentation(text: str | None, *, is_last: bool) -> str:
    """Return what stands between two tags without the line break and the spaces that some tools put there.

    A lone line feed belongs to the line break before it, unless the closing tag of the text follows.
    """
    if text and text.isspace() and text.lstrip("\r")[:1] == "\n" and (is_last or text.strip("\r\n")):
        return ""
    return text or ""


def plain_breaks(text: Text) -> Text:
    r"""Make every CR LF a LF: which of them a tool writes depends on its system, not on the reviewer.

    >>> plain_breaks(Text("a\r\nb", (Code(3, "1", "single"),))).codes[0].position
    2
    """
    if "\r\n" not in text.text:
        return text
    return Text(
        text.text.replace("\r\n", "\n"),
        tuple(code.at(code.position - text.text.count("\r\n", 0, code.position + 1)) for code in text.codes),
    )


def own_notes(
    notes: Iterable[tuple[str, str]], size: int
) -> tuple[dict[str, str], dict[str, Text] | None, list[str]]:
    """Sort out the notes of our header, given by key: all but the drafts, the drafts, what is wrong.

    `size` is that of the document in bytes.
    """
    header = dict(notes)
    packed = header.pop("drafts", None)
    if packed is None:
        return header, None, []
    # The drafts stand in the document as well; eight times its size is ample, and it bounds what a few
    # hostile bytes can swell to.
    unpacked = drafts.unpack(packed, min(drafts.LIMIT, 8 * size))
    if unpacked is None:
        return header, None, ["the drafts in the header are damaged: what was changed cannot be told"]
    return header, {id_: plain_breaks(text) for id_, text in unpacked.items()}, []


def without_duplicates(units: Iterable[ReturnedUnit], problems: list[str]) -> tuple[ReturnedUnit, ...]:
    """Return the first unit of each id; name the others in `problems`."""
    kept: dict[str, ReturnedUnit] = {}
    for unit in units:
        first = kept.setdefault(unit.id, unit)
        if first is not unit:
            problems.append(
                f"unit {unit.id}: its id is used twice; the one in line {first.line} counts, "
                f"the one in line {unit.line} is left out"
            )
    return tuple(kept.values())


def plain(element: etree._Element) -> str:
    """Return all text in an element, a note or the native code of an inline element."""
    return "".join(str(part) for part in element.itertext())


def line_of(element: etree._Element) -> int | None:
    """Return the line in which an element begins."""
    line: int | None = element.sourceline  # type: ignore[assignment]
    return line


def units_in(
    parent: etree._Element, name: Names, local: str, inherited: bool = True
) -> Iterator[tuple[etree._Element, bool]]:
    """Yield the elements called `local`, in groups or not, and whether each is to be translated."""
    for child in parent:
        own = name.local(child)
        if own == local:
            yield child, translates(child, inherited)
        elif own == "group":
            yield from units_in(child, name, local, translates(child, inherited))


def translates(element: etree._Element, inherited: bool) -> bool:
    """Whether what stands in an element is to be translated, where `translate` is inherited."""
    value = element.get("translate")
    return inherited if value is None else value != "no"
