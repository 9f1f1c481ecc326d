"""What a reviewer did to a draft, word by word: which words stayed, and what stands where others stood."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

Range = tuple[int, int]
"""Words from the first to before the second."""

_WORD = re.compile(r"[^\W_]+(?:[’'ʼ‘`\-‑][^\W_]+)*")
_SAME = str.maketrans("'ʼ‘`‑", "’’’’-")
# What may stand between two words of one name.
_INSIDE_NAME = re.compile(r"\.?[ \u00a0\u202f]*[«„“\"]?|[”»\"]?[ \u00a0\u202f]+")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:;][»”\"“]?|[\"«»„“”(\[—–])\s*$")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text with their places; `keys` are the words as they are compared."""

    text: str
    places: tuple[Range, ...]
    keys: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Words:
        """Split a text; hyphens and apostrophes inside a word belong to it, other marks to no word."""
        places = tuple(match.span() for match in _WORD.finditer(text))
        return cls(text, places, tuple(folded(text[start:end]) for start, end in places))

    def __len__(self) -> int:
        return len(self.places)

    def said(self, words: Range) -> str:
        """Return the text from the first to the last word of a range, with a quotation that it closes."""
        first, last = words
        start, end = self.places[first][0], self.places[last - 1][1]
        text = self.text[start:end]
        for opening, closing in ("«»", "„“", "“”"):
            if text.count(opening) > text.count(closing) and self.text[end : end + 1] == closing:
                return text + closing
            if text.count(closing) > text.count(opening) and self.text[start - 1 : start] == opening:
                return opening + text
        return text

    def word(self, index: int) -> str:
        """Return a word as it is written."""
        start, end = self.places[index]
        return self.text[start:end]

    def capital(self, index: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.word(index)[0].isupper()

    def starts_sentence(self, index: int) -> bool:
        """Whether a word has its capital from where it stands: behind a full stop, dash, quotation mark."""
        start = self.places[index][0]
        return bool(_SENTENCE_START.search(self.text, max(start - 16, 0), start))

    def unbroken(self, words: Range) -> bool:
        """Whether nothing but spaces and quotation marks parts the words of a range."""
        first, last = words
        return all(
            _INSIDE_NAME.fullmatch(self.text, self.places[index][1], self.places[index + 1][0])
            for index in range(first, last - 1)
        )

    def find(self, forms: Collection[tuple[str, ...]], taken: Sequence[Range] = ()) -> Iterator[Range]:
        """Yield where one of `forms` (keys) stands outside `taken`, the longest first, in order."""
        lengths = sorted({len(form) for form in forms}, reverse=True)
        first = 0
        while first < len(self):
            for length in lengths:
                found = (first, first + length)
                if self.keys[first : first + length] in forms and not any(
                    overlap(found, one) for one in taken
                ):
                    yield found
                    first += length - 1
                    break
            first += 1


class Rewording:
    """A draft and its review, aligned."""

    def __init__(self, draft: Words, review: Words) -> None:
        """Align the words of the two texts; capitals and the kind of apostrophe make no difference."""
        self.draft = draft
        self.review = review
        matcher = SequenceMatcher(None, draft.keys, review.keys, autojunk=False)
        self._steps = matcher.get_opcodes()
        self.kept = frozenset(
            index for step, _, _, start, end in self._steps if step == "equal" for index in range(start, end)
        )
        """The words of the review that the draft had in the same order."""
        self.share = 2 * len(self.kept) / max(len(draft) + len(review), 1)
        """How much of both texts that is, 0 to 1."""

    def image(self, words: Range, *, back: bool = False) -> tuple[Range, bool] | None:
        """Return what stands in the review where a range of the draft's words stood; `back` the reverse.

        None when it was taken out. The flag says that nothing outside the range was replaced with it.
        """
        first, last = words
        found: list[Range] = []
        alone = True
        for step, a, b, c, d in self._steps:
            if back:
                a, b, c, d = c, d, a, b
            if b <= first or a >= last:
                continue
            if step == "equal":
                found.append((c + max(first, a) - a, c + min(last, b) - a))
            elif c < d:
                found.append((c, d))
                alone = alone and first <= a and b <= last
        return ((found[0][0], found[-1][1]), alone) if found else None


def folded(word: str) -> str:
    """Return a word as words are compared: lower-case, one apostrophe, one hyphen."""
    return word.translate(_SAME).casefold()


def forms_of(phrases: Collection[str]) -> frozenset[tuple[str, ...]]:
    """Return phrases as `Words.find` looks for them."""
    return frozenset(form for form in (Words.of(phrase).keys for phrase in phrases) if form)


def overlap(words: Range, other: Range) -> bool:
    """Whether two ranges share a word."""
    return words[0] < other[1] and other[0] < words[1]
