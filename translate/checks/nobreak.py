"""Where Ukrainian typography wants a no-break space: what two checks of spaces need."""

from __future__ import annotations

import re

NBSP = "\u00a0"
_FIGURE = re.compile("[0-9№§$€£₴](?: |(?<=[0-9])\u00a0[тм])")
_INITIAL = re.compile(r"\. (?:(?<=[А-ЯІЇЄҐ]\. )|(?<=[А-ЯІЇЄҐ][а-яіїєґ]\. ))")
_DASH = re.compile(r"(?<=\S) (?=— ?\S)")


def with_no_break_spaces(text: str) -> str:
    """Return a Ukrainian text with no-break spaces for the plain ones that should be; its length stays."""
    changed = text
    # The language's own rules say where; these two change spaces and nothing else.
    if (figure := _FIGURE.search(text)) is not None:
        from translate.languages.uk.typography import number_spaces

        # They look at every letter, and before the word of the first figure nothing can be changed.
        start = text.rfind(" ", 0, figure.start()) + 1
        changed = text[:start] + number_spaces(text[start:])
    if _INITIAL.search(text):
        from translate.languages.uk.typography import initial_spaces

        changed = initial_spaces(changed)
    return _DASH.sub(NBSP, changed) if " —" in text else changed
