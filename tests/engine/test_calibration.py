"""Calibration: what is measured is kept for this model and machine, and nothing else is ever taken for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from translate.engine import (
    ArgosEngine,
    EngineOptions,
    InstalledPackage,
    Measured,
    Setting,
    cache_folder,
    calibrated,
    engine_for,
    measuring,
    read_package,
    tune,
)
from translate.engine import calibration as module
from translate.errors import OutputError

DEFAULT = Setting(2, 1, 256)
CHOICE = Setting(1, 2, 512)
OPEN = EngineOptions()


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("TRANSLATE_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def package(embedded: ArgosEngine, monkeypatch: pytest.MonkeyPatch) -> InstalledPackage:
    """The embedded package, for which `tune` finds CHOICE without measuring."""
    rows = (Measured(DEFAULT, 1.0, 5, 0), Measured(CHOICE, 1.2, 5, 5))
    monkeypatch.setattr(module, "measure", lambda *_: rows)
    return embedded.package


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], DEFAULT),
        ([(Setting(1, 2, 256), 1.02, 5, 5)], DEFAULT),
        ([(Setting(1, 2, 256), 1.04, 5, 5)], Setting(1, 2, 256)),
        ([(Setting(1, 2, 256), 1.04, 5, 4), (Setting(2, 1, 512), 1.1, 4, 3)], Setting(2, 1, 512)),
        ([(Setting(1, 2, 256), 1.04, 5, 4), (Setting(2, 1, 512), 1.4, 4, 2)], Setting(1, 2, 256)),
        ([(Setting(2, 1, 512), 1.4, 2, 2)], DEFAULT),
    ],
    ids=["alone", "by too little", "faster", "fastest", "by chance", "measured too seldom"],
)
def test_choice_is_the_default_unless_another_is_surely_faster(
    rows: list[tuple[Setting, float, int, int]], expected: Setting
) -> None:
    assert measuring.choose([Measured(DEFAULT, 1.0, 5, 0), *(Measured(*row) for row in rows)]) == expected


def test_options_are_completed_by_the_calibration_and_the_users_win(package: InstalledPackage) -> None:
    assert calibrated(package, OPEN) == OPEN
    result = tune(package)
    assert result.choice == CHOICE
    completed = EngineOptions(inter_threads=1, intra_threads=2, batch_tokens=512)
    assert calibrated(package, OPEN) == completed
    assert calibrated(package, EngineOptions(threads=1)) == EngineOptions(threads=1, batch_tokens=512)
    assert calibrated(package, EngineOptions(batch_tokens=64)) == EngineOptions(
        inter_threads=1, intra_threads=2, batch_tokens=64
    )
    own = EngineOptions(threads=1, batch_tokens=64)
    assert calibrated(package, own) == own


def test_engine_for_a_pair_runs_with_the_calibration(package: InstalledPackage, own_store: Path) -> None:
    tune(package)
    engine = engine_for("en", "uk")
    assert isinstance(engine, ArgosEngine)
    assert engine.options.batch_tokens == 512
    assert engine.signature.count(" ") == 3
    assert not own_store.exists()


def test_calibration_holds_for_one_compute_type_version_processor_and_number(
    package: InstalledPackage, monkeypatch: pytest.MonkeyPatch
) -> None:
    tune(package)
    assert calibrated(package, EngineOptions("int16")).batch_tokens is None
    with monkeypatch.context() as other:
        other.setattr(module, "usable_processors", lambda: 3)
        assert calibrated(package, OPEN) == OPEN
    with monkeypatch.context() as other:
        other.setattr(module, "processor_name", lambda: "Another 3000")
        assert calibrated(package, OPEN) == OPEN
    with monkeypatch.context() as other:
        other.setattr("ctranslate2.__version__", "99.0")
        assert calibrated(package, OPEN) == OPEN
    assert calibrated(package, OPEN).batch_tokens == 512


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        {"choice": None},
        {"choice": {"inter_threads": 1}},
        {"choice": {"inter_threads": 1, "intra_threads": 2, "batch_tokens": "512"}},
        {"choice": {"inter_threads": True, "intra_threads": 2, "batch_tokens": 512}},
        {"choice": {"inter_threads": 0, "intra_threads": 2, "batch_tokens": 512}},
        {"choice": {"inter_threads": 1, "intra_threads": 2, "batch_tokens": 10**9}},
        {"choice": {"inter_threads": 1, "intra_threads": 2, "batch_tokens": 512, "gpu": 1}},
        {"processors": 4},
    ],
)
def test_broken_calibration_is_none(package: InstalledPackage, damage: bytes | dict[str, object]) -> None:
    result = tune(package)
    if isinstance(damage, dict):
        damage = json.dumps(result.as_dict() | damage).encode()
    result.path.write_bytes(damage)
    assert calibrated(package, OPEN) == OPEN


def test_calibration_in_a_folder_that_cannot_be_read_is_none(package: InstalledPackage, cache: Path) -> None:
    cache.write_text("no folder", encoding="utf-8")
    assert calibrated(package, OPEN) == OPEN
    with pytest.raises(OutputError, match=r"is no folder\. Set TRANSLATE_CACHE_DIR to a folder"):
        tune(package)


def test_file_says_what_was_measured_for_what(package: InstalledPackage, cache: Path) -> None:
    path = tune(package).path
    assert list(cache.rglob("*.json")) == [path]
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert list(kept) == [
        "model",
        "ctranslate2",
        "processor",
        "processors",
        "compute_type",
        "choice",
        "measured",
    ]
    assert kept["model"] == f"en_uk 0.1 sha256:{package.sha256}"
    assert kept["measured"][1] == {
        "inter_threads": 1,
        "intra_threads": 2,
        "batch_tokens": 512,
        "ratio": 1.2,
        "rounds": 5,
        "faster": 5,
    }


@pytest.mark.parametrize("folder", ["sentencepiece_folder", "bpe_folder"])
def test_measuring_any_package_compares_threads_and_batches(
    folder: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measuring, "_SECONDS_A_RUN", 0.02)
    monkeypatch.setattr(measuring, "_ROUNDS", 3)
    monkeypatch.setattr(measuring, "usable_processors", lambda: 2)
    monkeypatch.setattr(measuring, "threads", lambda: (2, 1))
    rows = measuring.measure(read_package(request.getfixturevalue(folder)))
    settings = [row.setting for row in rows]
    assert settings[:2] == [Setting(2, 1, 256), Setting(1, 2, 256)]
    assert {setting.batch_tokens for setting in settings[2:]} == {128, 512}
    assert rows[0].ratio == 1.0
    assert all(row.ratio > 0 and 2 <= row.rounds <= 3 for row in rows)


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {"TRANSLATE_CACHE_DIR": "/c", "XDG_CACHE_HOME": "/x"}, "/c"),
        ("linux", {"XDG_CACHE_HOME": "/x"}, "/x/translate"),
        ("linux", {"HOME": "/h"}, "/h/.cache/translate"),
        ("darwin", {"HOME": "/h"}, "/h/Library/Caches/translate"),
        ("win32", {"HOME": "/h", "LOCALAPPDATA": "/l"}, "/l/translate/Cache"),
    ],
)
def test_cache_folder_is_where_the_system_keeps_such_things(
    monkeypatch: pytest.MonkeyPatch, platform: str, environment: dict[str, str], expected: str
) -> None:
    for name in ("TRANSLATE_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("translate.engine.folders.sys.platform", platform)
    assert cache_folder() == Path(expected)
