"""The forms in which an outcome is given."""

from __future__ import annotations

from collections.abc import Callable

from translate.checking.html import to_html
from translate.checking.jsonform import to_json
from translate.checking.junit import to_junit
from translate.checking.model import Outcome
from translate.checking.sarif import to_sarif
from translate.checking.table import Screen, table

_MACHINE: dict[str, Callable[[Outcome], str]] = {
    "json": lambda outcome: to_json(outcome) + "\n",
    "sarif": lambda outcome: to_sarif(outcome) + "\n",
    "html": to_html,
    "junit": lambda outcome: to_junit(outcome).decode(),
}
FORMS = ("table", *_MACHINE)
"""The words of `--format`."""


def render(outcome: Outcome, form: str, screen: Screen, *, verbose: bool = False) -> str:
    """Return an outcome in one of `FORMS`, ending in a line break; only tables care for the screen."""
    if form == "table":
        return "".join(f"{line}\n" for line in table(outcome, screen, verbose=verbose))
    return _MACHINE[form](outcome)
