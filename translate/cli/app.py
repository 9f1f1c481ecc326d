"""The Typer app and the one place where an error becomes a line and an exit code."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from translate import __version__
from translate.cli import models, run
from translate.errors import TranslateError

app = typer.Typer(
    name="translate",
    help="Draft articles offline, names and figures protected, as XLIFF for review.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
)
app.command("run", epilog=run.EXAMPLE)(run.run)
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
    try:
        app()
    except TranslateError as error:
        typer.echo(f"translate: {error}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # The reader of a pipe went away (`| head`): nothing to say, and nobody to say it to.
        sys.stderr.close()
        sys.exit(1)
