"""The model packages on this machine: which there are, which drafts a pair, and how they come and go.

Three places are looked at: the embedded packages (`translate/models`), the user's store
(`$TRANSLATE_MODELS_DIR`, or `translate/models` in the user's data folder) and Argos Translate's own folder,
which is only read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from translate.engine.argos import ArgosEngine
from translate.engine.calibration import calibrated
from translate.engine.folders import argos_folders, store_folder
from translate.engine.index import version_key
from translate.engine.model import Engine
from translate.engine.options import EngineOptions
from translate.engine.packages import InstalledPackage, read_package
from translate.engine.pivot import PivotEngine
from translate.errors import ModelError, NoModelError, UsageError

EMBEDDED = Path(__file__).resolve().parent.parent / "models"


def installed() -> list[InstalledPackage]:
    """Return the usable packages, by pair, the preferred one of each pair first."""
    return scan()[0]


def scan() -> tuple[list[InstalledPackage], list[ModelError]]:
    """Return the usable packages and, for every folder that holds a broken one, what is wrong with it."""
    packages: list[InstalledPackage] = []
    broken: list[ModelError] = []
    places = [(EMBEDDED, "embedded"), (store_folder(), "store"), *((p, "argos") for p in argos_folders())]
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


def engine_for(
    from_code: str,
    to_code: str,
    model: str | Path | None = None,
    *,
    options: EngineOptions | None = None,
) -> Engine:
    """Return the loaded engine for a pair: a direct package, or two by way of English or another language.

    `model` names a package (as `translate models list` prints it) or is the path of a package folder. Threads
    and batch size that `options` leave open are those that `tune` found for the model on this machine, if it
    was asked. Raises NoModelError when nothing drafts the pair, ModelError when the package is corrupt,
    UsageError when the processor does not support the compute type.
    """
    options = options or EngineOptions()

    def loaded(package: InstalledPackage) -> ArgosEngine:
        return ArgosEngine(package, calibrated(package, options))

    if model is not None:
        package = chosen(model)
        if (package.from_code, package.to_code) != (from_code, to_code):
            raise UsageError(
                f"the model {package.name} drafts {package.from_code} → {package.to_code}, "
                f"not {from_code} → {to_code}",
                hint="Give --from and --to that fit it, or leave --model out",
            )
        return loaded(package)
    packages = installed()
    best: dict[tuple[str, str], InstalledPackage] = {}
    for package in packages:
        best.setdefault((package.from_code, package.to_code), package)
    if direct := best.get((from_code, to_code)):
        return loaded(direct)
    for middle in sorted({to for _, to in best}, key=lambda code: (code != "en", code)):
        first, second = best.get((from_code, middle)), best.get((middle, to_code))
        if first and second:
            return PivotEngine(loaded(first), loaded(second))
    raise _no_model(from_code, to_code, best)


def chosen(model: str | Path) -> InstalledPackage:
    """Return the package of a name, as `translate models list` prints it, or of a package folder.

    Raises NoModelError when there is none, ModelError when it is corrupt or no package.
    """
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
