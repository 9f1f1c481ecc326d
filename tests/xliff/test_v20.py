from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests import schemas
from tests.xliff.samples import SMALL
from translate.errors import XliffError
from translate.inline import Code, Text, concatenate
from translate.xliff import Document, Group, Unit, is_untouched, read
from translate.xliff.model import clean
from translate.xliff.v20 import NAMESPACE, to_bytes

GOLDEN = Path(__file__).parent / "small20.xlf"
SCHEMA = schemas.STRICT.parents[1] / "2.0/xliff_core_2.0.xsd"

_LINK = (
    Code(0, "1", "open", "link", ('<a href="/irpin">',), "<a>"),
    Code(0, "1", "close", "link", shown="</a>"),
)
_BOLD = Code(0, "2", "open", "bold", ("<b>",)), Code(0, "2", "close", "bold", ("</b>",))
_IMAGE = Code(0, "3", "single", "image", ('<img src="a.png" alt="', 2, '">'), "[img]")
_BREAK = Code(0, "4", "single", "lb", ("<br>",))
_MARK = Code(0, "5", "single")


def coded(id_: str, source: Text, target: Text, **more: object) -> Unit:
    unit = Unit(id_, f"{id_} paragraph 2", source.text, target.text, "draft", "", source.codes, target.codes)
    return replace(unit, **more)  # type: ignore[arg-type]


SMALL20 = replace(
    SMALL,
    original="news/river-bridge.html",
    folder="../articles",
    groups=(
        *SMALL.groups,
        Group(
            "b3",
            "paragraph 2",
            (
                coded(
                    "3-1",
                    concatenate(
                        ["See ", _LINK[0], "the ", _BOLD[0], "full", _BOLD[1], " story", _LINK[1], "."]
                    ),
                    concatenate(["Див. ", _LINK[0], _BOLD[0], "повну", _BOLD[1], " статтю", _LINK[1], "."]),
                    origin="fuzzy",
                ),
                coded(
                    "3-2",
                    concatenate([_MARK, "Map:", _IMAGE, " ", _BREAK, "\nbelow"]),
                    concatenate([_MARK, "Мапа:", _IMAGE, " ", _BREAK, "\nнижче"]),
                    origin="exact",
                ),
                # The other half of the pair is in another sentence.
                coded(
                    "3-3",
                    concatenate([_BOLD[0], "First."]),
                    concatenate([_BOLD[0], "Перше."]),
                    state="approved",
                    origin="context",
                ),
            ),
        ),
    ),
)

_CODES = [*_LINK, *_BOLD, _IMAGE, _BREAK, _MARK]


@st.composite
def texts(draw: st.DrawFn) -> Text:
    codes = draw(st.lists(st.sampled_from(_CODES), unique=True))
    parts: list[str | Code] = []
    for code in codes:
        parts += [draw(st.text(max_size=4)), code]
    return concatenate([*parts, draw(st.text(max_size=4))])


def parse(data: bytes) -> etree._Element:
    return etree.fromstring(data)


def document_of(*units: Unit) -> Document:
    return replace(SMALL, groups=(Group("b1", "paragraph 1", units),))


def text_of(element: etree._Element) -> str:
    return "".join(str(part) for part in element.itertext())


def find(data: bytes, name: str) -> list[etree._Element]:
    return list(parse(data).iter(f"{{{NAMESPACE}}}{name}"))


def test_to_bytes_of_the_small_document_then_the_golden_file() -> None:
    assert to_bytes(SMALL20).decode() == GOLDEN.read_text(encoding="utf-8")


def test_to_bytes_then_valid() -> None:
    if not SCHEMA.exists():
        pytest.skip(f"{SCHEMA} is not there")
    schema = schemas.load(SCHEMA)
    assert schema.validate(parse(to_bytes(SMALL20))), str(schema.error_log)


def test_to_bytes_twice_gives_the_same_bytes() -> None:
    assert to_bytes(SMALL20) == to_bytes(replace(SMALL20))


@given(source=texts(), target=texts())
def test_to_bytes_of_any_text_with_codes_keeps_the_characters(source: Text, target: Text) -> None:
    data = to_bytes(document_of(coded("1-1", source, target)))
    found = [text_of(element) for name in ("source", "target") for element in find(data, name)]
    assert found == [clean(source.text)[0], clean(target.text)[0]]


