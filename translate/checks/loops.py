"""Has the model fallen into a loop?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from translate.checks.model import Draft, Fault
from translate.checks.registry import register
from translate.checks.words import words

# A phrase said again further on: shorter ones are the bread and butter of a language (з точки зору).
_PHRASE_CHARACTERS = 16
# Words of the longest phrase looked for right after itself; longer ones are found as phrases.
_LONGEST_LOOP = 8
# The same letters or signs four times on end; digits may (1 000 000 000).
_STUTTER = re.compile(r"([^\s\d]{1,8}?)(?: ?\1){3,}")


@register("loops", "warning")
def loops(draft: Draft) -> Iterator[Fault]:
    """A word or a phrase is repeated, and nothing is repeated in the same way in the source.

    That is the same letters or signs four times on end; a word twice with only a space between, or three
    times with any punctuation; two or more words immediately repeated; or a phrase of three words and 16
    letters that comes back later in the sentence.
    """
    if (stutter := _STUTTER.search(draft.target)) and not _STUTTER.search(draft.source):
        yield Fault(f"letters or signs repeated: “{stutter[0]}”")
        return
    target, gaps = _split(draft.target)
    if len(set(target)) == len(target):
        return
    source, source_gaps = _split(draft.source)
    if (found := _word(target, gaps)) and not _word(source, source_gaps):
        yield Fault(f"word repeated: “{found}”")
    elif (found := _again_at_once(target)) and not _again_at_once(source):
        yield Fault(f"words repeated: “{found}”")
    elif (found := _again_later(target)) and not _again_later(source, characters=0):
        yield Fault(f"phrase repeated: “{found}”")


def _split(text: str) -> tuple[list[str], list[str]]:
    """Return the words in small letters, and what stands between each and the next."""
    matches = list(words(text))
    gaps = [text[a.end() : b.start()] for a, b in pairwise(matches)]
    return [match[0].lower() for match in matches], gaps


def _word(tokens: Sequence[str], gaps: Sequence[str]) -> str:
    for i, gap in enumerate(gaps):
        if tokens[i] != tokens[i + 1] or not tokens[i].isalpha():
            continue
        if gap.isspace() or tokens[i] == (tokens[i + 2] if i + 2 < len(tokens) else ""):
            return f"{tokens[i]} {tokens[i]}"
    return ""


def _again_at_once(tokens: Sequence[str]) -> str:
    for size in range(2, min(len(tokens) // 2, _LONGEST_LOOP) + 1):
        for i in range(len(tokens) - 2 * size + 1):
            if tokens[i] == tokens[i + size] and tokens[i : i + size] == tokens[i + size : i + 2 * size]:
                return " ".join(tokens[i : i + size])
    return ""


def _again_later(tokens: Sequence[str], *, characters: int = _PHRASE_CHARACTERS) -> str:
    phrases = Counter(zip(tokens, tokens[1:], tokens[2:], strict=False))
    for phrase, count in phrases.items():
        if count > 1 and sum(map(len, phrase)) >= characters:
            return " ".join(phrase)
    return ""
