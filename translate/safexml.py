"""XML of strangers, read with everything off that could reach out, expand or grow without bound.

Entities are not expanded, no DTD and nothing from the network is loaded, and libxml2 keeps its limits on
depth and size (no huge trees).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree


def parser(*, bare: bool = False) -> etree.XMLParser:
    """Return a parser for untrusted documents; a `bare` one drops comments and processing instructions."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_pis=bare,
        remove_comments=bare,
    )


def events(file: BinaryIO) -> Iterator[tuple[str, etree._Element]]:
    """Yield ("start" or "end", element) while a file is read; the caller clears what it has done with.

    Raises etree.XMLSyntaxError, as it comes to it.
    """
    yield from etree.iterparse(
        file,
        events=("start", "end"),
        load_dtd=False,
        no_network=True,
        resolve_entities=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace.

    `etree.QName` raises ValueError for a prefix that is not declared, and `events` yields such an element
    before it raises the XMLSyntaxError.
    """
    return str(element.tag).rpartition("}")[2]


def forget(element: etree._Element) -> None:
    """Drop an element that has been read and those before it, or a large file's tree fills the memory."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
