"""Each check against its golden file `<check>.txt`: true findings, and look-alikes that must not fire.

A case is a source line (`en: …`), a target line (`uk: …`), any number of `term: source = target, other forms`
with `! forbidden, …` at the end (`place: …` for the name of one), a `score: …` of the model, and what the
check says: `finding: …` lines or `ok`. `fix: …` is the target with what the findings mend, `fix: none` says
that they mend nothing. Letters that cannot be told apart by eye are written as `\u0069`. Inline codes are `⟨1
b⟩…⟨/1 b⟩` and `⟨2 br/⟩`: a number and what is shown (`code` protects its text). `kind: headline` says what
the segment is part of. Checks of many segments have theirs in `across/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from translate.checks import Draft, Finding, describe, names, run
from translate.figures import recognise
from translate.glossary.model import Term, TermMatch
from translate.inline import Code, Kind, concatenate

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    name: str
    check: str
    draft: Draft
    findings: tuple[str, ...]
    fixed: str | None


CHAIN = [name for name in names() if not (HERE / "across" / f"{name}.txt").exists()]


def cases() -> Iterator[Case]:
    for check in CHAIN:
        lines = (HERE / f"{check}.txt").read_text(encoding="utf-8").splitlines()
        block: list[tuple[int, str]] = []
        for number, line in enumerate([*lines, ""], 1):
            if line.startswith("#"):
                continue
            if line:
                block.append((number, line))
            elif block:
                yield case(check, block)
                block = []


def case(check: str, block: list[tuple[int, str]]) -> Case:
    pairs = [tuple(decode(line).partition(": ")[::2]) for _, line in block]
    (source_language, marked_source), (target_language, marked_target), *rest = pairs
    source, codes = coded(marked_source)
    target, target_codes = coded(marked_target)
    found = list(
        longest(
            match for key, value in rest if key in ("term", "place") for match in matches(source, value, key)
        )
    )
    findings = tuple(value for key, value in rest if key == "finding")
    assert bool(findings) != (("ok", "") in rest), f"{check}.txt:{block[0][0]}: neither `finding:` nor `ok`"
    draft = Draft(
        source,
        target,
        source_language,
        target_language,
        terms=tuple(match for match, _ in found),
        figures=tuple(recognise(source, source_language)),
        accepted=tuple(forms for _, forms in found),
        codes=codes,
        target_codes=target_codes,
        kind=next((value for key, value in rest if key == "kind"), ""),
        score=next((float(value) for key, value in rest if key == "score"), None),
    )
    fixed = next((value for key, value in rest if key == "fix"), None)
    return Case(f"{check}.txt:{block[0][0]}", check, draft, findings, target if fixed == "none" else fixed)


def coded(line: str) -> tuple[str, tuple[Code, ...]]:
    """Take the inline codes out of a line."""
    pieces: list[str | Code] = []
    for piece in re.split("(⟨[^⟩]*⟩)", line):
        if mark := re.fullmatch(r"⟨(/?)(\d+) (\w+)(/?)⟩", piece):
            end, id_, name, single = mark.groups()
            kind: Kind = "close" if end else "single" if single else "open"
            type_ = "protected" if name == "code" else "other"
            pieces.append(Code(0, id_, kind, type_, shown=f"<{end}{name}{single}>"))
        else:
            pieces.append(piece)
    text = concatenate(pieces)
    return text.text, text.codes


def longest(found: Iterable[tuple[TermMatch, frozenset[str]]]) -> Iterator[tuple[TermMatch, frozenset[str]]]:
    """Leave out a term inside a longer one, as the glossary does; give the rest in the order of the text."""
    end = 0
    for match, forms in sorted(found, key=lambda pair: (pair[0].start, -pair[0].end)):
        if match.start >= end:
            end = match.end
            yield match, forms


def decode(line: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), line)


def matches(source: str, row: str, key: str = "term") -> Iterator[tuple[TermMatch, frozenset[str]]]:
    name, _, rest = row.partition(" = ")
    targets, _, forbidden = rest.partition(" ! ")
    forms = targets.split(", ")
    kind = "other" if key == "term" else key
    term = Term(name, forms[0], kind=kind, forbidden=tuple(form for form in forbidden.split(", ") if form))
    for match in re.finditer(rf"\b{re.escape(name)}\b", source):
        yield TermMatch(match.start(), match.end(), term), frozenset(forms)


ALL = list(cases())


@pytest.mark.parametrize("case", ALL, ids=[case.name for case in ALL])
def test_check_on_golden_case_says_exactly_this(case: Case) -> None:
    found = run(case.draft, disabled=[name for name in names() if name != case.check])
    assert tuple(finding.message for finding in found) == case.findings
    assert all(finding.check == case.check for finding in found)
    if case.fixed is not None:
        assert mended(case.draft.target, found) == case.fixed


def mended(target: str, findings: Iterable[Finding]) -> str:
    for fix in sorted((one.fix for one in findings if one.fix), key=lambda fix: -fix.start):
        target = target[: fix.start] + fix.text + target[fix.end :]
    return target


@pytest.mark.parametrize("check", CHAIN)
def test_every_check_has_both_kinds_of_cases_and_a_docstring(check: str) -> None:
    mine = [case for case in ALL if case.check == check]
    assert len(mine) >= 6
    assert {bool(case.findings) for case in mine} == {True, False}
    assert len(describe(check)) > 40
