"""The drafts inside the header of a document: which target a reviewer has changed can be told from the
file alone, wherever it has travelled."""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from collections.abc import Iterable, Mapping
from typing import Any, get_args

from translate.inline import Code, Kind, Text
from translate.xliff.inlinexml import written
from translate.xliff.model import Unit

LIMIT = 64_000_000
"""Bytes of JSON that are unpacked at most."""

# libxml2 refuses a longer text (XML_MAX_TEXT_LENGTH); a document of ours must stay readable.
_LONGEST = 9_000_000


_KINDS = frozenset(get_args(Kind))


def pack(units: Iterable[Unit]) -> str:
    """Return the drafts of `units` as they are written, as one line of ASCII; see `pack_texts`."""
    return pack_texts({unit.id: written(unit)[1] for unit in units})


def pack_texts(texts: Mapping[str, Text]) -> str:
    """Return drafts by unit id as one line of ASCII.

    It is the base64 of the zlib stream of the JSON object {unit id: text, or [text, [[position, code id,
    kind], …]] where there are codes}; "" when that would be too long for a text of XML.
    """
    drafts = {id_: _plain(text) for id_, text in texts.items()}
    text = json.dumps(drafts, ensure_ascii=False, separators=(",", ":"))
    packed = base64.b64encode(zlib.compress(text.encode(), 9)).decode()
    return packed if len(packed) <= _LONGEST else ""


def unpack(packed: str, limit: int = LIMIT) -> dict[str, Text] | None:
    """Return the drafts by unit id; their codes know their place, id and kind, no more.

    None when `packed` is not what `pack` returns or holds more than `limit` bytes: it may come from anywhere,
    and a few bytes can swell without bound.
    """
    try:
        stream = zlib.decompressobj()
        data = stream.decompress(base64.b64decode("".join(packed.split()), validate=True), limit)
        if not stream.eof:
            return None
        drafts = json.loads(data)
        return {id_: _text(draft) for id_, draft in drafts.items()}
    except (binascii.Error, zlib.error, ValueError, TypeError, AttributeError, RecursionError):
        return None


def _plain(text: Text) -> str | list[Any]:
    if not text.codes:
        return text.text
    return [text.text, [[code.position, code.id, code.kind] for code in text.codes]]


def _text(draft: Any) -> Text:
    """Read one draft; raises ValueError or TypeError when it is none."""
    text, codes = (draft, []) if isinstance(draft, str) else draft
    if not isinstance(text, str):
        raise TypeError("a draft is text")
    return Text(text, tuple(_code(*code, length=len(text)) for code in codes))


def _code(position: Any, id_: Any, kind: Any, *, length: int) -> Code:
    if not (isinstance(position, int) and isinstance(id_, str) and kind in _KINDS):
        raise TypeError("a code is a position, an id and a kind")
    if not 0 <= position <= length:
        raise ValueError("a code stands outside its text")
    return Code(position, id_, kind)
