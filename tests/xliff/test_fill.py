"""Targets put into somebody's XLIFF document: golden tables of units before and after."""

from __future__ import annotations

import codecs
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.errors import XliffError
from translate.inline import Code, Text, concatenate
from translate.xliff.fill import empty_units, fill
from translate.xliff.model import clean

_12 = (
    '<?xml version="1.0" encoding="{encoding}"?>\n<xliff version="1.2">'
    '<file original="a" source-language="en" datatype="plaintext"><body>{units}</body></file></xliff>'
)
_20 = (
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="uk">'
    '<file id="f">{units}</file></xliff>\n'
)


def in_12(units: str, encoding: str = "UTF-8") -> bytes:
    return _12.format(units=units, encoding=encoding).encode(encoding)


def in_20(units: str) -> bytes:
    return _20.format(units=units).encode()


def sources(data: bytes) -> list[str]:
    return [unit.source.text for unit in empty_units(data).units]


def filled(data: bytes, *texts: str) -> bytes:
    """Fill the units with `texts`, in which `{0}` stands for the first code of the source and so on."""
    targets = []
    for unit, text in zip(empty_units(data).units, texts, strict=True):
        pieces = text.replace("}", "{").split("{")
        codes = unit.source.codes
        targets.append(concatenate(codes[int(piece)] if at % 2 else piece for at, piece in enumerate(pieces)))
    return fill(data, targets)


# The unit, the targets, the unit as it comes back.
FILLED_12 = {
    "no target": (
        '<trans-unit id="1"><source>Hello.</source></trans-unit>',
        ["Вітаю."],
        '<trans-unit id="1"><source>Hello.</source>'
        '<target state="needs-review-translation">Вітаю.</target></trans-unit>',
    ),
    "on a line of its own, before the note": (
        '\n  <trans-unit id="1">\n    <source>R&amp;D</source>\n    <note>n</note>\n  </trans-unit>',
        ["<НДДКР> & ]]>"],
        '\n  <trans-unit id="1">\n    <source>R&amp;D</source>\n    <target state="needs-review-translation">'
        "&lt;НДДКР&gt; &amp; ]]&gt;</target>\n    <note>n</note>\n  </trans-unit>",
    ),
    "empty target with attributes": (
        '<trans-unit id="1"><source>Hello.</source><target  xml:lang=\'uk\' state="new" /></trans-unit>',
        ["Вітаю."],
        "<trans-unit id=\"1\"><source>Hello.</source><target  xml:lang='uk' "
        'state="needs-review-translation">Вітаю.</target></trans-unit>',
    ),
    "empty target with a state that says more": (
        '<trans-unit id="1"><source>Hi.</source><target state="needs-l10n">\n</target></trans-unit>',
        ["Вітаю."],
        '<trans-unit id="1"><source>Hi.</source><target state="needs-l10n">Вітаю.</target></trans-unit>',
    ),
    "segmented source: the whole unit": (
        '<trans-unit id="1"><source>One. Two.</source><seg-source><mrk mtype="seg" mid="0">One.</mrk> '
        '<mrk mtype="seg" mid="1">Two.</mrk></seg-source></trans-unit>',
        ["Раз. Два."],
        '<trans-unit id="1"><source>One. Two.</source><seg-source><mrk mtype="seg" mid="0">One.</mrk> '
        '<mrk mtype="seg" mid="1">Two.</mrk></seg-source>'
        '<target state="needs-review-translation">Раз. Два.</target></trans-unit>',
    ),
    "codes as they are spelled": (
        "<trans-unit id='1'><source><g  id='1' ctype='bold'>See</g> "
        '<x id="i"/><ph id="p">&lt;hr></ph><bpt id="5" rid="1">[</bpt>it<ept id="6" rid="1">]</ept>'
        "</source></trans-unit>",
        ["{5}{3}{4}Див. {0}це{1}{2}"],
        "<trans-unit id='1'><source><g  id='1' ctype='bold'>See</g> "
        '<x id="i"/><ph id="p">&lt;hr></ph><bpt id="5" rid="1">[</bpt>it<ept id="6" rid="1">]</ept>'
        '</source><target state="needs-review-translation"><ept id="6" rid="1">]</ept>'
        '<ph id="p">&lt;hr></ph><bpt id="5" rid="1">[</bpt>'
        "Див. <g  id='1' ctype='bold'>це</g><x id=\"i\"/></target></trans-unit>",
    ),
    "elements that cross or are not closed are left out": (
        '<trans-unit id="1"><source><g id="1">a</g><g id="2">b</g><g id="3">c</g></source></trans-unit>',
        ["{0}а{2}б{1}в{3}{4}г"],
        '<trans-unit id="1"><source><g id="1">a</g><g id="2">b</g><g id="3">c</g></source>'
        '<target state="needs-review-translation">абвг</target></trans-unit>',
    ),
    "a line break keeps words apart": (
        '<trans-unit id="1"><source>Irpin<x id="1" ctype="lb"/>Kyiv</source></trans-unit>',
        ["Ірпінь{0}\nКиїв\nі ще"],
        '<trans-unit id="1"><source>Irpin<x id="1" ctype="lb"/>Kyiv</source>'
        '<target state="needs-review-translation">Ірпінь<x id="1" ctype="lb"/>Київ\nі ще</target>'
        "</trans-unit>",
    ),
    "what is protected is one code": (
        '<trans-unit id="1"><source>Ask <mrk mtype="protected">Bob</mrk> or <mrk mtype="term">me</mrk>.'
        "</source></trans-unit>",
        ["Спитайте {0} чи мене."],
        '<trans-unit id="1"><source>Ask <mrk mtype="protected">Bob</mrk> or <mrk mtype="term">me</mrk>.'
        '</source><target state="needs-review-translation">Спитайте <mrk mtype="protected">Bob</mrk>'
        " чи мене.</target></trans-unit>",
    ),
    "a target equal to the source is not written": (
        '<trans-unit id="1"><source>NATO</source></trans-unit>'
        '<trans-unit id="2"><source>Hi</source></trans-unit>',
        ["NATO", "Вітаю"],
        '<trans-unit id="1"><source>NATO</source></trans-unit><trans-unit id="2"><source>Hi</source>'
        '<target state="needs-review-translation">Вітаю</target></trans-unit>',
    ),
    "white space, references, sections, comments": (
        '<trans-unit id="1" xml:space="preserve"><!-- <source>no</source> --><source xml:space="preserve">'
        "a&#160;<![CDATA[<b>]]><!-- c --> b </source></trans-unit>",
        ["а\u00a0<b> б\r\u0000"],
        '<trans-unit id="1" xml:space="preserve"><!-- <source>no</source> --><source xml:space="preserve">'
        'a&#160;<![CDATA[<b>]]><!-- c --> b </source><target xml:space="preserve" '
        'state="needs-review-translation">а\u00a0&lt;b&gt; б&#13;</target></trans-unit>',
    ),
}

