"""Where a name stood in a draft, and what a reviewer has written there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from translate.glossary.rewording import Range, Rewording, Words, overlap
from translate.glossary.sourcenames import SourceName, accepted_forms
from translate.languages import Language

ALIKE = 0.62
"""Least likeness of a name to the words that stand for it, in sound or in letters."""

TRANSLATED = 0.8
"""The same for a name that is translated, not spelt: its sound tells little."""
LIGHT = 0.5
"""Least share of words that stay, for places to tell what stands for what."""

_KINDS_OF_NAMES = ("person", "place", "organisation")


class Search:
    """The names of one segment in its draft and its review."""

    def __init__(self, rewording: Rewording, names: Sequence[SourceName], language: Language) -> None:
        self._rewording = rewording
        self._draft, self._review = rewording.draft, rewording.review
        self._names = names
        self._language = language
        self._drafted: list[Range] = []
        """Where names stand in the draft, by their forms."""
        self._settled: list[Range] = []
        """Where names stand in the review, by their forms or as corrections."""

    def found(self) -> Iterator[tuple[Range, Range, SourceName]]:
        """Yield what stood in the draft, what stands in the review, and for which name."""
        left: list[tuple[SourceName, Range | None, Range | None]] = []
        for name in self._names:
            old = next(self._draft.find(name.accepted, self._drafted), None)
            new = next(self._review.find(name.accepted, self._settled), None)
            if old is not None:
                self._drafted.append(old)
            if new is not None:
                self._settled.append(new)
            if new is None or (old is None and name.term is None):
                left.append((name, old, new))
        for name, old, new in left:
            pair = self._pair(name, old, new)
            if pair is not None and self._is_correction(name, *pair):
                self._settled.append(pair[1])
                yield *pair, name

    def _pair(self, name: SourceName, old: Range | None, new: Range | None) -> tuple[Range, Range] | None:
        """Return the words of the draft and of the review that stand for a name, or None."""
        if old is None:
            old = self._likest(self._draft, name, self._drafted)
        if old is not None:
            self._drafted.append(old)
            new = new or self._replacement(name, old)
            return (old, new) if new is not None else None
        # The model has translated the name as a word: only the review sounds like it.
        new = new or self._likest(self._review, name, self._settled)
        image = self._rewording.image(new, back=True) if new is not None else None
        if new is None or image is None or not self._may_be(name, image[0]):
            return None
        return image[0], new

    def _may_be(self, name: SourceName, words: Range) -> bool:
        """Whether words of the draft may be a name that it has translated as a word."""
        return (
            self._rewording.share >= LIGHT
            and words[1] - words[0] <= len(name.source.split()) + 1
            and any(map(self._draft.capital, range(*words)))
            and self._draft.unbroken(words)
            and not any(overlap(words, one) for one in self._drafted)
        )

    def _likest(self, text: Words, name: SourceName, taken: Sequence[Range]) -> Range | None:
        """Return the capitalised words of a text that sound like a name, if any do."""
        count = len(name.source.split())
        enough = ALIKE if name.accepted or count == 1 else TRANSLATED
        best: tuple[float, Range] | None = None
        for first in range(len(text)):
            if not text.capital(first):
                continue
            for last in range(first + 1, min(first + count + 1, len(text)) + 1):
                window = (first, last)
                if any(overlap(window, one) for one in taken) or not text.unbroken(window):
                    break
                if not text.capital(last - 1):
                    continue
                like = self._language.similarity(name.source, text.said(window))
                if like >= enough and (best is None or like > best[0]):
                    best = like, window
        return best[1] if best else None

    def _replacement(self, name: SourceName, old: Range) -> Range | None:
        """Return what stands in the review where the words `old` of the draft stood."""
        image = self._rewording.image(old)
        if image is None:
            return None
        (first, last), alone = image
        kept = [index for index in range(first, last) if index in self._rewording.kept]
        best: tuple[float, Range] | None = None
        said = self._draft.said(old)
        for start in range(first, kept[0] + 1 if kept else last):
            for end in range(max(start, kept[-1] if kept else start) + 1, last + 1):
                window = (start, end)
                if not self._free(window) or not self._proper(name, window):
                    continue
                like = self._likeness(name, said, self._review.said(window))
                if like >= ALIKE and (best is None or like > best[0]):
                    best = like, window
        if best is not None:
            return self._whole(best[1], last)
        if self._rewording.share < LIGHT:
            return None
        return self._renamed(name, old, (first, last), kept, alone=alone)

    def _whole(self, window: Range, end: int) -> Range:
        """Return a name that ends with an adjective with its noun: Київська область."""
        first, last = window
        word = self._review.word(last - 1).lower()
        adjective = self._language.is_word(word) and not self._language.is_noun(word)
        if last < end and adjective and self._language.is_noun(self._review.word(last)):
            return (first, last + 1) if self._free((first, last + 1)) else window
        return window

    def _renamed(
        self, name: SourceName, old: Range, words: Range, kept: Sequence[int], *, alone: bool
    ) -> Range | None:
        """Return the name among words that are not like the old one: capitals, or a term as it is."""
        first, last = words
        if name.kind == "other" and name.term is not None and name.term.target[:1].islower():
            nouns = any(self._language.is_noun(self._review.word(index)) for index in range(first, last))
            return words if alone and nouns and self._free(words) else None
        capitals = [
            index
            for index in range(first, last)
            if index in kept or (self._review.capital(index) and not self._review.starts_sentence(index))
        ]
        if not capitals or not (alone or self._lone(old, words)):
            return None
        if name.kind != "organisation" and capitals != list(range(capitals[0], capitals[-1] + 1)):
            return None
        window = (capitals[0], last if alone and name.kind == "organisation" else capitals[-1] + 1)
        return self._whole(window, last) if self._free(window) else None

    def _lone(self, old: Range, words: Range) -> bool:
        """Whether the words of the draft behind `words` of the review have no capital but those of `old`."""
        image = self._rewording.image(words, back=True)
        return image is not None and not any(
            self._draft.capital(index) and not self._draft.starts_sentence(index)
            for index in range(*image[0])
            if not old[0] <= index < old[1]
        )

    def _free(self, window: Range) -> bool:
        return self._review.unbroken(window) and not any(overlap(window, one) for one in self._settled)

    def _proper(self, name: SourceName, window: Range) -> bool:
        """Whether words of the review may be a name: a capital, and not only that of a sentence."""
        first = window[0]
        if name.kind not in _KINDS_OF_NAMES and name.term is not None:
            return True
        if not self._review.capital(first) or (name.term is None and not self._review.capital(window[1] - 1)):
            return False
        word = self._review.word(first).lower()
        return (
            not self._review.starts_sentence(first)
            or not self._language.is_word(word)
            or self._language.is_noun(word)
        )

    def _likeness(self, name: SourceName, old: str, new: str) -> float:
        sound = self._language.similarity(name.source, new)
        return max(sound, fuzz.ratio(old.lower(), new.lower()) / 100)

    def _is_correction(self, name: SourceName, old: Range, new: Range) -> bool:
        """Whether the two are different names, and not one name in two cases, or the same made shorter."""
        before, after = self._draft.keys[slice(*old)], self._review.keys[slice(*new)]
        if set(before) <= set(after) or set(after) <= set(before):
            return False
        if any(letter.isdigit() for letter in "".join(after)) and not any(map(str.isdigit, name.source)):
            return False
        if any(after in other.accepted for other in self._names if other is not name or name.term):
            return False
        lemma, _ = self._language.lemma(self._draft.said(old), kind=name.kind, source=name.source)
        if after not in accepted_forms(lemma, name.kind, name.gender, self._language.code):
            return True
        # A form of both: Азовсталі is one of Азовстал too, but Азовстала is none of Азовсталь.
        lemma, sure = self._language.lemma(self._review.said(new), kind=name.kind, source=name.source)
        return sure and before not in accepted_forms(lemma, name.kind, name.gender, self._language.code)
