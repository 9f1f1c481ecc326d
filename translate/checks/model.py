"""What a check sees and what it says."""

from __future__ import annotations

from dataclasses import dataclass

from translate.figures.model import Figure
from translate.glossary.model import TermMatch
from translate.inline import Code


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


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: its name, its severity (error, warning, info) and a message for the reviewer."""

    check: str
    severity: str
    message: str
