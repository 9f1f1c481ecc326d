"""Parallel text: read, normalised as the engine will normalise its input, and cleaned by named rules."""

from __future__ import annotations

import gzip
import lzma
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from training.errors import TrainingError
from translate.engine import normalise
from translate.protection import ANNOTATION_MARKS

MARKS = (ANNOTATION_MARKS[0], ANNOTATION_MARKS[1], ANNOTATION_MARKS[2])
"""Open, separator, close."""
_ANNOTATED = re.compile("｟([^｟￨｠]*)￨[^｟￨｠]*｠")
# Letters of Russian and of older spellings that Ukrainian does not have.
_NOT_UKRAINIAN = re.compile("[ыэёъѣ]", re.IGNORECASE)
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|\{\{|\}\}|%\(?[a-z_]*\)?[sd]\b|\$\{")


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and its translation; `origin` names the collection that it comes from."""

    origin: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Limits:
    """What a pair may be: at most `words` words a side, the longer side `ratio` times the shorter one in
    characters, and `script` of the letters in the script of its language."""

    words: int = 90
    ratio: float = 2.2
    script: float = 0.7


Rule = Callable[[Pair, Limits], bool]
"""Tells whether a pair breaks the rule."""


def read(path: Path) -> Iterator[Pair]:
    """Yield the pairs of a tab-separated UTF-8 file, `.tsv`, `.tsv.gz` or `.tsv.xz`.

    Three columns are origin, source, target; two are source and target, and the file's name is the origin.
    Raises TrainingError for a line of another shape and for a file that cannot be read.
    """
    try:
        with _open(path) as lines:
            for number, line in enumerate(lines, 1):
                columns = line.rstrip("\r\n").split("\t")
                if len(columns) not in (2, 3):
                    raise TrainingError(
                        f"{len(columns)} columns where 2 or 3 are expected",
                        path=path,
                        line=number,
                        hint="Write source and target, or origin, source and target, separated by tabs",
                    )
                origin = columns[0] if len(columns) == 3 else path.name.split(".")[0]
                yield Pair(origin, columns[-2], columns[-1])
    except (OSError, EOFError, UnicodeDecodeError, lzma.LZMAError) as error:
        raise TrainingError(
            f"cannot be read ({error})", path=path, hint="Give a TSV file in UTF-8"
        ) from error


def _open(path: Path) -> IO[str]:
    if path.suffix == ".xz":
        return lzma.open(path, "rt", encoding="utf-8", newline="\n")
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8", newline="\n")
    return path.open(encoding="utf-8", newline="\n")


def without_annotations(text: str) -> str:
    """Return the source text alone.

    >>> without_annotations("The mayor of ｟Irpin￨Ірпінь｠ spoke")
    'The mayor of Irpin spoke'
    """
    return _ANNOTATED.sub(r"\1", text)


def clean(
    pairs: Iterable[Pair], limits: Limits | None = None, *, without: Collection[str] = ()
) -> tuple[list[Pair], Counter[tuple[str, str]]]:
    """Return the pairs that break no rule, normalised, and how many of each (origin, rule) were dropped.

    A pair with a side that stands in `without` (sentences of the evaluation sets) is dropped as `held-out`;
    of equal pairs the first is kept. Letter case, white space and quotation marks make no difference there.
    """
    limits = limits or Limits()
    held_out = {_key(text) for text in without}
    seen: set[tuple[str, str]] = set()
    kept: list[Pair] = []
    dropped: Counter[tuple[str, str]] = Counter()
    for raw in pairs:
        pair = Pair(raw.origin, normalise(raw.source), normalise(raw.target))
        plain = Pair(pair.origin, without_annotations(pair.source), pair.target)
        reason = next((name for name, broken in RULES if broken(plain, limits)), None)
        key = _key(pair.source), _key(pair.target)
        if reason is None and (key in seen):
            reason = "duplicate"
        if reason is None and not held_out.isdisjoint((_key(plain.source), key[1])):
            reason = "held-out"
        if reason is not None:
            dropped[pair.origin, reason] += 1
            continue
        seen.add(key)
        kept.append(pair)
    return kept, dropped


def _empty(pair: Pair, _: Limits) -> bool:
    return not any(map(str.isalpha, pair.source)) or not any(map(str.isalpha, pair.target))


def _long(pair: Pair, limits: Limits) -> bool:
    return max(len(pair.source.split()), len(pair.target.split())) > limits.words


def _ratio(pair: Pair, limits: Limits) -> bool:
    # Ten characters are forgiven: `No` and `Немає` say the same.
    short, long = sorted((len(pair.source), len(pair.target)))
    return long > limits.ratio * short + 10


def _identical(pair: Pair, _: Limits) -> bool:
    return _key(pair.source) == _key(pair.target)


def _source_script(pair: Pair, limits: Limits) -> bool:
    return _share_of(pair.source, "LATIN") < limits.script


def _target_script(pair: Pair, limits: Limits) -> bool:
    return _share_of(pair.target, "CYRILLIC") < limits.script


def _target_language(pair: Pair, _: Limits) -> bool:
    return _NOT_UKRAINIAN.search(pair.target) is not None


def _markup(pair: Pair, _: Limits) -> bool:
    return bool(_MARKUP.search(pair.source) or _MARKUP.search(pair.target))


RULES: tuple[tuple[str, Rule], ...] = (
    ("empty", _empty),
    ("long", _long),
    ("ratio", _ratio),
    ("identical", _identical),
    ("source-script", _source_script),
    ("target-script", _target_script),
    ("target-language", _target_language),
    ("markup", _markup),
)
"""The rules in the order in which they are asked; the first that a pair breaks is counted."""


def _share_of(text: str, script: str) -> float:
    letters = [letter for letter in text if letter.isalpha()]
    return sum(unicodedata.name(letter, "").startswith(script) for letter in letters) / max(len(letters), 1)


def _key(text: str) -> str:
    return normalise(text).casefold()
