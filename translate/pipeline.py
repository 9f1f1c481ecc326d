"""One article through all stages: segments, protection, engine, protection, checks, XLIFF.

The engine is asked for the segments of many articles together, so the stages before and after it are
separate: `prepare` an article, draft its `jobs` (see `drafting`), and make its `document`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from translate import __version__, checks, protection, triage, xliff
from translate.articles import Article
from translate.checks import Finding
from translate.drafting import Draft, Drafter, Job, recalled
from translate.engine import Engine
from translate.errors import segment_context
from translate.glossary import Glossary
from translate.inline import Text
from translate.memory import LOWEST_THRESHOLD, Memory
from translate.notes import unit_note
from translate.preparation import Preparation, Prepared, Recalled, Settings
from translate.protection import Outcome
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
    """A target with its codes, as the checks saw it and with what they found."""

    target: Text
    seen: checks.Draft
    findings: list[Finding]


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
        self.drafter = Drafter(engine, self.preparation.target, settings.hypotheses)

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

    def jobs(self, prepared: Prepared) -> dict[int, Job]:
        """Return what the engine must draft of an article, by the index of the segment.

        What the memory has is not among it.
        """
        return {
            index: Job(source, protected)
            for index, (source, protected) in enumerate(zip(prepared.texts, prepared.protected, strict=True))
            if prepared.recall(index) is None
        }

    def draft(self, prepared: Prepared, progress: protection.Progress | None = None) -> dict[int, Draft]:
        """Draft all segments of one article that the memory does not have, by their index."""
        jobs = self.jobs(prepared)
        return dict(zip(jobs, self.drafter.draft(list(jobs.values()), progress), strict=True))

    def document(
        self, prepared: Prepared, drafts: Mapping[int, Draft], date: datetime, folder: str = ""
    ) -> Drafted:
        """Check the drafts of an article and make its XLIFF document.

        `drafts` has a draft for each of `jobs`. `folder` is the path from the document's folder to the one in
        which `original` lies.
        """
        own: list[Draft] = []
        checked: list[_Checked] = []
        for index, segment in enumerate(prepared.segments):
            with segment_context(segment.id):
                own.append(self._recalled(prepared, index) or drafts[index])
                checked.append(self._checked(prepared, index, own[index]))
        self._compare(prepared, checked)
        units: dict[int, list[xliff.Unit]] = {}
        flagged = 0
        for index, segment in enumerate(prepared.segments):
            unit = self._unit(prepared, index, own[index], checked[index])
            flagged += unit.state == "flagged"
            units.setdefault(segment.block, []).append(unit)
        outcomes = [outcome for draft in own for outcome in draft.outcomes]
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

    def _recalled(self, prepared: Prepared, index: int) -> Draft | None:
        found = prepared.recall(index)
        if found is None:
            return None
        job = Job(prepared.texts[index], prepared.protected[index])
        return recalled(job, found.target, self.preparation.target)

    def _checked(self, prepared: Prepared, index: int, draft: Draft) -> _Checked:
        """Check a target; in a machine draft, what can safely be mended is."""
        target, is_machine = draft.target, draft.score is not None
        for left in reversed(range(_MENDINGS + 1)):
            seen = self.preparation.draft(
                prepared.protected[index],
                target.text,
                prepared.texts[index].codes,
                target.codes,
                prepared.kind(index),
                draft.score,
                machine=is_machine,
            )
            findings = self.preparation.examine(seen)
            mends = is_machine and left
            fixes = [fix for _, fix in checks.apart(findings, len(target.text))] if mends else []
            if not fixes:
                break
            target = checks.mended(target, fixes)
        return _Checked(target, seen, list(findings))

    def _compare(self, prepared: Prepared, checked: Sequence[_Checked]) -> None:
        """Add what only shows when the segments of the article are seen together."""
        located = [
            checks.Located(prepared.original, segment.id, own.seen)
            for segment, own in zip(prepared.segments, checked, strict=True)
        ]
        for index, finding in self.preparation.compare(located):
            checked[index].findings.append(finding)

    def _unit(self, prepared: Prepared, index: int, draft: Draft, checked: _Checked) -> xliff.Unit:
        segment, source, match = prepared.segments[index], prepared.texts[index], prepared.recall(index)
        # What is only worth knowing does not take a reviewer's time: it stands in the report.
        findings = [finding for finding in checked.findings if finding.severity != "info"]
        doubts = _doubts(draft, findings, dropped=prepared.protected[index].dropped)
        doubts += match.doubts if match else ()
        doubts += [f"{shown} could not be placed and stands at the end" for shown in draft.lost]
        return xliff.Unit(
            id=segment.id,
            resname=f"{segment.id} {prepared.kind(index)} {segment.block}",
            source=source.text,
            target=checked.target.text,
            state=_state(match, doubtful=bool(findings or doubts)),
            note=unit_note(
                draft.outcomes,
                findings,
                doubts,
                _confidence(source.text, draft, checked.target.text, match, findings),
                memory=match.note if match else "",
            ),
            codes=source.codes,
            target_codes=checked.target.codes,
            origin=match.origin if match else "mt",
        )


def _confidence(
    source: str, draft: Draft, target: str, match: Recalled | None, findings: Sequence[Finding]
) -> triage.Confidence:
    if match is not None:
        return triage.confidence_of_match(match.origin, match.score, findings)
    assert draft.features is not None, "what no memory has, an engine drafted"
    return triage.confidence(
        source, target, draft.features, draft.outcomes, findings, complete=draft.complete
    )


def _state(match: Recalled | None, *, doubtful: bool) -> xliff.State:
    """Return the state of a unit: what a person has approved in this context needs no second review."""
    if match is not None and match.approved:
        return "approved"
    return "flagged" if doubtful else "draft"


def _change(outcome: Outcome) -> str:
    span = outcome.span
    proposed = ", proposed" if span.proposal is not None else ""
    return span.text if span.target == span.text else f"{span.text} → {span.target}{proposed}"


def _settled(outcomes: Sequence[Outcome]) -> int:
    return sum(outcome.settled for outcome in outcomes)


def _doubts(draft: Draft, findings: Sequence[Finding], *, dropped: bool) -> list[str]:
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
