"""The five figures of a draft, worked out by hand."""

from __future__ import annotations

import pytest

from tests.triage.drafts import SOURCE, TARGET, settled
from translate.protection import Settled
from translate.protection.rivals import disagreement
from translate.triage import Features, measure


def test_figures_of_a_plain_draft_are_those_worked_out_by_hand() -> None:
    # 44 characters in 11 tokens, longer than the source, each token translated once.
    assert (len(SOURCE), len(TARGET)) == (40, 44)
    assert measure(SOURCE, settled(probability=-0.4, pieces=11, disagreement=0.25)) == Features(
        probability=-0.4, tokens=4.0, length=0.0, coverage=0.0, agreement=-0.25
    )


def test_length_of_a_draft_of_half_the_source_is_negative() -> None:
    # ln((15 + 10) / (40 + 10)) = ln 0.5
    assert measure("x" * 40, settled("ї" * 15)).length == pytest.approx(-0.693, abs=1e-3)


def test_coverage_when_three_tokens_are_drawn_from_one_is_negative() -> None:
    # The first source token gets 3, that is 1.5 beyond its share, the other two nothing: -1.5 / 3.
    attention = [[1.0, 0.0, 0.0]] * 3
    assert measure(SOURCE, settled(pieces=3, attention=attention)).coverage == pytest.approx(-0.5)


def test_figures_of_an_engine_that_gives_none_are_unknown() -> None:
    assert measure("Yes.", Settled("Так.", (), 0.0)) == Features(None, None, 0.0, None, None)
    assert measure("Yes.", settled("Так.", pieces=0, attention=[])).coverage is None


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([], None),
        (["Так."], None),
        (["Так.", "Так."], 0.0),
        (["абвг", "абвг", "абвґ"], 0.125),  # one letter out and one in, of eight; the mean with 0
        (["аб", "вг"], 1.0),
        (["", "аб"], 1.0),
    ],
)
def test_disagreement_is_the_share_that_rivals_write_otherwise(
    texts: list[str], expected: float | None
) -> None:
    assert disagreement(texts) == expected
