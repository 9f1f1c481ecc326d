"""Terms, and where they stand in a text."""

from __future__ import annotations

import hashlib
import json
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

    @property
    def content(self) -> str:
        """What the row says, as JSON; a note and the origin change no draft and are no part of it."""
        own = (self.source, self.target, self.kind, self.gender, self.case_sensitive)
        return json.dumps([*own, sorted(self.forbidden), self.forms], ensure_ascii=False)

    @property
    def digest(self) -> bytes:
        """The hash of the content, 8 bytes."""
        return hashlib.blake2b(self.content.encode("utf-8", "surrogatepass"), digest_size=8).digest()


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A term found at `text[start:end]`.

    A possessive ending (`’s`, `'s`, ` ’s`, `s’`) belongs to the match and sets `possessive`.
    """

    start: int
    end: int
    term: Term
    possessive: bool = False
