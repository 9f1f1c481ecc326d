"""`translate stats`: what a batch amounts to, by match band."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Annotated

import typer

from translate.cli import show
from translate.cli.options import Articles, Encoding, FromArticles, MemoryFile
from translate.errors import UsageError, on_one_line

if TYPE_CHECKING:
    from translate.stats import Statistics, Volume

EXAMPLE = "Example: translate stats seeds/ --format csv > quote.csv"


def stats(
    paths: Articles = None,
    source: FromArticles = "en",
    target: Annotated[
        str, typer.Option("--to", metavar="LANG", help="Language whose memory is asked.")
    ] = "uk",
    memory: MemoryFile = None,
    encoding: Encoding = None,
    form: Annotated[
        str, typer.Option("--format", metavar="table|csv|json", help="How to print the numbers.")
    ] = "table",
) -> None:
    """Count segments, words and characters per article, by match band.

    Bands: context (the memory has the segment between the same neighbours), exact, repetition (an earlier
    segment of this batch), 95-99, 85-94, 75-84 percent alike, new. Every segment counts in one band.
    """
    from translate import languages
    from translate import stats as counting
    from translate.api import Batch
    from translate.project import opened_memory

    if form not in ("table", "csv", "json"):
        raise UsageError(f"--format is table, csv or json, not {form!r}")
    pair = languages.parse_code(source), languages.parse_code(target)
    found = Batch(to=target, from_=source, paths=paths or ()).found()
    with opened_memory(memory, *pair) as store:
        collected = list(counting.collect(found, pair[0], store, encoding))
    rows = [*collected, counting.in_all(collected)]
    if form == "json":
        typer.echo(json.dumps([_as_dict(each) for each in rows], indent=2))
    elif form == "csv":
        typer.echo(_csv(rows), nl=False)
    else:
        _table(rows)
    errors = [str(each.error) for each in collected if each.error is not None]
    show.complaints(None, errors)
    if errors:
        raise typer.Exit(1)


def _as_dict(each: Statistics) -> dict[str, object]:
    return {
        "article": str(each.article),
        "total": _volume(each.total),
        "bands": {band: _volume(volume) for band, volume in each.bands.items()},
        "error": str(each.error) if each.error else None,
    }


def _volume(volume: Volume) -> dict[str, int]:
    return {"segments": volume.segments, "words": volume.words, "characters": volume.characters}


def _csv(rows: list[Statistics]) -> str:
    """Return a row per article and band, as spreadsheets pivot it; formulas in file names are defused."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("article", "band", "segments", "words", "characters"))
    for each in rows:
        name = str(each.article).encode("utf-8", "backslashreplace").decode()
        name = f"'{name}" if name[:1] in "=+-@\t\r" else name
        for band, volume in [*each.bands.items(), ("total", each.total)]:
            writer.writerow((name, band, volume.segments, volume.words, volume.characters))
    return text.getvalue()


def _table(rows: list[Statistics]) -> None:
    from translate.stats import BANDS

    show.table(
        ("article", "segments", "words", "characters", *BANDS),
        [
            (
                on_one_line(str(each.article)),
                str(each.total.segments),
                str(each.total.words),
                str(each.total.characters),
                *(str(each.bands[band].words) for band in BANDS),
            )
            for each in rows
        ],
    )
    typer.echo("The bands are in words.")
