"""Is there a target at all?"""

from __future__ import annotations

from collections.abc import Iterator

from translate.checks.model import Draft, Fault
from translate.checks.registry import register


@register("empty", "error", final=True)
def empty(draft: Draft) -> Iterator[Fault]:
    """The target is empty or white space, and the source is not."""
    if draft.source.strip() and not draft.target.strip():
        yield Fault("target is empty")
