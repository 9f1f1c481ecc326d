"""A draft as bytes for the journal, and back; damaged bytes are no draft."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from translate.drafting import Draft, Job
from translate.inline import Code, Text
from translate.protection import Outcome
from translate.triage import Features

_CHECK = 8
"""Bytes of the checksum: SQLite has none of its own, and a name must not change on a bad disk."""


def encode(draft: Draft, job: Job) -> bytes:
    """Return a draft of `job` as bytes: a checksum, then JSON. Numbers come back as they were, to the bit."""
    spans = {id(span): index for index, span in enumerate(job.protected.spans)}
    content = {
        "target": draft.target.text,
        "codes": [[code.position, code.id, code.kind] for code in draft.target.codes],
        "outcomes": [[spans[id(each.span)], each.how, each.why] for each in draft.outcomes],
        "lost": draft.lost,
        "score": draft.score,
        "complete": draft.complete,
        "features": draft.features,
    }
    data = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return _checksum(data) + data


def decode(data: bytes, job: Job) -> Draft | None:
    """Return the draft of `job` that `encode` made bytes of; None when they are damaged."""
    check, data = data[:_CHECK], data[_CHECK:]
    if check != _checksum(data):
        return None
    content: dict[str, Any] = json.loads(data.decode("utf-8", "surrogatepass"))
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


def _checksum(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_CHECK).digest()
