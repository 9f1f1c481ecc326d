"""The whole circle on the sample articles: run, review, merge, learn, run again, with the embedded model."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.cli.commands import call
from translate import xliff

ROOT = Path(__file__).parents[1]
SEEDS = sorted(path.name for path in (ROOT / "seeds").glob("*.txt"))
MAYORS = "mayors-kidnapped.txt"
NEWS = "Oleksandr Markushyn returned to Irpin on 5 May.\n\nThey killed some of them.\n"

pytestmark = pytest.mark.slow


def review(file: Path, *changes: tuple[str, str]) -> None:
    """Approve every unit of a draft as a CAT tool does, and replace text in its targets."""
    text = file.read_text(encoding="utf-8")
    text = re.sub(r' state="[^"]*"', ' state="translated"', text)
    for old, new in changes:
        text, count = re.subn(f"(<target[^>]*>[^<]*){old}", rf"\g<1>{new}", text)
        assert count, old
    file.write_text(text, encoding="utf-8")


def states(file: Path) -> set[tuple[str, str, bool]]:
    [returned] = xliff.read(file)
    return {(unit.state, unit.qualifier, unit.approved) for unit in returned.units}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Draft the sample articles, review them whole, merge and learn; return the folder of the project."""
    place = tmp_path_factory.mktemp("project")
    for folder in ("seeds", "glossaries"):
        shutil.copytree(ROOT / folder, place / folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        assert call("run", "--to", "uk", "--quiet").code == 0
        drafts = sorted((place / "out").glob("*.xlf"))
        for draft in drafts:
            review(draft, *([("Маркушин", "Маркушін")] if draft.name.startswith(MAYORS) else []))
        assert call("merge", *drafts, "--quiet").code in (0, 1)
        assert call("learn", *drafts, "--quiet").code == 0
    return place


def test_the_articles_on_disk_have_the_reviewed_text(project: Path) -> None:
    for name in SEEDS:
        [returned] = xliff.read(project / "out" / f"{name}.uk.xlf")
        article = (project / "out" / "uk" / name).read_text(encoding="utf-8")
        for unit in returned.units:
            assert unit.target is not None
            assert unit.target.text in article
        source = (project / "seeds" / name).read_text(encoding="utf-8")
        assert article.count("\n") == source.count("\n")
    assert "Маркушін" in (project / "out" / "uk" / MAYORS).read_text(encoding="utf-8")


def test_the_renamed_term_waits_for_a_person(project: Path) -> None:
    rows = (project / "glossaries" / "en-uk.proposed.tsv").read_text(encoding="utf-8").splitlines()
    proposed = [row.split("\t") for row in rows if row and not row.startswith("#")]
    assert [row[:2] for row in proposed] == [["Oleksandr Markushyn", "Олександр Маркушін"]]
    assert proposed[0][9].startswith("glossary: Олександр Маркушин (en-uk.tsv:")


def test_learning_again_changes_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    proposals = (project / "glossaries" / "en-uk.proposed.tsv").read_bytes()
    outcome = call("learn", *sorted((project / "out").glob("*.xlf")), "--json")
    assert {(each["new"], each["changed"]) for each in json.loads(outcome.out)["files"]} == {(0, 0)}
    assert (project / "glossaries" / "en-uk.proposed.tsv").read_bytes() == proposals


def test_a_second_run_keeps_the_reviewers_files(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    outcome = call("run", "--to", "uk", "--json")
    assert {each["status"] for each in json.loads(outcome.out)["articles"]} == {"kept"}


def test_a_run_elsewhere_drafts_only_what_is_new(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    (project / "news").mkdir()
    for name in SEEDS:
        shutil.copy(project / "seeds" / name, project / "news" / name)
    (project / "news" / "new.txt").write_text(NEWS, encoding="utf-8")
    outcome = call("run", "news", "--to", "uk", "--out", "again", "--json")
    articles = json.loads(outcome.out)["articles"]
    new = [each["segments"] - each["from_memory"] for each in articles]
    assert dict(zip((Path(each["article"]).name for each in articles), new, strict=True)) == {
        name: 1 if name == "new.txt" else 0 for name in sorted([*SEEDS, "new.txt"])
    }
    for name in SEEDS:
        assert states(project / "again" / f"{name}.uk.xlf") == {("final", "leveraged-tm", True)}
    [returned] = xliff.read(project / "again" / "new.txt.uk.xlf")
    assert [unit.qualifier for unit in returned.units] == ["mt-suggestion", "exact-match"]
    assert call("merge", *sorted((project / "again").glob("*.xlf")), "--out", "again", "-q").code in (0, 1)
    for name in SEEDS:
        assert (project / "again" / "uk" / name).read_bytes() == (project / "out" / "uk" / name).read_bytes()


def test_the_accepted_name_stands_in_the_next_draft(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    (project / "news").mkdir(exist_ok=True)
    (project / "news" / "new.txt").write_text(NEWS, encoding="utf-8")
    outcome = call("glossary", "accept", "Oleksandr Markushyn", "--replace")
    assert outcome.code == 0, outcome.err
    assert call("run", "news/new.txt", "--to", "uk", "--out", "third", "-q").code == 0
    [returned] = xliff.read(project / "third" / "new.txt.uk.xlf")
    first = returned.units[0].target
    assert first is not None
    assert "Олександр Маркушін" in first.text
    assert call("run", "seeds", "--to", "uk", "--out", "fourth", "-q").code == 0
    [returned] = xliff.read(project / "fourth" / f"{MAYORS}.uk.xlf")
    assert {unit.approved for unit in returned.units} == {True}


def test_approval_ends_where_the_glossary_wants_another_name(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    rows = (project / "glossaries" / "en-uk.tsv").read_text(encoding="utf-8")
    (project / "new.tsv").write_text(rows.replace("\tСергій Удод\t", "\tСергій Удодов\t"), encoding="utf-8")
    outcome = call("run", "seeds", "--to", "uk", "--out", "fifth", "--glossary", "new.tsv", "-q")
    assert outcome.code == 0, outcome.err
    [returned] = xliff.read(project / "fifth" / f"{MAYORS}.uk.xlf")
    [changed] = [unit for unit in returned.units if not unit.approved]
    assert "Serhiy Udod" in changed.source.text
    assert "the glossary has changed since this was approved" in changed.notes[0]
