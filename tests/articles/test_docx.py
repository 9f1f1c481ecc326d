from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.articles.docx_samples import (
    FOLDER,
    NAMESPACES,
    STRICT_W,
    W,
    cases,
    denoted,
    notation,
    package,
    paragraph,
    paragraph_contents,
    parts,
    related,
    rewritten,
    unpacked,
)
from translate.articles import Article, read
from translate.inline import Text

Save = Callable[..., Path]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    def _save(body: str, **more: str) -> Path:
        path = tmp_path / "article.docx"
        path.write_bytes(package(parts(body, **more)))
        return path

    return _save


def _shown(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, notation(block.content)) for block in article.blocks]


@pytest.mark.parametrize(
    ("title", "xml", "signed"), [pytest.param(*c, id=c[0]) for c in cases("reading.txt")]
)
def test_reading_a_paragraph_gives_its_text_and_codes(
    title: str, xml: str, signed: dict[str, str], save: Save
) -> None:
    block = read(save(f"<w:p>{xml}</w:p>")).blocks[0]
    assert notation(block.content) == signed["="]
    assert " ".join(code.shown for code in block.codes if code.kind != "close") == signed.get("~", "")


@pytest.mark.parametrize(
    ("title", "xml", "signed"), [pytest.param(*c, id=c[0]) for c in cases("writing.txt")]
)
def test_writing_a_paragraph_gives_its_xml(title: str, xml: str, signed: dict[str, str], save: Save) -> None:
    article = read(save(f"<w:p>{xml}</w:p>{paragraph('Other')}"))
    assert paragraph_contents(rewritten(article, {0: denoted(signed[">"])})) == [
        signed["="],
        "<w:r><w:t>Other</w:t></w:r>",
    ]


def test_a_whole_document_gives_its_blocks_in_reading_order() -> None:
    lines = (FOLDER / "libreoffice-irpin.txt").read_text(encoding="utf-8").splitlines()
    blocks = _shown(read(FOLDER / "libreoffice-irpin.docx"))
    assert [f"{kind}: {text}".replace("\t", "\\t").replace("\n", "\\n") for kind, text in blocks] == lines


def test_the_kind_of_a_block_comes_from_its_style_its_numbering_and_its_table(save: Save) -> None:
    def styled(style: str, more: str = "") -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr><w:r><w:t>{style}</w:t></w:r></w:p>'

    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'
    body = "".join(
        [
            *map(styled, ("berschrift1", "Anhang", "Level", "Titel", "Bullet", "Unknown")),
            styled("Bullet", number.format(0)),
            styled("Body", number.format(2)),
            styled("Body", '<w:outlineLvl w:val="1"/>'),
            styled("Body", '<w:outlineLvl w:val="9"/>'),
            f"<w:tbl><w:tr><w:tc>{paragraph('1,234.5')}{styled('Titel')}</w:tc></w:tr></w:tbl>",
        ]
    )
    assert [block.kind for block in read(save(body)).blocks] == [
        *("headline", "headline", "headline", "headline", "list", "paragraph"),
        *("paragraph", "list", "headline", "paragraph", "cell", "headline"),
    ]


def test_paragraphs_without_words_are_no_blocks(save: Save) -> None:
    body = f"<w:p/>{paragraph(' ')}{paragraph('* * *')}{paragraph('Kyiv')}{paragraph('—')}"
    assert _shown(read(save(body))) == [("paragraph", "Kyiv")]


def test_notes_headers_and_footers_follow_the_text(save: Save) -> None:
    note = '<w:footnote w:id="{}">{}</w:footnote>'
    path = save(
        f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('Text')}</w:sdtContent></w:sdt>",
        footer=paragraph("Footer"),
        header=paragraph("Header"),
        footnotes=note.format(0, "<w:p><w:r><w:separator/></w:r></w:p>") + note.format(2, paragraph("Note")),
        comments=f'<w:comment w:id="0">{paragraph("A comment")}</w:comment>',
    )
    assert [block.text for block in read(path).blocks] == ["Text", "Note", "Header", "Footer"]


_BOX = """<w:p><w:r><w:t>Before</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:anchor><wp:docPr id="1" name="Box" descr="A map of Kyiv"/><w:txbxContent>{0}{1}</w:txbxContent>
</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape alt="A map of Kyiv"><v:textbox>
<w:txbxContent>{0}{2}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"""


def test_a_text_box_is_translated_once_and_written_in_both_its_forms(save: Save) -> None:
    article = read(save(_BOX.format(*map(paragraph, ("Inside", "New", "Old")))))
    assert _shown(article) == [
        ("paragraph", "Before{1/}"),
        ("attribute", "A map of Kyiv"),
        ("paragraph", "Inside"),
        ("paragraph", "New"),
        ("paragraph", "Old"),
    ]
    targets = {0: denoted("{1/}Перед"), 1: Text("Мапа Києва"), 2: Text("Усередині")}
    copy = rewritten(article, targets)
    xml = unpacked(copy)["word/document.xml"].decode()
    assert [xml.count(word) for word in ("Мапа Києва", "Усередині", "Inside", "A map")] == [2, 2, 0, 0]
    assert [text for _, text in _shown(read(copy))] == ["{1/}Перед", "Мапа Києва", "Усередині", "New", "Old"]


