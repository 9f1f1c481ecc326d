"""From the paths of a call to the bilingual files that can be checked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from translate.errors import ArticleError, TranslateError

XLIFF = frozenset({".xlf", ".xliff", ".mxliff", ".mqxliff", ".sdlxliff"})
"""Suffixes of XLIFF; the last three are those of Memsource, memoQ and Trados."""

TMX = frozenset({".tmx"})

_PERMISSIONS = "Check its name and its permissions"
_GIVE = "Give XLIFF or TMX files, or two texts with --pair"


def find(paths: Iterable[Path], errors: list[str]) -> Iterator[Path]:
    """Yield the XLIFF and TMX files at `paths`, files or folders, each file once.

    In folders hidden entries, links to folders and files of other suffixes are left out. What cannot be
    checked is added to `errors`: a path that does not exist, a file that is neither, a folder without any.
    """
    seen: set[str] = set()
    for path in paths:
        try:
            for file in _below(path, errors):
                identity = os.path.realpath(file)
                if identity not in seen:
                    seen.add(identity)
                    yield file
        except TranslateError as error:
            errors.append(str(error))


def is_known(path: Path) -> bool:
    """Tell whether the suffix of a file is one of XLIFF or TMX."""
    return path.suffix.lower() in XLIFF | TMX


def _below(path: Path, errors: list[str]) -> Iterator[Path]:
    if path.is_dir():
        found = False
        for file in _folder(path, errors):
            found = True
            yield file
        if not found:
            raise ArticleError("has no XLIFF or TMX files", path=path, hint=_GIVE)
        return
    if not os.path.lexists(path):
        raise ArticleError("does not exist", path=path, hint="Check the spelling of the path")
    if not path.is_file():
        raise ArticleError("is neither a file nor a folder", path=path, hint=_GIVE)
    if not is_known(path):
        raise ArticleError("is neither XLIFF nor TMX by its name", path=path, hint=_GIVE)
    yield path


def _folder(root: Path, errors: list[str]) -> Iterator[Path]:
    def complain(error: OSError) -> None:
        reason = error.strerror or str(error)
        where = Path(error.filename)
        errors.append(str(ArticleError(f"cannot be listed ({reason})", path=where, hint=_PERMISSIONS)))

    for folder, folders, names in os.walk(root, onerror=complain):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(folder, name)
            if not name.startswith(".") and is_known(path) and path.is_file():
                yield path
