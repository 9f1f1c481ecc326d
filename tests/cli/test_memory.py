"""`translate memory`: what goes in, what comes out, what is counted and what is removed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.commands import call, finish, start
from translate.memory import Memory

FIXTURES = Path(__file__).parents[1] / "memory" / "fixtures"
OMEGAT = FIXTURES / "omegat-project.tmx"
MEMORY = Path("memory/en-uk.sqlite")


def test_import_fills_a_memory_that_is_not_there() -> None:
    outcome = call("memory", "import", OMEGAT, FIXTURES / "variants.tmx")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == (
        f"{OMEGAT}: 2 segments: 2 new, in memory/en-uk.sqlite\n"
        f"{FIXTURES / 'variants.tmx'}: 1 segment: 1 new, in memory/en-uk.sqlite\n"
    )
    assert MEMORY.exists()


def test_importing_again_changes_nothing() -> None:
    call("memory", "import", OMEGAT)
    outcome = call("memory", "import", OMEGAT)
    assert outcome.out == f"{OMEGAT}: 2 segments: 2 the same, in memory/en-uk.sqlite\n"


def test_import_lists_what_it_leaves_out_and_exits_with_1() -> None:
    bad = FIXTURES / "bad-units.tmx"
    outcome = call("memory", "import", bad)
    assert (outcome.code, outcome.err) == (1, "")
    assert outcome.out == (
        f"{bad}:6: segment 2: its target is empty: left out\n"
        f"{bad}:7: segment 3: its source has no seg: left out\n"
        f"{bad}:8: segment 4: `b` is no inline element of TMX: left out\n"
        f"{bad}: 8 segments: 2 new, 3 in other languages, 3 left out, in memory/en-uk.sqlite\n"
    )


def test_import_tells_the_same_as_json() -> None:
    bad = FIXTURES / "bad-units.tmx"
    outcome = call("memory", "import", bad, "--json")
    assert outcome.code == 1
    assert json.loads(outcome.out)[0] == {
        "file": str(bad),
        "segments": 8,
        "new": 2,
        "changed": 0,
        "same": 0,
        "older": 0,
        "other_languages": 3,
        "faults": [
            {"segment": 2, "line": 6, "message": "its target is empty"},
            {"segment": 3, "line": 7, "message": "its source has no seg"},
            {"segment": 4, "line": 8, "message": "`b` is no inline element of TMX"},
        ],
        "broken": None,
    }


def test_import_of_a_truncated_file_keeps_what_it_has() -> None:
    whole = OMEGAT.read_text(encoding="utf-8")
    Path("cut.tmx").write_text(whole[: whole.index("He said")], encoding="utf-8")
    outcome = call("memory", "import", "cut.tmx")
    assert outcome.code == 1
    assert outcome.out.splitlines()[-1] == "cut.tmx: 1 segment: 1 new, in memory/en-uk.sqlite"
    assert outcome.out.startswith("cut.tmx:")
    assert "is broken here (" in outcome.out


def test_import_into_another_pair_takes_the_other_languages() -> None:
    call("memory", "import", FIXTURES / "variants.tmx", "--from", "ru", "--to", "uk")
    with Memory.open(Path("memory/ru-uk.sqlite"), "ru", "uk", read_only=True) as opened:
        assert [(one.source.text, one.target.text) for one in opened.entries()] == [("Цвет", "Колір")]


def test_export_writes_what_import_reads() -> None:
    call("memory", "import", OMEGAT)
    assert call("memory", "export", "all.tmx").out == "exported 2 segments to all.tmx\n"
    assert (
        call("memory", "import", "all.tmx").out == "all.tmx: 2 segments: 2 the same, in memory/en-uk.sqlite\n"
    )


def test_export_overwrites_when_told() -> None:
    call("memory", "import", OMEGAT)
    Path("all.tmx").write_text("mine")
    said = call("memory", "export", "all.tmx").said(1)
    assert said == "all.tmx: is there already. Overwrite it with --replace"
    assert Path("all.tmx").read_text() == "mine"
    assert call("memory", "export", "all.tmx", "--replace").code == 0


def test_stats_count_the_segments() -> None:
    call("memory", "import", OMEGAT)
    lines = call("memory", "stats").out.splitlines()
    assert lines[0].startswith("memory/en-uk.sqlite: 0.")
    assert lines[1:] == [
        "2 segments, 2 sources, 1 with their context",
        "from 2026-02-03 to 2026-02-03",
        "article\t–\t1",
        "article\tnews/irpin.html\t1",
        "tool\tOmegaT 3.6.0_10\t2",
    ]


def test_stats_as_json() -> None:
    call("memory", "import", OMEGAT)
    counted = json.loads(call("memory", "stats", "--json").out)
    assert counted.pop("bytes") == MEMORY.stat().st_size
    assert counted == {
        "file": "memory/en-uk.sqlite",
        "segments": 2,
        "sources": 2,
        "with_context": 1,
        "oldest": "2026-02-03T10:15:00+00:00",
        "newest": "2026-02-03T10:16:00+00:00",
        "articles": {"": 1, "news/irpin.html": 1},
        "tools": {"OmegaT 3.6.0_10": 2},
    }


ROW = "2026-02-03\tnews/irpin.html\t3-2\tHe said yes.\tВін погодився.\n"


def test_prune_shows_what_it_would_remove_and_removes_it_when_told() -> None:
    call("memory", "import", OMEGAT)
    outcome = call("memory", "prune", "--article", "news/irpin.html")
    assert outcome.out == (
        f"{ROW}1 segment would be removed from memory/en-uk.sqlite. Remove them with --yes\n"
    )
    assert json.loads(call("memory", "stats", "--json").out)["segments"] == 2
    outcome = call("memory", "prune", "--article", "news/irpin.html", "--yes")
    assert outcome.out == f"{ROW}1 segment removed from memory/en-uk.sqlite\n"
    assert json.loads(call("memory", "stats", "--json").out)["segments"] == 1


@pytest.mark.parametrize(("date", "number"), [("2026-02-03", 0), ("2026-02-04", 2)])
def test_prune_by_date(date: str, number: int) -> None:
    call("memory", "import", OMEGAT)
    said = call("memory", "prune", "--older-than", date, "--yes").out.splitlines()[-1]
    assert said == f"{number} segments removed from memory/en-uk.sqlite"


def test_prune_without_a_condition_is_a_usage_error() -> None:
    assert call("memory", "prune", "--yes").said(2) == (
        "nothing is said of what to remove. Give --older-than, --article, --duplicates or --rivals"
    )


@pytest.mark.parametrize(
    ("arguments", "code", "line"),
    [
        (["import", "none.tmx"], 2, "none.tmx: is no file"),
        (["import", "plain.txt"], 1, "plain.txt:1:1: is no well-formed XML (Start tag expected,"),
        (["stats"], 1, "memory/en-uk.sqlite: is not there. Fill it with `translate learn` or"),
        (["export", "a.tmx"], 1, "memory/en-uk.sqlite: is not there. Fill it with `translate learn` or"),
        (["prune", "--rivals"], 1, "memory/en-uk.sqlite: is not there. Fill it with `translate learn` or"),
        (["stats", "--memory", "plain.txt"], 1, "plain.txt: is no translation memory. Choose another with"),
        (["stats", "--to", "ua"], 2, "`ua` is a country code; the language is `uk`"),
    ],
)
def test_bad_input_is_told_in_one_line(arguments: list[str], code: int, line: str) -> None:
    Path("plain.txt").write_text("It was quiet.\n")
    assert call("memory", *arguments).said(code).startswith(line)


def test_a_killed_import_leaves_a_memory_that_can_be_used() -> None:
    unit = '<tu><tuv xml:lang="en"><seg>Yes {0}.</seg></tuv><tuv xml:lang="uk"><seg>Так {0}.</seg></tuv></tu>'
    with Path("large.tmx").open("w", encoding="utf-8") as file:
        file.write('<tmx version="1.4"><header/><body>')
        file.writelines(unit.format(number) for number in range(12_000))
        file.write("</body></tmx>")
    process = start("memory", "import", "large.tmx")
    while not (MEMORY.exists() and MEMORY.with_name(f"{MEMORY.name}-wal").exists()):
        assert process.poll() is None
    process.kill()
    assert finish(process).code == -9
    outcome = call("memory", "import", "large.tmx")
    assert outcome.code == 0
    assert json.loads(call("memory", "stats", "--json").out)["segments"] == 12_000
