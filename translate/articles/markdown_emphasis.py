"""Where emphasis may stand: a translation kept to the rules of delimiters (CommonMark 0.31, section 6.2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translate.inline import Code

_EMPHASIS = re.compile(r"[*_]{1,2}|~~?")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, or the spelling of `code`."""

    text: str
    code: Code | None = None

    def emphasises(self, kind: str) -> bool:
        """Tell whether this opens or closes emphasis."""
        return self.code is not None and self.code.kind == kind and bool(_EMPHASIS.fullmatch(self.text))


def settle(pieces: Iterable[Piece]) -> list[Piece]:
    """Return `pieces` with delimiters that Markdown will read as such wherever that can be had.

    Spaces at the inner edges of emphasis go outside, emphasis of nothing is left out, and an underscore
    beside a letter becomes a star. Stretches of text are joined.
    """
    settled = _merged(_openings(_closings(pieces)))
    within_words = {piece.code.id for piece in _beside_letters(settled) if piece.code}
    return [
        Piece(piece.text.replace("_", "*"), piece.code)
        if piece.code
        and piece.code.id in within_words
        and (piece.emphasises("open") or piece.emphasises("close"))
        else piece
        for piece in settled
    ]


def _closings(pieces: Iterable[Piece]) -> list[Piece]:
    kept: list[Piece] = []
    for piece in pieces:
        if not piece.emphasises("close"):
            kept.append(piece)
            continue
        spaces: list[Piece] = []
        while kept and kept[-1].code is None:
            text = kept.pop().text
            inner = text.rstrip()
            spaces.insert(0, Piece(text[len(inner) :]))
            if inner:
                kept.append(Piece(inner))
                break
        last = kept[-1] if kept else None
        if last and last.emphasises("open") and last.code and piece.code and last.code.id == piece.code.id:
            kept.pop()
        else:
            kept.append(piece)
        kept += spaces
    return kept


def _openings(pieces: Sequence[Piece]) -> list[Piece]:
    kept: list[Piece] = []
    for piece in reversed(pieces):
        spaces: list[Piece] = []
        while piece.emphasises("open") and kept and kept[-1].code is None:
            text = kept.pop().text
            inner = text.lstrip()
            spaces.append(Piece(text[: len(text) - len(inner)]))
            if inner:
                kept.append(Piece(inner))
                break
        kept += [piece, *reversed(spaces)]
    return kept[::-1]


def _merged(pieces: Iterable[Piece]) -> list[Piece]:
    merged: list[Piece] = []
    for piece in pieces:
        if piece.code is None and merged and merged[-1].code is None:
            merged[-1] = Piece(merged[-1].text + piece.text)
        elif piece.text or piece.code:
            merged.append(piece)
    return merged


def _beside_letters(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the underscores that have a letter or a digit on their outer side."""
    found: list[Piece] = []
    for index, piece in enumerate(pieces):
        if not piece.text.startswith("_"):
            continue
        before = pieces[index - 1].text[-1:] if index else ""
        after = pieces[index + 1].text[:1] if index + 1 < len(pieces) else ""
        if (piece.emphasises("open") and before.isalnum()) or (piece.emphasises("close") and after.isalnum()):
            found.append(piece)
    return found
