"""The report: one HTML page on a batch, for who plans the review and for who does it."""

from translate.report.build import build
from translate.report.model import ArticleReport, FigureUse, Report, State, TermUse, UnitReport
from translate.report.render import render
from translate.report.units import unit_report, value_of

__all__ = [
    "ArticleReport",
    "FigureUse",
    "Report",
    "State",
    "TermUse",
    "UnitReport",
    "build",
    "render",
    "unit_report",
    "value_of",
]
