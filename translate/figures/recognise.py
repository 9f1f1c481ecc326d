"""Find the figures of a text in its language."""

from __future__ import annotations

from translate.figures.english import english_figures
from translate.figures.model import Figure
from translate.figures.neutral import neutral_figures
from translate.figures.ukrainian import ukrainian_figures


def recognise(text: str, language: str) -> tuple[Figure, ...]:
    """Return the figures of `text`, not overlapping, in text order; `text[f.start:f.end] == f.text`.

    `language` is a BCP 47 code. English and Ukrainian are read in words and digits, any other language in
    digits with its CLDR separators. Where candidates overlap the longer wins; nothing inside web and e-mail
    addresses, hashtags and handles is a figure.

    >>> [f.text for f in recognise("$432 billion on 28 March 2022", "en")]
    ['$432 billion', '28 March 2022']
    """
    base = language.replace("_", "-").split("-")[0].lower()
    if base == "en":
        return english_figures(text)
    if base == "uk":
        return ukrainian_figures(text)
    return neutral_figures(text, language)
