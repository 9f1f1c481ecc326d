"""Are the letters of a Ukrainian target Ukrainian?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.model import Draft, Fault
from translate.checks.registry import register

_LETTERS = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_SUSPECT = re.compile("[A-Za-z\u00c0-\u024fЁЪЫЭёъыэ]")
_RUSSIAN = re.compile("[ЁЪЫЭёъыэ]")
# The Ukrainian words а, і, о, у typed with the Latin letter of the same shape, between Cyrillic words.
_ALONE = re.compile("(?<=[\u0400-\u052f] )[aioy](?= [\u0400-\u052f])")
_POSSESSIVE = re.compile("(?<![\u0400-\u052f])[\u0400-\u052f]{1,40}[’'][sS](?!\\w)")


@register("letters", "error")
def letters(draft: Draft) -> Iterator[Fault]:
    """A Ukrainian target has a word of mixed Cyrillic and Latin letters, or with the Russian letters ё ъ ы э.

    A Latin a, i, o or y that stands for а, і, о or у is found too, and an English ’s on a Ukrainian word.
    Words that the source or the glossary writes in this way are no fault.
    """
    if draft.target_language != "uk" or not _SUSPECT.search(draft.target):
        return
    for word in dict.fromkeys(_LETTERS.findall(draft.target)):
        if not _SUSPECT.search(word) or not _CYRILLIC.search(word) or _is_given(word, draft):
            continue
        if latin := _LATIN.findall(word):
            yield Fault(f"Latin letters in a Cyrillic word: “{word}” ({', '.join(dict.fromkeys(latin))})")
        elif russian := _RUSSIAN.findall(word):
            yield Fault(
                f"Russian letters in a Ukrainian word: “{word}” ({', '.join(dict.fromkeys(russian))})"
            )
    for word in dict.fromkeys(_POSSESSIVE.findall(draft.target)):
        yield Fault(f"English ending on a Ukrainian word: “{word}”")
    for letter in dict.fromkeys(_ALONE.findall(draft.target)):
        # The article "a" stands in nearly every source; "y" as a name of something is there when it is meant.
        if letter == "a" or not re.search(rf"\b{letter}\b", draft.source):
            yield Fault(f"Latin letter alone between Cyrillic words: “{letter}”")


def _is_given(word: str, draft: Draft) -> bool:
    return word in draft.source or any(word in form for forms in draft.accepted for form in forms)
