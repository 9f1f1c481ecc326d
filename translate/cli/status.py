"""`translate status`: what is done, what is not, and why."""

from __future__ import annotations

import json
from collections import Counter
from typing import Annotated

import typer

from translate.api import Batch
from translate.cli import options, show
from translate.errors import on_one_line

EXAMPLE = "Example: translate status seeds/ --to uk --out out/"


@options.on_a_batch
def status(
    batch: Batch,
    every: Annotated[bool, typer.Option("--all", help="List what is done, too.")] = False,
    as_json: options.AsJson = False,
) -> None:
    """Say which articles are done, in review, pending or failed, and why; draft nothing.

    Give the options of the run: with another model, glossary or setting there is more to do. The exit code
    is 0 when all are done or in review, else 1.
    """
    states = batch.status()
    if as_json:
        rows = [
            {
                "article": str(each.article),
                "output": str(each.output),
                "status": each.standing,
                "why": each.why,
                "segments": each.segments,
                "flagged": each.flagged,
            }
            for each in states
        ]
        typer.echo(json.dumps(rows, indent=2))
    else:
        shown = [each for each in states if every or each.standing in ("pending", "failed")]
        if shown:
            show.table(
                ("article", "status", "why"),
                [(on_one_line(str(each.article)), each.standing, on_one_line(each.why)) for each in shown],
                left=3,
            )
        counts = Counter(each.standing for each in states)
        typer.echo(", ".join(f"{number:,} {name}" for name, number in counts.most_common()))
    if any(each.standing in ("pending", "failed") for each in states):
        raise typer.Exit(1)
