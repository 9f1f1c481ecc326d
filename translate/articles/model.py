"""What an article is to the rest of the tool, whatever its file format."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of translatable text: a paragraph, a headline, a list item."""

    text: str
    kind: str = "paragraph"


@dataclass(frozen=True, slots=True)
class Article:
    """An article as read from `path`.

    The decoded file is `skeleton[0] + blocks[0].text + skeleton[1] + … + skeleton[-1]`, so there is always
    one more skeleton part than there are blocks. `encoding` is a Python codec name; `bom` is what stood
    before the text.
    """

    path: Path
    format: str
    encoding: str
    bom: bytes
    blocks: tuple[Block, ...]
    skeleton: tuple[str, ...]
    sha256: str
