"""TMX: ours is read back as it was, that of other tools as they meant it, and broken files lose little."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.memory.entries import DATE, ENTRIES, entry, memory, text
from translate.errors import MemoryFileError, OutputError
from translate.inline import Code, Text
from translate.memory import Added, Entry, Reading, export_tmx, import_tmx, write_tmx
from translate.memory.rows import storable

FIXTURES = Path(__file__).parent / "fixtures"
STATM = Path("/proc/self/statm")
HEAD = '<tmx version="1.4"><header/><body>'
UNIT = (
    '<tu><tuv xml:lang="en"><seg>Yes.</seg></tuv><tuv xml:lang="uk" changedate="20260101T000000Z">'
    "<seg>Так.</seg></tuv></tu>"
)


def read(path: Path, source: str = "en", target: str = "uk") -> list[Entry]:
    """Return the entries of a file that has no fault."""
    reading = Reading(path, source, target)
    entries = list(reading.entries())
    assert (reading.faults, reading.broken) == ([], "")
    return entries


@settings(max_examples=60)
@given(st.lists(ENTRIES, max_size=5))
def test_what_is_written_is_read_back(entries: list[Entry]) -> None:
    kept = [storable(one) for one in entries]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.tmx"
        assert write_tmx(path, kept, "en", "uk") == len(kept)
        again = read(path)
        assert [storable(one) for one in again] == kept


def test_a_file_is_written_as_the_standard_says(tmp_path: Path) -> None:
    one = entry("<1>Aid</1> <2/>came & <3>went.", "<2/><1>Допомога</1> була.", "It was <quiet>.")
    write_tmx(tmp_path / "a.tmx", [one], "en", "uk")
    written = (tmp_path / "a.tmx").read_text(encoding="utf-8").splitlines()
    header = (
        '  <header creationtool="translate" creationtoolversion="0.1.0" segtype="sentence" o-tmf="translate"'
        ' adminlang="en" srclang="en" datatype="plaintext"/>'
    )
    assert written == [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
        '<tmx version="1.4">',
        header,
        "  <body>",
        '    <tu tuid="1" changedate="20260301T120000Z" creationtool="OmegaT 3.6">',
        '      <prop type="x-previous">It was &lt;quiet&gt;.</prop>',
        '      <prop type="x-article">a.txt</prop>',
        '      <prop type="x-unit">1-1</prop>',
        '      <tuv xml:lang="en">',
        '        <seg><bpt i="1" x="1" type="x-other"></bpt>Aid<ept i="1"></ept> '
        '<ph x="2" type="x-other"></ph>came &amp; <it pos="begin" x="3" type="x-other"></it>went.</seg>',
        "      </tuv>",
        '      <tuv xml:lang="uk">',
        '        <seg><ph x="2" type="x-other"></ph><bpt i="1" x="1" type="x-other"></bpt>'
        'Допомога<ept i="1"></ept> була.</seg>',
        "      </tuv>",
        "    </tu>",
        "  </body>",
        "</tmx>",
    ]


SHORT_SOURCE, SHORT_TARGET = "The <1>mayor</1> of Irpin spoke<2/>.", "<1>Мер</1> Ірпеня виступив<2/>."


def plain(one: Text) -> Text:
    """Return a text whose codes have no type and no short form."""
    codes = (Code(code.position, code.id, code.kind) for code in one.codes)
    return Text(one.text, tuple(codes))


def test_the_memory_of_an_omegat_project_is_read() -> None:
    first, second = map(storable, read(FIXTURES / "omegat-project.tmx"))
    assert (plain(first.source), plain(first.target)) == (text(SHORT_SOURCE), text(SHORT_TARGET))
    assert [code.shown for code in first.source.codes] == ["<g1>", "</g1>", "<x2/>"]
    assert (first.has_context, first.tool) == (False, "OmegaT 3.6.0_10")
    assert first.date == datetime(2026, 2, 3, 10, 15, tzinfo=UTC)
    assert second == Entry(
        Text("He said yes."),
        Text("Він погодився."),
        previous="It was quiet.",
        following="Then it rained.",
        article="news/irpin.html",
        unit="3-2",
        tool="OmegaT 3.6.0_10",
        date=datetime(2026, 2, 3, 10, 16, tzinfo=UTC),
    )


def test_a_level_2_file_of_omegat_says_the_same_as_its_project() -> None:
    [level2] = map(storable, read(FIXTURES / "omegat-level2.tmx"))
    project = storable(read(FIXTURES / "omegat-project.tmx")[0])
    assert level2 == project


def test_a_file_of_po2tmx_is_read() -> None:
    [one] = read(FIXTURES / "translate-toolkit.tmx")
    assert one.source == Text("Open the <b>file</b> & go.\nSecond line")
    assert one.target == Text("Відкрийте <b>файл</b> і йдіть.\nДругий рядок")
    assert (one.tool, one.has_context) == ("Translate Toolkit 3.20.4", False)
    written = datetime.fromtimestamp(int((FIXTURES / "translate-toolkit.tmx").stat().st_mtime), UTC)
    assert one.date == written


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_file_of_trados_is_read(tmp_path: Path, encoding: str) -> None:
    data = (FIXTURES / "trados.tmx").read_text(encoding="utf-8").replace("UTF-8", encoding.upper())
    path = tmp_path / "trados.tmx"
    path.write_bytes(data.encode(encoding))
    [one] = map(storable, read(path))
    assert plain(one.source) == text("<1>Aid</1> reached <2>Irpin</2> by <3/>night<4>.")
    assert plain(one.target) == text("<1>Допомога</1> вночі дійшла до <2>Ірпеня</2><3/><4>.")
    assert one.source.codes[2].type == "italic"
    assert one.date == datetime(2026, 1, 5, 12, 0, tzinfo=UTC)


def test_the_context_of_memoq_is_read_and_what_stands_in_a_code_is_not_text() -> None:
    [one] = map(storable, read(FIXTURES / "memoq.tmx"))
    assert (one.previous, one.following, one.article) == ("It was quiet.", "Then it rained.", "appeal.docx")
    assert (plain(one.source), plain(one.target)) == (text("He said yes<1/>."), text("Він погодився<1/>."))
    assert one.source.codes[0].shown == '<a title="note">'


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("en", "uk", ("Colour", "Колір")),
        ("uk", "en", ("Колір", "Colour")),
        ("en", "ru", ("Colour", "Цвет")),
    ],
)
def test_the_very_language_is_preferred_to_its_variants(
    source: str, target: str, expected: tuple[str, str]
) -> None:
    [one] = read(FIXTURES / "variants.tmx", source, target)
    assert (one.source.text, one.target.text) == expected


def test_a_bad_unit_does_not_stop_the_others(tmp_path: Path) -> None:
    with memory(tmp_path) as opened:
        done = import_tmx(opened, FIXTURES / "bad-units.tmx")
        held = [one.target.text for one in opened.entries()]
    assert held == ["Перше.", "Останнє."]
    assert (done.units, done.added, done.other, done.broken) == (8, Added(new=2), 3, "")
    assert [(fault.number, fault.line, fault.message) for fault in done.faults] == [
        (2, 6, "its target is empty"),
        (3, 7, "its source has no seg"),
        (4, 8, "`b` is no inline element of TMX"),
    ]


def test_of_a_truncated_file_all_before_the_end_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_text(f"{HEAD}\n{UNIT}\n{UNIT.replace('Yes', 'No')}\n<tu><tuv xml:la", encoding="utf-8")
    with memory(tmp_path) as opened:
        done = import_tmx(opened, path)
    assert (done.added.new, done.units) == (2, 2)
    assert done.broken.startswith(f"{path}:4: is broken here (")
    assert done.broken.endswith("): nothing behind it was read")


BOMB = '<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
BAD = [
    ("", "is no well-formed XML (no element found). Export it again as TMX 1.4"),
    ("source\ttarget", "1:1: is no well-formed XML (Start tag expected, '<' not found). Export it again as"),
    ("<xliff/>", "1: is no TMX: its root is `xliff`. Export it again as TMX 1.4"),
    (f"{BOMB}{HEAD}</body></tmx>", "1: declares its own DTD or entities, which is refused. Delete what"),
    (
        f'<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>{HEAD}</body></tmx>',
        "1: declares its own DTD or entities, which is refused. Delete what stands between [ and ] in",
    ),
    (f'<?xml version="1.0" encoding="klingon"?>{HEAD}', "is no well-formed XML (Unsupported encoding"),
    (
        f"{HEAD}{UNIT.replace('uk', 'de')}</body></tmx>",
        "has no segment both in `en` and in `uk`. It has `de`, `en`: choose two with --from and --to",
    ),
    (f"{HEAD}{'<tu>' * 300}", "is no well-formed XML (Excessive depth in document"),
]


@pytest.mark.parametrize(("content", "expected"), BAD)
def test_a_file_that_cannot_be_read_is_told_in_one_line(tmp_path: Path, content: str, expected: str) -> None:
    path = tmp_path / "a.tmx"
    path.write_text(content, encoding="utf-8")
    with memory(tmp_path) as opened, pytest.raises(MemoryFileError) as raised:
        import_tmx(opened, path)
    told = str(raised.value)
    assert told.startswith(str(path))
    assert expected in told
    assert "\n" not in told


def test_an_entity_without_a_declaration_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    doctype = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
    path.write_text(f"{doctype}{HEAD}{UNIT}{UNIT.replace('Yes.', '&nbsp;Yes.')}</body></tmx>")
    reading = Reading(path, "en", "uk")
    assert len(list(reading.entries())) == 1
    assert reading.broken or [fault.message for fault in reading.faults] == ["holds the entity &nbsp;"]


@pytest.mark.parametrize("odd", ["<x:tu/>", '<tu><tuv xml:lang="en"><seg>A <x:b/></seg></tuv></tu>'])
def test_of_a_file_with_an_undeclared_prefix_all_before_it_is_kept(tmp_path: Path, odd: str) -> None:
    path = tmp_path / "m.tmx"
    good = '<tu><tuv xml:lang="en"><seg>Kyiv</seg></tuv><tuv xml:lang="uk"><seg>Київ</seg></tuv></tu>'
    path.write_text(f'<tmx version="1.4"><body>{good}{odd}</body></tmx>', encoding="utf-8")
    reading = Reading(path, "en", "uk")
    assert [entry.target.text for entry in reading.entries()] == ["Київ"]
    assert "Namespace prefix x" in reading.broken


def test_a_unit_without_a_date_has_that_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_text(f"{HEAD}{UNIT.replace('changedate', 'other')}</body></tmx>", encoding="utf-8")
    os.utime(path, (DATE.timestamp(), DATE.timestamp()))
    assert [one.date for one in read(path)] == [DATE]


def test_a_memory_goes_out_and_comes_back(tmp_path: Path) -> None:
    entries = [entry("<1>Aid</1> came.", "<1>Допомога</1> є.", "a", "b"), entry("Yes.", "Так.", article="")]
    path = tmp_path / "a.tmx"
    with memory(tmp_path, *entries) as opened:
        assert export_tmx(opened, path) == 2
        assert import_tmx(opened, path).added == Added(same=2)
        held = list(opened.entries())
    (tmp_path / "other").mkdir()
    with memory(tmp_path / "other") as other:
        assert import_tmx(other, path).added == Added(new=2)
        assert list(other.entries()) == held


def test_a_failed_export_leaves_the_file_that_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_text("before")

    def failing() -> Iterator[Entry]:
        yield entry("Yes.", "Так.")
        raise OSError(28, "No space left on device")

    with pytest.raises(OutputError, match="No space left on device"):
        write_tmx(path, failing(), "en", "uk")
    assert path.read_text() == "before"
    assert [each.name for each in tmp_path.iterdir()] == ["a.tmx"]


@pytest.mark.slow
def test_a_large_file_is_read_in_little_memory(tmp_path: Path) -> None:
    if not STATM.exists():
        pytest.skip("this system does not say how much memory a process has")
    path = tmp_path / "large.tmx"
    unit = UNIT.replace("Yes.", "Yes. " * 200)
    with path.open("w", encoding="utf-8") as file:
        file.write(HEAD)
        for _ in range(40_000):
            file.write(f"{unit}\n")
        file.write("</body></tmx>")
    reading = Reading(path, "en", "uk")
    entries = reading.entries()
    for _ in islice(entries, 4000):
        pass
    before = resident()
    for _ in entries:
        pass
    assert reading.units == 40_000
    assert resident() - before < path.stat().st_size / 5


def resident() -> int:
    """Return the bytes of memory that this process has."""
    return int(STATM.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
