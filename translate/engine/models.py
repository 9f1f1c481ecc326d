"""The model packages on this machine: which there are, which drafts a pair, and how they come and go.

Three places are looked at: the embedded packages (`translate/models`), the user's store
(`$TRANSLATE_MODELS_DIR`, or `translate/models` in the user's data folder) and Argos Translate's own folder,
which is only read.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from translate.engine.argos import ArgosEngine
from translate.engine.index import version_key
from translate.engine.model import Engine
from translate.engine.packages import InstalledPackage, read_package
from translate.engine.pivot import PivotEngine
from translate.errors import ModelError, NoModelError, UsageError

EMBEDDED = Path(__file__).resolve().parent.parent / "models"


def store_folder() -> Path:
    """Return the user's package store (which need not exist yet)."""
    if folder := os.environ.get("TRANSLATE_MODELS_DIR"):
        return Path(folder).expanduser()
    return _data_folder() / "translate" / "models"


def installed() -> list[InstalledPackage]:
    """Return the usable packages, by pair, the preferred one of each pair first."""
    return scan()[0]


def scan() -> tuple[list[InstalledPackage], list[ModelError]]:
    """Return the usable packages and, for every folder that holds a broken one, what is wrong with it."""
    packages: list[InstalledPackage] = []
    broken: list[ModelError] = []
    places = [(EMBEDDED, "embedded"), (store_folder(), "store"), *((p, "argos") for p in _argos_folders())]
    for place, origin in places:
        for folder in _subfolders(place):
            if _is_other_kind(folder):
                continue
            try:
                packages.append(read_package(folder, origin))
            except ModelError as error:
                broken.append(error)
    packages.sort(key=_preference, reverse=True)
    return sorted(packages, key=lambda package: (package.from_code, package.to_code)), broken


def find(from_code: str, to_code: str) -> InstalledPackage | None:
    """Return the package that drafts this pair directly: the newest, the embedded one last."""
    return next((p for p in installed() if (p.from_code, p.to_code) == (from_code, to_code)), None)


def named(name: str) -> InstalledPackage | None:
    """Return the preferred package called `en_uk`, `en_uk-1_4`, `en_uk-1.4`, with or without `translate-`."""
    wanted = name.removeprefix("translate-").replace(".", "_")
    packages, broken = scan()
    if any(error.path is not None and name in (error.path.name, error.path.parent.name) for error in broken):
        # A broken package of this very name is what is meant, not the embedded one of the same version.
        return None
    return next((p for p in packages if wanted in _names(p)), None)


def engine_for(from_code: str, to_code: str, model: str | Path | None = None) -> Engine:
    """Return the loaded engine for a pair: a direct package, or two by way of English or another language.

    `model` names a package (as `translate models list` prints it) or is the path of a package folder. Raises
    NoModelError when nothing drafts the pair, ModelError when the package is corrupt.
    """
    if model is not None:
        package = _chosen(model)
        if (package.from_code, package.to_code) != (from_code, to_code):
            raise UsageError(
                f"the model {package.name} drafts {package.from_code} → {package.to_code}, "
                f"not {from_code} → {to_code}",
                hint="Give --from and --to that fit it, or leave --model out",
            )
        return ArgosEngine(package)
    packages = installed()
    best: dict[tuple[str, str], InstalledPackage] = {}
    for package in packages:
        best.setdefault((package.from_code, package.to_code), package)
    if direct := best.get((from_code, to_code)):
        return ArgosEngine(direct)
    for middle in sorted({to for _, to in best}, key=lambda code: (code != "en", code)):
        first, second = best.get((from_code, middle)), best.get((middle, to_code))
        if first and second:
            return PivotEngine(ArgosEngine(first), ArgosEngine(second))
    raise _no_model(from_code, to_code, best)


def _chosen(model: str | Path) -> InstalledPackage:
    if package := named(str(model)):
        return package
    path = Path(model)
    if path.is_dir():
        return read_package(path)
    if path.exists():
        raise ModelError(
            "is not a package folder", path=path, hint=f"Install it first: translate models install {path}"
        )
    names = ", ".join(package.name for package in installed()) or "none"
    raise NoModelError(f"no model called {model}", hint=f"Installed: {names}. See `translate models list`")


def _no_model(from_code: str, to_code: str, pairs: Iterable[tuple[str, str]]) -> NoModelError:
    there = ", ".join(f"{a} → {b}" for a, b in sorted(pairs)) or "none"
    return NoModelError(
        f"no installed model drafts {from_code} → {to_code}; installed: {there}",
        hint=f"Install one with `translate models install {from_code}_{to_code}`",
    )


def _names(package: InstalledPackage) -> set[str]:
    folder = package.path.name.removeprefix("translate-").replace(".", "_")
    version = package.version.replace(".", "_")
    return {package.name, package.pair, f"{package.pair}-{version}", folder}


def _preference(package: InstalledPackage) -> tuple[bool, tuple[int, ...], bool]:
    # The embedded package is a starter: any other of its pair is preferred to it.
    return not package.embedded, version_key(package.version), package.origin == "store"


def _is_other_kind(folder: Path) -> bool:
    """Tell whether this is one of Argos's packages for other purposes, such as sentence splitting."""
    try:
        metadata = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(metadata, dict) and metadata.get("type", "translate") != "translate"


def _subfolders(place: Path) -> list[Path]:
    try:
        inside = sorted(place.iterdir())
    except OSError:  # there is no such folder, or it may not be read: no packages either way
        return []
    # Names with a dot are installations under way; `__pycache__` is none.
    return [folder for folder in inside if folder.is_dir() and not folder.name.startswith((".", "__"))]


def _home() -> Path:
    """Return the home folder; for a user without one, as containers have, a folder that is not there."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(os.sep, "nonexistent")


def _data_folder() -> Path:
    if folder := os.environ.get("XDG_DATA_HOME"):
        return Path(folder)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or _home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return _home() / "Library" / "Application Support"
    return _home() / ".local" / "share"


def _argos_folders() -> list[Path]:
    """Return Argos Translate's package folders as `argostranslate.settings` does, without making them."""
    if folder := os.environ.get("ARGOS_PACKAGES_DIR"):
        return [Path(folder)]
    home = Path(os.environ.get("SNAP_USER_DATA") or _home()) if "SNAP" in os.environ else _home()
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return [data / "argos-translate" / "packages"]
