"""The inline content of one Markdown block: its text, its codes, the alternative texts and titles in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from translate.articles.markdown_events import Token
from translate.articles.markdown_marks import (
    Content,
    Frame,
    Inside,
    Mark,
    assembled,
    code_text,
    has_words,
    one_line,
    text_of,
    title_span,
    unescaped_start,
)
from translate.articles.protectedcodes import PROTECTED, is_protectable
from translate.inline import Kind

_LINE_BREAK = "\n"
_BREAKS = ("SoftBreak", "HardBreak")
_SHOWN = {"Code": "`…`", "InlineMath": "$…$", "DisplayMath": "$$…$$"}
# The type of the code and the length of its delimiter.
_DELIMITED = {"Emphasis": ("italic", 1), "Strong": ("bold", 2), "Strikethrough": ("other", 2)}

_NEWLINE = re.compile(r"[\n\r]")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_TAG_TYPES = {
    "a": "link",
    "b": "bold",
    "br": "lb",
    "em": "italic",
    "i": "italic",
    "img": "image",
    "strong": "bold",
    "u": "underlined",
}
_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
_QUOTED = frozenset({"code", "kbd", "samp", "tt", "var"})
_UNTRANSLATED = _QUOTED | {"math", "script", "style", "svg"}


def read_content(source: str, tokens: Sequence[Token], floor: int, quotes: int) -> Content:
    """Return what the inline `tokens` of one block say.

    `floor` is the offset before which nothing belongs to the block, `quotes` the number of block quotes
    around it: that many `>` may stand before each of its lines.
    """
    reader = _Reader(source, tokens, unescaped_start(source, tokens[0], floor), quotes)
    index = 0
    while index < len(tokens):
        index = reader.step(index)
    return assembled(reader.pieces, reader.start, reader.done)


class _Reader:
    """Turns tokens into pieces; `done` is where the next token's own spelling begins."""

    def __init__(self, source: str, tokens: Sequence[Token], start: int, quotes: int) -> None:
        self.source = source
        self.tokens = tokens
        self.start = self.done = start
        self.prefix = re.compile(rf"(?:[ \t]*>){{0,{quotes}}}[ \t]*")
        self.fold = re.compile(rf"(?:\r\n|[\n\r])(?:[ \t]*>){{0,{quotes}}}[ \t]*")
        self.pieces: list[str | Mark] = []
        self.frames = [Frame()]
        self.pairs = 0

    def step(self, index: int) -> int:
        """Read the token at `index`, with all that is in it for those that are one code; return the next."""
        token = self.tokens[index]
        if token.tag == "Image" or (token.tag == "Link" and token.what == "start" and _is_autolink(token)):
            return self._whole(index)
        if token.what == "start":
            self._open(token)
        elif token.what == "end":
            self._close(token)
        elif token.tag in _BREAKS:
            self._break(token, index)
        else:
            self._leaf(token)
        return index + 1

    def _leaf(self, token: Token) -> None:
        own = self.source[token.start : token.end]
        literal = self._folded(own)
        if token.tag == "Text":
            self.pieces.append(text_of(self.source, token))
        elif token.tag == "InlineHtml":
            self._html(token, literal)
        elif token.tag == "Code":
            self._code(literal, token.value if literal is own else None)
        else:
            self._mark("single", "other", (literal,), _SHOWN.get(token.tag, literal))
        self.done = token.end

    def _code(self, literal: str, value: str | None) -> None:
        """Read inline code; `value` is what the parser says of it, None when it stood on several lines."""
        ticks, inner = code_text(literal)
        text = inner if value is None else value
        # The parser has not seen lone surrogates.
        if not is_protectable(text) or "\ufffd" in text:
            self._mark("single", "other", (literal,), _SHOWN["Code"])
            return
        self._mark("open", PROTECTED, (ticks,), ticks)
        self.pieces.append(text)
        self._mark("close", PROTECTED, (ticks,), ticks, self.pairs)

    def _folded(self, literal: str) -> str:
        """Put what stands on several lines on one, without what begins the lines of the block."""
        return self.fold.sub(" ", literal) if _NEWLINE.search(literal) else literal

    def _mark(
        self, kind: Kind, type_: str, data: tuple[str | Inside, ...], shown: str, pair: int | None = None
    ) -> None:
        if pair is None:
            self.pairs += 1
            pair = self.pairs
        self.pieces.append(Mark(pair, kind, type_, data, shown))

    def _break(self, token: Token, index: int) -> None:
        """Read a line break with the beginning of the next line; one after `<br>` is part of that code."""
        following = self.tokens[index + 1] if index + 1 < len(self.tokens) else token
        self.done = self._line_start(token, following.end if following.what == "end" else following.start)
        literal = self.source[token.start : self.done]
        if token.tag == "HardBreak":
            self._mark("single", "lb", (self._trailing_spaces() + literal,), "[br]")
            self.pieces.append(_LINE_BREAK)
        elif self.pieces[-1:] == [_LINE_BREAK] and isinstance(mark := self.pieces[-2], Mark):
            self.pieces[-2] = replace(mark, data=(*mark.data, literal))
        else:
            self.pieces.append(" ")

    def _trailing_spaces(self) -> str:
        """Take the spaces from the end of the text: before a line break they are not seen."""
        if not self.pieces or not isinstance(last := self.pieces[-1], str) or last == _LINE_BREAK:
            return ""
        inner = last.rstrip(" \t")
        self.pieces[-1:] = [inner] if inner else []
        return last[len(inner) :]

    def _line_start(self, token: Token, limit: int) -> int:
        """Return where the text goes on after the line break `token`, at the latest at `limit`."""
        found = self.prefix.match(self.source, token.end, max(limit, token.end))
        return found.end() if found else token.end

    def _open(self, token: Token) -> None:
        type_, length = ("link", 1) if token.tag == "Link" else self._delimiter(token)
        literal = self.source[token.start : token.start + length]
        self._mark("open", type_, (literal,), literal)
        self.frames.append(Frame(token, self.pairs))
        self.done = token.start + length

    def _close(self, token: Token) -> None:
        frame = self.frames.pop()
        if token.tag == "Link" and frame.token:
            data, end = self._destination(frame.token, frame.token.start + 1)
            self._mark("close", "link", data, "](…)", frame.pair)
            self.done = end
            return
        type_, length = self._delimiter(token)
        literal = self.source[token.end - length : token.end]
        self._mark("close", type_, (literal,), literal, frame.pair)
        self.done = token.end

    def _delimiter(self, token: Token) -> tuple[str, int]:
        type_, length = _DELIMITED[token.tag]
        # One tilde strikes through as well as two.
        single = token.tag == "Strikethrough" and not self.source.startswith("~~", token.start)
        return type_, 1 if single else length

    def _destination(self, token: Token, begin: int) -> tuple[tuple[str | Inside, ...], int]:
        """Return what closes the link or image `token`, whose content began at `begin`, and where it ends."""
        link_type = token.value["link_type"]
        literal = self.source[self.done : token.end]
        if link_type == "Inline":
            return self._titled(literal, token.value["title"]), token.end
        if link_type == "Reference":
            return (self._folded(literal),), token.end
        # The text of `[label]` and `[label][]` is the label: when it is translated, the label has to be kept.
        return (f"][{self._folded(self.source[begin : self.done])}]",), self._collapsed_end(token.end)

    def _collapsed_end(self, end: int) -> int:
        """Return the end with the brackets of `[label][]`, which the parser leaves out of the range."""
        return end + 2 if self.source.startswith("[]", end) else end

    def _titled(self, literal: str, title: str) -> tuple[str | Inside, ...]:
        span = title_span(literal) if has_words(title) else None
        if not span:
            return (self._folded(literal),)
        start, end = span
        inside = Inside(one_line(title), self.done + start, self.done + end, "title", literal[start - 1])
        return self._folded(literal[:start]), inside, self._folded(literal[end:])

    def _whole(self, index: int) -> int:
        """Read an image or an autolink with all that is in it; return the index of the token after it."""
        token = self.tokens[index]
        stop = self._end(index)
        if token.tag == "Link":
            self._mark("single", "link", (self.source[token.start : token.end],), "<…>")
            self.done = token.end
            return stop + 1
        begin = token.start + 2
        self.done = self._content_end(self.tokens[stop - 1], token.end) if stop > index + 1 else begin
        within = self.source[begin : self.done]
        text = one_line("".join(map(self._alternative, self.tokens[index + 1 : stop])))
        alt = Inside(text, begin, self.done, "alt") if has_words(text) else self._folded(within)
        closing, self.done = self._destination(token, begin)
        self._mark("single", "image", ("![", alt, *closing), "![…]")
        return stop + 1

    def _end(self, index: int) -> int:
        """Return the index of the token that ends the element that starts at `index`."""
        depth = 0
        while True:
            what = self.tokens[index].what
            depth += (what == "start") - (what == "end")
            if not depth:
                return index
            index += 1

    def _content_end(self, last: Token, limit: int) -> int:
        if last.tag in _BREAKS:
            return self._line_start(last, limit)
        return self._collapsed_end(last.end) if last.what == "end" else last.end

    def _alternative(self, token: Token) -> str:
        """Return what a token adds to the alternative text, which is plain (CommonMark 0.31, section 6.4)."""
        if token.tag in _BREAKS:
            return " "
        if token.what == "leaf" and token.tag not in ("InlineHtml", "FootnoteReference"):
            return text_of(self.source, token)
        return ""

    def _html(self, token: Token, literal: str) -> None:
        found = _TAG.match(literal)
        name = found[2].lower() if found else ""
        type_ = _TAG_TYPES.get(name, "other")
        shown = f"<{found[1]}{name}>" if found else f"{literal[:4]}…>"
        if found and found[1] and (place := self.frames[-1].close_tag(name)):
            self._html_close(place, token, (name, type_, literal, shown))
            return
        if found and not found[1] and name not in _VOID and not literal.endswith("/>"):
            self.frames[-1].open_tag(name, len(self.pieces), token.start)
        self._mark("single", type_, (literal,), shown)
        if name == "br":
            self.pieces.append(_LINE_BREAK)

    def _html_close(self, place: tuple[int, int], token: Token, tag: tuple[str, str, str, str]) -> None:
        """Make a pair of a closing tag and the opening one at `place`; what is no language is one code."""
        index, start = place
        name, type_, literal, shown = tag
        opening = self.pieces[index]
        assert isinstance(opening, Mark)
        if name in _QUOTED and self._is_protectable(index + 1):
            type_ = PROTECTED
        elif name in _UNTRANSLATED:
            del self.pieces[index:]
            whole = self._folded(self.source[start : token.end])
            self._mark("single", "other", (whole,), f"<{name}>…{shown}")
            return
        self.pieces[index] = replace(opening, kind="open", type=type_)
        self._mark("close", type_, (literal,), shown, opening.pair)

    def _is_protectable(self, index: int) -> bool:
        """Tell whether the pieces from `index` on are text alone that can stand in a protected pair."""
        inner = self.pieces[index:]
        texts = [piece for piece in inner if isinstance(piece, str)]
        return len(texts) == len(inner) and is_protectable("".join(texts))


def _is_autolink(token: Token) -> bool:
    return token.value["link_type"] in ("Autolink", "Email")
