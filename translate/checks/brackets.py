"""Are brackets closed?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.model import Draft, Fault
from translate.checks.registry import register

_PAIRS = {"(": ")", "[": "]", "{": "}"}
_CLOSING = {close: open_ for open_, close in _PAIRS.items()}
_BRACKETS = re.compile(r"[()\[\]{}]")


@register("brackets", "warning")
def brackets(draft: Draft) -> Iterator[Fault]:
    """A bracket of the target is left open or closed without having been opened, and not so in the source.

    A source may have `a)` or half of a bracket that runs over two sentences; then the target has it too.
    """
    source, target = _loose(draft.source), _loose(draft.target)
    for bracket in dict.fromkeys(target + source):
        more = target.count(bracket) - source.count(bracket)
        if more > 0:
            fault = "not closed" if bracket in _PAIRS else "not opened"
            yield Fault(f"bracket {fault}: “{bracket}”")
        elif more < 0:
            yield Fault(f"bracket missing: “{bracket}” stands alone in the source")


def _loose(text: str) -> list[str]:
    """Return the brackets without a partner."""
    open_: list[str] = []
    loose: list[str] = []
    for bracket in _BRACKETS.findall(text):
        if bracket in _PAIRS:
            open_.append(bracket)
        elif open_ and open_[-1] == _CLOSING[bracket]:
            open_.pop()
        else:
            loose.append(bracket)
    return open_ + loose
