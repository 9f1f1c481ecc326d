"""Argos's index of packages, asked only by `translate models install NAME`.

`argostranslate.package.get_available_packages` is not used: without an index file and without a network it
calls itself for ever.
"""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from translate.engine.archive import MAX_BYTES
from translate.errors import ModelError

PackageName = re.compile(r"(?:translate-)?([a-z]{2,3})_([a-z]{2,3})")
_INDEX_BYTES = 16 << 20
_TIMEOUT = 30  # seconds without a byte
_CHUNK = 1 << 16
_OFFLINE = "Install it from a file instead: translate models install FILE.argosmodel"


def download(name: str, folder: Path, progress: Callable[[int, int | None], None] | None = None) -> Path:
    """Download the newest package of a pair (`en_uk`, `translate-en_uk`) into `folder`; return the file.

    The index is the one Argos Translate is set up for. `progress` gets the bytes so far and in all, if known.
    Raises ModelError when there is no network, no such package, or the file is larger than a package may be.
    """
    index = _index_address()
    links = _links(_index(index), name, index)
    failures: list[str] = []
    target = folder / "download.argosmodel"
    for link in links:
        try:
            with _open(link) as response, target.open("wb") as file:
                _save(response, file, link, progress)
        except OSError as error:
            failures.append(_reason(error))
            continue
        return target
    raise ModelError(f"{name} cannot be downloaded ({'; '.join(failures)})", hint=_OFFLINE)


def _index_address() -> str:
    try:
        # Imported here: it makes Argos's folders in the home directory.
        from argostranslate import settings
    except OSError as error:
        raise ModelError(f"Argos's settings cannot be read ({_reason(error)})", hint=_OFFLINE) from error
    address = str(settings.remote_package_index)
    if urllib.parse.urlsplit(address).scheme not in ("http", "https"):
        raise ModelError(f"Argos's package index {address!r} is no web address", hint=_OFFLINE)
    return address


def _index(address: str) -> list[dict[str, Any]]:
    try:
        with _open(address) as response:
            data = response.read(_INDEX_BYTES + 1)
    except OSError as error:
        raise ModelError(
            f"Argos's package index cannot be reached ({_reason(error)})", hint=_OFFLINE
        ) from error
    try:
        entries = json.loads(data) if len(data) <= _INDEX_BYTES else None
    except (ValueError, RecursionError):
        entries = None
    if not isinstance(entries, list):
        raise ModelError("Argos's package index is not valid", hint=_OFFLINE)
    return [entry for entry in entries if isinstance(entry, dict)]


def _links(entries: list[dict[str, Any]], name: str, index: str) -> list[str]:
    match = PackageName.fullmatch(name)
    pair = match.groups() if match else None
    own = [
        entry
        for entry in entries
        if (entry.get("from_code"), entry.get("to_code")) == pair
        and entry.get("type", "translate") == "translate"
    ]
    if not own:
        raise ModelError(f"Argos's package index has no {name}")
    newest = max(own, key=lambda entry: version_key(str(entry.get("package_version", ""))))
    # A package is as trustworthy as the way it comes; plain http only where the index itself is set up so.
    schemes = {"https", urllib.parse.urlsplit(index).scheme}
    links = newest.get("links")
    usable = [
        link
        for link in (links if isinstance(links, list) else [])
        if isinstance(link, str) and urllib.parse.urlsplit(link).scheme in schemes
    ]
    if not usable:
        raise ModelError(f"Argos's package index has no usable link for {name}", hint=_OFFLINE)
    return usable


def version_key(version: str) -> tuple[int, ...]:
    """Return a key that sorts versions by their numbers.

    >>> version_key("1.10") > version_key("1.9")
    True
    """
    return tuple(int(number) for number in re.findall(r"\d{1,9}", version))


def _open(address: str) -> Any:
    request = urllib.request.Request(address, headers={"User-Agent": "translate-desk"})
    return urllib.request.urlopen(request, timeout=_TIMEOUT)


def _save(
    response: Any, file: IO[bytes], link: str, progress: Callable[[int, int | None], None] | None
) -> None:
    header = response.headers.get("Content-Length", "")
    total = int(header) if header.isdecimal() else None
    done = 0
    while chunk := response.read(_CHUNK):
        done += len(chunk)
        if done > MAX_BYTES:
            raise ModelError(f"the download exceeds {MAX_BYTES >> 20} MiB", path=link, hint=_OFFLINE)
        file.write(chunk)
        if progress:
            progress(done, total)
    if total is not None and done < total:
        raise OSError(f"cut off after {done} of {total} bytes")


def _reason(error: OSError) -> str:
    reason = getattr(error, "reason", None) or error.strerror or str(error)
    return str(reason)
