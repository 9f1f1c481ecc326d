"""Read `settle.txt`: a source, its terms, the drafts of an engine, and what is to become of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from translate import languages
from translate.engine import Hypothesis
from translate.glossary import Glossary, Term
from translate.protection import (
    Candidate,
    EngineInput,
    Protected,
    Settled,
    choose,
    engine_input,
    protect,
    settle,
)

FILE = Path(__file__).parent / "settle.txt"
MARKS = ("｟", "￨", "｠")
ENGLISH, UKRAINIAN = languages.get("en"), languages.get("uk")


@dataclass(frozen=True)
class Case:
    """One block of the file; `align` has the index of the source word for each word of the first draft."""

    name: str
    source: str
    terms: tuple[Term, ...]
    annotated: bool
    align: tuple[int, ...]
    drafts: tuple[str, ...]
    target: str
    spans: tuple[str, ...]


def cases(path: Path = FILE) -> list[Case]:
    """Return the cases of the file; lines that start with # are comments, \\uXXXX is a character."""
    found: list[Case] = []
    block: list[tuple[int, str]] = []
    for number, line in enumerate([*path.read_text("utf-8").splitlines(), ""], 1):
        if line.startswith("# "):
            continue
        if line:
            block.append((number, line))
        elif block:
            found.append(_case(f"{path.name}:{block[0][0]}", [line for _, line in block]))
            block = []
    return found


def term(row: str) -> Term:
    """Read `source = lemma kind gender`."""
    source, _, rest = row.partition(" = ")
    target, kind, gender = rest.rsplit(" ", 2)
    return Term(source, target, kind=kind, gender=gender)


def protected(source: str, *rows: str) -> Protected:
    """Protect `source` with a glossary of the rows."""
    return protect(source, Glossary([term(row) for row in rows]), ENGLISH, UKRAINIAN)


def hypothesis(source: EngineInput, text: str, align: tuple[int, ...] = ()) -> Hypothesis:
    """Make a hypothesis whose words look at the words of the input that `align` names."""
    if not align:
        return Hypothesis(text, -0.5)
    pieces = tuple(match.span() for match in re.finditer(r"\S+", source.text))
    words = tuple(match.span() for match in re.finditer(r"\S+", text))
    rows = tuple(tuple(float(i == index) for i in range(len(pieces))) for index in align)
    return Hypothesis(text, -0.5, pieces, words, rows)


def run(case: Case) -> Settled:
    """Settle the drafts of the case."""
    own = protect(case.source, Glossary(case.terms), ENGLISH, UKRAINIAN)
    source = engine_input(own, MARKS if case.annotated else None)
    drafts = [
        hypothesis(source, text, case.align if not rank else ()) for rank, text in enumerate(case.drafts)
    ]
    return settle(
        own,
        choose(own, [Candidate(source, draft, rank) for rank, draft in enumerate(drafts)], UKRAINIAN),
        UKRAINIAN,
    )


def outcomes(settled: Settled) -> list[str]:
    """Return `text: how` for every span, with the reason of a flag in brackets."""
    return [
        f"{outcome.span.text}: {outcome.how}" + (f" ({outcome.why})" if outcome.why else "")
        for outcome in settled.outcomes
    ]


def _case(name: str, lines: list[str]) -> Case:
    pairs = [line.partition(": ")[::2] for line in lines]
    values: dict[str, list[str]] = {}
    for key, value in pairs:
        values.setdefault(key, []).append(
            re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), value).replace("~", "\u00a0")
        )
    return Case(
        name,
        values["source"][0],
        tuple(term(row) for row in values.get("term", ())),
        values.get("input", ["annotated"])[0] == "annotated",
        tuple(int(index) for index in values.get("align", [""])[0].split()),
        tuple(values["draft"]),
        values.get("target", [""])[0],
        tuple(values.get("span", ())),
    )
