"""Words of targets are changed where they stand, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.xliff.samples import CODED, SMALL
from translate import xliff
from translate.inline import Text
from translate.xliff import is_reviewed, to_bytes
from translate.xliff.amend import Change, amend

_12 = (
    '<?xml version="1.0" encoding="{encoding}"?>\n<!-- <target>no</target> -->\n'
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" '
    'source-language="en" target-language="uk" datatype="plaintext"><body>\r\n'
    "<trans-unit id='1'><source>s</source><target  state = 'final'>{target}</target></trans-unit>"
    "</body></file></xliff>"
)
_2 = (
    '<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="uk">'
    '<file id="f"><unit id="1">{segments}</unit></file></xliff>'
)


def changed_12(target: str, *changes: Change, encoding: str = "UTF-8", codec: str = "utf-8") -> str:
    """Change the target of a unit; return its spelling, all else having stayed as it was."""
    start, _, end = (
        part.encode(codec) for part in _12.format(encoding=encoding, target="\0").partition("\0")
    )
    data, left = amend(start + target.encode(codec) + end, {(0, "1"): changes})
    assert left == []
    assert data.startswith(start)
    assert data.endswith(end)
    return data[len(start) : len(data) - len(end)].decode(codec)


@pytest.mark.parametrize(
    ("target", "change", "expected"),
    [
        ("Мер  сказав", (3, 5, " "), "Мер сказав"),
        ("&lt;5 &amp;  6", (4, 6, " "), "&lt;5 &amp; 6"),
        ("a&#160;&#xA0;b", (1, 3, "\xa0"), "a\xa0b"),
        ("a <!-- x -->  b", (1, 4, " "), "a <!-- x -->b"),
        ("<![CDATA[R&D  x]]>", (3, 5, " & "), "<![CDATA[R&D & x]]>"),
        ("R  D", (1, 3, "&<>"), "R&amp;&lt;&gt;D"),
        ('a <g id="1"> b</g>', (1, 3, " "), 'a <g id="1">b</g>'),
        ('<g id="1">кінець</g>', (6, 6, "."), '<g id="1">кінець.</g>'),
        ('<g id="1">x</g>', (0, 1, "X"), '<g id="1">X</g>'),
        ('a<ph id="1">native  code</ph>  b', (1, 3, " "), 'a<ph id="1">native  code</ph> b'),
        ('<mrk mtype="seg" mid="0">Мер  </mrk>x', (3, 5, " "), '<mrk mtype="seg" mid="0">Мер </mrk>x'),
        ("a\r\nb  c", (3, 5, " "), "a\r\nb c"),
        ("a", (0, 0, "«"), "«a"),
    ],
)
def test_a_change_touches_only_what_it_is_about(target: str, change: Change, expected: str) -> None:
    assert changed_12(target, change) == expected


def test_changes_of_a_unit_are_made_together() -> None:
    assert changed_12("а  б  в .", (1, 3, " "), (4, 6, " "), (7, 8, "")) == "а б в."


@pytest.mark.parametrize(("encoding", "codec"), [("windows-1251", "cp1251"), ("UTF-16LE", "utf-16-le")])
def test_the_encoding_stays(encoding: str, codec: str) -> None:
    spelled = changed_12("м  м", (1, 3, "\u202f"), encoding=encoding, codec=codec)
    assert spelled == ("м&#8239;м" if codec == "cp1251" else "м\u202fм")


def segment(id_: str, text: str) -> str:
    return f'<segment id="{id_}"><source>s</source><target>{text}</target></segment>'


def test_a_segment_of_xliff_2_is_found_by_unit_and_segment() -> None:
    data = _2.format(segments=segment("a", "x  y") + segment("b", "x  y")).encode()
    expected = _2.format(segments=segment("a", "x  y") + segment("b", "x y")).encode()
    assert amend(data, {(0, "1/b"): [(1, 3, " ")]}) == (expected, [])


def test_a_target_that_is_not_there_is_named() -> None:
    data = _12.format(encoding="UTF-8", target="x").encode()
    assert amend(data, {(0, "2"): [(0, 1, "y")], (1, "1"): [(0, 1, "y")]}) == (data, ["2", "1"])


def test_a_character_spelled_as_a_code_point_is_left_alone() -> None:
    data = _2.format(segments=segment("a", 'x<cp hex="0041"/>  y')).encode()
    assert amend(data, {(0, "1"): [(2, 4, " ")]}) == (data, ["1"])


@pytest.mark.parametrize("version", ["1.2", "2.0"])
@pytest.mark.parametrize("sample", [SMALL, CODED], ids=["small", "coded"])
@given(data=st.data())
def test_an_amended_document_reads_as_changed_and_as_it_was_elsewhere(
    sample: xliff.Document, version: str, data: st.DataObject
) -> None:
    before = to_bytes(sample, version)
    units = [unit for unit in xliff.read(before)[0].units if unit.target and unit.target.text]
    unit = data.draw(st.sampled_from(units))
    assert unit.target is not None
    text = unit.target.text
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    new = data.draw(st.text(st.sampled_from("їa &<>]\"'\n\u0301🌉"), max_size=4))
    after, left = amend(before, {(0, unit.id): [(start, end, new)]})
    assert left == []
    for old, other in zip(xliff.read(before)[0].units, xliff.read(after)[0].units, strict=True):
        target = "" if other.target is None else other.target.text
        if other.id == unit.id:
            assert target == text[:start] + new + text[end:]
        else:
            assert other.target == old.target
        assert (other.source, other.notes, other.state) == (old.source, old.notes, old.state)


@pytest.mark.parametrize("version", ["1.2", "2.0"])
def test_a_draft_that_a_fix_has_changed_is_no_reviewed_target(version: str) -> None:
    before = to_bytes(SMALL, version)
    after, _ = amend(before, {(0, "1-1"): [(0, 4, "Мости")]})
    [returned] = xliff.read(after)
    assert returned.drafts is not None
    assert returned.drafts["1-1"] == Text("Мости в Ірпені знову відкрили")
    assert not any(is_reviewed(unit, returned.drafts[unit.id]) for unit in returned.units)
    assert not xliff.is_untouched(after)


def test_a_reviewed_target_stays_reviewed_when_it_is_fixed() -> None:
    before = to_bytes(SMALL, "1.2").replace("Міст в Ірпені".encode(), "Міст  у Ірпені".encode())
    after, _ = amend(before, {(0, "1-1"): [(4, 6, " ")]})
    [returned] = xliff.read(after)
    assert returned.drafts is not None
    assert is_reviewed(returned.units[0], returned.drafts["1-1"])
