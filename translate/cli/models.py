"""`translate models`: the model packages on this machine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from translate.cli import show
from translate.errors import ModelError

app = typer.Typer(
    help="List, install, remove and verify model packages.", no_args_is_help=True, rich_markup_mode=None
)

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Name = Annotated[
    str,
    typer.Argument(
        metavar="NAME", help="Name of an installed package, as `translate models list` prints it."
    ),
]


@app.command("list", epilog="Example: translate models list")
def list_(as_json: AsJson = False) -> None:
    """List the installed packages: pair, version, where from, folder."""
    from translate import engine

    packages, broken = engine.scan()
    show.warnings(broken)
    if as_json:
        rows = [
            {
                "name": package.name,
                "from": package.from_code,
                "to": package.to_code,
                "version": package.version,
                "embedded": package.embedded,
                "path": str(package.path),
            }
            for package in packages
        ]
        typer.echo(json.dumps(rows, indent=2))
        return
    for package in packages:
        origin = "embedded" if package.embedded else "installed"
        pair = f"{package.from_code} → {package.to_code}"
        typer.echo("\t".join([package.name, pair, package.version, origin, str(package.path)]))


@app.command(epilog="Example: translate models install translate-en_uk-1_4.argosmodel")
def install(
    source: Annotated[
        str,
        typer.Argument(
            metavar="SOURCE",
            help="An .argosmodel file, a package folder, or a name in Argos's index (needs a network).",
        ),
    ],
    replace: Annotated[bool, typer.Option("--replace", help="Replace a package of the same name.")] = False,
) -> None:
    """Install a model package after checking it: structure, size, metadata, checksum."""
    from translate import engine

    package = engine.install(source, replace=replace)
    typer.echo(f"installed {package.name} {package.version} in {package.path}")


@app.command(epilog="Example: translate models remove en_uk-1_4")
def remove(name: Name) -> None:
    """Remove an installed package; the embedded one stays."""
    from translate import engine

    engine.remove(name)
    typer.echo(f"removed {name}")


@app.command(epilog="Example: translate models verify en_uk")
def verify(name: Name) -> None:
    """Compare a package with its recorded checksums, load it and draft a sentence."""
    from translate import engine

    problems = engine.verify(name)
    if problems:
        raise ModelError("; ".join(problems), path=name, hint="Install it again with --replace")
    typer.echo(f"{name}: intact")


@app.command(epilog="Example: translate models tune en_uk")
def tune(
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="Name or folder of a package."),
    ] = "en_uk",
    compute_type: Annotated[
        str | None,
        typer.Option(
            "--compute-type", metavar="TYPE", help="Measure with int8, int16, float32, … (default: int8)."
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Measure which threads and batch size are fastest here, and let every run use them.

    Takes under half a minute and changes no draft. Let the machine do nothing else meanwhile.
    """
    from translate import engine

    package = engine.chosen(name)
    with _waiting(f"Measuring {package.name}"):
        result = engine.tune(package, compute_type)
    if as_json:
        typer.echo(json.dumps(result.as_dict() | {"path": str(result.path)}, indent=2))
        return
    key = result.key
    typer.echo(
        f"{package.name}: {key['compute_type']}, CTranslate2 {key['ctranslate2']}, "
        f"{key['processors']} × {key['processor']}"
    )
    rows = [
        (
            f"{row.setting.inter_threads} × {row.setting.intra_threads}",
            str(row.setting.batch_tokens),
            f"{row.ratio:.2f}×",
            "chosen" if row.setting == result.choice else "",
        )
        for row in result.measured
    ]
    show.table(("batches at a time × threads", "tokens in a batch", "speed", ""), rows)
    typer.echo(f"kept in {result.path}")


@contextmanager
def _waiting(what: str) -> Iterator[None]:
    """Say what takes so long, on the terminal's error stream."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield
        return
    with console.status(what):
        yield
