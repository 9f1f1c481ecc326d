"""How many threads and how large batches are fastest for a model on this machine: measured, then remembered.

Neither changes a draft, so a run takes what was measured last, and the defaults when nothing was.
"""

from __future__ import annotations

import hashlib
import json
import platform
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from importlib import resources
from itertools import groupby
from pathlib import Path
from statistics import median
from typing import Any

from translate.engine.decoder import Decoder, Part
from translate.engine.folders import cache_folder
from translate.engine.options import (
    BATCH_TOKENS,
    EngineOptions,
    checked_compute_type,
    threads,
    usable_processors,
)
from translate.engine.packages import InstalledPackage, content_sha256
from translate.errors import OutputError, UsageError
from translate.files import check_writable, write_atomically

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


@dataclass(frozen=True, slots=True)
class Calibration:
    """What was measured for a model on this machine, what is chosen, and the file that remembers it.

    `key` is what it holds for: model, CTranslate2, processor, their number, compute type.
    """

    key: Mapping[str, str | int]
    measured: tuple[Measured, ...]
    choice: Setting
    path: Path

    def as_dict(self) -> dict[str, Any]:
        """Return the calibration as JSON can hold it, as the file does."""
        rows = [
            asdict(row.setting) | {"ratio": row.ratio, "rounds": row.rounds, "faster": row.faster}
            for row in self.measured
        ]
        return {**self.key, "choice": asdict(self.choice), "measured": rows}


def tune(package: InstalledPackage, compute_type: str | None = None) -> Calibration:
    """Measure which setting is fastest for a package on this machine, in under 30 s, and remember it.

    Raises ModelError when the package is corrupt, UsageError when the compute type is not supported,
    OutputError when the result cannot be kept.
    """
    key = _key(package, compute_type)
    path = _file(key)
    try:
        check_writable(path.parent)
        measured = measure(package, compute_type)
        result = Calibration(key, measured, choose(measured), path)
        write_atomically(path, json.dumps(result.as_dict(), indent=2, ensure_ascii=False).encode() + b"\n")
    except OutputError as error:
        hint = "Set TRANSLATE_CACHE_DIR to a folder that can be written in"
        raise OutputError(error.message, path=error.path, hint=hint) from error
    return result


def calibrated(package: InstalledPackage, options: EngineOptions) -> EngineOptions:
    """Return the options with what they leave open as it was measured; unchanged when nothing was.

    A calibration that is missing, broken or of another machine, model or version is none; no error is raised
    but UsageError for a compute type that is not supported.
    """
    free = options.threads is None and options.inter_threads is None and options.intra_threads is None
    if not free and options.batch_tokens is not None:
        return options
    choice = _remembered(package, options.compute_type)
    if choice is None:
        return options
    if options.batch_tokens is None:
        options = replace(options, batch_tokens=choice.batch_tokens)
    if free:
        options = replace(options, inter_threads=choice.inter_threads, intra_threads=choice.intra_threads)
    return options


def choose(measured: Sequence[Measured]) -> Setting:
    """Return the fastest setting if it beats the first, which is the default, by more than 3 %.

    It must also have been faster in three quarters of at least three rounds, so that no chance decides.
    """
    sure = [row for row in measured if row.rounds >= _FEWEST_ROUNDS and 4 * row.faster >= 3 * row.rounds]
    best = max(sure, key=lambda row: row.ratio, default=measured[0])
    return best.setting if best.ratio > _WORTH else measured[0].setting


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
    for _ in decoder.run(parts, EngineOptions().beam, aligned=True):
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


def _remembered(package: InstalledPackage, compute_type: str | None) -> Setting | None:
    key = _key(package, compute_type)
    try:
        content = json.loads(_file(key).read_text(encoding="utf-8"))
        if any(content[name] != value for name, value in key.items()):
            return None
        setting = Setting(**content["choice"])
        if any(type(value) is not int for value in asdict(setting).values()):
            return None
        EngineOptions(**asdict(setting))
    except (OSError, ValueError, TypeError, LookupError, RecursionError, UsageError):
        return None
    return setting


def _key(package: InstalledPackage, compute_type: str | None) -> dict[str, str | int]:
    import ctranslate2

    return {
        "model": f"{package.pair} {package.version} sha256:{package.sha256 or content_sha256(package.path)}",
        "ctranslate2": ctranslate2.__version__,
        "processor": processor_name(),
        "processors": usable_processors(),
        "compute_type": checked_compute_type(compute_type),
    }


def _file(key: Mapping[str, str | int]) -> Path:
    digest = hashlib.sha256(json.dumps(key, sort_keys=True).encode()).hexdigest()
    return cache_folder() / "calibration" / f"{digest[:32]}.json"


def processor_name() -> str:
    """Return what the system calls its processor."""
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines():
            name, _, value = line.partition(":")
            if name.strip() == "model name" and value.strip():
                return value.strip()
    except OSError:  # not Linux
        pass
    return platform.processor() or platform.machine()
