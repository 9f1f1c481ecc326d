"""What drafts on another machine: a model that the driver sent. Nothing of Ray is in here."""

from __future__ import annotations

import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from translate.drafting import Draft, Drafter, Job
from translate.engine import ArgosEngine, Engine, EngineOptions, PivotEngine, read_package
from translate.engine.packages import content_files
from translate.errors import ModelError
from translate.journal import decode, encode

_SHAPES_DRAFTS = (
    "translate-desk",
    "babel",
    "ctranslate2",
    "pymorphy3",
    "pymorphy3-dicts-uk",
    "rapidfuzz",
    "regex",
    "sentencepiece",
)
"""Distributions of which another version may draft or inflect in another way."""


@dataclass(frozen=True, slots=True)
class PackedModel:
    """The files of a model package by their path inside it, and how it is to be run.

    It is sent whole, so a worker need not have it installed, and cannot have another of the same name.
    """

    files: Mapping[str, bytes]
    options: EngineOptions

    @classmethod
    def of(cls, engine: ArgosEngine, threads: int) -> PackedModel:
        """Read the package of an engine; `threads` processors are for each worker.

        Raises ModelError when a file of it cannot be read any more.
        """
        folder = engine.package.path
        try:
            files = {path.as_posix(): (folder / path).read_bytes() for path in content_files(folder)}
        except OSError as error:
            raise ModelError(f"cannot be read ({error.strerror or error})", path=folder) from error
        # How the driver's processors are shared out says nothing of a worker's.
        options = replace(engine.options, threads=threads, inter_threads=None, intra_threads=None)
        return cls(files, options)

    def load(self) -> ArgosEngine:
        """Return the engine, loaded by way of a temporary folder. Raises ModelError or UsageError."""
        with TemporaryDirectory(prefix="translate-") as folder:
            for name, data in self.files.items():
                path = Path(folder) / PurePosixPath(name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            return ArgosEngine(read_package(Path(folder)), self.options)


Packed = PackedModel | tuple["Packed", "Packed"] | Engine
"""An engine on its way: a package, the two of a pivot, or any other engine as it is."""


@dataclass(frozen=True, slots=True)
class Outfit:
    """All that a worker needs to draft: the engine, the target language, how many hypotheses it weighs."""

    engine: Packed
    target: str
    hypotheses: int


def packed(engine: Engine, threads: int) -> Packed:
    """Return what a worker loads the same engine from, to run it on `threads` processors."""
    if isinstance(engine, ArgosEngine):
        return PackedModel.of(engine, threads)
    if isinstance(engine, PivotEngine):
        first, second = engine.engines
        return packed(first, threads), packed(second, threads)
    return engine


def loaded(engine: Packed) -> Engine:
    """Return the engine that was packed. Raises ModelError, or UsageError when this machine cannot run it."""
    if isinstance(engine, PackedModel):
        return engine.load()
    if isinstance(engine, tuple):
        return PivotEngine(loaded(engine[0]), loaded(engine[1]))
    return engine


def software() -> dict[str, str]:
    """Return the versions of what shapes a draft, beside the model; "" for what is not installed."""
    versions: dict[str, str] = {}
    for name in _SHAPES_DRAFTS:
        try:
            versions[name] = version(name)
        except PackageNotFoundError:
            versions[name] = ""
    return versions


class Worker:
    """Loads a model once and drafts windows of segments with it; may be called from several threads."""

    def __init__(self, outfit: Outfit) -> None:
        """Take what `start` loads."""
        self._outfit = outfit
        self._drafter: Drafter | None = None

    def start(self) -> tuple[str, str, dict[str, str]]:
        """Load the model; return this machine's name, the engine's signature, and the versions in use.

        Raises ModelError or UsageError when the model cannot be loaded here.
        """
        from translate import languages

        engine = loaded(self._outfit.engine)
        self._drafter = Drafter(engine, languages.get(self._outfit.target), self._outfit.hypotheses)
        return platform.node(), engine.signature, software()

    def draft(self, jobs: Sequence[Job]) -> list[bytes]:
        """Draft segments; one draft a job, in order, encoded as the journal keeps it. Raises ModelError.

        A draft refers to the spans of its job, which the driver has and these are copies of.
        """
        assert self._drafter is not None, "a worker drafts once it has started"
        drafts = self._drafter.draft(jobs)
        return [encode(draft, job) for draft, job in zip(drafts, jobs, strict=True)]


def received(data: Sequence[bytes], jobs: Sequence[Job]) -> list[Draft]:
    """Return the drafts of `jobs` that a worker sent. Raises ModelError when they are damaged."""
    drafts = [decode(own, job) for own, job in zip(data, jobs, strict=True)]
    whole = [draft for draft in drafts if draft is not None]
    if len(whole) < len(drafts):
        raise ModelError("the drafts of a worker arrived damaged", hint="Run again")
    return whole
