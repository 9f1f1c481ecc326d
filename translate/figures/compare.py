"""Do the figures of a source and of its translation agree? Strict on values, tolerant of notation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from translate.figures.currencies import is_money
from translate.figures.english_numerals import NUMBER_WORDS
from translate.figures.model import Figure
from translate.figures.ukrainian_numerals import CARDINALS, GROUPS, MULTIPLICATIVES, SCALES, fold
from translate.figures.units import PERCENT, PERCENT_POINT

_TINY = Decimal("1e-12")
# Ukrainian words that good style adds without a number in the source: `both` is обидва, `twice` is двічі.
_FREE_WORDS = frozenset({"обидва", "обидві", "обох", "обом", "обома", "обоє", *MULTIPLICATIVES, *GROUPS})
_NUMERALS = frozenset({*CARDINALS, *SCALES, *NUMBER_WORDS})
# Sound, then look: a Cyrillic designation may follow either (Су-34 and С-300).
_SOUNDS = dict(zip("АБВГҐДЕЄЗИІЇЙКЛМНОПРСТУФХЦЧШЮЯЖ", "ABVGGDEEZIIIIKLMNOPRSTUFKCCSIIZ", strict=True))
_LOOKS = dict(zip("АВЕІКМНОРСТХ", "ABEIKMHOPCTX", strict=True))


def same(source: Figure, target: Figure) -> bool:
    """Return whether `target` says what `source` says.

    Values must be equal, currency and percent too. Words and digits, short and long scales, cardinals,
    ordinals, ages and years of one value are the same; a unit that only the target names is accepted, a lost
    or another one is not.
    """
    if "designation" in (source.kind, target.kind):
        return _same_designation(source, target)
    if "decade" in (source.kind, target.kind):
        return _same_decade(source, target)
    if {source.kind, target.kind} == {"time", "number"}:
        return _same_hour(source, target)
    for kind in ("date", "time", "century"):
        if kind in (source.kind, target.kind):
            if kind == "century" and source.kind != target.kind:
                return _equal(source.values, target.values) and "number" in (source.kind, target.kind)
            return (
                source.kind == target.kind and source.values == target.values and source.unit == target.unit
            )
    if target.kind == "year" and source.kind == "number" and not _may_be_year(source):
        return False
    return _equal(source.values, target.values) and _same_unit(source, target)


def _may_be_year(figure: Figure) -> bool:
    """Whether a bare number may be a year in the other language: four digits, no separator."""
    return figure.text.isdigit() and len(figure.text) == 4


def unmatched(source: Sequence[Figure], target: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Return the source figures that the target lacks and the target figures that the source lacks.

    A range may be answered by its two numbers and the other way round. What a translator adds freely (`один`,
    ordinals in words, `обидва`, `двічі`, `половина`) is never extra.
    """
    missing, extra = _pair_off(list(source), list(target))
    if missing and extra:
        missing, extra = _pair_off_parts(missing, extra)
    # A small number in words with nothing missing is style (`a fortnight` is два тижні); with something
    # missing it may be the wrong number.
    return missing, [f for f in extra if not _free(f) and (missing or not _small_words(f))]


def _pair_off(source: list[Figure], target: list[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Match one to one, equal units before tolerated ones so that `5 km` takes `5 км` and not `5`."""
    left = target
    for exact in (True, False):
        rest: list[Figure] = []
        for figure in source:
            found = next(
                (t for t in left if same(figure, t) and (not exact or _twin(figure, t))),
                None,
            )
            if found is None:
                rest.append(figure)
            else:
                left = [t for t in left if t is not found]
        source = rest
    return source, left


def _twin(a: Figure, b: Figure) -> bool:
    return a.unit == b.unit and (a.kind == b.kind or not a.words)


def _pair_off_parts(source: list[Figure], target: list[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Match what is left after taking ranges and dates apart; a figure is settled when all its parts are."""
    pieces = [(figure, part) for figure in source for part in _parts(figure)]
    others = [(figure, part) for figure in target for part in _parts(figure)]
    missing: list[Figure] = []
    for figure, part in pieces:
        found = next((pair for pair in others if same(part, pair[1])), None)
        if found is not None:
            others.remove(found)
        elif figure not in missing:
            missing.append(figure)
    extra = [figure for figure, _ in others]
    return missing, list(dict.fromkeys(extra))


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


def _equal(a: tuple[Decimal, ...], b: tuple[Decimal, ...]) -> bool:
    return len(a) == len(b) and all(abs(x - y) < _TINY for x, y in zip(a, b, strict=True))


def _same_unit(source: Figure, target: Figure) -> bool:
    a, b = source.unit, target.unit
    if a == b or {a, b} == {"GBP", "mass-pound"}:
        return True
    if any(is_money(unit) or unit in (PERCENT, PERCENT_POINT) for unit in (a, b)):
        return False
    if "temperature-generic" in (a, b):
        return a.startswith("temperature") or b.startswith("temperature") or not (a and b)
    # A unit that the source does not name may be the translator's choice; one that it names must arrive.
    return not a


def _same_hour(source: Figure, target: Figure) -> bool:
    """`By four` may be `о четвертій`, and a British 13.40 may be 13:40."""
    time, number = (source, target) if source.kind == "time" else (target, source)
    hour, minute = time.values
    if number.unit:
        return False
    if number.words:
        return minute == 0 and number.values[0] <= 12 and number.values[0] % 12 == hour % 12
    return number.text in (f"{hour}.{int(minute):02}", f"{int(hour):02}.{int(minute):02}")


def _same_decade(source: Figure, target: Figure) -> bool:
    """1990s, 1990-ті, 90-ті and дев'яності are one decade; `1990 року` is a year and is not."""
    if "year" in (source.kind, target.kind) or not source.values or not target.values:
        return False
    if {source.kind, target.kind} - {"decade", "number", "ordinal"}:
        return False
    a, b = source.values[0], target.values[0]
    return a == b or (min(a, b) < 100 and a % 100 == b % 100)


def _same_designation(source: Figure, target: Figure) -> bool:
    if source.text == target.text:
        return True
    if source.kind == target.kind:
        a, b = _split(source.text), _split(target.text)
        return a[1] == b[1] and bool(_initials(a[0]) & _initials(b[0]))
    other = target if source.kind == "designation" else source
    name = source if source.kind == "designation" else target
    if name.text == "9/11":
        return other.kind == "date" and [int(v) for v in other.values] == [0, 9, 11]
    number = re.match(r"(?:no|№|#)", name.text, re.IGNORECASE) or re.match(
        r"[А-ЯІЇЄҐ][а-яіїєґ]+-\d", name.text
    )
    return bool(number) and not other.unit and _equal(name.values, other.values)


def _split(text: str) -> tuple[str, list[str]]:
    letters = re.match(r"(?i:nos?\.?(?=\s?\d)|№|#)|[^\d]*", text)
    prefix = letters[0] if letters else ""
    return prefix, re.findall(r"\d+", text)


def _initials(prefix: str) -> set[str]:
    """Return what the first letter of a designation may be in Latin letters, by sound and by look."""
    word = re.sub(r"[^\w№#]", "", prefix).upper()
    if not word or word in ("№", "#", "NO", "NOS"):
        return {""}
    return {word[0], _SOUNDS.get(word[0], word[0]), _LOOKS.get(word[0], word[0])}


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
