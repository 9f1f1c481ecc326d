"""What a translation memory knows of an article's segments: asked before the engine."""

from __future__ import annotations

from dataclasses import replace

from translate import memory
from translate.inline import Text
from translate.memory import Match, Memory, Query
from translate.preparation import Preparation, Prepared, Recalled
from translate.protection import Protected

_BEST = 3
"""Fuzzy matches that are looked at: the best may have other names, the next may not."""


def recall(prepared: Prepared, store: Memory, preparation: Preparation, threshold: int) -> Prepared:
    """Return the article with what the memory has for its segments.

    A match in the same context is approved, unless the glossary has changed for a name in it; an exact one is
    a draft; a fuzzy one, from `threshold` per cent, is a draft if its figures and names are those of the
    segment or could be put in their place.
    """
    queries = [Query(text, *prepared.neighbours(index)) for index, text in enumerate(prepared.texts)]
    found = store.lookup_many(queries, threshold, limit=_BEST)
    recalled = tuple(
        _first_usable(matches, text, protected, preparation)
        for matches, text, protected in zip(found, prepared.texts, prepared.protected, strict=True)
    )
    return replace(prepared, recalled=recalled)


def _first_usable(
    matches: list[Match], source: Text, protected: Protected, preparation: Preparation
) -> Recalled | None:
    for match in matches:
        if match.kind != "fuzzy":
            rivals = f"; {match.rivals} other targets in the memory" if match.rivals else ""
            told = "approved in this context" if match.kind == "context" else "100 %, from another context"
            note = f"{told} ({_place(match)}){rivals}"
            return _standing_by(match, source, protected, preparation, note)
        if (own := _adapted(match, protected, preparation)) is not None:
            return own
    return None


def _standing_by(
    match: Match, source: Text, protected: Protected, preparation: Preparation, note: str
) -> Recalled:
    """Return an exact match; one in context stays approved unless the glossary wants other names now.

    A target that lacks an inline code of its source is no more than a draft.
    """
    missing = preparation.missing_terms(protected, match.target.text)
    news = tuple(
        f"{term}: the glossary has changed since this was approved"
        for term in missing
        if term not in match.entry.waived
    )
    whole = sorted(match.target.keys) == sorted(source.keys)
    approved = match.kind == "context" and whole and not news
    doubts = news if match.kind == "context" else ()
    return Recalled(match.target, match.kind, match.score, note, approved=approved, doubts=doubts)


def _adapted(match: Match, protected: Protected, preparation: Preparation) -> Recalled | None:
    adapted = memory.adapt(match, protected, lambda text: preparation.protect([text])[0], preparation.target)
    if adapted is None:
        return None
    changes = "; ".join(f"{each.old} → {each.new}" for each in adapted.replacements)
    replaced = f"; replaced: {changes}" if changes else ""
    note = f"{match.score} % of “{match.entry.source.text}” ({_place(match)}){replaced}"
    return Recalled(adapted.target, "fuzzy", match.score, note, doubts=adapted.doubts)


def _place(match: Match) -> str:
    entry = match.entry
    return ", ".join(part for part in (entry.article, f"{entry.date:%Y-%m-%d}") if part)
