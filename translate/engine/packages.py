"""What an Argos package folder says of itself, checked before anything is loaded from it."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from translate.errors import ModelError

SUMS = "SHA256SUMS"
# Sentence splitters that packages bring along; this tool has its own and never loads them.
UNUSED = frozenset({"stanza", "spacy", "minisbd"})
_CODE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")  # BCP 47 in Argos's spelling (`zt`, `pb` too)
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+_-]{0,31}")
_METADATA_BYTES = 1 << 20
_FOREIGN = "This is no Argos translation package"
# Sinusoidal positions beyond the lengths seen in training are noise: the embedded model saw 96 pieces.
_MAX_TOKENS_TRAINED_HERE = 80
_MAX_TOKENS = 150
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class InstalledPackage:
    """A package folder that a model can be loaded from.

    `name` is the pair and the version, e.g. `en_uk-1_4`, for the embedded one the pair. `origin` says where
    it was found: `embedded` in this program, `store` (the user's) or `argos` (Argos Translate's own folder or
    any path given). `annotation` are the marks (open, separator, close) that the model reads, if it does.
    `normalise` asks for the map of the embedded model; `max_tokens` is the longest input in pieces. `sha256`
    is the recorded checksum of the content, or None for a folder without `SHA256SUMS`.
    """

    path: Path
    name: str
    from_code: str
    to_code: str
    version: str
    from_name: str = ""
    to_name: str = ""
    annotation: tuple[str, str, str] | None = None
    target_prefix: str = ""
    normalise: bool = False
    max_tokens: int = _MAX_TOKENS
    origin: str = "argos"
    sha256: str | None = None

    @property
    def embedded(self) -> bool:
        """Whether the package came with this program."""
        return self.origin == "embedded"

    @property
    def pair(self) -> str:
        """The pair as Argos writes it, e.g. `en_uk`."""
        return f"{self.from_code}_{self.to_code}"


def read_package(path: Path, origin: str = "argos") -> InstalledPackage:
    """Return what the package folder declares; raises ModelError when it is none or declares nonsense."""
    metadata = read_metadata(path)
    if not _is_file(path / "model" / "model.bin"):
        raise ModelError("has no `model/model.bin`", path=path, hint=_FOREIGN)
    if not any(_is_file(path / name) for name in ("sentencepiece.model", "bpe.model")):
        raise ModelError("has neither `sentencepiece.model` nor `bpe.model`", path=path, hint=_FOREIGN)
    from_code, to_code = _code(metadata, "from_code", path), _code(metadata, "to_code", path)
    pair, version = f"{from_code}_{to_code}", _version(metadata, path)
    annotation = _annotation(metadata, path)
    normalise = annotation is not None or _typed(metadata, "normalise", bool, False, path)
    max_tokens = _typed(
        metadata, "max_tokens", int, _MAX_TOKENS_TRAINED_HERE if normalise else _MAX_TOKENS, path
    )
    if not 8 <= max_tokens <= 4096:
        raise _invalid("max_tokens", "a number from 8 to 4096", path)
    return InstalledPackage(
        path=path,
        name=pair if origin == "embedded" else f"{pair}-{version.replace('.', '_')}",
        from_code=from_code,
        to_code=to_code,
        version=version,
        from_name=_line(metadata, "from_name", path),
        to_name=_line(metadata, "to_name", path),
        annotation=annotation,
        target_prefix=_line(metadata, "target_prefix", path),
        normalise=normalise,
        max_tokens=max_tokens,
        origin=origin,
        sha256=recorded_sha256(path),
    )


def read_metadata(path: Path) -> Mapping[str, Any]:
    """Return `metadata.json` of a package folder; raises ModelError when it is missing or no JSON object."""
    file = path / "metadata.json"
    try:
        if file.stat().st_size > _METADATA_BYTES:
            raise ModelError("is too large for a package's description", path=file, hint=_FOREIGN)
        metadata = json.loads(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ModelError("has no `metadata.json`", path=path, hint=_FOREIGN) from error
    except OSError as error:
        raise ModelError(f"cannot be read ({error.strerror or error})", path=file) from error
    except (ValueError, RecursionError) as error:
        raise ModelError("is not valid JSON", path=file, hint=_FOREIGN) from error
    if not isinstance(metadata, dict):
        raise ModelError("is not a JSON object", path=file, hint=_FOREIGN)
    if metadata.get("type", "translate") != "translate":
        raise ModelError("is a package of another kind than `translate`", path=path, hint=_FOREIGN)
    return metadata


def content_files(folder: Path) -> Iterator[Path]:
    """Return the regular files that make up a package, sorted by their path inside it."""
    found: list[Path] = []
    for place, folders, files in os.walk(folder):
        inside = Path(place).relative_to(folder)
        folders[:] = sorted(name for name in folders if inside.parts or name not in UNUSED)
        found += [inside / name for name in files if (inside / name).as_posix() != SUMS]
    yield from sorted(found, key=lambda path: path.as_posix())


def checksums(folder: Path) -> str:
    """Return the content of `SHA256SUMS` for a folder, in the format of `sha256sum`.

    Raises ModelError when a file cannot be read.
    """
    lines: list[str] = []
    for path in content_files(folder):
        try:
            with (folder / path).open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise ModelError(f"cannot be read ({error.strerror or error})", path=folder / path) from error
        lines.append(f"{digest}  {path.as_posix()}\n")
    return "".join(lines)


def content_sha256(folder: Path) -> str:
    """Return the SHA-256 (hexadecimal) of a package: that of its `SHA256SUMS` computed anew."""
    return hashlib.sha256(checksums(folder).encode()).hexdigest()


def recorded_sha256(folder: Path) -> str | None:
    """Return the SHA-256 of the recorded `SHA256SUMS`, or None when there is no record."""
    try:
        return hashlib.sha256((folder / SUMS).read_bytes()).hexdigest()
    except OSError:
        return None


def _is_file(path: Path) -> bool:
    """Tell whether a file can be had there: not behind a link to nowhere or a folder that is closed."""
    try:
        return path.is_file()
    except OSError:
        return False


def _code(metadata: Mapping[str, Any], key: str, path: Path) -> str:
    code = metadata.get(key)
    if not isinstance(code, str) or len(code) > 35 or not _CODE.fullmatch(code):
        raise _invalid(key, "a language code such as `uk`", path)
    return code


def _version(metadata: Mapping[str, Any], path: Path) -> str:
    version = metadata.get("package_version", "0")
    if not isinstance(version, str) or not _VERSION.fullmatch(version or "0"):
        raise _invalid("package_version", "a version such as `1.4`", path)
    return version or "0"


def _line(metadata: Mapping[str, Any], key: str, path: Path) -> str:
    text = metadata.get(key) or ""
    if not isinstance(text, str) or len(text) > 100 or not text.isprintable():
        raise _invalid(key, "a short line of text", path)
    return text


def _annotation(metadata: Mapping[str, Any], path: Path) -> tuple[str, str, str] | None:
    marks = metadata.get("annotation")
    if marks is None:
        return None
    if (
        not isinstance(marks, list)
        or len(marks) != 3
        or len(set(map(str, marks))) != 3
        or not all(isinstance(mark, str) and len(mark) == 1 and mark.isprintable() for mark in marks)
    ):
        raise _invalid("annotation", "three different characters", path)
    return marks[0], marks[1], marks[2]


def _typed(metadata: Mapping[str, Any], key: str, kind: type[_T], default: _T, path: Path) -> _T:
    value = metadata.get(key, default)
    if type(value) is not kind:
        raise _invalid(key, f"a value of type {kind.__name__}", path)
    return value


def _invalid(key: str, wanted: str, path: Path) -> ModelError:
    return ModelError(f"`{key}` is not {wanted}", path=path / "metadata.json", hint=_FOREIGN)
