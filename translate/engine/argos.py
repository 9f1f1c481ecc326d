"""Argos packages as an engine: all texts of a call once each, split where too long, drafted, joined.

`argostranslate.translate` is never imported: it loads stanza and torch, works paragraph by paragraph in
batches of 32 tokens and cuts long input off in silence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from translate.engine.decoder import Decoder, Part
from translate.engine.joining import join
from translate.engine.model import Hypothesis
from translate.engine.normalise import Normal, normalise, normalise_with_offsets
from translate.engine.options import BEAM, EngineOptions
from translate.engine.packages import InstalledPackage, content_sha256
from translate.engine.remembered import DraftCache
from translate.engine.splitting import halve, split_long

# A text of more characters than this gets its best draft only, without alignment: the attention of a line of
# megabytes would not fit into memory.
_ALIGNED_CHARACTERS = 4_000
# On a processor the two are the same: what is not a product of matrices is computed in single precision.
_INT8 = ("int8", "int8_float32")
# Below this many pieces a runaway draft is not tried again in two halves.
_SMALLEST_HALF = 12


class ArgosEngine:
    """One Argos package, loaded; an `Engine`. May be used from several threads at once."""

    def __init__(self, package: InstalledPackage, options: EngineOptions | None = None) -> None:
        """Load the model and the tokenizer.

        Raises ModelError when the package is corrupt, UsageError when the processor cannot compute as asked.
        """
        self.package = package
        self.options = options or EngineOptions()
        # First, so that a file which is replaced meanwhile never signs the drafts of the old one.
        self._sha256 = content_sha256(package.path)
        self._decoder = Decoder(package, self.options)
        self._drafted = DraftCache(self.options.draft_cache)

    @property
    def annotation(self) -> tuple[str, str, str] | None:
        """The marks (open, separator, close) of annotated input, or None when the model reads none."""
        return self.package.annotation

    @property
    def signature(self) -> str:
        """Name, version and SHA-256 of the package, computed when it was loaded.

        A beam or a compute type that is not the usual one changes drafts, so it stands behind them.
        """
        parts = ["argos", self.package.pair, self.package.version, f"sha256:{self._sha256}"]
        if self.options.beam != BEAM:
            parts.append(f"beam={self.options.beam}")
        if self._decoder.compute_type not in _INT8:
            parts.append(f"compute={self._decoder.compute_type}")
        return " ".join(parts)

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

        The list is never longer than the beam is wide. Ranges of source pieces are offsets in the text as
        given, before normalisation. A text without letters comes back as it is, with score 0. A text that is
        too long for the model, or longer than `part_tokens`, is drafted in parts; one of more than 4,000
        characters has one hypothesis and no alignment. With `avoid` the words of a text's list are
        suppressed in its draft. A draft does not depend on the other texts of the call. `progress` gets the
        number of texts done so far, `len(texts)` at the end. Raises ModelError when the model fails.
        """
        words = [tuple(own) for own in avoid] if avoid is not None else [()] * len(texts)
        tasks = list(zip(texts, words, strict=True))
        plans = {task: self._plan(*task, part_tokens) for task in dict.fromkeys(tasks)}
        countdown = _Countdown(tasks, plans, progress)
        drafts: dict[_Key, list[Hypothesis]] = {}
        for aligned in (True, False):
            parts = [part for plan in plans.values() if plan.aligned == aligned for part in plan.parts]
            for part, best in self._draft_parts(parts, hypotheses if aligned else 1, aligned):
                drafts[part, aligned] = best
                countdown.part_done((part, aligned))
        assembled = {task: _assemble(plan, drafts) for task, plan in plans.items()}
        return [assembled[task] for task in tasks]

    def _plan(self, text: str, words: tuple[str, ...], part_tokens: int | None) -> _Plan:
        if not self._has_work(text):
            return _Plan(text, (), None)
        short = len(text) <= _ALIGNED_CHARACTERS
        normal = normalise_with_offsets(text, straight=self.package.normalise) if short else None
        plain = normal.text if normal else self.normalise(text)
        limit = min(self.package.max_tokens, part_tokens or self.package.max_tokens)
        parts = split_long(plain, self._decoder.count, limit, self.package.from_code)
        return _Plan(text, tuple(Part(part, self._decoder.count(part), words) for part in parts), normal)

    def _draft_parts(
        self, parts: Iterable[Part], hypotheses: int, aligned: bool
    ) -> Iterator[tuple[Part, list[Hypothesis]]]:
        """Yield each part once with its hypotheses: those at hand, then the others as they come."""
        waiting: list[Part] = []
        for part in dict.fromkeys(parts):
            if not self._has_work(part.text):
                yield part, [Hypothesis(part.text.rstrip(), 0.0)]
            elif known := self._drafted.get((part, hypotheses, aligned)):
                yield part, known
            else:
                waiting.append(part)
        for part, best in self._decoder.run(waiting, hypotheses, aligned=aligned):
            final = _finished(best) or self._rescue(part, best[0].score, hypotheses, aligned)
            self._drafted.put((part, hypotheses, aligned), final)
            yield part, final

    def _rescue(self, part: Part, score: float, hypotheses: int, aligned: bool) -> list[Hypothesis]:
        """Draft a part again whose drafts never ended: in halves, without repetition, then not at all."""
        text = part.text
        halves = halve(text, self.package.from_code) if part.size > _SMALLEST_HALF else [text]
        if len(halves) > 1:
            smaller = [Part(half, self._decoder.count(half)) for half in halves]
            drafts = dict(self._draft_parts(smaller, hypotheses, aligned))
            return join(halves, [drafts[half] for half in smaller])
        plain = replace(part, avoid=())
        for _, best in self._decoder.run([plain], hypotheses, aligned=aligned, no_repeat=2):
            if finished := _finished(best):
                return finished
        return [Hypothesis(text.rstrip(), score, complete=False)]

    def _has_work(self, text: str) -> bool:
        """Tell whether there is anything to translate: a letter, or an annotation to read."""
        marks = self.annotation
        return any(c.isalpha() for c in text) or bool(marks and marks[0] in text)


