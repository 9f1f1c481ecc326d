"""Do у and в, і and й, з, із and зі alternate as they sound well?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.model import Draft, Fault, Fix
from translate.checks.registry import register

_VOWELS = "аеєиіїоуюя"
_LETTER = "А-ЩЬЮЯЄІЇҐа-щьюяєіїґ"
# The word before, the small word, the word behind; no pause between them.
_PLACE = re.compile(
    f"(?<![{_LETTER}’'-])([{_LETTER}’']*[{_LETTER}])[ \u00a0](у|в|і|й|з|із|зі)[ \u00a0]"
    f"([«„]?[{_LETTER}][{_LETTER}’']*)"
)
_SIBILANTS = "зсцчшщж"


@register("euphony", "info")
def euphony(draft: Draft) -> Iterator[Fault]:
    """A Ukrainian target has a variant of у/в, і/й or з/із/зі that is hard to say between its neighbours.

    Only clear cases: в before в, ф and clusters such as льв, св, тв, хв; у and і between vowels; й beside a
    consonant; з before a cluster with a sibilant, or between two sibilants (Ukrainian orthography of 2019,
    §§ 23–25). Beside a pause, a figure or a word in Latin letters either variant may stand.
    """
    if draft.target_language != "uk":
        return
    from translate.languages.uk.prepositions import agree_preposition

    at = 0
    while match := _PLACE.search(draft.target, at):
        # The word behind is the word before of the next small word.
        at = match.start(2)
        before, given, after = match[1].lower(), match[2], match[3]
        better = agree_preposition(given, after, before)
        if better != given and _is_clear(given, better, before, after.lower().lstrip("«„")):
            place = match.span(2)
            yield Fault(
                f"“{match[0]}” sounds better with “{better}”", target=match.span(), fix=Fix(*place, better)
            )


def _is_clear(given: str, better: str, before: str, after: str) -> bool:
    vowel_before, vowel_after = before[-1] in _VOWELS, after[0] in _VOWELS
    if (given, better) == ("в", "у"):
        return after[0] in "вф" or re.match("льв|[стхдзгк]в", after) is not None
    if (given, better) in (("у", "в"), ("і", "й")):
        return vowel_before and vowel_after
    if (given, better) == ("й", "і"):
        return not vowel_before
    if given == "з":
        cluster = len(after) > 1 and after[0] in "зсшщ" and after[1] not in _VOWELS + "ьй’"
        return cluster or (before[-1] in _SIBILANTS and after[0] in _SIBILANTS)
    return False
