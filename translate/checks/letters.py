"""Are the letters of a Ukrainian target Ukrainian?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.model import Draft, Fault
from translate.checks.registry import register

_SUSPECT = re.compile("[ЁЪЫЭёъыэ’'](?:(?<![’'])|[sS])")
_RUSSIAN_WORD = re.compile("(?<![^\\W\\d_])[^\\W\\d_]*[ЁЪЫЭёъыэ][^\\W\\d_]*")
_RUSSIAN = re.compile("[ЁЪЫЭёъыэ]")
_POSSESSIVE = re.compile("(?<![\u0400-\u052f])[\u0400-\u052f]{1,40}[’'][sS](?!\\w)")


@register("letters", "error")
def letters(draft: Draft) -> Iterator[Fault]:
    """A Ukrainian target has a word with the Russian letters ё ъ ы э, or with an English ’s.

    Words that the source or the glossary writes in this way are no fault.
    """
    if draft.target_language != "uk" or not _SUSPECT.search(draft.target):
        return
    for match in _RUSSIAN_WORD.finditer(draft.target):
        word = match[0]
        if word in draft.source or any(word in form for forms in draft.accepted for form in forms):
            continue
        russian = ", ".join(dict.fromkeys(_RUSSIAN.findall(word)))
        yield Fault(f"Russian letters in a Ukrainian word: “{word}” ({russian})", target=match.span())
    for match in _POSSESSIVE.finditer(draft.target):
        yield Fault(f"English ending on a Ukrainian word: “{match[0]}”", target=match.span())
