"""Climb the ladder with an engine: draft, look what is missing, draft that again in another way, settle."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from translate.engine import Engine, Hypothesis
from translate.languages import Language
from translate.protection.model import EngineInput, Protected, Settled
from translate.protection.prepare import engine_input
from translate.protection.repair import wrong_words
from translate.protection.rivals import disagreement
from translate.protection.settle import Candidate, choose, missing_spans, settle

Progress = Callable[[int], None]
"""Called with the number of segments drafted since the last call."""

_Inputs = Callable[[int, tuple[int, ...]], Iterator[EngineInput]]
"""From a segment's index and the spans it lacks to the inputs to try."""

PART_TOKENS = (40, 24, 12)
"""Lengths of the parts in which a segment is drafted again: a model keeps more of a short text than of a long
one (of 11 names and figures of the sample articles that whole drafts lack, parts bring 8)."""


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
    Those that lack a span, or have another fault (a case in doubt, a figure or a name too many), go again: in
    parts, then with only what is missing annotated, then plain, then with the words suppressed that seem to
    stand for what is missing.
    """
    marks = engine.annotation
    first = [engine_input(each, marks) for each in protected]
    drafts = _candidates(first, engine, hypotheses, progress=_steps(progress) if progress else None)
    apart = [disagreement([rival.hypothesis.text for rival in own]) for own in drafts]
    best = [choose(each, own, language) for each, own in zip(protected, drafts, strict=True)]
    tried = [[_way(candidate) for candidate in own] for own in drafts]

    def faulty() -> Iterator[tuple[int, tuple[int, ...]]]:
        for index, each in enumerate(protected):
            if best[index].faults:
                yield index, missing_spans(each, best[index])

    def compare(index: int, more: Sequence[Candidate]) -> None:
        # A text that is no longer than a part is drafted as before: no need to judge the same again.
        fresh = [candidate for candidate in more if _way(candidate) not in tried[index]]
        tried[index] += map(_way, fresh)
        best[index] = choose(protected[index], fresh, language, best[index])

    def retry(inputs: _Inputs, step: str, part_tokens: int | None = None) -> None:
        again = [(index, other) for index, lacking in faulty() for other in inputs(index, lacking)]
        drafts = _candidates(
            [other for _, other in again], engine, hypotheses, step=step, part_tokens=part_tokens
        )
        for (index, _), more in zip(again, drafts, strict=True):
            compare(index, more)

    def suppress() -> None:
        suspects = [
            (
                index,
                wrong_words(best[index].hypothesis, best[index].candidate.input, protected[index], lacking),
            )
            for index, lacking in faulty()
        ]
        again = [(index, words) for index, words in suspects if words]
        drafts = _candidates(
            [first[index] for index, _ in again],
            engine,
            hypotheses,
            step="suppressed",
            avoid=[words for _, words in again],
        )
        for (index, _), more in zip(again, drafts, strict=True):
            compare(index, more)

    def same(index: int, missing: tuple[int, ...]) -> Iterator[EngineInput]:  # noqa: ARG001
        yield first[index]

    def fewer(index: int, missing: tuple[int, ...]) -> Iterator[EngineInput]:
        tried = {first[index].text}
        inputs = [engine_input(protected[index], marks, only=missing)] if missing else []
        for other in (*inputs, engine_input(protected[index], None)):
            if other.text not in tried:
                tried.add(other.text)
                yield other

    for part_tokens in PART_TOKENS:
        retry(same, "parts", part_tokens)
    if marks is not None:
        retry(fewer, "")
    suppress()
    return [
        settle(each, own, language, rivalry)
        for each, own, rivalry in zip(protected, best, apart, strict=True)
    ]


def _candidates(
    inputs: Sequence[EngineInput],
    engine: Engine,
    hypotheses: int,
    *,
    step: str = "",
    part_tokens: int | None = None,
    avoid: Sequence[Sequence[str]] | None = None,
    progress: Progress | None = None,
) -> list[list[Candidate]]:
    if not inputs:
        return []
    drafts = engine.draft(
        [each.text for each in inputs],
        hypotheses=hypotheses,
        part_tokens=part_tokens,
        avoid=avoid,
        progress=progress,
    )
    return [
        [Candidate(each, hypothesis, rank, step) for rank, hypothesis in enumerate(best)]
        for each, best in zip(inputs, drafts, strict=True)
    ]


def _way(candidate: Candidate) -> tuple[EngineInput, Hypothesis]:
    """Return what a candidate is judged by: two of the same way are equally good."""
    return candidate.input, candidate.hypothesis


def _steps(progress: Progress) -> Progress:
    """Turn an engine's report of how many texts are done in all into steps since the last report."""
    before = 0

    def report(done: int) -> None:
        nonlocal before
        progress(done - before)
        before = done

    return report
