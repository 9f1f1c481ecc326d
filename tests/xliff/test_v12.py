from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

from tests import schemas
from tests.xliff.samples import CODED, SMALL, coded
from tests.xliff.texts import texts
from translate.errors import UsageError, XliffError
from translate.inline import Code, Text, concatenate
from translate.xliff import Document, Group, Unit, clean, is_untouched, read, to_bytes
from translate.xliff.drafts import unpack

HERE = Path(__file__).parent

_PACKED = re.compile(r'(?<=<note from="translate:drafts">)[^<]*(?=</note>)')
_SEAL = re.compile(r'(?<=<note from="translate:seal">)[^<]*(?=</note>)')


def document_of(*units: Unit) -> Document:
    return replace(SMALL, groups=(Group("g1", "paragraph 1", units),))


def plain_unit(source: str, target: str, note: str) -> Unit:
    return Unit("1", "1 paragraph 1", source, target, "draft", note)


def texts_of(unit: Unit) -> list[str]:
    """The content of source and target as it is written."""
    found = re.findall(
        r"<(?:source|target)[^>]*>(.*?)</(?:source|target)>", to_bytes(document_of(unit)).decode()
    )
    return [re.sub(r' ctype="[^"]*"| equiv-text="[^"]*"', "", text) for text in found]


@pytest.mark.parametrize(("document", "name"), [(SMALL, "small.xlf"), (CODED, "coded.xlf")])
def test_to_bytes_gives_the_golden_file(document: Document, name: str) -> None:
    golden = (HERE / name).read_bytes()
    assert is_untouched(golden)
    # Another build of zlib may pack the same drafts in other bytes, and then the seal is another too.
    expected, text = golden.decode(), to_bytes(document).decode()
    assert unpack(_PACKED.findall(text)[0]) == unpack(_PACKED.findall(expected)[0])
    assert _SEAL.sub("", _PACKED.sub("", text)) == _SEAL.sub("", _PACKED.sub("", expected))


def test_to_bytes_twice_gives_the_same_bytes() -> None:
    assert to_bytes(CODED) == to_bytes(replace(CODED))


def test_to_bytes_in_version_2_is_what_its_writer_gives() -> None:
    assert read(to_bytes(SMALL, "2.0"))[0].version == "2.0"


def test_to_bytes_in_an_unknown_version_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match=r"XLIFF 2\.1 is not written\. Ask for 1\.2 or 2\.0"):
        to_bytes(SMALL, "2.1")


@given(texts(), texts())
def test_notes_and_names_survive_writing_and_reading(first: Text, second: Text) -> None:
    [returned] = read(to_bytes(replace(document_of(plain_unit("a", "а", first.text)), original=second.text)))
    assert returned.units[0].notes == ((clean(first.text)[0],) if clean(first.text)[0] else ())
    assert returned.original == clean(second.text)[0]


def test_to_bytes_when_text_has_carriage_return_then_it_is_a_reference() -> None:
    assert b"a&#13;\nb" in to_bytes(document_of(plain_unit("a\r\nb", "", "")))


