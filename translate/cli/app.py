"""The Typer app and the one place where an error becomes a line and an exit code."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from translate import __version__
from translate.cli import check, glossary, learn, memory, merge, models, report, run, stats, status, watch
from translate.errors import TranslateError

# What Typer exits with on Ctrl-C.
_INTERRUPTED = 130

app = typer.Typer(
    name="translate",
    help="Draft articles offline, names and figures protected, as XLIFF for review.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
)
app.command("run", epilog=run.EXAMPLE)(run.run)
app.command("status", epilog=status.EXAMPLE)(status.status)
app.command("watch", epilog=watch.EXAMPLE)(watch.watch)
app.command("check", epilog=check.EXAMPLE)(check.check)
app.command("merge", epilog=merge.EXAMPLE)(merge.merge)
app.command("learn", epilog=learn.EXAMPLE)(learn.learn)
app.command("report", epilog=report.EXAMPLE)(report.report)
app.command("stats", epilog=stats.EXAMPLE)(stats.stats)
app.add_typer(glossary.app, name="glossary")
app.add_typer(memory.app, name="memory")
app.add_typer(models.app, name="models")


def _version(value: bool) -> None:
    if value:
        typer.echo(f"translate {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Draft articles offline, names and figures protected, as XLIFF for review."""


def main() -> None:
    """Run the command line; exit 0, 1 (findings or failures) or 2 (usage)."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # File names need not be text, and a terminal need not know Cyrillic.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        try:
            app(args=_with_address(sys.argv[1:]))
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()
    except TranslateError as error:
        typer.echo(f"translate: {error}", err=True)
        sys.exit(error.exit_code)
    except OSError as error:
        # The reader of a pipe went away (`| head`), or the disk under a redirection is full.
        _forget_output()
        if not isinstance(error, BrokenPipeError):
            typer.echo(f"translate: {error.filename or 'the output'}: {error.strerror or error}", err=True)
        sys.exit(1)
    except SystemExit as done:
        if done.code == _INTERRUPTED:
            typer.echo("translate: interrupted. The files written so far are complete", err=True)
            sys.exit(1)
        raise


def _with_address(words: list[str]) -> list[str]:
    """Return the words of a call in which `--ray` always has an address, which may be left out."""
    filled: list[str] = []
    for word, following in zip(words, [*words[1:], "-"], strict=True):
        # What follows is no address when it is an option, an article or a folder.
        alone = word == "--ray" and (following.startswith("-") or Path(following).exists())
        filled.append(f"--ray={run.LOCAL}" if alone else word)
    return filled


def _forget_output() -> None:
    """Send what is still buffered nowhere, or the interpreter tries to write it once more at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
