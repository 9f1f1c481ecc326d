"""How strongly each word of a target stands for each word of its source.

The model's attention says it for the words that it wrote; spans that are proved to stand in the target are
sure; how alike the words look, and where they stand, decides where nothing else does.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from rapidfuzz.distance import Levenshtein

from translate.languages import Language
from translate.protection.locate import Place, located
from translate.protection.model import Protected, Settled

_WORD = re.compile(r"\w+(?:['’ʼ\-‑.,]\w+)*")
SURE = 4.0
"""Weight of a pair of words in a span that is proved: more than all attention that a word can pay."""
LIKE = 0.6
"""How alike two words must be to count as the same name or word."""
NEAR = 0.05
"""Weight of the position: it only breaks ties, and helps where the model gives no attention."""

Weights = list[list[float]]


def words(text: str) -> list[Place]:
    """Return the (start, end) ranges of the words of `text`, figures and hyphenated words whole.

    >>> words("Ірпінь-2, 5 000!")
    [(0, 8), (10, 11), (12, 15)]
    """
    return [match.span() for match in _WORD.finditer(text)]


def weights(
    protected: Protected,
    settled: Settled,
    source_words: Sequence[Place],
    target_words: Sequence[Place],
    language: Language,
) -> Weights:
    """Return a row per target word with the weight of each source word, none negative."""
    table = [[0.0] * len(source_words) for _ in target_words]
    _add_attention(table, protected, settled, source_words, target_words)
    _add_likeness(table, protected.source, settled.target, source_words, target_words, language)
    _add_spans(table, protected, settled, source_words, target_words, language)
    return table


def _add_attention(
    table: Weights,
    protected: Protected,
    settled: Settled,
    source_words: Sequence[Place],
    target_words: Sequence[Place],
) -> None:
    draft, given = settled.draft, settled.input
    if draft is None or given is None or not draft.attention:
        return
    to_target = mapping(draft.text, settled.target)
    core_start, core_end = protected.core
    to_core = mapping(given.text, protected.source[core_start:core_end])

    def source_place(piece: Place) -> Place:
        for index, place in enumerate(given.places):
            if place is not None and place[0] <= piece[0] and piece[1] <= place[1]:
                span = protected.spans[index]
                return span.start, span.end
        return core_start + to_core(piece[0]), core_start + to_core(piece[1])

    sources = [_overlapping(source_place(piece), source_words) for piece in draft.source_pieces]
    for piece, row in zip(draft.target_pieces, draft.attention, strict=True):
        for target in _overlapping((to_target(piece[0]), to_target(piece[1])), target_words):
            for weight, own in zip(row, sources, strict=False):
                for source in own:
                    table[target][source] += weight / len(own)


def _add_likeness(
    table: Weights,
    source: str,
    target: str,
    source_words: Sequence[Place],
    target_words: Sequence[Place],
    language: Language,
) -> None:
    for t, (a, b) in enumerate(target_words):
        for s, (c, d) in enumerate(source_words):
            distance = abs(t / max(1, len(target_words) - 1) - s / max(1, len(source_words) - 1))
            table[t][s] += NEAR * (1 - distance)
            if source[c].isupper() or source[c].isdigit() or source[c:d] == target[a:b]:
                alike = language.similarity(source[c:d], target[a:b])
                if alike >= LIKE:
                    table[t][s] += alike


def _add_spans(
    table: Weights,
    protected: Protected,
    settled: Settled,
    source_words: Sequence[Place],
    target_words: Sequence[Place],
    language: Language,
) -> None:
    places = located(protected, settled.target, language.code)
    for span, place in zip(protected.spans, places, strict=True):
        if place is None:
            continue
        sources = _overlapping((span.start, span.end), source_words)
        targets = _overlapping(place, target_words)
        one_to_one = len(sources) == len(targets)
        for t, target in enumerate(targets):
            for s, source in enumerate(sources):
                if not one_to_one or s == t:
                    table[target][source] += SURE


def mapping(before: str, after: str) -> Callable[[int], int]:
    """Return the function that carries a position of `before` to the same place of the edited text `after`.

    >>> mapping("Мер Ірпінь", "«Мер Ірпеня»")(4)
    5
    """
    starts: list[int] = []
    moves: list[tuple[int, int, int, int]] = []
    for code in Levenshtein.opcodes(before, after):
        if code.src_end > code.src_start:
            starts.append(code.src_start)
            moves.append((code.src_start, code.src_end, code.dest_start, code.dest_end))

    def carry(position: int) -> int:
        index = bisect_right(starts, position) - 1
        if index < 0:
            return 0
        begin, end, to_begin, to_end = moves[index]
        if position >= end:
            return to_end
        return min(to_begin + position - begin, to_end)

    return carry


def _overlapping(place: Place, words: Sequence[Place]) -> list[int]:
    return [index for index, (start, end) in enumerate(words) if start < place[1] and end > place[0]]
