"""Outcomes made by hand, so that what other checks say does not matter."""

from __future__ import annotations

from pathlib import Path

from translate.checking import Bilingual, Checked, Item, Outcome, Result
from translate.checks import Finding, Fix
from translate.inline import Text

FIGURES = Finding("figures", "error", "figure missing: 5 (“5”)", (11, 12), (12, 13))
SPACES = Finding("spaces", "warning", "space doubled", None, (3, 5), Fix(3, 5, " "))
NBSP = Finding("nbsp", "info", "no-break space missing: “6 яблук.”", None, (13, 14), Fix(13, 14, "\xa0"))
APPLES = Item("1-2", Text("She bought 5 apples."), Text("Вона купила 6 яблук."), 7)
MAYOR = Item("1-1", Text("The mayor spoke."), Text("Мер  сказав."), 6)


def document(path: str, *items: Item, original: str = "brief.txt", part: int = 0) -> Bilingual:
    return Bilingual(Path(path), "xliff", ("en", "uk"), items, part, original)


def outcome(*results: Result, errors: tuple[str, ...] = ()) -> Outcome:
    return Outcome(results, errors)


MIXED = outcome(
    Result(
        document("out/a.xlf", MAYOR, APPLES),
        (Checked(MAYOR, (SPACES, SPACES)), Checked(APPLES, (FIGURES,), (NBSP,))),
    ),
    Result(document("out/звіт & <b>.xlf", APPLES), (Checked(APPLES, (NBSP,)),)),
    Result(document("out/clean.xlf", MAYOR, APPLES), ()),
    errors=("bad.xlf: the file is empty. Export it again from your CAT tool",),
)
"""Two errors of every kind: a warning twice in one unit, an ignored finding, an info alone, a clean file."""
