"""The places of a DOCX part that hold text: its paragraphs, the alternative text of images and tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from translate.articles.docxfields import LEFT_OUT
from translate.articles.docxformat import Styles
from translate.articles.docxinline import Inline, compose
from translate.articles.docxnames import Element, name, tag
from translate.articles.docxruns import Story
from translate.articles.docxwriting import rewrite
from translate.articles.model import Block
from translate.inline import Text

# Programs put the name of the picture's file where a description should be.
_FILE_NAME = re.compile(r"\S+\.(?:bmp|emf|gif|jpe?g|png|svg|tiff?|webp|wmf)|\S*[/\\]\S*", re.IGNORECASE)
_PROPERTIES = ("dc:title", "dc:subject", "dc:description")


@dataclass(frozen=True, slots=True)
class Place:
    """A block and how to put a target in its place; the codes of a target must be of the block."""

    block: Block
    write: Callable[[Text], None]
    twins: tuple[Place, ...] = ()

    def put(self, target: Text) -> None:
        """Write `target` here and wherever the same text is kept for older programs."""
        for place in (self, *self.twins):
            place.write(target)


def part_places(root: Element, styles: Styles, quoted: frozenset[str]) -> list[Place]:
    """Return the places of a document, header, footer or notes part, in reading order.

    `quoted` are the names of the bookmarks whose text is repeated elsewhere.
    """
    return list(_places(root, Story(root, quoted), styles))


def property_places(root: Element) -> list[Place]:
    """Return the places of the core properties: title, subject and description."""
    return [_text_place(each) for each in root if name(each) in _PROPERTIES and _is_text(each.text)]


def _places(element: Element, story: Story, styles: Styles) -> Iterator[Place]:
    for each in element:
        called = name(each)
        if called in LEFT_OUT:
            continue
        if called == "mc:AlternateContent":
            yield from _alternatives(each, story, styles)
            continue
        if called == "w:p":
            inline = compose(story.items(each), styles)
            if _is_text(inline.content.text):
                yield _paragraph_place(each, inline, styles.kind(each))
        elif called == "wp:docPr":
            yield from _described(each, ("title", "descr"))
        elif called in ("w:tblCaption", "w:tblDescription"):
            yield from _described(each, (tag(each, "val"),))
        elif called.startswith("v:"):
            yield from _described(each, ("alt", "string") if called == "v:textpath" else ("alt",))
        yield from _places(each, Story(each, story.quoted) if called == "w:txbxContent" else story, styles)


def _alternatives(element: Element, story: Story, styles: Styles) -> Iterator[Place]:
    """Yield the places of the first branch; what the others say as well is written along with it.

    A text box stands twice in a document: as a shape, and as VML for programs before Word 2010.
    """
    branches = [list(_places(branch, story, styles)) for branch in element]
    first = branches[0] if branches else []
    twins: list[list[Place]] = [[] for _ in first]
    others: list[Place] = []
    for branch in branches[1:]:
        free = list(range(len(first)))
        for place in branch:
            same = next((i for i in free if first[i].block.content.same(place.block.content)), None)
            if same is None:
                others.append(place)
            else:
                free.remove(same)
                twins[same] += [place, *place.twins]
    for place, more in zip(first, twins, strict=True):
        yield Place(place.block, place.write, (*place.twins, *more))
    yield from others


def _paragraph_place(paragraph: Element, inline: Inline, kind: str) -> Place:
    block = Block(inline.content.text, kind, inline.content.codes)
    return Place(block, lambda target: rewrite(paragraph, inline, target))


def _described(element: Element, attributes: tuple[str, ...]) -> Iterator[Place]:
    for attribute in attributes:
        said = element.get(attribute)
        if said is None or not _is_text(said) or _FILE_NAME.fullmatch(said.strip()):
            continue
        yield _attribute_place([element, *_copies(element, attribute, said)], attribute, said)


def _copies(element: Element, attribute: str, said: str) -> Iterator[Element]:
    """Yield the properties of the picture itself, where Word repeats those of the drawing around it."""
    drawing = element.getparent()
    if name(element) == "wp:docPr" and drawing is not None:
        yield from (e for e in drawing.iter() if name(e) == "pic:cNvPr" and e.get(attribute) == said)


def _attribute_place(elements: list[Element], attribute: str, said: str) -> Place:
    def write(target: Text) -> None:
        for element in elements:
            element.set(attribute, target.text)

    return Place(Block(said, "attribute", inside=True), write)


def _text_place(element: Element) -> Place:
    def write(target: Text) -> None:
        element.text = target.text

    return Place(Block(element.text or "", "attribute"), write)


def _is_text(text: str | None) -> bool:
    return any(map(str.isalnum, text or ""))
