"""Do no-break spaces stand where Ukrainian typography asks for them?"""

from __future__ import annotations

from collections.abc import Iterator

from translate.checks.kept import around, kept_ranges, overlaps
from translate.checks.model import Draft, Fault, Fix
from translate.checks.nobreak import NBSP, with_no_break_spaces
from translate.checks.registry import register


@register("nbsp", "info")
def nbsp(draft: Draft) -> Iterator[Fault]:
    """A space of a Ukrainian target should be a no-break one, so that no line ends there.

    It stands between the groups of a figure, between a figure and its unit, noun or month, after № and §,
    between initials and surname, or before a dash.
    """
    target = draft.target
    if draft.target_language != "uk" or (changed := with_no_break_spaces(target)) == target:
        return
    kept = kept_ranges(draft)
    at = -1
    while (at := changed.find(NBSP, at + 1)) >= 0:
        if target[at] == " " and not overlaps((at, at + 1), kept):
            yield Fault(
                f"no-break space missing: “{around(target, at, at + 1)}”",
                None,
                (at, at + 1),
                Fix(at, at + 1, NBSP),
            )
