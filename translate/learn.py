"""What a reviewer's file teaches: approved pairs for the memory, corrected names for the glossary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from translate import xliff
from translate.glossary import (
    Correction,
    Review,
    corrections,
    merge,
    proposed_path,
    read_proposals,
    write_proposals,
)
from translate.inline import Text
from translate.memory import Added, Entry, Memory, default_path
from translate.preparation import Preparation
from translate.xliff import Policy, Returned, ReturnedUnit


@dataclass(frozen=True, slots=True)
class Learnt:
    """What was learnt from one document: the pairs that the `memory` took, the names for `proposals`."""

    article: str
    reviewed: int
    added: Added
    corrections: tuple[Correction, ...]
    memory: Path
    proposals: Path


def learn(
    returned: Returned,
    policy: Policy,
    *,
    preparation: Preparation,
    rows: Path,
    date: datetime,
    memory: Path | None = None,
) -> Learnt:
    """Put the reviewed pairs of a document into the memory, and corrected names among the proposals.

    `preparation` has the languages and the glossary, `rows` is the glossary file beside which the proposals
    stand, `date` is when it was reviewed, `memory` the file of the memory (default: that of the pair); both
    are made when they are not there. The same document again changes nothing. Raises MemoryFileError,
    GlossaryError, OutputError.
    """
    pair = preparation.settings.source, preparation.settings.target
    glossary = preparation.glossary
    path = memory or default_path(*pair)
    found = tuple(corrections(reviews(returned, policy), glossary, *pair))
    proposals = proposed_path(rows)
    known = read_proposals(proposals)
    own = list(entries(returned, policy, date, preparation))
    added = Added()
    if own:
        with Memory.open(path, *pair, create=True) as store:
            added = store.add(own)
    wanted = merge(known, found, language=preparation.target, terms=glossary.terms)
    if wanted != known:
        write_proposals(proposals, wanted)
    return Learnt(returned.original, len(own), added, found, path, proposals)


def reviewed(returned: Returned, policy: Policy) -> Iterator[tuple[int, ReturnedUnit, Text | None]]:
    """Yield the units that a person has reviewed, with their index and the draft that they had."""
    for index, unit in enumerate(returned.units):
        draft = returned.drafts.get(unit.id) if returned.drafts is not None else None
        if unit.translatable and xliff.is_reviewed(unit, draft, policy):
            yield index, unit, draft


def entries(returned: Returned, policy: Policy, date: datetime, preparation: Preparation) -> Iterator[Entry]:
    """Yield the reviewed pairs of a document as the memory takes them, each between its neighbours."""
    protected = preparation.protect([unit.source for unit in returned.units])
    sources = [unit.source.text for unit in returned.units]
    for index, unit, _ in reviewed(returned, policy):
        if unit.target is None or not unit.source.text.strip():
            continue
        yield Entry(
            source=unit.source,
            target=unit.target,
            previous=sources[index - 1] if index else "",
            following=sources[index + 1] if index + 1 < len(sources) else "",
            article=returned.original,
            unit=unit.id,
            tool=returned.tool,
            date=date,
            waived=preparation.missing_terms(protected[index], unit.target.text),
        )


def reviews(returned: Returned, policy: Policy) -> Iterator[Review]:
    """Yield the segments of a document as names are learnt from them: with their draft and their target.

    Those that nobody has reviewed come with the draft as target; they tell of the names of the article.
    """
    reviewed_ids = {unit.id for _, unit, _ in reviewed(returned, policy)}
    for unit in returned.units:
        draft = returned.drafts.get(unit.id) if returned.drafts is not None else None
        if draft is None:
            continue
        target = unit.target if unit.target is not None and unit.id in reviewed_ids else draft
        yield Review(returned.original, unit.id, unit.source.text, draft.text, target.text)
