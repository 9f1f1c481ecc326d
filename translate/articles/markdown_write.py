"""A translated block of Markdown spelled for its place in the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import cast

from translate.articles.markdown_blocks import Layout, Place
from translate.articles.markdown_emphasis import Piece, settle
from translate.articles.markdown_escape import (
    Around,
    code_span,
    escape,
    escape_heading_end,
    escape_line,
    escape_title,
)
from translate.articles.markdown_front import Language, spell_value
from translate.articles.markdown_marks import one_line, unbroken
from translate.articles.protectedcodes import PROTECTED, plain_pairs
from translate.inline import Code, Text, unpaired

_LINE_END = re.compile(r"[\r\n]")
_LINE_BREAK = re.compile(r"[ \t\\]*[\r\n]")
# A comment or a block element at the start of a line would make the whole paragraph HTML (section 4.6).
_HTML_BLOCK = re.compile(
    r"<(?:[!?]|/?(?:address|article|aside|base|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir"
    r"|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend"
    r"|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|pre|script|search|section|style"
    r"|summary|table|tbody|td|textarea|tfoot|th|thead|title|tr|track|ul)(?:[\s/>]|$))",
    re.I,
)


def spell_all(found: Layout, targets: Sequence[Text]) -> list[str]:
    """Return the spelling of each target in the place of its block.

    A target that equals its block is spelled as the article has it, unless a text inside one of its codes
    has changed.
    """
    spellings = [""] * len(targets)
    changed = [False] * len(targets)
    # What is inside a block comes after it.
    for index in range(len(targets) - 1, -1, -1):
        place, target = found.places[index], targets[index]
        numbers = [part for code in place.block.codes for part in code.data if isinstance(part, int)]
        changed[index] = not target.same(place.block.content) or any(changed[n - 1] for n in numbers)
        spellings[index] = _spell(found, place, target, spellings) if changed[index] else place.block.spelling
    return spellings


def _spell(found: Layout, place: Place, target: Text, spellings: Sequence[str]) -> str:
    text = one_line(target.text)
    if place.spot == "front":
        return spell_value(place.block.spelling, cast(Language, place.quote), text)
    if place.spot == "title":
        return escape_title(text, place.quote, place.bars)
    pieces = list(_pieces(place, plain_pairs(target, place.block.codes), spellings))
    # A formula that a dollar opens before inline code may end with a dollar in it.
    math = found.parsed.math or any("$" in piece.text for piece in pieces if _is_code_span(piece))
    around = Around(
        found.parsed.labels,
        place.bars,
        _delimiters(place.block.codes),
        2 if math else int(text.count("$") > 1),
    )
    if place.spot == "alt":
        return escape(text, around, "[", "]")
    pieces = settle(pieces)
    return "".join(_spelled(_trimmed(pieces), place, around))


def _delimiters(codes: Sequence[Code]) -> frozenset[str]:
    """Return the characters with which `codes` emphasise; a star may stand for an underscore."""
    found = {code.shown[0] for code in codes if Piece(code.shown, code).emphasises("open")}
    return frozenset(found | {"*"} if "_" in found else found)


def _pieces(place: Place, target: Text, spellings: Sequence[str]) -> Iterator[Piece]:
    """Yield the parts of `target`, its codes spelled as in the article.

    A code without its partner is left out. The newline after the code of a line break is part of the code,
    every other is a space. Inline code is one piece, unless it is empty.
    """
    own = {code.key: code for code in place.block.codes}
    alone = unpaired(target.codes)
    after_break = False
    span: Code | None = None
    for part in target.parts():
        if isinstance(part, str):
            if text := unbroken(part.removeprefix("\n") if after_break else part):
                yield _code_span(text, span, place) if span else Piece(text)
            after_break = False
        elif _is_ticked(code := own.get(part.key, part)):
            span = code if code.kind == "open" else None
        elif part.key not in alone:
            literal = "".join(spellings[d - 1] if isinstance(d, int) else d for d in code.data)
            yield Piece(literal, code)
            after_break = code.type == "lb"


def _is_ticked(code: Code) -> bool:
    """Tell whether `code` is that of inline code, which may hold no other and is spelled by its text."""
    return code.type == PROTECTED and code.shown.startswith("`")


def _code_span(text: str, code: Code, place: Place) -> Piece:
    return Piece(code_span(text, code.shown, place.bars), code) if text.strip() else Piece(text)


def _is_code_span(piece: Piece) -> bool:
    return piece.code is not None and _is_ticked(piece.code)


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    """Take away spaces at the edges of the lines and breaks at the end, which Markdown does not read."""
    while pieces and (_ends_line(pieces[-1]) or not pieces[-1].text.strip(" \t")):
        pieces.pop()
    ends = {-1, *(n for n, piece in enumerate(pieces) if _ends_line(piece)), len(pieces)}
    trimmed: list[Piece] = []
    for index, piece in enumerate(pieces):
        text = piece.text
        if piece.code is None and index - 1 in ends:
            text = text.lstrip(" \t")
        if piece.code is None and index + 1 in ends:
            text = text.rstrip(" \t")
        if text or piece.code:
            trimmed.append(Piece(text, piece.code))
    return trimmed


def _ends_line(piece: Piece) -> bool:
    return piece.code is not None and piece.code.type == "lb" and bool(_LINE_END.search(piece.text))


def _spelled(pieces: Sequence[Piece], place: Place, around: Around) -> Iterator[str]:
    before = ""
    starts_line = place.spot == "line"
    for index, piece in enumerate(pieces):
        after = pieces[index + 1].text[:1] if index + 1 < len(pieces) else ""
        spelled = piece.text
        if piece.code is None:
            spelled = (
                escape_line(piece.text, around, after)
                if starts_line
                else escape(piece.text, around, before, after)
            )
            if index + 1 == len(pieces) and place.block.kind == "headline":
                spelled = escape_heading_end(spelled, hashes=place.spot == "heading")
        elif starts_line and _LINE_BREAK.match(spelled):
            # Only a backslash breaks an empty line (section 6.7).
            spelled = "\\" + spelled.lstrip(" \t\\")
        elif starts_line and _HTML_BLOCK.match(spelled):
            spelled = "&#32;" + spelled
        elif starts_line and after == ":" and spelled.startswith("[^"):
            # A footnote mark with a colon would define the footnote.
            spelled += "\\"
        elif spelled.startswith("`") and index and pieces[index - 1].code and before == "`":
            # Without anything between, the back-ticks of two codes would be one run (section 6.1).
            spelled = "<!-- -->" + spelled
        yield spelled
        starts_line = _ends_line(piece) and place.spot == "line"
        before = "" if starts_line else spelled[-1:]
