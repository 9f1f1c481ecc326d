"""A file's own checksum inside it: tells a draft nobody has touched from one a reviewer has worked in."""

from __future__ import annotations

import hashlib
import re

BLANK = "0" * 64
"""What stands in the place of the checksum while it is computed."""

# `from` in XLIFF 1.2, `category` in 2.0. No text can look like it: a `<` in a text is written `&lt;`.
_SEAL = re.compile(rb'(<note (?:from|id="[^"<]*" category)="translate:seal">)([0-9a-f]{64})(</note>)')


def seal(data: bytes) -> bytes:
    """Put the SHA-256 of `data` in the place of its first blank seal."""
    return _SEAL.sub(lambda note: note[1] + _digest(data) + note[3], data, count=1)


def is_untouched(data: bytes) -> bool:
    """Whether `data` is, byte for byte, what `to_bytes` wrote: no tool has saved it since."""
    note = _SEAL.search(data)
    if note is None:
        return False
    blank = data[: note.start(2)] + BLANK.encode() + data[note.end(2) :]
    return note[2] == _digest(blank)


def _digest(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()
