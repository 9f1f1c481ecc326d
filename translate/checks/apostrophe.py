"""Do the apostrophe and the soft sign stand where a Ukrainian word has them?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.model import Draft, Fault, Fix
from translate.checks.registry import register

# Where one may be missing, or one stands: the look at the dictionary is for such words only.
_WORD = re.compile("(?<![\\w’'ʼ-])[А-ЩЬЮЯЄІЇҐа-щьюяєіїґ]+(?:[’'ʼ][А-ЩЬЮЯЄІЇҐа-щьюяєіїґ]+)*(?![\\w’'ʼ-])")
_SHORTEST = 4
_OPENS, _OPENING = 4, " \u00a0«„(—–-…"


@register("apostrophe", "error")
def apostrophe(draft: Draft) -> Iterator[Fault]:
    """A word of a Ukrainian target lacks the apostrophe or the soft sign, or has the wrong one of the two.

    That is so when the dictionary does not have the word, and has it with ’ before я, ю, є, ї or with ь put
    in, taken out or in place of the other: обєкт, пьять, Лвів. The fix is the word that the dictionary has,
    when there is but one. Words of the source, of the glossary and in capitals only are left alone.
    """
    if draft.target_language != "uk":
        return
    from translate.languages.uk.signs import is_name, with_right_sign

    for match in _WORD.finditer(draft.target):
        word = match[0]
        if len(word) < _SHORTEST or word.isupper():
            continue
        meant = with_right_sign(word.lower())
        if not meant or _is_given(word, draft):
            continue
        if word[0].isupper() and _is_inside(draft.target, match.start()):
            # A foreign name may lack no more than a sign to look like a common word.
            meant = tuple(one for one in meant if is_name(one))
            if not meant:
                continue
        if word[0].isupper():
            meant = tuple(one[0].upper() + one[1:] for one in meant)
        expected = " or ".join(f"“{one}”" for one in meant)
        fix = Fix(*match.span(), meant[0]) if len(meant) == 1 else None
        yield Fault(f"apostrophe or soft sign: “{word}”, expected {expected}", target=match.span(), fix=fix)


def _is_inside(text: str, at: int) -> bool:
    """Say whether a sentence has begun before `at`, so that a capital there is that of a name."""
    return at > _OPENS or bool(text[:at].strip(_OPENING))


def _is_given(word: str, draft: Draft) -> bool:
    return word in draft.source or any(word in form for forms in draft.accepted for form in forms)
