"""What happens to an article before the engine, and what is known of its segments: for drafts and reviews."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from translate import checks, languages, protection, segments, xliff
from translate.articles import Article
from translate.checks.kept import protected_ranges
from translate.glossary import Glossary, TermMatch
from translate.inline import Code, Text
from translate.protection import Context, FigureStyle, Protected
from translate.segments import Segment


@dataclass(frozen=True, slots=True)
class Settings:
    """What changes a draft: languages (BCP 47), how figures are written, how many hypotheses are weighed.

    `disabled` are checks that do not run, `severities` pairs of a check and the severity that it has instead
    of its own.
    """

    source: str = "en"
    target: str = "uk"
    figures: FigureStyle = field(default_factory=FigureStyle)
    hypotheses: int = 4
    disabled: frozenset[str] = frozenset()
    severities: tuple[tuple[str, checks.Severity], ...] = ()

    def __str__(self) -> str:
        """Return the settings as they stand in the signature of a document."""
        units = "metric" if self.figures.metric else "as written"
        parts = [f"sums={self.figures.sums} units={units} hypotheses={self.hypotheses}"]
        parts += [f"without={','.join(sorted(self.disabled))}"] if self.disabled else []
        parts += [f"{check}={severity}" for check, severity in self.severities]
        return " ".join(parts)


@dataclass(frozen=True, slots=True)
class Recalled:
    """A target that a translation memory has for a segment, so that no engine need draft it.

    `origin` is the kind of the match, `score` its percentage; `note` says where it comes from and what was
    changed in it, `doubts` what of that is uncertain. `approved` means that a person approved it in this very
    context.
    """

    target: Text
    origin: xliff.Origin
    score: int
    note: str
    approved: bool = False
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article whose segments are ready for the engine; `texts` are their sources as XML can hold them.

    `recalled` has what the memory gives for each segment; it is empty without a memory.
    """

    article: Article
    original: str
    segments: tuple[Segment, ...]
    texts: tuple[Text, ...]
    protected: tuple[Protected, ...]
    recalled: tuple[Recalled | None, ...] = ()

    @property
    def memory(self) -> str:
        """A digest of what came from the memory, `sha256:…`; "" when nothing did."""
        used = [
            (index, own.origin, own.score, own.approved, own.target.text, own.target.keys)
            for index, own in enumerate(self.recalled)
            if own is not None
        ]
        return f"sha256:{hashlib.sha256(repr(used).encode()).hexdigest()}" if used else ""

    def recall(self, index: int) -> Recalled | None:
        """Return what the memory has for a segment."""
        return self.recalled[index] if self.recalled else None

    def kind(self, index: int) -> str:
        """Return the kind of the block that a segment is part of."""
        return self.article.blocks[self.segments[index].block - 1].kind

    def neighbours(self, index: int) -> tuple[str, str]:
        """Return the sources before and after a segment, "" at the edges of the article."""
        before = self.texts[index - 1].text if index else ""
        after = self.texts[index + 1].text if index + 1 < len(self.texts) else ""
        return before, after


class Preparation:
    """Splits articles, finds what must survive in their segments, and looks whether it did."""

    def __init__(self, glossary: Glossary, settings: Settings) -> None:
        self.glossary = glossary
        self.settings = settings
        self.source = languages.get(settings.source)
        self.target = languages.get(settings.target)

    def prepare(self, article: Article, original: str) -> Prepared:
        """Split an article into segments and find what must survive in each.

        `original` is the name by which a merge finds the article again.
        """
        return self.prepare_segments(article, original, segments.segment(article, self.settings.source))

    def prepare_segments(self, article: Article, original: str, parts: tuple[Segment, ...]) -> Prepared:
        """Find what must survive in each segment of an article that is split already."""
        texts = tuple(_clean(part.content) for part in parts)
        dropped = [text.text != part.source for text, part in zip(texts, parts, strict=True)]
        return Prepared(article, original, parts, texts, self.protect(texts, dropped))

    def protect(self, texts: Sequence[Text], dropped: Sequence[bool] | None = None) -> tuple[Protected, ...]:
        """Find what must survive in the segments of one article; `dropped`: characters were left out."""
        context = Context.of([text.text for text in texts], self.glossary, self.source, self.target)
        return tuple(
            protection.protect(
                text.text,
                self.glossary,
                self.source,
                self.target,
                style=self.settings.figures,
                context=context,
                dropped=lost,
                fixed=[place for _, place in protected_ranges(text.codes)],
            )
            for text, lost in zip(texts, dropped or [False] * len(texts), strict=True)
        )

    def missing_terms(self, protected: Protected, target: str) -> tuple[str, ...]:
        """Return the glossary terms of a segment (`Irpin = Ірпінь`) that no form of stands in `target`."""
        terms = [span for span in protected.spans if span.term is not None]
        places = protection.locate(target, terms, self.target.code)
        return tuple(
            dict.fromkeys(
                f"{span.term.source} = {span.term.target}"
                for span, place in zip(terms, places, strict=True)
                if span.term is not None and place is None
            )
        )

    def check(
        self,
        protected: Protected,
        target: str,
        codes: tuple[Code, ...] = (),
        target_codes: tuple[Code, ...] = (),
    ) -> tuple[checks.Finding, ...]:
        """Run the checks on a target, a draft's or a reviewer's."""
        return self.examine(self.draft(protected, target, codes, target_codes))

    def examine(self, draft: checks.Draft) -> tuple[checks.Finding, ...]:
        """Run the checks of the project on a target."""
        return tuple(self._graded(each) for each in checks.run(draft, disabled=self.settings.disabled))

    def compare(self, segments: Sequence[checks.Located]) -> Iterator[tuple[int, checks.Finding]]:
        """Yield what the checks of the project find across segments, with the index of the segment."""
        for index, finding in checks.run_across(segments, disabled=self.settings.disabled):
            yield index, self._graded(finding)

    def _graded(self, finding: checks.Finding) -> checks.Finding:
        severity = dict(self.settings.severities).get(finding.check)
        return finding if severity is None else replace(finding, severity=severity)

    def draft(
        self,
        protected: Protected,
        target: str,
        codes: tuple[Code, ...] = (),
        target_codes: tuple[Code, ...] = (),
        kind: str = "",
        score: float | None = None,
        machine: bool = False,
    ) -> checks.Draft:
        """Return a target as the checks see it.

        `kind` is that of the block it stands in, `score` that of the engine for a machine draft, `machine`
        says that it is one and not reviewed.
        """
        terms = [span for span in protected.spans if span.term is not None]
        return checks.Draft(
            source=protected.source,
            target=target,
            source_language=self.settings.source,
            target_language=self.settings.target,
            terms=tuple(
                TermMatch(span.start, span.end, span.term, span.possessive) for span in terms if span.term
            ),
            figures=tuple(span.figure for span in protected.spans if span.figure is not None),
            accepted=tuple(span.accepted for span in terms),
            codes=codes,
            target_codes=target_codes,
            score=score,
            machine=machine,
            kind=kind,
        )


def _clean(text: Text) -> Text:
    """Drop what XML cannot hold; the codes move along."""
    cleaned, dropped = xliff.clean(text.text)
    if not dropped:
        return text
    return Text(
        cleaned, tuple(code.at(len(xliff.clean(text.text[: code.position])[0])) for code in text.codes)
    )
