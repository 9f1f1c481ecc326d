"""Does a counted noun stand in the form that its numeral asks for?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.model import Draft, Fault, Fix
from translate.checks.registry import register

_WANTED = {
    "one": "the singular behind a number ending in 1",
    "few": "the nominative plural behind 2, 3 and 4",
    "many": "the genitive plural behind 5 and more",
    "part": "the genitive singular behind a fraction",
}
# A figure before a Ukrainian word, or one of the numerals two, three, four … and one and a half.
_COUNTED = re.compile(
    "(?:\\d|два|дві|обидв[аі]|три|чотири|півтор[аи]|ть|сім|сорок|сят|сто|двісті|ста|сот)"
    "[ \u00a0\u202f][а-щьюяєіїґ]",
    re.IGNORECASE,
)


@register("agreement", "warning")
def agreement(draft: Draft) -> Iterator[Fault]:
    """A number of a Ukrainian target has its noun in a form that it cannot have: 5 танка, 21 танків.

    A number ending in 1 asks for the singular, 2 to 4 for the plural, others for the genitive plural, and a
    fraction for the genitive singular (5,2 місяця). Years, dates, ordinals and designations are left alone,
    and so is what may be right in another case. The fix is the form of the dictionary, where it is certain.
    """
    if draft.target_language != "uk" or not _COUNTED.search(draft.target):
        return
    from translate.languages.uk.counting import disagreements

    for found in disagreements(draft.target):
        text = draft.target[found.start : found.end]
        expected = f", expected “{found.better}”" if found.better else ""
        yield Fault(
            f"numeral and noun: “{text}”{expected} ({_WANTED[found.why]})",
            target=(found.start, found.end),
            fix=Fix(*found.noun, found.better) if found.better else None,
        )
