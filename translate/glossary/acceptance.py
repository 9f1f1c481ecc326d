"""Which proposals may go into the glossary file, and why the others may not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from translate.errors import GlossaryError, UsageError
from translate.glossary.edit import Change, Sheet, plan
from translate.glossary.folding import spelling
from translate.glossary.proposals import Proposals, Proposed
from translate.glossary.tsv import format_row


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a proposal: `change` is made in the sheet, or `refused` says why none is.

    A row that is `dropped` proposed something else for a source that is decided now.
    """

    row: Proposed
    change: Change | None = None
    refused: str = ""
    dropped: bool = False


def decide(
    proposals: Proposals,
    sheet: Sheet,
    path: Path,
    sources: Sequence[str] = (),
    *,
    target: str = "",
    replacing: bool = False,
) -> tuple[Decision, ...]:
    """Return what becomes of the proposals for `sources`, or of all when there are none given.

    `target` is what a person chose for the one source; it and `replacing` overrule what the glossary says.
    A row whose dictionary form is not sure is taken only by its source. `path` is the file of the proposals.
    Raises UsageError for a target without exactly one source, GlossaryError for a source that nothing is
    proposed for.
    """
    if target and len(sources) != 1:
        raise UsageError("--target is for one SOURCE", hint="Accept the sources one by one")
    groups: dict[str, list[Proposed]] = {}
    for row in proposals.rows:
        groups.setdefault(spelling(row.source)[1], []).append(row)
    wanted = dict.fromkeys(spelling(source)[1] for source in sources)
    for source in sources:
        if spelling(source)[1] not in groups:
            raise _unknown(source, proposals, path)
    decisions: list[Decision] = []
    for key in wanted or groups:
        rows = groups[key]
        if len(rows) > 1 and not target:
            decisions += [Decision(row, refused=f"{row.conflict}; choose with --target") for row in rows]
            continue
        # The row with that target, else the one seen most often, whose target a person changes.
        row = next((row for row in rows if row.target == target), rows[0])
        chosen = _changed(row, target) if target else row
        made = _decision(chosen, sheet, named=bool(sources), overruling=replacing or bool(target))
        decisions.append(made)
        if not made.refused:
            decisions += [Decision(other, dropped=True) for other in rows if other is not row]
    return tuple(decisions)


def remaining(proposals: Proposals, decisions: Sequence[Decision]) -> Proposals:
    """Return the proposals without those of the sources that are decided."""
    done = {spelling(one.row.source)[1] for one in decisions if not one.refused}
    rows = tuple(row for row in proposals.rows if spelling(row.source)[1] not in done)
    return replace(proposals, rows=rows)


def _decision(row: Proposed, sheet: Sheet, *, named: bool, overruling: bool) -> Decision:
    if not row.sure and not named:
        return Decision(row, refused="the dictionary form is not sure; name the source, or give a --target")
    (change,) = plan(sheet, [row.term()])
    against = row.conflict or (f"glossary: {change.before.target}" if change.before is not None else "")
    if (change.action == "conflict" or row.conflict) and not overruling:
        return Decision(row, refused=f"{against}; change it with --replace")
    return Decision(row, change)


def _changed(row: Proposed, target: str) -> Proposed:
    gender = row.gender if row.kind == "person" or row.target == target else ""
    changed = replace(row, target=target, note=row.note if row.sure else "", gender=gender)
    try:
        if "\t" in target:
            raise UsageError("a term cannot hold a tab")
        format_row(changed.term())
    except GlossaryError as error:
        raise UsageError(error.message, hint=error.hint) from error
    return changed


def _unknown(source: str, proposals: Proposals, path: Path) -> GlossaryError:
    near = get_close_matches(source, dict.fromkeys(row.source for row in proposals.rows), 3)
    meant = " or ".join(f"`{one}`" for one in near)
    hint = f"Did you mean {meant}?" if near else "List them with `translate glossary accept`"
    return GlossaryError(f"proposes nothing for `{source}`", path=path, hint=hint)
