"""Do no-break spaces stand where Ukrainian typography asks for them?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.kept import kept_ranges, overlaps
from translate.checks.model import Draft, Fault, Fix
from translate.checks.registry import register

_NBSP = "\u00a0"
_SUSPECT = re.compile(
    r"\d [^\W_€$£₴%°№]|\d [€$£₴%°№]|[№§$€£₴] \d|[^\W\d_]\. [^\W\d_]| —|млн |млрд |трлн |тис\. "
)
_DASH = re.compile(r"(?<=\S) (?=— ?\S)")


@register("nbsp", "info")
def nbsp(draft: Draft) -> Iterator[Fault]:
    """A space of a Ukrainian target should be a no-break one, so that no line ends there.

    It stands between the groups of a figure, between a figure and its unit, noun or month, after № and §,
    between initials and surname, or before a dash.
    """
    target = draft.target
    if draft.target_language != "uk":
        return
    set_text = target
    if _FIGURE.search(target) or _INITIAL.search(target):
        # The language's own rules say where; they change these spaces and nothing else.
        from translate.languages.uk.typography import initial_spaces, number_spaces

        set_text = initial_spaces(number_spaces(target))
    if " —" in target:
        set_text = _DASH.sub(_NBSP, set_text)
    if set_text == target:
        return
    kept = kept_ranges(draft)
    for at, (old, new) in enumerate(zip(target, set_text, strict=True)):
        if old == " " and new == _NBSP and not overlaps((at, at + 1), kept):
            yield Fault(
                f"no-break space missing: “{_around(target, at)}”", None, (at, at + 1), Fix(at, at + 1, _NBSP)
            )


def _around(text: str, at: int) -> str:
    before, after = re.search(r"\S*$", text[:at]), re.match(r"\S*", text[at + 1 :])
    return f"{before[0] if before else ''} {after[0] if after else ''}"
