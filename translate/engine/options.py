"""How an engine runs: what changes its drafts (compute type, beam), and what only changes its speed."""

from __future__ import annotations

import os
from dataclasses import dataclass

from translate.errors import UsageError

BEAM = 4
"""Beam of Argos Translate, and this tool's."""

BATCH_TOKENS = 256
"""Source pieces of a batch unless a calibration found a better number."""

DRAFT_CACHE = 96 << 20
"""Bytes, roughly, that the drafts an engine remembers may take: those of some 3,000 parts."""

# Beyond these a machine only gets slower, or runs out of memory.
_MOST = {"beam": 64, "batch_tokens": 65_536, "threads": 1_024, "inter_threads": 256, "intra_threads": 256}
_WORKERS = 16  # each batch at a time needs memory of its own


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """Options of an engine; None is the choice of a calibration, else the default.

    `compute_type` is one of CTranslate2 (`int8`, `int8_float32`, `int16`, `float32`, …; None: int8 where the
    processor can), `beam` the size of the beam search and so the longest n-best list: both change drafts.
    The rest does not (but `intra_threads` the last digits of floating-point types): `threads` processors in
    all, `inter_threads` batches at a time, `intra_threads` threads for each, `batch_tokens` source pieces of
    a batch, `draft_cache` bytes of remembered drafts.
    Raises UsageError when a number is out of its range.
    """

    compute_type: str | None = None
    beam: int = BEAM
    batch_tokens: int | None = None
    threads: int | None = None
    inter_threads: int | None = None
    intra_threads: int | None = None
    draft_cache: int = DRAFT_CACHE

    def __post_init__(self) -> None:
        """Check the ranges."""
        for name, most in _MOST.items():
            value = getattr(self, name)
            if value is not None and not 1 <= value <= most:
                shown = name.replace("_", "-")
                raise UsageError(f"{shown} is {value}", hint=f"Give a number from 1 to {most}")

    @property
    def split(self) -> tuple[int, int]:
        """Batches at a time and threads for each."""
        return threads(self.inter_threads, self.intra_threads, processors=self.threads)


def threads(
    inter: int | None = None, intra: int | None = None, *, processors: int | None = None
) -> tuple[int, int]:
    """Return (batches at a time, threads for each) for `processors`, or those this process may use.

    One thread a batch is nearly twice as fast as two threads on one batch: the matrices of a small model
    are too small to share (benchmarks/throughput.py).
    """
    if processors is None:
        processors = usable_processors()
    if inter is None:
        inter = max(1, min(processors // (intra or 1), _WORKERS))
    if intra is None:
        intra = max(1, processors // inter)
    return inter, intra


def usable_processors() -> int:
    """Return how many processors this process may use."""
    count = getattr(os, "process_cpu_count", None)  # Python 3.13
    if count is not None:
        return count() or 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def checked_compute_type(wanted: str | None) -> str:
    """Return the compute type to load a model with: int8 where the processor can, unless one is wanted.

    Raises UsageError, which names the supported types, when this processor cannot compute with it.
    """
    import ctranslate2

    supported: set[str] = ctranslate2.get_supported_compute_types("cpu")
    if wanted is None:
        return "int8" if "int8" in supported else "auto"
    if wanted not in supported:
        raise UsageError(
            f"the compute type {wanted} is not supported on this processor",
            hint=f"Choose one of {', '.join(sorted(supported))}",
        )
    return wanted
