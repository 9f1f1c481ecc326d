"""`translate models`: what strangers give is checked, what is broken is named, and nothing is left behind."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.cli.commands import call, finish, start, without_privileges

EMBEDDED = Path(__file__).parents[2] / "translate" / "models" / "en_uk"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """The user's package store, which is not there yet."""
    return tmp_path / "store"


@pytest.fixture
def package(workplace: Path) -> Path:
    """A package folder that is as it should be: a copy of the embedded one with a version of its own."""
    folder = Path(shutil.copytree(EMBEDDED, workplace / "package"))
    metadata = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
    (folder / "metadata.json").write_text(
        json.dumps({**metadata, "package_version": "9.9"}), encoding="utf-8"
    )
    return folder


def packed(folder: Path, name: str = "package.argosmodel") -> Path:
    """Pack a package folder as Argos does: one top folder."""
    path = Path(name)
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(folder.rglob("*")):
            archive.write(file, Path("en_uk") / file.relative_to(folder))
    return path


def zipped(entries: Mapping[str, bytes]) -> bytes:
    """Return a zip archive of these entries."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_list_shows_the_embedded_package() -> None:
    outcome = call("models", "list")
    assert (outcome.code, outcome.err) == (0, "")
    [row] = outcome.out.splitlines()
    assert row.split("\t") == ["en_uk", "en → uk", row.split("\t")[2], "embedded", str(EMBEDDED)]


def test_list_as_json_is_for_machines() -> None:
    [row] = json.loads(call("models", "list", "--json").out)
    assert {
        "name": "en_uk",
        "from": "en",
        "to": "uk",
        "embedded": True,
        "path": str(EMBEDDED),
    }.items() <= row.items()


def test_the_embedded_package_is_intact() -> None:
    outcome = call("models", "verify", "en_uk")
    assert (outcome.code, outcome.out, outcome.err) == (0, "en_uk: intact\n", "")


@pytest.mark.parametrize("how", [packed, lambda folder: folder], ids=["archive", "folder"])
def test_a_package_is_installed_listed_verified_used_and_removed(
    package: Path, store: Path, how: Callable[[Path], Path]
) -> None:
    outcome = call("models", "install", how(package))
    assert (outcome.code, outcome.err) == (0, "")
    name = outcome.out.split()[1]
    assert outcome.out.endswith(f"in {store / name}\n")
    names = [row["name"] for row in json.loads(call("models", "list", "--json").out)]
    assert names == [name, "en_uk"]
    assert call("models", "verify", name).out == f"{name}: intact\n"
    Path("brief.txt").write_text("The mayor spoke.\n", encoding="utf-8")
    assert call("run", "brief.txt", "--to", "uk", "--model", name, "-q").code == 0
    assert (
        call("models", "install", package).said(1).endswith("is installed already. Replace it with --replace")
    )
    assert call("models", "install", package, "--replace").code == 0
    assert call("models", "remove", name).out == f"removed {name}\n"
    assert list(store.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"not a zip", "is no intact zip archive"),
        (zipped({"en_uk/metadata.json": b"{}"})[:-30], "is no intact zip archive"),
        (zipped({"../evil": b""}), "has an entry with an unsafe path ('../evil')"),
        (zipped({"en_uk/../../evil": b""}), "has an entry with an unsafe path ('en_uk/../../evil')"),
        (zipped({"/etc/evil": b""}), "has an entry with an unsafe path ('/etc/evil')"),
        (zipped({"a/x": b"", "b/x": b""}), "has 2 top folders, not exactly one"),
        (zipped({"en_uk/readme": b"hello"}), "has no `metadata.json`. This is no Argos translation package"),
        (zipped({"en_uk/metadata.json": b"{"}), "is not valid JSON. This is no Argos translation package"),
    ],
    ids=["text", "cut off", "..", "inner ..", "absolute", "two folders", "foreign", "metadata"],
)
def test_a_bad_archive_is_one_line_and_nothing_is_left(content: bytes, reason: str, store: Path) -> None:
    Path("bad.argosmodel").write_bytes(content)
    assert reason in call("models", "install", "bad.argosmodel").said(1)
    assert list(store.iterdir()) == []
    assert not list(store.parent.rglob("evil"))


def test_a_folder_that_is_no_package_is_not_installed(store: Path) -> None:
    Path("photos").mkdir()
    assert "has no `metadata.json`" in call("models", "install", "photos").said(1)
    assert list(store.iterdir()) == []


def test_a_file_that_is_not_there_is_not_installed() -> None:
    message = call("models", "install", "nowhere.argosmodel").said(1)
    assert message == "nowhere.argosmodel: there is no such file. Or give a name such as `en_uk`"


def test_a_name_without_a_network_is_a_plain_error(store: Path, workplace: Path) -> None:
    # Nothing listens on port 9 of this machine.
    environment = {"ARGOS_PACKAGE_INDEX": "http://127.0.0.1:9/", "HOME": str(workplace)}
    message = finish(start("models", "install", "en_uk", environment=environment)).said(1)
    assert message.startswith("Argos's package index cannot be reached (")
    assert message.endswith("Install it from a file instead: translate models install FILE.argosmodel")
    assert list(store.iterdir()) == []


def test_a_store_that_cannot_be_written_is_one_line(package: Path, store: Path) -> None:
    store.mkdir(mode=0o555)
    message = finish(start("models", "install", package, before=without_privileges())).said(1)
    assert message == (
        f"{store}: the package store cannot be changed (Permission denied). "
        "Set TRANSLATE_MODELS_DIR to a folder with room for it"
    )


@pytest.mark.parametrize("command", ["remove", "verify"])
def test_an_unknown_name_is_wrong_usage_and_lists_the_names(command: str) -> None:
    assert call("models", command, "en_fr").said(2) == "no model called en_fr is installed. Installed: en_uk"


def test_the_embedded_package_cannot_be_removed() -> None:
    message = call("models", "remove", "en_uk").said(2)
    assert message.endswith("en_uk came with this program and cannot be removed")
    assert EMBEDDED.is_dir()


def cut_weights(package: Path) -> None:
    path = package / "model" / "model.bin"
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)


def no_weights(package: Path) -> None:
    (package / "model" / "model.bin").write_bytes(b"")


def broken_metadata(package: Path) -> None:
    (package / "metadata.json").write_text('{"from_code": "en"', encoding="utf-8")


def broken_tokenizer(package: Path) -> None:
    (package / "sentencepiece.model").write_bytes(b"\x00" * 100)


DAMAGES = pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (cut_weights, "the model cannot be loaded ("),
        (no_weights, "the model cannot be loaded ("),
        (broken_metadata, "metadata.json: is not valid JSON. This is no Argos translation package"),
        (broken_tokenizer, "is no SentencePiece model. Reinstall the package with"),
        (shutil.rmtree, "no model called package. Installed: en_uk"),
    ],
)


@DAMAGES
def test_a_run_with_a_corrupt_package_is_one_line(
    package: Path, damage: Callable[[Path], None], reason: str
) -> None:
    damage(package)
    Path("brief.txt").write_text("The mayor spoke.\n", encoding="utf-8")
    # In a process of its own: what a corrupt model does to the library that loads it, nobody knows.
    outcome = finish(start("run", "brief.txt", "--to", "uk", "--model", "package"))
    assert reason in outcome.said(2 if damage is shutil.rmtree else 1)
    assert not Path("out").exists()


@pytest.mark.parametrize(
    ("damage", "reason"),
    [(cut_weights, "model/model.bin was changed"), (broken_tokenizer, "sentencepiece.model was changed")],
)
def test_verify_names_what_was_changed(
    package: Path, store: Path, damage: Callable[[Path], None], reason: str
) -> None:
    name = call("models", "install", package).out.split()[1]
    damage(store / name)
    message = call("models", "verify", name).said(1)
    assert message.startswith(f"{name}: {reason}")
    assert message.endswith("Install it again with --replace")


def test_a_broken_package_in_the_store_is_named_in_the_list_and_can_be_removed(
    package: Path, store: Path
) -> None:
    name = call("models", "install", package).out.split()[1]
    broken_metadata(store / name)
    outcome = call("models", "list")
    assert (outcome.code, len(outcome.out.splitlines())) == (0, 1)
    metadata = store / name / "metadata.json"
    assert outcome.err == (
        f"translate: warning: {metadata}: is not valid JSON. This is no Argos translation package\n"
    )
    assert call("models", "verify", name).code == 1
    assert call("models", "remove", name).code == 0
    assert list(store.iterdir()) == []


def test_a_broken_package_of_the_embedded_version_is_not_taken_for_the_embedded_one(store: Path) -> None:
    name = call("models", "install", EMBEDDED).out.split()[1]
    broken_metadata(store / name)
    assert call("models", "verify", name).code == 1
    assert call("models", "remove", name).code == 0


def test_models_alone_shows_the_commands() -> None:
    outcome = call("models")
    assert outcome.code == 2
    for command in ("list", "install", "remove", "verify"):
        assert command in outcome.out + outcome.err
