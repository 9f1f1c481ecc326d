"""The seal: what `to_bytes` wrote is known again, and any change to it is seen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.xliff.samples import SMALL
from translate.xliff import is_untouched, to_bytes

DATA = to_bytes(SMALL)


def test_a_file_as_written_is_untouched() -> None:
    assert is_untouched(DATA)


@given(st.integers(0, len(DATA) - 1), st.integers(1, 255))
def test_any_byte_changed_is_seen(place: int, change: int) -> None:
    changed = bytes([DATA[place] ^ change])
    assert not is_untouched(DATA[:place] + changed + DATA[place + 1 :])


def test_a_file_without_a_seal_is_not_ours() -> None:
    assert not is_untouched(b"<xliff/>")
