"""A window: articles whose segments are drafted together, each segment once."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path

from translate.articles import Found
from translate.drafting import Draft, Job
from translate.journal import Journal, decode, draft_key, encode
from translate.preparation import Prepared


@dataclass(slots=True)
class Pending:
    """An article in a window: what of it is to be drafted, by the index of the segment.

    `replaces` is the digest of what stood at `output` before, None when nothing did.
    """

    found: Found
    output: Path
    replaces: str | None
    prepared: Prepared
    jobs: dict[int, Job]
    keys: dict[int, bytes]

    @classmethod
    def of(
        cls,
        found: Found,
        output: Path,
        replaces: str | None,
        prepared: Prepared,
        jobs: dict[int, Job],
        maker: str,
    ) -> Pending:
        """Take the jobs of an article; `maker` is what drafts them."""
        keys = {index: draft_key(job, maker) for index, job in jobs.items()}
        return cls(found, output, replaces, prepared, jobs, keys)

    def drafts(self, known: dict[bytes, bytes]) -> dict[int, Draft]:
        """Return the drafts that are known, by the index of the segment."""
        drafts: dict[int, Draft] = {}
        for index, job in self.jobs.items():
            data = known.get(self.keys[index])
            draft = None if data is None else decode(data, job)
            if draft is not None:
                drafts[index] = draft
        return drafts


@dataclass(slots=True)
class Window:
    """Some articles; `known` are encoded drafts by their keys, `asked` the jobs that an engine was given."""

    articles: list[Pending]
    known: dict[bytes, bytes]
    asked: dict[bytes, Job]
    future: Future[list[Draft]] | None = None
    recalled: int = field(default=0)

    @classmethod
    def of(
        cls, articles: list[Pending], journal: Journal, under_way: Iterable[bytes], today: int, *, force: bool
    ) -> Window:
        """Find out which segments nobody has drafted yet, nor is drafting: `under_way` are keys of those.

        With `force`, what the journal has does not count.
        """
        keys = dict.fromkeys(key for each in articles for key in each.keys.values())
        known = {} if force else journal.drafts(keys, today)
        taken = set(under_way)
        asked: dict[bytes, Job] = {}
        recalled = 0
        for each in articles:
            drafts = each.drafts(known)
            recalled += len(drafts)
            for index, job in each.jobs.items():
                key = each.keys[index]
                if index not in drafts and key not in taken:
                    known.pop(key, None)  # damaged
                    asked.setdefault(key, job)
        return cls(articles, known, asked, recalled=recalled)

    def learn(self, drafts: list[Draft]) -> dict[bytes, bytes]:
        """Take the drafts of what was asked, in that order; return them encoded, by their keys."""
        new = {key: encode(draft, job) for (key, job), draft in zip(self.asked.items(), drafts, strict=True)}
        self.known |= new
        return new
