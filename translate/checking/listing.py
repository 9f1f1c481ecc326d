"""The checks themselves as a list: name, severity, whether it runs, the rule."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from translate import checks
from translate.checking.model import Rules


@dataclass(frozen=True, slots=True)
class Listed:
    """A check as the rules of a call leave it; `rule` is the first line of its docstring."""

    name: str
    severity: str
    enabled: bool
    rule: str


def listing(rules: Rules) -> list[Listed]:
    """Return every check in the order in which they run."""
    return [
        Listed(
            name,
            rules.severity.get(name, checks.severity(name)),
            name not in rules.disabled,
            checks.describe(name).splitlines()[0],
        )
        for name in checks.names()
    ]


def listing_json(rules: Rules) -> str:
    """Return the list as JSON: an array of objects `name`, `severity`, `enabled`, `rule`."""
    return json.dumps([asdict(each) for each in listing(rules)], indent=2)
