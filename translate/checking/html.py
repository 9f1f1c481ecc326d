"""Findings as one HTML page without scripts: a table that can be mailed or printed."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from translate.checking.model import Checked, Outcome, Result
from translate.checking.table import summary
from translate.checks import Finding
from translate.xliff import clean

_STYLE = """
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.4 }
body { margin: 1.5rem auto; max-width: 80rem; padding: 0 1rem }
table { border-collapse: collapse; width: 100% }
th, td { border-bottom: 1px solid #8886; padding: .4rem .6rem; text-align: left; vertical-align: top }
td { overflow-wrap: anywhere }
mark { background: #fd06; color: inherit; outline: 1px solid #b80 }
.error { color: light-dark(#a00, #f88) }
.warning { color: light-dark(#850, #fc6) }
.ignored { text-decoration: line-through }
"""
_HEADER = ("Unit", "Severity", "Check", "Message", "Source", "Target")


def to_html(outcome: Outcome) -> str:
    """Return the page; whatever stands in a file is shown as text, with what a finding is about marked."""
    parts = [
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Findings</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>Findings</h1>\n"
        f"<p>{_text(summary(outcome, verbose=True))}</p>\n"
    ]
    if outcome.errors:
        parts.append("<h2>Not checked</h2>\n<ul>\n")
        parts += [f"<li>{_text(error)}</li>\n" for error in outcome.errors]
        parts.append("</ul>\n")
    parts += [part for result in outcome.results if result.checked for part in _section(result)]
    parts.append("</main>\n</body>\n</html>\n")
    return "".join(parts)


def _section(result: Result) -> Iterator[str]:
    yield f"<h2>{_text(str(result.document.path))}</h2>\n<table>\n<thead><tr>"
    yield "".join(f'<th scope="col">{name}</th>' for name in _HEADER)
    yield "</tr></thead>\n<tbody>\n"
    for each in result.checked:
        for finding in each.findings:
            yield _row(result, each, finding, "")
        for finding in each.ignored:
            yield _row(result, each, finding, ' class="ignored"')
    yield "</tbody>\n</table>\n"


def _row(result: Result, each: Checked, finding: Finding, style: str) -> str:
    source, target = (escape(language) for language in result.document.pair)
    return (
        f"<tr{style}><td>{_text(each.item.unit)}</td>"
        f'<td class="{finding.severity}">{finding.severity}</td><td>{_text(finding.check)}</td>'
        f"<td>{_text(finding.message)}</td>"
        f'<td lang="{source}">{_marked(each.item.source.text, finding.source)}</td>'
        f'<td lang="{target}">{_marked(each.item.target.text, finding.target)}</td></tr>\n'
    )


def _marked(text: str, span: tuple[int, int] | None) -> str:
    if span is None or span[0] == span[1]:
        return _text(text)
    start, end = span
    return f"{_text(text[:start])}<mark>{_text(text[start:end])}</mark>{_text(text[end:])}"


def _text(text: str) -> str:
    return escape(clean(text.encode("utf-8", "backslashreplace").decode())[0])
