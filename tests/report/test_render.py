"""The page: its structure, that it is the same every time, loads nothing, and can be read by everybody."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from tests.report.hostile import HOSTILE
from tests.report.pages import page, texts
from tests.report.samples import MAYOR, REPORT, of, unit
from translate.checks import Finding
from translate.report import Report, render
from translate.report.render import FLAGGED_SHOWN


def test_a_report_has_this_structure() -> None:
    root = page(REPORT)
    assert texts(root, "//title | //h1 | //h2") == [
        *("Review report, 2026-03-14", "Review report", "Not in this report, or not in full", "At a glance"),
        *("Segments", "Proposed glossary rows", "How the drafts were made"),
    ]
    assert texts(root, "//section[@class='errors']//li") == ["out/broken.xlf:2:1: the document breaks off"]
    assert dict(zip(texts(root, "//dl//dt"), texts(root, "//dl//dd"), strict=True)) == {
        "articles": "2",
        "segments": "4",
        "words": "16",
        "from memory": "2",
        "terms and figures settled": "2/3",
        "with findings": "2",
        "flagged": "1",
        "reviewed": "1",
    }
    assert [texts(row, "./td") for row in root.xpath("//table[@class='articles']/tbody/tr")] == [
        ["2", "10", "1", "2/3", "2", "1", "1", "1"],
        ["2", "6", "1", "0/0", "0", "0", "0", "0"],
    ]
    assert texts(root, "//figure/figcaption") == [
        *("Findings by check", "Confidence of the drafts", "Where the targets come from")
    ]
    assert root.xpath("//svg/@aria-label") == [
        "Findings by check, in findings: figures 1, lookalikes 1, length 1, dash 1",
        "Confidence of the drafts, in segments: 0–9 0, 10–19 0, 20–29 1, 30–39 0, 40–49 0, 50–59 1, "
        "60–69 0, 70–79 1, 80–89 0, 90–100 0",
        "Where the targets come from, in segments: exact 1, 85–94 % 1, machine 1, no target 1",
    ]
    assert texts(root, "//select[@id='check']/option") == ["all", "dash", "figures", "length", "lookalikes"]
    assert texts(root, "//select[@id='article']/option") == ["all", "news.txt", "health.html"]
    assert [texts(row, "./*") for row in root.xpath("//table[@class='proposals']/tbody/tr")] == [
        ["Oleksandr Markushyn", "Олександр Маркушин", "person", "3", "Mr Oleksandr Markushyn said"],
        ["NATO Hub", "—", "organisation", "1", "at the NATO Hub"],
    ]
    (rows,) = root.xpath("//pre")
    assert rows.text == (
        "Oleksandr Markushyn\tОлександр Маркушин\tproposed\tperson\tmasc\n"
        "Markushyn\tМаркушин\tproposed; Oleksandr Markushyn\tperson\tmasc\n"
    )


def test_without_javascript_the_flagged_segments_are_there() -> None:
    root = page(REPORT)
    (head, source, target, about) = root.xpath("//noscript//tbody/tr[1]/*")
    assert " ".join(head.text_content().split()) == "news.txt 1-1flagged low 21 machine"
    assert texts(source, ".//mark") == ["Irpin", "$5 million"]
    assert texts(source, ".//span[@class='code']") == ["<b>"]
    assert texts(target, ".//mark") == ["Ірпеня", "a"]
    assert texts(about, ".//li") == [
        "error figures figure missing: 5000000 USD (“$5 million”)",
        "error lookalikes Latin letter alone: “a”",
        "warning length target is too long",
        "Irpin = Ірпінь (near Kyiv)",
        "$5 million = 5 мільйонів доларів (5,000,000 USD) not found",
    ]
    assert texts(about, ".//p[@class='note']") == ["Check: the model did not finish this segment"]


def test_without_javascript_not_more_than_some_hundred_are_there() -> None:
    root = page(of(*(replace(MAYOR, id=str(number)) for number in range(FLAGGED_SHOWN + 20))))
    assert len(root.xpath("//noscript//tbody/tr")) == FLAGGED_SHOWN
    assert texts(root, "//noscript/p") == [
        "JavaScript is off: here are the first 500 of 520 segments with findings."
    ]


def test_a_long_text_is_cut_where_there_is_no_javascript() -> None:
    long = unit("a" * 1_000_000, "б" * 1_000_000, "1", "", Finding("length", "info", "long"))
    (row,) = page(of(long)).xpath("//noscript//tbody/tr")
    assert texts(row, ".//span[@class='more']") == ["… and 998,000 more characters"] * 2
    assert len(row.text_content()) < 5000


def test_the_same_report_gives_the_same_page() -> None:
    assert render(REPORT) == render(replace(REPORT))


def test_an_empty_report_is_a_page() -> None:
    root = page(Report("Review report", REPORT.date, ()))
    assert texts(root, "//dl//dd") == ["0", "0", "0", "0", "0/0", "0", "0", "0"]
    assert texts(root, "//div[@class='plots']/p") == ["There are no segments."]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_never_markup(text: str) -> None:
    hostile = unit(text, text, text, text, Finding(text, "error", text, source=(0, 3), target=(1, 4)))
    harmless = unit("text", "text", "1", "text", Finding("x", "error", "text", source=(0, 3), target=(1, 4)))
    report = replace(of(hostile, name=text, file=text + "."), title=text, errors=(text,))
    expected = replace(of(harmless, name="a", file="b"), title="a", errors=("a",))
    assert _shape(page(report)) == _shape(page(expected))
    assert render(report).encode()
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e\u2028]", render(report))


def _shape(root: Any) -> list[tuple[str, tuple[str, ...]]]:
    """Return the elements with the names of their attributes; how a text is cut into marks is left out."""
    return [
        (element.tag, tuple(element.attrib))
        for element in root.iter()
        if isinstance(element.tag, str) and element.tag not in ("mark",)
    ]


def test_nothing_is_loaded_from_elsewhere() -> None:
    text = render(REPORT)
    root = page(REPORT)
    assert (
        root.xpath("//@src | //link | //base | //iframe | //object | //embed | //img | //form/@action") == []
    )
    assert root.xpath("//@style") == []
    assert root.xpath("//@href") == ["#segments"]
    assert not re.search(r"@import|url\(|https?:|import\(|fetch\(|XMLHttpRequest|eval\(|innerHTML", text)
    handlers = [
        key for element in root.iter() for key in getattr(element, "attrib", {}) if key.startswith("on")
    ]
    assert handlers == []


def test_only_the_own_style_and_script_are_allowed() -> None:
    root = page(REPORT)
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    (style,) = root.xpath("//style")
    (script,) = root.xpath("//script[not(@type)]")
    assert rules == {
        "default-src": "'none'",
        "style-src": _hash(style.text),
        "script-src": _hash(script.text),
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
    }


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_languages_are_stated() -> None:
    root = page(REPORT)
    assert root.get("lang") == "en"
    (row, *_) = root.xpath("//noscript//tbody/tr")
    assert row.xpath("./td/@lang") == ["en", "uk"]
    assert row.xpath("./td[@class='text']/@dir") == ["auto", "auto"]
    assert root.xpath("//table[@class='proposals']//td/@lang") == ["uk", "uk"]


def test_landmarks_headings_and_labels_are_in_order() -> None:
    root = page(REPORT)
    assert [len(root.xpath(f"//{name}")) for name in ("header", "main", "footer", "h1")] == [1, 1, 1, 1]
    levels = [int(heading.tag[1]) for heading in root.xpath("//h1 | //h2 | //h3 | //h4")]
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert set(root.xpath("//@aria-labelledby")) <= set(ids)
    for control in root.xpath("//input | //select"):
        assert control.xpath("ancestor::label"), control.get("id")
    for button in root.xpath("//button"):
        assert button.text_content().strip() or button.get("aria-label")
    assert all(label for label in root.xpath("//svg/@aria-label"))
    assert root.xpath("//svg[not(@role='img')]") == []
    assert root.xpath("//table[not(.//th[@scope='col'])]") == []
    assert root.xpath("//*[@tabindex > 0]") == []


_COLOUR = re.compile(r"--([\w-]+): #([0-9a-f]{6})")
_TEXT_ON = [
    *((name, "page") for name in ("text", "muted", "strong", "error", "warning", "info", "good")),
    *((name, "panel") for name in ("text", "muted")),
    *(("text", f"{name}-mark") for name in ("error", "warning", "info")),
]


@pytest.mark.parametrize("block", [0, 1, 2, 3], ids=["light", "dark by choice", "dark by system", "print"])
def test_the_contrast_of_text_is_at_least_four_and_a_half(block: int) -> None:
    (style,) = page(REPORT).xpath("//style")
    blocks = [part for part in style.text.split("}") if "--page:" in part]
    colours = dict(_COLOUR.findall(blocks[block]))
    contrasts = {(one, other): _contrast(colours[one], colours[other]) for one, other in _TEXT_ON}
    assert {pair: contrast for pair, contrast in contrasts.items() if contrast < 4.5} == {}


def _contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
