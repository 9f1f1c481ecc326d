"""Laws of the check `loops`; its cases are in `loops.txt`."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from translate.checks import Draft, names, run

LETTERS = st.sampled_from("абвіїaz!…-😀")
OTHERS = [name for name in names() if name != "loops"]


@given(
    unit=st.text(LETTERS, min_size=1, max_size=8),
    spaces=st.tuples(*[st.sampled_from(["", " "])] * 3),
    before=st.text(LETTERS | st.sampled_from(" 12\u00a0")),
    after=st.text(LETTERS | st.sampled_from(" 12\u00a0")),
)
@example("абвгдежз", ("", " ", ""), "Він ", ".")
def test_loops_when_letters_stand_four_times_on_end_then_finds_them(
    unit: str, spaces: tuple[str, str, str], before: str, after: str
) -> None:
    stutter = unit + "".join(space + unit for space in spaces)
    found = run(Draft("He left.", f"{before}{stutter}{after}", "en", "uk"), disabled=OTHERS)
    assert [finding.message.partition(":")[0] for finding in found] == ["letters or signs repeated"]
