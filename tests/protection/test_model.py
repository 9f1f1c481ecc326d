"""The embedded model on sentences of a seed: names and figures, not fluency."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from translate import articles, engine
from translate.drafting import Draft
from translate.glossary import Glossary
from translate.pipeline import Pipeline
from translate.preparation import Settings

ROOT = Path(__file__).parents[2]

# The beginning of the source sentence, and what must stand in its target.
EXPECTED = {
    "Russian troops are murdering": r"Володимир Зеленськ|Володимира Зеленськ",
    "Today it emerged 17,000": r"17\s000.*586",
    "The mayor of Irpin": r"Мер Ірпеня.*Києв",
    "Mayor Oleksandr Markushyn": r"Олександр\w* Маркушин\w*.*Ірп",
    "Mayor Vadym Boichenko": r"Вадим\w* Бойченк\w+.*26\s.*160\s000",
    "And Ukraine has lost": r"Україна.*432\sмільярди доларів.*Юлі[їяює] Свириденко",
    "Prosecutor General Irina": r"[Гг]енеральн\w+ прокурор\w* Ірин\w+ Венедіктов",
}


@pytest.fixture(scope="module")
def drafts() -> dict[str, Draft]:
    pipeline = Pipeline(
        engine.engine_for("en", "uk", None),
        Glossary.load([ROOT / "glossaries" / "en-uk.tsv"], "en", "uk"),
        Settings("en", "uk"),
    )
    article = articles.read(ROOT / "seeds" / "mayors-kidnapped.txt")
    prepared = pipeline.prepare(article, "mayors-kidnapped.txt")
    chosen = {
        start: index
        for start in EXPECTED
        for index, own in enumerate(prepared.protected)
        if own.source.startswith(start)
    }
    own = tuple(prepared.protected[index] for index in chosen.values())
    parts = tuple(prepared.segments[index] for index in chosen.values())
    texts = tuple(part.content for part in parts)
    drafts = pipeline.draft(replace(prepared, segments=parts, texts=texts, protected=own))
    return {start: drafts[number] for number, start in enumerate(chosen)}


@pytest.mark.slow
@pytest.mark.parametrize("start", EXPECTED)
def test_names_and_figures_of_a_seed_arrive(start: str, drafts: dict[str, Draft]) -> None:
    draft = drafts[start]
    assert re.search(EXPECTED[start], draft.target.text), draft.target.text


@pytest.mark.slow
def test_what_is_not_in_a_target_is_flagged(drafts: dict[str, Draft]) -> None:
    draft = drafts["And Ukraine has lost"]
    flagged = {outcome.span.text for outcome in draft.outcomes if not outcome.settled}
    assert flagged <= {"Kyiv"}