_Task = tuple[str, tuple[str, ...]]
"""A text, and the words to avoid in its draft."""

_Key = tuple[Part, bool]
"""A part, and whether its draft is aligned."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a text goes to the model: its parts, none when it stays as it is; `normal` when it is aligned."""

    text: str
    parts: tuple[Part, ...]
    normal: Normal | None

    @property
    def aligned(self) -> bool:
        return self.normal is not None


class _Countdown:
    """Tells the caller how many texts are done as their parts are."""

    def __init__(
        self, tasks: Sequence[_Task], plans: dict[_Task, _Plan], progress: Callable[[int], None] | None
    ) -> None:
        self._progress = progress
        self._done = 0
        self._left = {task: len(set(plan.parts)) for task, plan in plans.items()}
        self._copies = Counter(tasks)
        self._users: dict[_Key, list[_Task]] = {}
        for task, plan in plans.items():
            for part in set(plan.parts):
                self._users.setdefault((part, plan.aligned), []).append(task)
        self._tell([task for task, left in self._left.items() if not left])

    def part_done(self, key: _Key) -> None:
        for task in self._users[key]:
            self._left[task] -= 1
        self._tell([task for task in self._users[key] if not self._left[task]])

    def _tell(self, done: Sequence[_Task]) -> None:
        self._done += sum(self._copies[task] for task in done)
        if done and self._progress:
            self._progress(self._done)


def _assemble(plan: _Plan, drafts: dict[_Key, list[Hypothesis]]) -> list[Hypothesis]:
    if not plan.parts:
        return [Hypothesis(plan.text, 0.0)]
    own = [drafts[part, plan.aligned] for part in plan.parts]
    best = join([part.text for part in plan.parts], own) if len(own) > 1 else own[0]
    normal = plan.normal
    if normal is None or normal.identical:
        return best
    return [
        replace(h, source_pieces=tuple(normal.original(start, end) for start, end in h.source_pieces))
        for h in best
    ]


def _finished(hypotheses: Sequence[Hypothesis]) -> list[Hypothesis]:
    return [hypothesis for hypothesis in hypotheses if hypothesis.complete]
