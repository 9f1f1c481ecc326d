"""Inline codes as a tree: pairs with what stands inside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from translate.inline import Code, Text


@dataclass(slots=True)
class Element:
    """A pair of codes or a single one, with the elements inside it."""

    codes: tuple[Code, ...]
    start: int
    end: int
    children: list[Element] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Node:
    """Codes at a range of the target: a pair around it, or codes and signs at the point where it begins."""

    start: int
    end: int
    pieces: tuple[str | Code, ...]
    children: tuple[Node, ...] = ()


def tree(source: Text) -> Element:
    """Return the elements of a text, nested; a code whose partner is elsewhere, or crosses, is single."""
    root = Element((), 0, len(source.text))
    stack = [root]
    closes = {code.id: index for index, code in enumerate(source.codes) if code.kind == "close"}
    for index, code in enumerate(source.codes):
        open_until = [closes[each.codes[0].id] for each in stack[1:]]
        closing = closes.get(code.id, -1)
        if code.kind == "open" and closing > index and all(closing < until for until in open_until):
            pair = (code, source.codes[closing])
            stack.append(Element(pair, code.position, pair[1].position))
            stack[-2].children.append(stack[-1])
        elif code.kind == "close" and len(stack) > 1 and stack[-1].codes[1] is code:
            stack.pop()
        else:
            stack[-1].children.append(Element((code,), code.position, code.position))
    return root


def all_codes(element: Element) -> Iterator[Code]:
    """Yield the codes of an element and of all that stands in it, in order."""
    yield element.codes[0]
    for child in element.children:
        yield from all_codes(child)
    yield from element.codes[1:]


def pieces(element: Element, source: str) -> Iterator[str | Code]:
    """Yield the codes of an element and the signs between them."""
    yield element.codes[0]
    done = element.start
    for child in element.children:
        yield source[done : child.start]
        yield from pieces(child, source)
        done = child.end
    yield source[done : element.end]
    yield from element.codes[1:]
