"""`translate watch`: draft what appears or changes, until stopped."""

from __future__ import annotations

import signal
from collections import Counter
from dataclasses import replace
from threading import Event

import typer

from translate.api import Batch
from translate.cli import options, show

EXAMPLE = "Example: translate watch incoming/ --to uk --out drafts/"


@options.on_a_batch
def watch(
    batch: Batch,
    quiet: options.Quiet = False,
) -> None:
    """Draft what is in a folder, then what appears or changes in it, until stopped with Ctrl-C.

    A changed glossary or memory counts too: what it touches is drafted again. Files that a reviewer has
    changed stay.
    """
    from translate.batch import Events

    batch = replace(batch, wait=True)
    stop = Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stop.set())
    events = Events(warned=lambda line: show.complaints(None, [line]))
    for results in batch.watch(events, stop):
        show.errors(results)
        if not quiet:
            show.written(results)
            counts = Counter(result.status for result in results)
            typer.echo(
                ", ".join(f"{number:,} {name}" for name, number in counts.most_common()) or "no articles yet"
            )
    if not quiet:
        typer.echo("stopped")
