"""Which packages there are, and which of them drafts a pair."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.engine import tiny
from translate import engine
from translate.engine import ArgosEngine, PivotEngine
from translate.engine.index import version_key
from translate.errors import ModelError, NoModelError, UsageError


def placed(folder: Path, source: Path, **metadata: object) -> Path:
    """Copy a package to `folder` with another description."""
    shutil.copytree(source, folder)
    return tiny.describe(folder, metadata)


def test_installed_on_a_fresh_machine_is_the_embedded_package(own_store: Path) -> None:
    [package] = engine.installed()
    assert (package.name, package.from_code, package.to_code) == ("en_uk", "en", "uk")
    assert package.annotation == ("｟", "￨", "｠")
    assert (package.normalise, package.max_tokens) == (True, 80)
    assert not own_store.exists()


@pytest.mark.parametrize(
    ("versions", "expected"), [(["0.1"], "0.1"), (["1.9", "1.10"], "1.10"), (["1.4", "1.4.2"], "1.4.2")]
)
def test_find_prefers_any_full_package_to_the_embedded_and_then_the_newest(
    own_store: Path, sentencepiece_folder: Path, versions: list[str], expected: str
) -> None:
    for version in versions:
        placed(own_store / f"en_uk-{version}", sentencepiece_folder, package_version=version)
    found = engine.find("en", "uk")
    assert found is not None
    assert (found.embedded, found.version) == (False, expected)


def test_find_sees_packages_of_argos_and_prefers_the_own_store_at_the_same_version(
    own_store: Path, tmp_path: Path, sentencepiece_folder: Path
) -> None:
    argos = placed(tmp_path / "argos" / "translate-en_uk-1_4", sentencepiece_folder)
    found = engine.find("en", "uk")
    assert found is not None
    assert (found.path, found.origin, found.name) == (argos, "argos", "en_uk-1_4")
    placed(own_store / "en_uk-1_4", sentencepiece_folder)
    found = engine.find("en", "uk")
    assert found is not None
    assert found.origin == "store"


def test_argos_folder_follows_xdg_when_argos_is_set_up_by_it(
    tmp_path: Path, sentencepiece_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ARGOS_PACKAGES_DIR", raising=False)
    monkeypatch.delenv("TRANSLATE_MODELS_DIR", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    placed(tmp_path / "argos-translate" / "packages" / "en_de", sentencepiece_folder, to_code="de")
    assert engine.find("en", "de") is not None
    assert engine.store_folder() == tmp_path / "translate" / "models"


@pytest.mark.parametrize(
    "name", ["en_de", "translate-en_de", "en_de-1_4", "en_de-1.4", "translate-en_de-1_4"]
)
def test_named_knows_a_package_by_pair_and_version(
    own_store: Path, sentencepiece_folder: Path, name: str
) -> None:
    placed(own_store / "en_de-1_4", sentencepiece_folder, to_code="de")
    package = engine.named(name)
    assert package is not None
    assert package.to_code == "de"


@pytest.mark.usefixtures("own_store")
def test_installed_passes_over_packages_for_other_purposes_without_a_word(tmp_path: Path) -> None:
    (tmp_path / "argos" / "sbd").mkdir(parents=True)
    (tmp_path / "argos" / "sbd" / "metadata.json").write_text(json.dumps({"type": "sbd"}))
    assert engine.scan()[1] == []


@pytest.mark.usefixtures("own_store")
def test_engine_for_a_pair_loads_the_direct_package() -> None:
    found = engine.engine_for("en", "uk")
    assert isinstance(found, ArgosEngine)
    assert found.annotation == ("｟", "￨", "｠")


def test_engine_for_a_pair_without_package_goes_by_way_of_english_first(
    own_store: Path, sentencepiece_folder: Path
) -> None:
    for a, b in [("pl", "de"), ("de", "uk"), ("pl", "en")]:
        placed(own_store / f"{a}_{b}", sentencepiece_folder, from_code=a, to_code=b)
    found = engine.engine_for("pl", "uk")
    assert isinstance(found, PivotEngine)
    assert found.signature.startswith("argos pl_en 1.4 sha256:")
    assert " > argos en_uk 0.1 sha256:" in found.signature
    other = engine.engine_for("pl", "de")
    assert isinstance(other, ArgosEngine)


def test_engine_for_a_pair_by_way_of_another_language_than_english(
    own_store: Path, sentencepiece_folder: Path
) -> None:
    for a, b in [("pl", "de"), ("de", "uk")]:
        placed(own_store / f"{a}_{b}", sentencepiece_folder, from_code=a, to_code=b)
    assert "pl_de" in engine.engine_for("pl", "uk").signature


@pytest.mark.usefixtures("own_store")
def test_engine_for_a_pair_when_nothing_drafts_it_names_the_pairs_and_the_command() -> None:
    with pytest.raises(NoModelError) as caught:
        engine.engine_for("en", "fr")
    assert str(caught.value) == (
        "no installed model drafts en → fr; installed: en → uk. "
        "Install one with `translate models install en_fr`"
    )


def test_engine_for_a_model_given_by_path_or_name_loads_that_one(
    own_store: Path, sentencepiece_folder: Path
) -> None:
    assert engine.engine_for("en", "uk", sentencepiece_folder).draft(["Hi."])[0][0].text == "місто"
    placed(own_store / "en_uk-1_4", sentencepiece_folder)
    assert engine.engine_for("en", "uk", "en_uk-0.1").annotation is not None
    assert engine.engine_for("en", "uk", "en_uk").annotation is None


@pytest.mark.usefixtures("own_store")
def test_engine_for_a_model_of_another_pair_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="en_uk drafts en → uk, not en → de"):
        engine.engine_for("en", "de", "en_uk")


@pytest.mark.usefixtures("own_store")
def test_engine_for_a_model_that_is_not_there_or_not_a_package_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoModelError, match="no model called big-one"):
        engine.engine_for("en", "uk", "big-one")
    (tmp_path / "empty").mkdir()
    with pytest.raises(ModelError, match=r"has no `metadata\.json`"):
        engine.engine_for("en", "uk", tmp_path / "empty")
    (tmp_path / "x.argosmodel").write_bytes(b"")
    with pytest.raises(ModelError, match="Install it first"):
        engine.engine_for("en", "uk", str(tmp_path / "x.argosmodel"))


@pytest.mark.parametrize(("older", "newer"), [("1.9", "1.10"), ("1.4", "1.4.2"), ("", "0.1"), ("0.9", "1")])
def test_version_key_sorts_by_number(older: str, newer: str) -> None:
    assert version_key(older) < version_key(newer)
