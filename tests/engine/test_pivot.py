"""Two engines in a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from translate.engine import ArgosEngine, EngineOptions, Hypothesis, PivotEngine, read_package


@dataclass
class Dictionary:
    """An engine made of a dictionary."""

    entries: dict[str, list[tuple[str, float]]]
    signature: str = "dictionary"
    annotation: tuple[str, str, str] | None = ("｟", "￨", "｠")
    asked: list[str] = field(default_factory=list)

    def draft(
        self,
        texts: Sequence[str],
        *,
        hypotheses: int = 1,
        part_tokens: int | None = None,
        avoid: Sequence[Sequence[str]] | None = None,
        progress: Callable[[int], None] | None = None,
    ) -> list[list[Hypothesis]]:
        self.asked += texts
        if progress:
            progress(len(texts))
        return [[Hypothesis(t, s) for t, s in self.entries[text][:hypotheses]] for text in texts]


def test_pivot_adds_scores_and_keeps_the_best_of_all_ways() -> None:
    first = Dictionary({"Haus": [("house", -0.1), ("home", -0.3)]})
    second = Dictionary(
        {"house": [("будинок", -0.5), ("хата", -0.6)], "home": [("дім", -0.1), ("хата", -0.2)]}
    )
    [best] = PivotEngine(first, second).draft(["Haus"], hypotheses=2)
    assert [(h.text, round(h.score, 3)) for h in best] == [("дім", -0.4), ("хата", -0.5)]


def test_pivot_drafts_each_middle_text_once_and_gives_no_alignment() -> None:
    first = Dictionary({"a": [("m", -0.1)], "b": [("m", -0.2)]})
    second = Dictionary({"m": [("ц", -0.1)]})
    pivot = PivotEngine(first, second)
    assert [best[0].text for best in pivot.draft(["a", "b"])] == ["ц", "ц"]
    assert second.asked == ["m"]
    assert pivot.annotation is None
    assert pivot.signature == "dictionary > dictionary"


def test_pivot_reports_progress_up_to_the_number_of_texts() -> None:
    seen: list[int] = []
    first = Dictionary({"a": [("m", 0.0)], "b": [("n", 0.0)], "c": [("n", 0.0)]})
    second = Dictionary({"m": [("ц", 0.0)], "n": [("ш", 0.0)]})
    PivotEngine(first, second).draft(["a", "b", "c"], progress=seen.append)
    assert seen == [1, 3]


def test_pivot_of_packages_runs(bpe_folder: Path, sentencepiece_folder: Path) -> None:
    first, second = (
        ArgosEngine(read_package(f), EngineOptions(threads=1)) for f in (bpe_folder, sentencepiece_folder)
    )
    assert PivotEngine(first, second).draft(["Мер пішов."])[0][0].text == "місто"
