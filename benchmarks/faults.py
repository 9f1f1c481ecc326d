"""Faults put into good translations, one of each kind, for `benchmarks.checks`.

Where a fault needs something that a pair lacks (an address, a bracket, a code), both sides get it first, so
that the pair without the fault is as good as it was. `OPEN` and `CLOSE` are the two ends of an inline code.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from translate.checks.words import occurrences
from translate.languages.uk.typography import quotation_marks

OPEN, CLOSE = "\ue000", "\ue001"

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Sample:
    """A good pair; `accepted` has, for each glossary term of the source, the forms of its translation."""

    source: str
    target: str
    accepted: tuple[frozenset[str], ...] = ()


Maker = Callable[[Sample, random.Random], "tuple[Pair, Pair] | None"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fault, the checks that are to find it, and the filters of pofilter that should."""

    name: str
    checks: tuple[str, ...]
    filters: tuple[str, ...]
    make: Maker


def seeded(kind: Kind, samples: list[Sample]) -> list[tuple[Pair, Pair]]:
    """Return each pair that can have the fault, without it and with it; the same on every call."""
    made = (kind.make(sample, random.Random(f"{kind.name} {at}")) for at, sample in enumerate(samples))
    return [pairs for pairs in made if pairs is not None and pairs[0] != pairs[1]]


def _in_target(change: Callable[[str, random.Random], str | None]) -> Maker:
    """A fault that only the target decides on."""

    def make(sample: Sample, draw: random.Random) -> tuple[Pair, Pair] | None:
        changed = change(sample.target, draw)
        return None if changed is None else ((sample.source, sample.target), (sample.source, changed))

    return make


def _figure(change: Callable[[str], str]) -> Maker:
    """A fault in the first figure that both sides write alike."""

    def make(sample: Sample, _: random.Random) -> tuple[Pair, Pair] | None:
        for match in re.finditer(r"(?<![\w.,-])\d+(?![\w.,-]*\w)", sample.target):
            if re.search(rf"(?<![\w.,-]){match[0]}(?![\w.,-]*\w)", sample.source):
                target = sample.target[: match.start()] + change(match[0]) + sample.target[match.end() :]
                return (sample.source, sample.target), (sample.source, re.sub(r"(?<=\S) +", " ", target))
        return None

    return make


def _added(source: str, target: str, wrong: str) -> Maker:
    """A fault in something that both sides get before their last mark."""

    def make(sample: Sample, _: random.Random) -> tuple[Pair, Pair] | None:
        if sample.source[-1] != "." or sample.target[-1] != ".":
            return None
        with_source = f"{sample.source[:-1]} {source}."
        return (with_source, f"{sample.target[:-1]} {target}."), (
            with_source,
            f"{sample.target[:-1]} {wrong}.",
        )

    return make


def _wrapped(opening: str, closing: str) -> Maker:
    """A code, or what is spelt as one, around the first word of both sides, whose end the target loses."""

    def make(sample: Sample, _: random.Random) -> tuple[Pair, Pair] | None:
        source, target = (text.split(" ", 1) for text in (sample.source, sample.target))
        if len(source) < 2 or len(target) < 2:
            return None
        good_source = f"{opening}{source[0]}{closing} {source[1]}"
        return (good_source, f"{opening}{target[0]}{closing} {target[1]}"), (good_source, sample.target)

    return make


def _one_of(pattern: str, change: Callable[[re.Match[str]], str]) -> Maker:
    """A fault in one place that a pattern finds, drawn by lot."""

    def in_target(target: str, draw: random.Random) -> str | None:
        found = list(re.finditer(pattern, target))
        if not found:
            return None
        match = draw.choice(found)
        return target[: match.start()] + change(match) + target[match.end() :]

    return _in_target(in_target)


_LATIN = dict(zip("аеіосрх", "aeiocpx", strict=True))
_DAYS = {
    "понеділок": "вівторок",
    "вівторок": "четвер",
    "середу": "суботу",
    "четвер": "вівторок",
    "п'ятницю": "середу",
    "п’ятницю": "середу",
    "суботу": "неділю",
    "неділю": "суботу",
}
_DENIES = re.compile(r"\b(?:not|never|no|n[’']t|nobody|nothing|without)\b|n[’']t\b", re.IGNORECASE)
_DENIAL = re.compile(r"\b(?:не|ні|без|жод|нем|відмов|заборон|запереч)", re.IGNORECASE)


def _negation(sample: Sample, _: random.Random) -> tuple[Pair, Pair] | None:
    target = sample.target
    if not _DENIES.search(sample.source) or " не " not in target or len(_DENIAL.findall(target)) != 1:
        return None
    return (sample.source, target), (sample.source, target.replace(" не ", " "))


def _term(sample: Sample, _: random.Random) -> tuple[Pair, Pair] | None:
    for forms in sample.accepted:
        places = occurrences(sample.target, forms)
        if len(places) == 1:
            (start, end), target = places[0], sample.target
            return (sample.source, target), (
                sample.source,
                f"{target[:start].rstrip()}{target[end:]}".strip(),
            )
    return None


def _quoted(change: Callable[[str], str]) -> Maker:
    def make(sample: Sample, _: random.Random) -> tuple[Pair, Pair] | None:
        good = quotation_marks(sample.target)
        return ((sample.source, good), (sample.source, change(good))) if "«" in good and "»" in good else None

    return make


def _capitals(sample: Sample, _: random.Random) -> tuple[Pair, Pair] | None:
    source, target = sample.source.upper(), sample.target
    return (source, target.upper()), (source, target)


