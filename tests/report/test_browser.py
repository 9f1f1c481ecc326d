"""The page in a real browser: what is clicked and typed does what it says, and no text ever runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.report.browser import CHROMIUM, Tab, tab
from tests.report.hostile import HOSTILE
from tests.report.samples import MAYOR, QUIET, REPORT, of, unit
from translate.checks import Finding
from translate.report import ArticleReport, Report, render

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")

_ROWS = "[...document.querySelectorAll('[data-unit]')].map(row => row.querySelector('.id').textContent)"
_CURRENT = "document.activeElement.closest('[data-unit]')?.querySelector('.id').textContent"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    with tab(tmp_path_factory.mktemp("profile")) as own:
        yield own


def _open(browser: Tab, report: Report, folder: Path, **size: int) -> None:
    path = folder / "report.html"
    path.write_bytes(render(report).encode())
    browser.logged.clear()
    browser.open(path, **size)
    browser.settle()


@pytest.fixture
def page(browser: Tab, tmp_path: Path) -> Iterator[Tab]:
    _open(browser, REPORT, tmp_path)
    yield browser
    assert browser.logged == []
    assert browser.requests() == [(tmp_path / "report.html").as_uri()]


def _set(page: Tab, id_: str, value: str) -> Any:
    page.run(
        f"(() => {{ const control = document.getElementById('{id_}'); control.value = '{value}';"
        "control.dispatchEvent(new Event('input', {bubbles: true})); })()"
    )
    page.settle()
    return page.run(_ROWS)


def test_all_segments_are_listed_by_article(page: Tab) -> None:
    assert page.run(_ROWS) == ["1-1", "1-2", "1", "2"]
    assert page.run("[...document.querySelectorAll('h3')].map(title => title.textContent)") == [
        *("news.txt", "health.html")
    ]
    assert page.run("document.getElementById('count').textContent") == "4 segments"


@pytest.mark.parametrize(
    ("control", "value", "expected"),
    [
        ("text", "ХАРКІВ", ["1-2"]),
        ("text", "irpin", ["1-1"]),
        ("text", "здоров’я", ["2"]),
        ("text", "мільйони доларів", ["1-1"]),
        ("text", "no such words", []),
        ("severity", "error", ["1-1"]),
        ("severity", "warning", ["1-1"]),
        ("severity", "info", ["2"]),
        ("severity", "found", ["1-1", "2"]),
        ("severity", "none", ["1-2", "1"]),
        ("check", "lookalikes", ["1-1"]),
        ("state", "untranslated", ["1"]),
        ("state", "reviewed", ["1-2"]),
        ("band", "high", ["1-2"]),
        ("article", "1", ["1", "2"]),
        ("order", "worst", ["1-1", "2", "1-2", "1"]),
    ],
)
def test_filters_and_order(page: Tab, control: str, value: str, expected: list[str]) -> None:
    assert _set(page, control, value) == expected
    page.run("document.querySelector('[type=reset]').click()")
    page.settle()
    assert page.run(_ROWS) == ["1-1", "1-2", "1", "2"]


def test_filters_hold_together(page: Tab) -> None:
    _set(page, "article", "0")
    assert _set(page, "severity", "none") == ["1-2"]
    assert page.run("document.getElementById('count').textContent") == "1 of 4 segments"
    assert _set(page, "text", "nobody stayed") == []
    assert "Show all" in page.run("document.getElementById('list').textContent")


def test_a_severity_and_a_check_are_asked_of_one_finding(page: Tab) -> None:
    _set(page, "severity", "error")
    assert _set(page, "check", "length") == []


def test_findings_are_marked_in_place(page: Tab) -> None:
    marks = "[...document.querySelectorAll('[data-unit=\"0\"] mark')]"
    assert page.run(f"{marks}.map(mark => [mark.className, mark.textContent])") == [
        ["term", "Irpin"],
        ["error figure lost", "$5 million1"],
        ["term", "Ірпеня"],
        ["error", "a2"],
    ]
    assert page.run("[...document.querySelectorAll('td.text')].map(cell => cell.lang)")[:2] == ["en", "uk"]


def test_keys_move_through_the_segments(page: Tab) -> None:
    seen = []
    for key in ("j", "j", "n", "k", "k"):
        page.press(key)
        seen.append(page.run(_CURRENT))
    page.press("N", "KeyN", shift=True)
    assert [*seen, page.run(_CURRENT)] == ["1-1", "1-2", "2", "1", "1-2", "1-1"]


def test_keys_work_with_a_ukrainian_keyboard(page: Tab) -> None:
    page.press("о", "KeyJ")
    page.press("т", "KeyN")
    assert page.run(_CURRENT) == "2"


def test_keys_write_in_the_search_and_can_be_switched_off(page: Tab) -> None:
    page.press("/", "Slash")
    assert page.run("document.activeElement.id") == "text"
    page.press("k")
    assert (page.run("document.getElementById('text').value"), page.run(_ROWS)) == ("k", ["1-2"])
    page.press("Escape")
    assert page.run(_CURRENT) == "1-2"
    page.run("document.getElementById('shortcuts').click()")
    page.press("/", "Slash")
    assert page.run("document.activeElement.id") != "text"


def test_an_id_is_copied(page: Tab) -> None:
    copied = "document.getElementById('said').textContent"
    page.press("c")
    assert page.run(copied) == "Choose a segment first"
    page.run(
        "Object.defineProperty(navigator, 'clipboard',"
        " {value: {writeText: async text => { window.copied = text; }}, configurable: true})"
    )
    page.press("j")
    page.press("c")
    assert (page.run("window.copied"), page.run(copied)) == ("1-1", "1-1 copied")
    page.run("document.querySelector('[data-unit=\"3\"] .id').click()")
    page.settle()
    assert page.run("window.copied") == "2"
    page.run("document.getElementById('copy-rows').click()")
    page.settle()
    assert page.run("window.copied").startswith("Oleksandr Markushyn\tОлександр Маркушин\t")


def test_an_id_is_copied_without_a_clipboard(page: Tab) -> None:
    page.run("Object.defineProperty(navigator, 'clipboard', {value: undefined, configurable: true})")
    page.run(
        "document.addEventListener('copy', () => { window.copied = String(document.activeElement.value); })"
    )
    page.run("document.querySelector('[data-unit=\"1\"] .id').click()")
    page.settle()
    assert page.run("window.copied") == "1-2"
    assert page.run("document.querySelectorAll('textarea').length") == 0


def test_the_theme_changes(page: Tab) -> None:
    background = "getComputedStyle(document.documentElement).backgroundColor"
    before = page.run(background)
    page.run("document.getElementById('theme').click()")
    assert page.run(background) != before
    page.run("document.getElementById('theme').click()")
    assert page.run(background) == before


def test_the_segments_of_an_article_are_a_click_away(page: Tab) -> None:
    page.run("document.querySelectorAll('.articles .name button')[1].click()")
    page.settle()
    assert page.run(_ROWS) == ["1", "2"]


def test_a_page_fits_a_phone(browser: Tab, tmp_path: Path) -> None:
    _open(browser, REPORT, tmp_path, width=360, height=740)
    assert browser.run("document.documentElement.scrollWidth") == 360


def test_hostile_texts_are_shown_and_never_run(browser: Tab, tmp_path: Path) -> None:
    units = [
        unit(text, text, text, text, Finding(text, "error", text, source=(0, 3), target=(1, 5)))
        for text in HOSTILE
    ]
    articles = tuple(
        ArticleReport(text, text, "en", "uk", (each,)) for text, each in zip(HOSTILE, units, strict=True)
    )
    _open(browser, replace(REPORT, title=HOSTILE[1], articles=articles, errors=tuple(HOSTILE)), tmp_path)
    browser.run("scrollTo(0, document.body.scrollHeight)")
    browser.settle()
    assert browser.logged == []
    assert browser.run("window.hit") is None
    assert (
        browser.run("document.querySelectorAll('#list img, #list script, #list iframe, #list a').length") == 0
    )
    shown = browser.run("[...document.querySelectorAll('td.text')].map(cell => cell.textContent)")
    assert shown[0] == HOSTILE[0]
    assert browser.requests() == [(tmp_path / "report.html").as_uri()]


def test_a_long_text_is_shown_in_full_on_demand(browser: Tab, tmp_path: Path) -> None:
    _open(browser, of(unit("слово " * 170_000, "б")), tmp_path)
    cell = "document.querySelector('td.text')"
    assert browser.run(f"{cell}.textContent").endswith("Show all 1,020,000 characters")
    browser.run(f"{cell}.querySelector('button').click()")
    assert browser.run(f"{cell}.textContent.length") == 1_020_000


def test_ten_thousand_segments_are_filtered_at_once(browser: Tab, tmp_path: Path) -> None:
    units = tuple(replace((MAYOR, QUIET)[number % 2], id=f"{number}-1") for number in range(10_000))
    _open(browser, of(*units), tmp_path)
    assert (tmp_path / "report.html").stat().st_size < 15_000_000
    assert browser.run("document.querySelectorAll('[data-unit]').length") < 200
    # It takes some tens of milliseconds on a machine that does nothing else.
    assert _took(browser, "text", "харків") < 1500
    assert browser.run("document.getElementById('count').textContent") == "5,000 of 10,000 segments"
    assert _took(browser, "order", "worst") < 1500
    browser.press("Escape")
    browser.press("j")
    assert browser.run(_CURRENT) == "1-1"


def _took(page: Tab, id_: str, value: str) -> float:
    """Set a filter; return the milliseconds until the page is laid out again."""
    page.run(f"window.control = document.getElementById('{id_}'); window.began = performance.now(); 0")
    page.run(f"control.value = '{value}'; control.dispatchEvent(new Event('input', {{bubbles: true}})); 0")
    took = page.run("document.body.offsetHeight && performance.now() - began")
    assert isinstance(took, float | int)
    return took
