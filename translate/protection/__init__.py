"""What must survive translation: find it, tell the engine, settle it in the draft, prove it."""

from __future__ import annotations

from translate.protection.context import Context
from translate.protection.ladder import Progress, climb
from translate.protection.locate import locate
from translate.protection.model import EngineInput, FigureStyle, Outcome, Protected, Settled, Span
from translate.protection.names import strange_names
from translate.protection.placement import Placement, place
from translate.protection.prepare import ANNOTATION_MARKS, engine_input, protect
from translate.protection.settle import (
    NOT_FOUND,
    Candidate,
    Judgement,
    choose,
    missing_spans,
    settle,
    settle_as,
)

__all__ = [
    "ANNOTATION_MARKS",
    "NOT_FOUND",
    "Candidate",
    "Context",
    "EngineInput",
    "FigureStyle",
    "Judgement",
    "Outcome",
    "Placement",
    "Progress",
    "Protected",
    "Settled",
    "Span",
    "choose",
    "climb",
    "engine_input",
    "locate",
    "missing_spans",
    "place",
    "protect",
    "settle",
    "settle_as",
    "strange_names",
]
