"""The review list: its order, its columns, and texts that would break a table or run in a spreadsheet."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.checks import Finding
from translate.triage import Confidence, Triaged, article_rows, review_list
from translate.triage.review import COLUMNS

OUT = Path("out")
GOLDEN = Path(__file__).with_name("review.tsv")

TEXTS = st.text(alphabet='aї=+-@＝"\t\n\r\x1f\x85\u2028\x00,; ', max_size=12)


def unit(number: str, source: str, target: str, score: int, *findings: Finding) -> Triaged:
    band = "high" if score >= 65 else "medium" if score >= 25 else "low"
    return Triaged(number, source, target, Confidence(score, band), findings)  # type: ignore[arg-type]


def example() -> str:
    units = [
        unit("1-1", "The books stayed dry", "Книги лишилися сухими", 88),
        unit("2-1", "“Who counts?”\nShe did.", "«Хто рахує?»\tВона.", 31),
        unit("2-2", "=1+1 is\r\n2", "=1+1 – це 2", 70),
        unit(
            "3-1",
            "It cost $5m.",
            "Це коштувало 5.",
            64,
            Finding("length", "warning", "target is too short"),
            Finding("figures", "error", "figure missing: $5m"),
        ),
    ]
    other = [
        unit(
            "1-1", '"Dry" books', '"Сухі" книги', 31, Finding("quotes", "warning", "straight quotation marks")
        ),
        unit("1-2", "- first", "- перше", 4),
        unit("2-1", "No. 10", "№ 12", 2, Finding("figures", "error", "figure missing: 10 (“No. 10”)")),
    ]
    news = article_rows(OUT / "news" / "brief.txt.uk.xlf", "news/brief.txt", units, OUT)
    return review_list([*news, *article_rows(OUT / "=a.md.uk.xlf", "=a.md", other, OUT)])


def test_review_list_of_two_articles_is_the_golden_one() -> None:
    assert example() == GOLDEN.read_text(encoding="utf-8")


def test_review_list_without_rows_is_its_header() -> None:
    assert review_list([]) == "\t".join(COLUMNS) + "\n"


def test_file_when_the_list_lies_elsewhere_is_told_from_there() -> None:
    (row,) = article_rows(Path("out/a.txt.uk.xlf"), "a.txt", [unit("1-1", "", "", 0)], Path("lists/today"))
    assert row.file == "../../out/a.txt.uk.xlf"


@given(st.lists(st.tuples(TEXTS, TEXTS, st.integers(0, 100)), max_size=5))
def test_every_row_is_one_line_of_cells_that_are_no_formula(units: list[tuple[str, str, int]]) -> None:
    rows = article_rows(
        OUT / "a.xlf", "a", [unit(str(n), s, t, score) for n, (s, t, score) in enumerate(units)], OUT
    )
    lines = review_list(rows).splitlines()
    table = list(csv.reader(lines, dialect="excel-tab", strict=True))
    assert len(lines) == len(table) == len(units) + 1
    for cells in table:
        assert len(cells) == len(COLUMNS)
        assert not any(cell.startswith(tuple("=+-@＝＋－＠\t\r\n ")) for cell in cells)


@pytest.mark.parametrize("scores", [[50, 50, 50], [3, 9, 3, 9]])
def test_rows_of_one_score_keep_their_order(scores: list[int]) -> None:
    units = [unit(str(number), "", "", score) for number, score in enumerate(scores)]
    listed = review_list(article_rows(OUT / "a.xlf", "a", units, OUT)).splitlines()[1:]
    expected = sorted(range(len(scores)), key=lambda number: scores[number])
    assert [int(line.split("\t")[2]) for line in listed] == expected
