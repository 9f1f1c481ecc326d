"""A reviewed XLIFF file back into its article: what was reviewed, what was not, what could not be placed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from translate import articles, segments, xliff
from translate.articles import Article
from translate.checking.lengths import is_short, too_long
from translate.checks import Finding
from translate.errors import ArticleError, OutputError, UsageError, XliffError, segment_context
from translate.inline import Text
from translate.preparation import Preparation, Prepared
from translate.reconcile import reconciled
from translate.segments import Segment
from translate.xliff import Policy, Returned, ReturnedUnit

Unreviewed = Literal["draft", "source", "fail"]

_SPACE = re.compile(r"\s+")
_NAMED_AT_MOST = 8


@dataclass(frozen=True, slots=True)
class UnitFinding:
    """What a check says of a reviewed target."""

    unit: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Paired:
    """An article's segments with the units that came back for them (None: none did).

    `problems` name units that belong to no segment, segments without a unit, and units that a document has
    twice, one line each.
    """

    prepared: Prepared
    units: tuple[ReturnedUnit | None, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """An article as it was merged.

    `reviewed`, `drafts` and `sources` count the segments by what stands in the article now: a reviewed
    target, an unreviewed draft, or the source. `problems` are what could not be merged, one line each;
    `findings` what the checks say of the reviewed targets.
    """

    article: Path
    output: Path
    reviewed: int
    drafts: int
    sources: int
    problems: tuple[str, ...]
    findings: tuple[UnitFinding, ...]


def pair(returned: Returned, article: Article, preparation: Preparation, *, force: bool = False) -> Paired:
    """Match the units that came back with the segments of the article.

    Raises ArticleError when the article is not the one that was drafted, naming the segments that differ;
    with `force` those are listed as problems instead.
    """
    prepared = preparation.prepare(article, returned.original)
    units, strangers = _matched(returned.units, prepared)
    differing = [part.id for part, unit in zip(prepared.segments, units, strict=True) if unit is None]
    drafted_from = returned.header.get("source-sha256")
    changed = drafted_from is not None and drafted_from != article.sha256
    if changed and not force:
        which = f"segments that differ: {_some(differing)}" if differing else "no segment differs"
        raise ArticleError(
            f"has changed since it was drafted; {which}",
            path=article.path,
            hint="Draft it again, or merge the rest with --force",
        )
    if returned.units and len(differing) == len(prepared.segments):
        raise XliffError(
            "has no unit of this article",
            path=article.path,
            hint="Name the article that it was drafted from with --source",
        )
    problems = list(returned.problems)
    if differing:
        problems.append(f"no unit came back for {_count(len(differing), 'segment')}: {_some(differing)}")
    if strangers:
        problems.append(
            f"{_count(len(strangers), 'unit')} with a source that the article does not have: "
            f"{_some([unit.id for unit in strangers])}"
        )
    return Paired(prepared, units, tuple(problems))


def merge(
    returned: Returned,
    article: Article,
    preparation: Preparation,
    output: Path,
    *,
    unreviewed: Unreviewed = "draft",
    policy: Policy = "either",
    force: bool = False,
) -> Merged:
    """Write the reviewed article to `output` in its own format, and check the reviewed targets.

    A segment that nobody has reviewed keeps its draft, gets its source back, or stops the merge
    ("fail"); one whose unit is missing gets its source. Inline codes that the reviewer lost are put at the
    end of the segment where the article would break without them. Raises ArticleError, OutputError.
    """
    if os.path.realpath(output) == os.path.realpath(article.path):
        raise OutputError("is the article itself", path=output, hint="Choose another folder with --out")
    paired = pair(returned, article, preparation, force=force)
    problems = [*paired.problems, *_unsure(returned, policy)]
    targets: dict[str, Text] = {}
    findings: list[UnitFinding] = []
    counts = {"reviewed": 0, "draft": 0, "source": 0}
    waiting: list[str] = []
    empty: list[str] = []
    drafts = _drafts(returned, article, paired)
    for index, (part, unit) in enumerate(zip(paired.prepared.segments, paired.units, strict=True)):
        status = _status(unit, drafts.get(part.id), policy, unreviewed)
        if status != "reviewed":
            waiting.append(part.id)
        if status == "source" and unit is not None and _is_empty(unit):
            empty.append(part.id)
        counts[status] += 1
        if unit is None or unit.target is None or status == "source":
            continue
        with segment_context(part.id):
            targets[part.id], lost = reconciled(part, unit.target)
        problems += [f"segment {part.id}: {line}" for line in lost]
        if status == "reviewed" and not is_short(part.content, unit.target):
            problems.append(too_long(part.id, part.content, unit.target))
        elif status == "reviewed":
            # The article knows what its codes are, which not every version of XLIFF says.
            target = unit.target if lost else targets[part.id]
            checked = preparation.check(
                paired.prepared.protected[index], target.text, part.codes, target.codes
            )
            # What is wrong with the codes, line breaks among them, is said already.
            said = {"codes", "spaces"} if lost else {"codes"}
            findings += [
                UnitFinding(part.id, each)
                for each in checked
                if each.severity != "info" and each.check not in said
            ]
    if empty and unreviewed != "source":
        problems.append(f"no target came back for {_count(len(empty), 'segment')}: {_some(empty)}")
    if unreviewed == "fail" and waiting:
        raise ArticleError(
            f"{_count(len(waiting), 'segment')} not reviewed: {_some(waiting)}",
            path=article.path,
            hint="Review them, or choose --unreviewed draft or --unreviewed source",
        )
    texts = list(_blocks(article, paired.prepared.segments, targets))
    if not all(text.same(block.content) for text, block in zip(texts, article.blocks, strict=True)):
        article = articles.in_language(article, returned.source_language, returned.target_language)
    articles.write(article, texts, output)
    return Merged(
        article.path,
        output,
        counts["reviewed"],
        counts["draft"],
        counts["source"],
        tuple(problems),
        tuple(findings),
    )


def _drafts(returned: Returned, article: Article, paired: Paired) -> dict[str, Text]:
    """Return the draft of each segment; a unit that was renamed has that of the segment it belongs to."""
    known = returned.drafts or {}
    same_article = returned.header.get("source-sha256") == article.sha256
    found: dict[str, Text] = {}
    for part, unit in zip(paired.prepared.segments, paired.units, strict=True):
        draft = known.get(unit.id if unit is not None else part.id)
        if draft is None and same_article:
            draft = known.get(part.id)
        if draft is not None:
            found[part.id] = draft
    return found


def _is_empty(unit: ReturnedUnit) -> bool:
    return bool(unit.source.text.strip()) and (unit.target is None or not unit.target.text.strip())


def _status(
    unit: ReturnedUnit | None, draft: Text | None, policy: Policy, unreviewed: Unreviewed
) -> Literal["reviewed", "draft", "source"]:
    if unit is None or unit.target is None or _is_empty(unit):
        return "source"
    if xliff.is_reviewed(unit, draft, policy):
        return "reviewed"
    return "source" if unreviewed == "source" else "draft"


def _matched(
    units: Sequence[ReturnedUnit], prepared: Prepared
) -> tuple[tuple[ReturnedUnit | None, ...], list[ReturnedUnit]]:
    """Give each segment its unit: that of its id if the source is the same, else the next of its source."""
    by_id = {unit.id: unit for unit in units}
    found: list[ReturnedUnit | None] = []
    for part, text in zip(prepared.segments, prepared.texts, strict=True):
        unit = by_id.get(part.id)
        same = unit is not None and _folded(unit.source.text) == _folded(text.text)
        found.append(unit if same else None)
    taken = {unit.id for unit in found if unit is not None}
    spare = [unit for unit in units if unit.id not in taken and unit.translatable]
    waiting: dict[str, list[ReturnedUnit]] = {}
    for unit in spare:
        waiting.setdefault(_folded(unit.source.text), []).append(unit)
    for index, text in enumerate(prepared.texts):
        candidates = waiting.get(_folded(text.text)) if found[index] is None else None
        if candidates:
            found[index] = candidates.pop(0)
    return tuple(found), [unit for rest in waiting.values() for unit in rest]


def _unsure(returned: Returned, policy: Policy) -> Iterator[str]:
    """Yield the complaint about a file in which nothing tells what a person has reviewed."""
    known = returned.drafts is not None or any(xliff.is_reviewed(u, None, "state") for u in returned.units)
    if not known and policy in ("either", "changed"):
        yield (
            "its header has lost the drafts and no unit has a state, so nothing counts as reviewed; "
            "if all is, say --reviewed all"
        )


def _blocks(article: Article, parts: Sequence[Segment], targets: Mapping[str, Text]) -> Iterator[Text]:
    own: dict[int, list[Segment]] = {}
    for part in parts:
        own.setdefault(part.block, []).append(part)
    for number, block in enumerate(article.blocks, 1):
        yield segments.join(own[number], targets) if number in own else block.content


def _folded(text: str) -> str:
    # Tools put white space around tags; no two segments differ in nothing else.
    return _SPACE.sub("", text)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _some(ids: Sequence[str]) -> str:
    more = f" and {len(ids) - _NAMED_AT_MOST} more" if len(ids) > _NAMED_AT_MOST else ""
    return ", ".join(ids[:_NAMED_AT_MOST]) + more


def check_policy(unreviewed: str, policy: str) -> tuple[Unreviewed, Policy]:
    """Return the two words of the command line as what they are. Raises UsageError."""
    ways: tuple[Unreviewed, ...] = ("draft", "source", "fail")
    policies: tuple[Policy, ...] = ("either", "changed", "state", "all")
    for way in ways:
        for own in policies:
            if (way, own) == (unreviewed, policy):
                return way, own
    if unreviewed not in ways:
        raise UsageError(f"--unreviewed is draft, source or fail, not {unreviewed!r}")
    raise UsageError(f"--reviewed is either, changed, state or all, not {policy!r}")
