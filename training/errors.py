"""What the recipe raises on purpose; libraries that are not installed are named with the command for them."""

from __future__ import annotations

import importlib
from typing import Any

from translate.errors import TranslateError

INSTALL = "Run it with `uv run --group training python -m training …`"


class TrainingError(TranslateError):
    """A corpus, a prepared folder or a checkpoint cannot be used."""


def library(name: str) -> Any:
    """Return the module `name` of the group `training`; raises TrainingError when it is not installed."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        raise TrainingError(f"{error.name} is not installed", hint=INSTALL) from error
