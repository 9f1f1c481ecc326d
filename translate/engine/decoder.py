"""CTranslate2 with the tokenizer of a package: length-sorted token batches in, hypotheses out."""

from __future__ import annotations

import os
from array import array
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from translate.engine.model import Hypothesis
from translate.engine.packages import InstalledPackage
from translate.engine.tokenizers import Tokens, load_tokenizer
from translate.errors import ModelError

_SMALLEST_BATCH = 64
_NO_CHARACTER = "\ufffd"
_FAILURES = (RuntimeError, ValueError, MemoryError, OSError)

Sized = tuple[int, str]
"""A text with its number of pieces."""


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

    def __init__(
        self,
        package: InstalledPackage,
        *,
        beam: int,
        batch_tokens: int,
        inter_threads: int | None,
        intra_threads: int | None,
    ) -> None:
        """Load model and tokenizer; raises ModelError when one of them is corrupt."""
        import ctranslate2

        inter, intra = threads(inter_threads, intra_threads)
        self._package = package
        self._beam = beam
        self._batch_tokens = batch_tokens
        self._workers = inter
        self._tokenizer = load_tokenizer(package.path, package.from_code, package.to_code)
        int8 = "int8" in ctranslate2.get_supported_compute_types("cpu")
        try:
            self._translator = ctranslate2.Translator(
                str(package.path / "model"),
                device="cpu",
                compute_type="int8" if int8 else "auto",
                inter_threads=inter,
                intra_threads=intra,
            )
        except _FAILURES as error:
            raise self._broken("the model cannot be loaded", error) from error

    def count(self, text: str) -> int:
        """Return how many pieces the text has."""
        return self._tokenizer.count(text)

    def suppressing(self, words: Sequence[str]) -> dict[str, Any]:
        """Return the options under which none of `words` is written, neither alone nor at a word's start."""
        return {"suppress_sequences": [list(self._tokenizer.encode(word).pieces) for word in words if word]}

    def run(
        self, texts: Sequence[Sized], hypotheses: int, *, aligned: bool, **options: Any
    ) -> Iterator[tuple[Sized, list[Hypothesis]]]:
        """Yield each text with its n-best list, finished ones first, then by score.

        `texts` are sorted by size, so that a batch holds texts of one length. A few batches are under way
        when the first is yielded, and no more, so the memory needed does not grow with the number of texts.
        `options` are those of `ctranslate2.Translator.translate_batch`. Raises ModelError.
        """
        batches = self._batches(texts)
        running: deque[tuple[list[Sized], _Batch]] = deque()
        while True:
            # One batch waits for each that is worked on.
            while len(running) < 2 * self._workers and (batch := next(batches, None)):
                encoded = [self._tokenizer.encode(text) for _, text in batch]
                running.append((batch, self._submit(encoded, max(self._beam, hypotheses), options)))
            if not running:
                return
            batch, submitted = running.popleft()
            for sized, tokens, result, first in zip(batch, *submitted, strict=True):
                try:
                    done, first_row = result.result(), first and first.result().attention[0][0]
                except _FAILURES as error:
                    raise self._broken("the model failed", error) from error
                # Each of these copies a whole n-best list out of CTranslate2.
                outcome = _Outcome(tokens, done.hypotheses, done.scores, done.attention, first_row, aligned)
                yield sized, self._hypotheses(outcome, hypotheses)

    def _batches(self, texts: Sequence[Sized]) -> Iterator[list[Sized]]:
        # A small job is cut finer, so that every worker has its share.
        share = sum(size for size, _ in texts) // (4 * self._workers)
        limit = min(self._batch_tokens, max(share, _SMALLEST_BATCH))
        batch: list[Sized] = []
        for sized in texts:
            longest = max(batch[0][0], batch[-1][0], sized[0]) if batch else sized[0]
            if batch and (len(batch) + 1) * longest > limit:
                yield batch
                batch = []
            batch.append(sized)
        if batch:
            yield batch

    def _submit(self, encoded: list[Tokens], beam: int, options: dict[str, Any]) -> _Batch:
        sources = [list(tokens.pieces) for tokens in encoded]
        prefix = self._package.target_prefix
        # Attention costs nothing more; `<unk>` is replaced by it below, once its first row is right.
        common = {"asynchronous": True, "max_input_length": 0, "return_attention": True}
        try:
            results = self._translator.translate_batch(
                sources,
                target_prefix=[[prefix]] * len(encoded) if prefix else None,
                beam_size=beam,
                # The whole beam costs nothing more and may hold a finished draft where the best is none.
                num_hypotheses=beam,
                # Scores are means over the target's pieces and its end; drafts as good as with Argos's 0.2.
                length_penalty=1.0,
                max_decoding_length=2 * max(map(len, sources)) + 32,
                min_decoding_length=2 if prefix else 1,
                # An end token tells a finished draft from one that was stopped at the limit.
                return_end_token=True,
                return_scores=True,
                **common,
                **options,
            )
            firsts: list[Any] = [None] * len(encoded)
            if len(encoded) > 1 and beam > 1 and not prefix:
                # In a batch, CTranslate2's beam search (seen in 4.8) gives the first row of another text. One
                # step without a beam gives the right one; with a prefix the wrong row is that of the prefix.
                firsts = self._translator.translate_batch(
                    sources, beam_size=1, max_decoding_length=1, **common
                )
        except _FAILURES as error:
            raise self._broken("the model failed", error) from error
        return encoded, results, firsts

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


def threads(inter: int | None = None, intra: int | None = None) -> tuple[int, int]:
    """Return (batches at a time, threads for each) for the processors this process may use.

    One thread a batch is nearly twice as fast as two threads on one batch: the matrices of a small model
    are too small to share (benchmarks/throughput.py).
    """
    processors = _processors()
    if inter is None:
        inter = max(1, min(processors // (intra or 1), 16))
    if intra is None:
        intra = max(1, processors // inter)
    return inter, intra


def _processors() -> int:
    count = getattr(os, "process_cpu_count", None)  # Python 3.13
    if count is not None:
        return count() or 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
