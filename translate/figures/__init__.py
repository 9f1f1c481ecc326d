"""Figures: find them in a text, render them for a locale, convert to metric, compare source and target."""

from translate.figures.agreement import same
from translate.figures.compare import unmatched
from translate.figures.convert import convert, render_converted
from translate.figures.currencies import is_money
from translate.figures.model import Figure
from translate.figures.recognise import recognise
from translate.figures.render import annotatable, render

__all__ = [
    "Figure",
    "annotatable",
    "convert",
    "is_money",
    "recognise",
    "render",
    "render_converted",
    "same",
    "unmatched",
]
