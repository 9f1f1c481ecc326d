"""What the inputs of each reader are made of: files that it reads, and the words of its format."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.fuzz import recipe
from tests.fuzz.targets import DOCX, MODEL

HERE = Path(__file__).parent
_TESTS = HERE.parent
_LARGEST = 12_000

# Files of other tests, by patterns below `tests`.
_FILES = {
    "text": ("../seeds/*.txt", "articles/html/news.txt"),
    "html": ("articles/html/*.html", "articles/html/pages/*.html", "cat_tools/articles/*.html"),
    "xhtml": ("articles/html/news.html", "articles/html/pages/exslt_intro.html"),
    "markdown": ("articles/markdown/*.md", "articles/markdown/real/*.md"),
    "docx-zip": ("articles/docx/mammoth-utf8-bom.docx", "articles/docx/mammoth-endnotes.docx"),
    "xliff-article": ("xliff/tools/constructs*.xlf", "xliff/*.xlf"),
    "glossary-tsv": ("glossary/en-uk.tsv",),
    "xliff": ("xliff/tools/*.xlf", "xliff/*.xlf"),
    "tmx": ("memory/fixtures/*.tmx", "cat_tools/omegat/*.tmx"),
}
_PACKED = {
    "docx-zip": ((DOCX, "word/document.xml"),),
    "model-zip": ((MODEL, "m/metadata.json"), (MODEL, "m/bpe.model")),
}
# Lists in the folder `words` that hold for a reader, where that is not the one of its name.
_LISTS = {
    "html": ("html", "xml"),
    "xhtml": ("html", "xml"),
    "docx": ("docx", "xml"),
    "docx-zip": ("zip",),
    "xliff-article": ("xliff", "xml"),
    "glossary-tsv": ("tsv",),
    "glossary-csv": ("tsv", "csv"),
    "glossary-tbx": ("tbx", "xml"),
    "xliff": ("xliff", "xml"),
    "tmx": ("tmx", "xml"),
    "model-zip": ("zip",),
}


@cache
def words(reader: str) -> tuple[bytes, ...]:
    """Return the words of a reader's format."""
    files = (HERE / "words" / f"{name}.txt" for name in _LISTS.get(reader, (reader,)))
    return tuple(dict.fromkeys(_word(word) for file in files for word in file.read_text("utf-8").split()))


@cache
def seeds(reader: str) -> tuple[bytes, ...]:
    """Return inputs of a reader: the committed corpus, then files of other tests, cut where they are long."""
    found = [path.read_bytes() for path in corpus(reader)]
    for pattern in _FILES.get(reader, ()):
        found += [path.read_bytes()[:_LARGEST] for path in sorted(_TESTS.glob(pattern))]
    for base, name in _PACKED.get(reader, ()):
        for method in ("stored", "deflate", "bzip2", "lzma"):
            packed = f"--- {name} method={method}\n".encode() + base[name]
            found.append(recipe.zipped(recipe.parts(packed, base)))
    return tuple(found)


def corpus(reader: str) -> list[Path]:
    """Return the committed inputs of a reader."""
    return sorted(path for path in (HERE / "corpus" / reader).glob("*") if path.is_file())


def _word(word: str) -> bytes:
    """Return a word of a list: `~` is a space, the rest as in a bytes literal of Python, in UTF-8."""
    return word.replace("~", " ").encode().decode("unicode_escape").encode("latin-1", "ignore")
