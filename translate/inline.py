"""Text with inline codes: the tags of an article's format that stand inside a sentence.

The text itself holds no mark of a code, so that segmentation, protection and the engine see plain language;
each code knows its position instead, and is carried along beside the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

Kind = Literal["open", "close", "single"]


@dataclass(frozen=True, slots=True)
class Code:
    """An inline code before the character `position` of a text.

    `id` numbers the element within its block from "1"; the opening and the closing code of a pair share it.
    `type` is "bold", "italic", "underlined", "link", "image", "lb" (line break), "protected" (a pair around
    text that stays as it is, such as program text) or "other". `data` is what stands in the article: literal
    text, and for each translatable attribute in it the number (from 1) of the block that holds its text; only
    the article's format reads it. `shown` is a short form for people (`<b>`, `[img]`).

    A line break is always followed by a newline in the text, so that the words around it stay apart.
    """

    position: int
    id: str
    kind: Kind
    type: str = "other"
    data: tuple[str | int, ...] = ()
    shown: str = ""

    def at(self, position: int) -> Code:
        """Return this code at another position."""
        return replace(self, position=position)

    @property
    def key(self) -> tuple[str, Kind]:
        """What tells this code from every other of its block."""
        return self.id, self.kind


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its inline codes in the order in which they stand, positions never falling."""

    text: str
    codes: tuple[Code, ...] = ()

    def parts(self) -> Iterator[str | Code]:
        """Yield the stretches of text and the codes in turn; no stretch is empty."""
        done = 0
        for code in self.codes:
            if code.position > done:
                yield self.text[done : code.position]
                done = code.position
            yield code
        if done < len(self.text):
            yield self.text[done:]

    @property
    def keys(self) -> tuple[tuple[str, Kind], ...]:
        """The identities of the codes, in order."""
        return tuple(code.key for code in self.codes)

    def same(self, other: Text) -> bool:
        """Whether both have the same text and the same codes at the same places, whatever their data."""
        return self.text == other.text and [(c.position, *c.key) for c in self.codes] == [
            (c.position, *c.key) for c in other.codes
        ]


def concatenate(pieces: Iterable[str | Code | Text]) -> Text:
    """Join texts and codes; the position of a single code does not matter, it stands where it comes.

    >>> concatenate(["Ірпінь ", Code(0, "1", "open"), "тут"]).codes[0].position
    7
    """
    text: list[str] = []
    codes: list[Code] = []
    length = 0
    for piece in pieces:
        if isinstance(piece, Code):
            codes.append(piece.at(length))
            continue
        own = piece if isinstance(piece, Text) else Text(piece)
        codes += [code.at(length + code.position) for code in own.codes]
        text.append(own.text)
        length += len(own.text)
    return Text("".join(text), tuple(codes))


def unpaired(codes: Iterable[Code]) -> frozenset[tuple[str, Kind]]:
    """Return the keys of the opening and closing codes whose partner is not among `codes`.

    >>> sorted(unpaired([Code(0, "1", "open"), Code(3, "1", "close"), Code(3, "2", "close")]))
    [('2', 'close')]
    """
    keys = {code.key for code in codes}
    partner: dict[Kind, Kind] = {"open": "close", "close": "open"}
    return frozenset(
        (id_, kind) for id_, kind in keys if kind != "single" and (id_, partner[kind]) not in keys
    )
