"""The ladder: every span of a segment is proved to stand in the draft, or the segment is flagged.

1. annotated input and 2. plain input: accepted when a form of the term, or a figure of the value, stands in
the draft; 3. another hypothesis of the n-best list that has more of the spans; 4. a draft in parts, or with
the wrong words suppressed (see `ladder`); 5. the aligned words of the draft replaced by the term in the case
that fits; 6. the draft kept and the span flagged.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from translate.engine import Hypothesis
from translate.languages import Language
from translate.protection.edges import rewrap
from translate.protection.edits import apply
from translate.protection.fit import doubts, fit_forms, misfits
from translate.protection.locate import Place, extra_figures, located
from translate.protection.model import EngineInput, Outcome, Protected, Settled
from translate.protection.names import strange_names
from translate.protection.prepare import ANNOTATION_MARKS
from translate.protection.repair import repairs
from translate.protection.tidy import repetitions, stops, tidy

NOT_FOUND = "not found in the draft"
NOT_IN_GLOSSARY = "not in the glossary"

# An annotation that the model copied counts for its target; the private characters are those of `prepare`.
_MARKS = re.compile(f"｟[^{ANNOTATION_MARKS}]*￨|[{ANNOTATION_MARKS}\ue000\ue001]")
_ENDINGS = "(?:а|и|і|у|ою|о)"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A hypothesis with the input it answers and its rank in the n-best list (0 the best).

    `step` names the way in which it was drafted again ("parts", "suppressed"), "" for the first draft.
    """

    input: EngineInput
    hypothesis: Hypothesis
    rank: int
    step: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A candidate with the places of the spans in it and the number of its faults."""

    candidate: Candidate
    hypothesis: Hypothesis
    places: tuple[Place | None, ...]
    faults: int
    seen: frozenset[tuple[str, tuple[tuple[int, str], ...]]] = frozenset()
    """The drafts looked at so far, with their stand-ins: what comes again is no better than it was."""


def choose(
    protected: Protected, candidates: Sequence[Candidate], language: Language, best: Judgement | None = None
) -> Judgement:
    """Return the candidate with the fewest faults, of equal ones the first; `best` is what there was before.

    There must be at least one candidate or a `best`.
    """
    seen = set(best.seen) if best is not None else set()
    for candidate in candidates:
        if best is not None and best.faults == 0:
            break
        draft = (candidate.hypothesis.text, candidate.input.stand_ins)
        if draft in seen:
            continue
        seen.add(draft)
        judged = _judge(protected, candidate, language, best)
        if best is None or judged.faults < best.faults:
            best = judged
    assert best is not None, "a segment has at least one candidate"
    return replace(best, seen=frozenset(seen))


def missing_spans(protected: Protected, best: Judgement) -> tuple[int, ...]:
    """Return the indices of the spans that `best` lacks; empty when all is proved."""
    inner = _inner(protected)
    return tuple(index for index, place in enumerate(best.places) if place is None and index in inner)


def settle(
    protected: Protected, best: Judgement, language: Language, disagreement: float | None = None
) -> Settled:
    """Repair what the best candidate lacks, and prove or flag every span; no mark reaches the target."""
    hypothesis = best.hypothesis
    replaced: dict[int, str] = {}
    if any(place is None for place in best.places):
        edits, replaced = repairs(protected, best.candidate.input, hypothesis, best.places, language)
        hypothesis = apply(hypothesis, edits)
    # A name agrees with its title only when nothing stands between them.
    hypothesis = apply(hypothesis, stops(hypothesis.text, protected, language))
    hypothesis = fit_forms(hypothesis, protected, language)
    hypothesis = tidy(hypothesis, protected, language)
    found = located(protected, hypothesis.text, language.code)
    doubtful = doubts(hypothesis.text, protected, found, language) | {
        index: why for index, why in replaced.items() if why
    }
    target = _finish(protected, hypothesis.text, language)
    places = located(protected, target, language.code)
    outcomes = tuple(
        _outcome(protected, index, place, best, replaced, doubtful) for index, place in enumerate(places)
    )
    if protected.capitals:
        target = _capitals(target, protected, places)
    return Settled(
        target,
        outcomes,
        best.hypothesis.score,
        draft=hypothesis,
        input=best.candidate.input,
        complete=best.hypothesis.complete,
        disagreement=disagreement,
    )


def settle_as(protected: Protected, target: str, how: str, language: Language) -> Settled:
    """Prove or flag every span in a target that no engine drafted, such as one from a translation memory."""
    places = located(protected, target, language.code)
    outcomes = tuple(
        Outcome(span, how)
        if place is not None
        else Outcome(span, "flagged", NOT_IN_GLOSSARY if span.kind == "name" else NOT_FOUND)
        for span, place in zip(protected.spans, places, strict=True)
        if place is not None or span.accepted or span.figure is not None
    )
    return Settled(target, outcomes, 0.0)


def _judge(
    protected: Protected, candidate: Candidate, language: Language, best: Judgement | None
) -> Judgement:
    """Count what is wrong with a candidate; no further than it takes to know that `best` is no worse."""
    hypothesis = _put_back(protected, candidate)
    places = located(protected, hypothesis.text, language.code)
    inner = _inner(protected)
    missing = sum(1 for index, place in enumerate(places) if place is None and index in inner)
    faults = 3 * missing
    if best is None or faults < best.faults:
        faults += 2 * len(extra_figures(protected, hypothesis.text, language.code))
        faults += 2 * sum(1 for _ in repetitions(hypothesis.text))
    if best is None or faults < best.faults:
        faults += 2 * len(_strange(hypothesis.text, protected, places, language))
        faults += misfits(hypothesis.text, protected, places, language)
    return Judgement(candidate, hypothesis, places, faults)


def _strange(
    text: str, protected: Protected, places: Sequence[Place | None], language: Language
) -> list[Place]:
    named = [
        (span, place) for span, place in zip(protected.spans, places, strict=True) if span.kind != "figure"
    ]
    return strange_names(
        protected.source,
        [(span.start, span.end) for span, _ in named],
        text,
        [place for _, place in named if place is not None],
        language,
    )


def _inner(protected: Protected) -> frozenset[int]:
    """Return the spans that the engine is responsible for: not those in the edges, not emoji."""
    start, end = protected.core
    return frozenset(
        index
        for index, span in enumerate(protected.spans)
        if start <= span.start and span.end <= end and (span.accepted or span.figure)
    )


def _put_back(protected: Protected, candidate: Candidate) -> Hypothesis:
    """Put the text of the spans where words stood in for them, and drop stray annotation marks."""
    hypothesis = candidate.hypothesis
    for index, word in candidate.input.stand_ins:
        match = re.search(rf"\b{word[:-1]}{_ENDINGS}\b", hypothesis.text)
        if match:
            hypothesis = apply(hypothesis, [(match.start(), match.end(), protected.spans[index].target)])
    stray = [(mark.start(), mark.end(), "") for mark in _MARKS.finditer(hypothesis.text)]
    return apply(hypothesis, stray)


def _finish(protected: Protected, text: str, language: Language) -> str:
    """Give the draft its edges, its first capital and its final mark, then the target's typography."""
    core = protected.source[slice(*protected.core)]
    text = _start_like(
        core, _end_like(core, language.restore_speech(text.strip(), core)), protected, language
    )
    wrapped = rewrap(protected.prefix, text, protected.suffix, language.quotes)
    return language.typography(protected.opening_target + wrapped)


