"""Where a name stands but is not meant: in an address, a handle, a hashtag, or as a part of another name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate.glossary.model import TermMatch

# The lengths are bounded, so that a text without spaces takes no time with its square.
_ADDRESS = re.compile(
    r"""
    (?:[a-z][a-z0-9+.-]{0,30}://|www\.)\S+      # URL
    | [\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+         # e-mail
    | [@#＠＃]\w+(?:[.@-]\w+)*                  # handle, hashtag
    | (?<![\w.])(?:[\w-]{1,200}\.){1,50}        # domain, file name
      (?:[a-z]{2,}|(?i:com|edu|eu|gov|info|net|org|ru|ua|uk))\b(?:/\S*)?
    """,
    re.VERBOSE,
)
_MAY_BE_ADDRESS = re.compile(r"[@#＠＃]|://|www\.|[\w-]\.\w")

# Names that hold a country's name and are translated without it: Мексиканська затока, Мехіко.
_OTHER_NAME = re.compile(
    r"""
    \b(?:
    New[ ](?:Guinea|Jersey|Mexico)
    | (?:Bay|Gulf|Isthmus|Sea|Straits?)[ ]of[ ]\w+
    | (?:East|South)[ ]China[ ](?:Morning[ ]Post|Sea)
    | (?:Guatemala|Kuwait|Mexico|Panama)[ ]City
    | (?:Air|Radio)[ ](?:Canada|China|France|India|Serbia) | \w+[ ]Airways | \w+[ ]Airlines | France[ ]24
    | Panama[ ](?:Canal|hats?|Papers) | Santiago[ ]de[ ]Chile
    | River[ ]Jordan | Jordan[ ](?:River|Valley) | Israel[ ]Katz
    | Guinea[ ](?:fowls?|pigs?) | Brazil[ ]nuts? | Jersey[ ]cows?
    )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Country names that are also first names, surnames or a US state.
_AMBIGUOUS = _set("Chad Georgia Jersey Jordan")
_AMERICAN_GEORGIA = _set(
    """
    Alabama Arizona Athens Atlanta Augusta Carolina Democrat Democratic Democrats Florida Fulton GOP Kemp
    Macon Michigan Nevada Pennsylvania Raffensperger Republican Republicans Savannah Senate Tennessee
    Wisconsin
    """
)
_CAPITALISED_ANYWAY = _set(
    """
    A After Against All Although Among An And Are Around As At Because Before Both But By Can Despite Did
    During Even For From Has Have How However If In Inside Into Is Its Like Meanwhile Near Not Now Of Off On
    Once Only Or Over Since So Still That The Their Then Though Through Throughout To Today Under Unlike Until
    Was Were What When Where While Who Why Will With Within Without Yesterday Yet
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    January February March April May June July August September October November December
    """
)
_LETTERS = r"[^\W\d_]+(?:['’][^\W\d_]+)?"
_WORD = re.compile(_LETTERS)
_WORD_BEFORE = re.compile(rf"({_LETTERS})[ \u00a0-]$")
_TITLE_BEFORE = re.compile(r"\b(?:[A-Z]|Dr|Gen|Gov|Mr|Mrs|Ms|Rep|Sen)\.[ \u00a0]$")
_WORD_AFTER = re.compile(rf"[ \u00a0-]({_LETTERS})")
_REACH = 40


def addresses(text: str) -> list[tuple[int, int]]:
    """Return the ranges of `text` that are web or e-mail addresses, handles or hashtags."""
    if _MAY_BE_ADDRESS.search(text) is None:
        return []
    return [match.span() for match in _ADDRESS.finditer(text)]


def without_other_names(text: str, matches: Sequence[TermMatch]) -> tuple[TermMatch, ...]:
    """Return `matches` less the places inside another name (`New Mexico`, `Michael Jordan`).

    A glossary that has the longer name itself finds that one, and keeps it.
    """
    if not any(match.term.kind == "place" for match in matches):
        return tuple(matches)
    others = [other.span() for other in _OTHER_NAME.finditer(text)]
    return tuple(match for match in matches if not _misses(text, match, matches, others))


def _misses(
    text: str, match: TermMatch, matches: Sequence[TermMatch], others: Sequence[tuple[int, int]]
) -> bool:
    if match.term.kind != "place":
        return False
    if any(a <= match.start and match.end <= b and match.end - match.start < b - a for a, b in others):
        return True
    return match.term.source in _AMBIGUOUS and _is_person_or_state(text, match, matches)


def _is_person_or_state(text: str, match: TermMatch, matches: Sequence[TermMatch]) -> bool:
    if match.term.source == "Georgia" and _AMERICAN_GEORGIA.intersection(_WORD.findall(text)):
        return True
    before, after = text[max(0, match.start - _REACH) : match.start], text[match.end : match.end + _REACH]
    if _TITLE_BEFORE.search(before):
        return True
    places = [other for other in matches if other.term.kind == "place"]
    word = _WORD_BEFORE.search(before)
    if word and _is_name(word[1]) and not any(place.end == match.start - 1 for place in places):
        return True
    word = None if match.possessive else _WORD_AFTER.match(after)
    return bool(word and _is_name(word[1]) and not any(place.start == match.end + 1 for place in places))


def _is_name(word: str) -> bool:
    return word[0].isupper() and word.capitalize() not in _CAPITALISED_ANYWAY
