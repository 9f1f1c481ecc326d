"""Options and arguments that several commands have in common."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import Signature, signature
from pathlib import Path
from typing import Annotated, Any, Concatenate

import typer

from translate.api import Batch

DEFAULT_OUT = Path("out")

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
Target = Annotated[str, typer.Option("--to", metavar="LANG", help="Language to draft in (BCP 47), e.g. uk.")]
Out = Annotated[
    Path, typer.Option("--out", metavar="FOLDER", help="Folder for the XLIFF files.", readable=False)
]
Model = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME", help="Installed model package, or a package folder."),
]
Figures = Annotated[
    str,
    typer.Option("--figures", metavar="long|short", help="Large sums: 5 мільярдів доларів or 5 млрд дол."),
]
Metric = Annotated[
    bool,
    typer.Option("--metric", help="Give miles, feet, pounds, °F also in metric units: 8 км (5 миль)."),
]
Fuzzy = Annotated[
    int,
    typer.Option(
        "--fuzzy",
        metavar="PERCENT",
        min=75,
        max=100,
        help="Use a similar segment of the memory from this likeness on; 100 for exact ones only.",
    ),
]
XliffVersion = Annotated[str, typer.Option("--xliff", metavar="1.2|2.0", help="Version of XLIFF to write.")]
Omegat = Annotated[
    bool, typer.Option("--omegat", help="Write an OmegaT project into OUT/omegat, the drafts inside it.")
]
Threads = Annotated[
    int | None,
    typer.Option("--threads", metavar="N", help="Processors to use (default: all).", show_default=False),
]
BatchTokens = Annotated[
    int | None,
    typer.Option(
        "--batch-tokens",
        metavar="N",
        help="Source pieces the model gets at a time (default: what `models tune` found).",
        show_default=False,
    ),
]
Beam = Annotated[
    int | None,
    typer.Option(
        "--beam", metavar="N", help="Size of the beam search; other sizes change drafts.", show_default=False
    ),
]
ComputeType = Annotated[
    str | None,
    typer.Option(
        "--compute-type",
        metavar="NAME",
        help="Arithmetic of the model, e.g. float32; changes drafts (default: int8).",
        show_default=False,
    ),
]
Wait = Annotated[bool, typer.Option("--wait", help="Wait for another run into the same folder to end.")]
Reviewed = Annotated[
    list[Path],
    typer.Argument(metavar="FILE...", help="Reviewed XLIFF files (1.2, 2.0, 2.1, 2.2).", readable=False),
]


def on_a_batch(command: Callable[Concatenate[Batch, ...], None]) -> Callable[..., None]:
    """Give a command the options that say what is drafted, with what and where to; it gets the `Batch`.

    Its own options come behind them.
    """
    common = list(signature(_batch, eval_str=True).parameters.values())
    own = list(signature(command, eval_str=True).parameters.values())[1:]

    @wraps(command)
    def called(**values: Any) -> None:
        batch = _batch(**{each.name: values.pop(each.name) for each in common})
        command(batch, **values)

    # Typer reads the options from here.
    called.__signature__ = Signature([*common, *own])  # type: ignore[attr-defined]
    called.__annotations__ = {each.name: each.annotation for each in (*common, *own)}
    return called


def _batch(
    target: Target,
    paths: Articles = None,
    source: FromArticles = "en",
    out: Out = DEFAULT_OUT,
    glossary: Glossaries = None,
    model: Model = None,
    figures: Figures = "long",
    metric: Metric = False,
    encoding: Encoding = None,
    memory: MemoryFile = None,
    fuzzy: Fuzzy = 75,
    version: XliffVersion = "1.2",
    omegat: Omegat = False,
    threads: Threads = None,
    batch_tokens: BatchTokens = None,
    beam: Beam = None,
    compute_type: ComputeType = None,
) -> Batch:
    """Return what the options say. Raises UsageError for one that is none."""
    from translate.engine.options import BEAM, EngineOptions

    return Batch(
        to=target,
        from_=source,
        paths=paths or (),
        out=out,
        glossaries=glossary,
        memory=memory,
        fuzzy=fuzzy,
        model=model,
        engine=EngineOptions(
            threads=threads, batch_tokens=batch_tokens, beam=beam or BEAM, compute_type=compute_type
        ),
        figures=figures,
        metric=metric,
        encoding=encoding,
        xliff=version,
        omegat=omegat,
    )
