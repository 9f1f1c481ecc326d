"""Are the spaces of the target where they belong?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.kept import kept_ranges, overlaps
from translate.checks.model import Draft, Fault, Fix
from translate.checks.nobreak import NBSP, with_no_break_spaces
from translate.checks.registry import register

_S = "[ \u00a0\u202f\u2009]"
_CYRILLIC = "А-Яа-яІЇЄҐіїєґ"
# Before a mark that ends something: not .NET, .5, an ellipsis, an emoticon or «…» opened by its closing mark.
_BEFORE = rf"{_S}+(?=[,;](?![\w)(-])|[!?](?!=)|:(?![\w)(DP-])|\.(?![\w.])|[)\]])"
_BEFORE_GUILLEMET = rf"{_S}+(?=»)"
_AFTER = rf"(?<=[(\[„]){_S}+(?=\S)"
_AFTER_GUILLEMET = rf"(?<=«){_S}+(?=\S)"
# Between letters only, so that 5:3, 2,5 and C++ are left alone; a full stop needs a sentence on both sides.
_MISSING = (
    rf"(?<=[{_CYRILLIC}][,;!?:»])(?=[{_CYRILLIC}])|(?<=[{_CYRILLIC}])(?=«)"
    rf"|(?<=[а-яіїєґ][а-яіїєґ]\.)(?=[А-ЯІЇЄҐ][а-яіїєґ’'])|(?<=[a-z][a-z][,;])(?=[a-z]{{2}})"
)
# `слово ,слово`: the space belongs behind the mark.
_DISPLACED = rf"{_S}+[,;!?:](?=[{_CYRILLIC}])"
_DOUBLE = rf"(?<=\S){_S}{{2,}}(?=\S)"
_NEUTRAL = re.compile(
    rf"(?P<double>{_DOUBLE})|(?P<before>{_BEFORE})|(?P<after>{_AFTER})|(?P<missing>{_MISSING})|(?P<displaced>{_DISPLACED})"
)
_WITH_GUILLEMETS = re.compile(
    rf"(?P<before>{_BEFORE}|{_BEFORE_GUILLEMET})|(?P<after>{_AFTER}|{_AFTER_GUILLEMET})|(?P<double>{_DOUBLE})"
    rf"|(?P<missing>{_MISSING})|(?P<displaced>{_DISPLACED})"
)
_DOUBLE_ONLY = re.compile(rf"(?P<double>{_DOUBLE})")
# Looked for first, beside a doubled space, since nearly no target has any of them. Every alternative begins
# with a mark or a space that is no plain one, which is found many times as fast.
_SUSPECT = re.compile(
    "[,;!?:».()\\[\\]«„\u00a0\u202f\u2009](?:"
    "(?<= [,;!?:».)\\]])|(?<=[(\\[«„]) |(?<=[^\\W\\d_][,;!?:».])[^\\W\\d_]|(?<=[^\\W\\d_]«)"
    "|(?<=[\u00a0\u202f\u2009])(?:[ \u00a0,.;:!?)\\]»]|(?<=[ (\\[«„].)))"
)
_CLOSE_GUILLEMETS = frozenset({"be", "bg", "ca", "es", "el", "it", "kk", "no", "pt", "ru", "uk"})
# Their marks stand apart by rule, or they have marks of their own.
_OWN_RULES = frozenset({"fr", "zh", "ja", "ko", "th"})


@register("spaces", "warning")
def spaces(draft: Draft) -> Iterator[Fault]:
    """White space is doubled, missing or where none belongs, and not so in the source.

    That is a space twice, before a closing mark or after an opening one, none after a mark between letters,
    other white space at the ends than in the source, or another number of line breaks or tabs.
    """
    source, target = draft.source, draft.target
    if source[:1].isspace() or target[:1].isspace() or source[-1:].isspace() or target[-1:].isspace():
        yield from _ends(draft)
    if "\n" in source or "\n" in target or "\t" in source or "\t" in target:
        yield from _breaks(draft)
    if "  " not in target and not _SUSPECT.search(target):
        return
    language = draft.target_language.partition("-")[0]
    rule = _WITH_GUILLEMETS if language in _CLOSE_GUILLEMETS else _NEUTRAL
    kept = kept_ranges(draft)
    for match in (_DOUBLE_ONLY if language in _OWN_RULES else rule).finditer(draft.target):
        start, end = match.span()
        if overlaps((start, max(end, start + 1)), kept) or _is_in_source(match, draft):
            continue
        if match.lastgroup == "missing":
            after = draft.target[start - 1 : start + 1]
            yield Fault(f"space missing: “{after}”", None, (start - 1, start + 1), Fix(start, end, " "))
        elif match.lastgroup == "double":
            yield Fault("space doubled", None, (start, end), Fix(start, end, _one(draft, match)))
        elif match.lastgroup == "displaced":
            mark = draft.target[end - 1]
            yield Fault(f"space before “{mark}”", None, (start, end), Fix(start, end, f"{mark} "))
        elif match.lastgroup == "before":
            yield Fault(f"space before “{draft.target[end]}”", None, (start, end), Fix(start, end, ""))
        else:
            yield Fault(f"space after “{draft.target[start - 1]}”", None, (start, end), Fix(start, end, ""))


def _one(draft: Draft, match: re.Match[str]) -> str:
    """Return the one space that stands for several."""
    start, end = match.span()
    joined = f"{draft.target[:start]} {draft.target[end:]}"
    if NBSP in match[0] or (draft.target_language == "uk" and with_no_break_spaces(joined)[start] == NBSP):
        return NBSP
    return " "


def _is_in_source(match: re.Match[str], draft: Draft) -> bool:
    if match.lastgroup == "double":
        return "  " in draft.source.strip()
    if match.lastgroup in ("missing", "displaced"):
        return False
    around = match.string[match.end()] if match.lastgroup == "before" else match.string[match.start() - 1]
    spaced = f" {around}" if match.lastgroup == "before" else f"{around} "
    return spaced in draft.source


def _ends(draft: Draft) -> Iterator[Fault]:
    source, target = draft.source, draft.target
    if not source.strip() or not target.strip():
        return
    lead = len(target) - len(target.lstrip())
    wanted = source[: len(source) - len(source.lstrip())]
    if target[:lead] != wanted:
        yield Fault(
            f"white space at the start {_differs(target[:lead], wanted)}",
            None,
            (0, lead),
            Fix(0, lead, wanted),
        )
    trail = len(target.rstrip())
    wanted = source[len(source.rstrip()) :]
    if target[trail:] != wanted:
        yield Fault(
            f"white space at the end {_differs(target[trail:], wanted)}",
            None,
            (trail, len(target)),
            Fix(trail, len(target), wanted),
        )


def _differs(found: str, wanted: str) -> str:
    if not wanted:
        return "that the source does not have"
    return "is missing" if not found else "differs from the source"


def _breaks(draft: Draft) -> Iterator[Fault]:
    for sign, name in (("\n", "line break"), ("\t", "tab")):
        wanted, found = draft.source.strip().count(sign), draft.target.strip().count(sign)
        if wanted != found:
            yield Fault(f"{name}s: {found}; the source has {wanted}")
