"""The one way to write a document, whichever version of XLIFF is asked for."""

from __future__ import annotations

from translate.errors import UsageError
from translate.xliff import v12
from translate.xliff.model import Document


def to_bytes(document: Document, version: str = "1.2") -> bytes:
    """Write `document` as XLIFF 1.2 or 2.0 in UTF-8; the same document always gives the same bytes,
    sealed with their own checksum (see `is_untouched`).

    Characters that XML 1.0 cannot hold are dropped (see `clean`). Raises UsageError when `version` is
    another, XliffError when two ids or two codes of a text are the same or the date has no time zone.
    """
    if version == "1.2":
        return v12.to_bytes(document)
    if version == "2.0":
        from translate.xliff import v20

        return v20.to_bytes(document)
    raise UsageError(f"XLIFF {version} is not written", hint="Ask for 1.2 or 2.0")
