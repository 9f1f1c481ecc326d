"""Blocks and their kinds; each case is a text and the blocks as `kind: text`, line breaks as ⏎."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.articles.layout import blocks_and_skeleton


def _blocks(text: str) -> list[str]:
    blocks, _ = blocks_and_skeleton(text)
    return [f"{block.kind}: {block.text}".replace("\n", "⏎") for block in blocks]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("Town is free\n\nIt rained.", ["headline: Town is free", "paragraph: It rained."]),
        ("The town is free.\nIt rained", ["paragraph: The town is free.", "paragraph: It rained"]),
        ("Is it free?\n", ["paragraph: Is it free?"]),
        ("“The town is free.”\n", ["paragraph: “The town is free.”"]),
        ("It rained.\nA VISITOR FROM BOSTON\n", ["paragraph: It rained.", "headline: A VISITOR FROM BOSTON"]),
        ("It rained.\nЛЬВІВ І КИЇВ\n", ["paragraph: It rained.", "headline: ЛЬВІВ І КИЇВ"]),
        ("It rained.\nUN\n", ["paragraph: It rained.", "paragraph: UN"]),
        ("word " * 40, ["paragraph: " + ("word " * 40).strip()]),
        ("- One\n* Two\n• Three\n", ["list: One", "list: Two", "list: Three"]),
        ("1. One\n2) Two\n(a) Three\n(iv) Four\nb) Five\n",
         ["list: One", "list: Two", "list: Three", "list: Four", "list: Five"]),
        ("J. Smith spoke.\n", ["paragraph: J. Smith spoke."]),
        ("2014. That year.\n", ["paragraph: 2014. That year."]),
        ("1.5 million people left.\n", ["paragraph: 1.5 million people left."]),
        ("-5 degrees were measured.\n", ["paragraph: -5 degrees were measured."]),
        ("\ufeff\u200b Kyiv stands. \u200b\n", ["paragraph: Kyiv stands."]),
    ],
)  # fmt: skip
def test_lines_become_blocks_of_a_kind(text: str, blocks: list[str]) -> None:
    assert _blocks(text) == blocks


def test_a_list_marker_is_skeleton() -> None:
    _, skeleton = blocks_and_skeleton("  1. One\n  • Two\n")
    assert skeleton == ("  1. ", "\n  • ", "\n")


def test_hard_wrapped_paragraphs_are_one_block_each() -> None:
    text = """\
FLOOD IN THE VALLEY

The river rose during the night and by the morning the lower
streets of the town were under water, so that the people who
lived there had to leave by boat. Nobody was hurt.

The mayor said that the dam had held and that it would be kept
under watch until the rain stops.
"""
    assert _blocks(text) == [
        "headline: FLOOD IN THE VALLEY",
        "paragraph: The river rose during the night and by the morning the lower⏎streets of the town were "
        "under water, so that the people who⏎lived there had to leave by boat. Nobody was hurt.",
        "paragraph: The mayor said that the dam had held and that it would be kept⏎"
        "under watch until the rain stops.",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        # Sentences of like length, each a paragraph.
        "The river rose during the whole of Monday night.\n"
        "The lower streets are under water this morning.\n"
        "The people who lived there had to leave by boat.",
        # Names in a column.
        "Ministry of Infrastructure of the Republic\nMinistry of Foreign Affairs of the Republic\n"
        "Ministry of Internal Affairs of the Republic",
        # A poem: the next word would have fitted.
        "the river rose during the night and\nthe lower streets\n"
        "were under water in the morning so that they left",
        # Too wide to be wrapped by hand or by a mail program.
        "\n".join(["word " * 30 + "end"] * 3),
        # Too narrow.
        "the river rose\nduring nights\nof the autumn",
        # A list.
        "- the river rose during the night and by the morning\n"
        "- the lower streets of the town were under water and\n"
        "- the people who lived there had to leave by boat",
        # Two lines in a file that is not wrapped elsewhere.
        "the river rose during the night and by the morning the lower\nstreets of the town were under water",
    ],
)
def test_lines_that_are_no_wrapped_paragraph_stay_apart(lines: str) -> None:
    assert len(_blocks(lines)) == lines.count("\n") + 1


def test_lines_of_an_article_with_a_paragraph_per_line_stay_apart() -> None:
    text = (
        "He said: “They are kidnapping the mayors of our cities, and they killed some of them this week.\n"
        "“We have already found some of them and they are dead.”\n"
        "The claim comes amid fears that troops are resorting to deliberately targeting civilians in towns.\n"
    )
    assert len(_blocks(text)) == 3


@given(st.text())
def test_skeleton_and_blocks_in_turn_give_the_text_back(text: str) -> None:
    blocks, skeleton = blocks_and_skeleton(text)
    assert len(skeleton) == len(blocks) + 1
    after = [block.text + part for block, part in zip(blocks, skeleton[1:], strict=True)]
    assert "".join([skeleton[0], *after]) == text
    assert all(block.text == block.text.strip() != "" for block in blocks)


@pytest.mark.parametrize("unit", ["-", " ", "a\n", "\r", "* ", "1. ", "((", "x"])
def test_a_hostile_text_takes_linear_time(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit)) + "x"
        start = time.process_time()
        blocks_and_skeleton(text)
        return time.process_time() - start

    seconds(1000)
    small, large = seconds(30_000), seconds(240_000)
    assert large < 24 * max(small, 0.02)
