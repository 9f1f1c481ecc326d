"""A small report that has everything in it, made by hand."""

from __future__ import annotations

from datetime import UTC, datetime

from translate.checks import Finding
from translate.glossary import Suggestion, Variant
from translate.inline import Code, Text
from translate.report import ArticleReport, FigureUse, Report, TermUse, UnitReport
from translate.triage import Confidence
from translate.xliff import Signature

MAYOR = UnitReport(
    id="1-1",
    source=Text("The mayor of Irpin paid $5 million.", (Code(4, "1", "open", "bold", shown="<b>"),)),
    target=Text("Мер Ірпеня заплатив 3 мільйони доларів 🎉 a."),
    state="flagged",
    words=7,
    origin="mt",
    note="Check: the model did not finish this segment",
    findings=(
        Finding("figures", "error", "figure missing: 5000000 USD (“$5 million”)", source=(24, 34)),
        Finding("lookalikes", "error", "Latin letter alone: “a”", target=(41, 42)),
        Finding("length", "warning", "target is too long"),
    ),
    terms=(TermUse("Irpin", "Ірпінь", "near Kyiv", "place", (13, 18), (4, 10)),),
    figures=(
        FigureUse("$5 million", "5,000,000 USD", "5\xa0мільйонів\xa0доларів", (24, 34), None, settled=False),
    ),
    confidence=Confidence(21, "low"),
)
QUIET = UnitReport(
    id="1-2",
    source=Text("Nobody left Kharkiv."),
    target=Text("Ніхто не покинув Харків."),
    state="reviewed",
    words=3,
    origin="fuzzy",
    match=87,
    note="Memory: 87 % of “Nobody left Kyiv.”",
    terms=(TermUse("Kharkiv", "Харків", "", "place", (12, 19), (17, 23)),),
    confidence=Confidence(74, "high"),
)
EMPTY = UnitReport(id="1", source=Text("Five people."), target=Text(""), state="untranslated", words=2)
DASH = UnitReport(
    id="2",
    source=Text("It is about health."),
    target=Text("Це - про здоров'я."),
    state="draft",
    words=4,
    origin="exact",
    findings=(Finding("dash", "info", "a hyphen stands for a dash", target=(3, 4)),),
    confidence=Confidence(50, "medium"),
)

REPORT = Report(
    title="Review report",
    date=datetime(2026, 3, 14, 6, 40, tzinfo=UTC),
    articles=(
        ArticleReport("news.txt", "out/news.txt.uk.xlf", "en", "uk", (MAYOR, QUIET)),
        ArticleReport("health.html", "out/health.html.uk.xlf", "en", "uk", (EMPTY, DASH)),
    ),
    signatures=(Signature("0.1.0", "argos en_uk 0.1 sha256:12ab", "sha256:34cd", "sums=long"),),
    proposals=(
        Suggestion(
            "Oleksandr Markushyn",
            "Олександр Маркушин",
            "person",
            "masc",
            "transliterated",
            3,
            1,
            ("Mr Oleksandr Markushyn said",),
            (Variant("Markushyn", "Маркушин", 2),),
        ),
        Suggestion("NATO Hub", "", "organisation", "", "", 1, 1, ("at the NATO Hub",)),
    ),
    errors=("out/broken.xlf:2:1: the document breaks off",),
)


def of(*units: UnitReport, name: str = "a.txt", file: str = "a.txt.uk.xlf") -> Report:
    """Return a report of one article."""
    return Report("Review report", REPORT.date, (ArticleReport(name, file, "en", "uk", units),))


def unit(source: str, target: str = "", id_: str = "1", note: str = "", *findings: Finding) -> UnitReport:
    """Return a unit with nothing but texts and findings."""
    return UnitReport(id_, Text(source), Text(target), "draft", 1, note=note, findings=findings)
