"""Drafts again: an engine that keeps a name only in parts, or only with the wrong word suppressed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from tests.dictionary_engine import MARKS
from translate.engine import Hypothesis
from translate.glossary import Glossary, Term
from translate.languages import get
from translate.protection import Protected, climb, protect
from translate.protection.settle import Candidate, Judgement, choose

IRPIN = Term("Irpin", "Ірпінь", kind="place", gender="masc")
SOURCE = "The mayor of Irpin spoke."


class Forgetful:
    """Answers one draft as a rule, and the right one when asked in parts or to avoid a word."""

    annotation: tuple[str, str, str] | None = MARKS
    signature = "forgetful"

    def __init__(self, whole: str, *, parts: str = "", suppressed: str = "") -> None:
        self.answers = {"whole": whole, "parts": parts or whole, "suppressed": suppressed or whole}

    def draft(
        self,
        texts: Sequence[str],
        *,
        hypotheses: int = 1,
        part_tokens: int | None = None,
        avoid: Sequence[Sequence[str]] | None = None,
        progress: Callable[[int], None] | None = None,
    ) -> list[list[Hypothesis]]:
        """Answer each text alike."""
        way = "parts" if part_tokens else "suppressed" if avoid and "Ірмень" in avoid[0] else "whole"
        return [[Hypothesis(self.answers[way], -1.0)] for _ in texts]


def outcome(engine: Forgetful) -> tuple[str, str]:
    own = protect(SOURCE, Glossary([IRPIN]), get("en"), get("uk"))
    (settled,) = climb([own], engine, get("uk"))
    return settled.target, settled.outcomes[0].how


def test_a_name_that_only_a_draft_in_parts_keeps_is_settled_by_it() -> None:
    assert outcome(Forgetful("Він виступив.", parts="Мер Ірпеня виступив.")) == (
        "Мер Ірпеня виступив.",
        "parts",
    )


def test_a_name_that_stands_when_the_wrong_word_is_suppressed_is_settled_by_it() -> None:
    engine = Forgetful("Мер Ірмень виступив.", suppressed="Мер Ірпеня виступив.")
    assert outcome(engine) == ("Мер Ірпеня виступив.", "suppressed")


def test_a_name_that_no_draft_keeps_is_flagged() -> None:
    assert outcome(Forgetful("Він там виступив.")) == ("Він там виступив.", "flagged")


def test_a_draft_that_comes_again_is_not_judged_again(monkeypatch: pytest.MonkeyPatch) -> None:
    judged: list[str] = []

    def listening(own: Protected, candidates: Sequence[Candidate], *rest: Any) -> Judgement:
        judged.extend(candidate.hypothesis.text for candidate in candidates)
        return choose(own, candidates, *rest)

    monkeypatch.setattr("translate.protection.ladder.choose", listening)
    engine = Forgetful("Він там виступив.", parts="Там він виступив.")
    assert outcome(engine) == ("Він там виступив.", "flagged")
    # Whole, in parts (the same for every length), whole without annotations.
    assert judged == ["Він там виступив.", "Там він виступив.", "Він там виступив."]
