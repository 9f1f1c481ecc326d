"""Glossaries as TBX: both editions of ISO 30042, what is refused, and that nothing is lost on the way."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.glossary.test_tsv import TERMS
from translate.errors import GlossaryError
from translate.glossary import GlossaryFile, Term, compare, dump_any, load, read_any
from translate.glossary.tbx import dump_tbx
from translate.glossary.tbxreader import read_tbx

GLOSSARY = Path(__file__).parents[2] / "glossaries" / "en-uk.tsv"
SUMY = Term("Sumy", "Суми", "a city", "place", "plur", True, ("Сумы",), (("gent", "Сум"),))


def _read(folder: Path, content: str | bytes) -> GlossaryFile:
    path = folder / "g.tbx"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_tbx(path, "en", "uk")


def _martif(*entries: str, doctype: str = "") -> str:
    body = "".join(f"<termEntry>{entry}</termEntry>\n" for entry in entries)
    return f'{doctype}<martif type="TBX" xml:lang="en"><text><body>\n{body}</body></text></martif>'


def _set(language: str, *terms: str) -> str:
    words = "".join(f"<tig><term>{term}</term></tig>" for term in terms)
    return f'<langSet xml:lang="{language}">{words}</langSet>'


def test_writing_tbx_puts_every_column_in_its_documented_place() -> None:
    assert dump_tbx([SUMY], "en", "uk").decode().replace("><", ">\n<").splitlines()[10:] == [
        "<body>",
        '<conceptEntry id="c1">',
        '<descrip type="subjectField">place</descrip>',
        "<note>a city</note>",
        '<langSec xml:lang="en">',
        "<termSec>",
        "<term>Sumy</term>",
        "</termSec>",
        "</langSec>",
        '<langSec xml:lang="uk">',
        "<termSec>",
        "<term>Суми</term>",
        '<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>',
        "<note>translate: gender=plur</note>",
        "<note>translate: case=yes</note>",
        "<note>translate: forms=gent=Сум</note>",
        "</termSec>",
        "<termSec>",
        "<term>Сумы</term>",
        '<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>',
        "</termSec>",
        "</langSec>",
        "</conceptEntry>",
        "</body>",
        "</text>",
        "</tbx>",
    ]


def test_writing_tbx_uses_only_the_data_categories_of_tbx_basic() -> None:
    """The lists are those of the TBX-Basic dialect's schema for the DCA style."""
    root = etree.fromstring(dump_tbx(load(GLOSSARY), "en", "uk"))
    assert (root.get("type"), root.get("style")) == ("TBX-Basic", "dca")
    used = {
        (etree.QName(one).localname, one.get("type"), one.text if one.tag.endswith("termNote") else "")
        for one in root.iter("{*}descrip", "{*}termNote")
    }
    assert used == {
        ("descrip", "subjectField", ""),
        ("termNote", "grammaticalGender", "masculine"),
        ("termNote", "grammaticalGender", "feminine"),
        ("termNote", "grammaticalGender", "neuter"),
        ("termNote", "administrativeStatus", "preferredTerm-admn-sts"),
        ("termNote", "administrativeStatus", "deprecatedTerm-admn-sts"),
    }


@given(terms=st.lists(TERMS, max_size=5, unique_by=lambda term: term.source.lower()))
def test_tsv_to_tbx_to_tsv_is_the_identity(
    tmp_path_factory: pytest.TempPathFactory, terms: list[Term]
) -> None:
    folder = tmp_path_factory.getbasetemp()
    first, tbx, again = folder / "a.tsv", folder / "b.tbx", folder / "c.tsv"
    for source, target in ((None, first), (first, tbx), (tbx, again)):
        rows = read_any(source, "en", "uk").terms if source else tuple(terms)
        target.write_bytes(dump_any(rows, target, "en", "uk"))
    assert again.read_bytes() == first.read_bytes()


def test_the_general_glossary_comes_back_from_tbx_as_it_was(tmp_path: Path) -> None:
    terms = load(GLOSSARY)
    file = _read(tmp_path, dump_tbx(terms, "en", "uk"))
    assert (compare(terms, file.terms), file.warnings) == ((), ())


def test_reading_dct_style_gives_the_same_term_as_dca(tmp_path: Path) -> None:
    content = """\
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
     xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<text><body><conceptEntry id="c1">
  <min:subjectField>place</min:subjectField>
  <note>capital</note>
  <langSec xml:lang="en"><termSec><term>Kyiv</term></termSec></langSec>
  <langSec xml:lang="uk">
    <termSec><term>Киев</term>
      <min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
    <termSec><term>Київ</term><basic:grammaticalGender>masculine</basic:grammaticalGender></termSec>
  </langSec>
</conceptEntry></body></text></tbx>"""
    kyiv = Term("Kyiv", "Київ", "capital", "place", "masc", forbidden=("Киев",))
    assert compare([kyiv], _read(tmp_path, content).terms) == ()


def test_reading_an_old_file_with_a_plain_doctype_never_loads_what_it_names(tmp_path: Path) -> None:
    (tmp_path / "core.dtd").write_text('<!ENTITY city "Львів">', "utf-8")
    content = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "core.dtd">
<martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc>
</martifHeader><text><body>
<termEntry id="c1">
  <descripGrp><descrip type="definition">capital of
     Ukraine</descrip><admin type="source">atlas</admin></descripGrp>
  <descrip type="subjectField">Geography</descrip>
  <langSet xml:lang="EN-GB">
    <ntig><termGrp><term>Kyiv</term></termGrp></ntig>
    <tig><term>Kiev</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></tig>
  </langSet>
  <langSet lang="uk_UA">
    <tig><term>Київ</term><termNote type="grammaticalGender">masculine</termNote></tig>
  </langSet>
  <langSet xml:lang="de"><tig><term>Kiew</term></tig></langSet>
