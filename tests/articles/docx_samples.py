"""DOCX files for the tests: made of readable XML, or real ones; texts with codes in a readable notation."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from translate.articles import Article, write
from translate.inline import Code, Kind, Text, concatenate

FOLDER = Path(__file__).parent / "docx"
REAL = sorted(FOLDER.glob("*.docx"))

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
_SIGNS = ("= ", "~ ", "> ")
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
# Word in German names the styles in German; what they are is in the name, which is English everywhere.
STYLES = """<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Anhang"><w:name w:val="Appendix"/>
<w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Level"><w:name w:val="Chapter"/>
<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Bullet"><w:name w:val="List Bullet"/>
<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>"""


def paragraph(content: str) -> str:
    """Return a paragraph with one run of text."""
    return f'<w:p><w:r><w:t xml:space="preserve">{content}</w:t></w:r></w:p>'


def document(body: str) -> str:
    """Return the main part with `body` in it."""
    return f"{_DECLARATION}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def related(*parts: tuple[str, str]) -> str:
    """Return a relationships part for pairs of a kind (`styles`) and a target (`styles.xml`)."""
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(parts, 1)
    )
    return f'{_DECLARATION}<Relationships xmlns="{_RELATIONSHIPS}">{items}</Relationships>'


def parts(body: str, **more: str) -> dict[str, str | bytes]:
    """Return the parts of a DOCX whose text is `body`; `more` has the content of further ones by kind.

    The kinds are those of relationships (`footnotes`, `header` …).
    """
    kinds = {"styles": STYLES, **more}
    return {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": related(("officeDocument", "word/document.xml")),
        "word/document.xml": document(body),
        "word/_rels/document.xml.rels": related(*((kind, f"{kind}.xml") for kind in kinds)),
        **{f"word/{kind}.xml": _part(kind, content) for kind, content in kinds.items()},
    }


def _part(kind: str, content: str) -> str:
    root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
    return f"{_DECLARATION}<w:{root} {NAMESPACES}>{content}</w:{root}>"


def package(parts: dict[str, str | bytes]) -> bytes:
    """Return the ZIP of some parts, each with a date of its own; those that end in `.bin` are only stored."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for day, (name, data) in enumerate(parts.items(), 1):
            info = zipfile.ZipInfo(name, (2024, 5, day, 12, 30, 0))
            info.compress_type = zipfile.ZIP_STORED if name.endswith(".bin") else zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return buffer.getvalue()


def unpacked(path: Path) -> dict[str, bytes]:
    """Return the parts of a ZIP in their order."""
    with zipfile.ZipFile(path) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def notation(text: Text) -> str:
    """Return a text with its codes as `{1}bold{/1}` and `{2/}`."""
    shapes = {"open": "{%s}", "close": "{/%s}", "single": "{%s/}"}
    return "".join(part if isinstance(part, str) else shapes[part.kind] % part.id for part in text.parts())


def denoted(written: str) -> Text:
    """Return the text that `notation` would write so."""
    return concatenate(
        Code(0, code[2], _kind(code)) if (code := re.fullmatch(r"\{(/?)(\w+)(/?)\}", piece)) else piece
        for piece in re.split(r"(\{/?\w+/?\})", written)
        if piece
    )


def _kind(code: re.Match[str]) -> Kind:
    return "close" if code[1] else "single" if code[3] else "open"


def cases(name: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield the cases of a table beside this file: title, XML, and the lines with a sign by their sign."""
    for case in (FOLDER / name).read_text(encoding="utf-8").split("\n# ")[1:]:
        title, *lines = case.split("\n")
        signed = {
            line[0]: line[2:].replace(r"\n", "\n").replace(r"\t", "\t")
            for line in lines
            if line[:2] in _SIGNS
        }
        yield title, "".join(line for line in lines if line[:2] not in _SIGNS), signed


def rewritten(article: Article, targets: dict[int, Text]) -> Path:
    """Write `article` with some targets by the number of the block, from 0; return the new file."""
    copy = article.path.with_name("uk.docx")
    write(article, [targets.get(n, block.content) for n, block in enumerate(article.blocks)], copy)
    return copy


def paragraph_contents(path: Path, part: str = "word/document.xml") -> list[str]:
    """Return the content of each paragraph as XML, without declarations and the `xml:space` of all words."""
    root = etree.fromstring(unpacked(path)[part])
    found = []
    for each in root.iter(f"{{{W}}}p"):
        xml = "".join(etree.tostring(e, encoding="unicode", with_tail=False) for e in each)
        found.append(re.sub(r' xmlns:\w+="[^"]*"| xml:space="preserve"', "", xml))
    return found
