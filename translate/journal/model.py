"""What the journal keeps of an article."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Record:
    """What was made of an article, or why nothing could be.

    output: path of its XLIFF file below the output folder, by which the record is found.
    source_sha256, output_sha256: of the article's and the XLIFF file's bytes, in hexadecimal; the latter is
        "" when `error` says why nothing was written.
    maker: everything but glossary and memory that changes a document: tool, model, settings, XLIFF version.
    glossary: the digest of the glossary; terms: the digests of its terms that stand in the article.
    memory: the digest of what came from the memory; memory_state: the state the memory was in.
    counts: the numbers of the summary, by name.
    """

    output: Path
    source_sha256: str
    output_sha256: str = ""
    maker: str = ""
    glossary: str = ""
    terms: frozenset[bytes] = frozenset()
    memory: str = ""
    memory_state: str = ""
    counts: dict[str, int] = field(default_factory=dict)
    error: str = ""
