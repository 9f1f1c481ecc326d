"""The two tokenizers of Argos packages, both ways, with the place of every piece in the text.

SentencePiece (packages since 1.4) and BPE over Moses tokens (packages converted from OPUS-MT).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from translate.errors import ModelError

_HINT = "Reinstall the package with `translate models install`"
_SPACE = "\u2581"  # how SentencePiece writes a space
_BYTE = re.compile(r"<0x([0-9A-Fa-f]{2})>")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_MOSES_ESCAPES = (
    ("&bar;", "|"),
    ("&#124;", "|"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&apos;", "'"),
    ("&quot;", '"'),
    ("&#91;", "["),
    ("&#93;", "]"),
    ("&bra;", "["),
    ("&ket;", "]"),
    ("&amp;", "&"),
)
_CONTROL_PIECES = ("<s>", "</s>", "<pad>", "<blank>")
# How far a piece may lie from the end of the one before; farther is another word that looks the same.
_REACH = 32


@dataclass(frozen=True, slots=True)
class Tokens:
    """The pieces of a text and the character range of each in it."""

    text: str
    pieces: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


class Tokenizer(Protocol):
    """Text to the pieces of a model's vocabulary and back."""

    def count(self, text: str) -> int:
        """Return how many pieces the text has."""

    def encode(self, text: str) -> Tokens:
        """Return the pieces of the text, each with its range."""

    def decode(self, pieces: Sequence[str]) -> Tokens:
        """Return the text of the pieces, each piece with its range in it."""


class SentencePieceTokenizer:
    """SentencePiece driven directly: Argos's own decoder turns every `_` into a space."""

    def __init__(self, path: Path) -> None:
        """Load `sentencepiece.model`; raises ModelError when it is none."""
        from sentencepiece import SentencePieceProcessor

        try:
            self._processor = SentencePieceProcessor(model_file=str(path))
        except (RuntimeError, OSError, UnicodeDecodeError) as error:
            raise ModelError("is no SentencePiece model", path=path, hint=_HINT) from error
        ids = range(self._processor.get_piece_size())
        self._controls = {self._processor.id_to_piece(i) for i in ids if self._processor.is_control(i)}

    def count(self, text: str) -> int:
        """Return how many pieces the text has."""
        return len(self._processor.encode(text))

    def encode(self, text: str) -> Tokens:
        """Return the pieces of the text; the bytes of an unknown character share its range."""
        mapping = self._processor.encode(text, return_type="offset_mapping")
        spans: list[tuple[int, int]] = []
        following: tuple[int, int] | None = None
        for start, end in reversed(mapping["offsets"]):
            # The pieces of one character (its bytes, the parts of a decomposed ½) all sit before its end.
            span = following if start == end and following is not None else _trimmed(text, start, end)
            spans.append(span)
            following = span
        return Tokens(text, tuple(mapping["pieces"]), tuple(reversed(spans)))

    def decode(self, pieces: Sequence[str]) -> Tokens:
        """Return the text of the pieces; bytes that are no UTF-8 become U+FFFD, control characters vanish."""
        surfaces: list[str] = []
        i = 0
        while i < len(pieces):
            run = i
            while run < len(pieces) and _BYTE.fullmatch(pieces[run]):
                run += 1
            if run > i:
                data = bytes(int(piece[3:5], 16) for piece in pieces[i:run])
                # The whole run is written by its first piece; the others share its range.
                surfaces += [_CONTROLS.sub("", data.decode("utf-8", "replace")), *[""] * (run - i - 1)]
                i = run
            else:
                surfaces.append("" if pieces[i] in self._controls else pieces[i].replace(_SPACE, " "))
                i += 1
        return _assembled(pieces, surfaces)


