"""`translate run`: draft articles as XLIFF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from translate.cli import afterwards, show
from translate.cli.options import Articles, AsJson, Encoding, FromArticles, Glossaries, MemoryFile, Quiet
from translate.errors import TranslateError, UsageError

if TYPE_CHECKING:
    from translate.memory import Memory
    from translate.pipeline import Pipeline
    from translate.preparation import Settings

EXAMPLE = "Example: translate run seeds/ --to uk --out out/"

DEFAULT_PATHS = [Path("seeds")]


def run(
    target: Annotated[
        str, typer.Option("--to", metavar="LANG", help="Language to draft in (BCP 47), e.g. uk.")
    ],
    paths: Articles = None,
    source: FromArticles = "en",
    out: Annotated[
        Path, typer.Option("--out", metavar="FOLDER", help="Folder for the XLIFF files.", readable=False)
    ] = Path("out"),
    glossary: Glossaries = None,
    model: Annotated[
        str | None,
        typer.Option("--model", metavar="NAME", help="Installed model package, or a package folder."),
    ] = None,
    figures: Annotated[
        str,
        typer.Option(
            "--figures", metavar="long|short", help="Large sums: 5 мільярдів доларів or 5 млрд дол."
        ),
    ] = "long",
    metric: Annotated[
        bool,
        typer.Option("--metric", help="Give miles, feet, pounds, °F also in metric units: 8 км (5 миль)."),
    ] = False,
    encoding: Encoding = None,
    memory: MemoryFile = None,
    fuzzy: Annotated[
        int,
        typer.Option(
            "--fuzzy",
            metavar="PERCENT",
            min=75,
            max=100,
            help="Use a similar segment of the memory from this likeness on; 100 for exact ones only.",
        ),
    ] = 75,
    version: Annotated[
        str, typer.Option("--xliff", metavar="1.2|2.0", help="Version of XLIFF to write.")
    ] = "1.2",
    omegat: Annotated[
        bool, typer.Option("--omegat", help="Write an OmegaT project into OUT/omegat, the drafts inside it.")
    ] = False,
    order: Annotated[
        str,
        typer.Option(
            "--order",
            metavar="article|worst-first",
            help="worst-first also writes OUT/review.tsv, the segments that need a reviewer most at its top.",
        ),
    ] = "article",
    report: Annotated[
        bool, typer.Option("--report/--no-report", help="Write OUT/report.html, the batch on one page.")
    ] = True,
    force: Annotated[
        bool, typer.Option("--force", help="Draft again, also over files a reviewer has changed.")
    ] = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Also say per article how names and figures were settled.")
    ] = False,
) -> None:
    """Draft articles offline and write one XLIFF file each for review.

    Names of the glossary and figures are proved to stand in each draft, or the segment is flagged with
    state needs-adaptation and a note that says what to look at.
    """
    from translate import articles, batch
    from translate.cli.project import opened_memory
    from translate.omegat import write_project

    if version not in ("1.2", "2.0"):
        raise UsageError(f"--xliff is 1.2 or 2.0, not {version!r}")
    if order not in ("article", "worst-first"):
        raise UsageError(f"--order is article or worst-first, not {order!r}")
    settings = _settings(source, target, figures, metric)
    found = articles.find(paths or default_paths(), without=out)
    with opened_memory(memory, settings.source, settings.target) as store:
        pipeline = _pipeline(settings, glossary, model, store, fuzzy)
        if not quiet:
            show.warnings(pipeline.glossary.warnings)
        folder = out
        if omegat:
            project = write_project(
                out / "omegat", pipeline.glossary, settings.source, settings.target, store
            )
            folder = project.parent / "source"
        with show.progress(hidden=quiet or as_json) as events:
            results = batch.run(
                found, pipeline, folder, force=force, encoding=encoding, version=version, events=events
            )
    told: list[str] = []
    unwritten: list[str] = []
    if report or order == "worst-first":
        try:
            worst_first = order == "worst-first"
            told = afterwards.write(results, out, pipeline.preparation, page=report, worst_first=worst_first)
        except TranslateError as error:
            unwritten.append(str(error))
    if as_json:
        show.as_json(results, pipeline)
    elif not quiet:
        show.summary(results, verbose=verbose, more=told)
    show.errors(results)
    show.complaints(None, unwritten)
    if unwritten or any(result.status == "failed" for result in results):
        raise typer.Exit(1)


def _settings(source: str, target: str, figures: str, metric: bool) -> Settings:
    from translate import languages
    from translate.cli.project import with_rules
    from translate.preparation import Settings
    from translate.protection import FigureStyle

    if figures not in ("long", "short"):
        raise UsageError(f"--figures is long or short, not {figures!r}")
    from_code, to_code = languages.parse_code(source), languages.parse_code(target)
    if from_code == to_code:
        raise UsageError(f"--from and --to are both {from_code!r}", hint="Give two different languages")
    return with_rules(Settings(from_code, to_code, FigureStyle(figures, metric)))


def _pipeline(
    settings: Settings, glossary: list[Path] | None, model: str | None, memory: Memory | None, fuzzy: int
) -> Pipeline:
    from translate import engine
    from translate.glossary import Glossary, default_path
    from translate.pipeline import Pipeline

    pair = settings.source, settings.target
    drafter = engine.engine_for(*pair, model)
    default = default_path(*pair)
    files = glossary or ([default] if default else [])
    return Pipeline(drafter, Glossary.load(files, *pair), settings, memory, fuzzy)


def default_paths() -> list[Path]:
    """Return what is read when no path is named. Raises UsageError when that is not there."""
    if not DEFAULT_PATHS[0].is_dir():
        raise UsageError("there is no folder seeds/ here", hint="Name the articles or their folder")
    return DEFAULT_PATHS
