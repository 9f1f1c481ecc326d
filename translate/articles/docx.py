"""DOCX: a block per paragraph of the text, the notes, headers and footers; runs become inline codes.

ISO/IEC 29500 (Office Open XML), transitional and strict. Read are the main document with its tables, text
boxes and content controls, footnotes, endnotes, headers, footers, the alternative text of images and tables,
and the title, subject and description of the file. Left alone are comments, charts, SmartArt, embedded
documents, hidden text, the labels of lists, and what the program computes: tables of contents, page numbers,
references. Tracked changes are read as accepted.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate.articles.decoding import check_targets, no_words, read_bytes
from translate.articles.docxfields import find_fields, quoted_bookmarks
from translate.articles.docxformat import Styles, read_styles
from translate.articles.docxnames import Element, name, tag
from translate.articles.docxpackage import Package, open_package
from translate.articles.docxplaces import Place, part_places, property_places
from translate.articles.model import Article
from translate.errors import ArticleError
from translate.files import write_atomically
from translate.inline import Text

# In the order in which they are reviewed, the main document first.
_RELATED = ("footnotes", "endnotes", "header", "footer")


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the package with its places."""

    name: str
    root: Element
    places: tuple[Place, ...]


def read(path: Path, encoding: str | None = None) -> Article:
    """Read the DOCX article at `path`; `encoding` means nothing here, the parts state their own.

    A block has no code where only the language, the proofing or the fonts of other scripts change. Line
    breaks and page breaks are codes followed by a newline, tabs are tabs. Raises ArticleError when the file
    cannot be read, is no DOCX, is damaged, encrypted or unsafe (see `open_package`), or has no words.
    """
    del encoding
    data = read_bytes(path)
    blocks = tuple(place.block for part in _parts(open_package(data, path)) for place in part.places)
    if not blocks:
        raise no_words("-", path)
    return Article(path, "docx", "utf-8", b"", blocks, (), hashlib.sha256(data).hexdigest(), "x-docx")


def write(article: Article, targets: Sequence[Text], path: Path) -> None:
    """Write `article` to `path`, each block replaced by its target.

    The article's own file is read again for all that is no text. A paragraph whose target is its source stays
    as it is, tracked changes and all; a part without other paragraphs keeps its bytes, and so does the whole
    file when nothing changes. Of a paragraph that is written anew, tracked changes are accepted, bookmarks
    and comments stay, and the runs lose the language of the source. A newline in a target that follows no
    line break is one. When a headline changes, tables of contents are marked to be made anew. Codes that a
    target lacks are left out: whoever calls sees to it that none is lost.

    Raises ArticleError when there is not one target for each block, when a target has a code that its block
    has not or a character that XML has not, or when the article's file has changed; OutputError when the file
    cannot be written.
    """
    check_targets(article, targets)
    data = read_bytes(article.path)
    if hashlib.sha256(data).hexdigest() != article.sha256:
        raise ArticleError(
            "has changed since it was drafted", path=article.path, hint="Draft the article again"
        )
    package = open_package(data, article.path)
    wanted = iter(enumerate(targets, 1))
    changed = {}
    for part in _parts(package):
        new = [(place, *next(wanted)) for place in part.places]
        new = [
            (place, number, target) for place, number, target in new if not place.block.content.same(target)
        ]
        for place, number, target in new:
            _put(place, number, target, article.path)
        if any(place.block.kind == "headline" for place, _, _ in new):
            _mark_contents(part.root)
        if new:
            changed[part.name] = part.root
    write_atomically(path, package.replaced(changed) if changed else data)


def _put(place: Place, number: int, target: Text, path: Path) -> None:
    for key in target.keys:
        if key not in place.block.content.keys:
            raise ArticleError(
                f"the target of block {number} has the {key[1]} code `{key[0]}`, which its source has not",
                path=path,
                hint="Take the inline codes from the source",
            )
    try:
        place.put(target)
    except ValueError as error:
        raise ArticleError(
            f"the target of block {number} has a character that XML cannot hold",
            path=path,
            hint="Remove control characters from the target",
        ) from error


def _mark_contents(root: Element) -> None:
    """Have tables of contents made anew when the file is opened (`w:dirty`, ISO/IEC 29500-1, 17.16.18)."""
    for each in find_fields(root).by_begin.values():
        if each.name == "TOC":
            each.begin.set(tag(each.begin, "dirty"), "true")


def _parts(package: Package) -> Iterator[_Part]:
    """Yield the parts with text: the main document, notes, headers and footers, then the core properties."""
    main = next(package.related("", "officeDocument"), None)
    if main is None:
        raise package.error(
            "is no DOCX file: it has no main document", "Save it as DOCX in Word or LibreOffice"
        )
    root = package.xml(main)
    if name(root) != "w:document":
        raise package.error(
            f"is no DOCX file: its main part `{main}` is no text document",
            "Save its text as DOCX in Word or LibreOffice",
        )
    texts = {main: root}
    for kind in _RELATED:
        texts |= {part: package.xml(part) for part in sorted(package.related(main, kind), key=_natural)}
    styles = _styles(package, main)
    quoted = frozenset(bookmark for root in texts.values() for bookmark in quoted_bookmarks(root))
    for part, root in texts.items():
        yield _Part(part, root, tuple(part_places(root, styles, quoted)))
    for part in package.related("", "metadata/core-properties"):
        root = package.xml(part)
        yield _Part(part, root, tuple(property_places(root)))


def _styles(package: Package, main: str) -> Styles:
    part = next(package.related(main, "styles"), None)
    return read_styles(package.xml(part) if part is not None else None)


def _natural(part: str) -> list[tuple[int, str]]:
    """Return a key that sorts `header2.xml` before `header10.xml`."""
    return [(int(digits or 0), letters) for letters, digits in re.findall(r"(\D*)(\d*)", part)]
