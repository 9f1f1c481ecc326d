"""What is to be done for an article: nothing, because its draft stands already, or a draft."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from translate import articles, xliff
from translate.articles import Article, Found
from translate.batch.model import Result, output_path
from translate.batch.standing import standing
from translate.errors import ArticleError
from translate.journal import Change, Journal, Record, Touching
from translate.pipeline import Pipeline
from translate.preparation import Prepared

LONGEST_BLOCK = 100_000
"""Characters of one paragraph, some 16,000 words: more is no article, and may take hours and gigabytes."""


@dataclass(frozen=True, slots=True)
class Assessed:
    """An article to be drafted: why, and its preparation where that is made already."""

    article: Article
    why: str
    prepared: Prepared | None = None


class Assessor:
    """Compares articles and their XLIFF files with what the journal knows of them.

    `out` is the folder of the journal, `folder` the one for the XLIFF files, which is the same or in it.
    """

    def __init__(
        self,
        pipeline: Pipeline,
        journal: Journal,
        out: Path,
        folder: Path,
        version: str,
        encoding: str | None,
        *,
        force: bool = False,
    ) -> None:
        self._pipeline = pipeline
        self._journal = journal
        self._out, self._folder = out, folder
        self._version, self._encoding, self._force = version, encoding, force
        self.touching = Touching(pipeline.glossary)
        own = pipeline.signature
        self.maker = f"{own.tool_version} | {own.model} | {own.settings} | XLIFF {version} | {encoding or ''}"
        self.memory_state = ""
        if pipeline.memory:
            # In a similar segment of the memory the glossary finds the names to be replaced.
            state = (pipeline.memory.state, str(pipeline.fuzzy), self.touching.digest)
            self.memory_state = " | ".join(state)
        self._changes: dict[str, Change | None] = {}

    def output(self, found: Found) -> Path:
        """Return where the draft of an article goes."""
        return output_path(found, self._folder, self._pipeline.settings.target)

    def key(self, output: Path) -> Path:
        """Return the name by which the journal knows an XLIFF file."""
        return output.relative_to(self._out)

    def assess(self, found: Found) -> Assessed | Result:
        """Return the result for an article that needs nothing, or what is to be drafted.

        What needs nothing but was seen with another glossary, memory or journal is recorded anew. Raises
        TranslateError for what cannot be read, or must not be overwritten.
        """
        if found.error is not None:
            raise found.error
        output = self.output(found)
        if self._force:
            return Assessed(self._read(found), "asked for again")
        record = self._journal.article(self.key(output))
        if record is not None and self._is_as_written(found, output, record):
            return self._still(found, output, record)
        why = "new" if record is None else record.error or "the article, the model or a setting has changed"
        return self._beside(found, output, self._read(found), why)

    def _is_as_written(self, found: Found, output: Path, record: Record) -> bool:
        """Whether article and file are, byte for byte, those of the record, and it was made in this way."""
        return (
            not record.error
            and record.maker == self.maker
            and sha256(found.path) == record.source_sha256
            and sha256(output) == record.output_sha256
        )

    def _still(self, found: Found, output: Path, record: Record) -> Assessed | Result:
        """Look whether a change of the glossary or the memory touches an article that is as it was."""
        seen = record
        if record.glossary != self.touching.digest:
            article = self._read(found)
            if self._is_touched(article, record):
                return Assessed(article, "the glossary has changed for its terms")
            seen = replace(
                seen, glossary=self.touching.digest, terms=self.touching.standing_in(_texts(article))
            )
        if self._pipeline.memory and record.memory_state != self.memory_state:
            article = self._read(found)
            prepared = self._pipeline.prepare(article, found.relative.as_posix())
            if prepared.memory != record.memory:
                return Assessed(article, "the memory has other targets for it", prepared)
            seen = replace(seen, memory_state=self.memory_state)
        if seen != record:
            self._journal.record([seen])
        return _result(found, output, "unchanged", record.counts)

    def _is_touched(self, article: Article, record: Record) -> bool:
        if record.glossary not in self._changes:
            before = self._journal.glossary(record.glossary)
            self._changes[record.glossary] = None if before is None else self.touching.changed_since(before)
        change = self._changes[record.glossary]
        return change is None or self.touching.is_touched(change, record.terms, _texts(article))

    def _beside(self, found: Found, output: Path, article: Article, why: str) -> Assessed | Result:
        """Look at the file itself, of which the journal does not know what is in it."""
        own = standing(output, self._version)
        if own is None:
            return Assessed(article, why)
        status = own.status(article.sha256, self._pipeline)
        if status is None:
            return Assessed(article, why)
        counts = {
            "segments": len(own.returned.units),
            "flagged": sum(xliff.is_flagged(unit) for unit in own.returned.units),
        }
        if status == "kept":
            return _result(found, output, status, counts)
        prepared = None
        if self._pipeline.memory:
            prepared = self._pipeline.prepare(article, found.relative.as_posix())
            if not own.has_memory(prepared.memory):
                return Assessed(article, "the memory has other targets for it", prepared)
        self._journal.record(
            [
                Record(
                    self.key(output),
                    article.sha256,
                    sha256(output) or "",
                    self.maker,
                    self.touching.digest,
                    self.touching.standing_in(_texts(article)),
                    prepared.memory if prepared else "",
                    self.memory_state,
                    counts,
                )
            ]
        )
        return _result(found, output, status, counts)

    def _read(self, found: Found) -> Article:
        article = articles.read(found.path, self._encoding)
        for number, block in enumerate(article.blocks, 1):
            if len(block.text) > LONGEST_BLOCK:
                raise ArticleError(
                    f"paragraph {number} has {len(block.text):,} characters; "
                    f"at most {LONGEST_BLOCK:,} are drafted",
                    path=found.path,
                    hint="Break it into lines",
                )
        return article


def _result(found: Found, output: Path, status: str, counts: Mapping[str, int]) -> Result:
    return Result(
        found.path, output, status, segments=counts.get("segments", 0), flagged=counts.get("flagged", 0)
    )


def _texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks]


def sha256(path: Path) -> str | None:
    """Return the digest of a file, None when it cannot be read: who reads it next says why."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None
