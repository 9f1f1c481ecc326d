from __future__ import annotations

from tests.checking.outcomes import MIXED, outcome
from translate.checking import Screen, summary, table


def lines(screen: Screen, *, verbose: bool = False) -> str:
    return "\n".join(table(MIXED, screen, verbose=verbose)) + "\n"


def test_table_in_a_pipe_is_aligned_and_whole() -> None:
    assert (
        lines(Screen())
        == """\
out/a.xlf:1-1           warning  spaces   space doubled (2 times)
out/a.xlf:1-2           error    figures  figure missing: 5 (“5”)
out/звіт & <b>.xlf:1-2  info     nbsp     no-break space missing: “6 яблук.”

5 segments in 3 files: 1 error, 2 warnings, 1 info (spaces 2, figures 1, nbsp 1)
"""
    )


def test_table_when_verbose_has_what_notes_suppress() -> None:
    assert (
        lines(Screen(), verbose=True)
        == """\
out/a.xlf:1-1           warning  spaces   space doubled (2 times)
out/a.xlf:1-2           error    figures  figure missing: 5 (“5”)
out/a.xlf:1-2           ignored  nbsp     no-break space missing: “6 яблук.”
out/звіт & <b>.xlf:1-2  info     nbsp     no-break space missing: “6 яблук.”

5 segments in 3 files: 1 error, 2 warnings, 1 info (spaces 2, figures 1, nbsp 1); 1 ignored by notes
"""
    )


def test_table_on_a_narrower_screen_wraps_messages_in_their_column() -> None:
    assert (
        lines(Screen(75))
        == """\
out/a.xlf:1-1           warning  spaces   space doubled (2 times)
out/a.xlf:1-2           error    figures  figure missing: 5 (“5”)
out/звіт & <b>.xlf:1-2  info     nbsp     no-break space missing: “6
                                          яблук.”

5 segments in 3 files: 1 error, 2 warnings, 1 info (spaces 2, figures 1, nbsp 1)
"""
    )


def test_table_on_a_phone_puts_long_messages_below_their_place() -> None:
    first, second, third, fourth, *_ = table(MIXED, Screen(40))
    assert (first, second) == ("out/a.xlf:1-1  warning  spaces", "    space doubled (2 times)")
    assert (third, fourth) == ("out/a.xlf:1-2  error  figures", "    figure missing: 5 (“5”)")


def test_table_has_colours_when_told() -> None:
    first = next(iter(table(MIXED, Screen(100, colours=True))))
    assert first == "out/a.xlf:1-1           \x1b[33mwarning\x1b[0m  spaces   space doubled (2 times)"


def test_table_of_nothing_checked_is_empty() -> None:
    assert list(table(outcome(errors=("a.xlf: the file is empty",)), Screen())) == []


def test_summary_of_clean_files_says_so() -> None:
    assert summary(outcome(MIXED.results[2])) == "2 segments in 1 file: nothing found"
