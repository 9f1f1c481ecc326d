"""What a report says: plain data, made from XLIFF files or from what a run knows, drawn by `render`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from translate.checks import Finding, Place
from translate.glossary import Suggestion
from translate.inline import Text
from translate.triage import Confidence
from translate.xliff import Origin, Signature

State = Literal["untranslated", "flagged", "draft", "reviewed"]
STATES: tuple[State, ...] = ("untranslated", "flagged", "draft", "reviewed")

SEVERITIES = ("error", "warning", "info")
"""From the worst on."""


@dataclass(frozen=True, slots=True)
class TermUse:
    """A glossary entry (`target`, `note`, `kind`) whose source stands at `place` as `text`.

    `found` is where a form of the entry's target stands in the target, None when there is none.
    """

    text: str
    target: str
    note: str
    kind: str
    place: Place
    found: Place | None


@dataclass(frozen=True, slots=True)
class FigureUse:
    """A figure at `place` of the source with its `value` for people (`2,300,000,000 USD`).

    `target` is how it is expected to be written. `found` is where the target has it, None when it is not
    known; `settled` is False when the target has no figure of this value.
    """

    text: str
    value: str
    target: str
    place: Place
    found: Place | None
    settled: bool


@dataclass(frozen=True, slots=True)
class UnitReport:
    """A segment with its target and all that is known of it.

    `origin` is "" when it is not known, `match` the percentage of a match of a translation memory. `note` is
    what the reviewer's note says beyond terms, figures and findings.
    """

    id: str
    source: Text
    target: Text
    state: State
    words: int
    origin: Origin | Literal[""] = ""
    match: int | None = None
    note: str = ""
    findings: tuple[Finding, ...] = ()
    terms: tuple[TermUse, ...] = ()
    figures: tuple[FigureUse, ...] = ()
    confidence: Confidence | None = None

    @property
    def severity(self) -> str:
        """The worst severity of its findings, "" without any."""
        found = {finding.severity for finding in self.findings}
        return next((severity for severity in SEVERITIES if severity in found), "")


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """An article, its `file` of drafts or of reviewed text, its languages (BCP 47) and its units in order."""

    name: str
    file: str
    source_language: str
    target_language: str
    units: tuple[UnitReport, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A batch. `errors` are the files that are not in it, and what is wrong with others, one line each.

    `signatures` say how its drafts were made, each once; `proposals` are names that the glossary lacks.
    """

    title: str
    date: datetime
    articles: tuple[ArticleReport, ...]
    signatures: tuple[Signature, ...] = ()
    proposals: tuple[Suggestion, ...] = ()
    errors: tuple[str, ...] = ()
