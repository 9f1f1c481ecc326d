"""Plain text: a block per line or per hard-wrapped paragraph; everything else is skeleton."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from translate.articles.decoding import check_targets, decode, no_words, write_text
from translate.articles.layout import LINE_BREAK, blocks_and_skeleton
from translate.articles.model import Article
from translate.inline import Text

_BARE_NEWLINE = re.compile(r"(?<!\r)\n")


def read(path: Path, encoding: str | None = None) -> Article:
    """Read the plain-text article at `path`.

    `encoding` is a Python codec name; a byte order mark in the file wins over it (as in the WHATWG Encoding
    Standard, section 6). Raises UsageError when `encoding` is no text encoding and ArticleError when the file
    cannot be read, is binary, is empty or has bytes that are not of the encoding.
    """
    file = decode(path, encoding)
    blocks, skeleton = blocks_and_skeleton(file.text)
    if not blocks:
        raise no_words(file.text, path)
    return Article(path, "text", file.codec, file.bom, blocks, skeleton, file.sha256)


def write(article: Article, targets: Sequence[Text], path: Path) -> None:
    """Write `article` to `path`, each block replaced by its target, in the encoding and with the mark it had.

    A line break inside a target becomes the one its block has. Raises ArticleError when there is not one
    target per block or when the encoding lacks a character, OutputError when the file cannot be written.
    """
    check_targets(article, targets)
    parts = [article.skeleton[0]]
    for block, target, after in zip(article.blocks, targets, article.skeleton[1:], strict=True):
        parts += [_with_breaks_of(block.text, target.text), after]
    write_text("".join(parts), article, path)


def _with_breaks_of(source: str, target: str) -> str:
    """Give back the block's own line break where XML on the way has made it a plain newline."""
    breaks = set(LINE_BREAK.findall(source))
    if len(breaks) != 1 or "\n" in breaks:
        return target
    line_break: str = breaks.pop()
    return _BARE_NEWLINE.sub(line_break, target)
