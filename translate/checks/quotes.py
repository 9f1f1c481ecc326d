"""Are quotation marks closed, and are they the right ones?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.kept import holds_code, kept_ranges, overlaps
from translate.checks.model import Draft, Fault, Fix, Place
from translate.checks.registry import register

_MARKS = re.compile('[«»„“”"]')
_ANY_MARK = re.compile('[«»„“”"‘‚‹›]')
_OPENING = re.compile(r"[\s(\[{«„“‘'—–-]")
# A space within the marks, or none outside: then they may not be what they seem.
_LOOSE_SPACE = re.compile(r"[«„»](?:(?<=[«„])(?:\s|(?<=\w.))|(?<=»)(?:\w|(?<=\s.)))")
# Feet, inches, minutes and seconds: 5'10", 12" guns.
_MEASURE = re.compile(r"[\"”](?<=\d.)")


@register("quotes", "warning")
def quotes(draft: Draft) -> Iterator[Fault]:
    """A quotation mark of the target is left open, or closed without being opened, and not so in the source.

    A sentence from the middle of a quotation may open without closing: then source and target both do. In
    Ukrainian the marks are « » and, inside a quotation, „ “ (Ukrainian Orthography of 2019).
    """
    if "‘" not in draft.target and not _has_marks(draft.target) and not _has_marks(draft.source):
        return
    source, target = _loose(draft.source), _loose(draft.target)
    if [len(own) for own in source] != [len(own) for own in target]:
        yield Fault(
            f"quotation marks unbalanced: {_say(target)}; in the source {_say(source)}",
            _place(source),
            _place(target),
        )
    if draft.target_language == "uk":
        yield from _wrong(draft)


def _has_marks(text: str) -> bool:
    # One after another they are found faster than by a pattern.
    return "«" in text or "»" in text or '"' in text or "“" in text or "”" in text or "„" in text


def _loose(text: str) -> tuple[list[int], list[int]]:
    """Return where the marks stand that are opened and not closed, and closed and not opened."""
    stack: list[str] = []
    opened: list[int] = []
    unopened: list[int] = []
    low = 0
    for match in _MARKS.finditer(text):
        mark, at = match[0], match.start()
        if _opens(mark, text[at - 1] if at else " ", stack, low):
            stack.append(mark)
            opened.append(at)
            low += mark == "„"
        elif stack:
            low -= stack.pop() == "„"
            opened.pop()
        elif not _MEASURE.match(text, at):
            unopened.append(at)
    return opened, unopened


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


def _wrong(draft: Draft) -> Iterator[Fault]:
    if wrong := _wrong_marks(draft.target):
        marks = " ".join(dict.fromkeys(draft.target[at] for at in wrong))
        yield Fault(
            f"quotation marks of the wrong kind: {marks}; « » and „ “ were expected",
            target=(wrong[0], wrong[-1] + 1),
            fix=_fix(draft),
        )


def _wrong_marks(target: str) -> list[int]:
    depth = 0
    wrong: list[int] = []
    for match in _ANY_MARK.finditer(target):
        mark = match[0]
        if mark == "„":
            depth += 1
        elif mark == "“" and depth:
            depth -= 1
        elif mark not in "«»" and not _MEASURE.match(target, match.start()):
            wrong.append(match.start())
    return wrong


def _fix(draft: Draft) -> Fix | None:
    """Return the change of all marks at once, where it leaves every quotation as long as it was."""
    from translate.languages.uk.typography import quotation_marks

    text = draft.target
    if any(map(len, _loose(text))) or _MEASURE.search(text):
        # Which mark is missing, or is none, a reader has to say.
        return None
    changed = quotation_marks(text)
    if any(map(len, _loose(changed))) or _wrong_marks(changed) or _LOOSE_SPACE.search(changed):
        return None
    # Marks become marks, everything else stays.
    marks = (match.start() for match in re.finditer('["«»„“”‟]', text))
    places = [at for at in marks if text[at] != changed[at]]
    start, end = places[0], places[-1] + 1
    kept = kept_ranges(draft)
    if holds_code(draft, start, end) or any(overlaps((at, at + 1), kept) for at in places):
        return None
    return Fix(start, end, changed[start:end])


def _place(loose: tuple[list[int], list[int]]) -> Place | None:
    first = min((at for own in loose for at in own), default=None)
    return None if first is None else (first, first + 1)


def _say(loose: tuple[list[int], list[int]]) -> str:
    parts = [f"{len(n)} {what}" for n, what in zip(loose, ("not closed", "not opened"), strict=True) if n]
    return " and ".join(parts) or "all in pairs"
