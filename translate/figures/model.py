"""A figure: a value with its unit or currency, found in a text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at `text[start:end]`.

    kind: number, ordinal, percent, money, measure, range, score, fraction, year, decade, century, date, time,
          age, designation (copied as it stands, e.g. F-16).
    values: one Decimal, or two for a range or score; for a date (year, month, day), 0 for what is not said,
          with a fourth for the last day of `March 3-5`; for a time (hour, minute) on the 24-hour clock; for a
          designation its number, or nothing.
    unit: "" or an ISO 4217 code for money, "concentr-percent" for percent, a CLDR unit identifier such as
          "length-mile" for measures, "percentage-point"; "mid" for `mid-March`. A range has a unit too.
    text: exactly what stands in the source.
    words: the number was written in words ("ten million"), wholly or in part.
    """

    start: int
    end: int
    text: str
    kind: str
    values: tuple[Decimal, ...]
    unit: str = ""
    words: bool = False
