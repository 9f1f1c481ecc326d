"""Do the figures of a source and of its translation agree, as multisets?"""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from dataclasses import replace
from decimal import Decimal
from heapq import merge

from translate.figures.agreement import same
from translate.figures.convert import convert
from translate.figures.currencies import is_money
from translate.figures.english_numerals import NUMBER_WORDS
from translate.figures.model import Figure
from translate.figures.ukrainian_numerals import CARDINALS, GROUPS, MULTIPLICATIVES, SCALES, fold
from translate.figures.units import PERCENT

# Ukrainian words that good style adds without a number in the source: `both` is обидва, `twice` is двічі.
_FREE_WORDS = frozenset({"обидва", "обидві", "обох", "обом", "обома", "обоє", *MULTIPLICATIVES, *GROUPS})
_NUMERALS = frozenset({*CARDINALS, *SCALES, *NUMBER_WORDS})


def unmatched(source: Sequence[Figure], target: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Return the source figures that the target lacks and the target figures that the source lacks.

    A range may be answered by its two numbers and the other way round. The metric value of a measure (see
    `convert`) beside the measure itself, one of them in brackets, is not extra; instead of it, it is. What a
    translator adds freely (`один`, ordinals in words, `обидва`, `двічі`, `половина`) is never extra. The cost
    grows with n log n where values differ.
    """
    missing, extra, pairs = _pair_off(list(source), list(target))
    if missing and extra:
        missing, extra = _pair_off_parts(missing, extra)
    extra = _without_conversions(extra, pairs)
    # A small number in words with nothing missing is style (`a fortnight` is два тижні); with something
    # missing it may be the wrong number.
    return missing, [f for f in extra if not _free(f) and (missing or not _small_words(f))]


class _Pool:
    """Target figures not yet matched, filed under keys such that figures that are the same share one."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self.left = dict(enumerate(figures))
        self._places: dict[Hashable, dict[int, None]] = {}
        for index, figure in enumerate(figures):
            for key in _filed_under(figure):
                self._places.setdefault(key, {})[index] = None

    def take(self, figure: Figure, *, exact: bool) -> int | None:
        """Take out the first figure that is the same as `figure` and return its index, or None."""
        places = [self._places.get(key, {}) for key in dict.fromkeys(_sought_under(figure))]
        for index in merge(*places):
            target = self.left[index]
            if same(figure, target) and (not exact or _twin(figure, target)):
                for key in _filed_under(target):
                    self._places[key].pop(index, None)
                del self.left[index]
                return index
        return None


def _filed_under(figure: Figure) -> list[Hashable]:
    keys: list[Hashable] = [("text", figure.text), *_value_keys(figure)]
    if figure.kind == "designation":
        keys.append(("digits", *re.findall(r"\d+", figure.text)))
    elif figure.kind == "date":
        keys.append("date")
    elif figure.kind == "time":
        keys.append(("time", int(figure.values[0]) % 12))
    if figure.kind in ("decade", "number", "ordinal"):
        keys.append((figure.kind == "decade", figure.values[0] % 100))
    if _may_be_hour(figure):
        keys.append(("hour", int(figure.values[0]) % 12))
    return keys


def _sought_under(figure: Figure) -> list[Hashable]:
    keys: list[Hashable] = [("text", figure.text), *_value_keys(figure)]
    if figure.kind == "designation":
        keys.append(("digits", *re.findall(r"\d+", figure.text)))
        if figure.text == "9/11":
            keys.append("date")
    elif figure.kind == "time":
        keys += [("hour", int(figure.values[0]) % 12), ("time", int(figure.values[0]) % 12)]
    elif figure.kind == "date" and [int(value) for value in figure.values[1:3]] == [9, 11]:
        keys.append(("text", "9/11"))
    elif figure.kind == "decade":
        keys += [(True, figure.values[0] % 100), (False, figure.values[0] % 100)]
    if figure.kind in ("number", "ordinal"):
        keys.append((True, figure.values[0] % 100))
    if _may_be_hour(figure):
        keys.append(("time", int(figure.values[0]) % 12))
    return keys


def _value_keys(figure: Figure) -> list[Hashable]:
    """Two cells that overlap by half, so that values that differ in the last digits share at least one."""
    if not figure.values:
        return []
    scaled = figure.values[0] * 10**9
    return [("value", int(scaled // 1)), ("between", int((scaled + Decimal("0.5")) // 1))]


def _may_be_hour(figure: Figure) -> bool:
    if figure.kind != "number":
        return False
    return figure.words or re.fullmatch(r"\d{1,2}\.\d\d", figure.text) is not None


_Pairs = list[tuple[Figure, Figure]]


def _pair_off(source: list[Figure], target: list[Figure]) -> tuple[list[Figure], list[Figure], _Pairs]:
    """Match one to one, equal units before tolerated ones so that `5 km` takes `5 км` and not `5`."""
    pool = _Pool(target)
    pairs: _Pairs = []
    for exact in (True, False):
        rest: list[Figure] = []
        for figure in source:
            found = pool.take(figure, exact=exact)
            if found is None:
                rest.append(figure)
            else:
                pairs.append((figure, target[found]))
        source = rest
    return source, list(pool.left.values()), pairs


def _twin(a: Figure, b: Figure) -> bool:
    return a.unit == b.unit and (a.kind == b.kind or not a.words)


def _pair_off_parts(source: list[Figure], target: list[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Match what is left after taking ranges and dates apart; a figure is settled when all its parts are."""
    pieces = [(figure, part) for figure in source for part in _parts(figure)]
    others = [(figure, part) for figure in target for part in _parts(figure)]
    pool = _Pool([part for _, part in others])
    missing = [figure for figure, part in pieces if pool.take(part, exact=False) is None]
    return list(dict.fromkeys(missing)), list(dict.fromkeys(others[index][0] for index in pool.left))


def _parts(figure: Figure) -> list[Figure]:
    if figure.kind in ("range", "score"):
        return [replace(figure, kind="number", values=(value,)) for value in figure.values]
    if figure.kind == "date":
        year, month, *days = figure.values
        parts = [replace(figure, values=(Decimal(0), month, day)) for day in days if day]
        if not parts and month:
            parts = [replace(figure, values=(Decimal(0), month, Decimal(0)))]
        return parts + ([replace(figure, kind="year", values=(year,))] if year else [])
    return [figure]


def _without_conversions(extra: list[Figure], pairs: _Pairs) -> list[Figure]:
    """Drop the metric values that stand beside the measure which they convert: `8000 км (5000 миль)`."""
    if not extra or not pairs:
        return extra
    metric: dict[tuple[int, bool], Figure] = {}
    for figure, found in pairs:
        value = convert(figure)
        if value is not None:
            metric[found.start, True] = metric[found.end, False] = value
    return [figure for figure in extra if not _converts(figure, metric)]


def _converts(figure: Figure, metric: dict[tuple[int, bool], Figure]) -> bool:
    """Whether a bracket and a space part the figure from the measure whose metric value it is."""
    beside = (metric.get((figure.end + len(" ("), True)), metric.get((figure.start - len(" ("), False)))
    return any(value is not None and _says(figure, value) for value in beside)


def _says(figure: Figure, metric: Figure) -> bool:
    return figure.values == metric.values and figure.unit == metric.unit


def _free(figure: Figure) -> bool:
    if not figure.words or is_money(figure.unit) or figure.unit == PERCENT:
        return False
    if figure.kind in ("ordinal", "fraction", "time") or figure.unit == "mid" or figure.values[0] in (0, 1):
        return True
    words = fold(figure.text).split()
    if words[0] in _FREE_WORDS:
        return True
    # `дво` of `двосторонній` is a part of a word and never extra.
    return len(words) == 1 and words[0].isalpha() and words[0] not in _NUMERALS


def _small_words(figure: Figure) -> bool:
    return figure.words and figure.kind == "number" and not figure.unit and figure.values[0] <= 12
