"""`translate learn`: reviewed files into the memory, corrected names into proposed glossary rows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from translate.cli import show
from translate.cli.options import AsJson, Quiet, Reviewed
from translate.errors import TranslateError, on_one_line, path_context

if TYPE_CHECKING:
    from translate.learn import Learnt

EXAMPLE = "Example: translate learn out/brief.txt.uk.xlf"


def learn(
    files: Reviewed,
    memory: Annotated[
        Path | None,
        typer.Option(
            "--memory",
            metavar="FILE",
            help="Translation memory (default: memory/FROM-TO.sqlite; made if it is not there).",
            show_default=False,
            readable=False,
        ),
    ] = None,
    glossary: Annotated[
        Path | None,
        typer.Option(
            "--glossary",
            metavar="FILE",
            help="Glossary that the names belong to (default: glossaries/FROM-TO.tsv).",
            show_default=False,
            readable=False,
        ),
    ] = None,
    policy: Annotated[
        str,
        typer.Option(
            "--reviewed",
            metavar="either|changed|state|all",
            help="What counts as reviewed (see `translate merge --help`).",
        ),
    ] = "either",
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Take reviewed segments into the translation memory, and corrected names into proposed glossary rows.

    The next run takes what is in the memory instead of drafting it. Names wait beside the glossary, in
    FROM-TO.proposed.tsv, until a person accepts them (`translate glossary accept`). Learning a file twice
    changes nothing.
    """
    from translate import learn as learning
    from translate.clock import saved
    from translate.merge import check_policy
    from translate.project import Projects, documents

    _, own_policy = check_policy("draft", policy)
    projects = Projects([glossary] if glossary else None)
    learnt: list[Learnt] = []
    errors: list[str] = []
    for file, returned in documents(files, errors):
        try:
            with path_context(file):
                pair = projects.pair(returned, file)
                learnt.append(
                    learning.learn(
                        returned,
                        own_policy,
                        memory=memory,
                        preparation=projects.preparation(pair),
                        rows=projects.glossary_file(pair),
                        date=saved(file),
                    )
                )
        except TranslateError as error:
            errors.append(str(error))
        errors += [f"{file}: {problem}" for problem in returned.problems]
    if as_json:
        typer.echo(json.dumps({"files": [_as_dict(each) for each in learnt], "errors": errors}, indent=2))
    elif learnt and not quiet:
        _table(learnt)
    show.complaints(None, errors)
    if errors:
        raise typer.Exit(1)


def _as_dict(each: Learnt) -> dict[str, Any]:
    return {
        "article": each.article,
        "reviewed": each.reviewed,
        "new": each.added.new,
        "changed": each.added.changed,
        "same": each.added.same,
        "older": each.added.older,
        "corrections": [
            {"source": one.source, "draft": one.draft_form, "review": one.target_form, "lemma": one.lemma}
            for one in each.corrections
        ],
        "memory": str(each.memory),
        "proposals": str(each.proposals),
    }


def _table(learnt: list[Learnt]) -> None:
    show.table(
        ("article", "reviewed", "new", "changed", "known", "names corrected"),
        [
            (
                on_one_line(each.article),
                str(each.reviewed),
                str(each.added.new),
                str(each.added.changed),
                str(each.added.same + each.added.older),
                str(len(each.corrections)),
            )
            for each in learnt
        ],
    )
    for each in learnt:
        for one in each.corrections:
            typer.echo(f"{one.source}: {one.draft_form} → {one.target_form} (proposed: {one.lemma})")
    for path in dict.fromkeys(each.proposals for each in learnt if each.corrections):
        typer.echo(f"Proposed rows: {path}. Accept them with: translate glossary accept")
