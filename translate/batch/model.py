"""What a batch says while it runs and at its end."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from translate.articles import Found
from translate.errors import TranslateError


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one article.

    status: "drafted", "unchanged" (the file there is already this draft), "kept" (a reviewer has worked in
    the file) or "failed" with the error. `from_journal` counts the segments of a new document whose draft was
    known from an earlier run or another article.
    """

    article: Path
    output: Path
    status: str
    segments: int = 0
    from_memory: int = 0
    from_journal: int = 0
    terms: int = 0
    terms_settled: int = 0
    figures: int = 0
    figures_settled: int = 0
    flagged: int = 0
    steps: dict[str, int] = field(default_factory=dict)
    error: TranslateError | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return the result as JSON can hold it."""
        fields = asdict(self)
        return fields | {
            "article": os.fspath(self.article),
            "output": os.fspath(self.output),
            "error": str(self.error) if self.error else None,
        }


@dataclass(frozen=True, slots=True)
class Events:
    """What a caller may want to hear while a batch runs; `drafted` may be called from other threads.

    `planned` and `drafted` get numbers of segments, `finished` each result as it comes, `warned` one line for
    each thing that was put right.
    """

    planned: Callable[[int], None] = lambda _segments: None
    drafted: Callable[[int], None] = lambda _segments: None
    finished: Callable[[Result], None] = lambda _result: None
    warned: Callable[[str], None] = lambda _line: None


def output_path(found: Found, out: Path, target: str) -> Path:
    """Return where the draft of an article goes: `out/<its path below the given folder>.<target>.xlf`.

    `news/brief.txt` gives `out/news/brief.txt.uk.xlf`, so that no two formats of one article collide.
    """
    return out / found.relative.with_name(f"{found.relative.name}.{target}.xlf")
