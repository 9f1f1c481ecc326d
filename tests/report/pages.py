"""A rendered report as a parser sees it, and the data that its script reads."""

from __future__ import annotations

import json
from typing import Any

from lxml import html

from translate.report import Report, render


def page(report: Report) -> html.HtmlElement:
    """Return the parsed page."""
    return html.document_fromstring(render(report), html.HTMLParser(encoding="utf-8", huge_tree=True))


def embedded(report: Report) -> dict[str, Any]:
    """Return the data inside the page."""
    (script,) = page(report).xpath("//script[@id='data']")
    data = json.loads(script.text)
    assert isinstance(data, dict)
    return data


def texts(root: Any, path: str) -> list[str]:
    """Return the texts of the elements at an XPath, white space made one space."""
    return [" ".join(element.text_content().split()) for element in root.xpath(path)]
