"""Are brackets closed?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.model import Draft, Fault, Place
from translate.checks.registry import register

_PAIRS = {"(": ")", "[": "]", "{": "}"}
_CLOSING = {close: open_ for open_, close in _PAIRS.items()}
_BRACKETS = re.compile(r"[()\[\]{}]")


@register("brackets", "warning")
def brackets(draft: Draft) -> Iterator[Fault]:
    """A bracket of the target is left open or closed without having been opened, and not so in the source.

    A source may have `a)` or half of a bracket that runs over two sentences; then the target has it too.
    """
    if not _has_brackets(draft.target) and not _has_brackets(draft.source):
        return
    source, target = _loose(draft.source), _loose(draft.target)
    for bracket in dict.fromkeys(draft.target[at] for at in target) | dict.fromkeys(
        draft.source[at] for at in source
    ):
        here = [at for at in source if draft.source[at] == bracket]
        there = [at for at in target if draft.target[at] == bracket]
        if len(there) > len(here):
            fault = "not closed" if bracket in _PAIRS else "not opened"
            # Where there are several, the last one is as good a guess as any.
            yield Fault(f"bracket {fault}: “{bracket}”", target=_place(there[-1]))
        elif len(there) < len(here):
            yield Fault(f"bracket missing: “{bracket}” stands alone in the source", source=_place(here[-1]))


def _has_brackets(text: str) -> bool:
    # One after another they are found faster than by a pattern.
    return "(" in text or ")" in text or "[" in text or "]" in text or "{" in text or "}" in text


def _place(at: int) -> Place:
    return at, at + 1


def _loose(text: str) -> list[int]:
    """Return where the brackets without a partner stand."""
    open_: list[int] = []
    loose: list[int] = []
    for match in _BRACKETS.finditer(text):
        bracket, at = match[0], match.start()
        if bracket in _PAIRS:
            open_.append(at)
        elif open_ and text[open_[-1]] == _CLOSING[bracket]:
            open_.pop()
        else:
            loose.append(at)
    return open_ + loose
