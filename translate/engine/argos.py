"""Argos packages on CTranslate2: all texts of a call in length-sorted token batches.

`argostranslate.translate` is never imported: it loads stanza and torch, works paragraph by paragraph in
batches of 32 tokens and cuts long input off in silence.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from translate.engine.joining import distinct, join
from translate.engine.model import Hypothesis
from translate.engine.normalise import Normal, normalise, normalise_with_offsets
from translate.engine.packages import InstalledPackage, content_sha256
from translate.engine.splitting import halve, split_long
from translate.engine.tokenizers import Tokens, load_tokenizer
from translate.errors import ModelError

# A text of more characters than this gets its best draft only, without alignment: the attention of a line of
# megabytes would not fit into memory.
_ALIGNED_CHARACTERS = 4_000
# Below this many pieces a runaway draft is not tried again in two halves.
_SMALLEST_HALF = 12
# Three decimals are enough, and shared floats need a quarter of the memory.
_WEIGHTS = tuple(i / 1000 for i in range(1001))


@dataclass(frozen=True, slots=True)
class _Plan:
    """A text as it goes to the model: its parts, or the text itself when the model has nothing to do."""

    text: str
    parts: tuple[str, ...]
    normal: Normal | None

    @property
    def aligned(self) -> bool:
        return self.normal is not None


class ArgosEngine:
    """One Argos package, loaded; an `Engine`. May be used from several threads at once."""

    def __init__(
        self,
        package: InstalledPackage,
        *,
        beam: int = 4,
        inter_threads: int | None = None,
        intra_threads: int | None = None,
        batch_tokens: int = 512,
    ) -> None:
        """Load the model (int8 where the processor can) and the tokenizer.

        `batch_tokens` counts the padded source pieces of one batch. The number of batches at a time and of
        threads for each are those of `threads()` unless given. Raises ModelError when the package is corrupt.
        """
        import ctranslate2

        inter, intra = threads(inter_threads, intra_threads)
        self.package = package
        self.beam = beam
        self._batch_tokens = batch_tokens
        self._ahead = 2 * inter
        self._tokenizer = load_tokenizer(package.path, package.from_code, package.to_code)
        self._sha256 = content_sha256(package.path)
        int8 = "int8" in ctranslate2.get_supported_compute_types("cpu")
        try:
            self._translator = ctranslate2.Translator(
                str(package.path / "model"),
                device="cpu",
                compute_type="int8" if int8 else "auto",
                inter_threads=inter,
                intra_threads=intra,
            )
        except (RuntimeError, ValueError, MemoryError, OSError) as error:
            raise self._broken("the model cannot be loaded", error) from error

    @property
    def annotation(self) -> tuple[str, str, str] | None:
        """The marks (open, separator, close) of annotated input, or None when the model reads none."""
        return self.package.annotation

    @property
    def signature(self) -> str:
        """Name, version and SHA-256 of the package, computed when it was loaded."""
        return f"argos {self.package.pair} {self.package.version} sha256:{self._sha256}"

    def normalise(self, text: str) -> str:
        """Return the text as the model reads it; `draft` does this by itself."""
        return normalise(text, straight=self.package.normalise)

    def draft(
        self,
        texts: Sequence[str],
        *,
        hypotheses: int = 1,
        progress: Callable[[int], None] | None = None,
    ) -> list[list[Hypothesis]]:
        """Translate each text; the n-best list of each, best first, one to `hypotheses` long.

        Ranges of source pieces are offsets in the text as given, before normalisation. A text without
        letters comes back as it is, with score 0. A text that is too long for the model is drafted in parts;
        one of more than 4,000 characters has one hypothesis and no alignment. `progress` gets the number of
        texts done so far, `len(texts)` at the end. Raises ModelError when the model fails.
        """
        plans = {text: self._plan(text) for text in dict.fromkeys(texts)}
        countdown = _Countdown(texts, plans, progress)
        drafts: dict[tuple[str, bool], list[Hypothesis]] = {}
        for aligned in (True, False):
            parts = dict.fromkeys(part for p in plans.values() if p.aligned == aligned for part in p.parts)
            count = hypotheses if aligned else 1
            for part, best in self._translate(parts, count, aligned):
                drafts[part, aligned] = best
                countdown.part_done(part, aligned)
        return [self._assemble(plans[text], drafts) for text in texts]

    def _plan(self, text: str) -> _Plan:
        if not _has_work(text, self.annotation):
            return _Plan(text, (), None)
        long = len(text) > _ALIGNED_CHARACTERS
        normal = None if long else normalise_with_offsets(text, straight=self.package.normalise)
        plain = self.normalise(text) if normal is None else normal.text
        limit = self.package.max_tokens
        parts = split_long(plain, self._tokenizer.count, limit, self.package.from_code)
        return _Plan(text, tuple(parts), normal)

    def _assemble(self, plan: _Plan, drafts: dict[tuple[str, bool], list[Hypothesis]]) -> list[Hypothesis]:
        if not plan.parts:
            return [Hypothesis(plan.text, 0.0)]
        own = [drafts[part, plan.aligned] for part in plan.parts]
        best = join(plan.parts, own) if len(own) > 1 else own[0]
        return [_with_original_offsets(hypothesis, plan.normal) for hypothesis in best]

    def _translate(
        self, parts: Iterable[str], hypotheses: int, aligned: bool
    ) -> Iterator[tuple[str, list[Hypothesis]]]:
        """Yield each part with its hypotheses as they come, longest parts first."""
        waiting: list[tuple[int, str]] = []
        for part in parts:
            if _has_work(part, self.annotation):
                waiting.append((self._tokenizer.count(part), part))
            else:
                yield part, [Hypothesis(part.rstrip(), 0.0)]
        waiting.sort(key=lambda sized: sized[0], reverse=True)
        for part, size, best in self._run(waiting, hypotheses, aligned):
            complete = [hypothesis for hypothesis in best if hypothesis.complete]
            yield part, complete or self._rescue(part, size, hypotheses, aligned, best[0].score)

    def _rescue(self, part: str, size: int, hypotheses: int, aligned: bool, score: float) -> list[Hypothesis]:
        """Draft a part again whose drafts never ended: in halves, without repetition, then not at all."""
        halves = halve(part, self.package.from_code) if size > _SMALLEST_HALF else [part]
        if len(halves) > 1:
            drafts = dict(self._translate(dict.fromkeys(halves), hypotheses, aligned))
            return join(halves, [drafts[half] for half in halves])
        for _, _, best in self._run([(size, part)], hypotheses, aligned, no_repeat_ngram_size=2):
            complete = [hypothesis for hypothesis in best if hypothesis.complete]
            if complete:
                return complete
        return [Hypothesis(part.rstrip(), score, complete=False)]

    def _run(
        self, sized: Sequence[tuple[int, str]], hypotheses: int, aligned: bool, **options: Any
    ) -> Iterator[tuple[str, int, list[Hypothesis]]]:
        """Yield (part, size, hypotheses) for parts sorted by size, a few batches ahead of the reader."""
        batches = self._batches(sized)
        running: deque[tuple[list[tuple[int, str]], list[Tokens], list[Any]]] = deque()
        while True:
            while len(running) < self._ahead and (batch := next(batches, None)):
                encoded = [self._tokenizer.encode(part) for _, part in batch]
                running.append((batch, encoded, self._submit(encoded, hypotheses, aligned, options)))
            if not running:
                return
            batch, encoded, results = running.popleft()
            for (size, part), tokens, result in zip(batch, encoded, results, strict=True):
                try:
                    outcome = result.result()
                except (RuntimeError, ValueError, MemoryError) as error:
                    raise self._broken("the model failed", error) from error
                yield part, size, self._hypotheses(tokens, outcome, aligned)

    def _batches(self, sized: Sequence[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
        batch: list[tuple[int, str]] = []
        for item in sized:
            if batch and (len(batch) + 1) * batch[0][0] > self._batch_tokens:
                yield batch
                batch = []
            batch.append(item)
        if batch:
            yield batch

    def _submit(
        self, encoded: Sequence[Tokens], hypotheses: int, aligned: bool, options: dict[str, Any]
    ) -> list[Any]:
        prefix = self.package.target_prefix
        longest = max(len(tokens.pieces) for tokens in encoded)
        try:
            results: list[Any] = self._translator.translate_batch(
                [list(tokens.pieces) for tokens in encoded],
                target_prefix=[[prefix]] * len(encoded) if prefix else None,
                asynchronous=True,
                beam_size=max(self.beam, hypotheses),
                num_hypotheses=hypotheses,
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
        except (RuntimeError, ValueError, MemoryError) as error:
            raise self._broken("the model failed", error) from error
        return results

    def _hypotheses(self, source: Tokens, result: Any, aligned: bool) -> list[Hypothesis]:
        attention = result.attention if aligned and result.attention else [()] * len(result.hypotheses)
        first = 1 if self.package.target_prefix else 0
        found: list[Hypothesis] = []
        for pieces, score, rows in zip(result.hypotheses, result.scores, attention, strict=True):
            complete = bool(pieces) and pieces[-1] == "</s>"
            end = len(pieces) - 1 if complete else len(pieces)
            target = self._tokenizer.decode(pieces[first:end])
            if not rows:
                found.append(Hypothesis(target.text, float(score), complete=complete))
                continue
            weights = tuple(
                tuple(_WEIGHTS[min(int(weight * 1000 + 0.5), 1000)] for weight in row)
                for row in rows[first:end]
            )
            hypothesis = Hypothesis(
                target.text, float(score), source.spans, target.spans, weights, complete=complete
            )
            found.append(hypothesis)
        return distinct(found)

    def _broken(self, what: str, error: BaseException) -> ModelError:
        reason = str(error).strip().split("\n", 1)[0] or type(error).__name__
        hint = f"Check it with `translate models verify {self.package.name}`"
        return ModelError(f"{what} ({reason})", path=self.package.path, hint=hint)


class _Countdown:
    """Tells the caller how many texts are done as their parts are."""

    def __init__(
        self, texts: Sequence[str], plans: dict[str, _Plan], progress: Callable[[int], None] | None
    ) -> None:
        self._progress = progress
        self._copies: dict[str, int] = {}
        for text in texts:
            self._copies[text] = self._copies.get(text, 0) + 1
        self._left = {text: len(set(plan.parts)) for text, plan in plans.items()}
        self._users: dict[tuple[str, bool], list[str]] = {}
        for text, plan in plans.items():
            for part in set(plan.parts):
                self._users.setdefault((part, plan.aligned), []).append(text)
        self._done = sum(self._copies[text] for text, left in self._left.items() if not left)
        if self._done and progress:
            progress(self._done)

    def part_done(self, part: str, aligned: bool) -> None:
        before = self._done
        for text in self._users[part, aligned]:
            self._left[text] -= 1
            if not self._left[text]:
                self._done += self._copies[text]
        if self._progress and self._done > before:
            self._progress(self._done)


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


def _has_work(text: str, marks: tuple[str, str, str] | None) -> bool:
    return any(c.isalpha() for c in text) or bool(marks and marks[0] in text)


def _with_original_offsets(hypothesis: Hypothesis, normal: Normal | None) -> Hypothesis:
    if normal is None or not hypothesis.source_pieces or normal.identical:
        return hypothesis
    return replace(
        hypothesis,
        source_pieces=tuple(normal.original(start, end) for start, end in hypothesis.source_pieces),
    )
