"""One article through all stages: segments, protection, engine, protection, checks, XLIFF.

The engine is asked once for the segments of many articles, so the stages before and after it are separate:
`prepare` an article, `draft` a batch of prepared ones, and make the `document` of each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from translate import __version__, checks, protection, triage, xliff
from translate.articles import Article
from translate.checks import Finding
from translate.engine import Engine
from translate.errors import segment_context
from translate.glossary import Glossary
from translate.inline import Text
from translate.memory import LOWEST_THRESHOLD, Memory
from translate.notes import unit_note
from translate.preparation import Preparation, Prepared, Recalled, Settings
from translate.protection import Outcome, Protected, Settled
from translate.recall import recall

_MENDINGS = 3
"""How often a draft is mended: one fix may bring another to light, never many."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """An article's document with what there is to say about it."""

    document: xliff.Document
    segments: int
    from_memory: int
    flagged: int
    terms: int
    terms_settled: int
    figures: int
    figures_settled: int
    steps: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class _Checked:
    """A target with its codes, as the checks saw it and with what they found; `lost` are codes at the end."""

    target: Text
    seen: checks.Draft
    findings: list[Finding]
    lost: tuple[str, ...]


class Pipeline:
    """The stages with everything they need: an engine, a glossary and the settings of a run."""

    def __init__(
        self,
        engine: Engine,
        glossary: Glossary,
        settings: Settings,
        memory: Memory | None = None,
        fuzzy: int = LOWEST_THRESHOLD,
    ) -> None:
        """Set the stages up; matches of `memory` count from `fuzzy` per cent."""
        self.engine = engine
        self.glossary = glossary
        self.settings = settings
        self.memory = memory
        self.fuzzy = fuzzy
        self.preparation = Preparation(glossary, settings)

    @property
    def signature(self) -> xliff.Signature:
        """How this pipeline makes its drafts."""
        return xliff.Signature(
            __version__, self.engine.signature, f"sha256:{self.glossary.sha256}", str(self.settings)
        )

    def prepare(self, article: Article, original: str) -> Prepared:
        """Split an article into segments, find what must survive in each, and ask the memory."""
        prepared = self.preparation.prepare(article, original)
        if self.memory is None:
            return prepared
        return recall(prepared, self.memory, self.preparation, self.fuzzy)

    def draft(
        self, batch: Sequence[Prepared], progress: protection.Progress | None = None
    ) -> list[tuple[Settled, ...]]:
        """Draft and settle all segments of a batch: one tuple an article, one element a segment.

        What the memory has is settled as it stands; the engine drafts the rest.
        """
        jobs = [job for prepared in batch for job in _jobs(prepared)]
        drafted = iter(
            protection.climb(
                [protected for protected, recalled in jobs if recalled is None],
                self.engine,
                self.preparation.target,
                hypotheses=self.settings.hypotheses,
                progress=progress,
            )
        )
        settled = iter(
            [
                next(drafted)
                if recalled is None
                else protection.settle_as(protected, recalled.target.text, "memory", self.preparation.target)
                for protected, recalled in jobs
            ]
        )
        return [tuple(next(settled) for _ in prepared.protected) for prepared in batch]

    def document(
        self, prepared: Prepared, settled: Sequence[Settled], date: datetime, folder: str = ""
    ) -> Drafted:
        """Check the drafts of an article and make its XLIFF document.

        `folder` is the path from the document's folder to the one in which `original` lies.
        """
        checked: list[_Checked] = []
        for index, (segment, draft) in enumerate(zip(prepared.segments, settled, strict=True)):
            with segment_context(segment.id):
                checked.append(self._checked(prepared, index, draft))
        self._compare(prepared, checked)
        units: dict[int, list[xliff.Unit]] = {}
        flagged = 0
        for index, segment in enumerate(prepared.segments):
            unit = self._unit(prepared, index, settled[index], checked[index])
            flagged += unit.state == "flagged"
            units.setdefault(segment.block, []).append(unit)
        outcomes = [outcome for draft in settled for outcome in draft.outcomes]
        steps = Counter(outcome.how for outcome in outcomes)
        document = xliff.Document(
            original=prepared.original,
            datatype=prepared.article.datatype,
            source_language=self.settings.source,
            target_language=self.settings.target,
            date=date,
            signature=self.signature,
            groups=tuple(
                xliff.Group(f"b{number}", f"{prepared.article.blocks[number - 1].kind} {number}", tuple(own))
                for number, own in units.items()
            ),
            source_sha256=prepared.article.sha256,
            spans=", ".join(f"{step} {count}" for step, count in sorted(steps.items())),
            folder=folder,
            memory=prepared.memory,
        )
        terms = [outcome for outcome in outcomes if outcome.span.kind in ("term", "copy")]
        figures = [outcome for outcome in outcomes if outcome.span.kind == "figure"]
        return Drafted(
            document,
            segments=len(prepared.segments),
            from_memory=sum(own is not None for own in prepared.recalled),
            flagged=flagged,
            terms=len(terms),
            terms_settled=_settled(terms),
            figures=len(figures),
            figures_settled=_settled(figures),
            steps=steps,
        )

    def _checked(self, prepared: Prepared, index: int, draft: Settled) -> _Checked:
        """Put the codes into a target and check it; in a machine draft, what can safely be mended is."""
        protected, source = prepared.protected[index], prepared.texts[index]
        recalled = prepared.recall(index)
        if recalled is not None and sorted(recalled.target.keys) == sorted(source.keys):
            placed = protection.Placement(recalled.target, ())
        else:
            placed = protection.place(source, protected, draft, self.preparation.target)
        target, kind = placed.target, prepared.kind(index)
        score = None if recalled is not None else draft.score
        for left in reversed(range(_MENDINGS + 1)):
            seen = self.preparation.draft(
                protected, target.text, source.codes, target.codes, kind, score, machine=score is not None
            )
            findings = self.preparation.examine(seen)
            mends = score is not None and left
            fixes = [fix for _, fix in checks.apart(findings, len(target.text))] if mends else []
            if not fixes:
                break
            target = checks.mended(target, fixes)
        return _Checked(target, seen, list(findings), placed.lost)

    def _compare(self, prepared: Prepared, checked: Sequence[_Checked]) -> None:
        """Add what only shows when the segments of the article are seen together."""
        located = [
            checks.Located(prepared.original, segment.id, own.seen)
            for segment, own in zip(prepared.segments, checked, strict=True)
        ]
        for index, finding in self.preparation.compare(located):
            checked[index].findings.append(finding)

    def _unit(self, prepared: Prepared, index: int, draft: Settled, checked: _Checked) -> xliff.Unit:
        segment, protected, source = (
            prepared.segments[index],
            prepared.protected[index],
            prepared.texts[index],
        )
        recalled = prepared.recall(index)
        # What is only worth knowing does not take a reviewer's time: it stands in the report.
        findings = [finding for finding in checked.findings if finding.severity != "info"]
        doubts = _doubts(draft, findings, dropped=protected.dropped)
        doubts += recalled.doubts if recalled else ()
        doubts += [f"{shown} could not be placed and stands at the end" for shown in checked.lost]
        if recalled is None:
            trust = triage.confidence(source.text, replace(draft, target=checked.target.text), findings)
        else:
            trust = triage.confidence_of_match(recalled.origin, recalled.score, findings)
        return xliff.Unit(
            id=segment.id,
            resname=f"{segment.id} {prepared.kind(index)} {segment.block}",
            source=source.text,
            target=checked.target.text,
            state=_state(recalled, doubtful=bool(findings or doubts)),
            note=unit_note(draft.outcomes, findings, doubts, trust, memory=recalled.note if recalled else ""),
            codes=source.codes,
            target_codes=checked.target.codes,
            origin=recalled.origin if recalled else "mt",
        )


