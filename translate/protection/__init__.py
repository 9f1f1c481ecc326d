"""What must survive translation: find it, tell the engine, settle it in the draft, prove it."""

from __future__ import annotations

from translate.protection.context import Context
from translate.protection.ladder import Progress, climb
from translate.protection.locate import locate
from translate.protection.model import EngineInput, FigureStyle, Outcome, Protected, Settled, Span
from translate.protection.names import strange_names
from translate.protection.prepare import ANNOTATION_MARKS, engine_input, protect
from translate.protection.settle import NOT_FOUND, Candidate, Judgement, choose, missing_spans, settle

__all__ = [
    "ANNOTATION_MARKS",
    "NOT_FOUND",
    "Candidate",
    "Context",
    "EngineInput",
    "FigureStyle",
    "Judgement",
    "Outcome",
    "Progress",
    "Protected",
    "Settled",
    "Span",
    "choose",
    "climb",
    "engine_input",
    "locate",
    "missing_spans",
    "protect",
    "settle",
    "strange_names",
]
