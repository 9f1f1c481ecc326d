from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.coded import coded, told
from translate.articles import Article, Block
from translate.inline import Text
from translate.segments import Segment, join, segment

FIXTURE = Path(__file__).with_name("codes.txt")


def cases() -> list[list[str]]:
    lines = [line for line in FIXTURE.read_text(encoding="utf-8").splitlines() if not line.startswith(";")]
    return [block.split("\n") for block in "\n".join(lines).strip().split("\n\n")]


def article(text: Text) -> Article:
    return Article(Path("a.html"), "html", "utf-8", b"", (Block(text.text, codes=text.codes),), ("", ""), "")


def shown(part: Segment) -> str:
    before, after = (told(Text("", tuple(c.at(0) for c in codes))) for codes in (part.before, part.after))
    return f"[{before}] {told(part.content)} [{after}]"


@pytest.mark.parametrize("case", cases(), ids=lambda case: case[0])
def test_codes_at_the_edges_are_kept_from_the_reviewer(case: list[str]) -> None:
    assert [shown(part) for part in segment(article(coded(case[0])), "en")] == case[1:]


@given(
    st.lists(
        st.sampled_from(
            ["One.", " ", "Two", "{1}", "{/1}", "{2}", "{/2}", "{3/}", "{4/}", "He said so. ", "\n", "“So!” "]
        )
        | st.sampled_from(["{p5}", "{/p5}"]),
        max_size=14,
    )
)
def test_joining_segments_gives_text_and_codes_back(pieces: list[str]) -> None:
    once = [piece for i, piece in enumerate(pieces) if not piece.startswith("{") or piece not in pieces[:i]]
    text = coded("".join(once))
    if not text.text.strip():
        return
    joined = join(segment(article(text), "en"))
    assert told(joined) == told(text)


def test_a_target_takes_the_place_of_its_segment() -> None:
    parts = segment(article(coded("{b1}One.{/b1} Two.")), "en")
    assert told(join(parts, {"1-2": Text("Два.")})) == "{b1}One.{/b1} Два."