def _small(target: str, _: random.Random) -> str | None:
    return target[0].lower() + target[1:] if target[:1].isupper() and target[1:2].islower() else None


def _left(sample: Sample, draw: random.Random) -> tuple[Pair, Pair] | None:
    words = re.findall(r"(?<![\w’'-])[a-z]{4,}(?![\w’'-])", sample.source)
    places = list(re.finditer(r"(?<![\w’'-])[а-яіїєґ]{4,}(?![\w’'-])", sample.target))
    if not words or not places:
        return None
    at = draw.choice(places)
    target = f"{sample.target[: at.start()]}{draw.choice(words)}{sample.target[at.end() :]}"
    return (sample.source, sample.target), (sample.source, target)


def _same(sample: Sample, _: random.Random) -> tuple[Pair, Pair]:
    return (sample.source, sample.target), (sample.source, sample.source)


def _again(target: str, _: random.Random) -> str | None:
    words = target.rstrip(".").split(" ")
    return " ".join([*words, *words[-3:]]) + "." if len(words) > 5 and target.endswith(".") else None


def _half(target: str, _: random.Random) -> str:
    words = target.split(" ")
    return " ".join(words[: len(words) // 2]).rstrip(" ,;:—") + "."


def _without_stop(target: str, _: random.Random) -> str | None:
    return target[:-1] if re.search(r"[^\W\d]{4}\.$", target) else None


_INNER_WORD = r"(?<= )[а-яіїєґ]{4,}(?= )"

KINDS = (
    Kind(
        "wrong figure",
        ("figures", "dates"),
        ("numbers",),
        _figure(lambda n: n[:-1] + str((int(n[-1]) + 1) % 10)),
    ),
    Kind("figure missing", ("figures", "dates"), ("numbers",), _figure(lambda _: "")),
    Kind("figure ten times too large", ("figures", "dates"), ("numbers",), _figure(lambda n: f"{n}0")),
    Kind("another weekday", ("dates",), (), _one_of(rf"\b(?:{'|'.join(_DAYS)})\b", lambda m: _DAYS[m[0]])),
    Kind("glossary term missing", ("terms",), (), _term),
    Kind("negation lost", ("negation",), (), _negation),
    Kind("end of a bracket lost", ("brackets",), ("brackets",), _added("(BBC)", "(BBC)", "(BBC")),
    Kind("both brackets lost", ("brackets",), ("brackets",), _added("(BBC)", "(BBC)", "BBC")),
    Kind(
        "address lost",
        ("copied",),
        ("urls",),
        _added("at https://un.org/uk", "на https://un.org/uk", "на сайті"),
    ),
    Kind(
        "address changed",
        ("copied",),
        ("urls",),
        _added("at https://un.org/uk", "на https://un.org/uk", "на https://un.org/ua"),
    ),
    Kind(
        "e-mail changed", ("copied",), ("emails",), _added("at a@un.org", "на a@un.org", "на \u0430@un.org")
    ),
    Kind("inline code lost", ("codes",), ("xmltags",), _wrapped(OPEN, CLOSE)),
    Kind("tag lost that is text", ("codes",), ("xmltags",), _wrapped("<b>", "</b>")),
    Kind(
        "Latin letter in a word",
        ("lookalikes",),
        (),
        _one_of("(?<=[а-яіїєґ])[аеіосрх](?=[а-яіїєґ])", lambda m: _LATIN[m[0]]),
    ),
    Kind("Russian letter", ("letters",), (), _one_of("(?<=[а-яіїєґ])и(?=[а-яіїєґ])", lambda _: "ы")),
    Kind("apostrophe lost", ("apostrophe",), (), _one_of("(?<=[бпвмфр])['’](?=[яюєї])", lambda _: "")),
    Kind("word left in English", ("untranslated",), (), _left),
    Kind("not translated", ("untranslated",), ("unchanged",), _same),
    Kind("empty", ("empty",), ("blank", "untranslated"), _in_target(lambda *_: "")),
    Kind("half of it missing", ("length",), ("short",), _in_target(_half)),
    Kind(
        "all of it twice", ("length", "loops"), ("long", "doublewords"), _in_target(lambda t, _: f"{t} {t}")
    ),
    Kind("word doubled", ("loops",), ("doublewords",), _one_of(_INNER_WORD, lambda m: f"{m[0]} {m[0]}")),
    Kind("three words repeated", ("loops",), ("doublewords",), _in_target(_again)),
    Kind(
        "quotation marks of another language",
        ("quotes",),
        ("doublequoting",),
        _quoted(lambda t: t.replace("«", "“").replace("»", "”")),
    ),
    Kind("quotation not closed", ("quotes",), ("doublequoting",), _quoted(lambda t: t.replace("»", "", 1))),
    Kind("space doubled", ("spaces",), ("doublespacing",), _one_of(r"(?<=\w) (?=\w)", lambda _: "  ")),
    Kind("space before a comma", ("spaces",), ("puncspacing",), _one_of(r"(?<=\w), ", lambda _: " , ")),
    Kind(
        "no space after a comma",
        ("spaces",),
        ("puncspacing",),
        _one_of(r"(?<=[а-яіїєґ]), (?=[а-яіїєґ])", lambda _: ","),
    ),
    Kind("full stop missing", ("ending",), ("endpunc",), _in_target(_without_stop)),
    Kind("two full stops", ("ending",), ("endpunc",), _one_of(r"(?<=\w)\.$", lambda _: "..")),
    Kind("small letter at the start", ("capital",), ("startcaps",), _in_target(_small)),
    Kind("capitals lost", ("capitals",), ("simplecaps",), _capitals),
)
