"""Reports of XLIFF files as they are, and the command that writes them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.commands import call
from translate.checking.model import Rules
from translate.glossary import Glossary, Term
from translate.preparation import Preparation, Settings
from translate.report import Report, UnitReport, build
from translate.triage import Confidence

_DATE = datetime(2026, 3, 14, tzinfo=UTC)
_TERMS = (Term("Irpin", "Ірпінь", "near Kyiv", "place"),)

OURS = """\
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
<file original="news.txt" datatype="plaintext" source-language="en" target-language="uk-UA">
<header><tool tool-id="translate" tool-name="translate" tool-version="0.1.0"/>
<note from="translate:model">argos en_uk 0.1</note><note from="translate:glossary">sha256:34cd</note>
<note from="translate:settings">sums=long</note><note from="translate:source-sha256">12ab</note></header>
<body>
<trans-unit id="1-1" resname="1-1 headline 1">
<source>The mayor of <g id="1" ctype="bold">Irpin</g> paid $5 million.</source>
<target state="needs-adaptation" state-qualifier="mt-suggestion">\
Мер <g id="1" ctype="bold">Ірпеня</g> заплатив 3 мільйони доларів.</target>
<note>Terms: Irpin = Ірпінь
Confidence: medium (57)
Check: its case is in doubt</note></trans-unit>
<trans-unit id="1-2" approved="yes"><source>Nobody left.</source>
<target state="final" state-qualifier="leveraged-tm">Ніхто не виїхав.</target></trans-unit>
<trans-unit id="1-3"><source>It rained.</source>
<target state="needs-review-translation" state-qualifier="fuzzy-match">Ішов дощ.</target>
<note>Memory: 87 % of “It snowed.” (news.txt, 2026-01-01)</note></trans-unit>
<trans-unit id="1-4"><source>It was late.</source></trans-unit>
<trans-unit id="1-5" translate="no"><source>XYZ</source></trans-unit>
</body></file></xliff>
"""

FOREIGN = """\
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="uk">
<file id="f1" original="other.html">
<unit id="u1"><segment id="s1" state="translated">
<source>Viktor Zaremba left.</source>
<target>Віктор Заремба виїхав.</target></segment></unit>
<unit id="u2"><segment state="initial" subState="translate:exact">
<source>It rained.</source>
<target>Ішов дощ.</target></segment></unit>
<unit id="u3"><segment state="initial" subState="translate:flagged">
<source>It rained.</source>
<target>Ішов дощ.</target></segment></unit>
</file></xliff>
"""


def _build(*files: Path) -> Report:
    preparation = Preparation(Glossary(_TERMS), Settings())
    return build(files, lambda pair: preparation, Rules(lowest="info"), _DATE)


def _write(path: Path, text: str = OURS) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def units(tmp_path: Path) -> tuple[UnitReport, ...]:
    (article,) = _build(_write(tmp_path / "news.xlf")).articles
    return article.units


def test_units_have_their_state_origin_and_confidence(units: tuple[UnitReport, ...]) -> None:
    assert [(unit.id, unit.state, unit.origin, unit.match, unit.confidence) for unit in units] == [
        ("1-1", "flagged", "mt", None, Confidence(57, "medium")),
        ("1-2", "reviewed", "context", None, None),
        ("1-3", "draft", "fuzzy", 87, None),
        ("1-4", "untranslated", "", None, None),
    ]


def test_findings_terms_and_figures_have_their_places(units: tuple[UnitReport, ...]) -> None:
    first = units[0]
    assert [(finding.check, finding.message[:14]) for finding in first.findings] == [
        ("figures", "figure missing"),
        ("figures", "figure not in "),
    ]
    assert first.findings[0].source == (24, 34)
    assert [(term.text, term.note, term.found) for term in first.terms] == [("Irpin", "near Kyiv", (4, 10))]
    assert [(figure.value, figure.settled) for figure in first.figures] == [("5,000,000 USD", False)]
    assert [code.position for code in first.source.codes] == [13, 18]


def test_a_note_says_what_the_report_does_not(units: tuple[UnitReport, ...]) -> None:
    assert [unit.note for unit in units] == [
        *("Check: its case is in doubt", "", "Memory: 87 % of “It snowed.” (news.txt, 2026-01-01)", "")
    ]


def test_an_untranslated_unit_is_found(units: tuple[UnitReport, ...]) -> None:
    assert [finding.check for finding in units[3].findings] == ["empty"]


def test_a_file_of_another_tool_is_reported_on(tmp_path: Path) -> None:
    report = _build(_write(tmp_path / "b.xlf", FOREIGN), _write(tmp_path / "a.xlf"))
    assert [article.name for article in report.articles] == ["news.txt", "other.html"]
    assert [(unit.id, unit.state, unit.origin) for unit in report.articles[1].units] == [
        ("u1", "reviewed", ""),
        ("u2", "draft", "exact"),
        ("u3", "flagged", "mt"),
    ]
    assert [(signature.model, signature.tool_version) for signature in report.signatures] == [
        ("argos en_uk 0.1", "0.1.0")
    ]


def test_unknown_names_are_proposed(tmp_path: Path) -> None:
    report = _build(_write(tmp_path / "b.xlf", FOREIGN))
    assert [(row.source, row.target, row.kind) for row in report.proposals] == [
        ("Viktor Zaremba", "Віктор Заремба", "person")
    ]


def test_a_note_can_silence_a_check(tmp_path: Path) -> None:
    text = OURS.replace("Check: its case is in doubt", "translate: ignore figures")
    (article,) = _build(_write(tmp_path / "a.xlf", text)).articles
    assert article.units[0].findings == ()


def test_a_file_that_cannot_be_read_is_an_error_of_the_report(tmp_path: Path) -> None:
    report = _build(_write(tmp_path / "a.xlf"), _write(tmp_path / "b.xlf", "<xliff"))
    assert [article.name for article in report.articles] == ["news.txt"]
    (error,) = report.errors
    assert error.startswith(f"{tmp_path / 'b.xlf'}:1:")


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773470400")
    return tmp_path


def test_the_command_reports_on_the_output_folder(workplace: Path) -> None:
    _write(Path("out/news.txt.uk.xlf"))
    _write(Path("out/sub/other.html.uk.xlf"), FOREIGN)
    done = call("report")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("out/report.html: 2 articles, 7 segments, ")
    first = Path("out/report.html").read_bytes()
    assert call("report", "-q").out == ""
    assert Path("out/report.html").read_bytes() == first


def test_good_files_are_reported_on_beside_a_bad_one(workplace: Path) -> None:
    _write(Path("out/a.xlf"))
    _write(Path("out/b.xlf"), "<xliff")
    done = call("report", "out", "--out", "page.html")
    assert (done.code, done.out[:33]) == (1, "page.html: 1 article, 4 segments,")
    assert done.err.startswith("translate: out/b.xlf:1:")
    assert done.err.count("\n") == 1
    assert "out/b.xlf:1:" in Path("page.html").read_text(encoding="utf-8")


def test_a_page_that_is_all_errors_is_not_written(workplace: Path) -> None:
    _write(Path("out/b.xlf"), "<xliff")
    assert call("report").said(1).startswith("out/b.xlf:1:")
    assert not Path("out/report.html").exists()


def test_there_must_be_files(workplace: Path) -> None:
    assert call("report").said(2).startswith("there is no folder out/ here.")
    Path("out").mkdir()
    assert "XLIFF" in call("report").said(1)
    _write(Path("out/m.tmx"), "<tmx/>")
    assert call("report").said(1) == "there are no XLIFF files. Draft some with `translate run`"
    assert call("report", "nowhere").said(1).startswith("nowhere: does not exist.")


def test_the_page_needs_a_place(workplace: Path) -> None:
    file = _write(Path("out/a.xlf"))
    assert call("report", "--out", "out").said(1) == "out: is a folder. Name the page: --out out/report.html"
    assert (
        call("report", "--out", "out/a.xlf")
        .said(1)
        .startswith("out/a.xlf: is one of the files to report on.")
    )
    assert file.read_text(encoding="utf-8") == OURS
    assert call("report", "--out", "out/a.xlf/page.html").said(1).startswith("out/a.xlf: is no folder")


def test_names_of_files_and_articles_are_text(workplace: Path) -> None:
    name = "<img src=x onerror=alert(1)>.xlf"
    _write(Path(name), OURS.replace('"news.txt"', '"&lt;script&gt;alert(1)&lt;/script&gt;"'))
    assert call("report", ".", "--out", "page.html").code == 0
    text = Path("page.html").read_text(encoding="utf-8")
    assert "<img" not in text
    assert "<script>alert" not in text
