"""Readable codes and short ways through reading and writing, for the tests of Markdown."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from translate.articles import Article, read, write
from translate.inline import Code, Kind, Text, concatenate

HERE = Path(__file__).parent / "markdown"
PAGES = sorted(HERE.rglob("*.md"))
NEWS = HERE / "news.md"


def notation(content: Text) -> str:
    shapes = {"open": "{%s}", "close": "{/%s}", "single": "{%s/}"}
    parts = (part if isinstance(part, str) else shapes[part.kind] % part.id for part in content.parts())
    return "".join(parts).replace("\n", "↵")


def content_of(text: str) -> Text:
    pieces: list[str | Code] = []
    for stretch in re.split(r"(\{/?\d/?\})", text.replace("↵", "\n")):
        kind: Kind = "single" if stretch.endswith("/}") else "close" if stretch.startswith("{/") else "open"
        found = re.fullmatch(r"\{/?(\d)/?\}", stretch)
        pieces.append(Code(0, found[1], kind) if found else stretch)
    return concatenate(pieces)


def fragments(name: str) -> list[str]:
    """Return the lines of a fixture below its heading."""
    text = (HERE / name).read_text(encoding="utf-8").partition("\n\n")[2]
    signs = str.maketrans({"⏎": "\n", "␍": "\r", "⇥": "\t", "␣": " "})
    return [line.translate(signs) for line in text.split("\n")[:-1]]


def read_bytes(text: str | bytes, encoding: str | None = None) -> Article:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.md")
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return read(path, encoding)


def written(article: Article, targets: list[Text]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        write(article, targets, Path(folder, "uk.md"))
        return Path(folder, "uk.md").read_bytes()


def own(article: Article) -> list[Text]:
    return [block.content for block in article.blocks]


def joined(article: Article) -> bytes:
    outer = [block for block in article.blocks if not block.inside]
    after = [block.spelling + part for block, part in zip(outer, article.skeleton[1:], strict=True)]
    return article.bom + "".join([article.skeleton[0], *after]).encode(article.encoding)