FILLED_20 = {
    "no target": (
        '<unit id="1">\n  <segment>\n    <source>Hello.</source>\n  </segment>\n</unit>',
        ["Вітаю."],
        '<unit id="1">\n  <segment>\n    <source>Hello.</source>\n    <target>Вітаю.</target>\n  </segment>\n'
        "</unit>",
    ),
    "each segment for itself": (
        '<unit id="1"><segment id="a"><source>One.</source><target>Раз.</target></segment>'
        "<ignorable><source> </source></ignorable>"
        '<segment id="b"><source xml:space="preserve">Two.</source></segment></unit>',
        ["Два."],
        '<unit id="1"><segment id="a"><source>One.</source><target>Раз.</target></segment>'
        "<ignorable><source> </source></ignorable>"
        '<segment id="b"><source xml:space="preserve">Two.</source>'
        '<target xml:space="preserve">Два.</target></segment></unit>',
    ),
    "codes as they are spelled": (
        '<unit id="1"><segment state="initial"><source>A <pc id="1"><ph id="2" equiv="x"/>b</pc> '
        '<sc id="3"/>c<ec startRef="3"/> <cp hex="001a"/></source><target/></segment></unit>',
        ["{0}{1}б{2} А {3}ц{4}{5}"],
        '<unit id="1"><segment state="initial"><source>A <pc id="1"><ph id="2" equiv="x"/>b</pc> '
        '<sc id="3"/>c<ec startRef="3"/> <cp hex="001a"/></source>'
        '<target><pc id="1"><ph id="2" equiv="x"/>б</pc> А <sc id="3"/>ц<ec startRef="3"/>'
        '<cp hex="001a"/></target></segment></unit>',
    ),
    "what is protected is one code": (
        '<unit id="1"><segment><source>Ask <mrk id="m" translate="no">Bob</mrk>.</source></segment></unit>',
        ["Спитайте {0}."],
        '<unit id="1"><segment><source>Ask <mrk id="m" translate="no">Bob</mrk>.</source>'
        '<target>Спитайте <mrk id="m" translate="no">Bob</mrk>.</target></segment></unit>',
    ),
}


