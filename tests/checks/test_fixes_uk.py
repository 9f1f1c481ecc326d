"""The fixes of the Ukrainian checks: once made, the same check has nothing more to mend."""

from __future__ import annotations

import pytest

from tests.checks.test_fixes import mend
from tests.checks.test_golden import ALL, Case
from translate.checks import names, run

MINE = {"agreement", "apostrophe", "euphony", "lookalikes"}
MENDED = [case for case in ALL if case.check in MINE and case.fixed is not None]


@pytest.mark.parametrize("case", MENDED, ids=[case.name for case in MENDED])
def test_fix_when_made_then_its_check_finds_one_thing_less(case: Case) -> None:
    others = [name for name in names() if name != case.check]
    before = run(case.draft, disabled=others)
    for finding in before:
        if finding.fix is not None:
            after = run(mend(case.draft, finding.fix), disabled=others)
            assert len(after) == len(before) - 1
            assert sum(one.fix is not None for one in after) == sum(one.fix is not None for one in before) - 1
