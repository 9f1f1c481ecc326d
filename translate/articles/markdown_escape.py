r"""Plain text into Markdown: a backslash before what would be markup at that place, and before nothing else.

The rules are those of CommonMark 0.31 (section 2.4 backslash escapes, 2.5 entities, 4 leaf blocks, 5
container blocks, 6 inlines) and of GitHub's tables and strikethrough. Where the rule would be long, such as
the pairing of delimiters, a character that only might be markup is escaped, too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.entities import html5

from translate.articles.markdown_events import normal_label

_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_SPECIAL = re.compile(
    r"\\|`|\*+|_+|~+|\[[^\W_](?:[\w ,.’'…–—-]*[^\W_])?\]|[\[\]|$]|!\Z|<(?!\d[\d.,]*(?:[\s%]|$))"
    r"|&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});"
)
# What begins a block at the start of a line; the group is the character to escape.
_BLOCK_START = re.compile(
    r"""(?=(?:(\#)\#{0,5}|([-+*])|\d{1,9}([.)]))(?:[ \t]|$)
    | (>|:|~(?=~~))
    | ([-_*=+])(?:[ \t]*\5)*[ \t]*$
    | ([|-])[|:\ \t-]*$)""",
    re.VERBOSE,
)
_CLOSING_HASHES = re.compile(r"(^|[ \t])(\#+[ \t]*)$")
_ATTRIBUTES = re.compile(r"\{(?=[^{}]*\}[ \t]*$)")


@dataclass(frozen=True, slots=True)
class Around:
    """What a text is escaped for.

    `labels` are those that the article defines, normalised; `bars`: it stands in a table; `delimiters` are
    the characters with which the block's own codes emphasise; `dollars`: 0 when one dollar alone is safe, 1
    when the dollars of the block could pair, 2 when the article has formulas.
    """

    labels: frozenset[str] = frozenset()
    bars: bool = False
    delimiters: frozenset[str] = frozenset()
    dollars: int = 0


def escape(text: str, around: Around, before: str = "", after: str = "") -> str:
    r"""Return `text` as inline Markdown between the characters `before` and `after` ("" at the block's edge).

    >>> escape("2 * 3* *km [sic] snake_case AT&T &amp;", Around())
    '2 * 3* \\*km [sic] snake_case AT&T \\&amp;'
    """

    def spelled(found: re.Match[str]) -> str:
        left = text[found.start() - 1] if found.start() else before
        right = text[found.end()] if found.end() < len(text) else after
        return _spelled(found[0], left, right, around)

    return _SPECIAL.sub(spelled, text)


def escape_line(text: str, around: Around, after: str = "") -> str:
    r"""Return `text` as the beginning of a line of a paragraph.

    >>> escape_line("1986. That year", Around()), escape_line("- 5 °C", Around())
    ('1986\\. That year', '\\- 5 °C')
    """
    found = _BLOCK_START.match(text + after)
    if not found:
        return escape(text, around, "", after)
    at = found.start(found.lastindex or 0)
    head, tail = text[:at], text[at + 1 :]
    return f"{head}\\{text[at]}{escape(tail, around, text[at], after)}"


def escape_heading_end(spelled: str, *, hashes: bool) -> str:
    r"""Keep the end of a heading from being its closing sequence (only after `#`) or its attributes.

    >>> escape_heading_end("C #", hashes=True)
    'C \\#'
    """
    if hashes:
        spelled = _CLOSING_HASHES.sub(r"\1\\\2", spelled)
    # The parser finds attributes behind a backslash, too.
    return _ATTRIBUTES.sub("&#123;", spelled)


def code_span(text: str, ticks: str, bars: bool) -> str:
    r"""Return `text` as inline code, between `ticks` where it holds no such run (section 6.1).

    >>> code_span("a", "`", False), code_span("`a` ", "`", False), code_span("a|b", "``", True)
    ('`a`', '`` `a`  ``', '``a\\|b``')
    """
    runs = set(re.findall("`+", text))
    while ticks in runs:
        ticks += "`"
    stripped = text[0] == text[-1] == " " and text.strip(" ")
    pad = " " if stripped or "`" in (text[0], text[-1]) else ""
    if bars:
        text = text.replace("|", "\\|")
    return f"{ticks}{pad}{text}{pad}{ticks}"


def escape_title(text: str, quote: str, bars: bool) -> str:
    r"""Return `text` as a link title after the quotation mark `quote`.

    >>> escape_title('«Ірпінь» 5"', '"', False)
    '«Ірпінь» 5\\"'
    """
    marks = "()" if quote == "(" else quote

    def spelled(found: re.Match[str]) -> str:
        sign = found[0]
        right = text[found.end() : found.end() + 1]
        if sign == "\\":
            needed = not right or right in _PUNCTUATION
        elif sign.startswith("&"):
            needed = _is_entity(sign)
        else:
            needed = sign in marks or (sign == "|" and bars)
        return "\\" + sign if needed else sign

    return re.sub(r"""["'()\\|]|&\#?\w{1,32};""", spelled, text)


def _spelled(found: str, left: str, right: str, around: Around) -> str:
    first = found[0]
    if first == "[" and len(found) > 1:
        return found if _is_aside(found, left, right, around) else f"\\{found[:-1]}\\]"
    if first == "&":
        return "\\" + found if _is_entity(found) else found
    needed = True
    if first == "\\":
        if around.bars and not right:
            # Right before the bar, a backslash would escape the bar (GitHub's tables, section 4.10).
            return "&#92;"
        needed = not right or right in _PUNCTUATION
    elif first in "*_~":
        needed = _may_emphasise(first, left, right, around)
    elif first == "<":
        needed = not (right.isspace() or right == "=")
    elif first == "!":
        needed = right == "["
    elif first == "|":
        needed = around.bars
    elif first == "$":
        needed = _may_close_formula(left, right, around)
    return "".join("\\" + sign for sign in found) if needed else found


def _is_aside(found: str, left: str, right: str, around: Around) -> bool:
    """Tell whether `[found]` is no link, image, footnote, definition or check box, as in `[sic]`."""
    inner = normal_label(found[1:-1])
    aside = left not in ("!", "]") and right not in tuple("([:")
    return aside and inner != "x" and inner not in around.labels


def _may_emphasise(sign: str, left: str, right: str, around: Around) -> bool:
    """Tell whether delimiters can open emphasis, or close that of a code (CommonMark 0.31, section 6.2)."""
    if (_is_space(left) and _is_space(right)) or (sign == "_" and left.isalnum() and right.isalnum()):
        return False
    if sign == "~":
        # `~5 km` is too common to be escaped: here the end of a stretch struck through is.
        return not _is_space(left) or sign in around.delimiters
    opens = not _is_space(right) and not (right in _PUNCTUATION and left.isalnum())
    return opens or sign in around.delimiters


def _is_entity(sign: str) -> bool:
    return sign[1] == "#" or sign[1:] in html5


def _is_space(sign: str) -> bool:
    return not sign or sign.isspace()


def _may_close_formula(left: str, right: str, around: Around) -> bool:
    if around.dollars == 2:
        return not (_is_space(left) and _is_space(right))
    return around.dollars == 1 and not _is_space(left) and not right.isdigit()