def _jobs(prepared: Prepared) -> Iterator[tuple[Protected, Recalled | None]]:
    yield from ((protected, prepared.recall(index)) for index, protected in enumerate(prepared.protected))


def _state(recalled: Recalled | None, *, doubtful: bool) -> xliff.State:
    """Return the state of a unit: what a person has approved in this context needs no second review."""
    if recalled is not None and recalled.approved:
        return "approved"
    return "flagged" if doubtful else "draft"


def _change(outcome: Outcome) -> str:
    span = outcome.span
    proposed = ", proposed" if span.proposal is not None else ""
    return span.text if span.target == span.text else f"{span.text} → {span.target}{proposed}"


def _settled(outcomes: Sequence[Outcome]) -> int:
    return sum(outcome.settled for outcome in outcomes)


def _doubts(draft: Settled, findings: Sequence[Finding], *, dropped: bool) -> list[str]:
    """Return what no check says: spans whose form is in doubt, copies that are lost, characters dropped."""
    said = {finding.check for finding in findings}
    checked_by = {"term": {"terms"}, "figure": {"figures", "dates"}, "copy": {"copied"}, "name": set[str]()}
    doubts = [
        f"{_change(outcome)}: {outcome.why}"
        for outcome in draft.outcomes
        if not outcome.settled
        and not (outcome.why == protection.NOT_FOUND and checked_by[outcome.span.kind] & said)
    ]
    if not draft.complete:
        doubts.append("the model did not finish this segment; a part of it stands here untranslated")
    if dropped:
        doubts.append("the source holds control characters that XML cannot carry; they are left out here")
    return doubts
