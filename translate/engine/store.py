"""Packages into the user's store and out of it: checked, recorded, renamed into place."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace as changed
from pathlib import Path

from translate.engine.archive import copy_folder, remove_folder, unpack
from translate.engine.argos import ArgosEngine
from translate.engine.folders import store_folder
from translate.engine.index import PackageName, download
from translate.engine.models import installed, named, scan
from translate.engine.options import EngineOptions
from translate.engine.packages import SUMS, InstalledPackage, checksums, read_package
from translate.engine.tokenizers import load_tokenizer
from translate.errors import ModelError, NoModelError, UsageError

_SENTENCE = "The mayor of the city said on Tuesday that two people were hurt."


def install(
    source: str | Path,
    *,
    replace: bool = False,
    progress: Callable[[int, int | None], None] | None = None,
) -> InstalledPackage:
    """Install an `.argosmodel` file, a package folder, or by name (`en_uk`) from Argos's index; return it.

    `progress` gets the bytes downloaded so far and in all. Raises ModelError when the package is not what it
    should be, cannot be had, or is installed already and `replace` is not given; nothing is left behind then.
    """
    path = Path(source)
    if not path.exists() and not PackageName.fullmatch(str(source)):
        raise ModelError("there is no such file", path=path, hint="Or give a name such as `en_uk`")
    store = store_folder()
    with _workshop(store) as workshop:
        if not path.exists():
            path = download(str(source), workshop, progress)
        folder = copy_folder(path, workshop) if path.is_dir() else unpack(path, workshop / "content")
        package = read_package(folder, "store")
        load_tokenizer(folder, package.from_code, package.to_code)
        sums = checksums(folder).encode()
        (folder / SUMS).write_bytes(sums)
        place = store / package.name
        if place.exists():
            if not replace:
                raise ModelError(
                    f"{package.name} is installed already", path=place, hint="Replace it with --replace"
                )
            place.rename(workshop / "old")
        try:
            folder.rename(place)
        except OSError:
            if (workshop / "old").exists():
                (workshop / "old").rename(place)
            raise
    return changed(package, path=place, sha256=hashlib.sha256(sums).hexdigest())


def remove(name: str) -> None:
    """Remove a package from the user's store.

    Raises NoModelError when there is none of that name, UsageError when it is not in the store.
    """
    store = store_folder()
    package = named(name)
    folder = package.path if package else _broken_folder(name)
    if folder is None:
        raise _unknown(name)
    if folder.parent != store:
        why = "came with this program" if package and package.embedded else "belongs to Argos Translate"
        raise UsageError(f"{name} {why} and cannot be removed", path=folder)
    with _workshop(store) as workshop:
        folder.rename(workshop / "old")


def verify(name: str) -> list[str]:
    """Return what is wrong with an installed package: one line each, none when it is intact.

    The content is compared with the checksums recorded at its installation, the tokenizer and the model are
    loaded and one sentence is drafted. Raises NoModelError when there is no package of that name.
    """
    package = named(name)
    if package is None:
        broken = _broken_folder(name)
        if broken is None:
            raise _unknown(name)
        return [error.message for error in scan()[1] if _holds(broken, error)]
    problems = list(_differences(package.path))
    try:
        best = ArgosEngine(package, EngineOptions(threads=1)).draft([_SENTENCE])[0][0]
    except ModelError as error:
        return [*problems, error.message]
    if not best.complete or not any(c.isalpha() for c in best.text):
        problems.append("the model drafts nothing of a plain sentence")
    return problems


def _differences(folder: Path) -> Iterator[str]:
    try:
        recorded = (folder / SUMS).read_text(encoding="utf-8")
    except (OSError, ValueError):
        yield f"there are no recorded checksums ({SUMS})"
        return
    before = _by_path(recorded)
    now = _by_path(checksums(folder))
    yield from (f"{path} is missing" for path in sorted(before.keys() - now.keys()))
    yield from (f"{path} was added" for path in sorted(now.keys() - before.keys()))
    yield from (
        f"{path} was changed" for path in sorted(before) if now.get(path, before[path]) != before[path]
    )


def _by_path(sums: str) -> dict[str, str]:
    lines = (line.partition("  ") for line in sums.splitlines() if line)
    return {path: digest for digest, _, path in lines}


def _broken_folder(name: str) -> Path | None:
    """Return the folder of a package of that name that cannot be read, so that it can be removed."""
    folder = store_folder() / name
    plain = name and Path(name).name == name and not name.startswith(".")
    return folder if plain and folder.is_dir() else None


def _holds(folder: Path, error: ModelError) -> bool:
    return error.path is not None and (error.path == folder or folder in error.path.parents)


def _unknown(name: str) -> NoModelError:
    names = ", ".join(dict.fromkeys(package.name for package in installed())) or "none"
    return NoModelError(f"no model called {name} is installed", hint=f"Installed: {names}")


@contextmanager
def _workshop(store: Path) -> Iterator[Path]:
    """Give a folder inside the store, on the same disk for renaming, that is gone afterwards."""
    workshop: Path | None = None
    try:
        store.mkdir(parents=True, exist_ok=True)
        workshop = Path(tempfile.mkdtemp(prefix=".installing-", dir=store))
        yield workshop
    except OSError as error:
        reason = error.strerror or str(error)
        hint = "Set TRANSLATE_MODELS_DIR to a folder with room for it"
        raise ModelError(f"the package store cannot be changed ({reason})", path=store, hint=hint) from error
    finally:
        if workshop is not None:
            remove_folder(workshop)
