"""Two engines in a row for a pair without a model of its own, as Argos does: by way of English, as a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from translate.engine.joining import distinct
from translate.engine.model import Engine, Hypothesis


class PivotEngine:
    """An `Engine` that drafts into a middle language and from there into the target."""

    def __init__(self, first: Engine, second: Engine) -> None:
        """`first` drafts into the language that `second` drafts from."""
        self._first = first
        self._second = second

    @property
    def engines(self) -> tuple[Engine, Engine]:
        """The engine into the middle language and the one from there."""
        return self._first, self._second

    @property
    def annotation(self) -> None:
        """Always None: annotations name forms of the target, which the first engine does not write."""
        return None

    @property
    def signature(self) -> str:
        """The signatures of both engines, joined by ` > `."""
        return f"{self._first.signature} > {self._second.signature}"

    def draft(
        self,
        texts: Sequence[str],
        *,
        hypotheses: int = 1,
        part_tokens: int | None = None,
        avoid: Sequence[Sequence[str]] | None = None,  # noqa: ARG002 - the words are those of another draft
        progress: Callable[[int], None] | None = None,
    ) -> list[list[Hypothesis]]:
        """Translate each text twice; the n-best list of each, best first, one to `hypotheses` long.

        Every hypothesis of the first engine is drafted on by the second, and the scores are added, as Argos
        adds them. There is no alignment. `progress` gets the number of texts done so far: the first engine
        counts for half of it.
        """
        report = _Halves(progress)
        middles = self._first.draft(
            texts, hypotheses=hypotheses, part_tokens=part_tokens, progress=report.first
        )
        unique = list(dict.fromkeys(middle.text for best in middles for middle in best))
        report.scale = (len(texts), len(unique))
        drafts = self._second.draft(unique, hypotheses=hypotheses, progress=report.second)
        finals = dict(zip(unique, drafts, strict=True))
        return [
            distinct(sorted(_crossed(best, finals), key=lambda h: h.score, reverse=True))[:hypotheses]
            for best in middles
        ]


def _crossed(best: Sequence[Hypothesis], finals: dict[str, list[Hypothesis]]) -> Iterator[Hypothesis]:
    for middle in best:
        for final in finals[middle.text]:
            yield Hypothesis(
                final.text, middle.score + final.score, complete=middle.complete and final.complete
            )


class _Halves:
    """One count of texts from the counts of two engines."""

    def __init__(self, progress: Callable[[int], None] | None) -> None:
        self._progress = progress
        self._last = 0
        self.scale = (0, 0)

    def first(self, done: int) -> None:
        self._tell(done // 2)

    def second(self, done: int) -> None:
        texts, unique = self.scale
        self._tell(texts // 2 + (texts - texts // 2) * done // unique)

    def _tell(self, done: int) -> None:
        if self._progress and done > self._last:
            self._last = done
            self._progress(done)
