"""Which kind of thing a name is: told by its own words and by those around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate.glossary import english
from translate.glossary.capitals import Token

_AGE = re.compile(r",? \d{1,2}(?:,|\))|,? \((?:\d|born)")
_KIN = re.compile(
    r" (?:wife|husband|son|daughter|mother|father|brother|sister|lawyer|lawyers|family|widow)\b"
)
_WHO = re.compile(r",? who\b|,? whose\b")
_NEXT_WORD = re.compile(r"[ \u00a0-]([^\W\d_]+)")
_BEFORE = re.compile(r"([^\W\d_]+)(,?) ([Tt]he )?$")
_HEAD_BEFORE = re.compile(r"\b([^\W\d_]+) (?:of|called|named) (?:the )?$")
_BYLINE = re.compile(r"(?:^|[(;] ?)(?:\w+ )?(?:[Bb]y|Reporting by|reporting by|Editing by|Photo by)\b[^.;]*$")
_FIRST = frozenset({"lake", "mount", "cape", "fort", "port", "gulf", "mt", "castle", "camp"})


def kind_of(text: str, tokens: Sequence[Token], words: Sequence[Token]) -> tuple[str, str]:
    """Return the kind of a name without a title, and what told it."""
    start, end = tokens[0].start, tokens[-1].end
    before, after = text[max(0, start - 40) : start], text[end : end + 40]
    if len(words) > 1:
        # The head is the last word, or the first before `of`.
        heads = [
            words[-1],
            *(words[:1] if "of" in [t.word for t in tokens] or words[0].lower in _FIRST else ()),
        ]
        for head in heads:
            if _head(head) in english.ORGANISATION_HEADS:
                return "organisation", head.word
            if is_place_head(head):
                says = head is words[-1] and _NEXT_WORD.match(after)
                if says and says[1] in english.SAYING:
                    return "person", f"before {says[1]}"
                return "place", head.word
        organisation = next((t for t in words[1:] if t.lower in english.ORGANISATION_HEADS), None)
        if organisation is not None:
            return "organisation", organisation.word
    possessive = tokens[-1].possessive
    following = _NEXT_WORD.match(after)
    if not possessive and following and {following[1], following[1].rstrip("s")} & english.PLACE_NOUNS:
        return "place", f"before {following[1]}"
    head_before = _HEAD_BEFORE.search(before)
    if head_before and head_before[1].lower() in english.PLACE_NOUNS:
        return "place", f"after {head_before[1]} of"
    preceding = _BEFORE.search(before)
    word, comma, article = preceding.groups() if preceding else ("", "", "")
    if article or before in ("The ", "the "):
        return "other", "capital"
    previous = word.lower()
    prepositional = not comma and not possessive and not before.lower().endswith("according to ")
    if previous in english.ROLES and not (comma and len(words) == 1):
        return "person", f"after {previous}"
    if any(token.sort == "initial" for token in words) or {"van", "von"} & {token.word for token in tokens}:
        return "person", "initials or particle"
    if len(words) > 1 and _BYLINE.search(before):
        return "person", "byline"
    if prepositional and (previous in english.STRONG_PLACE or words[0].word == "St."):
        return "place", f"after {previous}"
    if prepositional and previous == "from" and len(words) == 1:
        return "place", "after from"
    if following and following[1] in english.SAYING and not possessive:
        return "person", f"before {following[1]}"
    if word in english.SAYING and word.endswith(("d", "s")) and len(words) > 1:
        return "person", f"after {word}"
    if _AGE.match(after) or _WHO.match(after) or (possessive and _KIN.search(after[:12])):
        return "person", "age, who or kin"
    if prepositional and previous in english.WEAK_PLACE and len(words) == 1:
        return "place", f"after {previous}"
    return "other", "capital"


def is_head(token: Token) -> bool:
    """Say whether the word is the head of an organisation's or a place's name."""
    return _head(token) in english.ORGANISATION_HEADS or is_place_head(token)


def is_place_head(token: Token) -> bool:
    """Say whether the word is the head of a place's name."""
    return _head(token) in english.PLACE_HEADS


def _head(token: Token) -> str:
    return token.lower.rpartition("-")[2]
