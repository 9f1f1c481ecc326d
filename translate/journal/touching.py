"""Which articles a change of the glossary touches, without finding all terms in all of them again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translate import xliff
from translate.glossary import Glossary, Term
from translate.protection.heads import with_heads


@dataclass(frozen=True, slots=True)
class Change:
    """What differs between two glossaries: digests of the rows that are gone, and the rows that are new.

    A row that was edited is among both.
    """

    gone: frozenset[bytes]
    new: Glossary


class Touching:
    """A glossary as the journal sees it: digests of its terms, and which of them stand in a text."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._by_digest: dict[bytes, Term] | None = None

    @property
    def digest(self) -> str:
        """The digest of the whole glossary."""
        return self._glossary.sha256

    @property
    def terms(self) -> dict[bytes, Term]:
        """The terms by their digests of 8 bytes, which notes and origins do not change."""
        if self._by_digest is None:
            self._by_digest = {term.digest: term for term in self._glossary.terms}
        return self._by_digest

    def standing_in(self, texts: Iterable[str]) -> frozenset[bytes]:
        """Return the digests of all terms whose words stand in one of the texts, chosen there or not."""
        return frozenset(term.digest for text in texts for term in self._standing_in(text, self._glossary))

    def changed_since(self, before: frozenset[bytes]) -> Change:
        """Return what has changed since the glossary had the digests `before`."""
        own = self.terms
        return Change(
            before - own.keys(), Glossary(term for digest, term in own.items() if digest not in before)
        )

    def is_touched(self, change: Change, terms: frozenset[bytes], texts: Sequence[str]) -> bool:
        """Whether a change may matter to an article of these texts.

        `terms` are the digests that stood in them (`standing_in`) with the glossary as it was before.
        """
        return bool(change.gone & terms) or any(self._standing_in(text, change.new) for text in texts)

    def _standing_in(self, text: str, among: Glossary) -> set[Term]:
        """Return the terms of `among` that stand in a text as the segments have it."""
        text, _ = xliff.clean(text)
        found = among.standing_in(text)
        # In `the Donetsk and Kherson regions` stands the term `Donetsk region`.
        for name in with_heads(text, self._glossary.standing_in(text)):
            found |= among.standing_in(name)
        return found
