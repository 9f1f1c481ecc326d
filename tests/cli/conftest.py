"""Every test of the command line works in an empty folder, with the embedded model and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.good import GOOD


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Change to an empty folder; return it."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("TRANSLATE_MODELS_DIR", str(tmp_path / "store"))
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "argos"))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return folder


@pytest.fixture
def news(workplace: Path) -> Path:
    """The folder `news` with one article that is as it should be."""
    folder = workplace / "news"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    return folder
