"""Options that the commands of `translate glossary` share, and the files they mean."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from translate.errors import UsageError


def _code(language: str) -> str:
    """Return the code of an option's language; raises LanguageCodeError."""
    from translate.languages import parse_code

    return parse_code(language)


AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
From = Annotated[str, typer.Option("--from", metavar="LANG", callback=_code, help="Language of the sources.")]
To = Annotated[str, typer.Option("--to", metavar="LANG", callback=_code, help="Language of the targets.")]
Replace = Annotated[bool, typer.Option("--replace", help="Change rows that say something else.")]
File = Annotated[
    Path | None,
    typer.Option(
        "--glossary",
        metavar="FILE",
        help="Glossary file (TSV; default: glossaries/FROM-TO.tsv).",
        show_default=False,
        readable=False,
    ),
]
Files = Annotated[
    list[Path] | None,
    typer.Option(
        "--glossary",
        metavar="FILE",
        help="Glossary file (TSV); may be given several times, the first wins "
        "(default: glossaries/FROM-TO.tsv).",
        show_default=False,
        readable=False,
    ),
]


def file_of(glossary: Path | None, source: str, target: str) -> Path:
    """Return the file to edit, which need not be there."""
    path = glossary or Path("glossaries") / f"{source}-{target}.tsv"
    if path.suffix.lower() in (".csv", ".tbx", ".xml"):
        raise UsageError("is no TSV file", path=path, hint="Bring it in with `translate glossary import`")
    return path


def existing(glossary: Path | None, source: str, target: str) -> Path:
    """Return the file, which must be there."""
    path = file_of(glossary, source, target)
    if not path.exists():
        raise UsageError("is not there", path=path, hint="Name a glossary with --glossary FILE")
    return path


def files_of(glossary: Sequence[Path] | None, source: str, target: str) -> list[Path]:
    """Return the files to read, which must all be there."""
    if not glossary:
        return [existing(None, source, target)]
    return [existing(path, source, target) for path in glossary]
