"""The white space around inline codes that stand in a target."""

from __future__ import annotations

from translate.inline import Code, Text, concatenate

_BREAK = "lb"


def spaced(target: Text, source: Text) -> Text:
    """Give each single code the space around it that it has in the source, and a line break its newline."""
    if all(code.kind != "single" for code in target.codes):
        return target
    free = {code.key for code in source.codes if _stands_free(code, source.text)}
    pieces: list[str | Code] = []
    previous: Code | None = None
    for part in target.parts():
        if isinstance(part, Code):
            before = pieces[-1] if pieces else ""
            if part.type == _BREAK and isinstance(before, str) and before:
                pieces[-1] = before.rstrip(" ")
            elif part.key in free and isinstance(before, str) and before[-1:].strip():
                pieces.append(" ")
            if part.type != _BREAK and previous is not None and previous.type == _BREAK:
                pieces.append("\n")
            pieces.append(part)
            previous = part
            continue
        if previous is not None and previous.type == _BREAK:
            part = "\n" + part.lstrip(" \n")
        elif previous is not None and previous.key in free and not part[0].isspace() and part[0].isalnum():
            part = " " + part
        pieces.append(part)
        previous = None
    if previous is not None and previous.type == _BREAK:
        pieces.append("\n")
    return concatenate(pieces)


def _stands_free(code: Code, text: str) -> bool:
    """Whether a single code has white space on both sides."""
    around = text[code.position - 1 : code.position], text[code.position : code.position + 1]
    return code.kind == "single" and code.position > 0 and all(side.isspace() for side in around)
