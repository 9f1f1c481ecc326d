"""Climb the ladder with an engine: draft, look what is missing, draft that again in another way, settle."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from translate.engine import Engine
from translate.languages import Language
from translate.protection.model import EngineInput, Protected, Settled
from translate.protection.prepare import engine_input
from translate.protection.settle import Candidate, choose, missing_spans, settle

Progress = Callable[[int], None]
"""Called with the number of segments drafted since the last call."""

PART_TOKENS = (40, 16)
"""Lengths of the parts in which a segment is drafted again: a model keeps more of a short text than of a long
one (measured on the sample articles: of 10 names and figures missing after whole drafts, parts bring 7)."""


def climb(
    protected: Sequence[Protected],
    engine: Engine,
    language: Language,
    *,
    hypotheses: int = 4,
    progress: Progress | None = None,
) -> list[Settled]:
    """Draft each segment and settle its spans; one result a segment, in order.

    All segments go to the engine together, first as they are (annotated, if the engine reads annotations).
    Those that lack a span go again: in parts, then with only what is missing annotated, then plain.
    """
    marks = engine.annotation
    first = [engine_input(each, marks) for each in protected]
    drafts = _candidates(first, engine, hypotheses, progress=_steps(progress) if progress else None)
    best = [choose(each, own, language) for each, own in zip(protected, drafts, strict=True)]

    def retry(
        inputs: Callable[[int, tuple[int, ...]], Iterator[EngineInput]], part_tokens: int | None
    ) -> None:
        again = [
            (index, other)
            for index, each in enumerate(protected)
            if (missing := missing_spans(each, best[index]))
            for other in inputs(index, missing)
        ]
        drafts = _candidates([other for _, other in again], engine, hypotheses, part_tokens=part_tokens)
        for (index, _), more in zip(again, drafts, strict=True):
            best[index] = choose(protected[index], more, language, best[index])

    def same(index: int, missing: tuple[int, ...]) -> Iterator[EngineInput]:  # noqa: ARG001
        yield first[index]

    def fewer(index: int, missing: tuple[int, ...]) -> Iterator[EngineInput]:
        tried = {first[index].text}
        for other in (
            engine_input(protected[index], marks, only=missing),
            engine_input(protected[index], None),
        ):
            if other.text not in tried:
                tried.add(other.text)
                yield other

    for part_tokens in PART_TOKENS:
        retry(same, part_tokens)
    if marks is not None:
        retry(fewer, None)
    return [settle(each, own, language) for each, own in zip(protected, best, strict=True)]


def _candidates(
    inputs: Sequence[EngineInput],
    engine: Engine,
    hypotheses: int,
    *,
    part_tokens: int | None = None,
    progress: Progress | None = None,
) -> list[list[Candidate]]:
    if not inputs:
        return []
    drafts = engine.draft(
        [each.text for each in inputs], hypotheses=hypotheses, part_tokens=part_tokens, progress=progress
    )
    return [
        [Candidate(each, hypothesis, rank, part_tokens is not None) for rank, hypothesis in enumerate(best)]
        for each, best in zip(inputs, drafts, strict=True)
    ]


def _steps(progress: Progress) -> Progress:
    """Turn an engine's report of how many texts are done in all into steps since the last report."""
    before = 0

    def report(done: int) -> None:
        nonlocal before
        progress(done - before)
        before = done

    return report