</termEntry></body></text></martif>"""
    file = _read(tmp_path, content)
    note = "capital of Ukraine; Geography"
    assert file.warnings == ()
    assert compare([Term(s, "Київ", note, gender="masc") for s in ("Kyiv", "Kiev")], file.terms) == ()
    with pytest.raises(GlossaryError, match=r"g\.tbx:6: holds the entity &city;"):
        _read(
            tmp_path,
            content.replace("<term>Київ", "<term>&city;").replace('<termEntry id="c1">', "\n<termEntry>"),
        )


def test_reading_a_concept_with_several_targets_takes_the_preferred_and_warns(tmp_path: Path) -> None:
    status = '<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>'
    targets = f'<langSet xml:lang="uk"><tig><term>А</term></tig><tig><term>Б</term>{status}</tig></langSet>'
    file = _read(tmp_path, _martif(_set("en", "A1") + targets))
    assert [(term.source, term.target) for term in file.terms] == [("A1", "Б")]
    assert file.warnings == (f"{tmp_path}/g.tbx:2: `Б` is used; a row has no place for `А`",)


LEFT_OUT = [
    (_set("en", "A1") + _set("uk", ""), "`A1` has no target that may be used: left out"),
    (
        _set("en", "Ky\u200fiv") + _set("uk", "Київ"),
        "column 1 (source) holds U+200F (right-to-left mark), which nobody can see: left out",
    ),
    (
        _set("en", "Good") + _set("uk", "Інше"),
        "column 2 (target) `Good` is `Інше` here and `Добре` on line 2: left out",
    ),
    (_set("en", "Z") + _set("uk", "Зет"), "`Z` is one character: it is matched only as written"),
]


@pytest.mark.parametrize(("entry", "warning"), LEFT_OUT)
def test_reading_what_can_be_no_row_warns_with_line_and_what_was_done(
    tmp_path: Path, entry: str, warning: str
) -> None:
    file = _read(tmp_path, _martif(_set("en", "Good") + _set("uk", "Добре"), entry))
    assert file.terms[0].target == "Добре"
    assert file.warnings == (f"{tmp_path}/g.tbx:3: {warning}",)


KYIV = _set("en", "Kyiv") + _set("uk", "Київ")
REFUSED = [
    (_martif(KYIV, doctype='<!DOCTYPE martif [<!ENTITY a "b">]>'), r":1: declares its own DTD or entities"),
    (
        _martif(KYIV, doctype='<!DOCTYPE martif SYSTEM "x" [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>'),
        r":1: declares its own DTD or entities, which is refused\. Delete its DOCTYPE",
    ),
    (
        _martif(KYIV, doctype='<!DOCTYPE martif [<!ATTLIST term x CDATA "y">]>'),
        r":1: declares its own DTD or entities",
    ),
    (_martif(_set("en", "A&b;") + _set("uk", "Б")), r"is no well-formed XML"),
    ("<html/>", r":1: is no TBX: its root is `html`"),
    ("<martif><text>", r"g\.tbx:1:\d+: is no well-formed XML"),
    ("", r"is no well-formed XML"),
    ("Kyiv\tКиїв\n", r"is no well-formed XML"),
    # libxml2 gives the element before it complains of its prefix.
    (
        "<martif><x:text/></martif>",
        r"g\.tbx:1:\d+: is no well-formed XML \(Namespace prefix x on text is not",
    ),
    (_martif(_set("en", "a") + _set("de", "b")), r"has no term both in `en` and in `uk`\. It has de, en"),
    ("<martif><text><body><termEntry>" + "<descripGrp>" * 300, r"is no well-formed XML \(Excessive depth"),
]


@pytest.mark.parametrize(("content", "message"), REFUSED)
def test_reading_what_is_no_harmless_tbx_is_refused_in_one_line(
    tmp_path: Path, content: str, message: str
) -> None:
    with pytest.raises(GlossaryError, match=message):
        _read(tmp_path, content)


def test_reading_a_billion_laughs_is_refused_at_once(tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = _martif("&l9;", doctype=f'<!DOCTYPE martif [<!ENTITY l0 "ha">{laughs}]>')
    started = time.monotonic()
    with pytest.raises(GlossaryError):
        _read(tmp_path, bomb)
    assert time.monotonic() - started < 2


def test_writing_a_character_that_xml_has_not_fails() -> None:
    with pytest.raises(GlossaryError, match=r"`Kyiv` holds U\+FFFE, which XML cannot hold"):
        dump_tbx([Term("Kyiv", "Київ\ufffe")], "en", "uk")


def test_reading_a_long_file_keeps_no_tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The body never holds more than the entry being read, and the one before it."""
    most = 0
    primary = etree.QName

    def counted(element: etree._Element) -> etree.QName:
        nonlocal most
        parent = element.getparent()
        if parent is not None and str(parent.tag).endswith("body"):
            most = max(most, len(parent))
        return primary(element)

    monkeypatch.setattr("translate.glossary.tbxreader.etree.QName", counted)
    filler = f"<note>{'word ' * 2000}</note>"
    entries = [filler + _set("en", f"Term {n}") + _set("uk", f"Термін {n}") for n in range(300)]
    assert len(_read(tmp_path, _martif(*entries)).terms) == 300
    assert most < 20
