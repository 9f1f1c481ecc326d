"""Packages shared by the tests of the engine."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.engine import tiny
from translate.engine import ArgosEngine, EngineOptions, find, read_package


@pytest.fixture(scope="session")
def sentencepiece_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package of the SentencePiece generation that writes `місто` for everything."""
    return tiny.sentencepiece_package(tmp_path_factory.mktemp("sp") / "en_uk")


@pytest.fixture(scope="session")
def bpe_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package of the BPE generation that writes `city` for everything."""
    return tiny.bpe_package(tmp_path_factory.mktemp("bpe") / "translate-uk_en-1_9")


@pytest.fixture(scope="session")
def embedded() -> ArgosEngine:
    """The engine of the embedded package."""
    package = read_package(Path(__file__).parents[2] / "translate" / "models" / "en_uk", "embedded")
    return ArgosEngine(package, EngineOptions(threads=2))


@pytest.fixture
def own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty package store, and no packages of Argos's own."""
    monkeypatch.setenv("TRANSLATE_MODELS_DIR", str(tmp_path / "store"))
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "argos"))
    package = find("en", "uk")
    assert package is not None
    assert package.embedded
    return tmp_path / "store"
