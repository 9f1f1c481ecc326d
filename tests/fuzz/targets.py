"""The readers, each as a function of bytes that nobody checked: they are read, or refused with one line.

Every function gives its input to a reader as a file in an empty folder and lets TranslateError out, nothing
else. What was read is used as the tool uses it: an article is split, written as it was, and written changed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from tests.articles.docx_samples import paragraph
from tests.articles.docx_samples import parts as docx_parts
from tests.fuzz import recipe
from translate import articles, glossary, segments, settingsfile, xliff
from translate.articles import Article
from translate.errors import TranslateError
from translate.inline import Text
from translate.memory import Memory, import_tmx

Target = Callable[[bytes, Path], None]

_LONGEST_LINE = 1_000
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# Other words of the same length, in letters that most encodings have.
_OTHER = str.maketrans("abcdefghijklmnopqrstuvwxy", "bcdefghijklmnopqrstuvwxyz")
MODEL = {
    "m/metadata.json": b'{"from_code": "en", "to_code": "uk", "package_version": "1.4"}',
    "m/bpe.model": "#version: 0.2\nт о\nм і\nмі с\nміс то</w>\n".encode(),
    "m/model/model.bin": b"weights",
    "m/model/config.json": b"{}",
}

DOCX = {
    name: part.encode() if isinstance(part, str) else part
    for name, part in docx_parts(paragraph("Irpin is a city.")).items()
}


class BadComplaintError(AssertionError):
    """An error of ours that would not help its reader; `__cause__` is the error."""


def check_complaint(error: TranslateError) -> None:
    """See that an error is one readable line with what to do next."""
    line = str(error)
    if _CONTROL.search(line):
        raise BadComplaintError("control characters in it") from error
    if len(line) > _LONGEST_LINE:
        raise BadComplaintError("longer than anyone reads") from error
    if not error.hint:
        raise BadComplaintError("without a hint") from error


def _article(name: str, data: bytes, folder: Path) -> None:
    source = folder / name
    source.write_bytes(data)
    article = articles.read(source)
    own = [block.content for block in article.blocks]
    _split(article, own)
    written = folder / f"written-{name}"
    try:
        articles.write(article, own, written)
    except TranslateError as error:
        raise AssertionError("what was read cannot be written") from error
    assert written.read_bytes() == data, "the article's own texts do not give its bytes"
    other = [Text(text.text.translate(_OTHER), text.codes) for text in own]
    try:
        articles.write(article, other, written)
        articles.read(written)
    except TranslateError as error:
        # A drafted XLIFF has no empty units left.
        check_complaint(error)


def _split(article: Article, own: list[Text]) -> None:
    parts = segments.segment(article, "en")
    of_block = {number: list(group) for number, group in groupby(parts, attrgetter("block"))}
    for number, text in enumerate(own, 1):
        assert segments.join(of_block[number]).same(text), "the segments do not give their block"


def _docx(data: bytes, folder: Path) -> None:
    _article("article.docx", recipe.zipped(recipe.parts(data, DOCX)), folder)


def _glossary(name: str, data: bytes, folder: Path) -> None:
    path = folder / name
    path.write_bytes(data)
    read = glossary.read_any(path, "en", "uk")
    for suffix in (".tsv", ".csv", ".tbx"):
        # A file that is read is one that can be written.
        glossary.dump_any(read.terms, folder / f"g{suffix}", "en", "uk")


def _xliff(data: bytes, folder: Path) -> None:
    path = folder / "returned.xlf"
    path.write_bytes(data)
    for returned in xliff.read(path):
        for unit in returned.units:
            unit.source.keys  # noqa: B018 - every unit can be looked at


def _tmx(data: bytes, folder: Path) -> None:
    path = folder / "memory.tmx"
    path.write_bytes(data)
    with Memory.open(folder / "en-uk.sqlite", "en", "uk", create=True) as memory:
        import_tmx(memory, path)
        assert all(entry.source.text and entry.target.text for entry in memory.entries())


def _model_archive(data: bytes, folder: Path) -> None:
    path = folder / "m.argosmodel"
    path.write_bytes(data)
    _install(path, folder)


def _model(data: bytes, folder: Path) -> None:
    """A package as archive and as folder: the second is tried even when the first is refused."""
    from translate.engine import read_package

    parts = recipe.parts(data, MODEL)
    package = recipe.unfolded(parts, folder / "package")
    refused: TranslateError | None = None
    for attempt in (
        lambda: _model_archive(recipe.zipped(parts), folder),
        lambda: _install(package, folder),
        lambda: read_package(package),
    ):
        try:
            attempt()
        except TranslateError as error:
            check_complaint(error)
            refused = error
    if refused is not None:
        raise refused


def _install(path: Path, folder: Path) -> None:
    """Install into an empty store: nothing stands outside it, and nothing in it after an error."""
    from translate import engine

    before = _around(folder)
    with _environment(folder):
        store = folder / "store"
        try:
            package = engine.install(path)
            assert [package.path] == list(store.iterdir())
            engine.remove(package.name)
        finally:
            assert not store.exists() or not list(store.iterdir()), "something is left in the store"
    assert _around(folder) == before, "something was written outside the store"


def _around(folder: Path) -> set[str]:
    return {str(path) for path in folder.rglob("*") if "store" not in path.relative_to(folder).parts[:1]}


def _settings(data: bytes, folder: Path) -> None:
    (folder / settingsfile.NAME).write_bytes(data)
    settingsfile.load(folder)


@contextmanager
def _environment(folder: Path) -> Iterator[None]:
    """The package store in `folder`, and no packages of Argos's own."""
    ours = {"TRANSLATE_MODELS_DIR": str(folder / "store"), "ARGOS_PACKAGES_DIR": str(folder / "argos")}
    before = {name: os.environ.get(name) for name in ours}
    os.environ.update(ours)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


TARGETS: dict[str, Target] = {
    "text": partial(_article, "article.txt"),
    "html": partial(_article, "article.html"),
    "xhtml": partial(_article, "article.xhtml"),
    "markdown": partial(_article, "article.md"),
    "docx": _docx,
    "docx-zip": partial(_article, "article.docx"),
    "xliff-article": partial(_article, "article.xlf"),
    "glossary-tsv": partial(_glossary, "glossary.tsv"),
    "glossary-csv": partial(_glossary, "glossary.csv"),
    "glossary-tbx": partial(_glossary, "glossary.tbx"),
    "xliff": _xliff,
    "tmx": _tmx,
    "model": _model,
    "model-zip": _model_archive,
    "settings": _settings,
}
"""What is fuzzed, by the name that the commands take; `docx` and `model` read recipes (see `recipe`)."""
