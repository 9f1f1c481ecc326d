"""Watch mode: draft what appears or changes, until stopped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from translate.articles import is_known
from translate.errors import TranslateError, UsageError
from translate.settingsfile import NAME

if TYPE_CHECKING:
    from translate.api import Batch
    from translate.batch.model import Events, Result

QUIET = 500
"""Milliseconds without a change after which what has changed is drafted: editors save in several steps."""
LONGEST = 10_000
"""Milliseconds after which it is drafted although more keeps changing."""
_POLL = 250


def watch(batch: Batch, events: Events | None = None, stop: Event | None = None) -> Iterator[list[Result]]:
    """Draft the articles of `batch`, then those that appear or change, until `stop`; yield the results.

    Glossaries, memory and `translate.toml` are watched too; what a change of theirs touches is drafted again.
    What goes wrong at the start is raised, as by `Batch.run`; what goes wrong later, such as a glossary that
    is broken for a moment, is told (`events.warned`), and the next change waited for.
    """
    import watchfiles

    scope = _Scope.of(batch)
    started = False
    # The first turn of the loop comes when the folders are watched: what changes from then on is not missed.
    for changes in watchfiles.watch(
        *scope.folders,
        watch_filter=lambda _change, path: scope.covers(Path(path)),
        debounce=LONGEST,
        step=QUIET,
        stop_event=stop,
        rust_timeout=_POLL,
        yield_on_timeout=True,
    ):
        changed = {Path(path) for _, path in changes}
        if not started:
            started = True
            yield _draft(batch, None, events)
        elif changed:
            try:
                yield _draft(batch, None if scope.is_about_all(changed) else changed, events)
            except TranslateError as error:
                if events is not None:
                    events.warned(str(error))


@dataclass(frozen=True, slots=True)
class _Scope:
    """What is watched: articles and folders of them, and the project's files, all absolute."""

    articles: tuple[Path, ...]
    project: tuple[Path, ...]
    out: Path

    @classmethod
    def of(cls, batch: Batch) -> _Scope:
        paths = tuple(path.absolute() for path in batch.places)
        for path in paths:
            if not path.exists():
                raise UsageError("does not exist", path=path, hint="Make it first, or check its spelling")
        pair = f"{batch.from_}-{batch.to}"
        memory = (batch.memory or Path("memory") / f"{pair}.sqlite").absolute()
        project = (
            *(path.absolute() for path in batch.glossaries or [Path("glossaries") / f"{pair}.tsv"]),
            *(memory, memory.with_name(f"{memory.name}-wal")),
            Path(NAME).absolute(),
        )
        return cls(paths, project, batch.out.absolute())

    @property
    def folders(self) -> list[Path]:
        """The folders to watch: an editor may save by putting a new file into the place of the old one."""
        own = {path if path.is_dir() else path.parent for path in self.articles}
        return sorted(own | {path.parent for path in self.project if path.parent.is_dir()})

    def covers(self, path: Path) -> bool:
        """Whether a change of this file matters."""
        if path in self.project:
            return True
        inside = any(path.is_relative_to(own) for own in self.articles)
        return inside and not path.is_relative_to(self.out) and is_known(path)

    def is_about_all(self, changed: Iterable[Path]) -> bool:
        """Whether more is changed than articles."""
        return any(path in self.project for path in changed)


def _draft(batch: Batch, changed: set[Path] | None, events: Events | None) -> list[Result]:
    """Draft all articles, or those of `changed` that are there."""
    found = [
        each for each in batch.found(may_be_empty=True) if changed is None or each.path.absolute() in changed
    ]
    if not found:
        return []
    with batch.opened() as pipeline:
        return batch.draft(found, pipeline, events)
