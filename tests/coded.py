"""Text with inline codes as people can read and write it in tests: `{1}Irpin{/1} fell.{2/}`.

`{b1}` … `{/b1}` is a pair of type bold, `{i1}` italic, `{a1}` a link, `{br1/}` a line break, `{img1/}` an
image, `{p1}` … `{/p1}` protected text.
"""

from __future__ import annotations

import re

from translate.inline import Code, Kind, Text, concatenate

_TYPES = {
    "": "other",
    "b": "bold",
    "i": "italic",
    "u": "underlined",
    "a": "link",
    "br": "lb",
    "img": "image",
    "p": "protected",
}
_CODE = re.compile(r"\{(/?)([a-z]*)(\d+)(/?)\}")


def coded(text: str) -> Text:
    """Return the text that a notation stands for."""
    pieces: list[str | Code] = []
    done = 0
    for match in _CODE.finditer(text):
        kind: Kind = "close" if match[1] else "single" if match[4] else "open"
        pieces += [text[done : match.start()], Code(0, match[3], kind, _TYPES[match[2]], shown=match[0])]
        done = match.end()
    return concatenate([*pieces, text[done:]])


def told(text: Text) -> str:
    """Return a text in the notation."""
    names = {type_: name for name, type_ in _TYPES.items()}
    return "".join(
        part
        if isinstance(part, str)
        else f"{{{'/' * (part.kind == 'close')}{names[part.type]}{part.id}{'/' * (part.kind == 'single')}}}"
        for part in text.parts()
    )
