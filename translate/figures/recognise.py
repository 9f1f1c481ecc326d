"""Find the figures of a text in its language."""

from __future__ import annotations

from translate.figures.english import english_figures
from translate.figures.model import Figure
from translate.figures.ukrainian import ukrainian_figures


def recognise(text: str, language: str) -> tuple[Figure, ...]:
    """Return the figures of `text`, not overlapping, in text order; `text[f.start:f.end] == f.text`."""
    base = language.replace("_", "-").split("-")[0].lower()
    if base == "en":
        return english_figures(text)
    return ukrainian_figures(text)
