"""Speeds of a model with other threads and batches on this machine, measured on a small text of its own."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib import resources
from itertools import groupby
from statistics import median

from translate.engine.decoder import Decoder, Part
from translate.engine.options import BATCH_TOKENS, BEAM, EngineOptions, threads, usable_processors
from translate.engine.packages import InstalledPackage

_BATCH_TOKENS = (128, BATCH_TOKENS, 512)
# A setting that is not faster by more than this is not worth leaving the default for: noise is about as much.
_WORTH = 1.03
_FEWEST_ROUNDS = 3
_ROUNDS = 7
# A setting slower than this in each of two rounds is not measured any further.
_HOPELESS = 0.85
_SECONDS_A_RUN = 0.8
_SECONDS = 12.0  # for each of the two stages
# Which phrases make a sentence: when, who says, what, why.
_FORMS = ((1, 2), (0, 1, 2), (1, 2, 3))


@dataclass(frozen=True, slots=True)
class Setting:
    """Batches at a time, threads for each, and source pieces of a batch."""

    inter_threads: int
    intra_threads: int
    batch_tokens: int

    @classmethod
    def default(cls) -> Setting:
        """Return what an engine runs with when nothing was measured."""
        return cls(*threads(), BATCH_TOKENS)


@dataclass(frozen=True, slots=True)
class Measured:
    """A setting and its speed: pieces per second over those of the default, the median of `rounds`.

    `faster` is in how many rounds it was faster than what it was measured against.
    """

    setting: Setting
    ratio: float
    rounds: int
    faster: int


def measure(package: InstalledPackage, compute_type: str | None = None) -> tuple[Measured, ...]:
    """Return the speeds of the default and others: first the threads, then, with the best, the batches.

    Raises ModelError, UsageError.
    """
    default = Setting.default()
    options = EngineOptions(compute_type=compute_type)
    decoder = _decoder(package, options, default)
    parts = _sample(decoder, package.max_tokens)
    splits = [default, *(replace(default, inter_threads=a, intra_threads=b) for a, b in _splits())]
    first = _compare(package, options, list(dict.fromkeys(splits)), parts, default)
    best = choose(first)
    sizes = [replace(best, batch_tokens=size) for size in _BATCH_TOKENS if size != best.batch_tokens]
    second = _compare(package, options, [best, *sizes], parts, best)
    # The second stage was measured against the best of the first.
    scale = next(row.ratio for row in first if row.setting == best)
    return (
        *first,
        *(replace(row, ratio=round(row.ratio * scale, 3)) for row in second if row.setting != best),
    )


def choose(measured: Sequence[Measured]) -> Setting:
    """Return the fastest setting if it beats the first, which is the default, by more than 3 %.

    It must also have been faster in three quarters of at least three rounds, so that no chance decides.
    """
    sure = [row for row in measured if row.rounds >= _FEWEST_ROUNDS and 4 * row.faster >= 3 * row.rounds]
    best = max(sure, key=lambda row: row.ratio, default=measured[0])
    return best.setting if best.ratio > _WORTH else measured[0].setting


def _splits() -> list[tuple[int, int]]:
    processors = usable_processors()
    inter = [processors, processors // 2, processors // 4, 1]
    return [(number, processors // number) for number in dict.fromkeys(inter) if 1 <= number <= 64]


def _decoder(package: InstalledPackage, options: EngineOptions, setting: Setting) -> Decoder:
    return Decoder(
        package,
        replace(
            options,
            inter_threads=setting.inter_threads,
            intra_threads=setting.intra_threads,
            batch_tokens=setting.batch_tokens,
        ),
    )


def _compare(
    package: InstalledPackage,
    options: EngineOptions,
    settings: Sequence[Setting],
    parts: Sequence[Part],
    base: Setting,
) -> list[Measured]:
    """Measure the settings in turns, so that another load on the machine meets all; ratios are per round."""
    decoders = {setting: _decoder(package, options, setting) for setting in settings}
    ratios: dict[Setting, list[float]] = {setting: [] for setting in settings}
    for decoder in decoders.values():
        _seconds(decoder, parts[: len(parts) // 8])
    started = time.perf_counter()
    for number in range(1, _ROUNDS + 1):
        hopeful = [
            setting
            for setting, own in ratios.items()
            if setting == base or len(own) < 2 or max(own) > _HOPELESS
        ]
        seconds = {setting: _seconds(decoders[setting], parts) for setting in hopeful}
        for setting, own in seconds.items():
            ratios[setting].append(seconds[base] / own)
        elapsed = time.perf_counter() - started
        if len(hopeful) == 1 or elapsed * (number + 1) / number > _SECONDS:
            break
    return [
        Measured(setting, round(median(own), 3), len(own), sum(ratio > 1 for ratio in own))
        for setting, own in ratios.items()
    ]


def _seconds(decoder: Decoder, parts: Sequence[Part]) -> float:
    started = time.perf_counter()
    for _ in decoder.run(parts, BEAM, aligned=True):
        pass
    return time.perf_counter() - started


def _sample(decoder: Decoder, longest: int) -> list[Part]:
    """Return English sentences of four lengths, as many as the decoder drafts in about a second.

    They are put together from the phrases of `sample.txt`; where the tokenizer makes them too long for the
    model, the shortest stand for all. Many have the same length, as in a long run.
    """
    blocks = resources.files(__package__).joinpath("sample.txt").read_text(encoding="utf-8").split("\n\n")
    phrases = [block.splitlines() for block in blocks]
    drawn = random.Random(1)  # the same sentences each time
    sentences = dict.fromkeys(
        _sentence([drawn.choice(phrases[index]) for index in form]) for form in _FORMS for _ in range(600)
    )
    parts = sorted((Part(text, decoder.count(text)) for text in sentences), key=lambda part: part.size)
    parts = [part for part in parts if part.size <= longest] or parts[:1]
    by_size = {size: list(alike) for size, alike in groupby(parts, key=lambda part: part.size)}
    middles = [parts[len(parts) * fifth // 5].size for fifth in (1, 2, 3, 4)]
    sizes = dict.fromkeys(
        max(range(middle - 1, middle + 2), key=lambda size: len(by_size.get(size, ()))) for middle in middles
    )
    few = [part for size in sizes for part in by_size[size][:8]]
    _seconds(decoder, few)
    count = max(8, int(8 * _SECONDS_A_RUN / _seconds(decoder, few)))
    return [part for size in sizes for part in by_size[size][:count]]


def _sentence(phrases: Sequence[str]) -> str:
    text = " ".join(f"{phrase}," if phrase[0].isupper() else phrase for phrase in phrases)
    return f"{text[0].upper()}{text[1:]}."
