"""`translate merge`: reviewed XLIFF back into the articles."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from translate.cli import show
from translate.cli.options import AsJson, Encoding, Glossaries, Quiet, Reviewed
from translate.errors import TranslateError, UsageError, on_one_line, path_context

if TYPE_CHECKING:
    from translate.merge import Merged

EXAMPLE = "Example: translate merge out/brief.txt.uk.xlf"


def merge(
    files: Reviewed,
    source: Annotated[
        Path | None,
        typer.Option(
            "--source",
            metavar="PATH",
            help="The article, or the folder it lies in (default: where it was drafted from).",
            show_default=False,
            readable=False,
        ),
    ] = None,
    out: Annotated[
        Path,
        typer.Option(
            "--out", metavar="FOLDER", help="The article goes to FOLDER/LANG/its name.", readable=False
        ),
    ] = Path("out"),
    unreviewed: Annotated[
        str,
        typer.Option(
            "--unreviewed", metavar="draft|source|fail", help="What stands for a segment nobody has reviewed."
        ),
    ] = "draft",
    policy: Annotated[
        str,
        typer.Option(
            "--reviewed",
            metavar="either|changed|state|all",
            help="What counts as reviewed: a target that differs from the draft (changed), an approved one "
            "or one with state translated, reviewed, signed-off or final (state), either of both, or all. "
            "OmegaT gives every target the state translated: use changed for its files.",
        ),
    ] = "either",
    glossary: Glossaries = None,
    encoding: Encoding = None,
    force: Annotated[
        bool, typer.Option("--force", help="Merge what fits into an article that has changed since.")
    ] = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Write the reviewed articles in their own format, and check the reviewed text.

    Segments whose unit is missing keep their source. What could not be merged, and what the checks find in
    reviewed text, is listed; the exit code is then 1.
    """
    from translate import articles, originals
    from translate import merge as merging
    from translate.project import Projects, documents

    way, own_policy = merging.check_policy(unreviewed, policy)
    if source is not None and not source.exists():
        raise UsageError("does not exist", path=source, hint="Name the article, or the folder it lies in")
    projects = Projects(glossary)
    merged: list[Merged] = []
    errors: list[str] = []
    written: dict[Path, Path] = {}
    for file, returned in documents(files, errors):
        try:
            with path_context(file):
                preparation = projects.preparation(projects.pair(returned, file))
                article = articles.read(originals.find_article(returned, file, source), encoding)
                output = originals.output_path(returned, out, article.path)
                originals.check_output(output, file, written)
                merged.append(
                    merging.merge(
                        returned,
                        article,
                        preparation,
                        output,
                        unreviewed=way,
                        policy=own_policy,
                        force=force,
                    )
                )
                written[output] = file
        except TranslateError as error:
            errors.append(str(error))
    if as_json:
        typer.echo(json.dumps({"articles": [_as_dict(each) for each in merged], "errors": errors}, indent=2))
    elif merged and not quiet:
        _table(merged)
    for each in merged:
        show.complaints(each.output, [*each.problems, *(_told(found) for found in each.findings)])
    show.complaints(None, errors)
    if errors or any(each.problems or each.findings for each in merged):
        raise typer.Exit(1)


def _told(found: Any) -> str:
    return f"segment {found.unit}: {found.finding.message} ({found.finding.check})"


def _as_dict(merged: Merged) -> dict[str, Any]:
    return {
        "article": str(merged.article),
        "output": str(merged.output),
        "reviewed": merged.reviewed,
        "drafts": merged.drafts,
        "sources": merged.sources,
        "problems": list(merged.problems),
        "findings": [
            {"unit": each.unit, "check": each.finding.check, "message": each.finding.message}
            for each in merged.findings
        ],
    }


def _table(merged: list[Merged]) -> None:
    show.table(
        ("article", "reviewed", "drafts", "sources", "problems", "findings", "file"),
        [
            (
                on_one_line(each.article.name),
                *map(str, (each.reviewed, each.drafts, each.sources, len(each.problems), len(each.findings))),
                on_one_line(str(each.output)),
            )
            for each in merged
        ],
    )
