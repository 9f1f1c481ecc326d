"""Fuzzy matches and what must never be wrong in them: figures and names.

A fuzzy match is used as it is when its source and the new one differ in ordinary words alone. Where nothing
but figures and glossary names differs, these are replaced in the target, each name in the case of the one
that it replaces. What cannot be proved to be right is not used: the segment is drafted anew. Even a repaired
match is one for review, because the words around a new figure or name may have to agree with it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from translate.inline import Text
from translate.languages import Language
from translate.memory.differences import differences, parts, substitutions
from translate.memory.model import Match
from translate.memory.replacing import Replacement, replaced, replacement
from translate.protection import Protected, Span, locate


@dataclass(frozen=True, slots=True)
class Adapted:
    """A match that can be used: `target` with the `replacements` made in it, none when it is as it was.

    The match tells kind and score. `doubts` say, each in a few words, what of a replacement is uncertain.
    """

    match: Match
    target: Text
    replacements: tuple[Replacement, ...] = ()

    @property
    def doubts(self) -> tuple[str, ...]:
        """What a reviewer must look at."""
        return tuple(each.doubt for each in self.replacements if each.doubt)


def adapt(
    match: Match, new: Protected, protect: Callable[[Text], Protected], language: Language
) -> Adapted | None:
    """Return what to use of a match for the segment `new`, or None when it must not be used.

    `protect` finds the spans of a source as those of `new` were found, `language` is that of the targets.
    Exact matches and those in context are used as they are; so are fuzzy ones whose names and figures are
    those of the new segment.
    """
    if match.kind != "fuzzy":
        return Adapted(match, match.target)
    old = protect(match.entry.source)
    different = differences(parts(old), parts(new))
    if not any(part.matters for sides in different for side in sides for part in side):
        return Adapted(match, match.target)
    replacements = _replacements(old, match.target.text, new, language)
    if replacements is None:
        return None
    return Adapted(match, replaced(match.target, replacements), replacements)


def repair(old: Protected, target: str, new: Protected, language: Language) -> str | None:
    """Return the target of the source `old` as one of the source `new`, or None when that cannot be proved.

    The sources must be equal but for figures and glossary names, white space and case.
    """
    replacements = _replacements(old, target, new, language)
    return None if replacements is None else replaced(Text(target), replacements).text


def _replacements(
    old: Protected, target: str, new: Protected, language: Language
) -> tuple[Replacement, ...] | None:
    pairs = substitutions(old, new)
    if pairs is None:
        return None
    places = dict(zip(map(id, old.spans), locate(target, old.spans, language.code), strict=True))
    made = [replacement(a, b, new.source, target, places[id(a)], language) for a, b in pairs]
    result = sorted((each for each in made if each is not None), key=lambda each: each.start)
    if len(result) < len(pairs) or any(a.end > b.start for a, b in pairwise(result)):
        return None
    text = replaced(Text(target), result).text
    return tuple(result) if _is_proved(text, [a for a, _ in pairs], new, language) else None


def _is_proved(text: str, gone: Sequence[Span], new: Protected, language: Language) -> bool:
    """Whether all terms and figures of the new source stand in `text`, and no old one is left over."""
    places = locate(text, new.spans, language.code)
    for span, place in zip(new.spans, places, strict=True):
        if place is None and (span.figure or span.term or span.kind == "copy"):
            return False
    rest = text
    for start, end in sorted((place for place in places if place is not None), reverse=True):
        rest = f"{rest[:start]}\N{OBJECT REPLACEMENT CHARACTER}{rest[end:]}"
    return all(place is None for place in locate(rest, gone, language.code))
