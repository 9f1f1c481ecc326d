"""From the paths of a call to the articles of a run."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from translate.articles.registry import is_known, suffix_hint, unknown_suffix
from translate.errors import ArticleError, UsageError


@dataclass(frozen=True, slots=True)
class Found:
    """An article on disk and its path below the folder that was given (for a file given: its name).

    A folder inside a given one that cannot be listed is found with its `error`: the others are drafted.
    """

    path: Path
    relative: Path
    error: ArticleError | None = None


def find(paths: Iterable[Path], without: Path | None = None, *, may_be_empty: bool = False) -> list[Found]:
    """Return the articles at `paths`, files or folders, sorted by their relative path, each file once.

    Inside folders, hidden entries, unknown suffixes and the folder `without` (where a run's own output goes)
    are left out, links to folders are not followed and links to files count only when they stay inside the
    folder. Raises UsageError for a path that does not exist, a file given by name that no format reads, a
    folder without articles (unless it `may_be_empty`), and two articles that would get the same output name;
    ArticleError for a folder that cannot be listed.
    """
    articles: dict[Path, Found] = {}
    taken: dict[Path, Path] = {}
    for path in paths:
        for found in _below(path, without, may_be_empty):
            identity = _resolved(found.path)
            if identity in articles:
                continue
            if found.relative in taken:
                raise UsageError(
                    f"{taken[found.relative]} and {found.path} would get the same output name",
                    hint="Give the folder above both, or run them separately with different --out",
                )
            articles[identity] = found
            taken[found.relative] = found.path
    return sorted(articles.values(), key=lambda found: found.relative.parts)


def _below(path: Path, without: Path | None, may_be_empty: bool) -> list[Found]:
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UsageError("does not exist", path=path, hint="Check the spelling of the path") from error
    except (OSError, ValueError) as error:
        raise ArticleError(f"cannot be read ({_reason(error)})", path=path, hint=_PERMISSIONS) from error
    if stat.S_ISDIR(mode):
        found = list(_folder(path, without))
        if not found and not may_be_empty:
            raise UsageError("has no articles", path=path, hint=suffix_hint())
        return found
    if not stat.S_ISREG(mode):
        raise UsageError("is neither a file nor a folder", path=path, hint="Give an article or a folder")
    if not is_known(path):
        raise UsageError(unknown_suffix(path), path=path, hint=suffix_hint())
    return [Found(path, Path(path.name))]


def _folder(root: Path, without: Path | None) -> Iterator[Found]:
    """Yield the articles below `root`, links last: of a file and a link to it, the file stays."""
    links: list[Path] = []
    folders = [root]
    own = None if without is None else _resolved(without)
    while folders:
        folder = folders.pop()
        try:
            entries = _entries(folder)
        except ArticleError as error:
            if folder == root:
                raise
            yield Found(folder, folder.relative_to(root), error)
            continue
        for entry in entries:
            path = Path(entry.path)
            if entry.name.startswith("."):
                continue
            if entry.is_symlink():
                links.append(path)
            elif entry.is_dir():
                if own is None or own == _resolved(root) or _resolved(path) != own:
                    folders.append(path)
            elif entry.is_file() and is_known(path):
                yield Found(path, path.relative_to(root))
    inside = _resolved(root)
    for path in sorted(links):
        target = _resolved(path)
        if is_known(path) and target.is_relative_to(inside) and target.is_file():
            yield Found(path, path.relative_to(root))


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        raise ArticleError(f"cannot be listed ({_reason(error)})", path=folder, hint=_PERMISSIONS) from error


def _resolved(path: Path) -> Path:
    # os.path.realpath, unlike Path.resolve before Python 3.13, never raises on a loop of links.
    return Path(os.path.realpath(path))


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


_PERMISSIONS = "Check its name and its permissions"
