"""Target-lemma annotations for training: `The mayor of ｟Irpin￨Ірпінь｠ said` → `Мер Ірпеня сказав`.

A name, noun phrase or figure of the source is chosen whose translation is known from the word alignment, and
gets the dictionary form of that translation beside it. The target keeps the inflected form, so the model
learns to inflect what it is given, as `translate.protection` will give it glossary terms and figures.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from training.align import Links, tokens
from training.corpus import MARKS
from translate import languages
from translate.engine import normalise
from translate.figures import annotatable, recognise, render, same

_LONGEST = 3
# How often a candidate is annotated: names and figures nearly always, as in use; phrases more rarely.
_SHARES = {"name": 0.85, "figure": 0.85, "phrase": 0.25}
_UKRAINIAN_WORD = re.compile(r"[А-ЩЬЮЯЄІЇҐа-щьюяєіїґ]+(?:['\-][А-ЩЬЮЯЄІЇҐа-щьюяєіїґ]+)*")
# `106-метрова` has an ending of its own and is nothing to copy.
_IN_DIGITS = re.compile(r"^(?!.*\d-?[^\W\d_]).*\d")
_STOP_WORDS = """
a about after all also am an and any are as at be been before but by can could did do does for from had has
have he her him his how i if in into is it its just may me might more most must my no not of on one or our
shall she should so some such than that the their them then there these they this those to us very was we
were what when where which who whom whose why will with would you your
"""
_FUNCTION_WORDS = frozenset(_STOP_WORDS.split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch `source[start:end]` that may be annotated: `kind` is name, figure or phrase, `form` how the
    target has it, which for figures is also how they are annotated."""

    start: int
    end: int
    kind: str
    form: str


def annotate(source: str, target: str, links: Links, rng: random.Random) -> str | None:
    """Return the normalised `source` with annotations, or None when there is nothing to annotate.

    `links` join the indices of `tokens(source)` and `tokens(target)`.
    """
    chosen: list[tuple[Candidate, str]] = []
    found = candidates(source, target, links)
    rng.shuffle(found)
    # Longer names first: the first name is not to be annotated without the surname beside it.
    found.sort(key=lambda candidate: candidate.start - candidate.end if candidate.kind == "name" else 0)
    asked = [candidate for candidate in found if rng.random() < _SHARES[candidate.kind]]
    for candidate in asked or found[:1]:
        if any(candidate.start < other.end and other.start < candidate.end for other, _ in chosen):
            continue
        if lemma := candidate.form if candidate.kind == "figure" else _lemma(candidate, source):
            chosen.append((candidate, lemma))
    if not chosen:
        return None
    for candidate, lemma in sorted(chosen, key=lambda each: each[0].start, reverse=True):
        text = source[candidate.start : candidate.end]
        annotated = f"{MARKS[0]}{text}{MARKS[1]}{lemma}{MARKS[2]}"
        source = source[: candidate.start] + annotated + source[candidate.end :]
    return source


def candidates(source: str, target: str, links: Links) -> list[Candidate]:
    """Return what may be annotated, overlapping candidates included."""
    figures = _figures(source, target)
    taken = [(figure.start, figure.end) for figure in recognise(source, "en")]
    words, theirs = tokens(source), tokens(target)
    found: list[Candidate] = []
    for first, last, a, b in _spans(len(words), links):
        start, end = words[first].start(), words[last].end()
        if any(start < until and since < end for since, until in taken):
            continue
        said = [word.group() for word in words[first : last + 1]]
        form = [word.group() for word in theirs[a : b + 1]]
        if target[theirs[a].start() : theirs[b].end()] != " ".join(form):
            continue
        if kind := _kind(said, form, opens=first == 0):
            found.append(Candidate(start, end, kind, " ".join(form)))
    return figures + found


def _figures(source: str, target: str) -> list[Candidate]:
    """Return the figures that the target writes as the tool would render them, or in digits of its own."""
    theirs = recognise(target, "uk")
    found: list[Candidate] = []
    for figure in recognise(source, "en"):
        if not annotatable(figure):
            continue
        rendered = normalise(render(figure, "uk"))
        equals = [normalise(other.text) for other in theirs if same(figure, other)]
        if rendered in equals:
            form = rendered
        else:
            form = next((text for text in equals if _IN_DIGITS.search(text)), "")
        if form:
            found.append(Candidate(figure.start, figure.end, "figure", form))
    return found


def _spans(length: int, links: Links) -> list[tuple[int, int, int, int]]:
    """Return (first, last, a, b): source tokens that are linked to target tokens a to b and to no others."""
    there: dict[int, set[int]] = {}
    back: dict[int, set[int]] = {}
    for i, j in links:
        there.setdefault(i, set()).add(j)
        back.setdefault(j, set()).add(i)
    found: list[tuple[int, int, int, int]] = []
    for first in range(length):
        for last in range(first, min(first + _LONGEST, length)):
            inside = set().union(*(there.get(i, set()) for i in range(first, last + 1)))
            if first not in there or last not in there:
                continue
            a, b = min(inside), max(inside)
            returned = set().union(*(back.get(j, set()) for j in range(a, b + 1)))
            if b - a < _LONGEST and min(returned) >= first and max(returned) <= last:
                found.append((first, last, a, b))
    return found


def _kind(said: Sequence[str], form: Sequence[str], *, opens: bool) -> str:
    """Return name or phrase, or "" for what is neither."""
    if not all(map(_UKRAINIAN_WORD.fullmatch, form)):
        return ""
    if any(word.lower() in _FUNCTION_WORDS or not word[0].isalpha() for word in (said[0], said[-1])):
        return ""
    if all(word[0].isupper() for word in (*said, *form)) and not (opens and len(said) == 1):
        return "name"
    return "phrase" if said[-1].islower() and _is_noun_phrase(form) else ""


def _is_noun_phrase(form: Sequence[str]) -> bool:
    language = languages.get("uk")
    typeset = [word.replace("'", "’") for word in form]
    return (
        form[-1].islower()
        and len(form[-1]) > 2
        and language.is_noun(typeset[-1])
        and all(language.word_cases(word) for word in typeset)
        and not any(language.is_verb(word) or language.preposition_cases(word.lower()) for word in typeset)
    )


def _lemma(candidate: Candidate, source: str) -> str | None:
    return _sure_lemma(candidate.form, source[candidate.start : candidate.end], candidate.kind)


@lru_cache(maxsize=1 << 18)
def _sure_lemma(form: str, source: str, kind: str) -> str | None:
    """Return the dictionary form of a phrase or name, or None where it is not sure."""
    language = languages.get("uk")
    typeset = form.replace("'", "’")  # dictionaries spell it so; the models read straight apostrophes
    words = typeset.split()
    if kind == "phrase" or all(map(language.is_word, words)):
        kinds = ["other"]
    elif len(words) > 1:
        kinds = ["person"]
    else:
        kinds = ["person", "place", "other"]
    answers = [language.lemma(typeset, kind=each, source=source) for each in kinds]
    lemmas = {lemma for lemma, sure in answers if sure}
    if len(lemmas) != 1:
        return None
    lemma = lemmas.pop()
    known = any(typeset in language.paradigm(lemma, kind=each).all for each in kinds)
    return normalise(lemma) if known else None
