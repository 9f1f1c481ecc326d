"""Figures: find them in a text, render them for a locale, compare source and target."""

from translate.figures.compare import same, unmatched
from translate.figures.model import Figure
from translate.figures.recognise import recognise
from translate.figures.render import annotatable, render

__all__ = ["Figure", "annotatable", "recognise", "render", "same", "unmatched"]
