"""An engine made of a dictionary, for the tests of the stages around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from translate.engine import Hypothesis

MARKS = ("｟", "￨", "｠")
_ANNOTATION = re.compile("｟[^￨]*￨([^｠]*)｠")


class DictionaryEngine:
    """Answers from its dictionary; of other texts it writes the annotated targets as they stand."""

    def __init__(
        self, answers: Mapping[str, str | Sequence[str]] | None = None, *, annotation: bool = True
    ) -> None:
        self.answers = dict(answers or {})
        self.annotation: tuple[str, str, str] | None = MARKS if annotation else None
        self.signature = "dictionary"
        self.asked: list[str] = []

    def draft(
        self,
        texts: Sequence[str],
        *,
        hypotheses: int = 1,
        part_tokens: int | None = None,
        avoid: Sequence[Sequence[str]] | None = None,
        progress: Callable[[int], None] | None = None,
    ) -> list[list[Hypothesis]]:
        """Look each text up; `hypotheses` bounds the list."""
        self.asked += texts
        if progress is not None:
            progress(len(texts))
        return [self._answer(text)[:hypotheses] for text in texts]

    def _answer(self, text: str) -> list[Hypothesis]:
        answer = self.answers.get(text, _ANNOTATION.sub(r"\1", text))
        found = [answer] if isinstance(answer, str) else list(answer)
        return [Hypothesis(each, -0.1 * rank) for rank, each in enumerate(found, 1)]
