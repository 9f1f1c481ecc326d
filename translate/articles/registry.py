"""Which file format reads a suffix. A new format is one module beside this one and one line in `_FORMATS`."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from translate.articles.model import Article
from translate.errors import ArticleError
from translate.inline import Text


class Format(Protocol):
    """What the module of a format offers."""

    def read(self, path: Path, encoding: str | None = None) -> Article:
        """Read the article at `path`."""

    def write(self, article: Article, targets: Sequence[Text], path: Path) -> None:
        """Write `article` to `path` with one target per block."""


# Suffix -> module. The module is imported on first use: a format may need a heavy library.
_FORMATS = {
    ".docx": "docx",
    ".htm": "html",
    ".html": "html",
    ".markdown": "markdown",
    ".md": "markdown",
    ".text": "text",
    ".txt": "text",
    ".xhtml": "html",
    ".xlf": "xliff",
    ".xliff": "xliff",
}


def suffixes() -> tuple[str, ...]:
    """Return the suffixes that can be read, in lower case with their dot, sorted."""
    return tuple(sorted(_FORMATS))


def is_known(path: Path) -> bool:
    """Tell whether the suffix of `path` belongs to a format; the case of its letters does not matter."""
    return path.suffix.lower() in _FORMATS


def read(path: Path, encoding: str | None = None) -> Article:
    """Read the article at `path` with the format of its suffix.

    `encoding` is a Python codec name for formats that do not state their own; None detects it.
    Raises ArticleError when the suffix is unknown or the file cannot be read as that format, UsageError
    when `encoding` is no encoding.
    """
    if not is_known(path):
        raise ArticleError(unknown_suffix(path), path=path, hint=suffix_hint())
    return _module(_FORMATS[path.suffix.lower()]).read(path, encoding)


def write(article: Article, targets: Sequence[Text], path: Path) -> None:
    """Write `article` to `path` in its own format, each block replaced by its target.

    With the blocks' own texts as targets the file is the one that was read, byte for byte. Raises
    ArticleError when a target is missing or cannot be encoded, OutputError when the file cannot be written.
    """
    _module(article.format).write(article, targets, path)


def in_language(article: Article, source: str, target: str) -> Article:
    """Return `article` as one in the language `target` where it states that it is in `source` (BCP 47)."""
    if article.format != "html":
        return article
    from translate.articles import htmllanguage

    return htmllanguage.in_language(article, source, target)


def unknown_suffix(path: Path) -> str:
    """Return the complaint about a suffix that no format reads."""
    return f"the suffix `{path.suffix}` is of no known format" if path.suffix else "the name has no suffix"


def suffix_hint() -> str:
    """Return the sentence that names the suffixes that can be read."""
    return f"Files that can be read end in {', '.join(suffixes())}"


def _module(name: str) -> Format:
    return cast(Format, import_module(f"translate.articles.{name}"))
