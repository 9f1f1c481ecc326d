"""Which units a person has reviewed. States alone do not say: OmegaT ignores them when it reads and writes
`translated` for every target, other tools leave them as they were."""

from __future__ import annotations

from typing import Literal

from translate.inline import Text
from translate.xliff.model import ReturnedUnit

FLAGGED = "translate:flagged"
"""The `subState` by which a flagged draft is known in XLIFF 2 (1.2 has a state for it)."""

Policy = Literal["either", "changed", "state", "all"]

# XLIFF 1.2 has translated, signed-off and final; XLIFF 2 has translated, reviewed and final.
_DONE = frozenset({"translated", "signed-off", "final", "reviewed"})


def is_reviewed(unit: ReturnedUnit, draft: Text | None, policy: Policy = "either") -> bool:
    """Whether the target of `unit` counts as reviewed, `draft` being what was written for it at first.

    `policy` is "state" (approved, or translated, signed-off, final or reviewed), "changed" (the target
    differs from the draft; the state where the draft is not known), "either" of the two, or "all" (there is
    a target). An empty target is never reviewed, unless the source is empty too.
    """
    if unit.target is None or not unit.target.text.strip():
        lost_codes = unit.target is None and unit.source.codes
        return not unit.source.text.strip() and not lost_codes
    if policy == "all":
        return True
    if unit.state == "needs-l10n" or unit.qualifier == "poedit:fuzzy":
        # Poedit's "needs work", which an edit there takes away: somebody has put it back.
        return False
    done = unit.approved or unit.state in _DONE
    if policy == "state" or draft is None:
        return done
    changed = not unit.target.same(draft)
    return changed if policy == "changed" else done or changed


def is_flagged(unit: ReturnedUnit) -> bool:
    """Whether the draft of `unit` failed a check and nobody has said since that it is right."""
    in_2 = unit.state in ("", "initial") and unit.qualifier == FLAGGED
    return in_2 or unit.state == "needs-adaptation"
