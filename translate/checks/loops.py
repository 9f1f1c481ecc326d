"""Has the model fallen into a loop?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
# Nearly every target is a text of this code page, and its bytes are looked at much faster than its letters.
_CODE_PAGE = "cp1251"
# Other bytes for the same letters, so that the difference of two letters has no zeros in common places.
_SPREAD = bytes(167 * byte % 256 for byte in range(256))
_LETTERS = [bytes([byte]).decode(_CODE_PAGE, "replace") for byte in range(256)]
# Small letters, and a space for whatever is in no word.
_FOLDED = bytes(
    letter.lower().encode(_CODE_PAGE)[0] if WORD.fullmatch(letter) else ord(" ") for letter in _LETTERS
)


@register("loops", "warning")
def loops(draft: Draft) -> Iterator[Fault]:
    """A word or a phrase is repeated, and nothing is repeated in the same way in the source.

    That is the same letters or signs four times on end; a word twice with only a space between, or three
    times with any punctuation; two or more words immediately repeated; or a phrase of three words and 16
    letters that comes back later in the sentence.
    """
    try:
        packed = draft.target.encode(_CODE_PAGE)
    except UnicodeEncodeError:
        packed = None
    if _may_stutter(draft.target, packed):
        stutter = _STUTTER.search(draft.target)
        if stutter and not _STUTTER.search(draft.source):
            yield Fault(f"letters or signs repeated: “{stutter[0]}”", target=stutter.span())
            return
    if not _may_repeat(draft.target, packed):
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


def _may_stutter(text: str, packed: bytes | None) -> bool:
    """Say whether a text may hold a stutter; the pattern, which is slow, looks at these alone.

    Where up to eight letters stand four times on end, the text equals itself moved by as many, for the length
    of three: the exclusive or of the text as a number, a byte for a letter, and the same moved has zeros
    there. Several moves are looked at together: the zeros of each are zeros of the bitwise and.
    """
    if packed is None:
        packed = text.replace(" ", "").encode("utf-32-le", "surrogatepass")[::4]
        packed = packed.translate(_SPREAD)
    else:
        packed = packed.translate(_SPREAD, b" ")
    n, size = int.from_bytes(packed, "little"), len(packed)
    # The shortest stutters are those of 1, 2, 4 and 7 letters: 3, 6, 12 and 21 are equal.
    return (
        bytes(3) in (n ^ n >> 8).to_bytes(size, "little")
        or bytes(6) in ((n ^ n >> 16) & (n ^ n >> 24)).to_bytes(size, "little")
        or bytes(12) in ((n ^ n >> 32) & (n ^ n >> 40) & (n ^ n >> 48)).to_bytes(size, "little")
        or bytes(21) in ((n ^ n >> 56) & (n ^ n >> 64)).to_bytes(size, "little")
    )


def _may_repeat(text: str, packed: bytes | None) -> bool:
    """Say whether a word follows itself or two words in a row come again, as in every fault of words.

    What stands between the words, and the parts of a word with a hyphen, make no difference here.
    """
    tokens: Sequence[str | bytes]
    tokens = WORD.findall(text.lower()) if packed is None else packed.translate(_FOLDED).split()
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
