from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest

from translate.checks import Draft, Fault, Finding, describe, names, register, run, severity, unregister
from translate.errors import UsageError
from translate.glossary.model import Term, TermMatch

BUILT_IN = names()
CLEAN = Draft("The bridge is open.", "Міст відкрито.", "en", "uk")


@pytest.fixture(autouse=True)
def _chain_as_it_was() -> Iterator[None]:
    yield
    for name in set(names()) - set(BUILT_IN):
        unregister(name)


def shout(draft: Draft) -> Iterator[Fault]:
    """The target shouts."""
    if draft.target.isupper():
        yield Fault("target is in capitals")


def test_what_matters_most_comes_first() -> None:
    assert names()[:5] == ("empty", "figures", "dates", "terms", "forbidden")


@pytest.mark.parametrize("name", ["empty", "figures", "dates", "terms", "forbidden", "letters"])
def test_what_must_never_be_published_is_an_error(name: str) -> None:
    assert severity(name) == "error"


def test_describe_gives_the_rule() -> None:
    assert describe("empty") == "The target is empty or white space, and the source is not."


def test_run_on_good_draft_finds_nothing() -> None:
    assert run(CLEAN) == ()


def test_run_when_target_is_empty_then_only_that_is_said() -> None:
    assert run(Draft("“He left (early).", "", "en", "uk")) == (Finding("empty", "error", "target is empty"),)


def test_run_when_target_is_decomposed_then_words_are_read_as_composed() -> None:
    match = TermMatch(0, 4, Term("Kyiv", "Київ"))
    target = unicodedata.normalize("NFD", "Київ чекає.")
    assert run(Draft("Kyiv waits.", target, "en", "uk", terms=(match,))) == ()


def test_run_when_check_is_disabled_then_it_says_nothing() -> None:
    draft = Draft("He left (early).", "Він пішов (рано.", "en", "uk")
    assert [finding.check for finding in run(draft)] == ["brackets"]
    assert run(draft, disabled=["brackets"]) == ()


def test_register_when_no_place_is_given_then_check_is_last_and_runs() -> None:
    register("shout", "info")(shout)
    across = tuple(name for name in BUILT_IN if name.startswith("inconsistent"))
    assert names() == (*BUILT_IN[: -len(across)], "shout", *across)
    assert run(Draft("Open", "ВІДКРИТО", "en", "uk")) == (Finding("shout", "info", "target is in capitals"),)


def test_register_when_place_is_given_then_check_stands_there() -> None:
    register("shout", "info", before="terms")(shout)
    register("cry", "info", after="terms")(shout)
    place = names().index("shout")
    assert names()[place : place + 3] == ("shout", "terms", "cry")


def test_register_when_name_is_taken_or_rule_unsaid_then_error() -> None:
    with pytest.raises(ValueError, match="registered already"):
        register("terms", "info")(shout)
    with pytest.raises(ValueError, match="no docstring"):
        register("mute", "info")(lambda _: ())


def test_run_when_disabled_name_is_unknown_then_error_says_what_was_meant() -> None:
    with pytest.raises(UsageError, match=r"no check named 'figure'\. Did you mean 'figures'\?"):
        run(CLEAN, disabled=["figure"])


def test_run_when_check_comes_and_goes_then_the_next_run_knows() -> None:
    draft = Draft("The bridge is open.", "МІСТ ВІДКРИТО.", "en", "uk")
    before = [finding.check for finding in run(draft, disabled={"capitals"})]
    register("shout", "info")(shout)
    assert [finding.check for finding in run(draft, disabled={"capitals"})] == [*before, "shout"]
    assert [finding.check for finding in run(draft, disabled={"capitals", "shout"})] == before
    unregister("shout")
    with pytest.raises(UsageError, match="there is no check named 'shout'"):
        run(draft, disabled={"capitals", "shout"})
