"""XLIFF as an article: its empty units in, their targets out, everything else as it was."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.articles import read, write
from translate.errors import ArticleError
from translate.inline import Code, Text, concatenate

FOREIGN = """<?xml version='1.0' encoding='utf-8'?>
<!-- exported by a CMS -->
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:cms="urn:cms" version='1.2'>
\t<file original="page" source-language="en" target-language="uk" datatype="html"><header/><body>
\t\t<trans-unit id="title" cms:node='7'>
\t\t\t<source>Irpin &amp; Bucha</source>
\t\t</trans-unit>
\t\t<trans-unit id="lead">
\t\t\t<source>Read <g id="1" ctype="link">the story</g>.</source>
\t\t\t<target state="new"></target>
\t\t</trans-unit>
\t\t<trans-unit id="done"><source>Home</source><target>Головна</target></trans-unit>
\t</body></file>
</xliff>"""

DRAFTED = FOREIGN.replace(
    "Bucha</source>",
    'Bucha</source>\n\t\t\t<target state="needs-review-translation">Ірпінь &amp; Буча</target>',
).replace(
    '<target state="new"></target>',
    '<target state="needs-review-translation">Читайте <g id="1" ctype="link">історію</g>.</target>',
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "page.xlf"
    path.write_text(FOREIGN, encoding="utf-8")
    return path


def test_read_then_the_empty_units_are_the_blocks(path: Path) -> None:
    article = read(path)
    assert [(block.text, block.kind, block.raw) for block in article.blocks] == [
        ("Irpin & Bucha", "unit", ""),
        ("Read the story.", "unit", '<target state="new"></target>'),
    ]
    assert article.blocks[1].codes == (
        Code(5, "1", "open", "link", ('<g id="1" ctype="link">',), "<g>"),
        Code(14, "1", "close", "link", ("</g>",), "</g>"),
    )
    assert (article.format, article.datatype, article.encoding, article.bom) == (
        "xliff",
        "x-xliff",
        "utf-8",
        b"",
    )
    assert article.sha256 == hashlib.sha256(FOREIGN.encode()).hexdigest()


def test_read_then_skeleton_and_blocks_are_the_file(path: Path) -> None:
    article = read(path)
    after = [b.spelling + part for b, part in zip(article.blocks, article.skeleton[1:], strict=True)]
    assert "".join([article.skeleton[0], *after]) == FOREIGN


def test_write_then_the_targets_are_in_their_units(path: Path, tmp_path: Path) -> None:
    article = read(path)
    open_, close = article.blocks[1].codes
    targets = [Text("Ірпінь & Буча"), concatenate(["Читайте ", open_, "історію", close, "."])]
    write(article, targets, tmp_path / "out.xlf")
    assert (tmp_path / "out.xlf").read_text(encoding="utf-8") == DRAFTED


def test_write_when_the_file_on_disk_has_changed_then_what_was_read_counts(path: Path) -> None:
    article = read(path)
    path.write_text("gone", encoding="utf-8")
    write(article, [block.content for block in article.blocks], path)
    assert path.read_text(encoding="utf-8") == FOREIGN


def test_write_with_too_few_targets_then_one_clear_line(path: Path) -> None:
    with pytest.raises(ArticleError) as raised:
        write(read(path), [], path)
    assert str(raised.value) == f"{path}: has 2 blocks but 0 targets were given. Draft the article again"


WHITE = st.sampled_from(["", " ", "\n", "\r\n  ", "\t"])
CONTENT = st.sampled_from(
    [
        "Kyiv",
        "a &lt; b",
        "<x id='1'/>",
        '<g id="2">c</g>',
        "<![CDATA[<g>]]>",
        "<!-- > -->",
        "&#x404;",
        "<ph id='3'>&lt;/></ph>",
    ]
)
TARGETS = st.sampled_from(["", "<target/>", "<target />", "<target ></target>", "<target>Київ</target>"])


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    units = []
    for number in range(draw(st.integers(1, 4))):
        content = "".join(draw(st.lists(CONTENT, min_size=1, max_size=3, unique=True)))
        units.append(
            f"<trans-unit{draw(WHITE)} id='{number}'>{draw(WHITE)}<source>{content}</source>{draw(WHITE)}"
            f"{draw(TARGETS)}{draw(WHITE)}</trans-unit>{draw(WHITE)}"
        )
    last = '<trans-unit id="last"><source>Kyiv</source></trans-unit>'
    return f'<xliff version="1.2"><file><body>{"".join(units)}{last}</body></file></xliff>'.encode()


@given(data=documents())
def test_writing_the_sources_gives_the_same_bytes(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.xliff")
        path.write_bytes(data)
        article = read(path)
        write(article, [block.content for block in article.blocks], path)
        assert path.read_bytes() == data


@given(data=documents())
def test_reading_what_was_written_finds_no_empty_unit(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.xliff")
        path.write_bytes(data)
        article = read(path)
        targets = [concatenate(["Так ", block.content]) for block in article.blocks]
        write(article, targets, path)
        with pytest.raises(ArticleError, match="has no empty units"):
            read(path)


BAD = {
    "no empty units": (
        '<xliff version="1.2"><file><body/></file></xliff>',
        "has no empty units. Only units without a target are drafted",
    ),
    "an empty file": ("", "the file is empty. Export it again from your CAT tool"),
    "a page": (
        "<html><body>Hi<br></body></html>",
        "this is an HTML page, not XLIFF. Give the XLIFF file that your CAT tool has saved",
    ),
    "another XML": (
        "<tmx version='1.4'/>",
        "this is TMX, a translation memory, not XLIFF. Give the XLIFF file that your CAT tool has saved",
    ),
    "an entity bomb": (
        '<!DOCTYPE xliff [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]><xliff version="1.2">&b;</xliff>',
        "1: a document type declaration (DOCTYPE) is refused. "
        "Remove it, or export the file again from your CAT tool",
    ),
    "a part of a file": (
        FOREIGN[:-200],
        "9:20: the document breaks off: Couldn't find end of Start Tag g line 9. "
        "Export it again from your CAT tool",
    ),
    "no XLIFF that is known": (
        '<xliff version="3.0"><file/></xliff>',
        "1: XLIFF 3.0 is not read. Save it as 1.2, 2.0, 2.1 or 2.2 in your CAT tool",
    ),
    "another encoding than it says": (
        '<?xml version="1.0" encoding="windows-1251"?><xliff version="1.2"><file original="Київ"/></xliff>',
        "1: the file says that it is in windows-1251, but it is in UTF-8. "
        "Save it as UTF-8 and let its first line say so",
    ),
}


@pytest.mark.parametrize(("content", "line"), BAD.values(), ids=BAD)
def test_read_of_a_bad_file_then_one_clear_line(path: Path, content: str, line: str) -> None:
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ArticleError) as raised:
        read(path)
    assert str(raised.value) == f"{path}:{'' if line[0].isdigit() else ' '}{line}"


def test_read_of_what_is_no_file_then_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(ArticleError) as raised:
        read(tmp_path / "gone.xlf")
    assert str(raised.value) == f"{tmp_path / 'gone.xlf'}: does not exist. Check the spelling of the path"
