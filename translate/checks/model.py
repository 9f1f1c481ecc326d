"""What a check sees and what it says."""

from __future__ import annotations

from dataclasses import dataclass

from translate.figures.model import Figure
from translate.glossary.model import TermMatch
from translate.inline import Code

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Draft:
    """A segment with its target as a check sees it: figures and terms of the source are found already."""

    source: str
    target: str
    source_language: str
    target_language: str
    terms: tuple[TermMatch, ...] = ()
    figures: tuple[Figure, ...] = ()
    accepted: tuple[frozenset[str], ...] = ()
    """For each of `terms`, every form that counts as its translation."""
    codes: tuple[Code, ...] = ()
    target_codes: tuple[Code, ...] = ()
    score: float | None = None
    """Mean log-probability per token of a machine draft (0 is the best); None for other targets."""
    machine: bool = False
    """Whether a machine has drafted the target and no person has reviewed it yet."""
    kind: str = ""
    """What the segment is part of: `headline`, `paragraph`, `list`, `cell`, `attribute`; "" if not known."""


@dataclass(frozen=True, slots=True)
class Fix:
    """`target[start:end]` becomes `text`: a change that cannot make anything worse."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule found: the message for the reviewer, where in source and target, and a safe fix.

    `severity` is "" for that of the check, or another where this fault weighs less.
    """

    message: str
    source: Place | None = None
    target: Place | None = None
    fix: Fix | None = None
    severity: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: its name, its severity (error, warning, info) and a message for the reviewer.

    `source` and `target` are the (start, end) ranges that the message is about, None where it is about the
    whole; `fix` is a safe change of the target.
    """

    check: str
    severity: str
    message: str
    source: Place | None = None
    target: Place | None = None
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Located:
    """A draft with where it stands: for what only shows across the segments of an article or a batch."""

    file: str
    unit: str
    draft: Draft