ONE = Code(0, "1", "open"), Code(0, "1", "close")
TWO = Code(0, "2", "open"), Code(0, "2", "close")
MARK = Code(0, "3", "single")


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        (
            concatenate([ONE[0], TWO[0], "a", TWO[1], ONE[1]]),
            concatenate([ONE[0], TWO[0], "а", TWO[1], ONE[1]]),
            ['<g id="1"><g id="2">a</g></g>', '<g id="1"><g id="2">а</g></g>'],
        ),
        # Crossing in the target: marks on both sides, so that a tool can match them.
        (
            concatenate([ONE[0], "a", ONE[1], TWO[0], "b", TWO[1]]),
            concatenate([ONE[0], "а", TWO[0], ONE[1], "б", TWO[1]]),
            [
                '<x id="1-open"/>a<x id="1-close"/><x id="2-open"/>b<x id="2-close"/>',
                '<x id="1-open"/>а<x id="2-open"/><x id="1-close"/>б<x id="2-close"/>',
            ],
        ),
        # What crosses is taken apart, what is around it stays whole.
        (
            concatenate([ONE[0], TWO[0], "a", Code(0, "4", "open"), TWO[1], ONE[1]]),
            Text(""),
            ['<g id="1"><x id="2-open"/>a<x id="4-open"/><x id="2-close"/></g>', ""],
        ),
        (concatenate([ONE[1], "a", ONE[0]]), Text("а"), ['<x id="1-close"/>a<x id="1-open"/>', "а"]),
        # The target has lost one half: the source is written as the target is.
        (
            concatenate([ONE[0], "a", ONE[1]]),
            concatenate([ONE[0], "а"]),
            ['<x id="1-open"/>a<x id="1-close"/>', '<x id="1-open"/>а'],
        ),
        (concatenate([ONE[0], ONE[1]]), Text(""), ['<g id="1"></g>', ""]),
        (Text("a"), concatenate([ONE[0], "а", ONE[1], MARK]), ["a", "а"]),
    ],
)
def test_inline_codes_as_they_are_written(source: Text, target: Text, expected: list[str]) -> None:
    assert texts_of(coded("1-1", source, target)) == expected


def test_to_bytes_of_protected_text_then_a_type_of_our_own() -> None:
    pair = Code(0, "1", "open", "protected"), Code(0, "1", "close", "protected")
    unit = coded("1-1", concatenate([pair[0], "make", pair[1]]), Text("make", pair))
    assert b'<g id="1" ctype="x-protected">make</g></source>' in to_bytes(document_of(unit))


def test_to_bytes_when_a_code_stands_twice_then_error_names_the_unit() -> None:
    twice = coded("1-1", concatenate([MARK, "a", MARK]), Text("а"))
    with pytest.raises(XliffError, match=r"segment 1-1: an inline code stands twice in one text"):
        to_bytes(document_of(twice))


@pytest.mark.parametrize(
    ("state", "origin", "attributes"),
    [
        ("draft", "mt", 'approved="no" state="needs-review-translation" state-qualifier="mt-suggestion"'),
        ("draft", "context", 'approved="no" state="needs-review-translation" state-qualifier="leveraged-tm"'),
        ("draft", "exact", 'approved="no" state="needs-review-translation" state-qualifier="exact-match"'),
        ("flagged", "fuzzy", 'approved="no" state="needs-adaptation" state-qualifier="fuzzy-match"'),
        ("approved", "context", 'approved="yes" state="final" state-qualifier="leveraged-tm"'),
    ],
)
def test_states_as_they_are_written(state: str, origin: str, attributes: str) -> None:
    unit = coded("1-1", Text("One."), Text("Один."), state, origin)  # type: ignore[arg-type]
    text = to_bytes(document_of(unit)).decode()
    assert " ".join(re.findall(r'(?:approved|state|state-qualifier)="[^"]*"', text)) == attributes


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
        CODED,
        document_of(plain_unit("\x00\ud800", "\ufffe", "\x01")),
        replace(SMALL, groups=()),
        replace(SMALL, original="a b & ‘ї’.txt"),
    ],
    ids=["small", "coded", "illegal characters", "empty", "name of the article"],
)
def test_to_bytes_is_valid_against_the_strict_schema(document: Document) -> None:
    strict_schema().assertValid(etree.fromstring(to_bytes(document)))


@given(texts(), texts())
def test_any_text_with_codes_is_valid_against_the_strict_schema(source: Text, target: Text) -> None:
    schema = strict_schema()
    schema.assertValid(etree.fromstring(to_bytes(document_of(coded("1-1", source, target)))))


def test_strict_schema_refuses_what_it_should() -> None:
    broken = to_bytes(SMALL).replace(b'state="needs-adaptation"', b'state="needs-love"')
    assert not strict_schema().validate(etree.fromstring(broken))
