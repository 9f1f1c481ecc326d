"""What is different between two sets of terms, row by row and column by column."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from translate.glossary.model import Term
from translate.glossary.tsv import COLUMNS, identity


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that only one side has (the other is None), or that has other cells in `columns`."""

    action: Literal["added", "removed", "changed"]
    before: Term | None
    after: Term | None
    columns: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """The source of the row, as the newer side writes it."""
        term = self.after or self.before
        return term.source if term else ""


def compare(before: Iterable[Term], after: Iterable[Term]) -> tuple[Difference, ...]:
    """Return what turns `before` into `after`: removed and changed rows in the order of the one, then the
    added rows in the order of the other.

    Rows are the same row when a glossary file could not hold both: spelling of the source apart, and
    whether it matches capitals. Order, comments and `origin` make no difference.
    """
    new = {identity(term): term for term in after}
    differences: list[Difference] = []
    for term in before:
        now = new.pop(identity(term), None)
        if now is None:
            differences.append(Difference("removed", term, None))
        elif columns := differing(term, now):
            differences.append(Difference("changed", term, now, columns))
    return (*differences, *(Difference("added", None, term) for term in new.values()))


def differing(before: Term, after: Term) -> tuple[str, ...]:
    """Return the names of the columns in which two terms differ.

    >>> differing(Term("Kyiv", "Київ"), Term("Kyiv", "Київ", kind="place", gender="masc"))
    ('kind', 'gender')
    """
    return tuple(
        column
        for column, one, other in zip(COLUMNS, _cells(before), _cells(after), strict=True)
        if one != other
    )


def _cells(term: Term) -> tuple[object, ...]:
    return (
        term.source,
        term.target,
        term.note,
        term.kind,
        term.gender,
        term.case_sensitive,
        term.forbidden,
        term.forms,
    )
