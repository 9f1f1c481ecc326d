"""Argos packages as an engine: all texts of a call once each, split where too long, drafted, joined.

`argostranslate.translate` is never imported: it loads stanza and torch, works paragraph by paragraph in
batches of 32 tokens and cuts long input off in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from translate.engine.decoder import Decoder, Sized
from translate.engine.joining import join
from translate.engine.model import Hypothesis
from translate.engine.normalise import Normal, normalise, normalise_with_offsets
from translate.engine.packages import InstalledPackage, content_sha256
from translate.engine.splitting import halve, split_long

# A text of more characters than this gets its best draft only, without alignment: the attention of a line of
# megabytes would not fit into memory.
_ALIGNED_CHARACTERS = 4_000
# Below this many pieces a runaway draft is not tried again in two halves.
_SMALLEST_HALF = 12


class ArgosEngine:
    """One Argos package, loaded; an `Engine`. May be used from several threads at once."""

    def __init__(
        self,
        package: InstalledPackage,
        *,
        beam: int = 4,
        inter_threads: int | None = None,
        intra_threads: int | None = None,
        batch_tokens: int = 256,
    ) -> None:
        """Load the model (int8 where the processor can) and the tokenizer.

        `batch_tokens` counts the padded source pieces of one batch; more are no faster on a processor. The
        number of batches at a time and of threads for each are those of `threads()` unless given. Raises
        ModelError when the package is corrupt.
        """
        self.package = package
        self._decoder = Decoder(
            package,
            beam=beam,
            batch_tokens=batch_tokens,
            inter_threads=inter_threads,
            intra_threads=intra_threads,
        )
        self._sha256 = content_sha256(package.path)

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
        part_tokens: int | None = None,
        avoid: Sequence[Sequence[str]] | None = None,
        progress: Callable[[int], None] | None = None,
    ) -> list[list[Hypothesis]]:
        """Translate each text; the n-best list of each, best first, one to `hypotheses` long.

        Ranges of source pieces are offsets in the text as given, before normalisation. A text without
        letters comes back as it is, with score 0. A text that is too long for the model, or longer than
        `part_tokens`, is drafted in parts; one of more than 4,000 characters has one hypothesis and no
        alignment. With `avoid`, each text is drafted by itself with the words of its list suppressed.
        `progress` gets the number of texts done so far, `len(texts)` at the end. Raises ModelError when the
        model fails.
        """
        if avoid is not None:
            return [
                self._draft([text], hypotheses, part_tokens, None, self._decoder.suppressing(words))[0]
                for text, words in zip(texts, avoid, strict=True)
            ]
        return self._draft(texts, hypotheses, part_tokens, progress, {})

    def _draft(
        self,
        texts: Sequence[str],
        hypotheses: int,
        part_tokens: int | None,
        progress: Callable[[int], None] | None,
        options: Mapping[str, Any],
    ) -> list[list[Hypothesis]]:
        plans = {text: self._plan(text, part_tokens) for text in dict.fromkeys(texts)}
        countdown = _Countdown(texts, plans, progress)
        drafts: dict[_Key, list[Hypothesis]] = {}
        for aligned in (True, False):
            parts = [part for plan in plans.values() if plan.aligned == aligned for part in plan.parts]
            for part, best in self._draft_parts(parts, hypotheses if aligned else 1, aligned, options):
                drafts[part, aligned] = best
                countdown.part_done((part, aligned))
        assembled = {text: _assemble(plan, drafts) for text, plan in plans.items()}
        return [assembled[text] for text in texts]

    def _plan(self, text: str, part_tokens: int | None) -> _Plan:
        if not self._has_work(text):
            return _Plan(text, (), None)
        short = len(text) <= _ALIGNED_CHARACTERS
        normal = normalise_with_offsets(text, straight=self.package.normalise) if short else None
        plain = normal.text if normal else self.normalise(text)
        limit = min(self.package.max_tokens, part_tokens or self.package.max_tokens)
        parts = split_long(plain, self._decoder.count, limit, self.package.from_code)
        return _Plan(text, tuple(parts), normal)

    def _draft_parts(
        self, parts: Iterable[str], hypotheses: int, aligned: bool, options: Mapping[str, Any]
    ) -> Iterator[tuple[str, list[Hypothesis]]]:
        """Yield each part once with its hypotheses as they come, longest parts first."""
        waiting: list[Sized] = []
        for part in dict.fromkeys(parts):
            if self._has_work(part):
                waiting.append((self._decoder.count(part), part))
            else:
                yield part, [Hypothesis(part.rstrip(), 0.0)]
        waiting.sort(key=lambda sized: sized[0], reverse=True)
        for sized, best in self._decoder.run(waiting, hypotheses, aligned=aligned, **options):
            yield sized[1], _finished(best) or self._rescue(sized, best[0].score, hypotheses, aligned)

    def _rescue(self, sized: Sized, score: float, hypotheses: int, aligned: bool) -> list[Hypothesis]:
        """Draft a part again whose drafts never ended: in halves, without repetition, then not at all."""
        size, part = sized
        halves = halve(part, self.package.from_code) if size > _SMALLEST_HALF else [part]
        if len(halves) > 1:
            drafts = dict(self._draft_parts(halves, hypotheses, aligned, {}))
            return join(halves, [drafts[half] for half in halves])
        for _, best in self._decoder.run([sized], hypotheses, aligned=aligned, no_repeat_ngram_size=2):
            if finished := _finished(best):
                return finished
        return [Hypothesis(part.rstrip(), score, complete=False)]

    def _has_work(self, text: str) -> bool:
        """Tell whether there is anything to translate: a letter, or an annotation to read."""
        marks = self.annotation
        return any(c.isalpha() for c in text) or bool(marks and marks[0] in text)


_Key = tuple[str, bool]
"""A part, and whether its draft is aligned."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a text goes to the model: its parts, none when it stays as it is; `normal` when it is aligned."""

    text: str
    parts: tuple[str, ...]
    normal: Normal | None

    @property
    def aligned(self) -> bool:
        return self.normal is not None


