"""The language that a page states of itself (HTML Standard, section 3.2.6.2)."""

from __future__ import annotations

import re
from dataclasses import replace

from translate.articles.model import Article

_HTML_TAG = re.compile(r"<html\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>", re.IGNORECASE)
_LANGUAGE = re.compile(
    r"(\s(?:xml:)?lang\s*=\s*)([\"']?)([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\2(?=[\s/>])", re.IGNORECASE
)


def in_language(article: Article, source: str, target: str) -> Article:
    """Return the page with `lang` and `xml:lang` of its `html` element changed from `source` to `target`.

    Both are BCP 47 codes, of which the primary subtag of `source` counts. Parts of the page that state a
    language of their own keep it: they may well be quotations.
    """
    for index, part in enumerate(article.skeleton):
        tag = _HTML_TAG.search(part)
        if tag is not None:
            changed = part[: tag.start()] + _restated(tag[0], source, target) + part[tag.end() :]
            skeleton = (*article.skeleton[:index], changed, *article.skeleton[index + 1 :])
            return replace(article, skeleton=skeleton)
    return article


def _restated(tag: str, source: str, target: str) -> str:
    primary = source.partition("-")[0].lower()

    def restate(match: re.Match[str]) -> str:
        is_source = match[3].partition("-")[0].lower() == primary
        return f"{match[1]}{match[2]}{target}{match[2]}" if is_source else match[0]

    return _LANGUAGE.sub(restate, tag)
