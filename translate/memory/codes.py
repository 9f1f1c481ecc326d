"""Inline codes in a memory: numbered alike for all articles, given back as the article at hand has them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from translate.inline import Code, Kind, Text


def canonical(source: Text, target: Text) -> tuple[Text, Text]:
    """Number the codes of a pair from "1" in the order of the source, then of the target; drop their data."""
    ids: dict[str, str] = {}
    for code in (*source.codes, *target.codes):
        ids.setdefault(code.id, str(len(ids) + 1))

    def numbered(text: Text) -> Text:
        return Text(text.text, tuple(replace(code, id=ids[code.id], data=()) for code in text.codes))

    return numbered(source), numbered(target)


def places(codes: Sequence[Code]) -> str:
    """Return where codes stand and what they are, as text: equal when `Text.same` says so of equal texts."""
    return json.dumps([[code.position, code.id, code.kind] for code in codes]) if codes else ""


def looks(codes: Sequence[Code]) -> str:
    """Return the rest of the codes, as text."""
    return json.dumps([[code.type, code.shown] for code in codes], ensure_ascii=False) if codes else ""


def parse(places: str, looks: str) -> tuple[Code, ...]:
    """Return the codes that `places` and `looks` made texts of."""
    if not places:
        return ()
    pairs: list[tuple[tuple[int, str, Kind], tuple[str, str]]]
    pairs = list(zip(json.loads(places), json.loads(looks), strict=True))
    return tuple(
        Code(position, id_, kind, type_, (), shown) for (position, id_, kind), (type_, shown) in pairs
    )


def fitted(target: Text, stored: Text, wanted: Text) -> Text:
    """Return `target` with the codes of `wanted` in place of those of `stored`, the source it belongs to.

    Both sources must have the same codes in the same order (positions may differ); else the result has no
    code at all. A code that only the target has is dropped: nothing is known of it in this article.
    """
    own, others = canonical(stored, target), canonical(wanted, Text(""))[0]
    if own[0].keys != others.keys:
        return Text(target.text)
    codes = dict(zip(others.keys, wanted.codes, strict=True))
    return Text(
        target.text, tuple(codes[code.key].at(code.position) for code in own[1].codes if code.key in codes)
    )
