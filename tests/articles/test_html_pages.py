"""Real pages come back as they were, and with other words they keep their structure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import pytest
from lxml import etree

from translate.articles import Article, read, write
from translate.errors import ArticleError
from translate.inline import Text

HERE = Path(__file__).parent / "html"
_PAGES = [HERE / "news.html", *sorted((HERE / "pages").glob("*.html"))]

_SHARED = Path("/usr/share")
_MANY = 200
_LARGE = 15_000


def _with_other_words(article: Article) -> list[Text]:
    """Return targets of the same length: letters that have a capital of one letter change their case."""
    swapped = (
        "".join(swap if len(swap := letter.swapcase()) == 1 else letter for letter in block.text)
        for block in article.blocks
    )
    return [Text(text, block.codes) for text, block in zip(swapped, article.blocks, strict=True)]


def _structure(path: Path, encoding: str) -> list[tuple[str, ...]]:
    """Return the elements in order with the names of their attributes, as libxml2 understands the page."""
    parser = etree.HTMLParser(encoding=encoding, no_network=True)
    tree = etree.fromstring(path.read_bytes(), parser)
    return [(element.tag, *map(str, element.attrib)) for element in tree.iter("*")]


def _assert_kept(page: Path, folder: Path) -> None:
    article = read(page)
    copy = folder / page.name
    write(article, [block.content for block in article.blocks], copy)
    assert copy.read_bytes() == page.read_bytes()
    targets = _with_other_words(article)
    write(article, targets, copy)
    assert _structure(copy, article.encoding) == _structure(page, article.encoding)
    assert [block.text for block in read(copy).blocks] == [target.text for target in targets]


def test_there_are_ten_real_pages() -> None:
    assert len(_PAGES) == 11


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.stem)
def test_a_real_page_comes_back_and_keeps_its_structure(page: Path, tmp_path: Path) -> None:
    _assert_kept(page, tmp_path)


def test_pages_that_are_installed_here_come_back_and_keep_their_structure(tmp_path: Path) -> None:
    found = [path for path in islice(_SHARED.rglob("*.html"), 5000) if path.is_file()]
    small = sorted(path for path in found if path.stat().st_size < _LARGE)
    pages = list(_readable(small[:: len(small) // _MANY + 1]))
    if not pages:
        pytest.skip(f"no HTML pages below {_SHARED}")
    for page in pages:
        _assert_kept(page, tmp_path)


def _readable(pages: Sequence[Path]) -> Iterator[Path]:
    """Yield the pages that have words, and state their encoding when it is not UTF-8."""
    for page in pages:
        try:
            read(page)
        except ArticleError:
            continue
        yield page
