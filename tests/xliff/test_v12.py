from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests import schemas
from tests.xliff.samples import SMALL
from translate.errors import XliffError
from translate.xliff import Document, Group, Unit, clean, read, to_bytes

HERE = Path(__file__).parent

# Every code point, lone surrogates and control characters included.
ANYTHING = st.text(
    st.characters(exclude_categories=()) | st.sampled_from('\t\n\r \u00a0\u0085\u2028\x00\ufffe\ud800&<>]"')
)


def document_of(source: str, target: str, note: str) -> Document:
    units = (Unit("1", "1 paragraph 1", source, target, "draft", note),)
    return replace(SMALL, groups=(Group("g1", "paragraph 1", units),))


def test_to_bytes_of_small_document_gives_golden_file() -> None:
    assert to_bytes(SMALL).decode() == (HERE / "small.xlf").read_text(encoding="utf-8")


def test_read_of_golden_file_gives_small_document() -> None:
    assert read(HERE / "small.xlf") == SMALL


@given(ANYTHING, ANYTHING, ANYTHING)
def test_text_survives_writing_and_reading(source: str, target: str, note: str) -> None:
    unit = read(to_bytes(document_of(source, target, note))).groups[0].units[0]
    assert (unit.source, unit.target, unit.note) == (clean(source)[0], clean(target)[0], clean(note)[0])


@given(ANYTHING)
def test_attributes_survive_writing_and_reading(name: str) -> None:
    assert read(to_bytes(replace(SMALL, original=name))).original == clean(name)[0]


@given(ANYTHING, ANYTHING, ANYTHING)
def test_writing_what_was_read_gives_the_same_bytes(source: str, target: str, note: str) -> None:
    written = to_bytes(document_of(source, target, note))
    assert to_bytes(read(written)) == written


def test_to_bytes_when_text_has_carriage_return_then_it_is_a_reference() -> None:
    assert b"a&#13;\nb" in to_bytes(document_of("a\r\nb", "", ""))


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Kyiv", ("Kyiv", False)),
        ("tab\tline\nreturn\r", ("tab\tline\nreturn\r", False)),
        ("\x00\x0bKy\x1biv\x7f", ("Kyiv\x7f", True)),  # U+007F is discouraged but legal
        ("lone \ud83d surrogate", ("lone  surrogate", True)),
        ("\ufffeKyiv\uffff", ("Kyiv", True)),
        ("🌉 \U0001ffff", ("🌉 \U0001ffff", False)),
    ],
)
def test_clean_drops_what_xml_cannot_hold(text: str, cleaned: tuple[str, bool]) -> None:
    assert clean(text) == cleaned


def test_to_bytes_when_date_is_of_another_zone_then_it_is_written_in_utc() -> None:
    kyiv = datetime(2026, 3, 14, 11, 30, 0, 999, tzinfo=timezone(timedelta(hours=2)))
    assert to_bytes(replace(SMALL, date=kyiv)) == to_bytes(SMALL)


def test_to_bytes_when_date_has_no_zone_then_error() -> None:
    with pytest.raises(XliffError, match="no time zone"):
        to_bytes(replace(SMALL, date=datetime(2026, 3, 14)))


def test_to_bytes_when_id_is_used_twice_then_error_names_it() -> None:
    twice = replace(SMALL, groups=(SMALL.groups[0], replace(SMALL.groups[0], id="b9")))
    with pytest.raises(XliffError, match=r"segment 1-1: the id is used twice"):
        to_bytes(twice)


def strict_schema() -> etree.XMLSchema:
    if not schemas.STRICT.is_file():
        pytest.skip("the OASIS schemas are not beside the repository (../shared/xliff/xsd)")
    return schemas.load(schemas.STRICT)


@pytest.mark.parametrize(
    "document",
    [
        SMALL,
        document_of("\x00\ud800", "\ufffe", "\x01"),
        replace(SMALL, groups=()),
        replace(SMALL, original="a b & ‘ї’.txt"),
    ],
    ids=["small", "illegal characters", "empty", "name of the article"],
)
def test_to_bytes_is_valid_against_the_strict_schema(document: Document) -> None:
    strict_schema().assertValid(etree.fromstring(to_bytes(document)))


def test_strict_schema_refuses_what_it_should() -> None:
    broken = to_bytes(SMALL).replace(b'state="needs-adaptation"', b'state="needs-love"')
    assert not strict_schema().validate(etree.fromstring(broken))
