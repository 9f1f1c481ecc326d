"""What a run is resumed from: one file, written whole or not at all, and the log that goes with it."""

from __future__ import annotations

import json
import pickle
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from training.errors import TrainingError, library
from translate.files import opened_atomically, write_atomically

CHECKPOINT, LOG = "checkpoint.pt", "log.jsonl"
"""The files of a run's folder."""


@dataclass(frozen=True, slots=True)
class Position:
    """How far a run is: steps done, seconds spent, pairs seen, and the batches that the epoch has given."""

    step: int = 0
    elapsed: float = 0.0
    pairs: int = 0
    phase: int = 0
    epoch: int = 0
    batch: int = 0


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Tensors are on the processor. `average` are the averaged weights, which are exported; `data` is the
    fingerprint of the dataset, `random` the states of the random number generators."""

    position: Position
    shape: dict[str, Any]
    data: int
    weights: Mapping[str, Any]
    average: Mapping[str, Any]
    optimizers: list[dict[str, Any]]
    random: dict[str, Any]


def save(checkpoint: Checkpoint, folder: Path) -> None:
    """Write the checkpoint; a kill at any moment leaves the old one or the new one. Raises OutputError."""
    torch = library("torch")
    content = {name: getattr(checkpoint, name) for name in Checkpoint.__dataclass_fields__}
    with opened_atomically(folder / CHECKPOINT) as file:
        torch.save(content | {"position": asdict(checkpoint.position)}, file)


def load(folder: Path) -> Checkpoint | None:
    """Return the checkpoint of a run's folder, None where there is none yet; raises TrainingError."""
    torch = library("torch")
    path = folder / CHECKPOINT
    if not path.exists():
        return None
    try:
        content = torch.load(path, map_location="cpu", weights_only=True)
        return Checkpoint(**content | {"position": Position(**content["position"])})
    except (OSError, RuntimeError, KeyError, TypeError, EOFError, pickle.UnpicklingError) as error:
        raise TrainingError("is no checkpoint", path=path, hint="Train into another folder") from error


def log(folder: Path, row: Mapping[str, Any]) -> None:
    """Add a line to the log."""
    with (folder / LOG).open("a", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")


def read_log(folder: Path) -> list[dict[str, Any]]:
    """Return the lines of the log, without one that a kill cut off."""
    rows: list[dict[str, Any]] = []
    path = folder / LOG
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        try:
            rows.append(json.loads(line))
        except ValueError:
            continue
    return rows


def rewind_log(folder: Path, step: int) -> None:
    """Take out of the log what happened after `step`: those steps will be done again."""
    kept = [row for row in read_log(folder) if row["step"] <= step]
    write_atomically(folder / LOG, "".join(json.dumps(row) + "\n" for row in kept).encode())
