"""Offline batch translation of articles into XLIFF drafts, with names and figures protected.

The names here are for programs that use the tool as a library; `translate.api` says how. They are loaded when
they are asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from translate.api import Batch, run
    from translate.batch import Events, Executor, Result, State
    from translate.engine import EngineOptions
    from translate.errors import TranslateError
    from translate.glossary import Glossary
    from translate.memory import Memory

_HOMES = {
    "Batch": "translate.api",
    "EngineOptions": "translate.engine",
    "Events": "translate.batch",
    "Executor": "translate.batch",
    "Glossary": "translate.glossary",
    "Memory": "translate.memory",
    "Result": "translate.batch",
    "State": "translate.batch",
    "TranslateError": "translate.errors",
    "run": "translate.api",
}

__all__ = [
    "Batch",
    "EngineOptions",
    "Events",
    "Executor",
    "Glossary",
    "Memory",
    "Result",
    "State",
    "TranslateError",
    "__version__",
    "run",
]


def __getattr__(name: str) -> object:
    """Load a name of the library when it is first asked for: `import translate` alone loads nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
