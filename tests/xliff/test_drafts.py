"""The packed drafts: what was packed comes out, whatever else is given comes to nothing."""

from __future__ import annotations

import base64
import json
import time
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.xliff.samples import CODED, coded
from tests.xliff.texts import texts
from translate.inline import Code, Text
from translate.xliff import Unit
from translate.xliff.drafts import pack, unpack
from translate.xliff.inlinexml import written


def packed(value: object) -> str:
    return base64.b64encode(zlib.compress(json.dumps(value).encode())).decode()


def bare(text: Text) -> Text:
    """The text as drafts know it: codes without type and appearance."""
    return Text(text.text, tuple(Code(code.position, code.id, code.kind) for code in text.codes))


@given(st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=3), st.tuples(texts(), texts())))
def test_unpacking_gives_what_was_packed(pairs: dict[str, tuple[Text, Text]]) -> None:
    units = [_unit(id_, source, target) for id_, (source, target) in pairs.items()]
    assert unpack(pack(units)) == {unit.id: bare(written(unit)[1]) for unit in units}


def _unit(id_: str, source: Text, target: Text) -> Unit:
    return Unit(id_, "", source.text, target.text, "draft", "", source.codes, target.codes)


def test_pack_gives_the_form_that_is_documented() -> None:
    units = [unit for group in CODED.groups for unit in group.units]
    line = pack([units[0], units[5]])
    assert json.loads(zlib.decompress(base64.b64decode(line))) == {
        "1-1": [
            "Відкрито Ірпінь",
            [[0, "1", "open"], [9, "2", "open"], [15, "2", "close"], [15, "1", "close"], [15, "3", "single"]],
        ],
        "2-3": "Без коду.",
    }


def test_unpack_when_a_tool_has_broken_the_line_then_it_is_read_all_the_same() -> None:
    line = pack([coded("1-1", Text("One."), Text("Один."))])
    assert unpack(f"\n  {line[:20]}\n  {line[20:]}\n") == {"1-1": Text("Один.")}


@pytest.mark.parametrize(
    "line",
    [
        "",
        "nonsense!",
        "AAAA",
        "їжак",
        packed({"1-1": "Один."})[:-8],
        base64.b64encode(zlib.compress(b"no JSON")).decode(),
        base64.b64encode(zlib.compress(b"\xff")).decode(),
        base64.b64encode(zlib.compress(b"[" * 1_000_000)).decode(),
        packed(["Один."]),
        packed({"1-1": 1}),
        packed({"1-1": None}),
        packed({"1-1": ["Один."]}),
        packed({"1-1": ["Один.", [[0, "1"]]]}),
        packed({"1-1": ["Один.", [[0, "1", "shut"]]]}),
        packed({"1-1": ["Один.", [[0, "1", []]]]}),
        packed({"1-1": ["Один.", [["0", "1", "open"]]]}),
        packed({"1-1": ["Один.", [[6, "1", "open"]]]}),
        packed({"1-1": ["Один.", [[-1, "1", "open"]]]}),
    ],
)
def test_unpack_of_anything_else_gives_nothing(line: str) -> None:
    assert unpack(line) is None


def test_unpack_of_a_bomb_stops_at_the_limit() -> None:
    bomb = base64.b64encode(zlib.compress(b'{"1-1": "' + b"a" * 50_000_000 + b'"}')).decode()
    start = time.process_time()
    assert unpack(bomb, limit=1_000_000) is None
    assert time.process_time() - start < 1
