"""Drafts as real CAT tools saved them after a review, and the article that each of them must give.

`cat_tools/articles` are the articles, `cat_tools/<tool>` the files that the tool saved, byte for byte, and
`expected` the merged articles. The reviewer corrected what the table names as changed and confirmed other
units without a change; docs/review.md says what each tool made of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from translate import articles, learn, merge, xliff
from translate.glossary import Glossary, Term
from translate.merge import Merged
from translate.preparation import Preparation, Settings
from translate.xliff import Policy, Returned

FOLDER = Path(__file__).parent / "cat_tools"
PREPARATION = Preparation(
    Glossary([Term("Irpin", "Ірпінь", kind="place", gender="masc"), Term("Kyiv", "Київ", kind="place")]),
    Settings(),
)


@dataclass(frozen=True, slots=True)
class Case:
    """One saved file: the units with another text, and those confirmed as they were drafted."""

    tool: str
    article: str
    changed: str
    confirmed: str = ""
    policy: Policy = "either"

    @property
    def file(self) -> Path:
        return FOLDER / self.tool / f"{self.article}.uk.xlf"

    @property
    def expected(self) -> bytes:
        return (FOLDER / self.tool / "expected" / self.article).read_bytes()


CASES = [
    Case("omegat", "bridge.txt", "1-1 1-2 3-1", policy="changed"),
    Case("omegat", "bridge.html", "2-1 3-1 4-2", policy="changed"),
    Case("poedit", "bridge.txt", "1-1 1-2", "2-1"),
    Case("poedit", "bridge.html", "2-1 3-1 4-2", "3-2"),
    Case("poedit-xliff2", "bridge.txt", "1-1 1-2", "2-1"),
    Case("poedit-xliff2", "bridge.html", "2-1 3-1 4-2", "3-2"),
    Case("lokalize", "bridge.txt", "1-1 1-2", "2-1"),
    Case("lokalize", "bridge.html", "2-1 3-1 4-2", "3-2"),
    Case("translate-toolkit", "bridge.txt", "1-1 1-2", "2-1"),
    Case("translate-toolkit", "bridge.html", "2-1 3-1 4-2", "3-2"),
    Case("translate-toolkit-xliff2", "bridge.txt", "1-1 1-2", "2-1"),
    Case("translate-toolkit-xliff2", "bridge.html", "4-1", "3-2"),
]
EVERY_TOOL = pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.tool} {case.article}")

# Lokalize indents the inline codes of the sources that were never on its screen.
INDENTED = Case("lokalize", "notes.html", "8-1")


def read(file: Path) -> Returned:
    [returned] = xliff.read(file)
    assert returned.problems == ()
    return returned


def reviewed(returned: Returned, policy: Policy = "either") -> list[str]:
    drafts = returned.drafts or {}
    return [unit.id for unit in returned.units if xliff.is_reviewed(unit, drafts.get(unit.id), policy)]


def merged(case: Case, folder: Path) -> tuple[Merged, bytes]:
    article = articles.read(FOLDER / "articles" / case.article)
    output = folder / case.article
    result = merge.merge(read(case.file), article, PREPARATION, output, policy=case.policy)
    return result, output.read_bytes()


@EVERY_TOOL
def test_the_merged_article_has_exactly_the_text_that_the_tool_saved(case: Case, tmp_path: Path) -> None:
    result, text = merged(case, tmp_path)
    assert text == case.expected
    assert (result.problems, result.sources) == ((), 0)
    assert result.reviewed == len(case.changed.split()) + len(case.confirmed.split())


@EVERY_TOOL
def test_the_reviewed_units_are_those_that_were_changed_or_confirmed(case: Case) -> None:
    wanted = {*case.changed.split(), *case.confirmed.split()}
    assert set(reviewed(read(case.file), case.policy)) == wanted


@EVERY_TOOL
def test_a_unit_that_nobody_changed_is_the_draft_codes_and_white_space_included(case: Case) -> None:
    returned = read(case.file)
    assert returned.drafts is not None
    same = {u.id for u in returned.units if u.target is not None and u.target.same(returned.drafts[u.id])}
    assert same == returned.drafts.keys() - set(case.changed.split())


@EVERY_TOOL
def test_what_identifies_the_draft_survives_the_tool(case: Case) -> None:
    returned = read(case.file)
    article = articles.read(FOLDER / "articles" / case.article)
    assert returned.original == case.article
    assert returned.header["source-sha256"] == article.sha256
    assert returned.signature is not None
    assert not xliff.is_untouched(case.file.read_bytes())


def test_lokalize_and_no_other_tool_signs_the_file() -> None:
    signed = {case.tool: read(case.file).tool for case in CASES}
    assert {tool: name for tool, name in signed.items() if name} == {"lokalize": "Lokalize 22.12.3"}


def test_a_draft_whose_source_lokalize_indented_is_found(tmp_path: Path) -> None:
    result, text = merged(INDENTED, tmp_path)
    assert result.problems == ()
    assert text == INDENTED.expected


def test_the_context_that_is_learnt_has_no_indentation() -> None:
    returned = read(INDENTED.file)
    [entry] = learn.entries(returned, "either", datetime(2026, 11, 22, tzinfo=UTC), PREPARATION)
    assert (entry.previous, entry.following) == ("Science", "Photo: Olena Kovalenko")


def test_a_draft_that_poedit_says_needs_work_is_not_reviewed() -> None:
    # XLIFF 2: Poedit writes <segment state="translated" subState="poedit:fuzzy">.
    returned = read(FOLDER / "poedit-xliff2" / "needs-work.txt.uk.xlf")
    assert "2-1" not in reviewed(returned)
