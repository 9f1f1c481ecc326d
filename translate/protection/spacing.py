"""The white space around inline codes that stand in a target."""

from __future__ import annotations

from translate.inline import Code, Kind, Text, concatenate

Key = tuple[str, Kind]

_BREAK = "lb"


def spaced(target: Text, source: Text) -> Text:
    """Give each single code the space around it that it has in the source, and a line break its newline."""
    if all(code.kind != "single" for code in target.codes):
        return target
    free_before, free_after = _free(source)
    pieces: list[str | Code] = []
    previous: Code | None = None
    for part in target.parts():
        if isinstance(part, Code):
            before = pieces[-1] if pieces else ""
            if part.type == _BREAK and isinstance(before, str) and before:
                pieces[-1] = before.rstrip(" ")
            elif part.key in free_before and isinstance(before, str) and before[-1:].strip():
                pieces.append(" ")
            if part.type != _BREAK and previous is not None and previous.type == _BREAK:
                pieces.append("\n")
            pieces.append(part)
            previous = part
            continue
        if previous is not None and previous.type == _BREAK:
            part = "\n" + part.lstrip(" \n")
        elif previous is not None and previous.key in free_after and part[0].isalnum():
            part = " " + part
        pieces.append(part)
        previous = None
    if previous is not None and previous.type == _BREAK:
        pieces.append("\n")
    return concatenate(pieces)


def _free(source: Text) -> tuple[set[Key], set[Key]]:
    """Return the single codes with white space before them, and those with white space after them."""
    codes = [code for code in source.codes if code.kind == "single"]
    before = {code.key for code in codes if source.text[: code.position][-1:].isspace()}
    return before, {code.key for code in codes if source.text[code.position :][:1].isspace()}
