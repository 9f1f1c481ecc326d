"""What figures look like in every language: dates in digits, clock times, scores, designations, phones.

Also the places where nothing is a figure (web and e-mail addresses, hashtags, handles), and the choice among
overlapping candidates.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from decimal import Decimal

from translate.figures.currencies import CURRENCIES
from translate.figures.model import Figure

DIGIT = re.compile(r"\d")
MASK = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)[#@](?=\w*[^\W\d])\w+"
    r"|(?<![\w@])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|info|ua|uk|eu|co|io)(?:/\S*)?(?!\w)"
)

_MAY_BE_ADDRESS = re.compile(r"[@#]|://|www\.|\.(?:com|org|net|gov|edu|info|ua|uk|eu|co|io)")
_ISO = re.compile(r"(?<![\w-])(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\w-])")
_DOTTED = re.compile(r"(?<![\w.])(0?[1-9]|[12]\d|3[01])\.(0[1-9]|1[0-2])\.((?:1[89]|20)\d\d)(?!\w|\.\d)")
_SLASHED = re.compile(r"(?<![\w/])(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})(?![\w/])")
_CLOCK = re.compile(r"(?<![\w:.,])([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d)?(?!\w|:\d|[.,]\d)")
_SCORE = re.compile(r"(?<![\w:.,])(\d{1,3}):(\d{1,3})(?!\w|:\d|[.,]\d)")
_PHONE = re.compile(
    r"(?<!\w)(?:\+\d[\d \u00a0()-]{7,16}\d|\(\d{3,5}\) ?\d{2,4}(?:[- ]\d{2,4}){1,2}"
    r"|0\d{2,4}(?:[ \u00a0]\d{2,4}){2,3}"
    # Three numbers with hyphens are a telephone number, an account, a record: nothing to calculate with.
    r"|(?<![\w-])\d{1,4}(?:-\d{1,4}){2,}|(?<![\w.,:/+–-])0\d+(?![.,:/–]\d|\s?(?:UTC|GMT|hours|hrs)\b))(?!\w|-\w)"
)
_SEASON = re.compile(r"(?<![\w/.,])((?:19|20)\d\d)/((?:19|20)?\d\d)(?![\w/]|[.,]\d)")
_VERSION = re.compile(r"(?<![\w.])\d+(?:\.\d+){2,}(?!\w|\.\d)")
_FIXED = re.compile(r"(?<![\w/])(?:9/11|24/7|7/7|PM2\.5)(?![\w/])")
_FRACTION = re.compile(r"(?<![\w/,.])(\d{1,2})/(\d{1,3})(?![\w/])")
_ISSUE = re.compile(r"(?<!\w)(?:Nos?\.?(?= ?\d)|№|# ?(?=\d))[ \u00a0\u202f]?(\d+)(?![\w])(?![.,]\d)")
_UPPER = "A-ZА-ЯІЇЄҐ"
_DESIGNATION = re.compile(
    rf"(?<![\w-])(?:(?:[{_UPPER}]\w{{0,9}}-)*(?=[^\W\d_]*[{_UPPER}])[^\W\d_]{{1,12}}-\d{{1,4}}|[{_UPPER}]\w{{0,3}}\d{{1,6}})"
    rf"(?:[{_UPPER}]{{1,3}}\d{{0,2}})?s?(?!\w)(?![.,:/]\d)"
    # 39C is a designation in `JAS 39C`, a temperature elsewhere.
    rf"|(?<![\w,.:/-])\d{{1,4}}(?:[ABDEG-Z]|[A-Z]{{2}}|[xх]\d{{1,4}}|(?<=[A-Z]\s\d\d)[CF])(?!\w|[.,:/]\d)"
    rf"|(?<![\w,.:/-])\d{{1,2}}[A-Z]\d{{1,3}}s?(?!\w|[.,:/]\d)"
    rf"|(?<!\w)UTC[+−-]\d{{1,2}}(?::\d\d)?(?!\w)"
)
_MONEY = re.compile(rf"(?:{'|'.join(currency.code for currency in CURRENCIES)})\d")
_MAY_BE_PHONE = re.compile(r"[+(]\d|\d-\d|(?:^|\W)0\d")
_MAY_BE_DESIGNATION = re.compile(r"[^\W\d][-+−]?\d|\d[^\W\d]")
_MAKERS = ("Boeing", "Airbus", "Embraer", "Боїнг", "Ербас", "Аеробус")
_AIRCRAFT = re.compile(
    r"\b(?:Boeing|Airbus|Embraer|Боїнг\w*|Ербас\w*|Аеробус\w*)[ -]([A-Z]?\d{3}(?:-\d{1,3}\w*)?)(?!\w)"
)


def common(text: str) -> Iterator[Figure]:
    """Yield the figures of `text` that look alike in every language."""
    if not DIGIT.search(text):
        return
    yield from _with_marks(text)
    if any(mark in text for mark in ("N", "n", "№", "#")):
        for m in _ISSUE.finditer(text):
            yield figure(m, "designation", m[1])
    for pattern, possible in (
        (_PHONE, _MAY_BE_PHONE.search(text) is not None),
        (_VERSION, "." in text),
        (_FIXED, "/" in text or "PM2.5" in text),
    ):
        if possible:
            for m in pattern.finditer(text):
                yield figure(m, "designation")
    if _MAY_BE_DESIGNATION.search(text):
        for m in _DESIGNATION.finditer(text):
            if not _MONEY.match(m[0]):
                yield figure(m, "designation", *re.findall(r"\d+", m[0])[-1:])
    if any(maker in text for maker in _MAKERS):
        for m in _AIRCRAFT.finditer(text):
            number = Decimal(re.findall(r"\d+", m[1])[0])
            yield Figure(m.start(1), m.end(1), m[1], "designation", (number,))


def _with_marks(text: str) -> Iterator[Figure]:
    """Yield what only its mark between digits makes a figure; without the mark there is none."""
    if "-" in text:
        for m in _ISO.finditer(text):
            yield figure(m, "date", m[1], m[2], m[3])
    if "." in text:
        for m in _DOTTED.finditer(text):
            yield figure(m, "date", m[3], m[2], m[1])
    if ":" in text:
        for m in _CLOCK.finditer(text):
            yield figure(m, "time", m[1], m[2])
        for m in _SCORE.finditer(text):
            yield figure(m, "score", m[1], m[2])
    if "/" in text:
        yield from _with_slashes(text)


def _with_slashes(text: str) -> Iterator[Figure]:
    for m in _SLASHED.finditer(text):
        yield _slashed_date(m)
    for m in _FRACTION.finditer(text):
        if 0 < int(m[1]) < int(m[2]):
            yield Figure(m.start(), m.end(), m[0], "fraction", (Decimal(m[1]) / Decimal(m[2]),))
        else:
            yield figure(m, "designation")
    for m in _SEASON.finditer(text):
        begin, end = Decimal(m[1]), Decimal(m[2] if len(m[2]) == 4 else m[1][:2] + m[2])
        if end == begin + 1:
            yield Figure(m.start(), m.end(), m[0], "range", (begin, end))


def figure(match: re.Match[str], kind: str, *values: str, unit: str = "", words: bool = False) -> Figure:
    """Return the figure that a whole match is, its values given in digits."""
    return Figure(match.start(), match.end(), match[0], kind, tuple(map(Decimal, values)), unit, words)


def _slashed_date(m: re.Match[str]) -> Figure:
    """Read 28/03/2022 when only one order of day and month is possible; copy it as it stands otherwise."""
    first, second = int(m[1]), int(m[2])
    if (
        len(m[3]) == 4
        and (first > 12) != (second > 12)
        and min(first, second) >= 1
        and max(first, second) <= 31
    ):
        day, month = (m[1], m[2]) if first > 12 else (m[2], m[1])
        return figure(m, "date", m[3], month, day)
    return figure(m, "designation")


# Where two candidates are equally long, the more telling kind wins.
_RANK = ("date", "designation", "time", "decade", "century", "ordinal", "fraction", "year")


def longest(text: str, candidates: Iterable[Figure]) -> tuple[Figure, ...]:
    """Choose figures that do not overlap, longer before shorter, and return them in text order."""
    ordered = sorted(candidates, key=_order)
    taken = [m.span() for m in MASK.finditer(text)] if ordered and _MAY_BE_ADDRESS.search(text) else []
    chosen: list[Figure] = []
    for candidate in ordered:
        span = (candidate.start, candidate.end)
        place = bisect_left(taken, span)
        # What is taken does not overlap, so only the two neighbours can be in the way.
        after_last = place == 0 or taken[place - 1][1] <= candidate.start
        if after_last and (place == len(taken) or candidate.end <= taken[place][0]):
            taken.insert(place, span)
            chosen.append(candidate)
    return tuple(sorted(chosen, key=lambda f: f.start))


def _order(candidate: Figure) -> tuple[int, int]:
    rank = _RANK.index(candidate.kind) if candidate.kind in _RANK else len(_RANK)
    return candidate.start - candidate.end, rank
