"""Whatever is wrong with what is checked: one clear line, the rest checked, nothing run, nothing lost."""

from __future__ import annotations

import importlib
import json
import time
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import pytest

from tests.cli.commands import Outcome, call, finish, start, without_privileges

LONG = 1_000_000
MANY = 5_000
# Seconds, more than ten times what it takes: only time that grows with the square passes it.
SOON = 120

FORMS = {
    "1.2": (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original={original} '
        'source-language="en-GB" target-language="uk-UA" datatype="plaintext"><body>\n',
        '<trans-unit id="{id}"><source>{source}</source><seg-source><mrk mid="0" mtype="seg">{source}</mrk>'
        '</seg-source><target><mrk mid="0" mtype="seg">{target}</mrk></target>{note}</trans-unit>\n',
        "</body></file></xliff>\n",
    ),
    "2.0": (
        '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="uk">'
        '<file id="f" original={original}>\n',
        '<unit id="{id}"><segment><source>{source}</source><target>{target}</target></segment></unit>\n',
        "</file></xliff>\n",
    ),
}


def xliff(*units: tuple[str, str], version: str = "1.2", original: str = "a.txt", note: str = "") -> str:
    """Return a document of another tool; texts and names are taken as text."""
    head, unit, foot = FORMS[version]
    noted = f"<note>{escape(note)}</note>" if note else ""
    return "".join(
        [
            head.format(original=quoteattr(original)),
            *(
                unit.format(id=number, source=escape(source), target=escape(target), note=noted)
                for number, (source, target) in enumerate(units, 1)
            ),
            foot,
        ]
    )


def given(*units: tuple[str, str], name: str = "bad.xlf", **more: str) -> Path:
    path = Path(name)
    path.write_text(xliff(*units, **more), encoding="utf-8")
    return path


GOOD = ("It rained.", "Йшов  дощ.")
SPACES = ("--disable", "all", "--enable", "spaces")


# Many units


def sentences(number: int) -> list[tuple[str, str]]:
    """Return pairs of which every tenth has a wrong figure."""
    return [
        (f"Room {place} has {place} books.", f"У кімнаті {place} є {place + (place % 10 == 0)} книг.")
        for place in range(1, number + 1)
    ]


@pytest.mark.slow
def test_thousands_of_units_are_checked_soon() -> None:
    path = given(*sentences(MANY))
    started = time.monotonic()
    outcome = call("check", path, "--severity", "error")
    assert time.monotonic() - started < SOON
    assert (outcome.code, outcome.err) == (1, "")
    assert outcome.out.splitlines()[-1] == f"{MANY} segments in 1 file: 1000 errors (figures 1000)"


def test_a_report_of_too_many_segments_is_refused_before_they_are_checked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # By its name in full: the package has a function that is called like the module.
    monkeypatch.setattr(importlib.import_module("translate.report.build"), "MOST", 3)
    paths = [given(GOOD, GOOD, name=f"{name}.xlf") for name in "ab"]
    assert call("report", paths[0], "--out", "page.html", "-q").code == 0
    assert call("report", *paths, "--out", "more.html").said(2) == (
        "these files have more than 3 segments, too many for one page. "
        "Report on fewer files at a time, or list what is found with `translate check`"
    )
    assert not Path("more.html").exists()


# Long units

_PROSE = "The mayor of Irpin said on 5 May that 12 schools, “all of them”, had opened. "


