"""Findings, terms and figures that overlap become stretches that do not."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.samples import MAYOR, unit
from translate.checks import Finding, Place
from translate.inline import Code, Text
from translate.report.marks import Mark, marks, pieces
from translate.report.model import UnitReport

TEXT = "abcdefghij"


def _with(*findings: tuple[str, Place]) -> UnitReport:
    return unit(
        TEXT, "", "1", "", *(Finding("x", severity, "", source=place) for severity, place in findings)
    )


def _shown(report: UnitReport, side: Literal["source", "target"] = "source") -> str:
    """Draw a text with its marks as `[text|kinds|findings]`."""
    text = report.source if side == "source" else report.target
    return "".join(
        piece.text
        if piece.mark is None
        else f"[{piece.text}|{' '.join(piece.mark.kinds)}|{','.join(map(str, piece.mark.findings))}]"
        for piece in pieces(text, marks(report, side), len(text.text))
    )


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ([], "abcdefghij"),
        ([("error", (2, 4))], "ab[cd|error|0]efghij"),
        ([("warning", (0, 10))], "[abcdefghij|warning|0]"),
        # Overlapping: the worse severity colours the stretch, both findings are there.
        ([("warning", (0, 4)), ("error", (2, 6))], "[ab|warning|0][cd|error|0,1][ef|error|1]ghij"),
        # One inside the other.
        ([("info", (0, 6)), ("warning", (2, 4))], "[ab|info|0][cd|warning|0,1][ef|info|0]ghij"),
        # Side by side, and twice the same place.
        ([("info", (0, 2)), ("info", (2, 4)), ("info", (2, 4))], "[ab|info|0][cd|info|1,2]efghij"),
        # Empty places and places outside of the text cannot be drawn.
        ([("error", (3, 3)), ("error", (8, 11)), ("error", (-1, 2))], "abcdefghij"),
    ],
)
def test_findings_are_marked_in_place(findings: list[tuple[str, Place]], expected: str) -> None:
    assert _shown(_with(*findings)) == expected


def test_terms_and_figures_are_marked_in_both_texts() -> None:
    assert _shown(MAYOR) == "The [<b>|code|]mayor of [Irpin|term|] paid [$5 million|error figure lost|0]."
    assert _shown(MAYOR, "target") == "Мер [Ірпеня|term|] заплатив 3 мільйони доларів 🎉 [a|error|1]."


def test_codes_inside_a_mark_cut_it() -> None:
    report = _with(("error", (2, 6)))
    codes = (Code(4, "1", "open", shown="<b>"), Code(4, "1", "close", shown="</b>"), Code(10, "2", "single"))
    report = replace(report, source=Text(TEXT, codes))
    assert _shown(report) == "ab[cd|error|0][<b>|code|][</b>|code|][ef|error|0]ghij[·|code|]"


def test_a_long_text_is_cut() -> None:
    report = _with(("error", (2, 6)), ("error", (8, 9)))
    assert [piece.text for piece in pieces(report.source, marks(report, "source"), 4)] == ["ab", "cd"]


_PLACES = st.tuples(st.integers(0, 10), st.integers(0, 10))


@given(st.lists(st.tuples(st.sampled_from(["error", "warning", "info"]), _PLACES), max_size=8))
def test_pieces_together_are_the_text_and_marks_do_not_overlap(findings: list[tuple[str, Place]]) -> None:
    report = _with(*findings)
    found: tuple[Mark, ...] = marks(report, "source")
    assert "".join(piece.text for piece in pieces(report.source, found, len(TEXT))) == TEXT
    assert all(one.end <= other.start for one, other in pairwise(found))
    for place in range(len(TEXT)):
        covering = {n for n, (_, (start, end)) in enumerate(findings) if start <= place < end}
        drawn = {n for mark in found if mark.start <= place < mark.end for n in mark.findings}
        assert drawn == covering
