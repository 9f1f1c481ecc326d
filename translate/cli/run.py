"""`translate run`: draft articles as XLIFF."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from typing import Annotated

import typer

from translate.api import Batch
from translate.cli import afterwards, options, show
from translate.errors import TranslateError, UsageError

LOCAL = "local"
"""What `--ray` without an address stands for: a Ray of this machine."""
EXAMPLE = "Example: translate run seeds/ --to uk --out out/"


@options.on_a_batch
def run(
    batch: Batch,
    order: Annotated[
        str,
        typer.Option(
            "--order",
            metavar="article|worst-first",
            help="worst-first also writes OUT/review.tsv, the segments that need a reviewer most at its top.",
        ),
    ] = "article",
    report: Annotated[
        bool, typer.Option("--report/--no-report", help="Write OUT/report.html, the batch on one page.")
    ] = True,
    force: Annotated[
        bool, typer.Option("--force", help="Draft again, also over files a reviewer has changed.")
    ] = False,
    wait: options.Wait = False,
    ray: Annotated[
        str | None,
        typer.Option(
            "--ray",
            metavar="[ADDRESS]",
            help="Draft on a Ray cluster, by default one of this machine alone (docs/scale.md).",
            show_default=False,
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(
            "--workers",
            metavar="N",
            min=1,
            help="Workers on the cluster (default: one a processor).",
            show_default=False,
        ),
    ] = None,
    as_json: options.AsJson = False,
    quiet: options.Quiet = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Also say per article how names and figures were settled.")
    ] = False,
) -> None:
    """Draft articles offline and write one XLIFF file each for review.

    Names of the glossary and figures are proved to stand in each draft, or the segment is flagged with
    state needs-adaptation and a note that says what to look at. What is done already is not done again: a
    run that was stopped is gone on with by the same command.
    """
    from translate.batch.cluster import RayExecutor

    if workers is not None and ray is None:
        raise UsageError("--workers are those of a cluster", hint="Add --ray, or use --threads")
    if order not in ("article", "worst-first"):
        raise UsageError(f"--order is article or worst-first, not {order!r}")
    batch = replace(batch, force=force, wait=wait)
    found = batch.found()
    with batch.opened() as pipeline:
        if not quiet:
            show.warnings(pipeline.glossary.warnings)
        with show.progress(hidden=quiet or as_json) as events, ExitStack() as stack:
            executor = None
            if ray is not None:
                executor = RayExecutor.connect(
                    pipeline, None if ray == LOCAL else ray, workers=workers, warned=events.warned
                )
                stack.callback(executor.close)
            results = batch.draft(found, pipeline, events, executor)
        preparation = pipeline.preparation
        signature = pipeline.signature
    told: list[str] = []
    unwritten: list[str] = []
    if report or order == "worst-first":
        try:
            worst_first = order == "worst-first"
            told = afterwards.write(results, batch.out, preparation, page=report, worst_first=worst_first)
        except TranslateError as error:
            unwritten.append(str(error))
    if as_json:
        show.as_json(results, signature)
    elif not quiet:
        show.summary(results, verbose=verbose, more=told)
    show.errors(results)
    show.complaints(None, unwritten)
    if unwritten or any(result.status == "failed" for result in results):
        raise typer.Exit(1)
