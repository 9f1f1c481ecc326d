"""One article through all stages: segments, protection, engine, protection, checks, XLIFF.

The engine is asked once for the segments of many articles, so the stages before and after it are separate:
`prepare` an article, `draft` a batch of prepared ones, and make the `document` of each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from translate import __version__, checks, languages, protection, segments, xliff
from translate.articles import Article
from translate.checks import Finding
from translate.engine import Engine
from translate.errors import segment_context
from translate.glossary import Glossary, TermMatch
from translate.notes import unit_note
from translate.protection import Context, FigureStyle, Outcome, Protected, Settled
from translate.segments import Segment


@dataclass(frozen=True, slots=True)
class Settings:
    """What changes a draft: languages (BCP 47), how figures are written, how many hypotheses are weighed."""

    source: str = "en"
    target: str = "uk"
    figures: FigureStyle = field(default_factory=FigureStyle)
    hypotheses: int = 4

    def __str__(self) -> str:
        """Return the settings as they stand in the signature of a document."""
        units = "metric" if self.figures.metric else "as written"
        return f"sums={self.figures.sums} units={units} hypotheses={self.hypotheses}"


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article whose segments are ready for the engine."""

    article: Article
    original: str
    segments: tuple[Segment, ...]
    protected: tuple[Protected, ...]


@dataclass(frozen=True, slots=True)
class Drafted:
    """An article's document with what there is to say about it."""

    document: xliff.Document
    segments: int
    flagged: int
    terms: int
    terms_settled: int
    figures: int
    figures_settled: int
    steps: Counter[str] = field(default_factory=Counter)


class Pipeline:
    """The stages with everything they need: an engine, a glossary and the settings of a run."""

    def __init__(self, engine: Engine, glossary: Glossary, settings: Settings) -> None:
        self.engine = engine
        self.glossary = glossary
        self.settings = settings
        self._source = languages.get(settings.source)
        self._target = languages.get(settings.target)

    @property
    def signature(self) -> xliff.Signature:
        """How this pipeline makes its drafts."""
        return xliff.Signature(
            __version__, self.engine.signature, f"sha256:{self.glossary.sha256}", str(self.settings)
        )

    def prepare(self, article: Article, original: str) -> Prepared:
        """Split an article into segments and find what must survive in each.

        `original` is the name by which a merge finds the article again.
        """
        return self.prepare_segments(article, original, segments.segment(article, self.settings.source))

    def prepare_segments(self, article: Article, original: str, parts: tuple[Segment, ...]) -> Prepared:
        """Find what must survive in each segment of an article that is split already."""
        texts = [part.source for part in parts]
        context = Context.of(texts, self.glossary, self._source, self._target)
        return Prepared(article, original, parts, tuple(self._protect(part, context) for part in parts))

    def draft(
        self, batch: Sequence[Prepared], progress: protection.Progress | None = None
    ) -> list[tuple[Settled, ...]]:
        """Draft and settle all segments of a batch: one tuple an article, one element a segment."""
        everything = [protected for prepared in batch for protected in prepared.protected]
        settled = iter(
            protection.climb(
                everything,
                self.engine,
                self._target,
                hypotheses=self.settings.hypotheses,
                progress=progress,
            )
        )
        return [tuple(next(settled) for _ in prepared.protected) for prepared in batch]

    def document(self, prepared: Prepared, settled: Sequence[Settled], date: datetime) -> Drafted:
        """Check the drafts of an article and make its XLIFF document."""
        units: dict[int, list[xliff.Unit]] = {}
        flagged = 0
        for segment, protected, draft in zip(prepared.segments, prepared.protected, settled, strict=True):
            with segment_context(segment.id):
                unit = self._unit(segment, protected, draft, prepared.article.blocks[segment.block - 1].kind)
            flagged += unit.state == "flagged"
            units.setdefault(segment.block, []).append(unit)
        outcomes = [outcome for draft in settled for outcome in draft.outcomes]
        steps = Counter(outcome.how for outcome in outcomes)
        document = xliff.Document(
            original=prepared.original,
            datatype="plaintext",
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
        )
        terms = [outcome for outcome in outcomes if outcome.span.kind in ("term", "copy")]
        figures = [outcome for outcome in outcomes if outcome.span.kind == "figure"]
        return Drafted(
            document,
            segments=len(prepared.segments),
            flagged=flagged,
            terms=len(terms),
            terms_settled=_settled(terms),
            figures=len(figures),
            figures_settled=_settled(figures),
            steps=steps,
        )

    def _protect(self, segment: Segment, context: Context) -> Protected:
        source, dropped = xliff.clean(segment.source)
        return protection.protect(
            source,
            self.glossary,
            self._source,
            self._target,
            style=self.settings.figures,
            context=context,
            dropped=dropped,
        )

    def _unit(self, segment: Segment, protected: Protected, draft: Settled, kind: str) -> xliff.Unit:
        findings = checks.run(self._checkable(protected, draft))
        doubts = _doubts(draft, findings, dropped=protected.dropped)
        return xliff.Unit(
            id=segment.id,
            resname=f"{segment.id} {kind} {segment.block}",
            source=protected.source,
            target=draft.target,
            state="flagged" if findings or doubts else "draft",
            note=unit_note(draft.outcomes, findings, doubts),
        )

    def _checkable(self, protected: Protected, draft: Settled) -> checks.Draft:
        terms = [span for span in protected.spans if span.term is not None]
        return checks.Draft(
            source=protected.source,
            target=draft.target,
            source_language=self.settings.source,
            target_language=self.settings.target,
            terms=tuple(
                TermMatch(span.start, span.end, span.term, span.possessive) for span in terms if span.term
            ),
            figures=tuple(span.figure for span in protected.spans if span.figure is not None),
            accepted=tuple(span.accepted for span in terms),
        )


def _change(outcome: Outcome) -> str:
    span = outcome.span
    proposed = ", proposed" if span.proposal is not None else ""
    return span.text if span.target == span.text else f"{span.text} → {span.target}{proposed}"


def _settled(outcomes: Sequence[Outcome]) -> int:
    return sum(outcome.settled for outcome in outcomes)


def _doubts(draft: Settled, findings: Sequence[Finding], *, dropped: bool) -> list[str]:
    """Return what no check says: spans whose form is in doubt, copies that are lost, characters dropped."""
    said = {finding.check for finding in findings}
    checked_by = {"term": "terms", "figure": "figures", "copy": "", "name": ""}
    doubts = [
        f"{_change(outcome)}: {outcome.why}"
        for outcome in draft.outcomes
        if not outcome.settled
        and not (outcome.why == protection.NOT_FOUND and checked_by[outcome.span.kind] in said)
    ]
    if not draft.complete:
        doubts.append("the model did not finish this segment; a part of it stands here untranslated")
    if dropped:
        doubts.append("the source holds control characters that XML cannot carry; they are left out here")
    return doubts
