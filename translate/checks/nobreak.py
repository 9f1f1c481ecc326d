"""Where Ukrainian typography wants a no-break space: what two checks of spaces need."""

from __future__ import annotations

import re

NBSP = "\u00a0"
_FIGURE = re.compile("[\\d№§$€£₴] |(?<=\\d\u00a0)[тм]")
_INITIAL = re.compile(r"[А-ЯІЇЄҐ](?:\.|[а-яіїєґ]\.) ")
_DASH = re.compile(r"(?<=\S) (?=— ?\S)")


def with_no_break_spaces(text: str) -> str:
    """Return a Ukrainian text with no-break spaces for the plain ones that should be; its length stays."""
    changed = text
    if _FIGURE.search(text) or _INITIAL.search(text):
        # The language's own rules say where; these two change spaces and nothing else.
        from translate.languages.uk.typography import initial_spaces, number_spaces

        changed = initial_spaces(number_spaces(text))
    return _DASH.sub(NBSP, changed) if " —" in text else changed
