"""What the header of a document says about its drafts, and what must hold before one is written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from translate.errors import XliffError
from translate.xliff import drafts
from translate.xliff.model import Document
from translate.xliff.seal import BLANK

TOOL = "translate"
"""The name under which this tool signs elements and notes."""


def header_notes(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the key and the text of each note of the header; the seal, still blank, is the last."""
    yield "model", document.signature.model
    yield "glossary", document.signature.glossary
    yield "settings", document.signature.settings
    yield "source-sha256", document.source_sha256
    yield "spans", document.spans
    if document.folder:
        yield "folder", document.folder
    if document.memory:
        yield "memory", document.memory
    packed = drafts.pack(unit for group in document.groups for unit in group.units)
    if packed:
        yield "drafts", packed
    yield "seal", BLANK


def check_ids(document: Document) -> None:
    """Raise XliffError when two groups or units have the same id."""
    seen: set[str] = set()
    for group in document.groups:
        for id_ in (group.id, *(unit.id for unit in group.units)):
            if id_ in seen:
                raise XliffError("the id is used twice in one document", path=document.original, segment=id_)
            seen.add(id_)


def format_date(date: datetime) -> str:
    """Return the time in UTC, to the second, as xsd:dateTime; XliffError when it has no zone."""
    if date.tzinfo is None:
        raise XliffError("the date has no time zone", hint="Use datetime.now(UTC)")
    return date.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
