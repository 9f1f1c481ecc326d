"""Where the blocks of an HTML page are, with their inline codes; everything else is skeleton."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from translate.articles.htmlattributes import Translatable, switch, translatable
from translate.articles.htmlcodes import Item, ItemKind, attribute_block, block, content, opened, pairs
from translate.articles.htmlelements import BLOCK, UNSEEN, VOID, OpenElements
from translate.articles.htmltext import has_words, plain, seen_range
from translate.articles.htmltokens import Token, tokens
from translate.articles.model import Block

_KINDS: dict[str, ItemKind] = {"text": "text", "other": "single", "start": "open", "end": "close"}


def blocks_and_skeleton(page: str, *, xml: bool = False) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Return the blocks of `page` and the skeleton parts around those that are not inside another.

    A block is what stands in a line between the tags of block elements, without the white space and the tags
    around it, or the value of an attribute that readers see. `xml` says that the page is read as XHTML.
    """
    blocks: list[Block] = []
    skeleton: list[str] = []
    done = 0
    for run in _runs(page, xml=xml):
        for start, end, found in _placed(run, page, len(blocks) + 1):
            skeleton.append(page[done:start])
            blocks += found
            done = end
    return tuple(blocks), (*skeleton, page[done:])


@dataclass(frozen=True, slots=True)
class _Run:
    """What stands in a line between two tags of block elements, or such a tag alone; the kind of block."""

    kind: str
    items: Sequence[Item]


def _runs(page: str, *, xml: bool) -> Iterator[_Run]:
    elements = OpenElements()
    items: list[Item] = []
    for token in tokens(page, xml=xml):
        kind = elements.state.kind
        if token.name not in BLOCK or (token.name == "title" and elements.in_drawing):
            _append(items, token, page, elements)
            continue
        if items:
            yield _Run(kind, items)
            items = []
        if token.kind == "end":
            elements.end(token.name)
        else:
            own, _ = elements.start(token, switch(token, page))
            if own.translated and (attributes := translatable(token, page)):
                yield _Run(own.kind, (Item("single", token.start, token.end, token.name, attributes),))
    if items:
        yield _Run(elements.state.kind, items)


def _append(items: list[Item], token: Token, page: str, elements: OpenElements) -> None:
    """Add a token that is no tag of a block element to its line; what is left alone stays in one piece."""
    outer = elements.state.translated
    translated, kind = outer, _KINDS[token.kind]
    attributes: tuple[Translatable, ...] = ()
    seen = token.kind == "text" and seen_range(page, token.start, token.end) is not None
    if token.kind == "start":
        own, inner = elements.start(token, switch(token, page))
        attributes = translatable(token, page) if own.translated else ()
        is_single = token.name in VOID or token.empty
        kind = "single" if is_single else "open"
        translated = outer or own.translated if is_single else inner.translated
    elif token.kind == "end":
        translated = elements.end(token.name).translated
        kind = "single" if token.name in VOID else "close"
    if translated:
        items.append(Item(kind, token.start, token.end, token.name, attributes, seen))
        return
    begins = token.kind == "start" and outer
    last = items[-1] if items and items[-1].kind == "alone" and not begins else None
    name = last.name if last else token.name
    seen = seen and name not in UNSEEN and has_words(plain(page[token.start : token.end]))
    if last is None:
        items.append(Item("alone", token.start, token.end, name, attributes, seen))
    else:
        attributes = (*last.attributes, *attributes)
        items[-1] = replace(last, end=token.end, attributes=attributes, seen=last.seen or seen)


def _placed(run: _Run, page: str, number: int) -> Iterator[tuple[int, int, list[Block]]]:
    """Yield where each block of a run stands, with those inside it; `number` is that of the first."""
    items = run.items
    first, last = _extent(items, page)
    for item in items[:first]:
        for attribute in item.attributes:
            yield attribute.start, attribute.end, [attribute_block(attribute, page)]
            number += 1
    if first <= last:
        kept = _without_edges(items[first : last + 1], page)
        start, end = kept[0].start, kept[-1].end
        text, inside = content(opened(kept, page), page, number + 1)
        yield start, end, [block(run.kind, text, page[start:end]), *inside]
    for item in items[last + 1 :]:
        for attribute in item.attributes:
            yield attribute.start, attribute.end, [attribute_block(attribute, page)]


def _extent(items: Sequence[Item], page: str) -> tuple[int, int]:
    """Return the first and the last item of the block, an empty range when there is nothing to translate.

    That is from the first to the last text, and as far around as the tags go that begin or end in between.
    """
    if not any(
        item.kind == "text" and item.seen and has_words(plain(page[item.start : item.end])) for item in items
    ):
        return len(items), len(items) - 1
    seen = [index for index, item in enumerate(items) if item.seen]
    partner = pairs(items)
    first, last = seen[0], seen[-1]
    todo = list(range(first, last + 1))
    while todo:
        index = todo.pop()
        other = partner.get(index, index)
        todo += [*range(other, first), *range(last + 1, other + 1)]
        first, last = min(first, other), max(last, other)
    return first, last


def _without_edges(items: Sequence[Item], page: str) -> list[Item]:
    """Return the items of a block without the white space at its edges."""
    kept = list(items)
    if kept[0].kind == "text" and (found := seen_range(page, kept[0].start, kept[0].end)):
        kept[0] = replace(kept[0], start=found[0])
    if kept[-1].kind == "text" and (found := seen_range(page, kept[-1].start, kept[-1].end)):
        kept[-1] = replace(kept[-1], end=found[1])
    return kept
