"""Each check of many segments against its golden file `across/<check>.txt`.

A case is a number of segments, each a source line (`en: …`), a target line (`uk: …`) and its `term: …` lines
as in `test_golden`; `file: …` names the article of those that follow. Its end is what the check says:
`finding: …` lines that begin with the number of the segment, or `ok`. A unit is named by its number.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.checks.test_golden import decode, longest, matches
from translate.checks import Draft, Located, describe, names, run_across

FILES = sorted((Path(__file__).parent / "across").glob("*.txt"))


@dataclass(frozen=True)
class Case:
    name: str
    check: str
    segments: tuple[Located, ...]
    findings: tuple[str, ...]


def cases() -> Iterator[Case]:
    for path in FILES:
        text = "\n".join(
            line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
        )
        for number, block in enumerate(filter(None, map(str.strip, text.split("\n\n"))), 1):
            yield case(f"{path.stem} {number}", path.stem, block.splitlines())


def case(name: str, check: str, lines: list[str]) -> Case:
    segments: list[Located] = []
    findings: list[str] = []
    pairs = [decode(line).partition(": ")[::2] for line in lines]
    file = "article.txt"
    for index, (key, value) in enumerate(pairs):
        if key == "file":
            file = value
        elif key == "en":
            rest = pairs[index + 2 :]
            end = next((place for place, (other, _) in enumerate(rest) if other != "term"), len(rest))
            found = list(longest(match for _, row in rest[:end] for match in matches(value, row)))
            draft = Draft(
                value,
                pairs[index + 1][1],
                "en",
                "uk",
                terms=tuple(match for match, _ in found),
                accepted=tuple(forms for _, forms in found),
            )
            segments.append(Located(file, str(len(segments) + 1), draft))
        elif key == "finding":
            findings.append(value)
    assert bool(findings) != (("ok", "") in pairs), f"{name}: neither `finding:` nor `ok`"
    return Case(name, check, tuple(segments), tuple(findings))


ALL = list(cases())


@pytest.mark.parametrize("case", ALL, ids=[case.name for case in ALL])
def test_check_across_segments_on_golden_case_says_exactly_this(case: Case) -> None:
    others = [name for name in names() if name != case.check]
    found = run_across(case.segments, disabled=others)
    assert tuple(f"{index + 1} {finding.message}" for index, finding in found) == case.findings
    assert {finding.check for _, finding in found} <= {case.check}


@pytest.mark.parametrize("check", [path.stem for path in FILES])
def test_every_check_across_segments_has_both_kinds_of_cases_and_a_docstring(check: str) -> None:
    mine = [case for case in ALL if case.check == check]
    assert len(mine) >= 6
    assert {bool(case.findings) for case in mine} == {True, False}
    assert len(describe(check)) > 40


def test_inconsistent_name_is_marked_in_source_and_target() -> None:
    drafts = [
        Draft("They met Ludovic Macron there.", "Там вони зустріли Людовіка Макрона.", "en", "uk"),
        Draft("Later, Macron left.", "Згодом Макронн пішов.", "en", "uk"),
    ]
    ((index, finding),) = run_across([Located("a.txt", f"s{n}", draft) for n, draft in enumerate(drafts)])
    assert index == 1
    assert finding.source is not None
    assert finding.target is not None
    assert drafts[1].source[slice(*finding.source)] == "Macron"
    assert drafts[1].target[slice(*finding.target)] == "Макронн"


def test_lists_of_thousands_of_names_take_no_more_than_seconds() -> None:
    names_of = [
        (f"Petran{a}{b}{c}", f"Петран{d}{e}{f}")
        for a, d in zip("abdegiklmno", "абдегіклмно", strict=True)
        for b, e in zip("abdegiklmno", "абдегіклмно", strict=True)
        for c, f in zip("abdegiklmno", "абдегіклмно", strict=True)
    ]
    draft = Draft(
        "He met " + " and ".join(name for name, _ in names_of) + " there.",
        "Він зустрів " + " і ".join(name for _, name in names_of) + " там.",
        "en",
        "uk",
    )
    started = time.process_time()
    assert run_across([Located("a.txt", str(number), draft) for number in range(3)]) == ()
    assert time.process_time() - started < 10


def test_a_name_in_a_thousand_spellings_takes_no_more_than_seconds() -> None:
    letters = "абвгдеєжзіклмнопрст"
    spellings = [f"Макр{a}{b}нн" for a in letters for b in letters]
    drafts = [
        Draft("Later, Macron left.", f"Згодом {name} пішов.", "en", "uk")
        for name in [*spellings * 3, "Макрон"]
    ]
    started = time.process_time()
    found = run_across([Located("a.txt", str(number), draft) for number, draft in enumerate(drafts)])
    assert len(found) > 100
    assert time.process_time() - started < 10
