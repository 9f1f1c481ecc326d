"""Segments to drafts: what the engine makes of a segment, with its codes placed and every span proved.

A draft depends on its job and on the drafter alone, not on what else is drafted with it: so it can be made
once for all articles that have the segment, kept in the journal of a batch, or made on another machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translate import protection, triage
from translate.engine import Engine
from translate.inline import Text
from translate.languages import Language
from translate.protection import Outcome, Protected


@dataclass(frozen=True, slots=True)
class Job:
    """A segment to be drafted: its source with inline codes, and what must survive in it."""

    source: Text
    protected: Protected


@dataclass(frozen=True, slots=True)
class Draft:
    """The target of a segment as a machine drafted it or a memory has it, before any check.

    `lost` are codes that could not be placed and stand at the end; `score` is the mean log-probability per
    token, None when no engine drafted it, as is `features`. `complete` is False when the model never ended a
    part of the segment, and the source stands in its place.
    """

    target: Text
    outcomes: tuple[Outcome, ...]
    lost: tuple[str, ...] = ()
    score: float | None = None
    complete: bool = True
    features: triage.Features | None = None


class Drafter:
    """An engine and what it needs to draft segments into one language."""

    def __init__(self, engine: Engine, target: Language, hypotheses: int) -> None:
        """Take an engine for the language `target`; `hypotheses` are weighed for each segment."""
        self.engine = engine
        self._target = target
        self._hypotheses = hypotheses

    def draft(self, jobs: Sequence[Job], progress: protection.Progress | None = None) -> list[Draft]:
        """Draft segments together; one draft a job, in order.

        `progress` gets the number of segments drafted since its last call. Raises ModelError.
        """
        settled = protection.climb(
            [job.protected for job in jobs],
            self.engine,
            self._target,
            hypotheses=self._hypotheses,
            progress=progress,
        )
        drafts: list[Draft] = []
        for job, own in zip(jobs, settled, strict=True):
            placed = protection.place(job.source, job.protected, own, self._target)
            drafts.append(
                Draft(
                    placed.target,
                    own.outcomes,
                    placed.lost,
                    own.score,
                    own.complete,
                    triage.measure(job.source.text, own),
                )
            )
        return drafts


def recalled(job: Job, target: Text, language: Language) -> Draft:
    """Return the draft that a target from a translation memory is: its spans proved or flagged."""
    settled = protection.settle_as(job.protected, target.text, "memory", language)
    if sorted(target.keys) == sorted(job.source.keys):
        return Draft(target, settled.outcomes)
    placed = protection.place(job.source, job.protected, settled, language)
    return Draft(placed.target, settled.outcomes, placed.lost)
