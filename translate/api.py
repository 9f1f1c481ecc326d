"""The tool as a library: what the command line does, for programs.

    import translate

    for result in translate.run(["news/"], to="uk", out="drafts/"):
        print(result.output, result.status, result.flagged)

A `Batch` says what is drafted, with what, and where to; it can `run`, tell its `status`, and `watch`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from translate.errors import UsageError

if TYPE_CHECKING:
    from threading import Event

    from translate.articles import Found
    from translate.batch import Events, Executor, Result, State
    from translate.engine import EngineOptions
    from translate.memory import Memory
    from translate.pipeline import Pipeline

PathLike = str | os.PathLike[str]

DEFAULT_PATH = Path("seeds")


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Articles, what to draft them with, and where the drafts go.

    to, from_: BCP 47 codes of the languages to draft in and of the articles.
    paths: articles and folders of them; none for `seeds/`.
    out: the folder for the XLIFF files, with the journal of what is done in it.
    glossaries: TSV files, the first wins; None for `glossaries/FROM-TO.tsv` if it is there.
    memory: a translation memory; None for `memory/FROM-TO.sqlite` if it is there. fuzzy: per cent from which
        a similar segment of it is used.
    model: name or folder of a model package; None for the best that is installed. engine: how it is run.
    figures: "long" (5 мільярдів доларів) or "short" (5 млрд дол.); metric: miles and the like also in metric
        units.
    encoding: of articles that are not Unicode. xliff: the version to write, "1.2" or "2.0".
    omegat: write an OmegaT project into `out/omegat` and the drafts inside it.
    force: draft again, also over files that a reviewer has changed. wait: for another run in `out` to end.
    """

    to: str
    from_: str = "en"
    paths: Sequence[Path] = ()
    out: Path = Path("out")
    glossaries: Sequence[Path] | None = None
    memory: Path | None = None
    fuzzy: int = 75
    model: str | None = None
    engine: EngineOptions | None = None
    figures: str = "long"
    metric: bool = False
    encoding: str | None = None
    xliff: str = "1.2"
    omegat: bool = False
    force: bool = False
    wait: bool = False

    def __post_init__(self) -> None:
        """Raise UsageError for an option that is none."""
        if self.xliff not in ("1.2", "2.0"):
            raise UsageError(f"--xliff is 1.2 or 2.0, not {self.xliff!r}")
        if self.figures not in ("long", "short"):
            raise UsageError(f"--figures is long or short, not {self.figures!r}")
        if self.encoding is not None:
            from translate.articles import check_encoding

            check_encoding(self.encoding)

    def found(self, *, may_be_empty: bool = False) -> list[Found]:
        """Return the articles at `paths`. Raises UsageError when there are none, unless there `may_be`."""
        from translate import articles

        _ = self.pair  # a wrong language is said before a missing folder
        if not self.paths and not DEFAULT_PATH.is_dir():
            raise UsageError("there is no folder seeds/ here", hint="Name the articles or their folder")
        return articles.find(self.places, without=self.out, may_be_empty=may_be_empty)

    @property
    def pair(self) -> tuple[str, str]:
        """The languages as BCP 47 writes them. Raises UsageError when they are none, or the same."""
        from translate import languages

        source, target = languages.parse_code(self.from_), languages.parse_code(self.to)
        if source == target:
            raise UsageError(f"--from and --to are both {source!r}", hint="Give two different languages")
        return source, target

    @property
    def places(self) -> Sequence[Path]:
        """`paths`, or where articles are looked for when there are none."""
        return self.paths or [DEFAULT_PATH]

    @contextmanager
    def opened(self) -> Iterator[Pipeline]:
        """Yield the stages with model, glossary and memory loaded. Raises TranslateError."""
        from translate import engine
        from translate.glossary import Glossary, default_path
        from translate.pipeline import Pipeline
        from translate.preparation import Settings
        from translate.project import opened_memory, with_rules
        from translate.protection import FigureStyle

        source, target = self.pair
        settings = with_rules(Settings(source, target, FigureStyle(self.figures, self.metric)))
        default = default_path(source, target)
        files = self.glossaries or ([default] if default else [])
        with opened_memory(self.memory, source, target) as store:
            drafter = engine.engine_for(source, target, self.model, options=self.engine)
            glossary = Glossary.load(files, source, target)
            yield Pipeline(drafter, glossary, settings, store, self.fuzzy)

    def run(
        self,
        events: Events | None = None,
        *,
        executor: Executor | None = None,
    ) -> list[Result]:
        """Draft what is not done yet; what became of each article, in their order.

        Segments are drafted by `executor`, in this process unless one is given. Raises UsageError,
        ModelError, GlossaryError, MemoryFileError or OutputError for what concerns all articles; the error of
        one is in its result.
        """
        found = self.found()
        with self.opened() as pipeline:
            return self.draft(found, pipeline, events, executor)

    def draft(
        self,
        found: Sequence[Found],
        pipeline: Pipeline,
        events: Events | None = None,
        executor: Executor | None = None,
    ) -> list[Result]:
        """Draft articles with stages that are `opened` already."""
        from translate import batch

        folder = self.out
        if self.omegat:
            folder = self._omegat(pipeline, pipeline.memory)
        return batch.run(
            found,
            pipeline,
            self.out,
            folder=folder,
            force=self.force,
            encoding=self.encoding,
            version=self.xliff,
            wait=self.wait,
            executor=executor,
            events=events,
        )

    def status(self) -> list[State]:
        """Return how far each article is: done, in review, pending or failed, and why. Drafts nothing."""
        from translate import batch

        found = self.found()
        with self.opened() as pipeline:
            return batch.status(
                found, pipeline, self.out, folder=self._folder, encoding=self.encoding, version=self.xliff
            )

    def watch(self, events: Events | None = None, stop: Event | None = None) -> Iterator[list[Result]]:
        """Draft what is there, then whatever appears or changes, until `stop` is set; yield the results.

        A changed glossary, memory or `translate.toml` counts as a change of all articles; only what it
        touches is drafted again.
        """
        from translate.batch.watch import watch

        return watch(self, events, stop)

    @property
    def _folder(self) -> Path:
        return self.out / "omegat" / "source" if self.omegat else self.out

    def _omegat(self, pipeline: Pipeline, memory: Memory | None) -> Path:
        from translate.omegat import write_project

        settings = pipeline.settings
        write_project(self.out / "omegat", pipeline.glossary, settings.source, settings.target, memory)
        return self._folder


def run(
    paths: PathLike | Iterable[PathLike] = (),
    *,
    to: str,
    from_: str = "en",
    out: PathLike = "out",
    events: Events | None = None,
    **options: object,
) -> list[Result]:
    """Draft articles, or folders of them, into XLIFF files below `out`; what became of each.

    The languages are BCP 47 codes; `options` are the other fields of a `Batch`. Raises as `Batch.run` does.
    """
    several = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    batch = Batch(to=to, from_=from_, paths=[Path(path) for path in several], out=Path(out), **options)  # type: ignore[arg-type]
    return batch.run(events)
