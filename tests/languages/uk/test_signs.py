"""Words that lack an apostrophe or a soft sign."""

from __future__ import annotations

from time import perf_counter

import pytest

from translate.languages.uk.signs import with_right_sign

TABLE = [
    ("обєкт", ("об’єкт",)),
    ("пьять", ("п’ять",)),
    ("день", ()),
    ("абракадабра", ()),
    ("сьом", ()),
]


@pytest.mark.parametrize(("word", "meant"), TABLE)
def test_the_word_meant_is_found(word: str, meant: tuple[str, ...]) -> None:
    assert with_right_sign(word) == meant


def test_what_is_too_long_for_a_word_is_not_looked_up() -> None:
    started = perf_counter()
    assert with_right_sign("п’ят" * 5_000) == ()
    assert perf_counter() - started < 1