@given(source=texts(), target=texts())
def test_to_bytes_of_any_text_with_codes_names_each_code_once(source: Text, target: Text) -> None:
    data = to_bytes(document_of(coded("1-1", source, target)))
    for name in ("source", "target"):
        ids = [code.get("id") for code in find(data, name)[0].iterdescendants()]
        assert len(set(ids)) == len(ids)


def test_to_bytes_when_pairs_cross_in_the_target_then_marks_in_both_texts() -> None:
    source = concatenate([_LINK[0], "a", _LINK[1], _BOLD[0], "b", _BOLD[1]])
    target = concatenate([_LINK[0], "а", _BOLD[0], "і", _LINK[1], "б", _BOLD[1]])
    data = to_bytes(document_of(coded("1-1", source, target)))
    ids = [[code.get("id") for code in find(data, name)[0]] for name in ("source", "target")]
    assert ids == [["1-open", "1-close", "2-open", "2-close"], ["1-open", "2-open", "1-close", "2-close"]]


def test_to_bytes_of_protected_text_then_no_type_of_the_standard() -> None:
    pair = Code(0, "1", "open", "protected"), Code(0, "1", "close", "protected")
    data = to_bytes(document_of(coded("1-1", concatenate([pair[0], "make", pair[1]]), Text("make"))))
    assert b'<pc id="1" type="other">make</pc></source>' in data


STATES = [
    ("draft", "mt", "initial", "translate:mt"),
    ("draft", "exact", "initial", "translate:exact"),
    ("draft", "fuzzy", "initial", "translate:fuzzy"),
    ("draft", "context", "initial", "translate:context"),
    ("flagged", "mt", "initial", "translate:flagged"),
    ("flagged", "fuzzy", "initial", "translate:flagged"),
    ("approved", "context", "final", None),
]


@pytest.mark.parametrize(("state", "origin", "written", "sub_state"), STATES)
def test_to_bytes_of_a_state_then_state_and_sub_state(
    state: str, origin: str, written: str, sub_state: str | None
) -> None:
    data = to_bytes(document_of(coded("1-1", Text("Yes."), Text("Так."), state=state, origin=origin)))
    (segment,) = find(data, "segment")
    assert (segment.get("state"), segment.get("subState")) == (written, sub_state)


BAD = [
    (replace(SMALL, groups=()), "river-bridge.txt: there is no text to review. Leave the article out"),
    (
        replace(SMALL, groups=(SMALL.groups[0], SMALL.groups[0])),
        "river-bridge.txt: segment b1: the id is used twice in one document",
    ),
    (replace(SMALL, date=datetime(2026, 3, 14)), "the date has no time zone. Use datetime.now(UTC)"),
]


@pytest.mark.parametrize(("document", "line"), BAD)
def test_to_bytes_of_a_bad_document_then_one_clear_line(document: Document, line: str) -> None:
    with pytest.raises(XliffError) as raised:
        to_bytes(document)
    assert str(raised.value) == line


def test_to_bytes_when_a_code_stands_twice_then_one_clear_line() -> None:
    twice = concatenate([_MARK, "a", _MARK])
    with pytest.raises(XliffError, match="an inline code stands twice in one text"):
        to_bytes(document_of(coded("1-1", twice, twice)))


def test_read_of_what_was_written_then_the_same_document() -> None:
    (file,) = read(to_bytes(SMALL20))
    assert (file.version, file.original, file.source_language, file.target_language, file.problems) == (
        "2.0",
        "news/river-bridge.html",
        "en",
        "uk",
        (),
    )
    assert (file.tool_version, file.header["folder"], file.header["date"]) == (
        "0.1.0",
        "../articles",
        "2026-03-14T09:30:00Z",
    )
    units = [unit for group in SMALL20.groups for unit in group.units]
    for unit, back in zip(units, file.units, strict=True):
        assert (back.id, back.resname, back.notes) == (
            unit.id,
            unit.resname,
            (unit.note,) if unit.note else (),
        )
        assert back.source.same(Text(unit.source, unit.codes))
        assert back.target is not None
        assert back.target.same(Text(unit.target, unit.target_codes))
        assert file.drafts is not None
        assert back.target.same(file.drafts[unit.id])


def test_is_untouched_until_a_character_changes() -> None:
    data = to_bytes(SMALL20)
    assert is_untouched(data)
    assert not is_untouched(data.replace("повну".encode(), "повна".encode()))