def test_alternative_text_is_a_block_unless_it_is_a_file_name(save: Save) -> None:
    image = (
        '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" {0}/><pic:cNvPr id="0" {0}/>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )
    table = '<w:tbl><w:tblPr><w:tblCaption w:val="Losses by year"/></w:tblPr></w:tbl>'
    names = ('descr="image1.png"', 'descr="C:\\pictures\\map"', 'descr="A map" title="Kyiv"')
    article = read(save("".join(image.format(each) for each in names) + table))
    assert [block.text for block in article.blocks] == ["Kyiv", "A map", "Losses by year"]
    assert {block.kind for block in article.blocks} == {"attribute"}
    xml = unpacked(rewritten(article, {1: Text("Мапа"), 2: Text("Втрати")}))["word/document.xml"].decode()
    assert (xml.count('descr="Мапа"'), xml.count('w:val="Втрати"')) == (2, 1)


_CONTENTS = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC \\o "1-3"</w:instrText>'
    '<w:fldChar w:fldCharType="separate"/><w:t>Flood 1</w:t></w:r></w:p>'
    '<w:p><w:hyperlink w:anchor="a"><w:r><w:t>Power 2</w:t></w:r></w:hyperlink></w:p>'
    '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    '<w:p><w:pPr><w:pStyle w:val="Titel"/></w:pPr><w:r><w:t>Flood</w:t></w:r></w:p>'
)


def test_a_table_of_contents_is_no_block_and_is_made_anew_when_a_headline_changes(save: Save) -> None:
    article = read(save(_CONTENTS + paragraph("Text")))
    assert _shown(article) == [("headline", "Flood"), ("paragraph", "Text")]
    assert b"dirty" not in unpacked(rewritten(article, {1: Text("Текст")}))["word/document.xml"]
    xml = unpacked(rewritten(article, {0: Text("Повінь")}))["word/document.xml"]
    assert b'<w:fldChar w:fldCharType="begin" w:dirty="true"/>' in xml


def test_a_link_over_two_paragraphs_is_text(save: Save) -> None:
    char = '<w:fldChar w:fldCharType="{}"/>'
    body = (
        f"<w:p><w:r>{char.format('begin')}<w:instrText>HYPERLINK a</w:instrText>{char.format('separate')}"
        f"<w:t>One</w:t></w:r></w:p><w:p><w:r><w:t>two</w:t>{char.format('end')}<w:t>three</w:t></w:r></w:p>"
    )
    assert _shown(read(save(body))) == [("paragraph", "{1/}One"), ("paragraph", "two{1/}three")]


def test_a_strict_document_is_read_and_written_in_its_own_namespace(tmp_path: Path) -> None:
    path = tmp_path / "strict.docx"
    made = {
        name: data.replace(W, STRICT_W) if isinstance(data, str) else data
        for name, data in parts(paragraph("Kyiv")).items()
    }
    path.write_bytes(package(made))
    xml = unpacked(rewritten(read(path), {0: Text("Київ")}))["word/document.xml"].decode()
    assert '<w:p><w:r><w:t xml:space="preserve">Київ</w:t></w:r></w:p>' in xml
    assert STRICT_W in xml


def test_declared_prefixes_stay_declared_in_a_changed_part(save: Save) -> None:
    xml = unpacked(rewritten(read(save(paragraph("Kyiv"))), {0: Text("Київ")}))["word/document.xml"].decode()
    assert xml.startswith('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:document ')
    assert all(declaration in xml for declaration in re.findall(r'\S+="[^"]*"', NAMESPACES))


def test_writing_again_gives_the_same_bytes(save: Save) -> None:
    article = read(save(paragraph("Kyiv"), header=paragraph("Header")))
    first = rewritten(article, {0: Text("Київ")}).read_bytes()
    assert rewritten(article, {0: Text("Київ")}).read_bytes() == first


def test_parts_are_found_by_their_relationships_whatever_their_names(tmp_path: Path) -> None:
    made = parts(paragraph("Kyiv"))
    named = {
        "[Content_Types].xml": made["[Content_Types].xml"],
        "_rels/.rels": related(("officeDocument", "/doc/main%20text.xml")),
        "doc/_rels/main text.xml.rels": related(("header", "../top.xml"), ("styles", "/doc/s.xml")),
        "doc/main text.xml": made["word/document.xml"],
        "TOP.xml": parts("", header=paragraph("Header"))["word/header.xml"],
        "doc/s.xml": made["word/styles.xml"],
    }
    path = tmp_path / "article.docx"
    path.write_bytes(package(named))
    article = read(path)
    assert [block.text for block in article.blocks] == ["Kyiv", "Header"]
    copy = rewritten(article, {1: Text("Шапка")})
    assert [name for name, data in unpacked(copy).items() if data != unpacked(path)[name]] == ["TOP.xml"]
