"""Does what must not be translated stand in the target as it is?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from translate.checks.kept import copied_ranges, holds_code, may_be_copied, protected_ranges
from translate.checks.model import Draft, Fault, Fix, Place
from translate.checks.registry import register
from translate.checks.words import occurrences

# Signs that an editor or a keyboard changes unseen: Cyrillic look-alikes, dashes, quotation marks.
_ALIKE = str.maketrans("асеорхуіАСЕОРХІВКМНТ–—‑‐’", "aceopxyiACEOPXIBKMHT----'")
_EMOJI_STYLE = "\ufe0f"


@register("copied", "error")
def copied(draft: Draft) -> Iterator[Fault]:
    """Text that is never translated is changed, lost or added in the target.

    That is web and e-mail addresses, handles, hashtags, emoji, text between codes that protect it, and the
    capitals of a glossary entry whose translation is the term itself (its absence is the matter of `terms`).
    """
    protected = dict(protected_ranges(draft.codes)) if draft.codes else {}
    if may_be_copied(draft.source) or may_be_copied(draft.target):
        yield from _addresses(draft, [*protected.values()])
    if protected:
        yield from _protected(draft, protected)
    if draft.terms:
        yield from _terms(draft)


def _addresses(draft: Draft, protected: list[Place]) -> Iterator[Fault]:
    source = [place for place in copied_ranges(draft.source) if place not in protected]
    target = list(copied_ranges(draft.target))
    if not source and not target:
        return
    have = Counter(_plain(draft.target[start:end]) for start, end in target)
    missing: list[Place] = []
    for start, end in source:
        text = _plain(draft.source[start:end])
        if have[text] > 0:
            have[text] -= 1
        elif not occurrences(draft.target, [text]):
            missing.append((start, end))
    extra: list[Place] = []
    for start, end in reversed(target):
        text = _plain(draft.target[start:end])
        if have[text] > 0:
            have[text] -= 1
            if text not in draft.source:
                extra.insert(0, (start, end))
    yield from _compared(draft, missing, extra)


def _compared(draft: Draft, missing: list[Place], extra: list[Place]) -> Iterator[Fault]:
    for start, end in missing:
        text = draft.source[start:end]
        place, certain = _changed(draft, text, extra)
        if place is None:
            yield Fault(f"not copied from the source: “{text}”", source=(start, end))
            continue
        extra = [other for other in extra if other != place]
        now = draft.target[place[0] : place[1]]
        fix = Fix(*place, text) if certain and not holds_code(draft, *place) else None
        yield Fault(f"not copied unchanged: “{text}” has become “{now}”", (start, end), place, fix)
    for start, end in extra:
        yield Fault(f"not in the source: “{draft.target[start:end]}”", target=(start, end))


def _changed(draft: Draft, text: str, extra: list[Place]) -> tuple[Place | None, bool]:
    """Return where the target has `text` in another form, and whether it surely is that."""
    wanted = _folded(text)
    folded = _folded(draft.target)
    match = re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", folded)
    if match is not None and len(folded) == len(draft.target):
        return match.span(), True
    same_kind = [place for place in extra if _kind(draft.target[place[0]]) == _kind(text[0])]
    return (same_kind[0], False) if same_kind else (None, False)


def _protected(draft: Draft, protected: dict[str, Place]) -> Iterator[Fault]:
    there = dict(protected_ranges(draft.target_codes))
    for id_, (start, end) in protected.items():
        text = draft.source[start:end]
        if not any(map(str.isalnum, text)):
            continue
        place = there.get(id_)
        now = draft.target[place[0] : place[1]] if place else ""
        if now == text or (not now and text in draft.target):
            continue
        if place is None or not now:
            yield Fault(f"not copied from the source: “{text}”", source=(start, end))
        else:
            safe = text not in draft.target and not holds_code(draft, *place)
            fix = Fix(*place, text) if safe else None
            yield Fault(f"not copied unchanged: “{text}” has become “{now}”", (start, end), place, fix)


def _terms(draft: Draft) -> Iterator[Fault]:
    for match in draft.terms:
        text = draft.source[match.start : match.end]
        if not text == match.term.source == match.term.target or draft.target.isupper():
            continue
        for start, end in sorted(occurrences(draft.target, [text])):
            now = draft.target[start:end]
            if now.translate(_ALIKE) != text.translate(_ALIKE):
                yield Fault(
                    f"not copied unchanged: “{text}” has become “{now}”",
                    (match.start, match.end),
                    (start, end),
                    Fix(start, end, text),
                )


def _plain(text: str) -> str:
    return text.replace(_EMOJI_STYLE, "")


def _folded(text: str) -> str:
    return text.translate(_ALIKE).lower()


def _kind(sign: str) -> str:
    return sign if sign in "@#" else "letter" if sign.isalnum() else "emoji"
