"""Names of WordprocessingML with the usual prefixes, the same for transitional and strict documents.

The namespaces are those of ISO/IEC 29500-4 (transitional, what programs write) and ISO/IEC 29500-1 (strict).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from lxml import etree

Element = etree._Element

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "urn:schemas-microsoft-com:vml": "v",
    "http://purl.org/dc/elements/1.1/": "dc",
}

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def name(element: Element) -> str:
    """Return the name of an element with its usual prefix (`w:p`); "" for a comment or an instruction."""
    # The stubs call every tag a string; a comment has a function there.
    tag: str | Callable[..., Element] = element.tag
    return _prefixed(tag) if isinstance(tag, str) else ""


def tag(like: Element, local: str) -> str:
    """Return the Clark name of `local` in the namespace of the element `like`."""
    return f"{{{etree.QName(like).namespace}}}{local}"


def value(element: Element, local: str = "val") -> str | None:
    """Return the attribute `local` that has the namespace of its element."""
    return element.get(tag(element, local))


def child(element: Element | None, wanted: str) -> Element | None:
    """Return the first child with the prefixed name `wanted`; None has no children."""
    if element is None:
        return None
    return next((each for each in element if name(each) == wanted), None)


@lru_cache(maxsize=4096)
def _prefixed(clark: str) -> str:
    namespace, _, local = clark.rpartition("}")
    prefix = _PREFIXES.get(namespace[1:], "")
    return f"{prefix}:{local}" if prefix else clark
