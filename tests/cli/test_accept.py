"""`translate glossary accept`: lists, accepts, refuses; files whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.commands import call, parts_left

PATH = Path("glossaries/en-uk.tsv")
WAITING = Path("glossaries/en-uk.proposed.tsv")
FILE = "# ours\nKyiv\tКиїв\tcapital\tplace\tmasc\nBucha\tБучач\t\tplace\n"
ROWS = """\
Hostomel\tГостомель\t\tplace\t\t4\ta.txt#1|a.txt#2|a.txt#5|b.txt#1\tГостомелу|Гостомела\tГостомелі|Гостомель
Bucha\tБуча\t\tplace\t\t2\ta.txt#3|a.txt#4\tБучача\tБучі
McAllen\tМакален\tdictionary form not sure\tplace\t\t1\ta.txt#7\tМак-Аллені\tМакалені
Udod\tУдод\t\tperson\tmasc\t1\ta.txt#8\tУдота\tУдода
Udod\tУдуд\t\tperson\tmasc\t1\tb.txt#8\tУдота\tУдуда
"""


@pytest.fixture(autouse=True)
def glossary(workplace: Path) -> Path:
    """A glossary and what is proposed for it, where the command looks for them."""
    path = workplace / PATH
    path.parent.mkdir()
    path.write_bytes(FILE.encode())
    (workplace / WAITING).write_bytes(ROWS.encode())
    return path


def test_without_a_source_the_proposals_are_listed_with_their_evidence() -> None:
    outcome = call("glossary", "accept")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines() == [
        "4 × Hostomel → Гостомель  (place)",
        "    draft: Гостомелу, Гостомела; review: Гостомелі, Гостомель",
        "    seen: a.txt#1, a.txt#2, a.txt#5 and 1 more",
        "2 × Bucha → Буча  (place)",
        "    draft: Бучача; review: Бучі",
        "    seen: a.txt#3, a.txt#4",
        "    ! glossary: Бучач (en-uk.tsv:3)",
        "1 × McAllen → Макален  (place, dictionary form not sure)",
        "    draft: Мак-Аллені; review: Макалені",
        "    seen: a.txt#7",
        "1 × Udod → Удод  (person, masc)",
        "    draft: Удота; review: Удода",
        "    seen: a.txt#8",
        "    ! proposed: Удуд",
        "1 × Udod → Удуд  (person, masc)",
        "    draft: Удота; review: Удуда",
        "    seen: b.txt#8",
        "    ! proposed: Удод",
    ]
    (first, *_) = json.loads(call("glossary", "accept", "--json").out)
    assert first == {
        "source": "Hostomel",
        "target": "Гостомель",
        "note": "",
        "kind": "place",
        "gender": "",
        "count": 4,
        "seen": ["a.txt#1", "a.txt#2", "a.txt#5", "b.txt#1"],
        "draft": ["Гостомелу", "Гостомела"],
        "review": ["Гостомелі", "Гостомель"],
        "conflict": "",
    }


def test_without_a_file_nothing_is_proposed() -> None:
    WAITING.unlink()
    outcome = call("glossary", "accept")
    assert (outcome.code, outcome.out) == (0, f"nothing is proposed in {WAITING}\n")
    assert call("glossary", "accept", "--json").out == "[]\n"
    said = call("glossary", "accept", "Bucha").said(1)
    assert said == f"{WAITING}: proposes nothing for `Bucha`. List them with `translate glossary accept`"


def test_accepting_a_source_writes_its_row_and_takes_it_from_the_proposals() -> None:
    outcome = call("glossary", "accept", "hostomel")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == f"+ Hostomel → Гостомель\n1 row written to {PATH}, 4 left in {WAITING}\n"
    assert PATH.read_text("utf-8") == FILE + "Hostomel\tГостомель\t\tplace\n"
    assert "Hostomel" not in WAITING.read_text("utf-8")
    assert call("glossary", "accept", "Hostomel").code == 1


def test_a_target_changed_by_hand_is_the_one_accepted() -> None:
    WAITING.write_text(ROWS.replace("Макален\tdictionary form not sure", "Мак-Аллен\tin Texas"), "utf-8")
    assert call("glossary", "accept", "McAllen").code == 0
    assert PATH.read_text("utf-8") == FILE + "McAllen\tМак-Аллен\tin Texas\tplace\n"


def test_accepting_all_leaves_what_is_in_doubt_and_says_why() -> None:
    outcome = call("glossary", "accept", "--all")
    assert outcome.code == 1
    assert outcome.err == "translate: rows marked ! were not accepted\n"
    assert outcome.out.splitlines() == [
        "+ Hostomel → Гостомель",
        "! Bucha → Буча: glossary: Бучач (en-uk.tsv:3); change it with --replace",
        "! McAllen → Макален: the dictionary form is not sure; name the source, or give a --target",
        "! Udod → Удод: proposed: Удуд; choose with --target",
        "! Udod → Удуд: proposed: Удод; choose with --target",
        f"1 row written to {PATH}, 4 left in {WAITING}",
    ]
    assert PATH.read_text("utf-8") == FILE + "Hostomel\tГостомель\t\tplace\n"


def test_a_row_that_the_glossary_contradicts_needs_replace_or_a_target() -> None:
    assert call("glossary", "accept", "Bucha").code == 1
    assert PATH.read_text("utf-8") == FILE
    outcome = call("glossary", "accept", "Bucha", "--replace")
    assert outcome.out.splitlines()[0] == "+ Bucha → Буча (was target `Бучач`)"
    assert PATH.read_text("utf-8") == FILE.replace("Бучач", "Буча")


def test_a_target_decides_between_two_proposals_and_the_other_is_gone() -> None:
    outcome = call("glossary", "accept", "Udod", "--target", "Удод")
    assert outcome.out.splitlines() == [
        "+ Udod → Удод",
        "- Udod → Удуд (no longer proposed)",
        f"1 row written to {PATH}, 3 left in {WAITING}",
    ]
    assert PATH.read_text("utf-8") == FILE + "Udod\tУдод\t\tperson\tmasc\n"


def test_a_dry_run_says_what_would_be_done_and_writes_nothing() -> None:
    outcome = call("glossary", "accept", "Hostomel", "McAllen", "--dry-run", "--json")
    assert [(one["source"], one["action"]) for one in json.loads(outcome.out)] == [
        ("Hostomel", "accepted"),
        ("McAllen", "accepted"),
    ]
    assert "would be written" in call("glossary", "accept", "Hostomel", "--dry-run").out
    assert (PATH.read_text("utf-8"), WAITING.read_text("utf-8")) == (FILE, ROWS)
    assert parts_left(Path()) == []


def test_a_glossary_is_begun_where_there_is_none() -> None:
    PATH.unlink()
    assert call("glossary", "accept", "Bucha").code == 0
    assert PATH.read_text("utf-8").splitlines()[1:] == ["Bucha\tБуча\t\tplace"]


USAGE = [
    (("Bucha", "--all"), 2, "names sources and --all. Give one of the two"),
    (("--target", "Буча"), 2, "nothing is named to accept. Name a SOURCE, or give --all"),
    (("Bucha", "Udod", "--target", "Буча"), 2, "--target is for one SOURCE. Accept the sources one by one"),
    (("--all", "--glossary", "x.csv"), 2, "x.csv: is no TSV file. Bring it in with"),
    (("Hostomil",), 1, f"{WAITING}: proposes nothing for `Hostomil`. Did you mean `Hostomel`?"),
    (("Bucha", "--target", "Бу\tча"), 2, "a term cannot hold a tab"),
    (("Bucha", "--target", "Бу\u200bча"), 2, "`Bucha`: column 2 (target) holds U+200B (zero width space)"),
]


@pytest.mark.parametrize(("arguments", "code", "message"), USAGE)
def test_a_wrong_call_is_one_line_and_changes_nothing(
    arguments: tuple[str, ...], code: int, message: str
) -> None:
    assert call("glossary", "accept", *arguments).said(code).startswith(message)
    assert (PATH.read_text("utf-8"), WAITING.read_text("utf-8")) == (FILE, ROWS)


def test_a_broken_file_of_proposals_is_one_line() -> None:
    WAITING.write_text(ROWS + "Osh\n", "utf-8")
    said = call("glossary", "accept", "--all").said(1)
    assert said.startswith(f"{WAITING}:6:2: column 2 (target) is missing")
    assert PATH.read_text("utf-8") == FILE
