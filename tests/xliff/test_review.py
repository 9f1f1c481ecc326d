"""Which units count as reviewed, under each policy and in the files of each tool."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.inline import Code, Text
from translate.xliff import Policy, ReturnedUnit, is_flagged, is_reviewed, read

TOOLS = Path(__file__).parent / "tools"
POLICIES: tuple[Policy, ...] = ("either", "changed", "state", "all")
DRAFT = Text("Вона лівий.")
NEW = Text("Вона пішла.")


def unit(
    target: Text | None, state: str = "", *, approved: bool = False, source: str = "She left."
) -> ReturnedUnit:
    return ReturnedUnit("1-1", Text(source), target, state, approved=approved)


def policies(returned: ReturnedUnit, draft: Text | None = DRAFT) -> str:
    """The policies under which a unit is reviewed."""
    return " ".join(policy for policy in POLICIES if is_reviewed(returned, draft, policy))


@pytest.mark.parametrize(
    ("returned", "expected"),
    [
        (unit(DRAFT), "all"),
        (unit(NEW), "either changed all"),
        (unit(DRAFT, "translated"), "either state all"),
        (unit(DRAFT, "signed-off"), "either state all"),
        (unit(DRAFT, "final"), "either state all"),
        (unit(DRAFT, "reviewed"), "either state all"),
        (unit(DRAFT, "initial"), "all"),
        (unit(DRAFT, "new"), "all"),
        (unit(DRAFT, "needs-translation"), "all"),
        (unit(DRAFT, "needs-review-translation"), "all"),
        (unit(DRAFT, "needs-adaptation"), "all"),
        (unit(NEW, "needs-review-translation"), "either changed all"),
        (unit(DRAFT, approved=True), "either state all"),
        (unit(NEW, "final"), "either changed state all"),
        # A code that was moved or lost is a change.
        (unit(Text(DRAFT.text, (Code(0, "1", "single"),))), "either changed all"),
        (unit(None, "final"), ""),
        (unit(Text(""), "final", approved=True), ""),
        (unit(Text(" \n"), "final"), ""),
        (unit(None, source=""), "either changed state all"),
        (unit(Text(""), source=" "), "either changed state all"),
    ],
)
def test_is_reviewed_under_each_policy(returned: ReturnedUnit, expected: str) -> None:
    assert policies(returned) == expected


@pytest.mark.parametrize(
    ("returned", "expected"), [(unit(NEW), "all"), (unit(DRAFT, "final"), "either changed state all")]
)
def test_is_reviewed_when_the_draft_is_not_known_then_the_state_decides(
    returned: ReturnedUnit, expected: str
) -> None:
    assert policies(returned, None) == expected


@pytest.mark.parametrize(
    ("tool", "changed", "state"),
    [
        ("as-written", "", ""),
        ("poedit", "2-1", "2-1"),
        ("lokalize", "2-1", "2-1"),
        ("translate-toolkit", "2-1", "2-1"),
        ("weblate", "2-1", "2-1"),
        ("omegat", "2-1", "1-1 1-2 2-1"),  # it writes `translated` for what nobody has looked at
        ("memoq", "2-1", "2-1"),  # the drafts are gone, so the state decides
        ("trados", "", ""),  # neither drafts nor states came back
        ("reviewed-20", "1-1", "1-1"),
    ],
)
def test_is_reviewed_in_the_file_of_each_tool(tool: str, changed: str, state: str) -> None:
    [returned] = read(TOOLS / f"{tool}.xlf")
    drafts = returned.drafts or {}

    def reviewed(policy: Policy) -> str:
        return " ".join(unit.id for unit in returned.units if is_reviewed(unit, drafts.get(unit.id), policy))

    assert (reviewed("changed"), reviewed("state")) == (changed, state)


@pytest.mark.parametrize(
    ("returned", "flagged"),
    [
        (unit(DRAFT, "needs-adaptation"), True),
        (unit(DRAFT, "needs-review-translation"), False),
        (ReturnedUnit("1-1", DRAFT, DRAFT, "initial", "translate:flagged"), True),
        (ReturnedUnit("1-1", DRAFT, DRAFT, "", "translate:flagged"), True),
        (ReturnedUnit("1-1", DRAFT, DRAFT, "reviewed", "translate:flagged"), False),
        (ReturnedUnit("1-1", DRAFT, DRAFT, "initial", "translate:mt"), False),
    ],
)
def test_is_flagged_until_somebody_has_said_that_it_is_right(returned: ReturnedUnit, flagged: bool) -> None:
    assert is_flagged(returned) is flagged
