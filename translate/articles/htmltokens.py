"""HTML into tokens, every character in exactly one: the tokens joined are the page again, whatever is in it.

The rules are those of the HTML Standard, section 13.2.5 (tokenization), as far as they say where a tag, a
comment or the content of a script ends. Time is linear: what never ends runs to the end of the page.
(`html.parser` says where a tag begins but not where its attributes do, and reads a page otherwise from one
release of Python to the next.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

SPACE = " \t\n\f\r"
"""The ASCII whitespace of HTML, which is also what browsers collapse."""

_MARKUP = re.compile(r"<(?=[a-zA-Z/!?])")
_TAG = re.compile(rf"<(/?)([a-zA-Z][^{SPACE}/>]*)")
_GAP = re.compile(rf"[{SPACE}/]*")
_ATTRIBUTE = re.compile(
    rf"""(?P<name>=?[^{SPACE}/>=]*+)
    (?:[{SPACE}]*+=[{SPACE}]*+
        (?: "(?P<double>[^"]*+)(?:"|(?P<open_double>\Z))
          | '(?P<single>[^']*+)(?:'|(?P<open_single>\Z))
          | (?P<bare>[^{SPACE}>]++)
        )?
    )?""",
    re.VERBOSE,
)
_COMMENT = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))", re.DOTALL)
_CDATA = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)", re.DOTALL)
_CODE = re.compile(r"<\?.*?(?:\?>|\Z)", re.DOTALL)
_IS_CODE = re.compile(r"<\?(?:php|=)", re.IGNORECASE)
_BOGUS = re.compile(r"<[^>]*(?:>|\Z)")

# The content of these is no markup (section 13.2.5.1 to 13.2.5.4 and 13.2.6.4).
_RAW_TEXT = {"iframe", "noembed", "noframes", "plaintext", "script", "style", "textarea", "title", "xmp"}
_ALSO_IN_SVG = {"style", "title"}
_SCRIPT = re.compile(r"<!--(?!-?>)|-->|<(?P<end>/?)script(?=[ \t\n\f\r/>])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of a tag: its name in lower case, where its value begins and ends within the quotes."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Token:
    """The characters from `start` to `end`: text, a tag, or `other` (comment, doctype, instruction).

    `name` is that of the tag, in lower case; an attribute that is there twice counts once. A tag that ends in
    `/>` is `empty`, except where browsers take no notice of it and read on to the end tag (`<script/>`).
    """

    kind: Literal["text", "start", "end", "other"]
    start: int
    end: int
    name: str = ""
    attributes: tuple[Attribute, ...] = ()
    empty: bool = False


def tokens(text: str, *, xml: bool = False) -> Iterator[Token]:
    """Yield the tokens of a page in order, without gaps; `xml` says that it is read as XHTML."""
    done = 0
    while done < len(text):
        found = _MARKUP.search(text, done)
        start = found.start() if found else len(text)
        if start > done:
            yield Token("text", done, start)
        if found is None:
            return
        token = _markup(text, start, xml)
        yield token
        done = token.end
        if token.kind == "start" and token.name in _RAW_TEXT and not token.empty:
            end = _raw_text_end(text, done, token.name)
            if end > done:
                yield Token("text", done, end)
            done = end


def _markup(text: str, start: int, xml: bool) -> Token:
    if tag := _TAG.match(text, start):
        return _tag(text, tag, xml)
    if text.startswith("<!--", start):
        pattern = _COMMENT
    elif xml and text.startswith("<![CDATA[", start):
        pattern = _CDATA
    elif text.startswith("<?", start) and (xml or _IS_CODE.match(text, start)):
        pattern = _CODE
    else:
        pattern = _BOGUS
    found = pattern.match(text, start)
    return Token("other", start, found.end() if found else len(text))


def _tag(text: str, tag: re.Match[str], xml: bool) -> Token:
    """Return the tag that begins at the match; without its `>` it runs to the end and is no tag at all."""
    position = tag.end()
    attributes: dict[str, Attribute] = {}
    while gap := _GAP.match(text, position):
        position = gap.end()
        if text.startswith(">", position):
            kind: Literal["end", "start"] = "end" if tag[1] else "start"
            name = tag[2].lower()
            empty = gap[0].endswith("/") and (xml or name not in _RAW_TEXT or name in _ALSO_IN_SVG)
            return Token(kind, tag.start(), position + 1, name, tuple(attributes.values()), empty)
        found = _ATTRIBUTE.match(text, position)
        if found is None or position == len(text):
            break
        position = found.end()
        name = found["name"].lower()
        value = next((group for group in ("double", "single", "bare") if found[group] is not None), None)
        if value is not None and name not in attributes:
            attributes[name] = Attribute(name, *found.span(value))
    return Token("other", tag.start(), len(text))


def _raw_text_end(text: str, start: int, name: str) -> int:
    if name == "plaintext":
        return len(text)
    if name == "script":
        return _script_end(text, start)
    found = re.compile(rf"</{name}(?=[{SPACE}/>])", re.IGNORECASE).search(text, start)
    return found.start() if found else len(text)


def _script_end(text: str, start: int) -> int:
    """Return where a script ends: within `<!--` a `<script>` takes the next end tag for its own."""
    commented = nested = False
    for mark in _SCRIPT.finditer(text, start):
        if mark[0] == "<!--":
            commented = True
        elif mark[0] == "-->":
            commented = nested = False
        elif not mark["end"]:
            nested = commented
        elif nested:
            nested = False
        else:
            return mark.start()
    return len(text)
