"""Weights in parts of a bounded size, for places that take no large files, and back into one file."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from training.errors import TrainingError
from translate.engine.packages import SUMS
from translate.files import opened_atomically

_MODEL = Path("model", "model.bin")
_PART = re.compile(r"model\.bin\.(\d{2})")
_HINT = "Copy the package's folder again, with all its parts"


def split(package: Path, size: int) -> list[Path]:
    """Cut `model/model.bin` into `model.bin.00`, `.01`, … of `size` bytes at most, and remove it.

    The package loads again after `join`. Raises TrainingError when there is no such file.
    """
    model = package / _MODEL
    if not model.is_file():
        raise TrainingError("has no model/model.bin", path=package, hint="Give a package's folder")
    if size < 1 or model.stat().st_size > 100 * size:
        raise TrainingError(f"more than 100 parts of {size} bytes", path=model, hint="Choose larger parts")
    parts: list[Path] = []
    with model.open("rb") as whole:
        while piece := whole.read(size):
            parts.append(model.with_name(f"{model.name}.{len(parts):02d}"))
            with opened_atomically(parts[-1]) as file:
                file.write(piece)
    model.unlink()
    return parts


def join(package: Path) -> Path:
    """Put the parts together, compare with SHA256SUMS, remove them; return the path of `model.bin`.

    Raises TrainingError when a part is missing or damaged; the parts stay then.
    """
    model = package / _MODEL
    found = sorted(path for path in model.parent.glob("model.bin.*") if _PART.fullmatch(path.name))
    if not found or [path.name for path in found] != [f"model.bin.{n:02d}" for n in range(len(found))]:
        raise TrainingError("has no parts, or not all of them", path=package, hint=_HINT)
    data = b"".join(path.read_bytes() for path in found)
    wanted = f"{hashlib.sha256(data).hexdigest()}  {_MODEL.as_posix()}"
    sums = package / SUMS
    if not sums.is_file() or wanted not in sums.read_text(encoding="utf-8").splitlines():
        raise TrainingError(f"the parts do not make the file that {SUMS} names", path=package, hint=_HINT)
    with opened_atomically(model) as file:
        file.write(data)
    for path in found:
        path.unlink()
    return model
