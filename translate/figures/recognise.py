"""Find the figures of a text in its language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from translate.figures.english import english_figures
from translate.figures.model import Figure
from translate.figures.neutral import neutral_figures
from translate.figures.ukrainian import ukrainian_figures

_MOST_DIGITS = 15
"""Digits of the largest amount that news name (a quadrillion); more of them are an account or a card."""


def recognise(text: str, language: str) -> tuple[Figure, ...]:
    """Return the figures of `text`, not overlapping, in text order; `text[f.start:f.end] == f.text`.

    `language` is a BCP 47 code. English and Ukrainian are read in words and digits, any other language in
    digits with its CLDR separators. Where candidates overlap the longer wins; nothing inside web and e-mail
    addresses, hashtags and handles is a figure. A number of more than 15 digits is a designation.

    >>> [f.text for f in recognise("$432 billion on 28 March 2022", "en")]
    ['$432 billion', '28 March 2022']
    """
    base = language.replace("_", "-").split("-")[0].lower()
    if base == "en":
        return _bounded(english_figures(text))
    if base == "uk":
        return _bounded(ukrainian_figures(text))
    return _bounded(neutral_figures(text, language))


def _bounded(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    return tuple(
        replace(figure, kind="designation", values=(Decimal(0),), unit="", words=False)
        if sum(map(str.isdigit, figure.text)) > _MOST_DIGITS
        else figure
        for figure in figures
    )
