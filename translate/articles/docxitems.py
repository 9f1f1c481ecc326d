"""What a paragraph of DOCX consists of: words with their formatting, things, links and marks."""

from __future__ import annotations

from dataclasses import dataclass, field

from translate.articles.docxformat import Format
from translate.articles.docxnames import Element, name, value


@dataclass(frozen=True, slots=True)
class Atom:
    """An element in a paragraph: a child of a `w:r`, or with `run` None one that stands beside the runs."""

    element: Element
    run: Element | None


@dataclass(slots=True)
class Words:
    """Text whose characters look the same; `properties` is the `w:rPr` of its first run."""

    text: str
    format: Format
    properties: Element | None


@dataclass(slots=True)
class Thing:
    """What stands in the text and is not translated: an image, a note's number, a field, a line break."""

    atoms: list[Atom]
    shown: str
    type: str = "other"


@dataclass(slots=True)
class Mark:
    """What has no width: the ends of bookmarks, comments and permissions. `ends` says which end."""

    atoms: list[Atom]
    ends: bool


@dataclass(slots=True)
class Wrap:
    """A pair around other items: an element with children (`shell`), or a field between `head` and `tail`."""

    items: list[Item]
    shown: str
    type: str = "other"
    shell: Element | None = None
    head: list[Atom] = field(default_factory=list)
    tail: list[Atom] = field(default_factory=list)


Item = Words | Thing | Mark | Wrap


def add_words(items: list[Item], words: Words) -> None:
    """Add words to items, to the last words if they look the same."""
    last = items[-1] if items else None
    if isinstance(last, Words) and last.format == words.format:
        last.text += words.text
    elif words.text:
        items.append(words)


def has_words(items: list[Item]) -> bool:
    """Tell whether there is a letter or a digit in items or in the pairs among them."""
    return any(
        any(map(str.isalnum, item.text))
        if isinstance(item, Words)
        else isinstance(item, Wrap) and has_words(item.items)
        for item in items
    )


def with_quoted(items: list[Item], quoted: frozenset[str]) -> list[Item]:
    """Make a pair of each bookmark whose text is repeated elsewhere: that text must stay what it is."""
    for index, item in enumerate(items):
        if not isinstance(item, Mark) or value(item.atoms[0].element, "name") not in quoted:
            continue
        for last in range(index + 1, len(items)):
            closing = items[last]
            if isinstance(closing, Mark) and _is_bookmark(item, closing) and has_words(items[index:last]):
                inner = with_quoted(items[index + 1 : last], quoted)
                wrap = Wrap(inner, "ref", head=item.atoms, tail=closing.atoms)
                return [*items[:index], wrap, *with_quoted(items[last + 1 :], quoted)]
    return items


def _is_bookmark(start: Mark, end: Mark) -> bool:
    begins, ends = start.atoms[0].element, end.atoms[0].element
    return name(ends) == "w:bookmarkEnd" and value(ends, "id") == value(begins, "id")
