"""Is there a target at all?"""

from __future__ import annotations

from collections.abc import Iterator

from translate.checks.model import Draft
from translate.checks.registry import register


@register("empty", "error", final=True)
def empty(draft: Draft) -> Iterator[str]:
    """The target is empty or white space, and the source is not."""
    if draft.source.strip() and not draft.target.strip():
        yield "target is empty"
