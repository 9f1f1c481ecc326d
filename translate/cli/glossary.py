"""`translate glossary`: the terms of a glossary, looked at and changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from translate.cli import accept, rows, show, suggest
from translate.cli.glossary_options import AsJson, File, Files, From, Replace, To, existing, file_of, files_of
from translate.errors import GlossaryError, OutputError, UsageError, on_one_line

app = typer.Typer(
    help="List, edit, check, compare and convert glossaries.", no_args_is_help=True, rich_markup_mode=None
)


_SIGNS = {"added": "+", "removed": "-", "changed": "~"}

app.command("suggest", epilog=suggest.EXAMPLE)(suggest.suggest)
app.command("accept", epilog=accept.EXAMPLE)(accept.accept)


@app.command("list", epilog="Example: translate glossary list --kind place")
def list_(
    glossary: Files = None,
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="KIND", help="Only person, place, organisation or other."),
    ] = None,
    source: From = "en",
    target: To = "uk",
    as_json: AsJson = False,
) -> None:
    """List the rows: source, target, kind, gender, note. Of several files, the rows that count."""
    from translate.glossary import Glossary

    files = files_of(glossary, source, target)
    if kind:
        _one_of("--kind", kind)
    terms = Glossary.load(files, source, target, countries=False)
    show.warnings(terms.warnings)
    chosen = [term for term in terms.terms if kind in (None, term.kind)]
    if as_json:
        _print_json([rows.as_dict(term) for term in chosen])
        return
    for term in chosen:
        typer.echo("\t".join([term.source, term.target, term.kind, term.gender, term.note]).rstrip("\t"))


@app.command(epilog="Example: translate glossary add Irpin Ірпінь --kind place --gender masc")
def add(
    source_term: Annotated[str, typer.Argument(metavar="SOURCE", help="The term as articles write it.")],
    target_term: Annotated[
        str,
        typer.Argument(metavar="TARGET", help="Its dictionary form; the source again: do not translate."),
    ],
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="For translators.")] = "",
    kind: Annotated[
        str, typer.Option("--kind", metavar="KIND", help="person, place, organisation or other.")
    ] = "other",
    gender: Annotated[str, typer.Option("--gender", metavar="GENDER", help="masc, femn, neut or plur.")] = "",
    case: Annotated[bool, typer.Option("--case", help="Match capitals exactly.")] = False,
    forbidden: Annotated[
        list[str] | None,
        typer.Option("--forbidden", metavar="TEXT", help="A target that must not appear; repeatable."),
    ] = None,
    form: Annotated[
        list[str] | None,
        typer.Option("--form", metavar="CASE=FORM", help="An irregular form, as gent=Ірпеня; repeatable."),
    ] = None,
    glossary: File = None,
    replace: Replace = False,
    source: From = "en",
    target: To = "uk",
) -> None:
    """Add a row behind the last one of its kind. Everything else in the file stays as it is."""
    from translate.files import write_atomically
    from translate.glossary import apply, open_sheet, parse_row, plan

    cells = (
        source_term,
        target_term,
        note,
        kind,
        gender,
        "yes" if case else "",
        "|".join(forbidden or ()),
        "|".join(form or ()),
    )
    if any("\t" in cell for cell in cells):
        raise UsageError("a term cannot hold a tab")
    try:
        term = parse_row("\t".join(cells), "")
    except GlossaryError as error:
        raise UsageError(error.message, hint=error.hint) from error
    path = file_of(glossary, source, target)
    sheet = open_sheet(path)
    (change,) = plan(sheet, [term])
    if change.action == "same":
        typer.echo(f"{path}:{change.line}: `{term.source}` is there already")
        return
    if change.action != "add" and not replace:
        raise GlossaryError(
            f"has `{term.source}` with {rows.before(change)}",
            path=path,
            line=change.line,
            hint="Change it with --replace",
        )
    write_atomically(path, apply(sheet, [change]))
    done = "added" if change.action == "add" else "changed"
    typer.echo(f"{done} {rows.one_line(term)} in {path}")


@app.command(epilog="Example: translate glossary remove Kiev")
def remove(
    source_term: Annotated[str, typer.Argument(metavar="SOURCE", help="The source as the file writes it.")],
    glossary: File = None,
    source: From = "en",
    target: To = "uk",
) -> None:
    """Remove the row of a source. Everything else in the file stays as it is."""
    from translate import glossary as terms
    from translate.files import write_atomically

    path = existing(glossary, source, target)
    left, gone = terms.remove(terms.open_sheet(path), source_term)
    write_atomically(path, left)
    for term in gone:
        typer.echo(f"removed {rows.one_line(term)} from {path}")


@app.command(epilog="Example: translate glossary check")
def check(glossary: Files = None, source: From = "en", target: To = "uk", as_json: AsJson = False) -> None:
    """Look for rows that are broken, repeated, in conflict, misspelt or likely to match too often.

    Exits with 1 when there are errors; warnings alone exit with 0.
    """
    from translate.glossary import audit

    faults = audit(files_of(glossary, source, target), source, target)
    if as_json:
        _print_json([rows.fault_as_dict(fault) for fault in faults])
    else:
        for fault in faults:
            place = f"{fault.path}:{fault.line}:{fault.column}"
            typer.echo(on_one_line(f"{place}: {fault.severity}: {fault.message} [{fault.rule}]"))
        errors = sum(fault.severity == "error" for fault in faults)
        typer.echo(f"{rows.count(errors, 'error')}, {rows.count(len(faults) - errors, 'warning')}")
    if any(fault.severity == "error" for fault in faults):
        raise typer.Exit(1)


@app.command("import", epilog="Example: translate glossary import agency.tbx")
def import_(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="Glossary in TSV, CSV or TBX.", readable=False)
    ],
    glossary: File = None,
    replace: Replace = False,
    source: From = "en",
    target: To = "uk",
    as_json: AsJson = False,
) -> None:
    """Show what the rows of a file would change in the glossary, then add the new ones.

    Rows that say something else are left as they are, and the command exits with 1, unless --replace.
    """
    from translate.files import write_atomically
    from translate.glossary import apply, open_sheet, plan, read_any

    path = file_of(glossary, source, target)
    imported = read_any(file, source, target)
    show.warnings(imported.warnings)
    sheet = open_sheet(path)
    changes = plan(sheet, imported.terms)
    made = [change for change in changes if change.action == "add" or (replace and change.action != "same")]
    left = [change for change in changes if not replace and change.action in ("change", "conflict")]
    if as_json:
        _print_json([rows.change_as_dict(change) for change in changes])
    else:
        rows.print_changes(changes, path)
    if made:
        write_atomically(path, apply(sheet, made))
    if not as_json:
        typer.echo(f"{rows.count(len(made), 'row')} written to {path}, {len(left)} left as they were")
    if left:
        typer.echo("translate: rows marked ~ and ! were not changed. Change them with --replace", err=True)
        raise typer.Exit(1)


@app.command(epilog="Example: translate glossary export agency.tbx")
def export(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="File to write: .tsv, .csv or .tbx.", readable=False)
    ],
    glossary: Files = None,
    replace: Annotated[bool, typer.Option("--replace", help="Overwrite FILE.")] = False,
    source: From = "en",
    target: To = "uk",
) -> None:
    """Write the rows as TSV, CSV (RFC 4180) or TBX-Basic (ISO 30042:2019), by the suffix of FILE."""
    from translate.files import write_atomically
    from translate.glossary import Glossary, dump_any

    terms = Glossary.load(files_of(glossary, source, target), source, target, countries=False)
    show.warnings(terms.warnings)
    data = dump_any(terms.terms, file, source, target)
    if file.exists() and not replace:
        raise OutputError("is there already", path=file, hint="Overwrite it with --replace")
    write_atomically(file, data)
    typer.echo(f"exported {rows.count(len(terms.terms), 'row')} to {file}")


@app.command(epilog="Example: translate glossary diff glossaries/en-uk.tsv agency.csv")
def diff(
    before: Annotated[
        Path, typer.Argument(metavar="FILE_A", help="Glossary in TSV, CSV or TBX.", readable=False)
    ],
    after: Annotated[
        Path, typer.Argument(metavar="FILE_B", help="Glossary in TSV, CSV or TBX.", readable=False)
    ],
    source: From = "en",
    target: To = "uk",
    as_json: AsJson = False,
) -> None:
    """List the rows that FILE_B adds to, removes from or changes in FILE_A; exit with 1 if there are any."""
    from translate.glossary import compare, read_any

    files = [read_any(path, source, target) for path in (before, after)]
    for file in files:
        show.warnings(file.warnings)
    differences = compare(files[0].terms, files[1].terms)
    if as_json:
        table = [
            {
                "action": one.action,
                "source": one.source,
                "columns": list(one.columns),
                "before": rows.as_dict(one.before) if one.before else None,
                "after": rows.as_dict(one.after) if one.after else None,
            }
            for one in differences
        ]
        _print_json(table)
    else:
        for one in differences:
            typer.echo(f"{_SIGNS[one.action]} {rows.told(one.before, one.after, one.columns)}")
    if differences:
        raise typer.Exit(1)


def _one_of(option: str, kind: str) -> None:
    from translate.glossary import KINDS

    if kind not in KINDS:
        raise UsageError(f"{option} is one of {', '.join(KINDS)}, not {kind!r}")


def _print_json(document: object) -> None:
    typer.echo(json.dumps(document, indent=2))
