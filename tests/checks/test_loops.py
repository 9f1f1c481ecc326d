"""Laws of the check `loops`; its cases are in `loops.txt`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.checks import Draft, names, run

OTHERS = [name for name in names() if name != "loops"]


@pytest.mark.parametrize("letters", ["абвіїaz!…-", "абвіїaz!…-😀"], ids=["of one code page", "of any"])
@given(data=st.data())
def test_loops_when_letters_stand_four_times_on_end_then_finds_them(
    letters: str, data: st.DataObject
) -> None:
    around = st.text(letters + " 12\u00a0")
    unit = data.draw(st.text(letters, min_size=1, max_size=8))
    spaces = data.draw(st.tuples(*[st.sampled_from(["", " "])] * 3))
    stutter = unit + "".join(space + unit for space in spaces)
    target = f"{data.draw(around)}{stutter}{data.draw(around)}"
    found = run(Draft("He left.", target, "en", "uk"), disabled=OTHERS)
    assert [finding.message.partition(":")[0] for finding in found] == ["letters or signs repeated"]


@pytest.mark.parametrize("size", range(1, 9))
def test_loops_when_a_stutter_stands_in_a_sentence_then_finds_it(size: int) -> None:
    stutter = "хитрощі!"[:size] * 4
    (found,) = run(Draft("He left.", f"Він пішов {stutter} геть.", "en", "uk"), disabled=OTHERS)
    assert found.message == f"letters or signs repeated: “{stutter}”"
    assert found.target == (10, 10 + 4 * size)
