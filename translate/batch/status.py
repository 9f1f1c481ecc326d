"""What is done of a batch, what is not, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from translate.articles import Found
from translate.batch.assess import Assessor
from translate.batch.model import Result
from translate.errors import TranslateError, UsageError
from translate.journal import Journal
from translate.pipeline import Pipeline

Standing = Literal["done", "in review", "pending", "failed"]

_STANDING: dict[str, Standing] = {"unchanged": "done", "kept": "in review"}


@dataclass(frozen=True, slots=True)
class State:
    """How far an article is: done, in review (a reviewer has saved the file), pending or failed, with why."""

    article: Path
    output: Path
    standing: Standing
    why: str = ""
    segments: int = 0
    flagged: int = 0


def status(
    found: Sequence[Found],
    pipeline: Pipeline,
    out: Path,
    *,
    folder: Path | None = None,
    encoding: str | None = None,
    version: str = "1.2",
) -> list[State]:
    """Return how far each article is, in their order, without drafting or writing anything.

    The arguments are those of `run`. Raises UsageError for an unknown `encoding`, OutputError when the
    journal cannot be read.
    """
    with Journal.open(out, read_only=True) as journal:
        assessor = Assessor(pipeline, journal, out, folder or out, version, encoding)
        return [_state(each, assessor, journal) for each in found]


def _state(found: Found, assessor: Assessor, journal: Journal) -> State:
    output = assessor.output(found)
    try:
        seen = assessor.assess(found)
    except UsageError:
        raise
    except TranslateError as error:
        return State(found.path, output, "failed", str(error))
    if isinstance(seen, Result):
        return State(found.path, output, _STANDING[seen.status], "", seen.segments, seen.flagged)
    known = journal.article(assessor.key(output))
    if known is not None and known.error:
        return State(found.path, output, "failed", known.error)
    return State(found.path, output, "pending", seen.why)
