"""What the commands print: the progress bar, tables, JSON. Colours and bars only on a terminal."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from translate.errors import on_one_line

if TYPE_CHECKING:
    from rich.console import Console

    from translate.batch import Events, Result
    from translate.xliff import Signature

_MOST_ROWS = 50
"""Articles, and problems, that are listed one by one: more is no list that anybody reads."""


@contextmanager
def progress(*, hidden: bool) -> Iterator[Events]:
    """Yield events that drive a bar on the terminal's error stream: segments, segments/s, time left."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from translate.batch import Events

    console = Console(stderr=True)
    bar = Progress(
        TextColumn("Drafting"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("segments  {task.fields[speed]} segments/s "),
        TimeRemainingColumn(),
        console=console,
        disable=hidden or not console.is_terminal,
        transient=True,
    )
    task = bar.add_task("drafting", total=0, speed="–")
    started = time.monotonic()
    total = 0

    def planned(segments: int) -> None:
        nonlocal total
        total += segments
        bar.update(task, total=total)

    def drafted(segments: int) -> None:
        bar.advance(task, segments)
        elapsed = time.monotonic() - started
        bar.update(task, speed=f"{bar.tasks[0].completed / elapsed:.0f}" if elapsed else "–")

    with bar:
        yield Events(planned=planned, drafted=drafted, warned=lambda line: warnings([line]))


def summary(results: Sequence[Result], *, verbose: bool, more: Iterable[str] = ()) -> None:
    """Print a table: article, segments, from memory, terms settled, figures settled, flagged, file.

    Of more than 50 articles only the sums are shown, unless `verbose`. `more` are lines to print behind it.
    """
    from rich.table import Table

    grid = Table(box=None, pad_edge=False, header_style="bold")
    grid.add_column("article", overflow="fold")
    for name in ("segments", "from memory", "terms settled", "figures settled", "flagged"):
        grid.add_column(name, justify="right")
    grid.add_column("file", overflow="fold")
    if verbose or len(results) <= _MOST_ROWS:
        for result in results:
            grid.add_row(on_one_line(result.article.name), *_numbers(result), on_one_line(_file(result)))
    else:
        statuses = Counter(result.status for result in results)
        grid.add_row(f"{len(results):,} articles", *_numbers(_sum(results)), _counts(statuses))
    _console().print(grid)
    drafted = [result for result in results if result.steps]
    if drafted:
        steps = sum((Counter(result.steps) for result in drafted), Counter[str]())
        _console().print(f"names and figures: {_counts(steps)}")
    if verbose:
        for result in drafted:
            _console().print(f"  {on_one_line(result.article.name)}: {_counts(Counter(result.steps))}")
    for line in more:
        _console().print(on_one_line(line))


def _numbers(result: Result) -> tuple[str, str, str, str, str]:
    if result.status == "drafted":
        return (
            str(result.segments),
            str(result.from_memory),
            f"{result.terms_settled}/{result.terms}",
            f"{result.figures_settled}/{result.figures}",
            str(result.flagged),
        )
    counts = (str(result.segments), str(result.flagged)) if result.segments else ("–", "–")
    return counts[0], "–", "–", "–", counts[1]


def _sum(results: Sequence[Result]) -> Result:
    """Return the sums over many articles as if they were one."""
    from translate.batch import Result

    names = ("segments", "from_memory", "terms", "terms_settled", "figures", "figures_settled", "flagged")
    sums = {name: sum(getattr(result, name) for result in results) for name in names}
    return Result(results[0].article, results[0].output, "drafted", **sums)


def written(results: Sequence[Result]) -> None:
    """Print a line for each file that was written, and for each that was kept."""
    for result in results:
        if result.status in ("drafted", "kept"):
            _console().print(on_one_line(_file(result)))


def table(header: Sequence[str], rows: Iterable[Sequence[str]], *, left: int = 1) -> None:
    """Print aligned columns; the first `left` and the last are texts, the others numbers."""
    from rich.table import Table

    grid = Table(box=None, pad_edge=False, header_style="bold")
    for index, name in enumerate(header):
        is_text = index < left or (name == "file" and index == len(header) - 1)
        grid.add_column(name, justify="left" if is_text else "right", overflow="fold")
    for row in rows:
        grid.add_row(*row)
    _console().print(grid)


def complaints(path: object, lines: Iterable[str]) -> None:
    """Print one line on the error stream for each thing that is wrong, with the file it is about."""
    for line in lines:
        place = "" if path is None else f"{path}: "
        typer.echo(on_one_line(f"translate: {place}{line}"), err=True)


def _counts(steps: Counter[str]) -> str:
    return ", ".join(f"{step} {count}" for step, count in steps.most_common())


def as_json(results: Sequence[Result], signature: Signature) -> None:
    """Print the summary and the signature of the drafts as one JSON object."""
    document = {
        "signature": {
            "tool": f"translate {signature.tool_version}",
            "model": signature.model,
            "glossary": signature.glossary,
            "settings": signature.settings,
        },
        "articles": [result.as_dict() for result in results],
    }
    # Pure ASCII: a file name that is no text stays valid JSON, whatever the encoding of the stream.
    typer.echo(json.dumps(document, indent=2))


def errors(results: Sequence[Result]) -> None:
    """Print one line on the error stream for each problem, 50 at most; several articles may share one."""
    problems = list(dict.fromkeys(str(result.error) for result in results if result.error is not None))
    for problem in problems[:_MOST_ROWS]:
        typer.echo(f"translate: {problem}", err=True)
    if left := problems[_MOST_ROWS:]:
        typer.echo(f"translate: … and {len(left):,} more; see `translate status`", err=True)


def warnings(lines: Iterable[object]) -> None:
    """Print one line on the error stream for each thing that was put right or passed over."""
    for line in lines:
        typer.echo(f"translate: warning: {on_one_line(str(line))}", err=True)


def _file(result: Result) -> str:
    told = {
        "drafted": f"{result.output}",
        "unchanged": f"{result.output} (unchanged)",
        "kept": f"{result.output} (kept: changed since it was drafted; --force overwrites)",
        "failed": "failed",
    }
    return told[result.status]


def _console() -> Console:
    from rich.console import Console

    console = Console(highlight=False, markup=False, soft_wrap=False)
    if not console.is_terminal:
        # A pipe or a file has no width to fit; paths must stay whole so that they can be copied.
        console.width = 400
    return console
