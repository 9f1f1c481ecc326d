"""What an article is to the rest of the tool, whatever its file format."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from translate.inline import Code, Text


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of translatable text: a paragraph, a headline, a list item, an attribute.

    `codes` are the inline codes inside `text`. `raw` is the stretch as it is spelled in the file (entities,
    escapes, tags, line breaks), None when that is `text` itself; a target that equals the source is written
    as `raw`, so that nothing changes where nothing was translated. A block that is `inside` stands in the
    data of another block's code (the `alt` of an image within a sentence) and has no place of its own in
    the skeleton.
    """

    text: str
    kind: str = "paragraph"
    codes: tuple[Code, ...] = ()
    raw: str | None = None
    inside: bool = False

    @property
    def content(self) -> Text:
        """The text with its codes."""
        return Text(self.text, self.codes)

    @property
    def spelling(self) -> str:
        """The stretch as it is spelled in the file."""
        return self.text if self.raw is None else self.raw


@dataclass(frozen=True, slots=True)
class Article:
    """An article as read from `path`.

    The decoded file is `skeleton[0] + b1.spelling + skeleton[1] + … + skeleton[-1]` over the blocks that are
    not `inside` another, so there is always one more skeleton part than there are such blocks (formats that
    are no text, such as DOCX, leave the skeleton empty). `encoding` is a Python codec name; `bom` is what
    stood before the text. `datatype` is the XLIFF 1.2 name of the format (`plaintext`, `html` …).
    """

    path: Path
    format: str
    encoding: str
    bom: bytes
    blocks: tuple[Block, ...]
    skeleton: tuple[str, ...]
    sha256: str
    datatype: str = "plaintext"
