"""`translate memory`: the translation memory of a project, filled, written out, counted and pruned."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from translate.cli.glossary_options import AsJson, From, To
from translate.cli.rows import count
from translate.errors import OutputError, UsageError, on_one_line

if TYPE_CHECKING:
    from translate.memory import Entry, Imported, Stats

app = typer.Typer(
    help="Fill, export, count and prune translation memories.", no_args_is_help=True, rich_markup_mode=None
)

MemoryFile = Annotated[
    Path | None,
    typer.Option(
        "--memory",
        metavar="FILE",
        help="Translation memory (default: memory/FROM-TO.sqlite).",
        show_default=False,
        readable=False,
    ),
]
_SHOWN = 20


@app.command("import", epilog="Example: translate memory import agency.tmx")
def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="TMX files.", readable=False)],
    memory: MemoryFile = None,
    source: From = "en",
    target: To = "uk",
    as_json: AsJson = False,
) -> None:
    """Add the segments of TMX files to the memory, which is made when it is not there.

    A segment replaces an older one of the same source and context. Units that cannot be used are listed, and
    the command then exits with 1; everything else is added.
    """
    from translate.memory import Memory, default_path, import_tmx

    for file in files:
        if not file.is_file():
            raise UsageError("is no file", path=file)
    path = memory or default_path(source, target)
    with Memory.open(path, source, target, create=True) as opened:
        done = [import_tmx(opened, file) for file in files]
    if as_json:
        typer.echo(json.dumps([_imported(one) for one in done], indent=2))
    else:
        for one in done:
            _print_imported(one, path)
    if any(one.faults or one.broken for one in done):
        raise typer.Exit(1)


@app.command(epilog="Example: translate memory export agency.tmx")
def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="TMX file to write.", readable=False)],
    memory: MemoryFile = None,
    replace: Annotated[bool, typer.Option("--replace", help="Overwrite FILE.")] = False,
    source: From = "en",
    target: To = "uk",
) -> None:
    """Write all segments as TMX 1.4b, with their inline codes and contexts."""
    from translate.memory import Memory, default_path, export_tmx

    path = memory or default_path(source, target)
    if file.exists() and not replace:
        raise OutputError("is there already", path=file, hint="Overwrite it with --replace")
    with Memory.open(path, source, target, read_only=True) as opened:
        number = export_tmx(opened, file)
    typer.echo(f"exported {count(number, 'segment')} to {file}")


@app.command(epilog="Example: translate memory stats")
def stats(memory: MemoryFile = None, source: From = "en", target: To = "uk", as_json: AsJson = False) -> None:
    """Count the segments of the memory: in all, by article and by tool."""
    from translate.memory import Memory, default_path

    path = memory or default_path(source, target)
    with Memory.open(path, source, target, read_only=True) as opened:
        found = opened.stats()
    if as_json:
        typer.echo(json.dumps(_counted(found, path), indent=2))
    else:
        _print_stats(found, path)


@app.command(epilog="Example: translate memory prune --older-than 2025-01-01 --yes")
def prune(
    older_than: Annotated[
        datetime | None,
        typer.Option("--older-than", metavar="DATE", formats=["%Y-%m-%d"], help="Dated before DATE (UTC)."),
    ] = None,
    article: Annotated[
        list[str] | None,
        typer.Option("--article", metavar="NAME", help="From this article; may be given several times."),
    ] = None,
    duplicates: Annotated[
        bool, typer.Option("--duplicates", help="Without a context, and there with one.")
    ] = False,
    rivals: Annotated[
        bool, typer.Option("--rivals", help="With another target than a newer segment of the same source.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Remove them.")] = False,
    memory: MemoryFile = None,
    source: From = "en",
    target: To = "uk",
) -> None:
    """Show the segments that meet every condition given; with --yes remove them."""
    from translate.memory import Memory, Rule, default_path

    date = older_than.replace(tzinfo=UTC) if older_than else None
    rule = Rule(date, tuple(article or ()), duplicates, rivals)
    if rule.is_empty:
        raise UsageError(
            "nothing is said of what to remove",
            hint="Give --older-than, --article, --duplicates or --rivals",
        )
    path = memory or default_path(source, target)
    with Memory.open(path, source, target, read_only=not yes) as opened:
        number, first = opened.prune(rule, dry_run=not yes)
    for entry in first[:_SHOWN]:
        typer.echo(_line(entry))
    if number > _SHOWN:
        typer.echo(f"… and {number - _SHOWN} more")
    done = "removed" if yes else "would be removed"
    more = "" if yes or not number else ". Remove them with --yes"
    typer.echo(f"{count(number, 'segment')} {done} from {path}{more}")


def _print_imported(one: Imported, path: Path) -> None:
    for fault in one.faults[:_SHOWN]:
        typer.echo(on_one_line(f"{one.path}:{fault.line}: segment {fault.number}: {fault.message}: left out"))
    if len(one.faults) > _SHOWN:
        typer.echo(f"… and {len(one.faults) - _SHOWN} more")
    if one.broken:
        typer.echo(on_one_line(one.broken))
    added = one.added
    numbers = {
        "new": added.new,
        "changed": added.changed,
        "the same": added.same,
        "older than the memory": added.older,
        "in other languages": one.other,
        "left out": len(one.faults),
    }
    told = ", ".join(f"{number} {what}" for what, number in numbers.items() if number)
    typer.echo(on_one_line(f"{one.path}: {count(one.units, 'segment')}: {told or 'none'}, in {path}"))


def _imported(one: Imported) -> dict[str, object]:
    return {
        "file": str(one.path),
        "segments": one.units,
        "new": one.added.new,
        "changed": one.added.changed,
        "same": one.added.same,
        "older": one.added.older,
        "other_languages": one.other,
        "faults": [
            {"segment": fault.number, "line": fault.line or None, "message": fault.message}
            for fault in one.faults
        ],
        "broken": one.broken or None,
    }


def _print_stats(found: Stats, path: Path) -> None:
    typer.echo(f"{path}: {found.size / 1e6:.2f} MB")
    contexts = f"{found.with_context} with their context"
    typer.echo(f"{count(found.entries, 'segment')}, {count(found.sources, 'source')}, {contexts}")
    if found.oldest and found.newest:
        typer.echo(f"from {found.oldest:%Y-%m-%d} to {found.newest:%Y-%m-%d}")
    for title, numbers in (("article", found.articles), ("tool", found.tools)):
        for name, number in numbers[:_SHOWN]:
            typer.echo(_row(title, name or "–", str(number)))
        if len(numbers) > _SHOWN:
            typer.echo(f"… and {count(len(numbers) - _SHOWN, title)} more")


def _counted(found: Stats, path: Path) -> dict[str, object]:
    return {
        "file": str(path),
        "bytes": found.size,
        "segments": found.entries,
        "sources": found.sources,
        "with_context": found.with_context,
        "oldest": found.oldest.isoformat() if found.oldest else None,
        "newest": found.newest.isoformat() if found.newest else None,
        "articles": dict(found.articles),
        "tools": dict(found.tools),
    }


def _line(entry: Entry) -> str:
    cells = (entry.article or "–", entry.unit or "–", entry.source.text, entry.target.text)
    return _row(f"{entry.date:%Y-%m-%d}", *cells)


def _row(*cells: str) -> str:
    return "\t".join(map(on_one_line, cells))
