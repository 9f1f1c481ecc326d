"""A segment: the unit of drafting and of review, in most cases one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from translate.inline import Code, Text


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence of a block.

    `id` is `<block>-<sentence>`, both counted from 1. `lead` and `trail` are the white space around
    `source` inside the block. `codes` are the inline codes inside `source` that the reviewer sees; those at
    its edges (a bold paragraph, a footnote mark at the end) are no business of the reviewer: they stand in
    `before` and `after`, with positions in `lead` and `trail`.
    """

    id: str
    block: int
    source: str
    lead: str = ""
    trail: str = ""
    codes: tuple[Code, ...] = ()
    before: tuple[Code, ...] = ()
    after: tuple[Code, ...] = ()

    @property
    def content(self) -> Text:
        """The source with its inline codes."""
        return Text(self.source, self.codes)
