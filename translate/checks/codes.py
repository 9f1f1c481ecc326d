"""Are the inline codes of the source in the target, once each and well nested?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from translate.checks.model import Draft, Fault, Place
from translate.checks.registry import register
from translate.inline import Code, Kind, unpaired

_Key = tuple[str, Kind]


@register("codes", "error")
def codes(draft: Draft) -> Iterator[Fault]:
    """An inline code is missing, added, doubled, closed before it is opened, or crosses another.

    A code whose partner stands in another segment must be there too, and must not be crossed either. Codes
    that cross in the source may cross in the target.
    """
    if draft.codes == draft.target_codes:
        return
    wanted, found = (Counter(code.key for code in own) for own in (draft.codes, draft.target_codes))
    missing, extra = wanted - found, found - wanted
    for shown, place in _grouped(draft.codes, missing):
        yield Fault(f"code missing: {shown}", source=place)
    for shown, place in _grouped(draft.target_codes, extra, known=wanted):
        yield Fault(f"code more often than in the source: {shown}", target=place)
    for shown, place in _grouped(draft.target_codes, extra, unknown=wanted):
        yield Fault(f"code not in the source: {shown}", target=place)
    wrong = {id_ for id_, _ in (*missing, *extra)}
    yield from _order(draft, [code for code in draft.target_codes if code.id not in wrong])


def _grouped(
    codes: Sequence[Code],
    keys: Counter[_Key],
    *,
    known: Counter[_Key] | None = None,
    unknown: Counter[_Key] | None = None,
) -> Iterator[tuple[str, Place]]:
    """Yield how each code of `keys` is shown and where it stands; a pair together."""
    last: dict[_Key, Code] = {}
    for code in codes:
        if (
            code.key in keys
            and (known is None or code.key in known)
            and (unknown is None or code.key not in unknown)
        ):
            # Of two the later is the one too many.
            last[code.key] = code
    for (id_, kind), code in last.items():
        if kind == "close" and (id_, "open") in last:
            continue
        partner = last.get((id_, "close")) if kind == "open" else None
        if partner is None or partner.position < code.position:
            yield _name(code), (code.position, code.position)
        else:
            yield f"{_name(code)} … {_name(partner)}", (code.position, partner.position)


def _order(draft: Draft, present: Sequence[Code]) -> Iterator[Fault]:
    """Look at the codes that are there as often as they should be."""
    at = {code.key: (index, code) for index, code in enumerate(present)}
    backwards = set()
    for (id_, kind), (index, code) in at.items():
        opening = at.get((id_, "open"))
        if kind == "close" and opening is not None and index < opening[0]:
            # The formats of articles allow no such thing, so no source has it.
            backwards.add(id_)
            yield Fault(
                f"code closed before it is opened: {_name(code)}", target=(code.position, opening[1].position)
            )
    ordered = [code for code in present if code.id not in backwards]
    beyond = _beyond(draft.codes)
    allowed = {frozenset((a, b)) for a, b in _crossed(draft.codes, beyond)}
    shown = {code.id: code for code in reversed(ordered)}
    for a, b in _crossed(ordered, beyond):
        if frozenset((a, b)) not in allowed:
            first, second = shown[a], shown[b]
            places = sorted((first.position, second.position))
            yield Fault(f"codes crossed: {_name(first)} and {_name(second)}", target=(places[0], places[1]))


def _beyond(codes: Sequence[Code]) -> dict[_Key, int]:
    """Return where, before or after the text, the partners of the codes stand that have none within it.

    Of two that are closed here the one closed first was opened last, and the other way round at the end.
    """
    alone = unpaired(codes)
    size = len(codes)
    return {
        code.key: -1 - index if code.kind == "close" else 2 * size - index
        for index, code in enumerate(codes)
        if code.key in alone
    }


def _crossed(codes: Sequence[Code], beyond: Mapping[_Key, int]) -> Iterator[tuple[str, str]]:
    """Yield the ids of the elements that overlap without one being inside the other."""
    spans: dict[str, tuple[int, int]] = {}
    for index, code in enumerate(codes):
        if code.kind == "single":
            continue
        if code.key in beyond:
            other = beyond[code.key]
            spans[code.id] = min(index, other), max(index, other)
        else:
            spans[code.id] = spans.get(code.id, (index, index))[0], index
    for (a, (a_start, a_end)), (b, (b_start, b_end)) in combinations(spans.items(), 2):
        if a_start < b_start < a_end < b_end or b_start < a_start < b_end < a_end:
            yield a, b


def _name(code: Code) -> str:
    return code.shown or f"{code.kind} {code.id}"
