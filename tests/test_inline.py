from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.coded import coded, told
from translate.inline import Code, Text, concatenate, unpaired

SAMPLES = [
    "Nothing.",
    "{1}Irpin{/1} fell.{2/}",
    "{b1}{i2}both{/i2}{/b1} and {a3}one{/a3}",
    "{br1/}\nline",
    "{1}{/1}",
]


def test_parts_joined_give_the_text_back() -> None:
    for sample in SAMPLES:
        text = coded(sample)
        assert concatenate(text.parts()) == text
        assert told(text) == sample


def test_positions_are_those_of_the_text_without_codes() -> None:
    text = coded("In {1}Irpin{/1}.")
    assert text.text == "In Irpin."
    assert [(code.position, *code.key) for code in text.codes] == [(3, "1", "open"), (8, "1", "close")]


def test_texts_differ_when_a_code_has_moved() -> None:
    assert coded("{1}Irpin{/1} fell").same(coded("{1}Irpin{/1} fell"))
    assert not coded("{1}Irpin{/1} fell").same(coded("{1}Irpin fell{/1}"))


def test_unpaired_names_the_codes_without_a_partner() -> None:
    assert unpaired(coded("{/1} so {2}that{/2} is {3}it{4/}").codes) == {("1", "close"), ("3", "open")}


@given(st.lists(st.text(max_size=5), max_size=6))
def test_joining_texts_shifts_the_codes(texts: list[str]) -> None:
    pieces = [Text(text, (Code(len(text), str(index), "single"),)) for index, text in enumerate(texts)]
    joined = concatenate(pieces)
    assert joined.text == "".join(texts)
    ends = [sum(map(len, texts[: index + 1])) for index in range(len(texts))]
    assert [code.position for code in joined.codes] == ends
