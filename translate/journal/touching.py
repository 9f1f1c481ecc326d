"""Which articles a change of the glossary touches, without finding all terms in all of them again."""

from __future__ import annotations

from collections.abc import Iterable

from translate.glossary import Glossary, Term


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
        return frozenset(term.digest for text in texts for term in self._glossary.standing_in(text))

    def changed_since(self, before: frozenset[bytes]) -> tuple[frozenset[bytes], Glossary]:
        """Return what has changed since the glossary had the digests `before`.

        The first are the digests of the rows that are gone, the second is a glossary of those that are new; a
        row that was edited is among both.
        """
        own = self.terms
        return before - own.keys(), Glossary(term for digest, term in own.items() if digest not in before)
