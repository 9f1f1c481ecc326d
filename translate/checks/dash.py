"""Are the dashes of a Ukrainian target dashes?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.kept import around, kept_ranges, overlaps
from translate.checks.model import Draft, Fault, Fix
from translate.checks.registry import register

_S = "[ \u00a0]"
# A hyphen alone between spaces, or two; a dash that touches a word on either side. Two hyphens before a word
# alone are an option of a program.
_HYPHEN = rf"(?<=\S){_S}+[-−]{_S}+(?=\S)"
_TWO = rf"(?<=[^\s-]){_S}+--{_S}+(?=[^\s-])|(?<=[^\W\d_])--(?=[^\W\d_])"
_NEXT = r"(?=[\w«„(])"
_TIGHT = (
    rf"(?<=[^\W\d_]){_S}*—(?=[^\W\d_«„])|(?<=[^\W\d_])—{_S}*{_NEXT}"
    rf"|(?<=[,»)!?…“]){_S}*—(?=[^\W\d_«„])|(?<=[,»)!?…“])—{_S}+{_NEXT}"
)
_START = rf"^(?:--?){_S}+(?=\S)|^—(?=[^\W\d_«„])"
_RULE = re.compile(rf"(?P<start>{_START})|(?P<hyphen>{_HYPHEN})|(?P<two>{_TWO})|(?P<tight>{_TIGHT})")
# Each of its alternatives begins with the sign itself: so it is found many times as fast.
_SUSPECT = re.compile(r"[-−—](?:(?<=[ \u00a0][-−])[ \u00a0]|(?<=-)(?:-|(?<=^-))|(?<=—)(?:\S|(?<=\S—)))")
_MESSAGES = {
    "start": "dash at the start",
    "hyphen": "hyphen for a dash",
    "two": "two hyphens for a dash",
    "tight": "space missing beside a dash",
}


@register("dash", "info")
def dash(draft: Draft) -> Iterator[Fault]:
    """A Ukrainian target has a hyphen or two for a dash, or a dash without its spaces.

    Between figures it may be a minus or a score, at the start the mark of a list that the source has too; a
    dash between words without any space and the shorter one (–) are left to the author where they are names
    of a line (Київ–Львів) or a habit of the house.
    """
    if draft.target_language != "uk" or not _SUSPECT.search(draft.target):
        return
    kept = kept_ranges(draft)
    target = draft.target
    for match in _RULE.finditer(target):
        start, end = match.span()
        if overlaps((start, end), kept) or _is_figure(target, start, end) or _is_mark(match, draft):
            continue
        text = "—\u00a0" if match.lastgroup == "start" else "\u00a0— "
        message = f"{_MESSAGES[match.lastgroup or 'tight']}: “{around(target, start, end)}”"
        yield Fault(message, None, (start, end), Fix(start, end, text))


def _is_figure(target: str, start: int, end: int) -> bool:
    return target[start - 1 : start].isdigit() and target[end : end + 1].isdigit()


def _is_mark(match: re.Match[str], draft: Draft) -> bool:
    return match.start() == 0 and draft.source.startswith("-")
