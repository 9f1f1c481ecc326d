"""The units of a document of ours as plain text, for tests that look at what was drafted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from translate import xliff


@dataclass(frozen=True, slots=True)
class Plain:
    """A unit without its inline codes; `target` and `note` are "" for none."""

    id: str
    source: str
    target: str
    flagged: bool
    note: str


def units(data: bytes | Path) -> list[Plain]:
    [returned] = xliff.read(data)
    assert returned.problems == ()
    return [_plain(unit) for unit in returned.units]


def _plain(unit: xliff.ReturnedUnit) -> Plain:
    target = "" if unit.target is None else unit.target.text
    return Plain(unit.id, unit.source.text, target, xliff.is_flagged(unit), "".join(unit.notes))
