"""A segment: the unit of drafting and of review, in most cases one sentence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence of a block.

    `id` is `<block>-<sentence>`, both counted from 1. `lead` and `trail` are the white space around
    `source` inside the block; the block is `"".join(s.lead + s.source + s.trail for s in segments)`.
    """

    id: str
    block: int
    source: str
    lead: str = ""
    trail: str = ""
