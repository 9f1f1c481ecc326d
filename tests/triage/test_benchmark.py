"""The measures of the benchmark, against values of sacreBLEU 2.6.0 (chrF2) and SciPy 1.17 (Spearman)."""

from __future__ import annotations

import pytest

from benchmarks.confidence import chrf, correlation, ranks


@pytest.mark.parametrize(
    ("draft", "reference", "expected"),
    [
        ("Так.", "Так.", 100.0),
        ("Ні", "Так", 0.0),
        ("", "а", 0.0),
        ("а", "аб", 55.5556),
        ("абв", "а", 71.4286),
        ("Книги лишилися сухими", "Книжки були сухі", 20.99),
    ],
)
def test_chrf_of_a_sentence_is_that_of_sacrebleu(draft: str, reference: str, expected: float) -> None:
    assert chrf(draft, reference) == pytest.approx(expected, abs=1e-4)


def test_spearman_with_ties_is_pearson_of_mean_ranks() -> None:
    assert ranks([3.0, 1.0, 3.0, 2.0]) == [2.5, 0, 2.5, 1]
    assert correlation(ranks([1, 2, 2, 4]), ranks([1, 3, 2, 4])) == pytest.approx(0.9487, abs=1e-4)
