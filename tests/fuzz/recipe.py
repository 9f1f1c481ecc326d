r"""Packages as readable text: the parts of a ZIP or of a folder, each under a line that names it.

    --- word/document.xml method=deflate repeat=1000
    <w:document/>

Options: `absent` (the part is left out), `repeat=N` (its content N times), `method=` stored, deflate, bzip2
or lzma, `mode=` (Unix, octal: `mode=120777` is a link), `flags=N`, `size=N` (a false size in the directory).
A name has Python's escapes (`\x00`), and `\x20` for a space.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

_SIGN = b"--- "
_METHODS = {"stored": 0, "deflate": 8, "bzip2": 12, "lzma": 14}
_DATE = (2020, 1, 1, 0, 0, 0)
_LARGEST = 3 << 20
_LINK = 0o120000


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a package: its name as bytes of the archive, its content, and its options."""

    name: str
    content: bytes
    options: Mapping[str, str]


def parts(recipe: bytes, base: Mapping[str, bytes]) -> list[Part]:
    """Return the parts of `base`, those that the recipe has in their place or after them."""
    said = list(_parts(recipe))
    named = {part.name for part in said}
    kept = [Part(name, content, {}) for name, content in base.items() if name not in named]
    return kept + [part for part in said if "absent" not in part.options]


def zipped(all_parts: Iterable[Part]) -> bytes:
    """Return the parts as a ZIP, whose headers may lie as the options say."""
    buffer = io.BytesIO()
    lies: list[tuple[zipfile.ZipInfo, Part]] = []
    with zipfile.ZipFile(buffer, "w") as archive, warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Duplicate name")
        for part in all_parts:
            info = zipfile.ZipInfo("x", _DATE)
            # Set afterwards: ZipInfo would clean the name.
            info.filename = info.orig_filename = part.name
            info.compress_type = _METHODS.get(part.options.get("method", ""), zipfile.ZIP_STORED)
            info.external_attr = _number(part.options.get("mode"), 8) << 16 & 0xFFFFFFFF
            archive.writestr(info, part.content)
            lies.append((info, part))
        for info, part in lies:
            info.flag_bits |= _number(part.options.get("flags"), 10) & 0xFFFF
            if "size" in part.options:
                info.file_size = _number(part.options["size"], 10)
    return buffer.getvalue()


def unfolded(all_parts: Iterable[Part], folder: Path) -> Path:
    """Write the parts into `folder`, links as links; a name that would lead out of it is passed over."""
    folder.mkdir()
    for part in all_parts:
        name = part.name.partition("/")[2] or part.name
        if "\0" in name or name.startswith("/") or ".." in name.split("/") or len(name.encode()) > 200:
            continue
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if _number(part.options.get("mode"), 8) & 0o170000 == _LINK:
                path.symlink_to(part.content.decode("latin-1").strip())
            else:
                path.write_bytes(part.content)
        except (OSError, ValueError):
            continue  # a name twice, a folder where a file stands: the folder is what could be made
    return folder


def _parts(recipe: bytes) -> Iterable[Part]:
    for chunk in (b"\n" + recipe).split(b"\n" + _SIGN)[1:]:
        head, _, content = chunk.partition(b"\n")
        first, *words = head.decode("utf-8", "replace").split() or [""]
        options = {key: value for key, _, value in (word.partition("=") for word in words)}
        name = first.encode("latin-1", "backslashreplace").decode("unicode_escape", "replace")
        name = name.encode("utf-16", "surrogatepass").decode("utf-16", "replace")[:60_000]
        times = min(_number(options.get("repeat"), 10, 1), _LARGEST // max(len(content), 1))
        yield Part(name, content * max(times, 1), options)


def _number(said: str | None, base: int, default: int = 0) -> int:
    try:
        return min(int(said, base), 0xFFFFFFFE) if said and said.isascii() and said.isdigit() else default
    except ValueError:
        return default
