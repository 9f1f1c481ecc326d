"""Which attributes of a tag are for readers, and what a tag says of the translation of its content."""

from __future__ import annotations

import html
from dataclasses import dataclass

from translate.articles.htmltext import has_words, plain
from translate.articles.htmltokens import Token

# HTML Standard, section 3.2.6.3, and WAI-ARIA 1.2 (properties whose value is a string for people).
_ALWAYS = {
    "alt",
    "aria-description",
    "aria-label",
    "aria-placeholder",
    "aria-roledescription",
    "aria-valuetext",
    "placeholder",
}
_ONLY_ON = {
    "abbr": {"th"},
    "label": {"optgroup", "option", "track"},
    "summary": {"table"},
}

# The title of a style sheet is what others refer to it by.
_NO_TITLE = {"link", "style"}
_BUTTONS = {"button", "reset", "submit"}

# What search engines and other sites show of the page: HTML section 4.2.5.1, Open Graph, Twitter cards.
_META = {
    "description",
    "og:description",
    "og:image:alt",
    "og:title",
    "twitter:description",
    "twitter:image:alt",
    "twitter:title",
}

_SWITCH = {"": True, "yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class Translatable:
    """The value of an attribute: where it begins and ends in the page, and as readers see it."""

    start: int
    end: int
    text: str


def translatable(token: Token, text: str) -> tuple[Translatable, ...]:
    """Return the values in a start tag that have words to translate, in the order of the page."""
    found = []
    for attribute in token.attributes:
        if _is_for_readers(token, attribute.name, text):
            value = plain(text[attribute.start : attribute.end]).strip()
            if has_words(value):
                found.append(Translatable(attribute.start, attribute.end, value))
    return tuple(found)


def switch(token: Token, text: str) -> bool | None:
    """Return whether the attributes of a start tag switch translation on or off, None for neither.

    The `translate` attribute is HTML's, the class `notranslate` is the older habit of the web.
    """
    stated = value_of(token, "translate", text)
    if (
        stated is not None
        and (choice := {"": True, "yes": True, "no": False}.get(stated.lower())) is not None
    ):
        return choice
    classes = value_of(token, "class", text)
    return False if classes and "notranslate" in classes.split() else None


def value_of(token: Token, name: str, text: str) -> str | None:
    """Return the value of an attribute, decoded; None when there is none."""
    for attribute in token.attributes:
        if attribute.name == name:
            return html.unescape(text[attribute.start : attribute.end]).strip()
    return None


def _is_for_readers(token: Token, name: str, text: str) -> bool:
    if name in _ALWAYS:
        return True
    if name == "title":
        return token.name not in _NO_TITLE
    if name == "value":
        return token.name == "input" and (value_of(token, "type", text) or "").lower() in _BUTTONS
    if name == "content":
        names = (value_of(token, key, text) for key in ("name", "property"))
        return token.name == "meta" and any(key and key.lower() in _META for key in names)
    return token.name in _ONLY_ON.get(name, ())
