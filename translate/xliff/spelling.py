"""Where the elements of a document stand in its text, so that it is changed and not written anew."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from translate.errors import XliffError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# XML 1.0, appendix F.1: a document without a mark and without a declaration in ASCII.
_WIDE = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
# What begins with `<` in a well-formed document without a document type declaration (XML 1.0, section 2).
_MARKUP = re.compile(
    r"""<!--.*?-->
      | <\?.*?\?>
      | <!\[CDATA\[.*?\]\]>
      | </[^>]*>
      | <[^\s/>!?](?:[^"'>/]++ | /(?!>) | "[^"]*+" | '[^']*+')*+(?P<empty>/?)>
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Spelled:
    """A document as text, with what is needed to make bytes of it again."""

    text: str
    codec: str
    bom: bytes

    def encode(self, text: str) -> bytes:
        """Return the bytes of a changed text; what the encoding lacks becomes a character reference."""
        return self.bom + text.encode(self.codec, "xmlcharrefreplace")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an element stands: its start tag is `start` to `inner`, its end tag `inner_end` to `end`.

    An empty-element tag ends where its content would begin: `inner`, `inner_end` and `end` are the same.
    """

    start: int
    inner: int
    inner_end: int
    end: int


def spelled(data: bytes, root: etree._Element) -> Spelled:
    """Return the text of the document that was parsed into `root`.

    Raises XliffError when Python does not know the encoding, or finds bytes that are not of it.
    """
    bom, codec = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", ""))
    codec = codec or next((name for start, name in _WIDE if data.startswith(start)), "")
    codec = codec or root.getroottree().docinfo.encoding or "utf-8"
    try:
        return Spelled(data[len(bom) :].decode(codec), codecs.lookup(codec).name, bom)
    except (LookupError, UnicodeError) as error:
        raise XliffError(f"the file cannot be read as {codec}", hint="Save it as UTF-8") from error


def spots(text: str, root: etree._Element) -> dict[etree._Element, Spot]:
    """Return where each element below `root`, and `root` itself, stands in `text`."""
    elements = root.iter("*")
    found: dict[etree._Element, Spot] = {}
    open_: list[tuple[etree._Element, re.Match[str]]] = []
    for tag in _tags(text):
        if tag[0].startswith("</"):
            element, first = open_.pop()
            found[element] = Spot(first.start(), first.end(), tag.start(), tag.end())
        elif tag["empty"]:
            found[next(elements)] = Spot(tag.start(), tag.end(), tag.end(), tag.end())
        else:
            open_.append((next(elements), tag))
    return found


def _tags(text: str) -> Iterable[re.Match[str]]:
    return (markup for markup in _MARKUP.finditer(text) if not markup[0].startswith(("<!", "<?")))
