"""Do the apostrophe and the soft sign stand where a Ukrainian word has them?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from translate.checks.model import Draft, Fault, Fix
from translate.checks.registry import register

# Where one may be missing, or one stands: the look at the dictionary is for such words only.
_WORD = re.compile("(?<![\\w’'ʼ-])[А-ЩЬЮЯЄІЇҐа-щьюяєіїґ]+(?:[’'ʼ][А-ЩЬЮЯЄІЇҐа-щьюяєіїґ]+)*(?![\\w’'ʼ-])")
_MISSING = re.compile("(?<=[бпвмфркгджзстнц])(?=[яюєї])", re.IGNORECASE)
_SOFT = re.compile("(?<=[лнтдсзц])(?=[бвгґджзклмнпрстфхцчшщо]|$)", re.IGNORECASE)
_SIGN = re.compile("[ь’'ʼ]", re.IGNORECASE)
_SHORTEST = 4


@register("apostrophe", "error")
def apostrophe(draft: Draft) -> Iterator[Fault]:
    """A word of a Ukrainian target lacks the apostrophe or the soft sign, or has the wrong one of the two.

    That is so when the dictionary does not have the word, and has it with ’ before я, ю, є, ї or with ь put
    in, taken out or in place of the other: обєкт, пьять, Лвів. The fix is the word that the dictionary has,
    when there is but one. Words of the source, of the glossary and in capitals only are left alone.
    """
    if draft.target_language != "uk":
        return
    for match in _WORD.finditer(draft.target):
        word = match[0]
        if len(word) < _SHORTEST or word.isupper() or not (meant := _meant(word)) or _is_given(word, draft):
            continue
        expected = " or ".join(f"“{one}”" for one in meant)
        fix = Fix(*match.span(), meant[0]) if len(meant) == 1 else None
        yield Fault(f"apostrophe or soft sign: “{word}”, expected {expected}", target=match.span(), fix=fix)


@lru_cache(maxsize=65536)
def _meant(word: str) -> tuple[str, ...]:
    """Return the good words that differ from `word` in one apostrophe or soft sign; () for a good word."""
    from translate.languages.uk.readings import is_sound

    if is_sound(word):
        return ()
    found = dict.fromkeys(one for one in _variants(word) if is_sound(one))
    return tuple(found)


def _variants(word: str) -> Iterator[str]:
    for at in (match.start() for match in _MISSING.finditer(word)):
        yield word[:at] + "’" + word[at:]
    for at in (match.start() for match in _SOFT.finditer(word)):
        yield word[:at] + "ь" + word[at:]
    for at in (match.start() for match in _SIGN.finditer(word)):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + ("’" if word[at] == "ь" else "ь") + word[at + 1 :]


def _is_given(word: str, draft: Draft) -> bool:
    return word in draft.source or any(word in form for forms in draft.accepted for form in forms)
