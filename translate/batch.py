"""Many articles: read, draft together, write one XLIFF document each; one bad article stops no other."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from translate import articles, xliff
from translate.articles import Article, Found
from translate.clock import now
from translate.errors import ArticleError, TranslateError, UsageError, path_context
from translate.files import check_writable, write_atomically
from translate.pipeline import Pipeline
from translate.preparation import Prepared
from translate.standing import standing

SEGMENTS_AT_ONCE = 2000
"""Segments handed to the engine together: enough to fill its batches, few enough to bound the memory."""

LONGEST_BLOCK = 100_000
"""Characters of one paragraph, some 16,000 words: more is no article, and may take hours and gigabytes."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one article.

    status: "drafted", "unchanged" (the file there is already this draft), "kept" (a reviewer has worked in
    the file) or "failed" with the error.
    """

    article: Path
    output: Path
    status: str
    segments: int = 0
    from_memory: int = 0
    terms: int = 0
    terms_settled: int = 0
    figures: int = 0
    figures_settled: int = 0
    flagged: int = 0
    steps: dict[str, int] = field(default_factory=dict)
    error: TranslateError | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return the result as JSON can hold it."""
        fields = asdict(self)
        return fields | {
            "article": os.fspath(self.article),
            "output": os.fspath(self.output),
            "error": str(self.error) if self.error else None,
        }


@dataclass(frozen=True, slots=True)
class Events:
    """What a caller may want to hear while a batch runs."""

    planned: Callable[[int], None] = lambda _segments: None
    drafted: Callable[[int], None] = lambda _segments: None
    finished: Callable[[Result], None] = lambda _result: None


def run(
    found: Sequence[Found],
    pipeline: Pipeline,
    out: Path,
    *,
    force: bool = False,
    encoding: str | None = None,
    version: str = "1.2",
    events: Events | None = None,
) -> list[Result]:
    """Draft every article of `found` into `out/<relative path>.<target>.xlf`; the results in the same order.

    `version` is that of XLIFF. A file that a reviewer has changed is kept unless `force`; a file that already
    is this draft is left alone. An error of one article is its result; a UsageError (an unknown `encoding`)
    is one of the call and is raised. Anything that is no TranslateError is a fault of this program and is
    raised.
    """
    events = events or Events()
    results: dict[Path, Result] = {}

    def finish(result: Result) -> None:
        results[result.article] = result
        events.finished(result)

    date = now()
    for batch in _batches(found, pipeline, out, force, encoding, version, finish):
        prepared = [each for each, _, _ in batch]
        events.planned(sum(len(each.segments) for each in prepared))
        for (each, path, output), settled in zip(
            batch, pipeline.draft(prepared, events.drafted), strict=True
        ):
            try:
                with path_context(path):
                    folder = _folder(path, each.original, output)
                    drafted = pipeline.document(each, settled, date, folder)
                    write_atomically(output, xliff.to_bytes(drafted.document, version))
            except TranslateError as error:
                finish(Result(path, output, "failed", error=error))
                continue
            finish(
                Result(
                    path,
                    output,
                    "drafted",
                    segments=drafted.segments,
                    from_memory=drafted.from_memory,
                    terms=drafted.terms,
                    terms_settled=drafted.terms_settled,
                    figures=drafted.figures,
                    figures_settled=drafted.figures_settled,
                    flagged=drafted.flagged,
                    steps=dict(sorted(drafted.steps.items())),
                )
            )
    return [results[each.path] for each in found]


_Job = tuple[Prepared, Path, Path]


def _batches(
    found: Sequence[Found],
    pipeline: Pipeline,
    out: Path,
    force: bool,
    encoding: str | None,
    version: str,
    finish: Callable[[Result], None],
) -> Iterator[list[_Job]]:
    """Read articles until enough segments are together; what needs no draft is finished at once."""
    batch: list[_Job] = []
    for each in found:
        output = output_path(each, out, pipeline.settings.target)
        try:
            if each.error is not None:
                raise each.error
            article = articles.read(each.path, encoding)
            with path_context(each.path):
                _refuse_endless(article)
                own = None if force else standing(output, version)
                prepared = None
                if own is not None and (status := own.status(article.sha256, pipeline)) is not None:
                    prepared = (
                        pipeline.prepare(article, each.relative.as_posix()) if pipeline.memory else None
                    )
                    if status == "kept" or prepared is None or own.has_memory(prepared.memory):
                        finish(_result(each.path, output, status, own.returned))
                        continue
                check_writable(output.parent)
                batch.append(
                    (prepared or pipeline.prepare(article, each.relative.as_posix()), each.path, output)
                )
        except UsageError:
            raise
        except TranslateError as error:
            finish(Result(each.path, output, "failed", error=error))
            continue
        if sum(len(prepared.segments) for prepared, _, _ in batch) >= SEGMENTS_AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch


def _refuse_endless(article: Article) -> None:
    for number, block in enumerate(article.blocks, 1):
        if len(block.text) > LONGEST_BLOCK:
            raise ArticleError(
                f"paragraph {number} has {len(block.text):,} characters; "
                f"at most {LONGEST_BLOCK:,} are drafted",
                hint="Break it into lines",
            )


def output_path(found: Found, out: Path, target: str) -> Path:
    """Return where the draft of an article goes: `out/<its path below the given folder>.<target>.xlf`.

    `news/brief.txt` gives `out/news/brief.txt.uk.xlf`, so that no two formats of one article collide.
    """
    return out / found.relative.with_name(f"{found.relative.name}.{target}.xlf")


def _result(path: Path, output: Path, status: str, returned: xliff.Returned) -> Result:
    flagged = sum(xliff.is_flagged(unit) for unit in returned.units)
    return Result(path, output, status, segments=len(returned.units), flagged=flagged)


def _folder(article: Path, original: str, output: Path) -> str:
    """Return the way from the folder of a document to the one that its `original` starts from."""
    root = Path(os.path.abspath(article))  # noqa: PTH100 - a link stays what it is
    for _ in Path(original).parts:
        root = root.parent
    try:
        return Path(os.path.relpath(root, output.parent)).as_posix()
    except ValueError:
        # On Windows there is no way from one drive to another.
        return ""
