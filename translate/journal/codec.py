"""What the journal keeps, as bytes and back; damaged bytes are nothing.

SQLite has no checksums of its own, and a name must not change, nor an article pass for done, on a bad disk.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from translate.drafting import Draft, Job
from translate.inline import Code, Text
from translate.journal.model import Record
from translate.protection import Outcome
from translate.triage import Features

_CHECK = 8


def encode(draft: Draft, job: Job) -> bytes:
    """Return a draft of `job` as bytes: a checksum, then JSON. Numbers come back as they were, to the bit."""
    # Spans never overlap; those of a draft from another machine are copies of the job's.
    spans = {span.start: index for index, span in enumerate(job.protected.spans)}
    return _sealed(
        {
            "target": draft.target.text,
            "codes": [[code.position, code.id, code.kind] for code in draft.target.codes],
            "outcomes": [[spans[each.span.start], each.how, each.why] for each in draft.outcomes],
            "lost": draft.lost,
            "score": draft.score,
            "complete": draft.complete,
            "features": draft.features,
        }
    )


def decode(data: object, job: Job) -> Draft | None:
    """Return the draft of `job` that `encode` made bytes of; None when they are damaged."""
    content = _unsealed(data)
    if content is None:
        return None
    codes: dict[tuple[str, str], Code] = {code.key: code for code in job.source.codes}
    features = content["features"]
    placed = tuple(codes[own, kind].at(position) for position, own, kind in content["codes"])
    return Draft(
        Text(content["target"], placed),
        tuple(Outcome(job.protected.spans[index], how, why) for index, how, why in content["outcomes"]),
        tuple(content["lost"]),
        content["score"],
        content["complete"],
        None if features is None else Features(*features),
    )


def encode_record(record: Record) -> bytes:
    """Return a record as bytes: a checksum, then JSON."""
    return _sealed(
        {
            "output": os.fsencode(record.output).hex(),
            "source_sha256": record.source_sha256,
            "output_sha256": record.output_sha256,
            "maker": record.maker,
            "glossary": record.glossary,
            "terms": sorted(digest.hex() for digest in record.terms),
            "memory": record.memory,
            "memory_state": record.memory_state,
            "counts": record.counts,
            "error": record.error,
        }
    )


def decode_record(data: object) -> Record | None:
    """Return the record that `encode_record` made bytes of; None when they are damaged."""
    content = _unsealed(data)
    if content is None:
        return None
    output = Path(os.fsdecode(bytes.fromhex(content.pop("output"))))
    terms = frozenset(map(bytes.fromhex, content.pop("terms")))
    return Record(output, terms=terms, **content)


def encode_digests(digests: Iterable[bytes]) -> bytes:
    """Return digests of terms as bytes: a checksum, then JSON."""
    return _sealed({"terms": sorted(digest.hex() for digest in digests)})


def decode_digests(data: object) -> frozenset[bytes] | None:
    """Return the digests that `encode_digests` made bytes of; None when they are damaged."""
    content = _unsealed(data)
    return None if content is None else frozenset(map(bytes.fromhex, content["terms"]))


def _sealed(content: dict[str, Any]) -> bytes:
    data = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return _checksum(data) + data


def _unsealed(data: object) -> dict[str, Any] | None:
    # A damaged row may hold a value of another type.
    if not isinstance(data, bytes) or data[:_CHECK] != _checksum(data[_CHECK:]):
        return None
    content: dict[str, Any] = json.loads(data[_CHECK:].decode("utf-8", "surrogatepass"))
    return content


def _checksum(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_CHECK).digest()
