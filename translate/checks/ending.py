"""Does the target end as the source does?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.model import Draft, Fault, Fix
from translate.checks.registry import register

# What may follow the final mark: closing quotation marks and brackets, a note's number, an emoji.
_NOTE = re.compile(r"(?:\[\d{1,3}\]|[¹²³⁰-⁹])+(?=[^\w]*$)")
# Signs that belong to what stands before them.
_WORDLIKE = "%°€$£₴+#@/&=^~<>→_-"
_ALIKE = str.maketrans(
    {
        "。": ".",
        "．": ".",
        "।": ".",
        "։": ".",
        "！": "!",
        "？": "?",
        "؟": "?",
        "：": ":",
        "；": ";",
        "؛": ";",
        "，": ",",
        "،": ",",
        "、": ",",
    }
)
_KINDS = {
    "?": "question mark",
    "!": "exclamation mark",
    "…": "ellipsis",
    ".": "full stop",
    ":": "colon",
    ";": "semicolon",
    ",": "comma",
    "": "no mark",
}
# Languages that write no full stop, and the one whose question mark is a semicolon.
_OTHER_RULES = frozenset({"th", "lo", "km", "my", "bo", "el"})
# Abbreviations, whose full stop may be that of the sentence: U.S., p.m., etc.; дол., 2022 р.
_ENGLISH = re.compile(
    r"(?:\b[A-Za-z]\.\s?[A-Za-z]|\b[A-Z]|\b(?:etc|al|ca|Inc|Ltd|Co|Corp|Jr|Sr|St|No|vs|bn|min|max|approx|dept"
    r"|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Ms|Dr))\.\W*$"
)
_UKRAINIAN = re.compile(
    r"(?:\b\w|\b(?:рр|см|дол|грн|тис|ін|ст|обл|вул|ред|гр|др|пр|напр|проф|акад|хв|год"
    r"|сек|євр|коп|табл|рис|див|т\. ?зв|чол|шт|екз|кв|куб|співроб|нар|пом))\.\W*$"
)
_LABELS = frozenset({"headline", "cell", "attribute"})
# A source of more words than this that lacks its full stop has lost it.
_SHORT = 5
_WORD = re.compile(r"\w+")


@register("ending", "warning")
def ending(draft: Draft) -> Iterator[Fault]:
    """Source and target end in different marks: . ? ! … : ; , or none.

    Closing quotation marks and brackets may stand before or after the mark, as the language has it; an
    abbreviation at the end (p.m., дол.) may bring its own full stop. A full stop that the target adds is a
    fault in a headline, a cell or a source of few words; longer sources lack it by a slip. Two full stops at
    the end are always one too many.
    """
    source, target = draft.source.rstrip(), draft.target.rstrip()
    if not source or not target or draft.target_language.partition("-")[0] in _OTHER_RULES:
        return
    if target[-1] == source[-1] and target[-1] in ".?!" and (target[-2:-1] + source[-2:-1]).isalnum():
        # Nearly all: a word and one and the same mark. The rest of the rule would say nothing else.
        return
    if target.endswith("..") and target[-3:-2] not in (".", "…") and not source.endswith(".."):
        size = len(target)
        yield Fault("two full stops at the end", None, (size - 2, size), Fix(size - 2, size, "."))
        return
    source_tail, target_tail = _tail(source), _tail(target)
    wanted, found = _kind(source_tail), _kind(target_tail)
    if wanted == found or wanted is None or found is None:
        return
    if {wanted, found} == {".", ""} and _is_allowed(draft, source, target, added=found == "."):
        return
    yield Fault(
        f"ends with {_said(found)}; the source with {_said(wanted)}",
        (len(source) - max(len(source_tail), 1), len(source)),
        (len(target) - max(len(target_tail), 1), len(target)),
        _fix(draft, target, target_tail, wanted, found),
    )


def _tail(text: str) -> str:
    """Return the punctuation at the end, without numbers of notes."""
    if text[-1].isalnum():
        return ""
    if text[-1] in "]¹²³⁰⁴⁵⁶⁷⁸⁹":
        text = _NOTE.sub("", text)
    start = len(text)
    while start and not (text[start - 1].isalnum() or text[start - 1] in _WORDLIKE):
        start -= 1
    return text[start:]


def _kind(tail: str) -> str | None:
    """Return the mark that tells how the sentence ends; None where a dash breaks it off."""
    tail = tail.translate(_ALIKE)
    if "—" in tail or "–" in tail:
        return None
    if "..." in tail or (".." in tail and "?" not in tail and "!" not in tail):
        return "…"
    return next((mark for mark in _KINDS if mark and mark in tail), "")


def _is_allowed(draft: Draft, source: str, target: str, *, added: bool) -> bool:
    """Say whether it is no fault that just one of both ends with a full stop."""
    abbreviations = _ENGLISH if draft.source_language == "en" else _UKRAINIAN
    if not added:
        return abbreviations.search(source) is not None
    if draft.target_language == "uk" and _UKRAINIAN.search(target):
        return True
    return draft.kind not in _LABELS and len(_WORD.findall(source)) > _SHORT


def _fix(draft: Draft, target: str, tail: str, wanted: str, found: str) -> Fix | None:
    end = len(target)
    if found == "" and (not tail or wanted == ".") and _is_european(target[: end - len(tail)][-1:]):
        # In Ukrainian the full stop follows the closing mark; other languages differ.
        return Fix(end, end, wanted) if not tail or draft.target_language == "uk" else None
    if wanted == "" and found == "." and draft.kind in _LABELS and target.endswith("."):
        return Fix(end - 1, end, "")
    return None


def _is_european(letter: str) -> bool:
    return letter.isalnum() and letter < "\u0530"


def _said(kind: str) -> str:
    return f"{_KINDS[kind]} “{kind}”" if kind else _KINDS[kind]
