"""`translate glossary accept`: what was learnt from corrections, looked at and put into the glossary."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from translate.cli import rows
from translate.cli.glossary_options import AsJson, File, From, To, file_of
from translate.errors import UsageError, on_one_line

if TYPE_CHECKING:
    from translate.glossary import Decision, Proposals, Proposed

EXAMPLE = "Example: translate glossary accept Hostomel"

_MOST_PLACES = 3


def accept(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SOURCE]...", help="Sources of the rows (default: list them all).", show_default=False
        ),
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Accept every row that is sure and contradicts nothing.")
    ] = False,
    glossary: File = None,
    target_term: Annotated[
        str, typer.Option("--target", metavar="TEXT", help="The dictionary form for the one SOURCE.")
    ] = "",
    replace: Annotated[
        bool, typer.Option("--replace", help="Change rows of the glossary that say something else.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be done and do nothing.")
    ] = False,
    source: From = "en",
    target: To = "uk",
    as_json: AsJson = False,
) -> None:
    """Put names that reviewers have corrected into the glossary; without SOURCE, list them with the evidence.

    They wait in FROM-TO.proposed.tsv beside the glossary, where they can be edited. Rows that contradict the
    glossary or each other are left, and the command exits with 1, unless --replace or --target.
    """
    from translate.files import write_atomically
    from translate.glossary import (
        Glossary,
        apply,
        decide,
        merge,
        open_sheet,
        proposed_path,
        read_proposals,
        remaining,
        write_proposals,
    )
    from translate.languages import get

    if sources and every:
        raise UsageError("names sources and --all", hint="Give one of the two")
    path = file_of(glossary, source, target)
    waiting = proposed_path(path)
    terms = Glossary.load([path] if path.exists() else [], source, target).terms
    proposals = merge(read_proposals(waiting), (), language=get(target), terms=terms)
    if not sources and not every:
        if target_term or replace or dry_run:
            raise UsageError("nothing is named to accept", hint="Name a SOURCE, or give --all")
        _list(proposals, waiting, as_json=as_json)
        return
    sheet = open_sheet(path)
    decisions = decide(proposals, sheet, waiting, sources or (), target=target_term, replacing=replace)
    changes = [one.change for one in decisions if one.change is not None and one.change.action != "same"]
    if not dry_run:
        if changes:
            write_atomically(path, apply(sheet, changes))
        write_proposals(waiting, remaining(proposals, decisions))
    if as_json:
        _print_json(
            [{**_as_dict(one.row), "action": _action(one), "reason": one.refused} for one in decisions]
        )
    else:
        _print(decisions)
        done = "would be written" if dry_run else "written"
        left = len(remaining(proposals, decisions).rows)
        typer.echo(f"{rows.count(len(changes), 'row')} {done} to {path}, {left} left in {waiting}")
    if any(one.refused for one in decisions):
        typer.echo("translate: rows marked ! were not accepted", err=True)
        raise typer.Exit(1)


def _list(proposals: Proposals, path: Path, *, as_json: bool) -> None:
    if as_json:
        _print_json([_as_dict(row) for row in proposals.rows])
        return
    if not proposals.rows:
        typer.echo(f"nothing is proposed in {path}")
        return
    for row in proposals.rows:
        kinds = ", ".join(filter(None, (row.kind if row.kind != "other" else "", row.gender, row.note)))
        typer.echo(on_one_line(f"{row.count} × {row.source} → {row.target}{f'  ({kinds})' if kinds else ''}"))
        if row.draft:
            typer.echo(on_one_line(f"    draft: {', '.join(row.draft)}; review: {', '.join(row.review)}"))
        if row.seen:
            more = f" and {row.count - _MOST_PLACES} more" if row.count > _MOST_PLACES else ""
            typer.echo(on_one_line(f"    seen: {', '.join(row.seen[:_MOST_PLACES])}{more}"))
        if row.conflict:
            typer.echo(on_one_line(f"    ! {row.conflict}"))


def _print(decisions: Sequence[Decision]) -> None:
    for one in decisions:
        line = f"{one.row.source} → {one.row.target}"
        if one.refused:
            typer.echo(on_one_line(f"! {line}: {one.refused}"))
        else:
            typer.echo(on_one_line(f"{'-' if one.dropped else '+'} {line}{_remark(one)}"))


def _remark(one: Decision) -> str:
    if one.dropped:
        return " (no longer proposed)"
    change = one.change
    if change is None or change.before is None:
        return ""
    return " (there already)" if change.action == "same" else f" (was {rows.before(change)})"


def _action(one: Decision) -> str:
    return "refused" if one.refused else "dropped" if one.dropped else "accepted"


def _as_dict(row: Proposed) -> dict[str, object]:
    return {
        "source": row.source,
        "target": row.target,
        "note": row.note,
        "kind": row.kind,
        "gender": row.gender,
        "count": row.count,
        "seen": list(row.seen),
        "draft": list(row.draft),
        "review": list(row.review),
        "conflict": row.conflict,
    }


def _print_json(document: object) -> None:
    typer.echo(json.dumps(document, indent=2))
