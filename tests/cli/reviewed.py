"""A small project that is drafted once, and what a reviewer or a tool then does to the files."""

from __future__ import annotations

import os
import re
from contextlib import chdir
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.articles.docx_samples import package, paragraph, parts
from tests.cli.commands import call

TEXT = Path("out/news.txt.uk.xlf")
PAGE = Path("out/page.html.uk.xlf")
POST = Path("out/post.md.uk.xlf")
BRIEF = Path("out/brief.docx.uk.xlf")
XLIFF_2 = Path("out2/news.txt.uk.xlf")
PAGE_2 = Path("out2/page.html.uk.xlf")
MEMORY = Path("memory/en-uk.sqlite")

ARTICLES = {
    "news.txt": b"The mayor spoke on Monday. Nobody left the city.\n\n  It rained for 12 days.\n",
    "page.html": b'<!doctype html>\n<p>The <b>mayor</b> of the <a href="/k">city</a> spoke.</p>\n'
    b"<p>It rained<br>for 12 days.</p>\n",
    "post.md": b"# The news\n\nNobody *left* the [city](https://example.org/).\n",
    "brief.docx": package(parts(paragraph("Nobody left the city.") + paragraph("It rained."))),
}


@cache
def _drafted() -> dict[str, bytes]:
    with TemporaryDirectory() as folder, chdir(folder):
        for name, content in ARTICLES.items():
            _put(Path("seeds") / name, content)
        assert call("run", "--to", "uk", "-q").code == 0
        assert call("run", "--to", "uk", "-q", "--xliff", "2.0", "--out", "out2").code == 0
        return {str(path): path.read_bytes() for path in Path().rglob("*") if path.is_file()}


def lay_out() -> None:
    """Put the articles into `seeds`, their drafts into `out` (XLIFF 1.2) and `out2` (2.0)."""
    for name, content in _drafted().items():
        _put(Path(name), content)


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def edit(file: Path, *changes: tuple[str, str]) -> None:
    """Replace text in a file."""
    text = os.fsdecode(file.read_bytes())
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    file.write_bytes(os.fsencode(text))


def unit(file: Path, id_: str) -> str:
    """Return a unit as it is spelled."""
    found = re.search(rf'<(trans-unit|unit) id="{id_}".*?</\1>', file.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found[0]


def review(file: Path, **targets: str) -> None:
    """Give units another target: `_1_2="Так."` that of the unit 1-2."""
    for name, target in targets.items():
        own = unit(file, name[1:].replace("_", "-"))
        changed = re.sub(r"(<target[^>]*>).*(</target>)", rf"\g<1>{target}\2", own, flags=re.DOTALL)
        edit(file, (own, changed))


def review_text(file: Path = TEXT) -> None:
    """Review the whole of `news.txt`, so that no check has anything to say."""
    review(file, _1_1="Мер виступив у понеділок.", _1_2="Ніхто не покинув міста.", _2_1="Дощ ішов 12 днів.")


REVIEWED = "Мер виступив у понеділок. Ніхто не покинув міста.\n\n  Дощ ішов 12 днів.\n"
