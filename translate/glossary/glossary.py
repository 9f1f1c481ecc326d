"""A glossary in use: which terms stand where in a text, whatever the number of terms (Aho–Corasick)."""

from __future__ import annotations

import gc
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

import ahocorasick

from translate.glossary.casing import Surroundings
from translate.glossary.countries import countries as country_names
from translate.glossary.folding import ZERO_WIDTH, Folded, fold, spelling
from translate.glossary.guards import addresses, without_other_names
from translate.glossary.model import Term, TermMatch
from translate.glossary.tsv import read

_POSSESSIVE = re.compile(r" ?'s(?!\w)")
_PLURAL_POSSESSIVE = re.compile(r"'(?= \w)")
_CONTRACTION = re.compile(r"'(?:d|ll|re|s|ve)(?!\w)")
_QUOTE_OPENS = re.compile(r"(?:^|(?<=[\s(\[\"“—–-]))'(?=\w)")
_QUOTE_CLOSES = re.compile(r"'(?!\w)")
# Scripts that write no spaces: a term may begin and end anywhere in them.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")

_Candidate = tuple[Term, str]
"""A term, and its source folded with its capitals."""


class Glossary:
    """An immutable set of terms that can be found in texts.

    `warnings` are what was put right while the files were read, one line each.
    """

    def __init__(self, terms: Iterable[Term], warnings: Sequence[str] = ()) -> None:
        """Take the terms as they are; where two match the same words, the one spelt like the text wins."""
        self.terms = tuple(terms)
        self.warnings = tuple(warnings)
        candidates: dict[str, list[_Candidate]] = {}
        for term in self.terms:
            cased, lower = spelling(term.source)
            candidates.setdefault(lower, []).append((term, cased))
        self._automaton = ahocorasick.Automaton()
        for source, found in candidates.items():
            self._automaton.add_word(source, (len(source), found))
        self._automaton.make_automaton()

    @classmethod
    def load(
        cls,
        paths: Sequence[Path],
        source_language: str,
        target_language: str,
        countries: bool = True,
    ) -> Glossary:
        """Read and stack glossary files: where two have a source, the earlier file wins, and CLDR comes last.

        The languages are BCP 47 codes; they choose the country names only. No path and a pair that CLDR does
        not know give an empty glossary, which finds nothing. Raises GlossaryError for a broken file.
        """
        terms: list[Term] = []
        warnings: list[str] = []
        taken: set[tuple[str, bool]] = set()
        with _collector_paused():
            for path in paths:
                file = read(path)
                warnings += file.warnings
                terms += _not_taken(file.terms, taken)
            if countries:
                terms += _not_taken(country_names(source_language, target_language), taken)
            return cls(terms, warnings)

    def find(self, text: str) -> tuple[TermMatch, ...]:
        """Return the terms in `text`, in order and without overlap, with their offsets in `text`.

        The leftmost match wins, then the longest. Terms are whole words; a possessive ending belongs to the
        match; hyphen and space, the kinds of apostrophe and of white space are the same; capitals follow the
        rules in `casing`; addresses, handles and hashtags are left alone.
        """
        if not self._automaton:
            return ()
        folded = fold(text)
        hits = self._hits(folded)
        if not hits:
            return ()
        hits.sort(key=lambda hit: (hit[0], -hit[1]))
        surroundings = Surroundings(folded.cased)
        closed = addresses(text)
        matches: list[TermMatch] = []
        free = 0
        for start, end, candidates in hits:
            if start < free:
                continue
            term = _best(candidates, surroundings, start, end)
            if term is None:
                continue
            whole, possessive = _with_possessive(folded, start, end)
            first, last = folded.original(start), _last(text, folded.original(whole))
            if any(a < last and first < b for a, b in closed):
                continue
            matches.append(TermMatch(first, last, term, possessive))
            free = whole
        return without_other_names(text, matches)

    def standing_in(self, text: str) -> set[Term]:
        """Return every term whose words stand in `text`, also those that `find` would pass over there."""
        if not self._automaton:
            return set()
        return {term for _, _, candidates in self._hits(fold(text)) for term, _ in candidates}

    @cached_property
    def sha256(self) -> str:
        """The hash of what the terms say, in hexadecimal: order, notes and origins do not change it."""
        rows = sorted({term.content for term in self.terms})
        return hashlib.sha256("\n".join(rows).encode()).hexdigest()

    def _hits(self, folded: Folded) -> list[tuple[int, int, list[_Candidate]]]:
        text = folded.lower
        hits = []
        for last, (length, candidates) in self._automaton.iter(text):
            end = last + 1
            if not _joined(text, end) and not _joined(text, end - length):
                hits.append((end - length, end, candidates))
        return hits


