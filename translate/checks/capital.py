"""Does the target begin with a capital where the source does?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.model import Draft, Fault, Fix
from translate.checks.registry import register

_FIRST = re.compile(r"[\s\"“”„«»‘’'(\[{¿¡…•·*—–-]*([^\W\d_](?:[\w’'ʼ.-]*\w)?)")
_SENTENCE = re.compile(r"[.!?…][\"“”»’')\]]*\s*$")
_CAPITALISED = re.compile(r"(?<![\w’'])(?!I\b)[^\W\d_]*[A-ZА-ЯІЇЄҐÀ-ÖØ-Þ]")
# Abbreviations that stand before a name and begin with a small letter even in a list.
_ABBREVIATION = re.compile(r"(?:м|с|смт|вул|просп|пл|бул|о|р|оз|г|д-р|проф|ім|св|обл)\.")
# Words that have a capital in English only because something begins with them.
_ORDINARY = re.compile(
    r"an?|about|after|all|and|are|as|at|before|but|by|do|for|from|had|has|have|he|her|his|how|if|in|is|its?|more|new"
    r"|not?|of|on|one|or|our|she|that|the|their|there|these|they|this|to|was|we|were|what|when|where|who|why|will"
    r"|with|your?",
    re.IGNORECASE,
)


@register("capital", "warning")
def capital(draft: Draft) -> Iterator[Fault]:
    """The source begins with a capital and the target with a small letter, or the other way round.

    Digits at the start, brands (eBay) and a source in capitals do not count. A fragment may begin with a name
    or a weekday, which the other language writes small: a source that is no sentence has to begin with a word
    such as “the”. A target may begin with a name where the source has any capital.
    """
    source, target = _FIRST.match(draft.source), _FIRST.match(draft.target)
    if source is None or target is None:
        return
    first, own = source[1], target[1]
    if not own.replace("’", "").replace("-", "").isalpha():
        return
    # Small letters with a capital further on are a brand or a unit: iPhone, mRNA.
    if first[0].isupper() == own[0].isupper() or own[0].isupper() == own[0].islower():
        return
    if first[0].isupper():
        if _is_free(own, draft) or (draft.source.isupper() and len(draft.source.split()) > 1):
            return
        if _begins(draft, first):
            at = target.start(1)
            fix = Fix(at, at + 1, own[0].upper()) if "а" <= own[0] <= "ґ" else None
            yield Fault(
                f"small letter at the start: “{own}”; the source has “{first}”",
                source.span(1),
                target.span(1),
                fix,
            )
    elif first[0].islower() and not _CAPITALISED.search(draft.source):
        if any(term.term.target[:1].isupper() for term in draft.terms) or (len(own) > 1 and own.isupper()):
            return
        yield Fault(
            f"capital at the start: “{own}”; the source has “{first}”", source.span(1), target.span(1)
        )


def _begins(draft: Draft, first: str) -> bool:
    """Say whether the source has its capital because it begins."""
    if _SENTENCE.search(draft.source):
        return len(draft.source.split()) > 2 or _ORDINARY.fullmatch(first) is not None
    return draft.kind in ("headline", "paragraph") or _ORDINARY.fullmatch(first) is not None


def _is_free(word: str, draft: Draft) -> bool:
    """Say whether a word in the target may begin with a small letter anywhere."""
    return not word.islower() or word in draft.source or bool(_ABBREVIATION.match(draft.target.lstrip()))
