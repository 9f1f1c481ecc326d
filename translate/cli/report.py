"""`translate report`: a batch on one page, in a browser."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from translate.cli import show
from translate.cli.options import Glossaries, Quiet
from translate.cli.rows import count
from translate.errors import OutputError, UsageError, on_one_line

if TYPE_CHECKING:
    from translate.report import Report

EXAMPLE = "Example: translate report out/ --out out/report.html"


def report(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="XLIFF files of any tool, or folders of them (default: out/).",
            show_default=False,
        ),
    ] = None,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The page to write.")] = Path(
        "out/report.html"
    ),
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="LANG", help="Language of the sources (default: as a file says)."),
    ] = None,
    target: Annotated[
        str | None,
        typer.Option("--to", metavar="LANG", help="Language of the targets (default: as a file says)."),
    ] = None,
    glossary: Glossaries = None,
    quiet: Quiet = False,
) -> None:
    """Write one HTML page on XLIFF files: numbers, plots, and every segment with what the checks find.

    The page needs no network and no other file. A file that cannot be read is named on it; the exit code is
    then 1.
    """
    from translate import clock, settingsfile
    from translate import report as reporting
    from translate.checking.find import XLIFF, find
    from translate.checking.rules import rules_of
    from translate.files import check_writable, write_atomically
    from translate.project import Projects

    errors: list[str] = []
    files = [file for file in find(paths or _default(), errors) if file.suffix.lower() in XLIFF]
    if not files:
        show.complaints(None, errors or ["there are no XLIFF files. Draft some with `translate run`"])
        raise typer.Exit(1)
    if any(os.path.realpath(file) == os.path.realpath(out) for file in files):
        raise OutputError("is one of the files to report on", path=out, hint="Choose another with --out")
    if out.is_dir():
        raise OutputError("is a folder", path=out, hint=f"Name the page: --out {out / 'report.html'}")
    check_writable(out.parent)
    rules = rules_of(settingsfile.load(Path()), severity="info")
    made = reporting.build(
        files,
        Projects(glossary).preparation,
        rules,
        clock.now(),
        source=source,
        target=target,
        errors=errors,
    )
    if made.articles:
        write_atomically(out, reporting.render(made).encode())
        if not quiet:
            typer.echo(_told(out, made))
    show.complaints(None, made.errors)
    if made.errors:
        raise typer.Exit(1)


def _default() -> list[Path]:
    if not Path("out").is_dir():
        raise UsageError("there is no folder out/ here", hint="Name the XLIFF files or their folder")
    return [Path("out")]


def _told(out: Path, made: Report) -> str:
    units = [unit for article in made.articles for unit in article.units]
    found = sum(bool(unit.findings) for unit in units)
    articles = count(len(made.articles), "article")
    return on_one_line(f"{out}: {articles}, {count(len(units), 'segment')}, {found} with findings")
