"""`translate watch`: draft what appears or changes, until stopped."""

from __future__ import annotations

import signal
from collections import Counter
from threading import Event

import typer

from translate.cli import options, show

EXAMPLE = "Example: translate watch incoming/ --to uk --out drafts/"


def watch(
    target: options.Target,
    paths: options.Articles = None,
    source: options.FromArticles = "en",
    out: options.Out = options.DEFAULT_OUT,
    glossary: options.Glossaries = None,
    model: options.Model = None,
    figures: options.Figures = "long",
    metric: options.Metric = False,
    encoding: options.Encoding = None,
    memory: options.MemoryFile = None,
    fuzzy: options.Fuzzy = 75,
    version: options.XliffVersion = "1.2",
    omegat: options.Omegat = False,
    threads: options.Threads = None,
    batch_tokens: options.BatchTokens = None,
    beam: options.Beam = None,
    compute_type: options.ComputeType = None,
    quiet: options.Quiet = False,
) -> None:
    """Draft what is in a folder, then what appears or changes in it, until stopped with Ctrl-C.

    A changed glossary or memory counts too: what it touches is drafted again. Files that a reviewer has
    changed stay.
    """
    from translate.api import Batch
    from translate.batch import Events

    batch = Batch(
        to=target,
        from_=source,
        paths=paths or (),
        out=out,
        glossaries=glossary,
        memory=memory,
        fuzzy=fuzzy,
        model=model,
        engine=options.engine(threads, batch_tokens, beam, compute_type),
        figures=figures,
        metric=metric,
        encoding=encoding,
        xliff=version,
        omegat=omegat,
        wait=True,
    )
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
