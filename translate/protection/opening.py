"""The formulas that news articles open with, which no model translates well: datelines and bylines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate.protection.model import Span

_DATELINE = re.compile(
    r"(?P<head>[A-Z][A-Z.'’-]+(?: [A-Z.'’-]+)*(?:, [^—–\n]{1,40}?)?(?: \([\w /]{1,30}\))?)"
    r"\s*(?: - |—|–|--)\s*(?=\S)"
)
_BYLINE = re.compile(
    r"By (?=[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|and|in|of|de|von|van))+(?:, [a-z][\w ,-]*)?$)"
)
_FREE = re.compile(r"[\s,.]*(?:\([\w /]{1,30}\))?[\s,.]*")


def opening(source: str, spans: Sequence[Span]) -> tuple[str, str]:
    """Split a dateline or the word of a byline off `source`: (what was split off, its translation).

    A dateline is one when all its words are terms and figures, whose translations stand in their places:
    `KYIV, Ukraine, 14 March — ` gives `КИЇВ, Україна, 14 березня — `. The `By` of a byline has no
    translation: the names alone are one. Otherwise ("", "").
    """
    if match := _BYLINE.match(source):
        return match.group(), ""
    match = _DATELINE.match(source)
    if match is None:
        return "", ""
    inside = [span for span in spans if span.end <= match.end("head") and span.kind != "name"]
    parts: list[str] = []
    position = 0
    for span in inside:
        parts += [source[position : span.start], _rendered(span)]
        position = span.end
    parts.append(source[position : match.end("head")])
    if not inside or not all(_FREE.fullmatch(part) for part in parts[::2]):
        return "", ""
    return match.group(), f"{''.join(parts)} — "


def _rendered(span: Span) -> str:
    return span.target.upper() if span.kind == "term" and span.text.isupper() else span.target
