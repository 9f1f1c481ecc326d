"""An error is one clear line that says where, what, and what to do next."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate import errors
from translate.errors import (
    ArticleError,
    LanguageCodeError,
    NoModelError,
    TranslateError,
    UsageError,
    on_one_line,
    path_context,
    segment_context,
)


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (TranslateError("it broke"), "it broke"),
        (TranslateError("it broke", hint="Mend it"), "it broke. Mend it"),
        (TranslateError("it broke", path="a.txt"), "a.txt: it broke"),
        (TranslateError("it broke", path="a.tsv", line=3, column=2), "a.tsv:3:2: it broke"),
        (TranslateError("it broke", line=3), "3: it broke"),
        (
            TranslateError("it broke", path=Path("a.txt"), segment="2-1", hint="Mend it"),
            "a.txt: segment 2-1: it broke. Mend it",
        ),
        (TranslateError("two\nlines", path="new\r\nline.txt"), "new line.txt: two lines"),
    ],
)
def test_an_error_as_text_is_one_line(error: TranslateError, line: str) -> None:
    assert str(error) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Ірпінь — «так»", "Ірпінь — «так»"),
        ("a\nb\x0bc\u2028d", "a b c d"),
        ("\x1b[31mred\x07", r"\x1b[31mred\x07"),
        ("nul\x00, tab\t, del\x7f, csi\x9b", r"nul\x00, tab\x09, del\x7f, csi\x9b"),
    ],
)
def test_control_characters_do_not_reach_the_terminal(text: str, line: str) -> None:
    assert on_one_line(text) == line


def test_a_message_that_quotes_half_a_file_is_told_without_its_middle() -> None:
    line = str(TranslateError(f"`{'x' * 60_000}` is no kind", path="a.tsv", hint="Mend it"))
    assert line.startswith("a.tsv: `xxx")
    assert " … " in line
    assert line.endswith("x` is no kind. Mend it")
    assert len(line) < 350


def test_wrong_usage_exits_2_and_every_other_error_1() -> None:
    codes = {kind.__name__: kind.exit_code for kind in _tree(TranslateError)}
    usage = {"UsageError", "LanguageCodeError", "NoModelError"}
    assert {name for name, code in codes.items() if code == 2} == usage
    assert {code for name, code in codes.items() if name not in usage} == {1}
    assert issubclass(LanguageCodeError, UsageError)
    assert issubclass(NoModelError, UsageError)


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    assert errors.__doc__ is not None
    drawn = {word for word in errors.__doc__.split() if word.endswith("Error")}
    tree = _tree(TranslateError)
    # The training recipe is a program of its own, with a branch of its own.
    assert drawn == {kind.__name__ for kind in tree if kind.__module__.startswith("translate.")}


def test_the_contexts_add_what_is_not_known_yet() -> None:
    with pytest.raises(ArticleError) as caught, path_context(Path("a.txt")), segment_context("2-1"):
        raise ArticleError("it broke")
    assert str(caught.value) == "a.txt: segment 2-1: it broke"


def test_the_contexts_leave_what_a_deeper_frame_has_named() -> None:
    with pytest.raises(ArticleError) as caught, path_context(Path("a.txt")), segment_context("2-1"):
        raise ArticleError("it broke", path="b.txt", segment="9-9")
    assert str(caught.value) == "b.txt: segment 9-9: it broke"


def test_the_contexts_let_other_exceptions_through() -> None:
    with pytest.raises(ZeroDivisionError), path_context(Path("a.txt")), segment_context("2-1"):
        raise ZeroDivisionError


def _tree(kind: type[TranslateError]) -> list[type[TranslateError]]:
    return [kind, *(deeper for child in kind.__subclasses__() for deeper in _tree(child))]
