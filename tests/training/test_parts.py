"""Weights in parts and whole again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from training.errors import TrainingError
from training.parts import join, split
from translate.engine.packages import SUMS, checksums


@pytest.fixture
def package(tmp_path: Path) -> Path:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "model.bin").write_bytes(bytes(range(250)))
    (tmp_path / SUMS).write_text(checksums(tmp_path), encoding="utf-8")
    return tmp_path


def test_split_then_join_gives_the_weights_back(package: Path) -> None:
    parts = split(package, 100)
    assert [(part.name, part.stat().st_size) for part in parts] == [
        ("model.bin.00", 100),
        ("model.bin.01", 100),
        ("model.bin.02", 50),
    ]
    assert not (package / "model" / "model.bin").exists()
    assert join(package).read_bytes() == bytes(range(250))
    assert [path.name for path in (package / "model").iterdir()] == ["model.bin"]


@pytest.mark.parametrize("harm", ["lost", "first lost", "damaged", "swapped"])
def test_join_when_parts_are_not_those_that_were_cut_then_they_stay(package: Path, harm: str) -> None:
    first, second, third = split(package, 100)
    match harm:
        case "lost":
            third.unlink()
        case "first lost":
            first.unlink()
        case "damaged":
            second.write_bytes(b"x" * 100)
        case _:
            shutil.copyfile(first, second)
    left = sorted(path.name for path in (package / "model").iterdir())
    with pytest.raises(TrainingError, match="Copy the package's folder again"):
        join(package)
    assert sorted(path.name for path in (package / "model").iterdir()) == left


@pytest.mark.parametrize("size", [0, 1])
def test_split_when_parts_are_too_small_then_nothing_happens(package: Path, size: int) -> None:
    with pytest.raises(TrainingError, match="larger parts"):
        split(package, size)
    assert (package / "model" / "model.bin").exists()
