"""The prepared data and its batches."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from training import dataset
from training.dataset import Dataset
from training.errors import TrainingError

ROWS = [("news", [5, 6], [7, 8, 9]), ("web", [5], [8]), ("news", [6, 5, 6, 6], [9])]


def sentences(count: int) -> Dataset:
    return dataset.pack(
        [("news" if i % 3 else "web", [4] * (1 + i % 7), [5] * (1 + i % 5)) for i in range(count)], 8
    )


def test_matrices_begin_and_end_sentences_and_pad_them() -> None:
    source, inputs, output = dataset.matrices(dataset.pack(ROWS, 16), np.array([2, 0]))
    assert source.tolist() == [[6, 5, 6, 6, 3], [5, 6, 3, 0, 0]]
    assert inputs.tolist() == [[2, 9, 0, 0], [2, 7, 8, 9]]
    assert output.tolist() == [[9, 3, 0, 0], [7, 8, 9, 3]]


def test_saved_data_comes_back(tmp_path: Path) -> None:
    data = dataset.pack(ROWS, 16)
    dataset.save(data, tmp_path / "pairs.npz")
    back = dataset.load(tmp_path / "pairs.npz")
    assert back.fingerprint == data.fingerprint
    assert (back.origins, back.vocabulary, back.origin.tolist()) == (("news", "web"), 16, [0, 1, 0])
    assert dataset.matrices(back, np.array([1]))[0].tolist() == [[5, 3]]


def test_load_when_file_is_something_else_then_says_so(tmp_path: Path) -> None:
    (tmp_path / "pairs.npz").write_bytes(b"PK\x03\x04 no archive")
    with pytest.raises(TrainingError, match="is no prepared data"):
        dataset.load(tmp_path / "pairs.npz")


def test_weights_are_those_of_the_origins() -> None:
    data = dataset.pack(ROWS, 16)
    assert dataset.weights(data, {"news": 4.0}).tolist() == [4.0, 1.0, 4.0]
    assert dataset.weights(data, {"web": 2.0, "*": 0.0}).tolist() == [0.0, 2.0, 0.0]


@given(st.integers(1, 60), st.integers(16, 100), st.integers(0, 5))
def test_an_epoch_has_every_pair_once_in_batches_within_the_limit(count: int, tokens: int, seed: int) -> None:
    data = sentences(count)
    batches = dataset.epoch(data, np.ones(count), tokens, (seed, 0, 0))
    assert sorted(int(i) for batch in batches for i in batch) == list(range(count))
    for batch in batches:
        source, _, output = dataset.matrices(data, batch)
        assert source.size + output.size <= tokens or len(batch) == 1


def test_an_epoch_depends_on_its_seed_alone() -> None:
    data = sentences(40)
    first, again, next_one = (
        [batch.tolist() for batch in dataset.epoch(data, np.ones(40), 60, (1, 0, number))]
        for number in (0, 0, 1)
    )
    assert first == again != next_one


def test_a_weight_is_the_mean_number_of_times_a_pair_is_seen() -> None:
    data = sentences(30)
    seen = sum(
        sum(map(len, dataset.epoch(data, np.full(30, 1.5), 60, (1, 0, number)))) for number in range(40)
    )
    assert seen / (40 * 30) == pytest.approx(1.5, abs=0.05)
