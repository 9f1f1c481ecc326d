"""Terms, and where they stand in a text."""

from __future__ import annotations

from dataclasses import dataclass, field

KINDS = ("person", "place", "organisation", "other")


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary row.

    `target` is the dictionary form (lemma). `gender` is "", "masc", "femn", "neut" or "plur".
    `forms` are irregular forms that win over inflection, as (case, form) pairs; the cases are nomn, gent,
    datv, accs, ablt, loct, voct. `forbidden` are targets that must never appear. `origin` is `file:line`,
    or "CLDR" for country names.
    """

    source: str
    target: str
    note: str = ""
    kind: str = "other"
    gender: str = ""
    case_sensitive: bool = False
    forbidden: tuple[str, ...] = ()
    forms: tuple[tuple[str, str], ...] = field(default=())
    origin: str = ""


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A term found at `text[start:end]`.

    A possessive ending (`’s`, `'s`, ` ’s`, `s’`) belongs to the match and sets `possessive`.
    """

    start: int
    end: int
    term: Term
    possessive: bool = False
