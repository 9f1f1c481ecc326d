"""Token ids of all pairs in one compressed file, and the batches of an epoch.

The batches depend on the data, the weights and the seed alone, so a run that is resumed needs to know only
how many batches of which epoch it has had.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.errors import TrainingError
from training.vocabulary import END, PAD, START
from translate.files import opened_atomically

Ids = NDArray[np.int64]
_NOISE = 4.0  # pieces by which lengths are blurred, so that batches differ from epoch to epoch


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """Sentence i is `source[source_at[i]:source_at[i + 1]]`, its translation likewise; `origin[i]` is the
    index in `origins` of the collection that it comes from. `vocabulary` is the number of pieces."""

    source: NDArray[np.uint16]
    source_at: Ids
    target: NDArray[np.uint16]
    target_at: Ids
    origin: NDArray[np.int16]
    origins: tuple[str, ...]
    vocabulary: int

    def __len__(self) -> int:
        return len(self.origin)

    @property
    def fingerprint(self) -> int:
        """A checksum of the data; a run must not be resumed on other data."""
        return zlib.crc32(self.target.tobytes(), zlib.crc32(self.source.tobytes()))


def pack(rows: Sequence[tuple[str, Sequence[int], Sequence[int]]], vocabulary: int) -> Dataset:
    """Return a dataset of (origin, source ids, target ids)."""
    origins = tuple(sorted({origin for origin, _, _ in rows}))
    index = {origin: number for number, origin in enumerate(origins)}
    source, source_at = _flat([row[1] for row in rows])
    target, target_at = _flat([row[2] for row in rows])
    origin = np.array([index[row[0]] for row in rows], np.int16)
    return Dataset(source, source_at, target, target_at, origin, origins, vocabulary)


def save(dataset: Dataset, path: Path) -> None:
    """Write the dataset; raises OutputError."""
    with opened_atomically(path) as file:
        np.savez_compressed(
            file,
            source=dataset.source,
            source_at=dataset.source_at.astype(np.uint32),
            target=dataset.target,
            target_at=dataset.target_at.astype(np.uint32),
            origin=dataset.origin,
            origins=np.array(dataset.origins),
            vocabulary=np.array(dataset.vocabulary),
        )


def load(path: Path) -> Dataset:
    """Return the dataset of a file that `save` wrote; raises TrainingError for any other."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            return Dataset(
                arrays["source"],
                arrays["source_at"].astype(np.int64),
                arrays["target"],
                arrays["target_at"].astype(np.int64),
                arrays["origin"],
                tuple(map(str, arrays["origins"])),
                int(arrays["vocabulary"]),
            )
    except (OSError, KeyError, ValueError, EOFError, zipfile.BadZipFile) as error:
        hint = "Write it with `python -m training prepare`"
        raise TrainingError("is no prepared data", path=path, hint=hint) from error


def weights(dataset: Dataset, mixture: Mapping[str, float]) -> NDArray[np.float64]:
    """Return how often each pair is seen in an epoch, by its origin; `*` stands for those not named, or 1."""
    other = mixture.get("*", 1.0)
    return np.array([mixture.get(origin, other) for origin in dataset.origins])[dataset.origin]


def epoch(dataset: Dataset, weight: NDArray[np.float64], tokens: int, seed: Sequence[int]) -> list[Ids]:
    """Return the batches of an epoch: indices of pairs of like length, `tokens` padded pieces at most.

    A pair of weight 2.3 comes twice and in three epochs of ten a third time.
    """
    rng = np.random.default_rng(list(seed))
    indices = np.repeat(np.arange(len(dataset)), np.floor(weight + rng.random(len(dataset))).astype(int))
    source, target = np.diff(dataset.source_at)[indices] + 1, np.diff(dataset.target_at)[indices] + 1
    order = np.argsort(np.maximum(source, target) + _NOISE * rng.random(len(indices)), kind="stable")
    batches: list[Ids] = []
    start = longest_source = longest_target = 0
    for place, row in enumerate(order):
        longest_source, longest_target = max(longest_source, source[row]), max(longest_target, target[row])
        if place > start and (place + 1 - start) * (longest_source + longest_target) > tokens:
            batches.append(indices[order[start:place]])
            start, longest_source, longest_target = place, source[row], target[row]
    if start < len(order):
        batches.append(indices[order[start:]])
    return [batches[number] for number in rng.permutation(len(batches))]


def matrices(dataset: Dataset, batch: Ids) -> tuple[Ids, Ids, Ids]:
    """Return source, target input (`<s> …`) and target output (`… </s>`) of a batch, padded."""
    source = _padded(dataset.source, dataset.source_at, batch)
    output = _padded(dataset.target, dataset.target_at, batch)
    inputs = np.full_like(output, PAD)
    inputs[:, 0] = START
    inputs[:, 1:] = np.where(output[:, :-1] == END, PAD, output[:, :-1])
    return source, inputs, output


def _flat(sentences: Sequence[Sequence[int]]) -> tuple[NDArray[np.uint16], Ids]:
    at = np.concatenate([[0], np.cumsum([len(sentence) for sentence in sentences])]).astype(np.int64)
    return np.array([piece for sentence in sentences for piece in sentence], np.uint16), at


def _padded(pieces: NDArray[np.uint16], at: Ids, batch: Ids) -> Ids:
    starts, lengths = at[batch], at[batch + 1] - at[batch]
    columns = np.arange(lengths.max() + 1)
    # Rows run on past their end; what stands there is replaced by the end mark and padding.
    places = np.minimum(starts[:, None] + columns, len(pieces) - 1)
    rows = np.where(columns < lengths[:, None], pieces[places].astype(np.int64), PAD)
    rows[np.arange(len(batch)), lengths] = END
    return rows
