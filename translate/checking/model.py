"""What is checked, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from translate.checks import Finding, Severity
from translate.inline import Text

Kind = Literal["xliff", "tmx", "text", "other"]
Pair = tuple[str, str]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""From the worst on."""


@dataclass(frozen=True, slots=True)
class Item:
    """A segment with its target. `unit` is its id in the document, `line` where it stands in the file.

    `offset` is where the target begins in the decoded file, for texts only. `kind` is that of the block, ""
    if it is not known. `machine` says that the target is a machine draft which nobody has reviewed.
    """

    unit: str
    source: Text
    target: Text
    line: int | None = None
    notes: tuple[str, ...] = ()
    kind: str = ""
    offset: int | None = None
    machine: bool = False


@dataclass(frozen=True, slots=True)
class Bilingual:
    """The segments of one document: a `file` of XLIFF (`part` counts them from 0), a TMX file, two texts.

    `path` is the file with the targets, `original` the article that the document says it is of, `pair` the
    languages (BCP 47), `sha256` that of the file's bytes, by which a change since is noticed. `problems` are
    what is wrong with the document without making it unreadable, one line each.
    """

    path: Path
    kind: Kind
    pair: Pair
    items: tuple[Item, ...]
    part: int = 0
    original: str = ""
    sha256: str = ""
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """Which checks run, how grave what they find is, and from which severity on it is shown."""

    disabled: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    lowest: Severity = "warning"


@dataclass(frozen=True, slots=True)
class Checked:
    """A segment in which something was found: `findings`, and those that a note of its unit `ignored`."""

    item: Item
    findings: tuple[Finding, ...]
    ignored: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """A document after the checks; `checked` has only the segments in which something was found.

    `warnings` are what a reviewer's notes get wrong, one line each.
    """

    document: Bilingual
    checked: tuple[Checked, ...]
    warnings: tuple[str, ...] = ()

    @property
    def findings(self) -> int:
        """The number of findings, the ignored ones left out."""
        return sum(len(each.findings) for each in self.checked)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a call has found. `errors` say which files could not be checked, or not in full, one line each.

    `spent` are the nanoseconds that each check took, and what came before them.
    """

    results: tuple[Result, ...]
    errors: tuple[str, ...] = ()
    spent: Mapping[str, int] = field(default_factory=dict)

    @property
    def segments(self) -> int:
        """The number of segments that were checked."""
        return sum(len(each.document.items) for each in self.results)

    def by_severity(self) -> dict[Severity, int]:
        """Return the number of findings of each severity, from the worst on."""
        counts = Counter(
            finding.severity
            for result in self.results
            for each in result.checked
            for finding in each.findings
        )
        return {severity: counts[severity] for severity in SEVERITIES}

    def by_check(self) -> dict[str, int]:
        """Return the number of findings of each check that has found something, the most frequent first."""
        counts = Counter(
            finding.check for result in self.results for each in result.checked for finding in each.findings
        )
        return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))

    @property
    def ignored(self) -> int:
        """The number of findings that notes of their units suppress."""
        return sum(len(each.ignored) for result in self.results for each in result.checked)

    @property
    def is_clean(self) -> bool:
        """Whether every file was checked and nothing graver than an info was found."""
        found = self.by_severity()
        return not (self.errors or found["error"] or found["warning"])
