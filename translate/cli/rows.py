"""Rows of a glossary and their changes as lines to read and as dictionaries for JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from translate.glossary import Change, Fault, Term

_SIGNS = {"add": "+", "change": "~", "conflict": "!"}


def print_changes(changes: Iterable[Change], path: Path) -> None:
    """Print a line for each change, and the number of rows that change nothing."""
    same = 0
    for change in changes:
        if change.action == "same":
            same += 1
            continue
        place = "" if change.action == "add" else f"  ({path}:{change.line})"
        line = told(change.before, change.after, change.columns)
        typer.echo(f"{_SIGNS[change.action]} {line}{place}")
    if same:
        typer.echo(f"= {count(same, 'row')} the same")


def before(change: Change) -> str:
    """Return what a row says in the columns that would change."""
    row = as_dict(change.before) if change.before else {}
    columns = ("target",) if change.action == "conflict" else change.columns
    return ", ".join(f"{column} {_cell(row[column])}" for column in columns)


def told(before: Term | None, after: Term | None, columns: Sequence[str]) -> str:
    """Return a row that only one side has, or what two rows say in the columns that differ."""
    if before is None or after is None:
        return one_line(after or before)
    old, new = as_dict(before), as_dict(after)
    changes = (f"{column} {_cell(old[column])} → {_cell(new[column])}" for column in columns)
    return f"{after.source}: {', '.join(changes)}"


def _cell(value: object) -> str:
    if isinstance(value, list):
        value = "|".join(map(str, value))
    if isinstance(value, bool):
        value = "yes" if value else "no"
    return f"`{value}`"


def one_line(term: Term | None) -> str:
    """Return a row as `source → target`."""
    return f"{term.source} → {term.target}" if term else ""


def count(number: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def as_dict(term: Term) -> dict[str, object]:
    """Return the columns of a row."""
    return {
        "source": term.source,
        "target": term.target,
        "note": term.note,
        "kind": term.kind,
        "gender": term.gender,
        "case": term.case_sensitive,
        "forbidden": list(term.forbidden),
        "forms": [f"{case}={form}" for case, form in term.forms],
    }


def change_as_dict(change: Change) -> dict[str, object]:
    """Return what a row would change."""
    return {
        "action": change.action,
        "line": change.line or None,
        "columns": list(change.columns),
        "before": as_dict(change.before) if change.before else None,
        "after": as_dict(change.after),
    }


def fault_as_dict(fault: Fault) -> dict[str, object]:
    """Return a fault."""
    return {
        "file": str(fault.path),
        "line": fault.line,
        "column": fault.column,
        "severity": fault.severity,
        "rule": fault.rule,
        "message": fault.message,
    }
