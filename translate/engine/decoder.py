"""CTranslate2 with the tokenizer of a package: batches of equally long parts in, hypotheses out."""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from translate.engine.model import Hypothesis
from translate.engine.options import BATCH_TOKENS, EngineOptions, checked_compute_type
from translate.engine.packages import InstalledPackage
from translate.engine.tokenizers import Tokens, load_tokenizer
from translate.errors import ModelError

_SMALLEST_BATCH = 64
_NO_CHARACTER = "\ufffd"
_FAILURES = (RuntimeError, ValueError, MemoryError, OSError)


@dataclass(frozen=True, slots=True)
class Part:
    """A text that goes to the model whole, with its number of pieces and the words not to write in it."""

    text: str
    size: int
    avoid: tuple[str, ...] = ()


_Batch = tuple[list[Tokens], list[Any], list[Any]]
"""What was submitted, the results to come, and for each where the right first row of attention comes from."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What the model made of one text."""

    source: Tokens
    hypotheses: list[list[str]]
    scores: list[float]
    attention: list[list[list[float]]]
    first_row: list[float] | None
    aligned: bool


class Decoder:
    """A loaded package: texts that fit the model become hypotheses."""

    def __init__(self, package: InstalledPackage, options: EngineOptions) -> None:
        """Load model and tokenizer.

        Raises ModelError when one of them is corrupt, UsageError when the compute type is not supported.
        """
        import ctranslate2

        inter, intra = options.split
        self._package = package
        self._beam = options.beam
        self._batch_tokens = options.batch_tokens or BATCH_TOKENS
        self._workers = inter
        self._tokenizer = load_tokenizer(package.path, package.from_code, package.to_code)
        compute_type = checked_compute_type(options.compute_type)
        try:
            self._translator = ctranslate2.Translator(
                str(package.path / "model"),
                device="cpu",
                compute_type=compute_type,
                inter_threads=inter,
                intra_threads=intra,
            )
        except _FAILURES as error:
            raise self._broken("the model cannot be loaded", error) from error

    @property
    def compute_type(self) -> str:
        """What the model computes with, e.g. `int8_float32`, which is int8 on a processor."""
        name: str = self._translator.compute_type
        return name

    def count(self, text: str) -> int:
        """Return how many pieces the text has."""
        return self._tokenizer.count(text)

    def run(
        self, parts: Iterable[Part], hypotheses: int, *, aligned: bool, no_repeat: int = 0
    ) -> Iterator[tuple[Part, list[Hypothesis]]]:
        """Yield each part, longest first, with its n-best list: finished ones first, then by score.

        The list is no longer than the beam is wide. With `no_repeat` no sequence of so many pieces is written
        twice. A few batches are under way when the first is yielded, and no more, so the memory needed does
        not grow with the number of texts. Raises ModelError.
        """
        batches = self._batches(sorted(parts, key=lambda part: (-part.size, part.avoid)))
        running: deque[tuple[list[Part], _Batch]] = deque()
        while True:
            # One batch waits for each that is worked on.
            while len(running) < 2 * self._workers and (batch := next(batches, None)):
                running.append((batch, self._submit(batch, no_repeat)))
            if not running:
                return
            batch, submitted = running.popleft()
            for part, tokens, result, first in zip(batch, *submitted, strict=True):
                try:
                    done, first_row = result.result(), first and first.result().attention[0][0]
                except _FAILURES as error:
                    raise self._broken("the model failed", error) from error
                # Each of these copies a whole n-best list out of CTranslate2.
                outcome = _Outcome(tokens, done.hypotheses, done.scores, done.attention, first_row, aligned)
                yield part, self._hypotheses(outcome, hypotheses)

    def _batches(self, parts: Sequence[Part]) -> Iterator[list[Part]]:
        """Cut sorted parts into batches, each of parts of exactly one size.

        A draft must not depend on what else is drafted with it: only then are a resumed run, a run on a
        cluster and an uninterrupted one byte-identical, and a remembered draft as good as a new one. Padding
        changes the last digits of scores and, where two drafts are close, their order; without it the integer
        arithmetic of CTranslate2 (4.8) gives a text the same bits in every batch and on any number of
        threads. That of floating-point types does not, so there each part is a batch of its own, which is no
        slower, and only `intra_threads` matters. Words to avoid are an option of the whole batch.
        """
        # A small job is cut finer, so that every worker has its share.
        share = sum(part.size for part in parts) // (4 * self._workers)
        limit = min(self._batch_tokens, max(share, _SMALLEST_BATCH))
        for (size, _), alike in groupby(parts, key=lambda part: (part.size, part.avoid)):
            same = list(alike)
            length = max(1, limit // size) if self.compute_type.startswith("int") else 1
            yield from (same[start : start + length] for start in range(0, len(same), length))

    def _submit(self, batch: Sequence[Part], no_repeat: int) -> _Batch:
        encoded = [self._tokenizer.encode(part.text) for part in batch]
        sources = [list(tokens.pieces) for tokens in encoded]
        prefix = self._package.target_prefix
        # Attention costs nothing more; `<unk>` is replaced by it below, once its first row is right.
        common = {"asynchronous": True, "max_input_length": 0, "return_attention": True}
        try:
            results = self._translator.translate_batch(
                sources,
                target_prefix=[[prefix]] * len(encoded) if prefix else None,
                beam_size=self._beam,
                # The whole beam costs nothing more and may hold a finished draft where the best is none.
                num_hypotheses=self._beam,
                # Scores are means over the target's pieces and its end; drafts as good as with Argos's 0.2.
                length_penalty=1.0,
                max_decoding_length=2 * max(map(len, sources)) + 32,
                min_decoding_length=2 if prefix else 1,
                # An end token tells a finished draft from one that was stopped at the limit.
                return_end_token=True,
                return_scores=True,
                suppress_sequences=self._sequences(batch[0].avoid),
                no_repeat_ngram_size=no_repeat,
                **common,
            )
            firsts: list[Any] = [None] * len(encoded)
            if len(encoded) > 1 and self._beam > 1 and not prefix:
                # In a batch, CTranslate2's beam search (seen in 4.8) gives the first row of another text. One
                # step without a beam gives the right one; with a prefix the wrong row is that of the prefix.
                firsts = self._translator.translate_batch(
                    sources, beam_size=1, max_decoding_length=1, **common
                )
        except _FAILURES as error:
            raise self._broken("the model failed", error) from error
        return encoded, results, firsts

    def _sequences(self, words: Sequence[str]) -> list[list[str]] | None:
        """Return the pieces under which none of `words` is written, neither alone nor at a word's start."""
        return [list(self._tokenizer.encode(word).pieces) for word in words if word] or None

    def _hypotheses(self, outcome: _Outcome, count: int) -> list[Hypothesis]:
        good: dict[str, Hypothesis] = {}
        poor: dict[str, Hypothesis] = {}
        for rank in range(len(outcome.hypotheses)):
            hypothesis = self._hypothesis(outcome, rank)
            # Bytes that make no character and an empty draft are as good as unfinished.
            intact = hypothesis.complete and hypothesis.text and _NO_CHARACTER not in hypothesis.text
            (good if intact else poor).setdefault(hypothesis.text, hypothesis)
            if len(good) == count:
                break
        return [*good.values(), *poor.values()][:count]

    def _hypothesis(self, outcome: _Outcome, rank: int) -> Hypothesis:
        source, pieces = outcome.source, outcome.hypotheses[rank]
        complete = bool(pieces) and pieces[-1] == "</s>"
        own = slice(1 if self._package.target_prefix else 0, len(pieces) - 1 if complete else len(pieces))
        pieces, rows = pieces[own], outcome.attention[rank][own]
        if outcome.first_row and rows:
            rows[0] = outcome.first_row
        for i, piece in enumerate(pieces):
            if piece == "<unk>":
                pieces[i] = source.pieces[max(range(len(rows[i])), key=rows[i].__getitem__)]
        target = self._tokenizer.decode(pieces)
        score = outcome.scores[rank]
        if not outcome.aligned:
            return Hypothesis(target.text, score, complete=complete)
        # Single precision, as the model gives it, takes an eighth of the memory of Python's numbers.
        weights = tuple(array("f", row) for row in rows)
        return Hypothesis(target.text, score, source.spans, target.spans, weights, complete)

    def _broken(self, what: str, error: BaseException) -> ModelError:
        reason = str(error).strip().split("\n", 1)[0] or type(error).__name__
        hint = f"Check it with `translate models verify {self._package.name}`"
        return ModelError(f"{what} ({reason})", path=self._package.path, hint=hint)
