"""The page: one HTML file that needs nothing else, and that takes every text for text.

A policy in its head (Content Security Policy Level 3, delivered by `meta`) lets nothing load or run but its
own style and script, by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from importlib.resources import files
from itertools import islice
from typing import Any

from translate import __version__
from translate.glossary import rows
from translate.report.data import as_script, origin_of, written
from translate.report.glance import count, count_article, plots
from translate.report.marks import marks, pieces
from translate.report.model import Report, UnitReport

FLAGGED_SHOWN = 500
"""How many flagged segments a reader without JavaScript gets."""

_SCRIPT = ("draw.js", "list.js", "keys.js")
_TEXT_SHOWN = 2000
_ROWS_SHOWN = 200
# C0 and C1 controls but for tab and line feed, the marks and overrides of bidirectional text, and what UTF-8
# or HTML cannot hold: they are shown, not obeyed.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def render(report: Report) -> str:
    """Return the report as an HTML document: the same text for the same report, to be written as UTF-8."""
    from markupsafe import Markup

    style = _part("style.css")
    script = f'(() => {{\n"use strict";\n{"".join(_part(name) for name in _SCRIPT)}}})();\n'
    units = [unit for article in report.articles for unit in article.units]
    proposals = [line for line in rows(report.proposals).split("\n") if line and not line.startswith("#")]
    tsv = "".join(f"{line}\n" for line in proposals)
    flagged = (
        (article, unit)
        for article in report.articles
        for unit in article.units
        if unit.findings or unit.state == "flagged"
    )
    return str(
        _environment()
        .from_string(_part("report.html.j2"))
        .render(
            report=report,
            version=__version__,
            style=Markup(style),
            script=Markup(script),
            style_hash=_digest(style),
            script_hash=_digest(script),
            data=Markup(as_script(report, tsv)),
            total=count(units),
            articles=[(article, count_article(article)) for article in report.articles],
            plots=plots(report),
            flagged=list(islice(flagged, FLAGGED_SHOWN)),
            flagged_count=sum(bool(unit.findings) or unit.state == "flagged" for unit in units),
            proposals=report.proposals[:_ROWS_SHOWN],
            proposals_left=max(len(report.proposals) - _ROWS_SHOWN, 0),
            tsv=tsv,
            target_language=report.articles[0].target_language if report.articles else "und",
            checks=sorted({finding.check for unit in units for finding in unit.findings}),
            scored=any(unit.confidence for unit in units),
        )
    )


def visible(text: str) -> str:
    r"""Return a text with its invisible characters shown by their numbers.

    >>> visible("Kyiv\x00\u202e")
    'Kyiv[U+0000][U+202E]'
    """
    return _INVISIBLE.sub(lambda character: f"[U+{ord(character[0]):04X}]", text)


def _drawn(unit: UnitReport, side: Any) -> dict[str, Any]:
    """Return what the template draws of a text: its pieces, and how many characters are left out."""
    text = unit.source if side == "source" else unit.target
    return {
        "pieces": pieces(text, marks(unit, side), _TEXT_SHOWN),
        "left": max(len(text.text) - _TEXT_SHOWN, 0),
    }


@lru_cache(maxsize=1)
def _environment() -> Any:
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: (
            visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
        ),
    )
    environment.filters["thousands"] = lambda number: f"{number:,}"
    environment.globals.update(drawn=_drawn, origin_of=origin_of, written=written)
    return environment


@lru_cache(maxsize=8)
def _part(name: str) -> str:
    return files("translate.report").joinpath(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
