"""How many threads and how large batches are fastest for a model on this machine: measured, then remembered.

Neither changes a draft, so a run takes what was measured last, and the defaults when nothing was.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from translate.engine.folders import cache_folder
from translate.engine.measuring import Measured, Setting, choose, measure
from translate.engine.options import EngineOptions, checked_compute_type, usable_processors
from translate.engine.packages import InstalledPackage, content_sha256
from translate.errors import OutputError, UsageError
from translate.files import check_writable, write_atomically


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
