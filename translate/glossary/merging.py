"""Corrections put among the proposals of a glossary, so that learning a file twice changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from translate.glossary.corrections import Correction, explains
from translate.glossary.folding import spelling
from translate.glossary.model import Term
from translate.glossary.proposals import UNSURE, Proposals, Proposed, joined, place
from translate.languages import Language


def merge(
    existing: Proposals, corrections: Iterable[Correction], *, language: Language, terms: Iterable[Term] = ()
) -> Proposals:
    """Return `existing` with `corrections` among them, those of the most places first.

    `language` is that of the targets, `terms` are the glossary's. A correction joins the row of its source
    whose target explains it, and is counted once for each place; a place whose correction is another one than
    before moves to the other row. Two different corrections make two rows, which name each other as
    `conflict`. Rows that the glossary says are left out, and those that a person has refused.
    """
    merging = _Merging(existing, language)
    for correction in corrections:
        merging.add(correction)
    by_source: dict[str, list[Term]] = {}
    for term in terms:
        by_source.setdefault(_key(term.source), []).append(term)
    said = {(key, term.target) for key, found in by_source.items() for term in found}
    rows = [row for row in merging.rows() if (_key(row.source), row.target) not in said]
    rows = [replace(row, conflict=_conflict(row, rows, by_source.get(_key(row.source), ()))) for row in rows]
    rows.sort(key=lambda row: (-row.count, row.source.casefold(), row.source, row.target))
    return Proposals(tuple(rows), existing.comments)


class _Merging:
    """The rows while corrections are added, by the folded source, and where each place has gone."""

    def __init__(self, existing: Proposals, language: Language) -> None:
        self._language = language
        self._rows: dict[str, list[Proposed]] = {}
        for row in existing.rows:
            self._rows.setdefault(_key(row.source), []).append(row)
        self._refused: dict[str, list[str]] = {}
        for source, target in existing.refused():
            self._refused.setdefault(_key(source), []).append(target)
        self._moved: dict[tuple[str, str], set[int]] = {}

    def add(self, correction: Correction) -> None:
        """Add a correction to its row, or begin one for it."""
        key = _key(correction.source)
        if any(
            target == correction.lemma or self._explains(target, [correction.target_form], correction)
            for target in self._refused.get(key, ())
        ):
            return
        seen = place(correction.article, correction.unit)
        rows = self._rows.setdefault(key, [])
        index = self._find(rows, correction, seen)
        if index is None and (index := self._guess(rows, correction)) is not None:
            rows[index] = replace(rows[index], target=correction.lemma)
        if index is None:
            index = len(rows)
            note = "" if correction.sure else UNSURE
            rows.append(
                Proposed(correction.source, correction.lemma, note, correction.kind, correction.gender)
            )
        rows[index] = _with(rows[index], correction, seen)
        self._moved.setdefault((key, seen), set()).add(index)

    def rows(self) -> list[Proposed]:
        """Return the rows; those whose last place has moved away are gone."""
        left = []
        for key, rows in self._rows.items():
            for index, row in enumerate(rows):
                seen = tuple(one for one in row.seen if index in self._moved.get((key, one), {index}))
                if seen or not row.seen:
                    left.append(replace(row, seen=seen))
        return left

    def _find(self, rows: Sequence[Proposed], correction: Correction, seen: str) -> int | None:
        """Return which row has the correction: the place it has been in, its target, or one of its forms."""
        form = correction.target_form
        tests = (
            lambda row: seen in row.seen and form in row.review,
            lambda row: row.target == correction.lemma,
            lambda row: self._explains(row.target, [form], correction),
            lambda row: form in row.review,
        )
        return next((index for test in tests for index, row in enumerate(rows) if test(row)), None)

    def _guess(self, rows: Sequence[Proposed], correction: Correction) -> int | None:
        """Return the row whose target is a guess, not a person's, and is known better by a correction."""
        for index, row in enumerate(rows):
            guesses = {self._language.lemma(form, kind=row.kind, source=row.source)[0] for form in row.review}
            if not row.sure and row.target in guesses:
                forms = [*row.review, correction.target_form]
                if self._explains(correction.lemma, forms, correction):
                    return index
        return None

    def _explains(self, target: str, forms: Sequence[str], correction: Correction) -> bool:
        return explains(target, forms, correction.kind, correction.gender, self._language) is not None


def _with(row: Proposed, correction: Correction, seen: str) -> Proposed:
    """Return a row with the evidence of a correction, and with what the row did not know."""
    return replace(
        row,
        note="" if not row.sure and correction.sure and row.target == correction.lemma else row.note,
        kind=correction.kind if row.kind == "other" else row.kind,
        gender=row.gender or correction.gender,
        seen=joined(row.seen, [seen]),
        draft=joined(row.draft, filter(None, [correction.draft_form])),
        review=joined(row.review, [correction.target_form]),
    )


def _conflict(row: Proposed, rows: Sequence[Proposed], terms: Sequence[Term]) -> str:
    others = [f"glossary: {term.target} ({_origin(term)})" for term in terms]
    others += [
        f"proposed: {other.target}"
        for other in rows
        if _key(other.source) == _key(row.source) and other.target != row.target
    ]
    return "; ".join(dict.fromkeys(others))


def _origin(term: Term) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in Path(term.origin).name)


def _key(source: str) -> str:
    return spelling(source)[1]
