"""Direct speech: marks that the source has and the draft lost come back, and nothing else changes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.languages.uk.speech import restore_speech

TABLE = [
    (
        "“They count the walls,” she says.",
        '"Вони рахують стіни, — каже вона.',
        '"Вони рахують стіни", — каже вона.',
    ),
    (
        "The youngest is 58,” says Viktor.",
        "Наймолодшому 58, — каже Віктор.",
        'Наймолодшому 58", — каже Віктор.',
    ),
    ("“Who counts?” she asks.", '"Хто рахує? — питає вона.', '"Хто рахує?" — питає вона.'),
    ("“They count,” she says.", '"Вони рахують - каже вона.', '"Вони рахують", - каже вона.'),
    # As many marks as in the source: nothing to restore.
    ("“They count,” she says.", '"Вони рахують", — каже вона.', '"Вони рахують", — каже вона.'),
    # No words of a speaker behind the quotation.
    ("He said: “They left. We stayed.", 'Він сказав: "Вони пішли. Ми лишилися.', None),
    ("He said: “They left.", 'Він сказав:" Вони пішли.', 'Він сказав: "Вони пішли.'),
    (
        "“I read it,” he wrote, “and I knew.”",
        '"Я читав", — написав він, "і я знав"',
        '"Я читав", — написав він, — "і я знав"',
    ),
    ("Kyiv is a city - a capital.", "Київ — місто — столиця.", None),
    ("", "", None),
]


@pytest.mark.parametrize(("source", "target", "expected"), TABLE)
def test_marks_of_direct_speech_are_restored(source: str, target: str, expected: str | None) -> None:
    assert restore_speech(target, source) == (target if expected is None else expected)


@given(st.text(alphabet='абв ,.?!:"«»“”—- ', max_size=40), st.text(alphabet='abc ,.?!:"“”- ', max_size=40))
def test_letters_are_never_touched(target: str, source: str) -> None:
    restored = restore_speech(target, source)
    assert re.sub(r"\W", "", restored) == re.sub(r"\W", "", target)
