"""HTML and XHTML pages: a block per paragraph, heading, list item, cell or attribute that readers see.

The page is never parsed into a tree and written out of it: the blocks know where they stand, and everything
between them is the page's own characters. So whatever is wrong with a page comes back as it was.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from translate.articles.decoding import Decoded, check_targets, decode, no_words, write_text
from translate.articles.htmlblocks import blocks_and_skeleton
from translate.articles.htmlencoding import stated_encoding
from translate.articles.htmltext import spell
from translate.articles.model import Article, Block
from translate.articles.protectedcodes import plain_pairs
from translate.errors import ArticleError
from translate.inline import Code, Text


def read(path: Path, encoding: str | None = None) -> Article:
    """Read the HTML page at `path`.

    `encoding` is a Python codec name; a byte order mark wins over it, and it wins over what the page states
    (HTML Standard, section 13.2.3.2). Raises UsageError when `encoding` is no text encoding and ArticleError
    when the page cannot be read, is binary, has no words to translate, or has bytes that are not of the
    encoding or would not come back the same.
    """
    file = decode(path, encoding, stated_encoding)
    _check_reversible(file, path)
    xml = path.suffix.lower() == ".xhtml" or file.text.lstrip().startswith("<?xml")
    blocks, skeleton = blocks_and_skeleton(file.text, xml=xml)
    if not blocks:
        raise no_words(file.text, path)
    return Article(path, "html", file.codec, file.bom, blocks, skeleton, file.sha256, "html")


def write(article: Article, targets: Sequence[Text], path: Path) -> None:
    """Write `article` to `path`, each block replaced by its target, in the encoding and with the mark it had.

    A character that the encoding lacks is written as a numeric reference. Raises ArticleError when there is
    not one target per block, OutputError when the file cannot be written.
    """
    check_targets(article, targets)
    spellings = (*article.skeleton, *(block.spelling for block in article.blocks))
    page = _Page(article, targets, any("&nbsp;" in part for part in spellings))
    parts = [article.skeleton[0]]
    placed = (index for index, block in enumerate(article.blocks) if not block.inside)
    for index, after in zip(placed, article.skeleton[1:], strict=True):
        parts += [page.spelling(index, parts[-1]), after]
    write_text("".join(parts), article, path)


def _check_reversible(file: Decoded, path: Path) -> None:
    """Refuse a page in one of the few encodings that have two spellings of a character, when it uses both."""
    with suppress(ValueError):
        if hashlib.sha256(file.bom + file.text.encode(file.codec)).hexdigest() == file.sha256:
            return
    raise ArticleError(
        f"has characters that would not come back the same in {file.codec.upper()}",
        path=path,
        hint="Save it as UTF-8, and let it state so",
    )


@dataclass(frozen=True, slots=True)
class _Page:
    """The blocks of an article with their targets; `named_spaces` when the page spells them `&nbsp;`."""

    article: Article
    targets: Sequence[Text]
    named_spaces: bool

    def spelling(self, index: int, before: str) -> str:
        """Return the target of a block as it is written in the page; `before` is what stands before it."""
        block, target = self.article.blocks[index], self.targets[index]
        if block.kind == "attribute":
            return self._value(index, before)
        if not target.same(block.content):
            return self._changed(block, target)
        inside = [part - 1 for code in block.codes for part in code.data if isinstance(part, int)]
        if all(self.targets[number].same(self.article.blocks[number].content) for number in inside):
            return block.spelling
        return self._changed_inside(block)

    def _changed(self, block: Block, target: Text) -> str:
        # What comes back from a CAT tool may have lost what it does not show; the source has it.
        codes = {code.key: code for code in block.codes}
        parts: list[str] = []
        after_break = False
        for part in plain_pairs(target, block.codes).parts():
            if isinstance(part, Code):
                code = codes.get(part.key, part)
                parts.append(self._tag(code))
                after_break = after_break or code.type == "lb"
            else:
                # The newline that stands for the line break in the text would only pile up in the page.
                parts.append(self._spell(part.removeprefix("\n") if after_break else part))
                after_break = False
        return "".join(parts)

    def _changed_inside(self, block: Block) -> str:
        """Return the block as it is spelled, but with the new values of the attributes in its tags."""
        parts: list[str] = []
        done = 0
        for code in block.codes:
            old = "".join(p if isinstance(p, str) else self.article.blocks[p - 1].spelling for p in code.data)
            start = block.spelling.index(old, done)
            parts += [block.spelling[done:start], self._tag(code)]
            done = start + len(old)
        return "".join([*parts, block.spelling[done:]])

    def _tag(self, code: Code) -> str:
        parts: list[str] = []
        for part in code.data:
            parts.append(part if isinstance(part, str) else self._value(part - 1, parts[-1]))
        return "".join(parts)

    def _value(self, index: int, before: str) -> str:
        """Return the target of an attribute; a value without quotation marks gets them when it changes."""
        block, target = self.article.blocks[index], self.targets[index]
        if target.text == block.text:
            return block.spelling
        if before.endswith(("'", '"')):
            return self._spell(target.text, before[-1])
        return '"' + self._spell(target.text, '"') + '"'

    def _spell(self, text: str, quote: str = "") -> str:
        return spell(text, self.article.encoding, named_spaces=self.named_spaces, quote=quote)
