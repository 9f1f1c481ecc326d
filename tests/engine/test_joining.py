"""Drafts of parts joined as if the text had been drafted whole."""

from __future__ import annotations

import pytest

from translate.engine.joining import join
from translate.engine.model import Hypothesis


def plain(*texts: str) -> list[Hypothesis]:
    return [Hypothesis(text, -0.1 * (rank + 1)) for rank, text in enumerate(texts)]


def aligned(text: str, source: str) -> Hypothesis:
    """Align word by word."""

    def spans(words: str) -> tuple[tuple[int, int], ...]:
        starts = [i for i, c in enumerate(words) if c != " " and (i == 0 or words[i - 1] == " ")]
        return tuple((start, start + len(words[start:].split(" ")[0])) for start in starts)

    a, b = spans(source), spans(text)
    rows = tuple(tuple(1.0 if i == j else 0.0 for j in range(len(a))) for i in range(len(b)))
    return Hypothesis(text, -0.5, a, b, rows)


TABLE = [
    (["He left; ", "she stayed."], ["Він пішов.", "вона залишилася."], "Він пішов; вона залишилася."),
    (
        ["He left, ", "but she stayed."],
        ["Він пішов.", "але вона залишилася."],
        "Він пішов, але вона залишилася.",
    ),
    (["He left ", "because it rained."], ["Він пішов.", "бо йшов дощ."], "Він пішов бо йшов дощ."),
    (["He left — ", "late."], ["Він пішов.", "пізно."], "Він пішов — пізно."),
    (["Is it so? ", "yes."], ["Чи так?", "так."], "Чи так? так."),
    (["He said... ", "so."], ["Він сказав...", "так."], "Він сказав... так."),
    (["aaaa", "aaaa"], ["бб", "бб"], "бббб"),
]


@pytest.mark.parametrize(("parts", "drafts", "expected"), TABLE)
def test_join_keeps_the_punctuation_and_space_of_the_source(
    parts: list[str], drafts: list[str], expected: str
) -> None:
    assert join(parts, [plain(draft) for draft in drafts])[0].text == expected


def test_join_when_lists_differ_in_length_goes_rank_by_rank() -> None:
    joined = join(["a ", "b"], [plain("А1", "А2", "А3"), plain("Б1", "Б2")])
    assert [h.text for h in joined] == ["А1 Б1", "А2 Б2", "А3 Б2"]


def test_join_shifts_offsets_and_puts_attention_in_blocks() -> None:
    whole = join(["one two, ", "ten"], [[aligned("один два.", "one two,")], [aligned("десять", "ten")]])[0]
    assert whole.text == "один два, десять"
    assert [whole.text[a:b] for a, b in whole.target_pieces] == ["один", "два,", "десять"]
    assert ["one two, ten"[a:b] for a, b in whole.source_pieces] == ["one", "two,", "ten"]
    assert whole.attention == ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


def test_join_lowers_a_capital_after_a_cut_only_where_the_source_word_is_small() -> None:
    first = [aligned("Він знав,", "He knew,")]
    small = join(["He knew, ", "where it was"], [first, [aligned("Де це було", "where it was")]])[0]
    name = join(["He knew, ", "that Kyiv"], [first, [_looking_at(aligned("Київ що", "that Kyiv"), 1)]])[0]
    assert small.text == "Він знав, де це було"
    assert name.text == "Він знав, Київ що"


def _looking_at(hypothesis: Hypothesis, piece: int) -> Hypothesis:
    row = tuple(1.0 if i == piece else 0.0 for i in range(len(hypothesis.source_pieces)))
    return Hypothesis(
        hypothesis.text,
        -0.5,
        hypothesis.source_pieces,
        hypothesis.target_pieces,
        (row, *hypothesis.attention[1:]),
    )


def test_join_when_a_part_never_ended_says_so() -> None:
    unfinished = [Hypothesis("b", -3.0, complete=False)]
    assert not join(["a ", "b"], [plain("А"), unfinished])[0].complete
