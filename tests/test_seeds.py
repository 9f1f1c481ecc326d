"""The main job on the sample articles, with the embedded model and the real glossary, as a user runs it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests import schemas
from tests.cli.commands import call
from tests.returned import Plain, units
from tests.validate import faults
from translate import articles, segments
from translate.checks.words import occurrences
from translate.figures import recognise, unmatched
from translate.glossary import Glossary

ROOT = Path(__file__).parents[1]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run the README's main command in a copy of what it needs; return the output folder."""
    place = tmp_path_factory.mktemp("clone")
    for folder in ("seeds", "glossaries"):
        shutil.copytree(ROOT / folder, place / folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        outcome = call("run", "--to", "uk")
    assert outcome.code == 0, outcome.err
    return place / "out"


def drafted(drafts: Path, seed: Path) -> list[Plain]:
    return units(drafts / f"{seed.name}.uk.xlf")


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_every_draft_is_valid_strict_xliff(drafts: Path, seed: Path) -> None:
    if not schemas.STRICT.is_file():
        pytest.skip("the OASIS schemas are not beside the repository (../shared/xliff/xsd)")
    assert faults(drafts / f"{seed.name}.uk.xlf", schemas.load(schemas.STRICT)) == []


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_every_sentence_of_the_article_has_a_draft(drafts: Path, seed: Path) -> None:
    sources = [segment.source for segment in segments.segment(articles.read(seed), "en")]
    assert [unit.source for unit in drafted(drafts, seed)] == sources
    assert all(unit.target.strip() for unit in drafted(drafts, seed))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_no_figure_is_wrong_without_a_flag(drafts: Path, seed: Path) -> None:
    for unit in drafted(drafts, seed):
        if not unit.flagged:
            assert unmatched(recognise(unit.source, "en"), recognise(unit.target, "uk")) == ([], []), unit


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_no_forbidden_target_stands_in_a_draft(drafts: Path, seed: Path) -> None:
    glossary = Glossary.load([ROOT / "glossaries" / "en-uk.tsv"], "en", "uk")
    forbidden = {target for term in glossary.terms for target in term.forbidden}
    for unit in drafted(drafts, seed):
        assert not occurrences(unit.target, forbidden), unit
