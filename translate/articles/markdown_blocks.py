"""The blocks of a Markdown article and where each stands: front matter, paragraphs, items, cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from translate.articles.markdown_events import Parsed, Token, parse
from translate.articles.markdown_front import Value, front_matter
from translate.articles.markdown_inline import read_content
from translate.articles.markdown_marks import Content, Inside, Spot, has_words
from translate.articles.model import Block
from translate.articles.protectedcodes import is_translatable
from translate.inline import Text

_INLINE = frozenset(
    {"Text", "Code", "InlineMath", "DisplayMath", "InlineHtml", "FootnoteReference", "SoftBreak", "HardBreak"}
    | {"Emphasis", "Strong", "Strikethrough", "Link", "Image"}
)
_LEFT_ALONE = ("CodeBlock", "HtmlBlock")
_KINDS = {
    "Heading": "headline",
    "Item": "list",
    "DefinitionListTitle": "list",
    "DefinitionListDefinition": "list",
    "TableCell": "cell",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A block at `[start:end]` of the text.

    `spot` says by which rules it is spelled there: as lines of a paragraph, on the one line of a heading, in
    the cell of a table, as an alternative text, as a title between the quotation marks `quote`, or in the
    front matter, whose language is then the `quote`. `bars` tells that it stands in a table.
    """

    block: Block
    start: int
    end: int
    spot: Spot
    quote: str = ""
    bars: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of all blocks in the order of the blocks, and what the parser knows of the text."""

    text: str
    places: tuple[Place, ...]
    parsed: Parsed

    @property
    def skeleton(self) -> tuple[str, ...]:
        """The stretches of text around the blocks that are not inside another."""
        stretches: list[str] = []
        done = 0
        for place in self.places:
            if not place.block.inside:
                stretches.append(self.text[done : place.start])
                done = place.end
        return (*stretches, self.text[done:])


def layout(text: str) -> Layout:
    """Find the blocks of a Markdown `text`."""
    end, values = front_matter(text)
    places = [_front(value, text) for value in values if has_words(value.text)]
    parsed = parse(text, end)
    for run in _runs(parsed.tokens, end):
        content = read_content(text, run.tokens, run.floor, run.quotes)
        places += _places(text, content, run, len(places))
    return Layout(text, tuple(places), parsed)


@dataclass(frozen=True, slots=True)
class _Run:
    """Inline tokens with nothing but inline tokens between, and what they stand in."""

    tokens: Sequence[Token]
    floor: int
    quotes: int
    parent: Token | None


def _runs(tokens: Sequence[Token], floor: int) -> Iterator[_Run]:
    containers: list[Token] = []
    quotes = alone = 0
    run: list[Token] = []
    for token in tokens:
        if token.tag in _INLINE:
            if not alone:
                run.append(token)
            continue
        if run:
            parent = next((c for c in reversed(containers) if c.tag != "Paragraph"), None)
            yield _Run(run, floor, quotes, parent)
            floor, run = run[-1].end, []
        step = {"start": 1, "end": -1, "leaf": 0}[token.what]
        quotes += step * (token.tag == "BlockQuote")
        alone += step * (token.tag in _LEFT_ALONE)
        if step > 0:
            containers.append(token)
            floor = max(floor, token.start)
        elif step < 0:
            containers.pop()
        else:
            floor = token.end


def _places(text: str, content: Content, run: _Run, count: int) -> Iterator[Place]:
    """Yield the block of `content` and those inside it, which stand alone when it has no words itself."""
    tag = run.parent.tag if run.parent else ""
    bars = tag == "TableCell"
    framed = is_translatable(content.text)
    if framed:
        codes = [
            replace(c, data=tuple(count + 2 + d if isinstance(d, int) else d for d in c.data))
            for c in content.text.codes
        ]
        raw = text[content.start : content.end]
        block = _block(Text(content.text.text, tuple(codes)), _KINDS.get(tag, "paragraph"), raw)
        yield Place(block, content.start, content.end, _spot(run.parent, content, text), bars=bars)
    for inside in content.inside:
        yield _inside(inside, text, framed, bars)


def _spot(parent: Token | None, content: Content, text: str) -> Spot:
    """Tell what the content begins: a heading after `#`, a cell after a bar, else a line of a paragraph."""
    if parent and parent.tag == "Heading" and parent.start < content.start:
        return "heading"
    if parent and parent.tag == "TableCell" and text[parent.start - 1 : parent.start] == "|":
        return "cell"
    return "line"


def _inside(inside: Inside, text: str, framed: bool, bars: bool) -> Place:
    raw = text[inside.start : inside.end]
    block = replace(_block(Text(inside.text), "attribute", raw), inside=framed)
    return Place(block, inside.start, inside.end, inside.spot, inside.quote, bars)


def _front(value: Value, text: str) -> Place:
    block = _block(Text(value.text), value.kind, text[value.start : value.end])
    return Place(block, value.start, value.end, "front", value.language)


def _block(content: Text, kind: str, raw: str) -> Block:
    same = raw == content.text and not content.codes
    return Block(content.text, kind, content.codes, None if same else raw)
