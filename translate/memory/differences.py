"""Where two sources differ, as far as names and figures are concerned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from translate.glossary.english import ORDINARY
from translate.memory.similarity import fold
from translate.protection import Protected, Span

_WORD = re.compile(r"[^\W_]+(?:['’ʼ.-][^\W_]+)*")
_OPENING = re.compile(r"(?:^|[.!?:…]\s|\n)[\s\"'“”„«‘’(\[*•–—-]*$")
# With a capital at the start of a sentence these are no names.
_COMMON_ENDING = re.compile(r".+(?:ing|ly|tions?|ments?|ness)")


@dataclass(frozen=True, slots=True)
class Part:
    """A word or a protected span of a source, at `source[start:end]`; equal `key`s say the same."""

    start: int
    end: int
    key: tuple[object, ...]
    span: Span | None = None
    is_name: bool = False

    @property
    def matters(self) -> bool:
        """Whether it is a figure, a name or anything else that must not be wrong."""
        return self.is_name or self.span is not None


Difference = tuple[tuple[Part, ...], tuple[Part, ...]]


def parts(protected: Protected) -> tuple[Part, ...]:
    """Return the spans of a source and the words between them, in order."""
    result: list[Part] = []
    position = 0
    for span in protected.spans:
        result += _words(protected.source, position, span.start)
        position = span.end
        if span.kind == "name":
            # Where no glossary knows a name it may be one here and words there.
            inside = _words(protected.source, span.start, span.end)
            result += (replace(word, is_name=True) for word in inside)
        else:
            result.append(Part(span.start, span.end, _key(span), span))
    return (*result, *_words(protected.source, position, len(protected.source)))


def differences(old: tuple[Part, ...], new: tuple[Part, ...]) -> list[Difference]:
    """Return the stretches in which two sources differ, in order; either side of one may be empty."""
    matcher = SequenceMatcher(None, [part.key for part in old], [part.key for part in new], autojunk=False)
    return [(old[a:b], new[c:d]) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]


def substitutions(old: Protected, new: Protected) -> list[tuple[Span, Span]] | None:
    """Return the figures and glossary names of `old` that others stand for in `new`, in order.

    None when anything else differs, but for white space, case and the shape of quotation marks, or when a
    figure or name that changes stands there twice and does not change alike.
    """
    own, others = parts(old), parts(new)
    if len(own) != len(others):
        return None
    pairs = [(a, b) for a, b in zip(own, others, strict=True) if a.key != b.key]
    spans = [(a.span, b.span) for a, b in pairs if a.span and b.span and _replaceable(a.span, b.span)]
    if len(spans) != len(pairs) or _frame(old, [a for a, _ in pairs]) != _frame(new, [b for _, b in pairs]):
        return None
    becomes = {a.key: b.key for a, b in pairs}
    if any(becomes[a.key] != b.key for a, b in pairs):
        return None
    changed = [part for part in own if part.key in becomes]
    return spans if len(changed) == len(pairs) else None


def _words(source: str, start: int, end: int) -> Iterator[Part]:
    for match in _WORD.finditer(source, start, end):
        word = match.group()
        yield Part(*match.span(), ("word", fold(word)), None, _is_name(word, source[: match.start()]))


def _is_name(word: str, before: str) -> bool:
    """Whether a word that no span covers may be a part of a name or of a figure."""
    if any(map(str.isdigit, word)):
        return True
    if not any(map(str.isupper, word)) or word == "I":
        return False
    if not _OPENING.search(before) or any(map(str.isupper, word[1:])):
        return True
    lower = word.lower()
    return lower not in ORDINARY and _COMMON_ENDING.fullmatch(lower) is None


def _key(span: Span) -> tuple[object, ...]:
    if span.figure is not None:
        figure = span.figure
        text = figure.text if figure.kind == "designation" else ""
        return ("figure", figure.kind, figure.values, figure.unit, text)
    if span.term is not None:
        return ("term", span.target, span.possessive)
    return (span.kind, span.text)


def _replaceable(old: Span, new: Span) -> bool:
    """Whether a span may stand for another: figures of one kind and unit, names of one kind, addresses."""
    if old.figure is not None and new.figure is not None:
        plain = not old.converted and not new.converted
        return plain and (old.figure.kind, old.figure.unit) == (new.figure.kind, new.figure.unit)
    if old.term is not None and new.term is not None:
        return old.possessive == new.possessive and old.term.kind == new.term.kind
    return old.kind == new.kind == "copy"


def _frame(protected: Protected, gone: list[Part]) -> str:
    """Return the folded source without the parts that differ."""
    source = protected.source
    for part in reversed(gone):
        source = f"{source[: part.start]}\N{OBJECT REPLACEMENT CHARACTER}{source[part.end :]}"
    return fold(source)
