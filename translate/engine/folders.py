"""The user's own folders, where each system keeps such things; none of them is made here."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def store_folder() -> Path:
    """Return the user's package store: `$TRANSLATE_MODELS_DIR`, or one in the user's data folder."""
    if folder := os.environ.get("TRANSLATE_MODELS_DIR"):
        return Path(folder).expanduser()
    return _data_folder() / "translate" / "models"


def cache_folder() -> Path:
    """Return the folder for what can be measured anew: `$TRANSLATE_CACHE_DIR`, or the user's cache folder.

    That is `$XDG_CACHE_HOME` or `~/.cache` (XDG Base Directory Specification), `~/Library/Caches` on macOS,
    `%LOCALAPPDATA%` on Windows, each with a folder of this tool's inside.
    """
    if folder := os.environ.get("TRANSLATE_CACHE_DIR"):
        return Path(folder).expanduser()
    if folder := os.environ.get("XDG_CACHE_HOME"):
        return Path(folder) / "translate"
    if sys.platform == "win32":
        return _local_folder() / "translate" / "Cache"
    if sys.platform == "darwin":
        return _home() / "Library" / "Caches" / "translate"
    return _home() / ".cache" / "translate"


def argos_folders() -> list[Path]:
    """Return Argos Translate's package folders as `argostranslate.settings` does, without making them."""
    if folder := os.environ.get("ARGOS_PACKAGES_DIR"):
        return [Path(folder)]
    home = Path(os.environ.get("SNAP_USER_DATA") or _home()) if "SNAP" in os.environ else _home()
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return [data / "argos-translate" / "packages"]


def _data_folder() -> Path:
    if folder := os.environ.get("XDG_DATA_HOME"):
        return Path(folder)
    if sys.platform == "win32":
        return _local_folder()
    if sys.platform == "darwin":
        return _home() / "Library" / "Application Support"
    return _home() / ".local" / "share"


def _local_folder() -> Path:
    return Path(os.environ.get("LOCALAPPDATA") or _home() / "AppData" / "Local")


def _home() -> Path:
    """Return the home folder; for a user without one, as containers have, a folder that is not there."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(os.sep, "nonexistent")
