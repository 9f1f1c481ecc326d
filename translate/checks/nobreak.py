"""Where Ukrainian typography wants a no-break space: what two checks of spaces need."""

from __future__ import annotations

import re

NBSP = "\u00a0"
_FIGURE = re.compile("[\\d№§$€£₴](?: |(?<=\\d)\u00a0[тм])")
_INITIAL = re.compile(r"\. (?:(?<=[А-ЯІЇЄҐ]\. )|(?<=[А-ЯІЇЄҐ][а-яіїєґ]\. ))")
_DASH = re.compile(r"(?<=\S) (?=— ?\S)")


def with_no_break_spaces(text: str) -> str:
    """Return a Ukrainian text with no-break spaces for the plain ones that should be; its length stays."""
    changed = text
    # The language's own rules say where; these two change spaces and nothing else.
    if _FIGURE.search(text):
        from translate.languages.uk.typography import number_spaces

        changed = number_spaces(changed)
    if _INITIAL.search(text):
        from translate.languages.uk.typography import initial_spaces

        changed = initial_spaces(changed)
    return _DASH.sub(NBSP, changed) if " —" in text else changed
