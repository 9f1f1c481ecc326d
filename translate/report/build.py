"""A report of XLIFF files as they are, whichever tool has written them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal, get_args

from translate import xliff
from translate.checking.find import XLIFF
from translate.checking.lengths import is_short
from translate.checking.model import Bilingual, Item, Pair, Result, Rules
from translate.checking.read import read_xliff
from translate.checking.run import check
from translate.checks import Finding
from translate.errors import TranslateError, UsageError, path_context
from translate.glossary import Suggestion, suggest
from translate.inline import Text
from translate.preparation import Preparation
from translate.protection import Protected
from translate.report.model import ArticleReport, Report, State, UnitReport
from translate.report.units import unit_report
from translate.triage import Band, Confidence
from translate.xliff import Origin, Returned, ReturnedUnit
from translate.xliff.parsing import load

MOST = 20_000
"""Segments of a report. So many sentences of news took a minute and 320 MB to check, and a page of 13 MB."""

_CONFIDENCE = re.compile(r"^Confidence: (high|medium|low) \((\d{1,3})\)", re.MULTILINE)
_MEMORY = re.compile(r"^Memory: ", re.MULTILINE)
_MATCH = re.compile(r"^Memory: (\d{1,3}) %", re.MULTILINE)
_QUALIFIERS: dict[str, Origin] = {
    "mt-suggestion": "mt",
    "leveraged-mt": "mt",
    "leveraged-tm": "context",
    "exact-match": "exact",
    "id-match": "context",
    "fuzzy-match": "fuzzy",
}
"""XLIFF 1.2, `state-qualifier`; in XLIFF 2 our `subState` names the origin itself."""


def build(
    files: Iterable[Path],
    preparation: Callable[[Pair], Preparation],
    rules: Rules,
    date: datetime,
    *,
    title: str = "Review report",
    source: str | None = None,
    target: str | None = None,
    errors: Sequence[str] = (),
    most: int | None = None,
) -> Report:
    """Return the report of XLIFF files, in the order of their paths, after the checks of `rules`.

    `preparation` finds names and figures for a pair of languages; `source` and `target` are languages
    (BCP 47) that win over those a file states. A file that cannot be read is one of the report's errors,
    after those in `errors`, which is read when the last file has been. Raises UsageError, before anything is
    checked, for more than `most` segments (None: `MOST`): a list of them may hold more than a page.
    """
    pairs = _Prepared(preparation)
    documents = _Documents(files, source, target)
    outcome = check(_few_enough(documents, most or MOST), pairs.of, rules)
    articles: list[ArticleReport] = []
    texts: dict[Pair, list[tuple[str, list[str]]]] = {}
    signatures: dict[xliff.Signature, None] = {}
    for result in outcome.results:
        document = result.document
        returned = documents.read[document.path, document.part]
        articles.append(_article(result, returned, pairs.of(document.pair)))
        texts.setdefault(document.pair, []).append(
            (articles[-1].name, [item.source.text for item in document.items])
        )
        if returned.signature is not None:
            signatures[returned.signature] = None
    return Report(
        title,
        date,
        tuple(articles),
        tuple(signatures),
        tuple(_proposals(texts, pairs)),
        tuple(dict.fromkeys([*errors, *documents.errors, *outcome.errors])),
    )


def _few_enough(documents: Iterable[Bilingual], most: int) -> list[Bilingual]:
    read: list[Bilingual] = []
    segments = 0
    for document in documents:
        read.append(document)
        segments += len(document.items)
        if segments > most:
            raise UsageError(
                f"these files have more than {most:,} segments, too many for one page",
                hint="Report on fewer files at a time, or list what is found with `translate check`",
            )
    return read


class _Remembering(Preparation):
    """Finds what must survive in a document once, though the checks and the report both ask."""

    def __init__(self, known: Preparation) -> None:
        super().__init__(known.glossary, known.settings)
        self._done: dict[tuple[Text, ...], tuple[Protected, ...]] = {}

    def protect(self, texts: Sequence[Text], dropped: Sequence[bool] | None = None) -> tuple[Protected, ...]:
        if dropped is not None:
            return super().protect(texts, dropped)
        key = tuple(texts)
        if key not in self._done:
            self._done[key] = super().protect(texts)
        return self._done[key]


class _Prepared:
    """The preparation of each pair of languages."""

    def __init__(self, preparation: Callable[[Pair], Preparation]) -> None:
        self._preparation = preparation
        self._known: dict[Pair, _Remembering] = {}

    def of(self, pair: Pair) -> _Remembering:
        if pair not in self._known:
            self._known[pair] = _Remembering(self._preparation(pair))
        return self._known[pair]


@dataclass(slots=True)
class _Documents:
    """The documents of files, read as they are asked for; what the checks do not need of them is kept."""

    files: Iterable[Path]
    source: str | None
    target: str | None
    read: dict[tuple[Path, int], Returned] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    def __iter__(self) -> Iterator[Bilingual]:
        for file in self.files:
            if file.suffix.lower() not in XLIFF:
                continue
            try:
                with path_context(file):
                    data = load(file)
                    documents = list(read_xliff(file, data, self.source, self.target))
                    for document, returned in zip(documents, xliff.read(data), strict=True):
                        self.read[file, document.part] = returned
            except TranslateError as error:
                self.errors.append(str(error))
                continue
            yield from documents


def _article(result: Result, returned: Returned, preparation: Preparation) -> ArticleReport:
    document = result.document
    findings = {id(each.item): each.findings for each in result.checked}
    units = [unit for unit in returned.units if unit.translatable and is_short(unit.source, unit.target)]
    protected = preparation.protect([item.source for item in document.items])
    return ArticleReport(
        document.original or document.path.name,
        str(document.path),
        *document.pair,
        tuple(
            _unit(item, unit, returned, known, findings.get(id(item), ()), document.pair[1])
            for item, unit, known in zip(document.items, units, protected, strict=True)
        ),
    )


def _unit(
    item: Item,
    unit: ReturnedUnit,
    returned: Returned,
    protected: Protected,
    findings: tuple[Finding, ...],
    language: str,
) -> UnitReport:
    note = "\n".join(unit.notes)
    found = _MATCH.search(note)
    match = int(found[1]) if found else None
    return unit_report(
        unit.id,
        protected,
        item.source,
        item.target,
        language,
        state=_state(unit, returned),
        findings=findings,
        note=note,
        origin=_origin(unit, note, match),
        match=match,
        confidence=_confidence(note),
    )


def _state(unit: ReturnedUnit, returned: Returned) -> State:
    if unit.target is None or (unit.source.text.strip() and not unit.target.text.strip()):
        return "untranslated"
    if xliff.is_reviewed(unit, (returned.drafts or {}).get(unit.id)):
        return "reviewed"
    return "flagged" if xliff.is_flagged(unit) else "draft"


def _origin(unit: ReturnedUnit, note: str, match: int | None) -> Origin | Literal[""]:
    """Return where the target comes from; a flagged draft in XLIFF 2 says it in its note alone."""
    own = unit.qualifier.removeprefix("translate:")
    origins: tuple[Origin, ...] = get_args(Origin)
    named = next((origin for origin in origins if origin == own), None)
    if named is not None:
        return named
    if own != "flagged":
        return _QUALIFIERS.get(unit.qualifier, "")
    if match is not None:
        return "exact" if match == 100 else "fuzzy"
    return "context" if _MEMORY.search(note) else "mt"


def _confidence(note: str) -> Confidence | None:
    found = _CONFIDENCE.search(note)
    if found is None:
        return None
    bands: tuple[Band, ...] = get_args(Band)
    band = next(band for band in bands if band == found[1])
    return Confidence(min(int(found[2]), 100), band)


def _proposals(texts: dict[Pair, list[tuple[str, list[str]]]], pairs: _Prepared) -> Iterator[Suggestion]:
    for (source, target), articles in texts.items():
        if source.partition("-")[0] == "en":
            yield from suggest(articles, pairs.of((source, target)).glossary, source, target)
