"""What the journal keeps comes back as it was, or not at all."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dictionary_engine import DictionaryEngine
from tests.journal.jobs import job
from translate import languages
from translate.drafting import Draft, Drafter
from translate.inline import Text
from translate.journal import Record, decode, encode
from translate.journal.codec import decode_digests, decode_record, encode_digests, encode_record
from translate.protection import Outcome
from translate.triage import Features

JOB = job()
numbers = st.none() | st.floats(allow_nan=False)
texts = st.text(st.characters(exclude_categories=[]), max_size=30)
digests = st.frozensets(st.binary(min_size=8, max_size=8), max_size=5)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Any draft of `JOB`: its codes at any places, any outcome for each of its spans."""
    target = draw(texts)
    places = sorted(draw(st.lists(st.integers(0, len(target)), min_size=2, max_size=2)))
    codes = draw(st.permutations(JOB.source.codes))
    outcomes = tuple(
        Outcome(span, draw(st.sampled_from(["annotated", "plain", "flagged"])), draw(texts))
        for span in JOB.protected.spans
    )
    features = st.none() | st.builds(Features, numbers, numbers, st.floats(allow_nan=False), numbers, numbers)
    return Draft(
        Text(target, tuple(code.at(place) for code, place in zip(codes, places, strict=True))),
        outcomes,
        draw(st.lists(texts, max_size=2).map(tuple)),
        draw(numbers),
        draw(st.booleans()),
        draw(features),
    )


records = st.builds(
    Record,
    st.binary(min_size=1, max_size=40)
    .filter(lambda name: b"\0" not in name)
    .map(lambda name: Path(name.decode("utf-8", "surrogateescape"))),
    texts,
    texts,
    texts,
    texts,
    digests,
    texts,
    texts,
    st.dictionaries(texts, st.integers(), max_size=3),
    texts,
)


@given(drafts())
def test_a_draft_comes_back_as_it_was(draft: Draft) -> None:
    assert decode(encode(draft, JOB), JOB) == draft


@given(records)
def test_a_record_comes_back_as_it_was(record: Record) -> None:
    assert decode_record(encode_record(record)) == record


@given(digests)
def test_digests_come_back_as_they_were(own: frozenset[bytes]) -> None:
    assert decode_digests(encode_digests(own)) == own


def test_the_codes_of_a_draft_are_those_of_its_job_with_all_their_data() -> None:
    other = job("The mayor of {a1}Irpin{/a1} said on Tuesday that 12 people were hurt.")
    [draft] = Drafter(DictionaryEngine(), languages.get("uk"), 1).draft([other])
    known = decode(encode(draft, other), other)
    assert known is not None
    assert [code.type for code in known.target.codes] == ["link", "link"]
    assert known == draft


@settings(max_examples=200)
@given(st.randoms(use_true_random=False))
def test_a_flipped_bit_is_no_draft_and_no_record(chance: random.Random) -> None:
    [draft] = Drafter(DictionaryEngine(), languages.get("uk"), 1).draft([JOB])
    assert decode(flipped(encode(draft, JOB), chance), JOB) is None
    record = Record(
        Path("a.txt.uk.xlf"), "00", "11", "maker", "22", frozenset([b"12345678"]), counts={"segments": 2}
    )
    assert decode_record(flipped(encode_record(record), chance)) is None
    assert decode_digests(flipped(encode_digests([b"12345678"]), chance)) is None


@given(st.none() | st.integers() | st.floats() | st.text() | st.binary(max_size=20))
def test_what_is_none_is_nothing(value: object) -> None:
    assert decode(value, JOB) is None
    assert decode_record(value) is None
    assert decode_digests(value) is None


@given(st.integers(0, 200))
def test_a_part_is_no_draft(length: int) -> None:
    [draft] = Drafter(DictionaryEngine(), languages.get("uk"), 1).draft([JOB])
    data = encode(replace(draft, lost=("<b>",)), JOB)
    assert len(data) > 200
    assert decode(data[:length], JOB) is None


def flipped(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]