_FINAL = frozenset(".!?…:;")


def _end_like(source: str, target: str) -> str:
    """Give `target` the final mark of `source`: the model forgets it, or adds one to a headline."""
    source, bare = source.rstrip(), target.rstrip()
    if not source or not bare:
        return target
    closing = "\"»”’')]"
    last = source.rstrip(closing)[-1:]
    tail = bare[len(bare.rstrip(closing)) :]
    body = bare.removesuffix(tail) if tail else bare
    if last in _FINAL and last and body[-1:] not in _FINAL and tail[-1:] not in _FINAL:
        return f"{bare.rstrip(',')}{last}" if last == "." or not tail else f"{body}{last}{tail}"
    if (
        last
        and last not in _FINAL
        and body.endswith(".")
        and not body.endswith("..")
        and not _abbreviated(body)
    ):
        return body.removesuffix(".") + tail
    return target


def _abbreviated(text: str) -> bool:
    return bool(re.search(r"\b(?:дол|грн|тис|млн|млрд|р|рр|ст|вул|ім|проф|\w)\.$", text))


def _start_like(source: str, target: str, protected: Protected, language: Language) -> str:
    """Give `target` a capital first letter where `source` has one, and a small one where it has not.

    Only an ordinary word loses its capital: the name of a list item may have come to its beginning.
    """
    first = next((letter for letter in source if letter.isalnum()), "")
    index = next((i for i, letter in enumerate(target) if letter.isalnum()), None)
    word = re.match(r"\S+", target[index:]) if index is not None else None
    if index is None or word is None:
        return target
    if first.isupper() and target[index].islower():
        is_address = "@" in word.group() or "." in word.group()[1:-1]
        return target if is_address else target[:index] + target[index].upper() + target[index + 1 :]
    plain = word.group().rstrip(",.;:!?»")
    is_ordinary = (
        len(plain) > 1 and plain.isalpha() and plain[1:].islower() and language.is_word(plain.lower())
    )
    if first.islower() and target[index].isupper() and is_ordinary:
        places = zip(protected.spans, located(protected, target, language.code), strict=True)
        if any(place and place[0] <= index < place[1] and not span.figure for span, place in places):
            return target
        return target[:index] + target[index].lower() + target[index + 1 :]
    return target


def _capitals(target: str, protected: Protected, places: Sequence[Place | None]) -> str:
    """Set `target` in capitals, except text that was copied."""
    keep = [
        place for span, place in zip(protected.spans, places, strict=True) if place and span.kind == "copy"
    ]
    return "".join(
        letter if any(start <= index < end for start, end in keep) else letter.upper()
        for index, letter in enumerate(target)
    )


def _outcome(
    protected: Protected,
    index: int,
    place: Place | None,
    best: Judgement,
    replaced: dict[int, str],
    doubtful: dict[int, str],
) -> Outcome:
    span = protected.spans[index]
    if span.kind == "name":
        return Outcome(span, "proposed" if place is not None else "flagged", NOT_IN_GLOSSARY)
    if place is None:
        return Outcome(span, "flagged", NOT_FOUND)
    if index in doubtful:
        return Outcome(span, "flagged", doubtful[index])
    if span.kind == "copy":
        return Outcome(span, "copied")
    if index in replaced:
        return Outcome(span, "replaced")
    if best.candidate.step:
        return Outcome(span, best.candidate.step)
    if best.candidate.rank:
        return Outcome(span, "hypothesis")
    return Outcome(span, "annotated" if best.candidate.input.annotated and span.ask != "no" else "plain")
