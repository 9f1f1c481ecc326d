"""Many articles: read, draft together, write one XLIFF document each; one bad article stops no other."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from translate import articles, xliff
from translate.articles import Article, Found
from translate.errors import ArticleError, OutputError, TranslateError, UsageError, XliffError, path_context
from translate.files import check_writable, write_atomically
from translate.pipeline import Pipeline, Prepared

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
    events: Events | None = None,
) -> list[Result]:
    """Draft every article of `found` into `out/<relative path>.<target>.xlf`; the results in the same order.

    A file that a reviewer has changed is kept unless `force`; a file that already is this draft is left
    alone. An error of one article is its result; a UsageError (an unknown `encoding`) is one of the call and
    is raised. Anything that is no TranslateError is a fault of this program and is raised.
    """
    events = events or Events()
    results: dict[Path, Result] = {}

    def finish(result: Result) -> None:
        results[result.article] = result
        events.finished(result)

    date = _now()
    for batch in _batches(found, pipeline, out, force, encoding, finish):
        prepared = [each for each, _, _ in batch]
        events.planned(sum(len(each.segments) for each in prepared))
        for (each, path, output), settled in zip(
            batch, pipeline.draft(prepared, events.drafted), strict=True
        ):
            try:
                with path_context(path):
                    drafted = pipeline.document(each, settled, date)
                    write_atomically(output, xliff.to_bytes(drafted.document))
            except TranslateError as error:
                finish(Result(path, output, "failed", error=error))
                continue
            finish(
                Result(
                    path,
                    output,
                    "drafted",
                    segments=drafted.segments,
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
                standing = None if force else _standing(output, article.sha256, pipeline)
                if standing is not None:
                    finish(_result(each.path, output, *standing))
                    continue
                _refuse_endless(article)
                check_writable(output.parent)
                batch.append((pipeline.prepare(article, each.relative.as_posix()), each.path, output))
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


def _result(path: Path, output: Path, status: str, document: xliff.Document) -> Result:
    units = [unit for group in document.groups for unit in group.units]
    flagged = sum(unit.state == "flagged" for unit in units)
    return Result(path, output, status, segments=len(units), flagged=flagged)


def _standing(output: Path, sha256: str, pipeline: Pipeline) -> tuple[str, xliff.Document] | None:
    """Return "unchanged" or "kept" with the document at `output` when it must stay, None when not."""
    try:
        data = output.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        reason = error.strerror or str(error)
        hint = "Choose another folder with --out"
        raise OutputError(f"cannot be used for the draft ({reason})", path=output, hint=hint) from error
    try:
        document = xliff.read(data)
    except XliffError as error:
        raise OutputError(
            "is there already and is no draft of this tool", path=output, hint="Move it, or use --force"
        ) from error
    if not xliff.is_untouched(data):
        if document.source_sha256 != sha256:
            raise OutputError(
                "a reviewer has worked in it, but the article has changed since",
                path=output,
                hint="Merge it first, or draft anew with --force",
            )
        return "kept", document
    same = document.source_sha256 == sha256 and document.signature == pipeline.signature
    return ("unchanged", document) if same else None


def _now() -> datetime:
    """Return the time of the drafts, to the second; SOURCE_DATE_EPOCH makes a run reproducible."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC).replace(microsecond=0)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(f"SOURCE_DATE_EPOCH is no time in seconds: {epoch!r}") from error
