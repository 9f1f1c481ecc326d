"""What holds for every DOCX: real ones, and ones made by chance."""

from __future__ import annotations

import re
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.articles.docx_samples import (
    REAL,
    notation,
    package,
    paragraph_contents,
    parts,
    rewritten,
    unpacked,
)
from translate.articles import Article, read, write
from translate.inline import Text


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_a_real_document_with_its_own_text_is_the_same_file(path: Path, tmp_path: Path) -> None:
    article = read(path)
    write(article, _contents(article), tmp_path / "copy.docx")
    assert (tmp_path / "copy.docx").read_bytes() == path.read_bytes()
    assert (article.datatype, article.encoding, article.bom, article.skeleton) == ("x-docx", "utf-8", b"", ())


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_a_real_document_with_new_text_has_that_text_and_keeps_its_other_parts(
    path: Path, tmp_path: Path
) -> None:
    article = read(path)
    targets = [_in_ukrainian(content) for content in _contents(article)]
    copy = tmp_path / "copy.docx"
    write(article, targets, copy)
    assert _contents(read(copy)) == targets
    old, new = unpacked(path), unpacked(copy)
    assert list(new) == list(old)
    changed = {name for name in old if new[name] != old[name]}
    assert changed
    assert all(
        re.match(r"word/(document|footnotes|endnotes|header|footer)|docProps/core", n) for n in changed
    )


def _contents(article: Article) -> list[Text]:
    return [block.content for block in article.blocks]


_EMPHASIS = st.sampled_from(
    ["", "<w:b/>", "<w:i/>", '<w:u w:val="single"/>', '<w:sz w:val="30"/>', "<w:lang/>"]
)
_RUN = st.builds(
    lambda emphasis, text: f'<w:r><w:rPr>{emphasis}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>',
    _EMPHASIS,
    st.text("ab 1.,", min_size=1, max_size=6),
)
_OTHER = st.sampled_from(
    [
        "<w:r><w:br/></w:r>",
        "<w:r><w:tab/></w:r>",
        '<w:r><w:sym w:char="1"/></w:r>',
        "<bookmark/>",
        '<w:fldSimple w:instr="REF a"><w:r><w:t>a</w:t></w:r></w:fldSimple>',
        '<w:proofErr w:type="spellStart"/>',
        '<w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        "<w:r><w:instrText>HYPERLINK a</w:instrText></w:r>",
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ]
)
_PIECES = st.lists(st.one_of(_RUN, _OTHER), max_size=8).map("".join)
_SHELLS = st.sampled_from(
    [
        "{}",
        '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
        '<w:ins w:id="5" w:author="A">{}</w:ins>',
        '<w:del w:id="6" w:author="A">{}</w:del>',
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    ]
)
_PARAGRAPHS = st.lists(
    st.lists(st.builds(str.format, _SHELLS, _PIECES), max_size=4).map("".join), min_size=1, max_size=3
)


@given(paragraphs=_PARAGRAPHS, chosen=st.sets(st.integers(0, 3)))
def test_new_targets_come_back_and_all_other_paragraphs_stay(paragraphs: list[str], chosen: set[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.docx")
        body = "".join(f"<w:p>{content}</w:p>" for content in (*paragraphs, "<w:r><w:t>end</w:t></w:r>"))
        path.write_bytes(package(parts(_with_bookmarks(body))))
        article = read(path)
        targets = {
            number: _in_ukrainian(block.content)
            for number, block in enumerate(article.blocks)
            if number in chosen
        }
        copy = rewritten(article, targets)
        expected = [targets.get(number, content) for number, content in enumerate(_contents(article))]
        assert list(map(notation, _contents(read(copy)))) == list(map(notation, expected))
        before, after = paragraph_contents(path), paragraph_contents(copy)
        assert len(before) == len(after)
        assert sum(old != new for old, new in zip(before, after, strict=True)) <= len(targets)
        for start in ("bookmarkStart", "bookmarkEnd", 'fldCharType="end"', "w:sym", "instrText"):
            lost = "".join(re.findall(r"<w:del .*?</w:del>", "".join(before)))
            assert "".join(after).count(start) >= "".join(before).count(start) - lost.count(start)


def _with_bookmarks(xml: str) -> str:
    """Make every other `<bookmark/>` the start of a bookmark and the next one its end."""
    first, *rest = xml.split("<bookmark/>")
    pieces = [first]
    for number, piece in enumerate(rest):
        name = f' w:name="{"ab"[number // 2 % 2]}"' if number % 2 == 0 else ""
        pieces.append(f'<w:bookmark{"End" if number % 2 else "Start"} w:id="{number // 2}"{name}/>{piece}')
    return "".join(pieces)


def _in_ukrainian(content: Text) -> Text:
    """Return a text as long as the given one, each Latin letter as a Cyrillic one, with the same codes."""
    letters = {ord(a): chr(0x0430 + n % 26) for n, a in enumerate("abcdefghijklmnopqrstuvwxyz")}
    letters |= {ord(a): chr(0x0410 + n % 26) for n, a in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}
    return replace(content, text=content.text.translate(letters))
