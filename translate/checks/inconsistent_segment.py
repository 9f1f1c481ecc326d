"""Is the same sentence translated in one way?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from translate.checks.across import named, shortened
from translate.checks.model import Fault, Located
from translate.checks.registry import register_across

_SAME = str.maketrans("’ʼ‘`\u00a0\u202f\u2011", "''''  -")


@register_across("inconsistent-segment", "warning")
def inconsistent_segment(segments: Sequence[Located]) -> Iterator[tuple[int, Fault]]:
    """The same source has another translation elsewhere in the article or batch.

    Capitals, spaces and the kind of apostrophe make no difference, on either side. The translation that most
    segments have, or else the first, is the one that the others are held against.
    """
    groups: dict[str, list[int]] = {}
    for index, located in enumerate(segments):
        if located.draft.target.strip():
            groups.setdefault(_folded(located.draft.source), []).append(index)
    for source, indexes in groups.items():
        if len(indexes) < 2 or not any(map(str.isalpha, source)):
            continue
        targets = {index: _folded(segments[index].draft.target) for index in indexes}
        counts = Counter(targets.values())
        usual = max(counts, key=lambda target: counts[target])
        agreed = [index for index in indexes if targets[index] == usual]
        other = shortened(segments[agreed[0]].draft.target)
        for index in indexes:
            if targets[index] != usual:
                where = named(segments, index, agreed)
                yield index, Fault(f"the same source has another translation in {where}: “{other}”")


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text.translate(_SAME)).strip().casefold()
