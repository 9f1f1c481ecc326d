"""Has the model fallen into a loop?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from operator import eq

from translate.checks.model import Draft, Fault, Fix, Place
from translate.checks.registry import register
from translate.checks.words import WORD, words

# A phrase said again further on: shorter ones are the bread and butter of a language (з точки зору).
_PHRASE_CHARACTERS = 16
# Words of the longest phrase looked for right after itself; longer ones are found as phrases.
_LONGEST_LOOP = 8
# The same letters or signs four times on end; digits may (1 000 000 000).
_STUTTER = re.compile(r"([^\s\d]{1,8}?)(?: ?\1){3,}")
# How many letters to move a text by to find that, and how many are equal then: what comes again after 3 does
# so after 6, what comes again after 4 after 8.
_MOVES = [
    (8 * letters, bytes(equal)) for letters, equal in ((1, 3), (2, 6), (5, 15), (6, 6), (7, 21), (8, 8))
]


@register("loops", "warning")
def loops(draft: Draft) -> Iterator[Fault]:
    """A word or a phrase is repeated, and nothing is repeated in the same way in the source.

    That is the same letters or signs four times on end; a word twice with only a space between, or three
    times with any punctuation; two or more words immediately repeated; or a phrase of three words and 16
    letters that comes back later in the sentence.
    """
    if (stutter := _stutter(draft.target)) and not _stutter(draft.source):
        yield Fault(f"letters or signs repeated: “{stutter[0]}”", target=stutter.span())
        return
    if not _may_repeat(draft.target):
        return
    target = _Words.of(draft.target)
    word, at_once, later = _word(target), _again_at_once(target), _again_later(target)
    if not (word or at_once or later):
        return
    source = _Words.of(draft.source)
    if word and not _word(source):
        yield _fault("word", draft, target, *word)
    elif at_once and not _again_at_once(source):
        yield _fault("words", draft, target, *at_once)
    elif later and not _again_later(source, characters=0):
        at, size = later
        yield Fault(f"phrase repeated: “{target.said(at, size)}”", target=target.place(at, size))


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text in small letters, their places, and what stands between each and the next."""

    tokens: list[str]
    places: list[Place]
    gaps: list[str]

    @classmethod
    def of(cls, text: str) -> _Words:
        matches = list(words(text))
        gaps = [text[a.end() : b.start()] for a, b in pairwise(matches)]
        return cls([match[0].lower() for match in matches], [match.span() for match in matches], gaps)

    def said(self, at: int, size: int) -> str:
        return " ".join(self.tokens[at : at + size])

    def place(self, at: int, size: int) -> Place:
        return self.places[at][0], self.places[at + size - 1][1]


def _stutter(text: str) -> re.Match[str] | None:
    """Return the first stutter; the slow pattern looks only at what may hold one.

    Where some letters stand four times on end, the text equals itself moved by as many, for the length of
    three: one byte of each character as one number, and the same moved, have zeros there after an exclusive
    or.
    """
    packed = text.replace(" ", "").encode("utf-32-le", "surrogatepass")[::4]
    size, number = len(packed), int.from_bytes(packed, "little")
    for bits, equal in _MOVES:
        if equal in (number ^ number >> bits).to_bytes(size, "little"):
            return _STUTTER.search(text)
    return None


def _may_repeat(text: str) -> bool:
    """Say whether a word follows itself or two words in a row come again, as in every fault of words."""
    tokens = WORD.findall(text.lower())
    if len(set(tokens)) == len(tokens):
        return False
    pairs = list(pairwise(tokens))
    return len(set(pairs)) < len(pairs) or any(map(eq, tokens, tokens[1:]))


def _fault(what: str, draft: Draft, target: _Words, at: int, size: int) -> Fault:
    """Return the fault of `size` words that come again at once, perhaps more than once."""
    end = at + 2 * size
    said = target.said(at, 2 * size if what == "word" else size)
    while target.tokens[end : end + size] == target.tokens[at : at + size]:
        end += size
    start, stop = target.place(at, size)[1], target.places[end - 1][1]
    # With punctuation between them, or a code, somebody has to say what was meant.
    plain = all(gap.isspace() for gap in target.gaps[at : end - 1]) and not any(
        start < code.position < stop or (code.position == start and code.kind != "close")
        for code in draft.target_codes
    )
    fix = Fix(start, stop, "") if plain else None
    return Fault(f"{what} repeated: “{said}”", target=target.place(at, end - at), fix=fix)


def _word(text: _Words) -> tuple[int, int] | None:
    tokens = text.tokens
    for i, gap in enumerate(text.gaps):
        if tokens[i] != tokens[i + 1] or not tokens[i].isalpha():
            continue
        if gap.isspace() or tokens[i] == (tokens[i + 2] if i + 2 < len(tokens) else ""):
            return i, 1
    return None


def _again_at_once(text: _Words) -> tuple[int, int] | None:
    tokens = text.tokens
    for size in range(2, min(len(tokens) // 2, _LONGEST_LOOP) + 1):
        for i in range(len(tokens) - 2 * size + 1):
            if tokens[i] == tokens[i + size] and tokens[i : i + size] == tokens[i + size : i + 2 * size]:
                return i, size
    return None


def _again_later(text: _Words, *, characters: int = _PHRASE_CHARACTERS) -> tuple[int, int] | None:
    """Return the index and the number of words of a phrase where it stands for the second time."""
    seen: set[tuple[str, ...]] = set()
    for i, phrase in enumerate(zip(text.tokens, text.tokens[1:], text.tokens[2:], strict=False)):
        if phrase in seen and sum(map(len, phrase)) >= characters:
            return i, 3
        seen.add(phrase)
    return None