@pytest.mark.parametrize(("before", "texts", "after"), FILLED_12.values(), ids=FILLED_12)
def test_fill_of_1_2_then_only_the_targets_are_new(before: str, texts: list[str], after: str) -> None:
    assert filled(in_12(before), *texts).decode() == in_12(after).decode()


@pytest.mark.parametrize(("before", "texts", "after"), FILLED_20.values(), ids=FILLED_20)
def test_fill_of_2_0_then_only_the_targets_are_new(before: str, texts: list[str], after: str) -> None:
    assert filled(in_20(before), *texts).decode() == in_20(after).decode()


LEFT_OUT_12 = {
    "translated": '<trans-unit id="1"><source>Hi</source><target>Вітаю</target></trans-unit>',
    "only codes": '<trans-unit id="1"><source>Hi</source><target><x id="1"/></target></trans-unit>',
    "not to be translated": '<trans-unit id="1" translate="no"><source>Hi</source></trans-unit>',
    "in such a group": '<group translate="no"><trans-unit id="1"><source>Hi</source></trans-unit></group>',
    "approved": '<trans-unit id="1" approved="yes"><source>Hi</source><target/></trans-unit>',
    "said to be done": '<trans-unit id="1"><source>Hi</source><target state="final"/></trans-unit>',
    "no words": '<trans-unit id="1"><source>* * *<x id="1"/></source></trans-unit>',
    "no source": '<trans-unit id="1"/>',
    "an alternative": '<trans-unit id="1"><source>Hi</source><target>Вітаю</target>'
    "<alt-trans><source>Hi</source><target/></alt-trans></trans-unit>",
}
LEFT_OUT_20 = {
    "translated": '<unit id="1"><segment><source>Hi</source><target>Вітаю</target></segment></unit>',
    "not to be translated": '<unit id="1" translate="no"><segment><source>Hi</source></segment></unit>',
    "in such a group": '<group id="g" translate="no"><unit id="1"><segment><source>Hi</source></segment>'
    "</unit></group>",
    "said to be done": '<unit id="1"><segment state="translated"><source>Hi</source></segment></unit>',
    "between segments": '<unit id="1"><ignorable><source>Hi</source></ignorable></unit>',
}


@pytest.mark.parametrize("units", LEFT_OUT_12.values(), ids=LEFT_OUT_12)
def test_empty_units_of_1_2_then_what_has_a_target_or_needs_none_is_left_out(units: str) -> None:
    assert sources(in_12(units + '<trans-unit id="z"><source>Last</source></trans-unit>')) == ["Last"]


@pytest.mark.parametrize("units", LEFT_OUT_20.values(), ids=LEFT_OUT_20)
def test_empty_units_of_2_0_then_what_has_a_target_or_needs_none_is_left_out(units: str) -> None:
    assert sources(in_20(units + '<unit id="z"><segment><source>Last</source></segment></unit>')) == ["Last"]


def test_empty_units_of_several_files_with_the_same_ids_then_all() -> None:
    one = '<file original="{0}"><body><trans-unit id="1"><source>{0}</source></trans-unit></body></file>'
    data = f'<xliff version="1.2">{one.format("first")}{one.format("second")}</xliff>'.encode()
    assert sources(data) == ["first", "second"]
    assert filled(data, "перше", "друге").decode().count("needs-review-translation") == 2


def test_empty_units_when_codes_then_numbered_typed_and_shown() -> None:
    data = in_12(
        '<trans-unit id="1"><source><g id="a" ctype="x-bold">b</g><x id="b" ctype="image" '
        'equiv-text="[i]"/><bpt id="1" ctype="link">&lt;a></bpt>c<ept id="1">&lt;/a></ept></source>'
        "</trans-unit>"
    )
    (unit,) = empty_units(data).units
    assert unit.source.text == "bc"
    assert [(c.position, c.id, c.kind, c.type, c.shown) for c in unit.source.codes] == [
        (0, "1", "open", "bold", "<g>"),
        (1, "1", "close", "bold", "</g>"),
        (1, "2", "single", "image", "[i]"),
        (1, "3", "open", "link", "<a>"),
        (2, "3", "close", "link", "</a>"),
    ]


