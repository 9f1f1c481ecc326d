"""The run: articles are read ahead, their segments drafted in windows, documents written as they are done.

The engine works in the executor's threads (or on other machines) while this one reads the next articles and
writes the finished ones. Nothing holds the whole batch: a few windows are under way, and no more.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from translate import xliff
from translate.articles import Found
from translate.batch.assess import Assessor, sha256
from translate.batch.executor import Executor, LocalExecutor
from translate.batch.lock import locked
from translate.batch.model import Events, Result
from translate.batch.window import Pending, Window
from translate.clock import now
from translate.drafting import Draft
from translate.errors import OutputError, TranslateError, UsageError, path_context
from translate.files import check_writable, remove_parts, write_atomically
from translate.journal import Journal, Record
from translate.journal.store import day
from translate.pipeline import Drafted, Pipeline

FIRST_WINDOW = 128
"""Segments of the first window: the engine need not wait long for its first work."""

_AGAIN = "It stays as it is; run again"
_REPORT_IT = "Please report it, with the article if you can"


def run(
    found: Sequence[Found],
    pipeline: Pipeline,
    out: Path,
    *,
    folder: Path | None = None,
    force: bool = False,
    encoding: str | None = None,
    version: str = "1.2",
    wait: bool = False,
    executor: Executor | None = None,
    events: Events | None = None,
) -> list[Result]:
    """Draft every article of `found` into `folder/<relative path>.<target>.xlf`; the results in that order.

    `out` holds the journal of what is done; `folder` is `out` or a folder in it. `version` is that of XLIFF.
    What is done already and what a reviewer has changed stays, unless `force`; with `wait`, another run in
    the same folder is waited for. `executor` drafts the segments, by default in this process.

    An error of one article is its result. Raised are: UsageError for an error of the call (an unknown
    `encoding`), OutputError when another run has the folder or the journal cannot be written. A fault of
    this program is the result of its article too: no article stops the others.
    """
    if not found:
        return []
    own = executor or LocalExecutor(pipeline.drafter)
    try:
        with locked(out, wait=wait), Journal.open(out) as journal:
            remove_parts(out)
            assessor = Assessor(pipeline, journal, out, folder or out, version, encoding, force=force)
            return Run(pipeline, journal, assessor, own, version, force, events or Events()).results(found)
    finally:
        if executor is None:
            own.close()


@dataclass(slots=True)
class Run:
    """One pass over articles, with all that it needs."""

    pipeline: Pipeline
    journal: Journal
    assessor: Assessor
    executor: Executor
    version: str
    force: bool
    events: Events
    date: datetime = field(default_factory=now)
    today: int = field(default_factory=lambda: day(time.time()))
    _done: dict[Path, Result] = field(default_factory=dict)
    _under_way: deque[Window] = field(default_factory=deque)
    _writable: set[Path] = field(default_factory=set)

    def results(self, found: Sequence[Found]) -> list[Result]:
        """Draft the articles; what became of each, in their order."""
        touching = self.assessor.touching
        self.journal.keep_glossary(touching.digest, lambda: touching.terms)
        for articles in self._articles(found):
            window = Window.of(
                articles,
                self.journal,
                (key for other in self._under_way for key in other.asked),
                self.today,
                force=self.force,
            )
            self.events.planned(sum(len(each.prepared.segments) for each in articles))
            if window.asked:
                window.future = self.executor.submit(list(window.asked.values()), self.events.drafted)
            self._under_way.append(window)
            while len(self._under_way) > self.executor.capacity:
                self._finish_window(self._under_way.popleft())
        while self._under_way:
            self._finish_window(self._under_way.popleft())
        self.journal.forget(self.today)
        for line in self.journal.warnings:
            self.events.warned(line)
        return [self._done[each.path] for each in found]

    def _articles(self, found: Sequence[Found]) -> Iterator[list[Pending]]:
        """Yield articles until enough segments are together; what needs no draft is finished at once."""
        articles: list[Pending] = []
        segments, limit = 0, min(FIRST_WINDOW, self.executor.window)
        for each in found:
            pending = self._pending(each)
            if pending is None:
                continue
            articles.append(pending)
            segments += max(len(pending.prepared.segments), 1)
            if segments >= limit:
                yield articles
                articles, segments, limit = [], 0, min(2 * limit, self.executor.window)
        if articles:
            yield articles

    def _pending(self, found: Found) -> Pending | None:
        output = self.assessor.output(found)
        try:
            # Drafting may take hours, in which a reviewer may open what stands there.
            replaces = sha256(output)
            seen = self.assessor.assess(found)
            if isinstance(seen, Result):
                self._finish(seen)
                return None
            with path_context(found.path):
                self._check_writable(output.parent)
                prepared = seen.prepared or self.pipeline.prepare(seen.article, found.relative.as_posix())
            return Pending.of(found, output, replaces, prepared, self.pipeline.jobs(prepared), self._drafter)
        except UsageError:
            raise
        except Exception as error:
            # Whatever it is, a fault of this program too, the other articles are drafted.
            self._fail(found, output, error)
            return None

    @property
    def _drafter(self) -> str:
        """What makes a draft of a job: the program, the engine, and how many hypotheses it weighs."""
        own, settings = self.pipeline.signature, self.pipeline.settings
        pair = f"{settings.source} {settings.target}"
        return f"{own.tool_version} {own.model} {pair} {settings.hypotheses}"

    def _check_writable(self, folder: Path) -> None:
        if folder not in self._writable:
            check_writable(folder)
            self._writable.add(folder)

    def _finish_window(self, window: Window) -> None:
        """Journal the drafts of a window, then write its documents."""
        if window.future is not None:
            try:
                new = window.learn(window.future.result())
            except Exception:
                # One segment may have done it: each article is tried by itself below.
                pass
            else:
                self.journal.keep_drafts(new.items(), self.today)
        if window.recalled:
            self.events.drafted(window.recalled)
        records = [record for each in window.articles if (record := self._write(each, window)) is not None]
        self.journal.record(records)

    def _write(self, each: Pending, window: Window) -> Record | None:
        """Write the document of an article; the record to keep, None when it failed."""
        try:
            with path_context(each.found.path):
                drafts = self._drafts(each, window)
                folder = _folder(each.found.path, each.prepared.original, each.output)
                drafted = self.pipeline.document(each.prepared, drafts, self.date, folder)
                data = xliff.to_bytes(drafted.document, self.version)
                if sha256(each.output) != each.replaces:
                    raise OutputError("was saved by another program meanwhile", path=each.output, hint=_AGAIN)
                write_atomically(each.output, data)
        except Exception as error:
            self._fail(each.found, each.output, error, each.prepared.article.sha256)
            return None
        result = _result(each, drafted, sum(key not in window.asked for key in each.keys.values()))
        self._finish(result)
        return Record(
            self.assessor.key(each.output),
            each.prepared.article.sha256,
            hashlib.sha256(data).hexdigest(),
            self.assessor.maker,
            self.assessor.touching.digest,
            self.assessor.touching.standing_in(block.text for block in each.prepared.article.blocks),
            each.prepared.memory,
            self.assessor.memory_state,
            {"segments": result.segments, "flagged": result.flagged},
        )

    def _drafts(self, each: Pending, window: Window) -> dict[int, Draft]:
        """Return the drafts of an article; those that another window had to make come from the journal.

        What is missing even there, since that window failed, is drafted now.
        """
        drafts = each.drafts(window.known)
        if len(drafts) < len(each.jobs):
            window.known |= self.journal.drafts(set(each.keys.values()) - window.known.keys(), self.today)
            drafts = each.drafts(window.known)
        if missing := {each.keys[index]: job for index, job in each.jobs.items() if index not in drafts}:
            alone = Window([each], window.known, missing)
            made = self.executor.submit(list(missing.values()), self.events.drafted).result()
            self.journal.keep_drafts(alone.learn(made).items(), self.today)
            drafts = each.drafts(alone.known)
        return drafts

    def _finish(self, result: Result) -> None:
        self._done[result.article] = result
        self.events.finished(result)

    def _fail(self, found: Found, output: Path, cause: Exception, sha256: str = "") -> None:
        error = cause
        if not isinstance(error, TranslateError):
            error = TranslateError(f"a fault of this program ({cause!r})", path=found.path, hint=_REPORT_IT)
            error.__cause__ = cause
        known = self.journal.article(self.assessor.key(output))
        if known is None or not known.output_sha256:
            # What was written before stays known: a reviewer's work must be told from a draft.
            known = Record(self.assessor.key(output), sha256)
        self.journal.record([replace(known, error=str(error))])
        self._finish(Result(found.path, output, "failed", error=error))


def _result(each: Pending, drafted: Drafted, from_journal: int) -> Result:
    return Result(
        each.found.path,
        each.output,
        "drafted",
        segments=drafted.segments,
        from_memory=drafted.from_memory,
        from_journal=from_journal,
        terms=drafted.terms,
        terms_settled=drafted.terms_settled,
        figures=drafted.figures,
        figures_settled=drafted.figures_settled,
        flagged=drafted.flagged,
        steps=dict(sorted(drafted.steps.items())),
    )


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
