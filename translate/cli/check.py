"""`translate check`: quality checks over bilingual files, whichever tool has written them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from translate.cli import show
from translate.cli.options import Encoding, Glossaries, Quiet
from translate.errors import TranslateError, UsageError, on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translate.checking import Bilingual, Outcome, Rules, Screen

EXAMPLE = "Example: translate check out/ --format sarif --out findings.sarif"


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...", help="XLIFF or TMX files, or folders of them.", show_default=False
        ),
    ] = None,
    pair: Annotated[
        tuple[Path, Path] | None,
        typer.Option(
            "--pair",
            metavar="SOURCE TARGET",
            help="A text and its translation, paired by lines or paragraphs.",
            show_default=False,
        ),
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="List the checks and what each looks for.")] = False,
    enable: Annotated[
        list[str] | None,
        typer.Option(
            "--enable",
            metavar="NAME",
            help="Run a check that is switched off; may be given several times, `all` is every check.",
            show_default=False,
        ),
    ] = None,
    disable: Annotated[
        list[str] | None,
        typer.Option(
            "--disable",
            metavar="NAME",
            help="Switch a check off; may be given several times. `--disable all --enable figures` runs "
            "one check only.",
            show_default=False,
        ),
    ] = None,
    severity: Annotated[
        str,
        typer.Option(
            "--severity", metavar="error|warning|info", help="Show findings of this severity or worse."
        ),
    ] = "warning",
    fix: Annotated[
        bool,
        typer.Option(
            "--fix",
            help="Make the safe fixes of what is found, in XLIFF files and plain texts: show them, keep the "
            "file as FILE.bak, write, check again.",
        ),
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="With --fix: only show the fixes.")] = False,
    form: Annotated[
        str, typer.Option("--format", metavar="table|json|sarif|html|junit", help="How to give the findings.")
    ] = "table",
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="FILE", help="Write the findings to a file (default: print).", show_default=False
        ),
    ] = None,
    profile: Annotated[bool, typer.Option("--profile", help="Say how long each check took.")] = False,
    source: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="LANG",
            help="Language of the sources (default: as the XLIFF file says, else en).",
            show_default=False,
        ),
    ] = None,
    target: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="LANG",
            help="Language of the targets (default: as the XLIFF file says, else uk).",
            show_default=False,
        ),
    ] = None,
    glossary: Glossaries = None,
    encoding: Encoding = None,
    quiet: Quiet = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Also show the findings that a note suppresses.")
    ] = False,
) -> None:
    """Check every segment of XLIFF and TMX files, or of two texts.

    The exit code is 0 when nothing is shown that is worse than an info, 1 for errors, warnings and files that
    cannot be read, 2 for a wrong call. A note `translate: ignore` in a unit suppresses its findings,
    `translate: ignore figures, terms` those of two checks; translate.toml has the settings of a project.
    """
    from translate import checking, settingsfile

    if form not in checking.FORMS:
        raise UsageError(f"--format is table, json, sarif, html or junit, not {form!r}")
    if dry_run and not fix:
        raise UsageError("--dry-run goes with --fix", hint="Without --fix nothing is ever changed")
    rules = checking.rules_of(settingsfile.load(Path.cwd()), disable or (), enable or (), severity)
    if listed:
        _list(rules, form)
        return
    if not paths and pair is None:
        raise UsageError(
            "there is nothing to check", hint="Name XLIFF or TMX files, or give two texts with --pair"
        )
    call = _Call(paths or [], pair, (source, target), glossary, encoding, rules)
    outcome = call.outcome()
    to_stderr = form != "table" and out is None
    if fix:
        outcome = _fix(call, outcome, write=not dry_run, quiet=quiet, err=to_stderr)
    screen = _screen() if out is None else checking.Screen()
    if out is not None or form != "table" or not quiet:
        _give(checking.render(outcome, form, screen, verbose=verbose), out)
    if out is not None and outcome.results and not quiet:
        typer.echo(checking.summary(outcome, verbose=verbose))
    if profile:
        _profile(outcome, err=to_stderr)
    if not quiet:
        show.warnings(dict.fromkeys(line for result in outcome.results for line in result.warnings))
    show.complaints(None, outcome.errors)
    if not outcome.is_clean:
        raise typer.Exit(1)


class _Call:
    """What a call is to check, so that it can be checked again after the fixes."""

    def __init__(
        self,
        paths: list[Path],
        pair: tuple[Path, Path] | None,
        languages: tuple[str | None, str | None],
        glossary: list[Path] | None,
        encoding: str | None,
        rules: Rules,
    ) -> None:
        from translate.languages import parse_code
        from translate.project import Projects

        self.paths = paths
        self.pair = pair
        # A wrong code is one wrong call, not one wrong file after the other.
        self.languages = tuple(parse_code(code) if code else None for code in languages)
        self.encoding = encoding
        self.rules = rules
        self.projects = Projects(glossary)

    def outcome(self) -> Outcome:
        """Read the files and check them."""
        from translate import checking

        errors: list[str] = []
        return checking.check(self._documents(errors), self.projects.preparation, self.rules, errors)

    def _documents(self, errors: list[str]) -> Iterator[Bilingual]:
        from translate import checking

        source, target = self.languages
        yield from checking.read(checking.find(self.paths, errors), source, target, errors)
        if self.pair is not None:
            codes = source or checking.DEFAULT[0], target or checking.DEFAULT[1]
            try:
                yield checking.read_pair(*self.pair, codes, self.encoding)
            except UsageError:
                raise
            except TranslateError as error:
                errors.append(str(error))


def _fix(call: _Call, outcome: Outcome, *, write: bool, quiet: bool, err: bool) -> Outcome:
    """Show the fixes and make them; return what is found then."""
    from translate import checking

    planned, unwritten = checking.plan(outcome)
    lines = list(checking.shown(planned)) or ["There is nothing that can be fixed safely."]
    if not quiet:
        typer.echo("\n".join([*lines, ""]), err=err)
        show.warnings(unwritten)
    if not write or not planned:
        return outcome
    errors: list[str] = []
    written = list(checking.write(planned, errors, call.encoding))
    for each in written:
        if not quiet:
            line = f"{each.path}: segments fixed: {each.segments}; before: {each.backup}"
            typer.echo(on_one_line(line), err=err)
        errors += [f"{each.path}: unit {unit} could not be fixed in place" for unit in each.left]
    if written:
        if not quiet:
            typer.echo("", err=err)
        outcome = call.outcome()
    return replace(outcome, errors=(*outcome.errors, *errors))


def _list(rules: Rules, form: str) -> None:
    from translate import checking

    if form == "json":
        typer.echo(checking.listing_json(rules))
        return
    if form != "table":
        raise UsageError(f"--list is given as table or json, not {form!r}")
    rows = [
        (each.name, each.severity if each.enabled else "off", each.rule) for each in checking.listing(rules)
    ]
    show.table(("check", "severity", "rule"), rows, left=3)


def _screen() -> Screen:
    from rich.console import Console

    from translate.checking import Screen

    console = Console()
    if not console.is_terminal:
        return Screen()
    return Screen(console.width, colours=not console.no_color)


def _give(text: str, out: Path | None) -> None:
    from translate.files import write_atomically

    if out is None:
        typer.echo(text, nl=False)
    else:
        write_atomically(out, text.encode("utf-8", "backslashreplace"))


def _profile(outcome: Outcome, *, err: bool) -> None:
    """Print the time of each check, the slowest first."""
    rows = sorted(outcome.spent.items(), key=lambda pair: -pair[1])
    width = max((len(name) for name, _ in rows), default=0)
    lines = [
        f"{name:<{width}}  {spent / 1e9:9.3f} s  {spent / 1e3 / max(outcome.segments, 1):9.1f} µs a segment"
        for name, spent in rows
    ]
    typer.echo("\n".join(["", *lines]), err=err)
