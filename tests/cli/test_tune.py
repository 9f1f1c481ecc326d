"""`translate models tune`: a short table, JSON for machines, and a choice that the next run takes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.commands import call
from translate import engine
from translate.engine import Measured, Setting


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache folder; what is measured is known beforehand."""
    monkeypatch.setenv("TRANSLATE_CACHE_DIR", str(tmp_path / "cache"))
    rows = (Measured(Setting(2, 1, 256), 1.0, 5, 0), Measured(Setting(2, 1, 512), 1.071, 5, 4))
    monkeypatch.setattr("translate.engine.calibration.measure", lambda *_: rows)
    return tmp_path / "cache"


def test_tune_prints_the_speeds_and_where_the_choice_is_kept(cache: Path) -> None:
    outcome = call("models", "tune")
    assert (outcome.code, outcome.err) == (0, "")
    title, header, *rows, kept = outcome.out.splitlines()
    assert title.startswith("en_uk: int8, CTranslate2 ")
    assert header.split("  ")[0] == "batches at a time × threads"
    assert [row.split() for row in rows] == [
        ["2", "×", "1", "256", "1.00×"],
        ["2", "×", "1", "512", "1.07×", "chosen"],
    ]
    [file] = cache.rglob("*.json")
    assert kept == f"kept in {file}"
    drafter = engine.engine_for("en", "uk")
    assert isinstance(drafter, engine.ArgosEngine)
    assert drafter.options.batch_tokens == 512


def test_tune_as_json_is_for_machines(cache: Path) -> None:
    outcome = call("models", "tune", "en_uk", "--json")
    document = json.loads(outcome.out)
    assert document["choice"] == {"inter_threads": 2, "intra_threads": 1, "batch_tokens": 512}
    assert [row["ratio"] for row in document["measured"]] == [1.0, 1.071]
    assert Path(document["path"]).parent == cache / "calibration"


def test_tune_of_a_model_that_is_not_there_names_those_that_are() -> None:
    message = call("models", "tune", "en_fr").said(2)
    assert message == "no model called en_fr. Installed: en_uk. See `translate models list`"


def test_tune_with_a_compute_type_that_is_none_names_those_that_are() -> None:
    message = call("models", "tune", "--compute-type", "fast").said(2)
    assert message.startswith("the compute type fast is not supported on this processor. Choose one of ")


def test_tune_when_the_cache_cannot_be_written_says_what_to_set(cache: Path) -> None:
    cache.write_text("in the way", encoding="utf-8")
    message = call("models", "tune").said(1)
    assert message.endswith("is no folder. Set TRANSLATE_CACHE_DIR to a folder that can be written in")


def test_run_with_a_broken_calibration_works_as_without(cache: Path, news: Path) -> None:
    call("models", "tune")
    [file] = cache.rglob("*.json")
    file.write_text("{", encoding="utf-8")
    outcome = call("run", news, "--to", "uk", "-q")
    assert (outcome.code, outcome.err) == (0, "")
