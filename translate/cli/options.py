"""Options and arguments that several commands have in common."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")]
Articles = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Articles, or folders of them (default: seeds/).",
        show_default=False,
        readable=False,
    ),
]
FromArticles = Annotated[str, typer.Option("--from", metavar="LANG", help="Language of the articles.")]
Glossaries = Annotated[
    list[Path] | None,
    typer.Option(
        "--glossary",
        metavar="FILE",
        help="Glossary file (TSV); may be given several times, the first wins "
        "(default: glossaries/FROM-TO.tsv if it is there).",
        show_default=False,
        readable=False,
    ),
]
MemoryFile = Annotated[
    Path | None,
    typer.Option(
        "--memory",
        metavar="FILE",
        help="Translation memory (default: memory/FROM-TO.sqlite if it is there).",
        show_default=False,
        readable=False,
    ),
]
Encoding = Annotated[
    str | None,
    typer.Option(
        "--encoding", metavar="NAME", help="Encoding of articles that are not Unicode, e.g. cp1251."
    ),
]
Reviewed = Annotated[
    list[Path],
    typer.Argument(metavar="FILE...", help="Reviewed XLIFF files (1.2, 2.0, 2.1, 2.2).", readable=False),
]
