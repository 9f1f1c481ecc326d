"""Is what the source sets in capitals set in capitals?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.kept import holds_code, kept_ranges
from translate.checks.model import Draft, Fault, Fix
from translate.checks.registry import register

_WORD = re.compile(r"[^\W\d_]+")
# Acronyms are shorter: NATO, UNESCO, НАТО.
_LONG = 7
_SHARE = 0.5


@register("capitals", "warning")
def capitals(draft: Draft) -> Iterator[Fault]:
    """The source is in capitals and the target is not, or the other way round.

    Two words or more, one of them too long for an acronym, or three of which one has four letters; words that
    both have alike, and text with as many small letters as capitals, are not looked at.
    """
    source_is, target_is = draft.source.isupper(), draft.target.isupper()
    if source_is == target_is:
        return
    if source_is and _shouts(draft.source) and _is_small(draft.target, draft.source):
        yield Fault("not in capitals as the source is", fix=_raised(draft))
    elif target_is and _shouts(draft.target) and _is_small(draft.source, draft.target):
        yield Fault("in capitals; the source is not")


def _shouts(text: str) -> bool:
    lengths = [len(word) for word in _WORD.findall(text)]
    return len(lengths) > 1 and (
        max(lengths) >= _LONG or (len(lengths) > 2 and max(lengths) >= _LONG // 2 + 1)
    )


def _is_small(text: str, other: str) -> bool:
    letters = "".join(word for word in _WORD.findall(text) if word not in other)
    return sum(map(str.islower, letters)) > _SHARE * len(letters)


def _raised(draft: Draft) -> Fix | None:
    """Return the target in capitals; not where a unit (кг), a brand or an address would lose its meaning."""
    target = draft.target
    if re.search(r"[a-zß\d]", target) or kept_ranges(draft) or holds_code(draft, 0, len(target)):
        return None
    return Fix(0, len(target), target.upper())