def default_path(source_language: str, target_language: str) -> Path | None:
    """Return `glossaries/<source>-<target>.tsv` below the working folder, or None when there is none.

    The languages are BCP 47 codes, of which the primary subtag counts.
    """
    source, target = (code.partition("-")[0].lower() for code in (source_language, target_language))
    path = Path("glossaries") / f"{source}-{target}.tsv"
    return path if path.is_file() else None


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Do not look for garbage while objects are made that all live on: half the time of a large glossary."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _not_taken(terms: Iterable[Term], taken: set[tuple[str, bool]]) -> list[Term]:
    """Return the terms whose source no earlier file has, and add theirs to `taken`.

    `Turkey` and `turkey` are two sources; with or without the case flag is one.
    """
    new: set[tuple[str, bool]] = set()
    left = []
    for term in terms:
        cased, lower = spelling(term.source)
        source = (lower, lower == cased)
        if source not in taken:
            new.add(source)
            left.append(term)
    taken |= new
    return left


def _best(candidates: list[_Candidate], around: Surroundings, start: int, end: int) -> Term | None:
    written = around.text[start:end]
    allowed = [one for one in candidates if around.allows(*one, start, end)]
    # As written first; then a name before a common word: in capitals, TURKEY in the news is the country.
    allowed.sort(key=lambda one: (one[1] != written, one[1] == one[1].lower()))
    return allowed[0][0] if allowed else None


def _joined(text: str, at: int) -> bool:
    """Tell whether `text[at - 1]` and `text[at]` belong to one word."""
    if at <= 0 or at >= len(text):
        return False
    before, after = text[at - 1], text[at]
    if before == "'":
        return at > 1 and text[at - 2].isalnum() and after.isalnum()
    if after == "'":
        return at + 1 < len(text) and text[at + 1].isalnum() and not _CONTRACTION.match(text, at)
    # An underscore inside a word joins; one beside it is Markdown's emphasis.
    if before == "_":
        return at > 1 and text[at - 2].isalnum()
    if after == "_":
        return at + 1 < len(text) and text[at + 1].isalnum()
    if after in "$€£¥":  # US$, A$: a currency, not a country
        return before.isalpha()
    return before.isalnum() and after.isalnum() and not (_UNSPACED.match(before) or _UNSPACED.match(after))


def _with_possessive(folded: Folded, start: int, end: int) -> tuple[int, bool]:
    """Return the end of a match with its possessive ending, and whether it has one."""
    text = folded.lower
    if match := _POSSESSIVE.match(text, end):
        return match.end(), True
    if text[end - 1] == "s" and _PLURAL_POSSESSIVE.match(text, end) and not _in_quotes(text[:start]):
        return end + 1, True
    return end, False


def _in_quotes(before: str) -> bool:
    """Tell whether a single quotation mark is open at the end of `before`, to be closed by the next one."""
    opened = [match.start() for match in _QUOTE_OPENS.finditer(before)]
    return bool(opened) and not _QUOTE_CLOSES.search(before, opened[-1] + 1)


def _last(text: str, end: int) -> int:
    """Leave zero-width characters after a match out of it."""
    while text[end - 1] in ZERO_WIDTH:
        end -= 1
    return end