@pytest.mark.parametrize(
    "text",
    [_PROSE * (LONG // len(_PROSE)), "х" * LONG, "7" * LONG, "5 " * (LONG // 2), "." * LONG, "(" * LONG,
     "a" + " " * LONG + "b", "п’" * (LONG // 2)],
    ids=["prose", "one word", "one number", "numbers", "stops", "brackets", "spaces", "apostrophes"],
)  # fmt: skip
def test_a_unit_of_a_megabyte_is_one_line_and_the_others_are_checked(text: str) -> None:
    path = given((text, text), GOOD)
    started = time.monotonic()
    outcome = call("check", path, *SPACES)
    assert time.monotonic() - started < SOON
    assert (outcome.code, outcome.out.splitlines()[-1]) == (1, "1 segment in 1 file: 1 warning (spaces 1)")
    assert outcome.err == (
        f"translate: bad.xlf: unit 1 is not checked: it has {len(text):,} characters, "
        "and at most 20,000 are. Divide it into sentences\n"
    )


def test_a_long_unit_is_named_in_the_report() -> None:
    path = given(("a" * LONG, "а"), GOOD)
    outcome = call("report", path, "--out", "page.html", "-q")
    line = "bad.xlf: unit 1 is not checked: it has 1,000,000 characters, and at most 20,000 are"
    assert (outcome.code, outcome.err) == (1, f"translate: {line}. Divide it into sentences\n")
    page = Path("page.html").read_text(encoding="utf-8")
    assert line in page
    assert [unit[0] for unit in Page(page).data["articles"][0]["units"]] == ["2"]


@pytest.mark.parametrize("name", ["long.tmx", "long.txt"])
def test_a_long_segment_of_another_format_is_one_line(name: str) -> None:
    text = "ab " * 10_000
    if name.endswith(".tmx"):
        Path(name).write_text(
            '<tmx version="1.4"><header/><body>'
            + "".join(
                f'<tu><tuv xml:lang="en"><seg>{source}</seg></tuv>'
                f'<tuv xml:lang="uk"><seg>{target}</seg></tuv></tu>'
                for source, target in ((text, "а"), GOOD)
            )
            + "</body></tmx>",
            encoding="utf-8",
        )
        outcome = call("check", name, *SPACES)
    else:
        Path("source.txt").write_text(f"{text}\n{GOOD[0]}\n", encoding="utf-8")
        Path(name).write_text(f"а\n{GOOD[1]}\n", encoding="utf-8")
        outcome = call("check", "--pair", "source.txt", name, *SPACES)
    assert outcome.out.splitlines()[-1] == "1 segment in 1 file: 1 warning (spaces 1)"
    [line] = outcome.err.splitlines()
    assert line.startswith(f"translate: {name}: unit 1 is not checked: it has ")


# Characters that are none


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("&#1;", "XML cannot hold the character U+0001"),
        ("&#x1b;", "XML cannot hold the character U+001B"),
        ("&#0;", "XML cannot hold the character U+0000"),
        ("&#xD800;", "XML cannot hold the character U+D800"),
        ("&#xDFFF;", "XML cannot hold the character U+DFFF"),
        ("&#65535;", "XML cannot hold the character U+FFFF"),
        ("&#x110000;", "XML cannot hold a character of such a number"),
        ("\x1b[31m", "XML cannot hold the character U+001B"),
        ("\x00", "XML cannot hold the character U+0000"),
    ],
)
@pytest.mark.parametrize("command", ["check", "report"])
def test_a_character_that_xml_forbids_is_one_line(command: str, target: str, message: str) -> None:
    path = given(("It rained.", "@"))
    path.write_text(path.read_text(encoding="utf-8").replace("@", target), encoding="utf-8")
    place, _, line = call(command, path, "-q").said(1).partition(": ")
    assert place.startswith("bad.xlf:2:")
    assert line == f"{message}. Delete it there, or export the file again from your CAT tool"


def test_a_surrogate_as_bytes_is_one_line() -> None:
    path = given(("It rained.", "@"))
    path.write_bytes(path.read_bytes().replace(b"@", b"\xed\xa0\x80"))
    line = call("check", path, "-q").said(1)
    assert line.endswith(
        "the file says that it is in UTF-8, but this byte is not. "
        "Save it as UTF-8 and let its first line say so"
    )


def test_control_characters_that_xml_allows_do_not_reach_the_terminal() -> None:
    path = given(("It rained.", "Йшов  дощ\x7f\x9b31m\u202e."))
    outcome = call("check", path, "--severity", "info")
    assert outcome.code == 1
    assert not set(outcome.out) & set("\x7f\x9b\x1b")
    for form in ("json", "sarif", "html", "junit"):
        assert call("check", path, "--format", form, "--out", f"found.{form}").code == 1


# Markup

EVIL = "</script><script>hit()</script><img src=x onerror=hit()>\"' onfocus=hit() {{ 7 * 7 }}"
NAME = "<img src=x onerror=hit()>&amp;'.xlf"


class Page(HTMLParser):
    """The tags of a page with their attributes, and the data of a report."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.data: dict[str, Any] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] == "script" and data.startswith('{"articles"'):
            self.data = json.loads(data)


def evil() -> Path:
    return given((f"{EVIL} 5  apples", f"{EVIL} 6  яблук"), name=NAME, original=EVIL, note=EVIL)


def test_a_report_shows_markup_as_text_wherever_it_stands() -> None:
    path = evil()
    harmless = given(("a 5  apples", "а 6  яблук"), note="a")
    pages = []
    for each in (path, harmless):
        assert call("report", each, "--out", "page.html", "-q").code == 0
        pages.append(Page(Path("page.html").read_text(encoding="utf-8")))
    hostile, usual = pages
    assert hostile.tags.count("script") == 2
    assert not {"img", "iframe", "svg"} & (set(hostile.tags) - set(usual.tags))
    assert not {name for name in hostile.attributes if name.startswith("on")}
    [article] = hostile.data["articles"]
    assert (article["name"], article["file"]) == (EVIL, NAME)
    assert article["units"][0][1] == f"{EVIL} 5  apples"
    assert article["units"][0][7] == EVIL


def test_the_findings_as_html_show_markup_as_text() -> None:
    call("check", evil(), "--format", "html", "--out", "page.html")
    page = Page(Path("page.html").read_text(encoding="utf-8"))
    assert not set(page.tags) & {"script", "img", "iframe", "svg", "a"}
    assert page.attributes <= {"lang", "charset", "name", "content", "scope", "class"}


# Settings


def settings(content: str | bytes) -> Outcome:
    given(GOOD, name="good.xlf")
    Path("translate.toml").write_bytes(content if isinstance(content, bytes) else content.encode())
    return call("check", "good.xlf", *SPACES)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[cheks]\n", "`cheks` is no known setting. Did you mean `checks`?"),
        ("title = 1\n", "`title` is no known setting. Known: checks"),
        ("[checks]\ndisabled = []\n",
         "`checks.disabled` is no known setting. Did you mean `checks.disable`?"),
        ("[checks.figures]\n", "`checks.figures` is no known setting. Known: disable, enable, severity"),
        ("[checks.severity]\nfigurse = 'error'\n",
         "there is no check named 'figurse'. Did you mean 'figures'?"),
        ("[checks.severity.figures]\nlevel = 'error'\n", "the severity of `figures` is none. "
         "Known: error, warning, info; checks.disable switches a check off"),
        ("[[checks]]\n", "`checks` is no table. Write it as [checks], its settings on the lines below"),
        ("[checks]\ndisable = true\n",
         '`checks.disable` is no list of names. Write it as disable = ["length"]'),
        ("[checks]\nenable = [['figures']]\n",
         '`checks.enable` is no list of names. Write it as enable = ["length"]'),
        ("[checks]\nseverity = 'error'\n",
         "`checks.severity` is no table. Write it as [checks.severity], its settings on the lines below"),
        ("[checks.severity]\nfigures = 2026-01-01\n",
         "the severity of `figures` is none. "
         "Known: error, warning, info; checks.disable switches a check off"),
        ("a" * 10_000 + " = 1\n", f"`{'a' * 40}…` is no known setting. Known: checks"),
        ('"a\\u001b[31m\\n" = 1\n', "`a\\x1b[31m ` is no known setting. Known: checks"),
        (b"\xff\xfe[\0", "byte 0xff at offset 0 is not UTF-8. Save the file as UTF-8"),
        ("[checks]\n[checks]\n", ""),
        ("[checks\n", ""),
        ("disable = [\n", ""),
        ("x = " + "[" * 100_000, ""),
    ],
)  # fmt: skip
def test_settings_that_are_wrong_are_one_line(content: str | bytes, message: str) -> None:
    line = settings(content).said(2)
    file = f"{Path.cwd()}/translate.toml"
    if message:
        assert line == f"{file}: {message}"
    else:
        assert line.startswith(file)
        assert len(line) < len(file) + 200


def test_settings_that_are_a_folder_are_one_line() -> None:
    Path("translate.toml").mkdir()
    line = f"{Path.cwd()}/translate.toml: cannot be read (Is a directory). Rename the folder"
    assert call("check", given(GOOD)).said(2) == line


def test_settings_without_permission_are_one_line() -> None:
    path = given(GOOD)
    Path("translate.toml").write_text("")
    Path("translate.toml").chmod(0)
    outcome = finish(start("check", path, before=without_privileges()))
    line = f"{Path.cwd()}/translate.toml: cannot be read (Permission denied). Check its permissions"
    assert outcome.said(2) == line
