"""Where the article of a reviewed file lies, and where the merged one goes."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from translate.errors import OutputError, XliffError
from translate.xliff import Returned

_ABSOLUTE = re.compile(r"/|[A-Za-z]:/|file:", re.I)


def find_article(returned: Returned, file: Path, source: Path | None = None) -> Path:
    """Return the article that `returned`, read from `file`, was drafted from.

    `source` is the article, or the folder above it. Without it the article is looked for where the draft says
    that it lay, then below the working folder, its `seeds` and the folder of `file`. Raises XliffError when
    it is nowhere.
    """
    if source is not None and _is_file(source):
        return source
    names = _readings(returned.original)
    if not names:
        raise XliffError(
            f"names no article: original={returned.original!r}", path=file, hint="Name it with --source"
        )
    folders = (
        [source]
        if source is not None
        else [*_noted_folders(returned, file), Path(), Path("seeds"), file.parent]
    )
    for folder in folders:
        for named in (*(folder / name for name in names), *(folder / name.name for name in names)):
            # `out/../seeds` reads badly, and the same path should be told for the same article.
            candidate = Path(os.path.normpath(named))
            if _is_file(candidate) and os.path.realpath(candidate) != os.path.realpath(file):
                return candidate
    raise XliffError(
        f"its article `{returned.original}` was not found",
        path=file,
        hint="Name the article, or the folder it lies in, with --source",
    )


def output_path(returned: Returned, out: Path, article: Path) -> Path:
    """Return where the merged article goes: `out/<target language>/<original>`, never outside of `out`.

    Where `original` is no path to something called like `article`, it is `out/<target language>/<article>`.
    """
    name = next(
        (name for name in _readings(returned.original) if name.name == article.name), Path(article.name)
    )
    return out / returned.target_language.partition("-")[0].lower() / name


def check_output(output: Path, file: Path, written: Mapping[Path, Path]) -> None:
    """Refuse to merge `file` into what would be lost; `written` has what was merged already, with its file.

    Raises OutputError when `output` is `file` itself, or was written from a document just now.
    """
    if os.path.realpath(output) == os.path.realpath(file):
        raise OutputError("is the reviewed file itself", path=output, hint="Choose another folder with --out")
    if (other := written.get(output)) is not None:
        where = "another part of it" if other == file else str(other)
        raise OutputError(
            f"was not merged: {output} has just been written from {where}",
            path=file,
            hint="Merge it by itself, with another --out",
        )


def _noted_folders(returned: Returned, file: Path) -> Iterator[Path]:
    folder = returned.header.get("folder")
    if folder:
        yield file.parent / PurePosixPath(folder)


def _readings(original: str) -> list[Path]:
    """Return the paths below a folder that a file may mean by `original`, nothing of them outside of it.

    A backslash is a part of a name or, as Windows writes paths, between two. Of an absolute path, the name
    alone is kept: its folders are those of another machine.
    """
    found = []
    for text in dict.fromkeys((original, original.replace("\\", "/"))):
        # On Windows, `Path.name` also takes off what would be a drive.
        parts = [Path(part).name for part in text.split("/") if part not in ("", ".", "..")]
        kept = [part for part in parts if part]
        if kept:
            found.append(Path(*(kept[-1:] if _ABSOLUTE.match(text) else kept)))
    return found


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        # A name that no file can have, or a folder that nobody may look into.
        return False
