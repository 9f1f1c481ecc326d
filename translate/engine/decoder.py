"""CTranslate2 with the tokenizer of a package: length-sorted token batches in, hypotheses out."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any

from translate.engine.model import Hypothesis
from translate.engine.packages import InstalledPackage
from translate.engine.tokenizers import Tokens, load_tokenizer
from translate.errors import ModelError

# Three decimals are enough, and shared floats need a quarter of the memory.
_WEIGHTS = tuple(min(i, 1000) / 1000 for i in range(1100))
_NO_CHARACTER = "\ufffd"
_FAILURES = (RuntimeError, ValueError, MemoryError, OSError)

Sized = tuple[int, str]
"""A text with its number of pieces."""


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
        # One batch waits for each that is worked on.
        self._ahead = 2 * inter
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

    def run(
        self, texts: Sequence[Sized], hypotheses: int, *, aligned: bool, **options: Any
    ) -> Iterator[tuple[Sized, list[Hypothesis]]]:
        """Yield each text with its n-best list, finished ones first, then by score.

        `texts` are sorted by size, so that a batch holds texts of one length. A few batches are under way
        when the first is yielded, and no more, so the memory needed does not grow with the number of texts.
        `options` are those of `ctranslate2.Translator.translate_batch`. Raises ModelError.
        """
        batches = self._batches(texts)
        running: deque[tuple[list[Sized], list[Tokens], list[Any]]] = deque()
        while True:
            while len(running) < self._ahead and (batch := next(batches, None)):
                encoded = [self._tokenizer.encode(text) for _, text in batch]
                running.append((batch, encoded, self._submit(encoded, hypotheses, aligned, options)))
            if not running:
                return
            batch, encoded, results = running.popleft()
            for sized, tokens, result in zip(batch, encoded, results, strict=True):
                try:
                    outcome = result.result()
                except _FAILURES as error:
                    raise self._broken("the model failed", error) from error
                yield sized, self._hypotheses(tokens, outcome, hypotheses)

    def _batches(self, texts: Sequence[Sized]) -> Iterator[list[Sized]]:
        batch: list[Sized] = []
        for sized in texts:
            longest = max(batch[0][0], batch[-1][0], sized[0]) if batch else sized[0]
            if batch and (len(batch) + 1) * longest > self._batch_tokens:
                yield batch
                batch = []
            batch.append(sized)
        if batch:
            yield batch

    def _submit(
        self, encoded: Sequence[Tokens], hypotheses: int, aligned: bool, options: dict[str, Any]
    ) -> list[Any]:
        prefix = self._package.target_prefix
        longest = max(len(tokens.pieces) for tokens in encoded)
        beam = max(self._beam, hypotheses)
        try:
            results: list[Any] = self._translator.translate_batch(
                [list(tokens.pieces) for tokens in encoded],
                target_prefix=[[prefix]] * len(encoded) if prefix else None,
                asynchronous=True,
                beam_size=beam,
                # The whole beam costs nothing more and may hold a finished draft where the best is none.
                num_hypotheses=beam,
                # Scores are means over the target's pieces and its end; drafts as good as with Argos's 0.2.
                length_penalty=1.0,
                max_input_length=0,
                max_decoding_length=2 * longest + 32,
                # An end token tells a finished draft from one that was stopped at the limit.
                return_end_token=True,
                return_scores=True,
                return_attention=aligned,
                replace_unknowns=True,
                **options,
            )
        except _FAILURES as error:
            raise self._broken("the model failed", error) from error
        return results

    def _hypotheses(self, source: Tokens, result: Any, count: int) -> list[Hypothesis]:
        good: dict[str, Hypothesis] = {}
        poor: dict[str, Hypothesis] = {}
        for rank, pieces in enumerate(result.hypotheses):
            hypothesis = self._hypothesis(source, pieces, result, rank)
            # Bytes that make no character are as good as unfinished.
            intact = hypothesis.complete and _NO_CHARACTER not in hypothesis.text
            (good if intact else poor).setdefault(hypothesis.text, hypothesis)
            if len(good) == count:
                break
        return [*good.values(), *poor.values()][:count]

    def _hypothesis(self, source: Tokens, pieces: Sequence[str], result: Any, rank: int) -> Hypothesis:
        complete = bool(pieces) and pieces[-1] == "</s>"
        own = slice(1 if self._package.target_prefix else 0, len(pieces) - 1 if complete else len(pieces))
        target = self._tokenizer.decode(pieces[own])
        score = float(result.scores[rank])
        if not result.attention:
            return Hypothesis(target.text, score, complete=complete)
        weights = tuple(
            # Attention is at most 1, give or take a rounding.
            tuple([_WEIGHTS[int(weight * 1000 + 0.5)] for weight in row])
            for row in result.attention[rank][own]
        )
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
