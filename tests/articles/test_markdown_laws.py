from __future__ import annotations

import re
import time
import tomllib
from pathlib import Path

import pyromark
import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from pyromark import Options

from tests.articles.markdown_notation import (
    NEWS,
    PAGES,
    fragments,
    joined,
    notation,
    own,
    read_bytes,
    written,
)
from translate.articles import read
from translate.errors import ArticleError
from translate.inline import Code, Text, concatenate

_OPTIONS = (
    Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_HEADING_ATTRIBUTES
    | Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
    | Options.ENABLE_GFM
    | Options.ENABLE_DEFINITION_LIST
)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_writing_the_blocks_of_a_document_gives_the_same_bytes(path: Path) -> None:
    data = path.read_bytes()
    article = read(path)
    assert joined(article) == data
    assert written(article, own(article)) == data


def test_there_are_at_least_ten_real_documents() -> None:
    assert len(PAGES) > 10


def test_writing_the_blocks_of_installed_documents_gives_the_same_bytes() -> None:
    found = [path for root in ("/usr/share", "/usr/lib") for path in sorted(Path(root).rglob("*.md"))]
    paths = [path for path in found if path.is_file() and path.stat().st_size < 100_000][::6][:90]
    if not paths:
        pytest.skip("no Markdown documents are installed on this system")
    for path in paths:
        try:
            article = read(path)
        except ArticleError:
            continue
        assert written(article, own(article)) == path.read_bytes(), path


_FRAGMENTS = st.sampled_from([*fragments("fragments.txt"), "\x0b", "\xa0", "\u2028"])


@settings(max_examples=200)
@given(st.lists(_FRAGMENTS, max_size=30).map("".join))
def test_writing_the_blocks_of_any_text_gives_the_same_bytes(text: str) -> None:
    data = f"{text}\n\nwords\n".encode()
    try:
        article = read_bytes(data)
    except ArticleError:
        # An open fence or comment has taken the words.
        reject()
    assert joined(article) == data
    assert written(article, own(article)) == data


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_writing_changed_texts_keeps_the_structure(path: Path) -> None:
    article = read(path)
    result = written(article, [_upper(content) for content in own(article)]).decode()
    assert _events(result) == _events(path.read_bytes().decode())


def _upper(content: Text) -> Text:
    return Text("".join(c.upper() if len(c.upper()) == 1 else c for c in content.text), content.codes)


def _events(text: str) -> list[str]:
    kinds: list[str] = []
    for event in pyromark.events(text, options=_OPTIONS):
        if isinstance(event, str):
            kind: str = event
        else:
            ((key, value),) = event.items()
            name = value if isinstance(value, str) else next(iter(value)) if isinstance(value, dict) else ""
            kind = f"{key} {name}" if key in ("Start", "End") else key
        # A changed text stands on one line.
        kind = "Text" if kind == "SoftBreak" else kind
        if kind != "Text" or kinds[-1:] != ["Text"]:
            kinds.append(kind)
    return kinds


# Laws.

_SIGNS = st.sampled_from([*fragments("signs.txt"), "\xa0", "\u2028"])
_WORDS = st.one_of(
    st.lists(_SIGNS, min_size=1, max_size=8).map("".join),
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=12),
).map(lambda text: text.strip(" \t"))
_WORD = re.compile(r"[^\W_]")


@st.composite
def _targets(draw: st.DrawFn, content: Text) -> Text:
    """A target with the codes of `content` at the edges of words."""
    if not content.codes:
        return Text(draw(_WORDS.filter(lambda text: bool(_WORD.search(text)))))
    pieces: list[str | Code] = ["а", draw(_WORDS), " "]
    for code in content.codes:
        if code.kind == "open":
            pieces += [code, "Київ ", draw(_WORDS), " b"]
        elif code.kind == "close":
            pieces += [code, " "]
        elif code.type == "lb":
            pieces += ["a", code, "\n", "c ", draw(_WORDS)]
        else:
            pieces += [" ", code, " і ", draw(_WORDS), " "]
    return concatenate([*pieces, "1"])


@settings(max_examples=200)
@given(st.data())
def test_reading_what_was_written_gives_the_targets(data: st.DataObject) -> None:
    article = read(NEWS)
    targets = own(article)
    index = data.draw(st.integers(0, len(targets) - 1))
    targets[index] = data.draw(_targets(targets[index]))
    again = own(read_bytes(written(article, targets)))
    assert list(map(notation, again)) == list(map(notation, targets))


@given(_WORDS.filter(lambda text: bool(_WORD.search(text))), st.sampled_from(['"a"', "'a'"]))
def test_toml_written_is_toml(text: str, value: str) -> None:
    article = read_bytes(f"+++\ntitle = {value} # here\n+++\n")
    result = written(article, [Text(text)]).decode()
    assert tomllib.loads(result.replace("+++", "", 1).rpartition("+++")[0])["title"] == text


@pytest.mark.parametrize(
    "text",
    [
        "[a" * 40_000,
        "*" * 100_000 + "a",
        "*a " * 30_000,
        "**a *b " * 8_000 + "c* d** " * 8_000,
        ">" * 100_000 + "a",
        "![a " * 10_000 + "](b)" * 10_000,
        "`a" * 40_000,
        "<b>a" * 10_000 + "</c>" * 10_000,
        "a  \n" * 10_000,
        "a" + " " * 100_000 + "b\n" + " " * 100_000,
        "# a" + " #" * 50_000,
        "---\ntitle: a" + " #" * 50_000 + "\n---\n",
        "[a](b " + '"c ' * 30_000 + ")",
        "\\" * 100_000 + "a",
    ],
    ids=lambda text: text[:9].strip(),
)
def test_a_pathological_text_takes_no_longer_than_any_other(text: str) -> None:
    started = time.process_time()
    article = read_bytes(f"{text}\n\nend\n")
    written(article, [_upper(content) for content in own(article)])
    assert time.process_time() - started < 8
