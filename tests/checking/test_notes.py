from __future__ import annotations

import pytest

from translate.checking import ignored_by


@pytest.mark.parametrize(
    ("note", "names"),
    [
        ("translate: ignore", {"all"}),
        ("Translate: Ignore", {"all"}),
        ("translate: ignore all", {"all"}),
        ("translate: ignore figures", {"figures"}),
        ("translate:ignore figures, terms", {"figures", "terms"}),
        ("translate: ignore Figures terms.", {"figures", "terms"}),
        ("translate: ignore figures (as the original has it)", {"figures"}),
        ("translate: ignore figures — the agency means miles", {"figures"}),
        ("translate: ignore figures - ask Olena", {"figures"}),
        ("translate: ignore (quoted)", {"all"}),
        ("translate: ignore inconsistent-segment", {"inconsistent-segment"}),
        ("Seen with the author.\r\n  translate: ignore terms\r\nOK", {"terms"}),
        ("Please translate: ignore the accent", set()),
        ("translate: ignored figures", set()),
        ("Terms: Irpin = Ірпінь", set()),
        ("", set()),
    ],
)
def test_a_line_of_a_note_suppresses_the_checks_it_names(note: str, names: set[str]) -> None:
    assert ignored_by(["Figures: 5 = 5", note]).names == names


def test_notes_of_a_unit_add_up() -> None:
    ignored = ignored_by(["translate: ignore figures", "translate: ignore terms"])
    assert (ignored.covers("figures"), ignored.covers("terms")) == (True, True)
    assert not ignored.covers("spaces")


def test_a_name_that_is_none_suppresses_nothing_and_is_told() -> None:
    ignored = ignored_by(["translate: ignore figurse, terms"])
    assert ignored.names == {"terms"}
    assert ignored.warnings == ("its note ignores `figurse`, which is no check. Did you mean `figures`?",)
    assert ignored_by(["translate: ignore qqq"]).names == frozenset()
    [line] = ignored_by(["translate: ignore qqq"]).warnings
    assert line == "its note ignores `qqq`, which is no check. `translate check --list` names them"
