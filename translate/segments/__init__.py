"""Blocks into sentences and back: joining a block's segments gives the block, every character."""

from translate.segments.model import Segment
from translate.segments.segment import join, segment
from translate.segments.split import Piece, split

__all__ = ["Piece", "Segment", "join", "segment", "split"]
