"""Inputs that look like files: real ones with changes, words of the format at random, and nests of them."""

from __future__ import annotations

from contextlib import suppress
from copy import deepcopy

from hypothesis import strategies as st
from lxml import etree

from tests.fuzz.harness import LONGEST
from tests.fuzz.seeds import seeds, words

_FAR = 1 << 16
_PARSER = etree.XMLParser(recover=True, resolve_entities=False)


def inputs(reader: str) -> st.SearchStrategy[bytes]:
    """Return the strategy for inputs of a reader, at most LONGEST bytes long."""
    changed = _changed(reader)
    made = st.one_of(changed, changed, _soup(reader), _nest(reader), st.binary(max_size=300))
    if any(b"</" in seed for seed in seeds(reader)):
        made = st.one_of(made, _regrown(reader), _regrown(reader))
    return made.map(lambda data: data[:LONGEST])


def _piece(reader: str) -> st.SearchStrategy[bytes]:
    known = st.sampled_from(words(reader))
    return st.one_of(known, known, known, st.binary(max_size=4), st.text(max_size=4).map(_encoded))


def _soup(reader: str) -> st.SearchStrategy[bytes]:
    return st.lists(_piece(reader), max_size=40).map(b"".join)


@st.composite
def _nest(draw: st.DrawFn, reader: str) -> bytes:
    """The same few words again and again, where only depth or length can go wrong."""
    before, again, after = (b"".join(draw(st.lists(_piece(reader), max_size=3))) for _ in range(3))
    if draw(st.booleans()):
        before = draw(st.sampled_from(seeds(reader)))[: draw(st.integers(0, 4_000))] + before
    return before + again * draw(st.sampled_from([2, 30, 300, 3_000])) + after


@st.composite
def _changed(draw: st.DrawFn, reader: str) -> bytes:
    """A file with up to eight changes: a word put in, a stretch left out, repeated, moved or overwritten."""
    data = draw(st.sampled_from(seeds(reader)))
    edits = st.tuples(
        st.sampled_from(["insert", "insert", "replace", "delete", "repeat", "move", "cut"]),
        st.integers(0, _FAR),
        st.integers(0, 200),
        _piece(reader),
    )
    for kind, place, length, piece in draw(st.lists(edits, min_size=1, max_size=8)):
        start = place % (len(data) + 1)
        end = min(start + length, len(data))
        stretch = data[start:end]
        if kind == "insert":
            data = data[:start] + piece + data[start:]
        elif kind == "replace":
            data = data[:start] + piece + data[start + len(piece) :]
        elif kind == "delete":
            data = data[:start] + data[end:]
        elif kind == "repeat":
            data = data[:start] + stretch * (length % 20) + data[start:]
        elif kind == "move":
            rest = data[:start] + data[end:]
            to = place * 31 % (len(rest) + 1)
            data = rest[:to] + stretch + rest[to:]
        elif length % 8 == 0:
            data = data[:start]
    return data


@st.composite
def _regrown(draw: st.DrawFn, reader: str) -> bytes:
    """A file whose first XML tree has up to six changes and is well-formed still."""
    data = draw(st.sampled_from([seed for seed in seeds(reader) if b"</" in seed]))
    begin = data.index(b"<")
    end = data.find(b"\n--- ", begin) + 1 or len(data)
    root = etree.fromstring(data[begin:end], etree.HTMLParser() if reader == "html" else _PARSER)
    if root is None:
        return data
    edits = st.tuples(
        st.sampled_from(["remove", "unwrap", "double", "move", "rename", "attribute", "text", "tail"]),
        st.integers(0, _FAR),
        st.integers(0, _FAR),
        _piece(reader),
    )
    for kind, one, two, piece in draw(st.lists(edits, min_size=1, max_size=6)):
        every = list(root.iter(etree.Element))
        # A prefix that is not declared is no name to lxml.
        with suppress(ValueError):
            _edit(every[one % len(every)], every[two % len(every)], kind, piece)
    grown = etree.tostring(root, encoding="UTF-8", xml_declaration=False)
    return data[:begin] + grown + b"\n" * (end < len(data)) + data[end:]


def _edit(element: etree._Element, other: etree._Element, kind: str, piece: bytes) -> None:
    parent = element.getparent()
    words = "".join(c for c in piece.decode("utf-8", "replace") if c.isprintable())
    if kind == "rename":
        element.tag = other.tag
    elif kind == "attribute" and element.attrib:
        names = sorted(element.attrib)
        element.set(names[len(words) % len(names)], words)
    elif kind == "text":
        element.text = words
    elif kind == "tail" and parent is not None:
        element.tail = words
    elif kind == "double" and parent is not None:
        parent.insert(parent.index(element), deepcopy(element))
    elif kind == "move" and parent is not None and other not in element.iter():
        other.append(element)
    elif kind in ("remove", "unwrap") and parent is not None:
        if kind == "unwrap":
            parent[parent.index(element) : parent.index(element)] = list(element)
        parent.remove(element)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