class _Countdown:
    """Tells the caller how many texts are done as their parts are."""

    def __init__(
        self, texts: Sequence[str], plans: dict[str, _Plan], progress: Callable[[int], None] | None
    ) -> None:
        self._progress = progress
        self._done = 0
        self._left = {text: len(set(plan.parts)) for text, plan in plans.items()}
        self._copies = dict.fromkeys(plans, 0)
        for text in texts:
            self._copies[text] += 1
        self._users: dict[_Key, list[str]] = {}
        for text, plan in plans.items():
            for part in set(plan.parts):
                self._users.setdefault((part, plan.aligned), []).append(text)
        self._tell([text for text, left in self._left.items() if not left])

    def part_done(self, key: _Key) -> None:
        for text in self._users[key]:
            self._left[text] -= 1
        self._tell([text for text in self._users[key] if not self._left[text]])

    def _tell(self, done: Sequence[str]) -> None:
        self._done += sum(self._copies[text] for text in done)
        if done and self._progress:
            self._progress(self._done)


def _assemble(plan: _Plan, drafts: dict[_Key, list[Hypothesis]]) -> list[Hypothesis]:
    if not plan.parts:
        return [Hypothesis(plan.text, 0.0)]
    own = [drafts[part, plan.aligned] for part in plan.parts]
    best = join(plan.parts, own) if len(own) > 1 else own[0]
    normal = plan.normal
    if normal is None or normal.identical:
        return best
    return [
        replace(h, source_pieces=tuple(normal.original(start, end) for start, end in h.source_pieces))
        for h in best
    ]


def _finished(hypotheses: Sequence[Hypothesis]) -> list[Hypothesis]:
    return [hypothesis for hypothesis in hypotheses if hypothesis.complete]
