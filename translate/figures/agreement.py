"""Does one figure say what another says? Strict on values and units, tolerant of notation."""

from __future__ import annotations

import re
from decimal import Decimal

from translate.figures.currencies import is_money
from translate.figures.model import Figure
from translate.figures.units import PERCENT, PERCENT_POINT

_TINY = Decimal("1e-12")
# Sound, then look: a Cyrillic designation may follow either (Су-34 and С-300).
_SOUNDS = dict(zip("АБВГҐДЕЄЗИІЇЙКЛМНОПРСТУФХЦЧШЮЯЖ", "ABVGGDEEZIIIIKLMNOPRSTUFKCCSIIZ", strict=True))
_LOOKS = dict(zip("АВЕІКМНОРСТХ", "ABEIKMHOPCTX", strict=True))
# Compound words name the span of time that they count: `three-day` is триденний and never тритижневий.
_SPANS = (
    ("second", "секунд"),
    ("minute", "хвилин"),
    ("hour", "годин"),
    ("day", "ден"),
    ("week", "тиж"),
    ("month", "місяч|місяц"),
    ("year", "річ|літн"),
)
_PART_OF_DAY = re.compile(r"ран[ко]|веч[ое]?р|вечірн|дня|ночі|пополудні|обіду", re.IGNORECASE)
_ENGLISH_SPAN = re.compile(rf"-({'|'.join(english for english, _ in _SPANS)})s?(?:-|$)")
_UKRAINIAN_SPAN = re.compile("|".join(f"(?P<{english}>{ukrainian})" for english, ukrainian in _SPANS))


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
    if source.kind == target.kind == "time":
        return _same_time(source, target)
    for kind in ("date", "time", "century"):
        if kind in (source.kind, target.kind):
            if kind == "century" and source.kind != target.kind:
                other = target if source.kind == kind else source
                return _equal(source.values, target.values) and other.kind in ("number", "ordinal")
            return (
                source.kind == target.kind and source.values == target.values and source.unit == target.unit
            )
    if not _same_span(source, target):
        return False
    if target.kind == "year" and source.kind == "number" and not _may_be_year(source):
        return False
    return _equal(source.values, target.values) and _same_unit(source, target)


def _same_span(source: Figure, target: Figure) -> bool:
    """Whether two compound words count the same span of time; a bare number beside it says nothing."""
    english, ukrainian = _ENGLISH_SPAN.search(source.text), _UKRAINIAN_SPAN.search(target.text.lower())
    if english is None or ukrainian is None or target.unit:
        return True
    return english[1] == ukrainian.lastgroup


def _may_be_year(figure: Figure) -> bool:
    """Whether a bare number may be a year in the other language: four digits, no separator."""
    return figure.text.isdigit() and len(figure.text) == 4


def _equal(a: tuple[Decimal, ...], b: tuple[Decimal, ...]) -> bool:
    return len(a) == len(b) and all(abs(x - y) < _TINY for x, y in zip(a, b, strict=True))


def _same_unit(source: Figure, target: Figure) -> bool:
    a, b = source.unit, target.unit
    if a == b or {a, b} == {"GBP", "mass-pound"}:
        return True
    if not a and is_money(b) and source.text.lower().endswith("grand"):
        return True  # `fifty grand` leaves the currency to the reader
    if any(is_money(unit) or unit in (PERCENT, PERCENT_POINT) for unit in (a, b)):
        return False
    if a and "temperature-generic" in (a, b):
        return a.startswith("temperature") and b.startswith("temperature")
    # A unit that the source does not name may be the translator's choice; one that it names must arrive.
    return not a


def _same_time(source: Figure, target: Figure) -> bool:
    """`О пів на четверту` leaves the half of the day to the context, as `half past three` does."""
    if source.values == target.values:
        return True
    vague = target.words and not _PART_OF_DAY.search(target.text)
    hours = (source.values[0] % 12, target.values[0] % 12)
    return vague and hours[0] == hours[1] and source.values[1] == target.values[1]


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
