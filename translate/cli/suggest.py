"""`translate glossary suggest`: the names in a folder of articles that the glossary lacks."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Annotated

import typer

from translate.cli import show
from translate.cli.options import Articles, AsJson, Encoding, FromArticles, Glossaries
from translate.errors import UsageError

EXAMPLE = "Example: translate glossary suggest seeds/ --out suggestions.tsv"

_DEFAULT_PATH = Path("seeds")


def suggest(
    paths: Articles = None,
    source: FromArticles = "en",
    target: Annotated[str, typer.Option("--to", metavar="LANG", help="Language of the proposals.")] = "uk",
    glossary: Glossaries = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="FILE",
            help="Write the rows there, not to the terminal.",
            show_default=False,
            readable=False,
        ),
    ] = None,
    min_count: Annotated[
        int, typer.Option("--min-count", metavar="N", min=1, help="Leave out names that occur less often.")
    ] = 1,
    encoding: Encoding = None,
    as_json: AsJson = False,
) -> None:
    """Propose rows for names that the glossary lacks, the most frequent first; the glossary stays as it is.

    Read the rows, correct them, and add them with `translate glossary import`.
    """
    from translate import articles, languages, segments
    from translate.files import write_atomically
    from translate.glossary import Glossary, default_path, rows
    from translate.glossary import suggest as suggestions

    from_code, to_code = languages.parse_code(source), languages.parse_code(target)
    default = default_path(from_code, to_code)
    files = glossary or ([default] if default else [])
    if out is not None and any(out.resolve() == file.resolve() for file in files):
        raise UsageError("is a glossary that is read here", path=out, hint="Give another file with --out")
    known = Glossary.load(files, from_code, to_code)
    show.warnings(known.warnings)
    if not paths and not _DEFAULT_PATH.is_dir():
        raise UsageError(
            "there is no folder seeds/ here", hint="Name the articles: translate glossary suggest PATH"
        )
    read = (
        (
            str(found.relative),
            [part.source for part in segments.segment(articles.read(found.path, encoding), from_code)],
        )
        for found in articles.find(paths or [_DEFAULT_PATH])
    )
    found = suggestions(read, known, from_code, to_code, min_count=min_count)
    text = json.dumps([dataclasses.asdict(one) for one in found], ensure_ascii=False, indent=2) + "\n"
    if not as_json:
        text = rows(found)
    if out is None:
        typer.echo(text, nl=False)
        return
    write_atomically(out, text.encode())
    typer.echo(f"{len(found)} names proposed in {out}")
