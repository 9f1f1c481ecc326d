"""The items of a DOCX paragraph as text with inline codes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from translate.articles.docxformat import ON_SPACES, Format, Styles
from translate.articles.docxitems import Item, Mark, Thing, Words, Wrap
from translate.articles.docxnames import Element
from translate.inline import Code, Kind, Text, concatenate

Key = tuple[str, Kind]

# How many emphasised letters a plain one outweighs.
_PLAIN = 4


@dataclass(frozen=True, slots=True)
class Look:
    """A pair of codes around words that do not look like the others, with their `w:rPr`."""

    properties: Element | None
    type: str
    shown: str


@dataclass(slots=True)
class Inline:
    """A paragraph as it is translated, and what is needed to write it again.

    `objects` are what the codes stand for, by id. `plain` is the `w:rPr` of the words outside all pairs (id
    "") and inside the links. The marks that stand at a code are `before` or `after` it, the others are at the
    `head` or the `tail` of the paragraph.
    """

    content: Text = field(default_factory=lambda: Text(""))
    objects: dict[str, Thing | Wrap | Look] = field(default_factory=dict)
    plain: dict[str, Element | None] = field(default_factory=dict)
    head: list[Mark] = field(default_factory=list)
    tail: list[Mark] = field(default_factory=list)
    before: dict[Key, list[Mark]] = field(default_factory=dict)
    after: dict[Key, list[Mark]] = field(default_factory=dict)


def compose(items: Sequence[Item], styles: Styles) -> Inline:
    """Return the text and the codes of a paragraph.

    The look that most letters have is that of the paragraph and needs no code, but an emphasis is only when
    nearly all have it; other looks are pairs. Codes are numbered from "1" in their order.
    """
    composer = _Composer(styles)
    composer.level(items, "")
    inline = composer.inline
    _place_marks(composer.pieces, inline)
    inline.content = concatenate(piece for piece in composer.pieces if not isinstance(piece, Mark))
    return inline


@dataclass(slots=True)
class _Composer:
    styles: Styles
    inline: Inline = field(default_factory=Inline)
    pieces: list[str | Code | Mark] = field(default_factory=list)

    def level(self, items: Sequence[Item], pair: str) -> None:
        """Add the items of the paragraph ("") or of the pair with the id `pair`."""
        base, self.inline.plain[pair] = _base(items, self.styles)
        looks = _smoothed(items, base)
        waiting: list[Thing | Mark] = []
        look = base
        open_id = ""
        for item, wanted in zip(items, looks, strict=True):
            if isinstance(item, Thing | Mark):
                waiting.append(item)
                continue
            if isinstance(item, Wrap) or wanted != look:
                open_id = self._close(open_id)
                look = base
            self._flush(waiting)
            if isinstance(item, Wrap):
                self._wrap(item)
                continue
            if wanted is not None and wanted != look:
                look = wanted
                open_id = self._open(item, base)
            self.pieces.append(item.text)
        self._close(open_id)
        self._flush(waiting)

    def _flush(self, waiting: list[Thing | Mark]) -> None:
        for item in waiting:
            if isinstance(item, Mark):
                self.pieces.append(item)
                continue
            self._code(item, "single", item.type, item.shown)
            if item.type == "lb":
                self.pieces.append("\n")
        waiting.clear()

    def _open(self, words: Words, base: Format) -> str:
        type_, shown = self.styles.differing(words.format, base)
        return self._code(Look(words.properties, type_, shown), "open", type_, f"<{shown}>")

    def _close(self, id_: str) -> str:
        if id_:
            pair = self.inline.objects[id_]
            self.pieces.append(Code(0, id_, "close", pair.type, shown=f"</{pair.shown}>"))
        return ""

    def _wrap(self, item: Wrap) -> None:
        id_ = self._code(item, "open", item.type, f"<{item.shown}>")
        self.level(item.items, id_)
        self._close(id_)

    def _code(self, item: Thing | Wrap | Look, kind: Kind, type_: str, shown: str) -> str:
        id_ = str(len(self.inline.objects) + 1)
        self.inline.objects[id_] = item
        self.pieces.append(Code(0, id_, kind, type_, shown=shown))
        return id_


def _base(items: Sequence[Item], styles: Styles) -> tuple[Format, Element | None]:
    """Return the look of most letters and digits, of the first where several have as many.

    The plain words around a long bold name are still the plain ones: an emphasis has to have far more.
    """
    weights: Counter[Format] = Counter()
    properties: dict[Format, Element | None] = {}
    for item in items:
        if isinstance(item, Words) and not item.text.isspace():
            weight = 1 if styles.is_emphatic(item.format) else _PLAIN
            weights[item.format] += weight * sum(map(str.isalnum, item.text))
            properties.setdefault(item.format, item.properties)
    if not weights:
        return frozenset(), None
    base = weights.most_common(1)[0][0]
    return base, properties[base]


def _smoothed(items: Sequence[Item], base: Format) -> list[Format | None]:
    """Return the look of each item, None for what has none.

    White space has the look of the words on both its sides, or that of the paragraph, unless it would show.
    """
    looks = [item.format if isinstance(item, Words) else None for item in items]
    solid = [
        None if isinstance(item, Words) and item.text.isspace() else look
        for item, look in zip(items, looks, strict=True)
    ]
    for index, item in enumerate(items):
        if not isinstance(item, Words) or not item.text.isspace():
            continue
        left = next((solid[i] for i in range(index - 1, -1, -1) if solid[i] is not None), None)
        right = next((solid[i] for i in range(index + 1, len(solid)) if solid[i] is not None), None)
        wanted = left if left == right and left is not None else base
        if not {key for key, _ in item.format ^ wanted} & ON_SPACES:
            looks[index] = wanted
    return looks


def _place_marks(pieces: Sequence[str | Code | Mark], inline: Inline) -> None:
    """Give each mark its place: beside a code that it touches, else at its end of the paragraph."""
    # The newline that follows a line break belongs to its code.
    pieces = [piece for piece in pieces if piece != "\n"]
    for index, piece in enumerate(pieces):
        if not isinstance(piece, Mark):
            continue
        left = next((p for i in range(index - 1, -1, -1) if not isinstance(p := pieces[i], Mark)), None)
        right = next((p for i in range(index + 1, len(pieces)) if not isinstance(p := pieces[i], Mark)), None)
        if left is None:
            inline.head.append(piece)
        elif right is None:
            inline.tail.append(piece)
        elif isinstance(left, Code):
            inline.after.setdefault(left.key, []).append(piece)
        elif isinstance(right, Code):
            inline.before.setdefault(right.key, []).append(piece)
        else:
            (inline.tail if piece.ends else inline.head).append(piece)
