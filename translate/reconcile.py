"""The inline codes of a reviewer's target made those of the article again."""

from __future__ import annotations

from collections.abc import Sequence

from translate.inline import Code, Text, concatenate, unpaired
from translate.segments import Segment


def reconciled(part: Segment, target: Text) -> tuple[Text, list[str]]:
    """Give the codes of a reviewer's target what the article has in them; also say what is wrong with them.

    A code that came back twice counts once, one that the source does not have is dropped. A lost pair is
    left out; a lost single code, or one whose partner stands in another segment, is put at the end.
    """
    own = {code.key: code for code in part.codes}
    alone = unpaired(part.codes)
    crossing = _crossing(part.codes)
    pieces: list[str | Code] = []
    seen: set[tuple[str, str]] = set()
    problems: list[str] = []
    opened: list[str] = []
    for piece in target.parts():
        if isinstance(piece, str):
            pieces.append(piece)
            continue
        code = own.get(piece.key)
        if code is None:
            problems.append(f"the inline code {_named(piece)} is not in the source and was left out")
        elif code.key in seen:
            problems.append(f"the inline code {_named(code)} came back twice; the second was left out")
        elif code.kind == "close" and code.key not in alone and not _closes(code.id, opened, crossing):
            problems.append(f"the inline code {_named(code)} closes before it opens, or crosses another")
        else:
            seen.add(code.key)
            pieces.append(code)
            if code.kind == "open" and code.key not in alone:
                opened.append(code.id)
            elif code.kind == "close" and code.key not in alone:
                opened.remove(code.id)
    pieces = [p for p in pieces if not (isinstance(p, Code) and p.kind == "open" and p.id in opened)]
    for code in part.codes:
        lost = code.key not in seen or (code.kind == "open" and code.id in opened)
        if lost and (code.kind == "single" or code.key in alone):
            pieces.append(code)
            problems.append(f"the inline code {_named(code)} was lost and stands at the end now")
        elif lost and code.kind == "open":
            problems.append(f"the inline codes {_named(code)} around a text were lost")
    return _with_breaks(pieces), list(dict.fromkeys(problems))


def _closes(id_: str, opened: Sequence[str], crossing: frozenset[str]) -> bool:
    """Whether the pair that was opened last, but for those that may cross others, is the one of this id."""
    if id_ in crossing:
        return id_ in opened
    return [own for own in opened if own not in crossing][-1:] == [id_]


def _crossing(codes: Sequence[Code]) -> frozenset[str]:
    """Return the ids of the pairs that cross another in the article itself, as tags of a page may."""
    paired = {code.key for code in codes} - unpaired(codes)
    opened: list[str] = []
    found: set[str] = set()
    for code in codes:
        if (code.id, code.kind) in paired and code.kind == "open":
            opened.append(code.id)
        elif code.kind == "close" and code.id in opened:
            later = opened[opened.index(code.id) + 1 :]
            found.update(later, [code.id] if later else [])
            opened.remove(code.id)
    return frozenset(found)


def _with_breaks(pieces: Sequence[str | Code]) -> Text:
    """Join the pieces, a newline behind each line break (see `Code`)."""
    joined: list[str | Code] = []
    for index, piece in enumerate(pieces):
        joined.append(piece)
        following = pieces[index + 1] if index + 1 < len(pieces) else ""
        is_break = isinstance(piece, Code) and piece.type == "lb"
        if is_break and not (isinstance(following, str) and following.startswith("\n")):
            joined.append("\n")
    return concatenate(joined)


def _named(code: Code) -> str:
    return code.shown or f"{code.id or 'without an id'} ({code.type})"
