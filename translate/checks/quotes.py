"""Are quotation marks closed, and are they the right ones?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.model import Draft, Fault
from translate.checks.registry import register

_MARKS = re.compile('[«»„“”"]')
_OPENING = re.compile(r"[\s(\[{«„“‘'—–-]")
# Feet, inches, minutes and seconds: 5'10", 12" guns.
_MEASURE = re.compile(r"(?<=\d)[\"”]")


@register("quotes", "warning")
def quotes(draft: Draft) -> Iterator[Fault]:
    """A quotation mark of the target is left open, or closed without being opened, and not so in the source.

    A sentence from the middle of a quotation may open without closing: then source and target both do. In
    Ukrainian the marks are « » and, inside a quotation, „ “ (Ukrainian Orthography of 2019).
    """
    if not _MARKS.search(draft.target) and not _MARKS.search(draft.source) and "‘" not in draft.target:
        return
    source, target = _loose(draft.source), _loose(draft.target)
    if source != target:
        yield Fault(f"quotation marks unbalanced: {_say(target)}; in the source {_say(source)}")
    if draft.target_language == "uk":
        yield from _wrong(draft.target)


def _loose(text: str) -> tuple[int, int]:
    """Return how many marks are opened and not closed, and closed and not opened."""
    stack: list[str] = []
    low = unopened = 0
    measures = {match.start() for match in _MEASURE.finditer(text)}
    for match in _MARKS.finditer(text):
        mark, at = match[0], match.start()
        if _opens(mark, text[at - 1] if at else " ", stack, low):
            stack.append(mark)
            low += mark == "„"
        elif stack:
            low -= stack.pop() == "„"
        elif at not in measures:
            unopened += 1
    return len(stack), unopened


def _opens(mark: str, before: str, stack: list[str], low: int) -> bool:
    if mark == "“":
        # It closes „ in Ukrainian and German, and opens in English.
        return low == 0
    if mark == '"':
        return bool(_OPENING.match(before)) and not (stack and stack[-1] == '"' and before.isspace())
    if mark == "”":
        # A slip for the opening mark, seen in English texts: a ”word”.
        return before.isspace() and not stack
    return mark in "«„"


def _wrong(target: str) -> Iterator[Fault]:
    depth = 0
    wrong: list[str] = []
    for match in re.finditer('[«»„“”"‘‚‹›]', target):
        mark = match[0]
        if mark == "„":
            depth += 1
        elif mark == "“" and depth:
            depth -= 1
        elif mark not in "«»" and not _MEASURE.match(target, match.start()):
            wrong.append(mark)
    if wrong:
        marks = " ".join(dict.fromkeys(wrong))
        yield Fault(f"quotation marks of the wrong kind: {marks}; « » and „ “ were expected")


def _say(loose: tuple[int, int]) -> str:
    parts = [f"{n} {what}" for n, what in zip(loose, ("not closed", "not opened"), strict=True) if n]
    return " and ".join(parts) or "all in pairs"
