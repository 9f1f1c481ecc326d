"""Texts too long for a model, cut where a reader would pause, so that nothing is ever cut off.

In order of preference: the end of a sentence or `;`, then `:` and dashes, then commas, brackets and
conjunctions, then any space; inside a word only when the word alone is too long. Annotations
(`｟source￨target｠`) are never cut.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

# An annotation longer than this is no annotation but stray marks in a hostile text.
ANNOTATION = re.compile(r"｟[^｟￨｠]{1,300}￨[^｟￨｠]{1,300}｠")
_CONJUNCTIONS = {
    "en": "and but or nor yet so because although though while whereas which who whose where when if unless "
    "since until before after that as",
    "uk": "і й та але а або чи бо тому хоча якщо коли який яка яке які де що щоб",
}
# What belongs to the word behind it: an article, a preposition, a title, an initial.
_BINDING = {
    "en": "a an the of in on at to for from by with into near under over between his her its their my our "
    "your this these those no not mr. mrs. ms. dr. prof. gen. col. lt. capt. sgt. st. no. mr mrs ms dr st",
    "uk": "в у на до з із зі від для при про під над без за о об та не ні його її їх наш ваш свій пан пані",
}
_INITIAL = re.compile(r"(?<!\w)\w\.$")
_SPACE = re.compile(r"\s+")
_BRACKET = re.compile(r"\s(?=[(\[])|(?<=[)\]])\s")
# (what stands before the space, how good a place it is); one half of a text is worth 2 points.
_AFTER = (
    (re.compile(r"(?:[!?]|\w{4,}\.)[\"')\]»”]*$"), 4.0),
    (re.compile(r";$"), 4.0),
    (re.compile(r"(?::|\s[—–-]|—)$"), 3.0),
    (re.compile(r",[\"'»”]*$"), 2.0),
)
_COARSE = 1_000  # characters; a line of megabytes is cut into blocks of this size first


def split_long(text: str, count: Callable[[str], int], limit: int, language: str = "") -> list[str]:
    """Return parts of at most `limit` pieces each; joined they give the text back exactly.

    `count` tells the pieces of a text. The white space at a cut stays at the end of the part before it.
    Only an annotation that alone exceeds the limit makes a longer part.
    """
    return [part for block in _coarse(text) for part in _divided(block, count, limit, language)]


def halve(text: str, language: str = "") -> list[str]:
    """Return the text in two parts, cut at the best place near the middle, or whole if there is none.

    >>> halve("He left; she stayed.", "en")
    ['He left; ', 'she stayed.']
    """
    cut = _best_cut(text, language) or _hard_cut(text)
    return [text[:cut], text[cut:]] if cut else [text]


def _divided(text: str, count: Callable[[str], int], limit: int, language: str) -> Iterator[str]:
    if count(text) <= limit:
        yield text
        return
    parts = halve(text, language)
    if len(parts) == 1:
        yield text
        return
    for part in parts:
        yield from _divided(part, count, limit, language)


def _coarse(text: str) -> Iterator[str]:
    start = 0
    while len(text) - start > 2 * _COARSE:
        window = text[start : start + 2 * _COARSE]
        cut = max((at for at in _spaces(window) if at <= _COARSE), default=0) or _hard_cut(window)
        cut = cut or len(window)
        yield text[start : start + cut]
        start += cut
    if start < len(text):
        yield text[start:]


def _spaces(text: str) -> list[int]:
    """Return the offsets after white space, outside annotations and the ends of the text."""
    inside = [match.span() for match in ANNOTATION.finditer(text)]
    first = len(text) - len(text.lstrip())
    ends = (match.end() for match in _SPACE.finditer(text))
    return [at for at in ends if first < at < len(text) and not _within(at, inside)]


def _within(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start < at < end for start, end in spans)


def _best_cut(text: str, language: str) -> int:
    half = len(text) / 2

    def cost(at: int) -> float:
        distance = abs(at - half) / half
        # A part of a few words has no context to be translated by.
        penalty = 10.0 if distance > 0.8 else 0.0
        return 2 * distance + penalty - _strength(text, at, language)

    return min(_spaces(text), key=cost, default=0)


def _strength(text: str, at: int, language: str) -> float:
    """Return how well the text can be cut at this offset, which follows white space."""
    before = text[max(0, at - 24) : at].rstrip()
    score = next((points for pattern, points in _AFTER if pattern.search(before)), 0.0)
    if not score and _BRACKET.match(text, at - 1):
        score = 1.5
    word = text[at : at + 16].split(" ", 1)[0].lower()
    if word in _CONJUNCTIONS.get(language, "").split():
        score += 0.5 if score else 1.0
    last = before.rpartition(" ")[2]
    if last.lower() in _BINDING.get(language, "").split() or _INITIAL.search(last):
        score -= 2.0
    elif last[:1].isupper() and text[at : at + 1].isupper():
        # Two capitalised words in a row may be one name.
        score -= 1.0
    return score


def _hard_cut(text: str) -> int:
    """Return an offset near the middle that parts no character from its accents; 0 when there is none."""
    inside = [match.span() for match in ANNOTATION.finditer(text)]
    middle = len(text) // 2
    candidates = sorted(range(1, len(text)), key=lambda at: abs(at - middle))
    for at in candidates:
        joined = unicodedata.combining(text[at]) or "\u200d" in text[at - 1 : at + 1]
        if not joined and not _within(at, inside):
            return at
    return 0
