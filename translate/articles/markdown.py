"""Markdown: CommonMark with GitHub's tables and strikethrough, footnotes, definition lists and front matter.

Paragraphs, headings, list items, table cells and the titles in the front matter are blocks; code, HTML
blocks, formulas and the definitions of links are skeleton.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from translate.articles.decoding import check_targets, decode, no_words, write_text
from translate.articles.markdown_blocks import layout
from translate.articles.markdown_write import spell_all
from translate.articles.model import Article
from translate.inline import Text


def read(path: Path, encoding: str | None = None) -> Article:
    """Read the Markdown article at `path`.

    `encoding` is a Python codec name, UTF-8 when it is None; a byte order mark wins over it. In the blocks a
    line break of the file is a space, a hard one a code with a newline after it. Raises UsageError when
    `encoding` is no text encoding and ArticleError when the file cannot be read, is binary, has nothing to
    translate or has bytes that are not of the encoding.
    """
    file = decode(path, encoding)
    found = layout(file.text)
    if not found.places:
        raise no_words(file.text, path)
    blocks = tuple(place.block for place in found.places)
    return Article(
        path, "markdown", file.codec, file.bom, blocks, found.skeleton, file.sha256, datatype="x-markdown"
    )


def write(article: Article, targets: Sequence[Text], path: Path) -> None:
    """Write `article` to `path`, each block replaced by its target, in the encoding and with the mark it had.

    A target that is its block's content is spelled as in the article; any other stands on one line, with
    backslashes where Markdown would read markup in it. Raises ArticleError when there is not one target per
    block or when the encoding lacks a character, OutputError when the file cannot be written.
    """
    check_targets(article, targets)
    own = [block for block in article.blocks if not block.inside]
    joined = [article.skeleton[0]]
    for block, after in zip(own, article.skeleton[1:], strict=True):
        joined += [block.spelling, after]
    # The blocks do not say what they stand in; reading them again does.
    found = layout("".join(joined))
    parts = [article.skeleton[0]]
    spellings = spell_all(found, targets)
    outer = (s for s, block in zip(spellings, article.blocks, strict=True) if not block.inside)
    for spelling, after in zip(outer, article.skeleton[1:], strict=True):
        parts += [spelling, after]
    write_text("".join(parts), article, path)
