"""The seal: what `to_bytes` wrote is known again, and any change to it is seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.xliff.samples import SMALL
from translate.xliff import is_untouched, to_bytes

DATA = to_bytes(SMALL)
DATA_2 = to_bytes(SMALL, "2.0")


@pytest.mark.parametrize("data", [DATA, DATA_2], ids=["1.2", "2.0"])
def test_a_file_as_written_is_untouched(data: bytes) -> None:
    assert is_untouched(data)


@given(st.integers(0, len(DATA) - 1), st.integers(1, 255))
def test_any_byte_changed_is_seen(place: int, change: int) -> None:
    changed = bytes([DATA[place] ^ change])
    assert not is_untouched(DATA[:place] + changed + DATA[place + 1 :])


@given(st.integers(0, len(DATA_2) - 1), st.integers(1, 255))
def test_any_byte_changed_in_xliff_2_is_seen(place: int, change: int) -> None:
    changed = bytes([DATA_2[place] ^ change])
    assert not is_untouched(DATA_2[:place] + changed + DATA_2[place + 1 :])


@pytest.mark.parametrize(
    "data",
    [b"<xliff/>", DATA.replace(b"translate:seal", b"somebody:seal"), DATA.replace(b"<note", b"<x:note")],
)
def test_a_file_without_a_seal_is_not_ours(data: bytes) -> None:
    assert not is_untouched(data)
