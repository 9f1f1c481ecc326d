"""Packages in and out: what is refused, what is recorded, what is left behind."""

from __future__ import annotations

import hashlib
import json
import shutil
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.engine import tiny
from translate import engine
from translate.engine import archive
from translate.errors import ModelError, NoModelError, TranslateError, UsageError

Entries = list[tuple[str | zipfile.ZipInfo, bytes]]


def good_entries(folder: Path) -> Entries:
    return [
        (f"top/{path.relative_to(folder).as_posix()}", path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]


def zipped(file: Path, entries: Entries) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in entries:
            target.writestr(name, data)
    return file


def special(name: str, kind: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = (kind | 0o777) << 16
    return info


def raw_name(name: str) -> zipfile.ZipInfo:
    """An entry name as no honest program writes it."""
    info = zipfile.ZipInfo("x")
    info.filename = name
    return info


def metadata(**changes: object) -> Callable[[Entries], Entries]:
    def change(entries: Entries) -> Entries:
        data = {"package_version": "1.4", "from_code": "en", "to_code": "uk", **changes}
        return [(n, json.dumps(data).encode() if n == "top/metadata.json" else d) for n, d in entries]

    return change


def plus(*extra: tuple[str | zipfile.ZipInfo, bytes]) -> Callable[[Entries], Entries]:
    return lambda entries: [*entries, *extra]


def without(name: str) -> Callable[[Entries], Entries]:
    return lambda entries: [(n, d) for n, d in entries if n != name]


REFUSED: dict[str, tuple[Callable[[Entries], Entries], str]] = {
    "parent path": (plus(("../evil", b"x")), "unsafe path"),
    "inner parent path": (plus(("top/../../evil", b"x")), "unsafe path"),
    "absolute path": (plus(("/etc/evil", b"x")), "unsafe path"),
    "backslash": (plus((raw_name("top\\..\\evil"), b"x")), "unsafe path"),
    "drive": (plus(("top/C:evil", b"x")), "unsafe path"),
    "null byte": (plus((raw_name("top/a\x00b"), b"x")), "unsafe path"),
    "symbolic link": (plus((special("top/link", stat.S_IFLNK), b"/etc/passwd")), "a link or a device"),
    "device": (plus((special("top/null", stat.S_IFCHR), b"")), "a link or a device"),
    "two top folders": (plus(("other/file", b"x")), "2 top folders"),
    "file without folder": (lambda _: [("file", b"x")], "a file outside a folder"),
    "empty": (lambda _: [], "0 top folders"),
    "names differing in case": (plus(("top/METADATA.json", b"{}")), "two entries of the same name"),
    "ratio bomb": (plus(("top/bomb", bytes(300 << 20))), "unpacks to far more"),
    "too many entries": (plus(*((f"top/{i}", b"") for i in range(archive.MAX_ENTRIES))), "more than 2000"),
    "no metadata": (without("top/metadata.json"), "has no `metadata.json`"),
    "no weights": (without("top/model/model.bin"), "has no `model/model.bin`"),
    "no tokenizer": (without("top/sentencepiece.model"), "has neither"),
    "metadata no object": (
        lambda e: [(n, b"[]" if n == "top/metadata.json" else d) for n, d in e],
        "JSON object",
    ),
    "metadata no JSON": (
        lambda e: [(n, b"{" if n == "top/metadata.json" else d) for n, d in e],
        "not valid JSON",
    ),
    "metadata nested": (
        lambda e: [(n, b"[" * 200_000 if n == "top/metadata.json" else d) for n, d in e],
        "not valid JSON",
    ),
    "code a path": (metadata(from_code="../en"), "`from_code` is not a language code"),
    "code missing": (metadata(to_code=None), "`to_code` is not a language code"),
    "version a path": (metadata(package_version="../../x"), "`package_version` is not a version"),
    "annotation one mark": (metadata(annotation=["｟"]), "`annotation` is not three different characters"),
    "sentence splitter": (metadata(type="sbd"), "another kind"),
    "tokens negative": (metadata(max_tokens=-1), "`max_tokens` is not a number"),
    "name of many lines": (metadata(from_name="a\nb"), "`from_name` is not a short line"),
}


@pytest.mark.parametrize("case", REFUSED)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_install_when_the_archive_is_unsafe_or_foreign_refuses_and_leaves_nothing(
    own_store: Path, tmp_path: Path, sentencepiece_folder: Path, case: str
) -> None:
    change, message = REFUSED[case]
    file = zipped(tmp_path / "bad.argosmodel", change(good_entries(sentencepiece_folder)))
    before = sorted(path for path in tmp_path.rglob("*") if own_store not in path.parents)
    with pytest.raises(ModelError, match=message) as caught:
        engine.install(file)
    assert "\n" not in str(caught.value)
    assert list(own_store.iterdir()) == []
    after = sorted(p for p in tmp_path.rglob("*") if own_store not in p.parents and p != own_store)
    assert after == [path for path in before if path != own_store]


def test_install_when_two_entries_have_one_name_refuses(
    own_store: Path, tmp_path: Path, sentencepiece_folder: Path
) -> None:
    entries = good_entries(sentencepiece_folder)
    with pytest.warns(UserWarning, match="Duplicate name"):
        file = zipped(tmp_path / "bad.argosmodel", [*entries, entries[0]])
    with pytest.raises(ModelError, match="two entries of the same name"):
        engine.install(file)
    assert list(own_store.iterdir()) == []


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04" + bytes(100)])
def test_install_when_the_file_is_no_zip_says_so(own_store: Path, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.argosmodel").write_bytes(data)
    with pytest.raises(ModelError, match="no intact zip"):
        engine.install(tmp_path / "x.argosmodel")
    assert list(own_store.iterdir()) == []


def test_install_when_an_entry_lies_about_its_size_is_still_bounded(
    own_store: Path, tmp_path: Path, sentencepiece_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MAX_BYTES", 10_000)
    file = zipped(tmp_path / "x.argosmodel", good_entries(sentencepiece_folder))
    with pytest.raises(ModelError, match="unpacks to far more"):
        engine.install(file)
    assert list(own_store.iterdir()) == []


def test_install_from_a_file_records_checksums_and_wins_over_the_embedded_package(
    own_store: Path, tmp_path: Path, sentencepiece_folder: Path
) -> None:
    file = tiny.archive(sentencepiece_folder, tmp_path / "x.argosmodel")
    package = engine.install(file)
    assert package.path == own_store / "en_uk-1_4"
    assert [path.name for path in own_store.iterdir()] == ["en_uk-1_4"]
    sums = (package.path / "SHA256SUMS").read_bytes()
    assert package.sha256 == hashlib.sha256(sums).hexdigest()
    digest = hashlib.sha256((sentencepiece_folder / "model" / "model.bin").read_bytes()).hexdigest()
    assert f"{digest}  model/model.bin\n".encode() in sums
    assert engine.find("en", "uk") == package
    assert engine.named("en_uk") == package
    assert engine.verify("en_uk-1_4") == []
    assert engine.engine_for("en", "uk").draft(["Hello."])[0][0].text == "місто"
    embedded = engine.named("en_uk-0.1")
    assert embedded is not None
    assert embedded.embedded


@pytest.mark.usefixtures("own_store")
def test_install_leaves_out_sentence_splitters_and_foreign_checksums(
    tmp_path: Path, sentencepiece_folder: Path
) -> None:
    extra: Entries = [
        ("top/stanza/en.pt", b"pickle"),
        ("top/SHA256SUMS", b"lies"),
        ("top/README.md", b"card"),
    ]
    package = engine.install(zipped(tmp_path / "x.argosmodel", good_entries(sentencepiece_folder) + extra))
    assert not (package.path / "stanza").exists()
    assert (package.path / "README.md").read_bytes() == b"card"
    assert b"lies" not in (package.path / "SHA256SUMS").read_bytes()


@pytest.mark.usefixtures("own_store")
def test_install_from_a_folder_copies_it(bpe_folder: Path) -> None:
    package = engine.install(bpe_folder)
    assert package.name == "uk_en-1_4"
    assert engine.verify("uk_en") == []
    assert bpe_folder.is_dir()


def test_read_package_with_a_link_to_a_name_too_long_says_what_is_missing(
    bpe_folder: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "package"
    shutil.copytree(bpe_folder, folder)
    (folder / "model" / "model.bin").unlink()
    (folder / "model" / "model.bin").symlink_to("x" * 256)
    with pytest.raises(ModelError, match=r"has no `model/model.bin`"):
        engine.read_package(folder)


@pytest.mark.parametrize("method", ["lzma", "bzip2"])
def test_install_when_the_packed_data_is_damaged_blames_the_file_not_the_store(
    own_store: Path, method: str
) -> None:
    path = Path(__file__).parents[1] / "fuzz" / "corpus" / "model-zip" / f"damaged-{method}-data.argosmodel"
    with pytest.raises(ModelError, match=r"data\.argosmodel: cannot be unpacked \("):
        engine.install(path)
    assert not list(own_store.iterdir())


def test_install_from_a_folder_with_a_link_refuses(own_store: Path, tmp_path: Path) -> None:
    folder = tiny.sentencepiece_package(tmp_path / "linked")
    (folder / "model" / "extra").symlink_to("/etc/passwd")
    with pytest.raises(ModelError, match="link or a device"):
        engine.install(folder)
    assert list(own_store.iterdir()) == []


def test_install_when_there_already_needs_replace_and_keeps_the_old_until_then(
    own_store: Path, bpe_folder: Path, tmp_path: Path
) -> None:
    engine.install(bpe_folder)
    other = tiny.bpe_package(tmp_path / "other", {"the": 4.0, **tiny.ENDS})
    with pytest.raises(ModelError, match=r"installed already.*--replace"):
        engine.install(other)
    assert engine.engine_for("uk", "en").draft(["Мер."])[0][0].text == "city"
    engine.install(other, replace=True)
    assert engine.engine_for("uk", "en").draft(["Мер."])[0][0].text == "the"
    assert [path.name for path in own_store.iterdir()] == ["uk_en-1_4"]


def test_install_when_the_store_cannot_be_written_says_so(
    tmp_path: Path, bpe_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("TRANSLATE_MODELS_DIR", str(tmp_path / "file" / "store"))
    with pytest.raises(ModelError, match="the package store cannot be changed"):
        engine.install(bpe_folder)


@pytest.mark.usefixtures("own_store")
def test_install_when_there_is_no_such_file_says_so() -> None:
    with pytest.raises(ModelError, match="there is no such file"):
        engine.install("nowhere.argosmodel")


@pytest.mark.usefixtures("own_store")
def test_verify_when_a_file_was_changed_names_it(bpe_folder: Path) -> None:
    package = engine.install(bpe_folder)
    with (package.path / "bpe.model").open("a") as file:
        file.write("х у\n")
    (package.path / "added.txt").write_text("x")
    assert engine.verify("uk_en") == ["added.txt was added", "bpe.model was changed"]


@pytest.mark.usefixtures("own_store")
def test_verify_when_the_weights_are_broken_says_so(bpe_folder: Path) -> None:
    package = engine.install(bpe_folder)
    weights = package.path / "model" / "model.bin"
    weights.write_bytes(weights.read_bytes()[:100])
    changed, broken = engine.verify("uk_en")
    assert changed == "model/model.bin was changed"
    assert broken.startswith("the model cannot be loaded")


def test_verify_and_remove_when_the_metadata_is_broken_still_work(own_store: Path, bpe_folder: Path) -> None:
    package = engine.install(bpe_folder)
    (package.path / "metadata.json").write_text("{")
    assert [p.name for p in engine.installed()] == ["en_uk"]
    assert [error.message for error in engine.scan()[1]] == ["is not valid JSON"]
    assert engine.verify("uk_en-1_4") == ["is not valid JSON"]
    engine.remove("uk_en-1_4")
    assert list(own_store.iterdir()) == []


@pytest.mark.usefixtures("own_store")
def test_verify_of_the_embedded_package_finds_nothing_wrong() -> None:
    assert engine.verify("en_uk") == []


def test_remove_takes_the_package_out_of_the_store(own_store: Path, bpe_folder: Path) -> None:
    engine.install(bpe_folder)
    engine.remove("uk_en")
    assert list(own_store.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "kind", "message"),
    [
        ("en_uk", UsageError, "came with this program"),
        ("en_xx", NoModelError, "no model called en_xx"),
        ("../argos", NoModelError, "no model called"),
        (".", NoModelError, "no model called"),
        ("", NoModelError, "no model called"),
    ],
)
def test_remove_when_it_cannot_be_removed_says_why(
    own_store: Path, name: str, kind: type[TranslateError], message: str
) -> None:
    own_store.mkdir()
    with pytest.raises(kind, match=message):
        engine.remove(name)
    assert own_store.is_dir()


@pytest.mark.usefixtures("own_store")
def test_remove_of_a_package_of_argos_itself_is_refused(bpe_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "argos").mkdir()
    (tmp_path / "argos" / "translate-uk_en-1_9").symlink_to(bpe_folder)
    with pytest.raises(UsageError, match="belongs to Argos Translate"):
        engine.remove("uk_en")
