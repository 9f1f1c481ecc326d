"""What holds for every fix: it mends what it is for, and nothing else goes wrong by it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.test_golden import ALL, Case
from translate.checks import Draft, Finding, Fix, run

# Checks whose fixes are tried here.
MINE = {"capital", "capitals", "copied", "dash", "ending", "loops", "nbsp", "quotes", "spaces", "symbols"}
MENDED = [
    case for case in ALL if case.check in MINE and case.fixed is not None and not case.draft.target_codes
]
WORDS = ["Київ", "столиця", "в", "в", "і", "5", "км", "Т.", "Г.", "Шевченко", "№", "17", "000", "www.un.org"]
SIGNS = [*'«»"“”-—–,.!:;…()', "--", " ", " ", " ", " ", "  ", "\u00a0"]
PIECES = st.lists(st.sampled_from(WORDS + SIGNS), max_size=14)


def mend(draft: Draft, fix: Fix) -> Draft:
    return replace(draft, target=draft.target[: fix.start] + fix.text + draft.target[fix.end :])


def of(finding: Finding) -> tuple[str, str]:
    """What a finding is about, without the words around it."""
    return finding.check, finding.message.partition("“")[0]


@pytest.mark.parametrize("case", MENDED, ids=[case.name for case in MENDED])
def test_fix_when_made_then_no_check_finds_more_than_before(case: Case) -> None:
    before = run(case.draft)
    for finding in before:
        if finding.fix is not None and finding.check in MINE:
            after = run(mend(case.draft, finding.fix))
            assert {of(one) for one in after} <= {of(one) for one in before}
            assert len(after) <= len(before)


@settings(max_examples=300, deadline=None)
@given(PIECES, st.sampled_from(["Kyiv is the capital.", "“Kyiv” (in Ukraine) is 5 km away"]))
def test_fixes_when_made_one_after_another_then_they_come_to_an_end(pieces: list[str], source: str) -> None:
    draft = Draft(source, "".join(pieces), "en", "uk")
    for _ in range(40):
        fix = next((one.fix for one in run(draft) if one.fix is not None and one.check in MINE), None)
        if fix is None:
            break
        assert draft.target[fix.start : fix.end] != fix.text
        draft = mend(draft, fix)
    else:
        raise AssertionError(f"the fixes of {''.join(pieces)!r} do not end: {draft.target!r}")


@pytest.mark.parametrize(
    ("source", "target", "check", "there", "here"),
    [
        ("The bank (in Kyiv) closed.", "Банк (у Києві закрили.", "brackets", None, "("),
        ("(The bank closed.", "Банк закрили.", "brackets", "(", None),
        ("“We will,” he said.", "«Ми будемо, — сказав він.", "quotes", None, "«"),
        ("“We will.”", "“Ми будемо”.", "quotes", None, "“Ми будемо”"),
        ("The pilot ejected.", "Льотчик ejected.", "untranslated", "ejected", "ejected"),
        ("The army advanced.", "Армія армія наступала.", "loops", None, "Армія армія"),
        ("He laughed.", "Він сміявсяхахахахаха.", "loops", None, "хахахахаха"),
        ("Kyiv © 2", "Київ", "symbols", "©", None),
        ("He did not go.", "Він пішов.", "negation", "not", None),
    ],
)
def test_finding_says_where_it_is(
    source: str, target: str, check: str, there: str | None, here: str | None
) -> None:
    [finding] = [one for one in run(Draft(source, target, "en", "uk")) if one.check == check]
    assert (finding.source and source[slice(*finding.source)]) == there
    assert (finding.target and target[slice(*finding.target)]) == here
