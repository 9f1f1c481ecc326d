"""Words inside a sentence that stay as they are: the pairs of codes of type "protected"."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from translate.inline import Code, Text, concatenate

PROTECTED = "protected"
_LONGEST = 80


def is_protectable(text: str) -> bool:
    r"""Tell whether `text` can stand between two codes: one short line with a letter or a digit in it.

    White space at its edges would be lost where the text is cut into segments.

    >>> is_protectable("make all"), is_protectable(" a"), is_protectable("--"), is_protectable("a\nb")
    (True, False, False, False)
    """
    return (
        len(text) <= _LONGEST
        and text == text.strip()
        and "\n" not in text
        and "\r" not in text
        and any(map(str.isalnum, text))
    )


def is_translatable(content: Text) -> bool:
    """Tell whether there is a letter or a digit outside the protected pairs of `content`."""
    depth = 0
    for part in content.parts():
        if isinstance(part, Code):
            depth += (part.type == PROTECTED) * ((part.kind == "open") - (part.kind == "close"))
        elif not depth and any(map(str.isalnum, part)):
            return True
    return False


def plain_pairs(target: Text, codes: Iterable[Code]) -> Text:
    """Return `target` with nothing but text between the two codes of a protected pair.

    `codes` are those of the source: they say what is protected. A code that stands between goes behind the
    pair; a code without its partner, or behind it, goes away.
    """
    protected = {code.id for code in codes if code.type == PROTECTED}
    if not protected:
        return target
    places = {key: index for index, key in enumerate(target.keys)}
    whole = {id_ for id_ in protected if -1 < places.get((id_, "open"), -1) < places.get((id_, "close"), -1)}
    pieces: list[str | Code] = []
    behind: list[Code] = []
    within = ""
    todo = deque(target.parts())
    while todo:
        part = todo.popleft()
        if isinstance(part, str):
            pieces.append(part)
        elif part.id in protected and part.id not in whole:
            continue
        elif within and part.key != (within, "close"):
            behind.append(part)
        else:
            pieces.append(part)
            within = part.id if part.id in protected and part.kind == "open" else ""
            if not within:
                todo.extendleft(reversed(behind))
                behind = []
    return concatenate(pieces)
