"""The codes of a reviewer's target: what was lost, doubled, added or crossed."""

from __future__ import annotations

import pytest

from tests.coded import coded, told
from translate.reconcile import reconciled
from translate.segments import Segment

TABLE = [
    ("{b1}Kyiv{/b1} and {2/}", "{b1}Київ{/b1} і {2/}", "{b1}Київ{/b1} і {2/}", []),
    (
        "{b1}Kyiv{/b1} is free",
        "Київ вільний",
        "Київ вільний",
        ["the inline codes {b1} around a text were lost"],
    ),
    (
        "See {img1/} here",
        "Дивіться тут",
        "Дивіться тут{img1/}",
        ["the inline code {img1/} was lost and stands at the end now"],
    ),
    (
        "so. And then{/i1} he left",
        "І він пішов",
        "І він пішов{/i1}",
        ["the inline code {/i1} was lost and stands at the end now"],
    ),
    ("See {1/}", "{1/}Див. {1/}", "{1/}Див. ", [
        "the inline code {1/} came back twice; the second was left out",
    ]),
    ("Kyiv", "{b9}Київ{/b9}", "Київ", [
        "the inline code {b9} is not in the source and was left out",
        "the inline code {/b9} is not in the source and was left out",
    ]),
    ("{b1}A{/b1} {i2}B{/i2}", "{b1}А {i2}Б{/b1} {/i2}", "А {i2}Б {/i2}", [
        "the inline code {/b1} closes before it opens, or crosses another",
        "the inline codes {b1} around a text were lost",
    ]),
    ("A{br1/}\nB", "А{br1/}Б", "А{br1/}\nБ", []),
]  # fmt: skip


@pytest.mark.parametrize(("source", "target", "expected", "problems"), TABLE, ids=lambda case: str(case)[:30])
def test_codes_of_a_reviewed_target(source: str, target: str, expected: str, problems: list[str]) -> None:
    text = coded(source)
    merged, told_problems = reconciled(Segment("1-1", 1, text.text, codes=text.codes), coded(target))
    assert told(merged) == expected
    assert told_problems == problems
