"""Package archives from strangers, unpacked without trusting a word of their headers."""

from __future__ import annotations

import re
import shutil
import stat
import zipfile
import zlib
from collections.abc import Iterator
from lzma import LZMAError
from pathlib import Path, PurePosixPath
from typing import IO

from translate.engine.packages import SUMS, UNUSED
from translate.errors import ModelError

MAX_BYTES = 2 << 30
MAX_ENTRIES = 2_000
MAX_RATIO = 100
_RATIO_FROM = 1 << 20  # a small file of equal letters may well shrink a hundredfold
_CHUNK = 1 << 20
_HINT = "Nothing was installed; get the package from a source you trust"
# Drive letters and streams (`C:`), backslashes, control characters and what Windows refuses in names.
_ODD_NAME = re.compile(r'[\\:*?"<>|\x00-\x1f\x7f]')
_LONGEST_PATH = 400


def unpack(archive: Path, target: Path) -> Path:
    """Extract an `.argosmodel` (a zip with one top folder) into the folder `target`; return the top folder.

    Refused with ModelError: no zip, encrypted entries, absolute or `..` paths, backslashes, links, devices,
    two entries of one name, more than one top folder, and more than MAX_ENTRIES entries, MAX_BYTES in all or
    MAX_RATIO times the compressed size of an entry, all counted on the bytes as they come. Sentence splitters
    (`stanza/`, `spacy/`, `minisbd/`) are left out. What was extracted before an error is the caller's to
    remove.
    """
    try:
        with zipfile.ZipFile(archive) as opened:
            return _extract(opened, archive, target)
    except zipfile.BadZipFile as error:
        raise _refused(archive, f"is no intact zip archive ({error})") from error
    # NotImplementedError: an unknown compression; RuntimeError: a password; EOFError: cut off.
    except (NotImplementedError, RuntimeError, EOFError, zlib.error, LZMAError, ValueError) as error:
        raise _refused(archive, f"cannot be unpacked ({error})") from error
    except OSError as error:
        if error.errno is not None:
            raise  # the disk's; the one of broken bzip2 data has no number
        raise _refused(archive, f"cannot be unpacked ({error})") from error


def copy_folder(source: Path, target: Path) -> Path:
    """Copy a package folder into the folder `target` under the same limits; return the copy.

    Raises ModelError for links, devices, too many files or bytes.
    """
    copy = target / "package"
    budget = MAX_BYTES
    for count, path in enumerate(_walk(source)):
        if count >= MAX_ENTRIES:
            raise _refused(source, f"has more than {MAX_ENTRIES} files")
        mode = path.lstat().st_mode
        if not stat.S_ISREG(mode):
            raise _refused(path, "is a link or a device, not a file")
        destination = copy / path.relative_to(source)
        destination.parent.mkdir(parents=True, exist_ok=True)
        with path.open("rb") as reader:
            budget -= _copy(reader, destination, budget, source)
    copy.mkdir(exist_ok=True)
    return copy


def _extract(opened: zipfile.ZipFile, archive: Path, target: Path) -> Path:
    entries = opened.infolist()
    if len(entries) > MAX_ENTRIES:
        raise _refused(archive, f"has more than {MAX_ENTRIES} entries")
    names = [_checked_name(entry, archive) for entry in entries]
    tops = {name.parts[0] for name in names}
    if len(tops) != 1:
        raise _refused(archive, f"has {len(tops)} top folders, not exactly one")
    # Windows and macOS keep one file for names that differ in case only.
    if len({str(name).casefold() for name in names}) != len(names):
        raise _refused(archive, "has two entries of the same name")
    budget = MAX_BYTES
    for entry, name in zip(entries, names, strict=True):
        destination = target / name
        if len(name.parts) > 1 and (name.parts[1] in UNUSED or name.parts[1] == SUMS):
            continue
        if entry.is_dir():
            destination.mkdir(parents=True, exist_ok=True)
            continue
        if len(name.parts) == 1:
            raise _refused(archive, f"has a file outside a folder ({name})")
        destination.parent.mkdir(parents=True, exist_ok=True)
        limit = min(budget, max(_RATIO_FROM, MAX_RATIO * entry.compress_size))
        with opened.open(entry) as reader:
            budget -= _copy(reader, destination, limit, archive)
    return target / tops.pop()


def _checked_name(entry: zipfile.ZipInfo, archive: Path) -> PurePosixPath:
    # `orig_filename` is what the archive says; `filename` has been cleaned by zipfile.
    name = entry.orig_filename
    path = PurePosixPath(name)
    parts = name.rstrip("/").split("/")
    odd = _ODD_NAME.search(name) or any(p in ("", ".", "..") or p.endswith((".", " ")) for p in parts)
    if path.is_absolute() or odd or len(name) > _LONGEST_PATH:
        raise _refused(archive, f"has an entry with an unsafe path ({name[:60]!r})")
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise _refused(archive, f"has an entry that is a link or a device ({name[:60]!r})")
    if entry.flag_bits & 1:
        raise _refused(archive, "is encrypted")
    return path


def _copy(reader: IO[bytes], destination: Path, limit: int, archive: Path) -> int:
    """Copy at most `limit` bytes into a new file; return how many."""
    copied = 0
    with destination.open("xb") as writer:
        while chunk := reader.read(_CHUNK):
            copied += len(chunk)
            if copied > limit:
                raise _refused(archive, "unpacks to far more than a model package holds")
            writer.write(chunk)
    return copied


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name in UNUSED or path.name == SUMS:
            continue
        if path.is_dir() and not path.is_symlink():
            yield from (
                inner for inner in sorted(path.rglob("*")) if inner.is_symlink() or not inner.is_dir()
            )
        else:
            yield path


def remove_folder(folder: Path) -> None:
    """Remove a folder and what is in it, if it is there."""
    shutil.rmtree(folder, ignore_errors=True)


def _refused(path: Path, why: str) -> ModelError:
    return ModelError(why, path=path, hint=_HINT)
