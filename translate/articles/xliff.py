"""XLIFF 1.2 and 2.x as an article: its empty units are the blocks, all else comes back as it was.

A block is a whole `trans-unit` of XLIFF 1.2, whether its source is segmented or not, or a `segment` of
XLIFF 2.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from translate.articles.decoding import check_targets, read_bytes
from translate.articles.model import Article, Block
from translate.errors import ArticleError, XliffError
from translate.files import write_atomically
from translate.inline import Text
from translate.xliff.fill import empty_units, fill


def read(path: Path, encoding: str | None = None) -> Article:  # noqa: ARG001 - XML states its encoding
    """Read the XLIFF document at `path`; `encoding` does not matter, XML states its own.

    A block's text is the source of a unit that has no target; `raw` is the empty target as it is spelled, ""
    when there is none. Raises ArticleError when the file cannot be read, is no XLIFF 1.2 or 2.x, has a
    document type declaration, or has no empty units.
    """
    data = read_bytes(path)
    try:
        document = empty_units(data)
    except XliffError as error:
        raise ArticleError(
            error.message, path=path, line=error.line, column=error.column, hint=error.hint
        ) from error
    if not document.units:
        raise ArticleError("has no empty units", path=path, hint="Only units without a target are drafted")
    text = document.spelled.text
    blocks = []
    skeleton = []
    done = 0
    for unit in document.units:
        blocks.append(Block(unit.source.text, "unit", unit.source.codes, text[unit.start : unit.end]))
        skeleton.append(text[done : unit.start])
        done = unit.end
    skeleton.append(text[done:])
    return Article(
        path=path,
        format="xliff",
        encoding=document.spelled.codec,
        bom=document.spelled.bom,
        blocks=tuple(blocks),
        skeleton=tuple(skeleton),
        sha256=hashlib.sha256(data).hexdigest(),
        datatype="x-xliff",
    )


def write(article: Article, targets: Sequence[Text], path: Path) -> None:
    """Write `article` to `path` with the targets in its units (see `fill`).

    A target that equals its source is not written: the unit stays empty. Raises ArticleError when there is
    not one target per block, OutputError when the file cannot be written.
    """
    check_targets(article, targets)
    after = [block.spelling + part for block, part in zip(article.blocks, article.skeleton[1:], strict=True)]
    text = "".join([article.skeleton[0], *after])
    write_atomically(path, fill(article.bom + text.encode(article.encoding), targets))