PREFIXED = (
    '<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><x:file><x:body>'
    '<x:trans-unit id="1"><x:source>Hi</x:source>{}</x:trans-unit></x:body></x:file></x:xliff>'
)


def test_fill_of_prefixed_elements_then_the_target_has_the_prefix() -> None:
    after = PREFIXED.format('<x:target state="needs-review-translation">Вітаю</x:target>')
    assert filled(PREFIXED.format("").encode(), "Вітаю").decode() == after


UNIT = '\r\n<trans-unit id="1">\r\n  <source>One\r\ntwo</source>\r\n</trans-unit>\r\n<!-- Київ -->'


@pytest.mark.parametrize(
    ("encoding", "bom", "codec"),
    [
        ("UTF-8", b"", "utf-8"),
        ("UTF-8", codecs.BOM_UTF8, "utf-8"),
        ("UTF-16", codecs.BOM_UTF16_LE, "utf-16-le"),
        ("UTF-16", codecs.BOM_UTF16_BE, "utf-16-be"),
        ("windows-1251", b"", "cp1251"),
    ],
)
def test_fill_then_encoding_mark_and_line_breaks_stay(encoding: str, bom: bytes, codec: str) -> None:
    data = bom + _12.format(units=UNIT, encoding=encoding).encode(codec)
    assert sources(data) == ["One\ntwo"]
    target = '\r\n  <target state="needs-review-translation">Раз\r\nдва</target>'
    after = _12.format(units=UNIT.replace("</source>", f"</source>{target}"), encoding=encoding)
    assert filled(data, "Раз\nдва") == bom + after.encode(codec)


def test_fill_when_the_encoding_lacks_a_character_then_a_reference() -> None:
    data = in_12('<trans-unit id="1"><source>Café</source></trans-unit>', "ISO-8859-1")
    after = in_12(
        '<trans-unit id="1"><source>Café</source>'
        '<target state="needs-review-translation">&#1050;афе</target></trans-unit>',
        "UTF-8",
    )
    expected = after.decode().replace("UTF-8", "ISO-8859-1").replace("афе<", "&#1072;&#1092;&#1077;<")
    assert filled(data, "Кафе") == expected.encode("latin-1")


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=20)


@given(source=WORDS, target=WORDS)
def test_reading_what_was_filled_gives_the_target(source: str, target: str) -> None:
    data = in_12(f'<trans-unit id="1"><source>a{escape(clean(source)[0], quote=False)}</source></trans-unit>')
    text = f"б{clean(target)[0]}"
    after = fill(data, [Text(text)])
    assert not empty_units(after).units
    assert f">{escape(text, quote=False)}</target>".encode() in after


def test_fill_with_the_sources_gives_the_same_bytes() -> None:
    for table, wrap in ((FILLED_12, in_12), (FILLED_20, in_20)):
        for before, _, _ in table.values():
            data = wrap(before)
            assert fill(data, [unit.source for unit in empty_units(data).units]) == data


BAD = [
    (b"", "the file is empty. Export it again from your CAT tool"),
    (
        b'<!DOCTYPE xliff [<!ENTITY a "aaa">]><xliff version="1.2"><file/></xliff>',
        "1: a document type declaration (DOCTYPE) is refused. "
        "Remove it, or export the file again from your CAT tool",
    ),
    (
        b'<xliff version="1.2"/>',
        "1: the document has no <file>. Give the XLIFF file that your CAT tool has saved",
    ),
    (
        b'<xliff version="1.0"><file/></xliff>',
        "1: XLIFF 1.0 is not read. Save it as 1.2, 2.0, 2.1 or 2.2 in your CAT tool",
    ),
    (
        b'<xliff version="1.2">\n<file>',
        "2:7: the document breaks off: Premature end of data in tag file line 2. "
        "Export it again from your CAT tool",
    ),
]


@pytest.mark.parametrize(("data", "line"), BAD)
def test_empty_units_of_a_bad_document_then_one_clear_line(data: bytes, line: str) -> None:
    with pytest.raises(XliffError) as raised:
        empty_units(data)
    assert str(raised.value) == line


def test_code_data_is_the_spelling() -> None:
    data = in_12("<trans-unit id='1'><source>a <g  id='1'>b</g></source></trans-unit>")
    (unit,) = empty_units(data).units
    assert unit.source.codes == (
        Code(2, "1", "open", "other", ("<g  id='1'>",), "<g>"),
        Code(3, "1", "close", "other", ("</g>",), "</g>"),
    )