class MosesBpeTokenizer:
    """BPE over Moses tokens, by way of the classes that Argos ships."""

    def __init__(self, path: Path, from_code: str, to_code: str) -> None:
        """Load `bpe.model`; raises ModelError when it is none."""
        # This module of argostranslate loads nothing else and makes no folders.
        from argostranslate.tokenizer import BPETokenizer

        self._tokenizer: Any = BPETokenizer(path, from_code, to_code)
        try:
            self._tokenizer.lazy_load()
        except (Exception, SystemExit) as error:  # the BPE reader exits on a malformed line
            raise ModelError("is no BPE model", path=path, hint=_HINT) from error

    def count(self, text: str) -> int:
        """Return how many pieces the text has."""
        return len(self._tokenizer.encode(text))

    def encode(self, text: str) -> Tokens:
        """Return the pieces of the text, found in it again one after the other."""
        pieces = tuple(piece for piece in self._tokenizer.encode(text) if piece)
        return Tokens(text, pieces, _locate_words(pieces, text))

    def decode(self, pieces: Sequence[str]) -> Tokens:
        """Return the text of the pieces, detokenized by Moses's rules."""
        kept = [piece for piece in pieces if piece not in _CONTROL_PIECES]
        # A piece that asks for a continuation at the very end has none.
        text = self._tokenizer.decode([*kept[:-1], kept[-1].removesuffix("@@")]) if kept else ""
        return Tokens(text, tuple(pieces), _locate_words(pieces, text))


def load_tokenizer(folder: Path, from_code: str, to_code: str) -> Tokenizer:
    """Return the tokenizer of a package folder; raises ModelError when it has none or a broken one."""
    if (folder / "sentencepiece.model").is_file():
        return SentencePieceTokenizer(folder / "sentencepiece.model")
    if (folder / "bpe.model").is_file():
        return MosesBpeTokenizer(folder / "bpe.model", from_code, to_code)
    raise ModelError(
        "has no tokenizer: neither `sentencepiece.model` nor `bpe.model`", path=folder, hint=_HINT
    )


def locate(surfaces: Sequence[str], text: str) -> tuple[tuple[int, int], ...]:
    """Return where each surface stands in the text, in order; an empty range for one that cannot be found.

    >>> locate(["don", "'t", "stop"], "don't  stop")
    ((0, 3), (3, 5), (7, 11))
    """
    spans: list[tuple[int, int]] = []
    position = 0
    for surface in surfaces:
        at = text.find(surface, position, position + len(surface) + _REACH) if surface else -1
        if at < 0:
            spans.append((position, position))
            continue
        position = at + len(surface)
        spans.append((at, position))
    return tuple(spans)


def _locate_words(pieces: Sequence[str], text: str) -> tuple[tuple[int, int], ...]:
    """Return the place of every BPE piece: pieces ending in `@@` and the one after them make a word."""
    words: list[list[str]] = [[]]
    for piece in pieces:
        words[-1].append(piece.removesuffix("@@"))
        if not piece.endswith("@@"):
            words.append([])
    spans: list[tuple[int, int]] = []
    surfaces = [_moses_surface("".join(word)) for word in words]
    for word, surface, (start, end) in zip(words, surfaces, locate(surfaces, text), strict=True):
        if "".join(word) != surface or start == end:
            # An escaped character (`&amp;`) has no place for each of its pieces.
            spans += [(start, end)] * len(word)
            continue
        for part in word:
            spans.append((start, start + len(part)))
            start += len(part)
    return tuple(spans)


def _moses_surface(word: str) -> str:
    if word in _CONTROL_PIECES:
        return ""
    if len(word) == 3 and word[0] == word[2] == "@":  # `@-@`: a hyphen inside a word
        return word[1]
    for escape, character in _MOSES_ESCAPES:
        word = word.replace(escape, character)
    return word


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without the space that SentencePiece puts before a word, unless that is all of it."""
    word = start
    while word < end and text[word].isspace():
        word += 1
    return (word, end) if word < end else (start, end)


def _assembled(pieces: Sequence[str], surfaces: Sequence[str]) -> Tokens:
    """Return the joined surfaces without the white space around them, and the place of each."""
    joined = "".join(surfaces)
    text = joined.strip()
    shift = len(joined) - len(joined.lstrip())
    spans: list[tuple[int, int]] = []
    position = 0
    for piece, surface in zip(pieces, surfaces, strict=True):
        if not surface and spans and _BYTE.fullmatch(piece):
            spans.append(spans[-1])
            continue
        start = min(max(position - shift, 0), len(text))
        end = min(max(position + len(surface) - shift, 0), len(text))
        spans.append(_trimmed(text, start, end))
        position += len(surface)
    return Tokens(text, tuple(pieces), tuple(spans))
