"""The drafts of a text's parts, joined rank by rank as if the text had been drafted whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from translate.engine.model import Hypothesis

_STOPS = ".!?"
_PAUSES = ",;:—–-"


def join(parts: Sequence[str], drafts: Sequence[Sequence[Hypothesis]]) -> list[Hypothesis]:
    """Return the n-best list of the text whose parts these are; `drafts[i]` is that of `parts[i]`.

    Hypothesis r joins the r-th of every part (the last where a part has fewer). White space between parts is
    that of the source; a full stop that the model put at a cut gives way to the source's own punctuation, and
    the capital after a cut to a small letter where the source has one. Scores are averaged by length.
    """
    ranks = max(len(hypotheses) for hypotheses in drafts)
    joined = [
        _join_rank(parts, [hypotheses[min(rank, len(hypotheses) - 1)] for hypotheses in drafts])
        for rank in range(ranks)
    ]
    return distinct(joined)


def distinct(hypotheses: Sequence[Hypothesis]) -> list[Hypothesis]:
    """Return the hypotheses without those whose text a better one has."""
    first: dict[str, Hypothesis] = {}
    for hypothesis in hypotheses:
        first.setdefault(hypothesis.text, hypothesis)
    return list(first.values())


@dataclass(slots=True)
class _Whole:
    """What has been joined so far."""

    text: str = ""
    source: int = 0


def _join_rank(parts: Sequence[str], drafts: Sequence[Hypothesis]) -> Hypothesis:
    whole = _Whole()
    last = len(parts) - 1
    source_pieces: list[tuple[int, int]] = []
    target_pieces: list[tuple[int, int]] = []
    blocks: list[tuple[int, Hypothesis]] = []
    for i, (part, draft) in enumerate(zip(parts, drafts, strict=True)):
        core = part.rstrip()
        if i < last:
            draft = _without_stop(draft, core)
        if i > 0:
            draft = _uncapitalised(draft, core)
        if draft.attention:
            blocks.append((len(source_pieces), draft))
            source_pieces += [(a + whole.source, b + whole.source) for a, b in draft.source_pieces]
            target_pieces += [(a + len(whole.text), b + len(whole.text)) for a, b in draft.target_pieces]
        gap = part[len(core) :] if i < last else ""
        whole.text += draft.text + gap
        whole.source += len(part)
    weights = [max(len(draft.text), 1) for draft in drafts]
    score = sum(draft.score * w for draft, w in zip(drafts, weights, strict=True)) / sum(weights)
    return Hypothesis(
        text=whole.text,
        score=score,
        source_pieces=tuple(source_pieces),
        target_pieces=tuple(target_pieces),
        attention=_block_diagonal(blocks, len(source_pieces)),
        complete=all(draft.complete for draft in drafts),
    )


def _block_diagonal(blocks: Sequence[tuple[int, Hypothesis]], width: int) -> tuple[tuple[float, ...], ...]:
    """Return the attention of the whole: no part looks at another's source."""
    return tuple(
        (*(0.0,) * left, *row, *(0.0,) * (width - left - len(row)))
        for left, draft in blocks
        for row in draft.attention
    )


def _without_stop(draft: Hypothesis, source: str) -> Hypothesis:
    """Put the source's punctuation where the model ended a clause like a sentence."""
    text = draft.text
    if not text or not source or not draft.complete or source[-1] in _STOPS or text[-1] not in _STOPS:
        return draft
    if text.endswith("..") or source[-1] in "\"')]":
        return draft
    mark = source[-1] if source[-1] in _PAUSES else ""
    if mark and mark in "—–-":
        mark = f" {mark}"
    shorter = text[:-1] + mark
    pieces = tuple((min(a, len(text) - 1), min(b, len(shorter))) for a, b in draft.target_pieces)
    return replace(draft, text=shorter, target_pieces=pieces)


def _uncapitalised(draft: Hypothesis, source: str) -> Hypothesis:
    """Lower a first capital whose word in the source, by attention, starts with a small letter."""
    text = draft.text
    if not text[:1].isupper() or text[1:2].isupper() or not source[:1].islower() or not draft.attention:
        return draft
    row = draft.attention[0]
    start, _ = draft.source_pieces[max(range(len(row)), key=row.__getitem__)]
    while start > 0 and source[start - 1].isalnum():
        start -= 1
    lower = text[0].lower()
    if start >= len(source) or not source[start].islower() or len(lower) != 1:
        return draft
    return replace(draft, text=lower + text[1:])
