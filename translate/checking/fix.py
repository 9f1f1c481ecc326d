"""Safe fixes written into the files, each with a backup of what it was."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, groupby
from pathlib import Path

from translate.articles.text import read as read_text
from translate.checking.pairs import text_of
from translate.checking.plan import Planned
from translate.errors import OutputError, TranslateError, path_context
from translate.files import write_atomically
from translate.xliff.amend import amend
from translate.xliff.parsing import load


@dataclass(frozen=True, slots=True)
class Written:
    """A file after its fixes: how many segments were changed, and where its former self is.

    `left` are the units whose target could not be changed in place, such as words inside an inline code.
    """

    path: Path
    segments: int
    backup: Path
    left: tuple[str, ...] = ()


def write(planned: Sequence[Planned], errors: list[str], encoding: str | None = None) -> Iterator[Written]:
    """Write fixes into their files, which keep every other byte; yield the files that were changed.

    Why a file was not is added to `errors`: it cannot be written, or has changed since it was checked.
    """
    for path, own in groupby(planned, key=lambda each: each.document.path):
        try:
            with path_context(path):
                yield _write(path, list(own), encoding)
        except TranslateError as error:
            errors.append(str(error))


def _write(path: Path, planned: Sequence[Planned], encoding: str | None) -> Written:
    document = planned[0].document
    if not os.access(path, os.W_OK):
        raise OutputError("is read-only: nothing was fixed in it", hint="Change its permissions, or copy it")
    data = load(path)
    if hashlib.sha256(data).hexdigest() != document.sha256:
        hint = "Close the program that has it open, and check it again"
        raise OutputError("has changed since it was checked: nothing was fixed in it", hint=hint)
    changed, left = (
        _in_xliff(data, planned) if document.kind == "xliff" else (_in_text(planned, encoding), [])
    )
    if changed == data:
        units = ", ".join(left)
        raise OutputError(
            f"nothing could be fixed in place ({units})", hint="Make the changes in your CAT tool"
        )
    # A link stays a link, and the file keeps its permissions.
    real = Path(os.path.realpath(path))
    mode = real.stat().st_mode
    backup = _back_up(path, data)
    write_atomically(real, changed)
    real.chmod(mode)
    return Written(path, len(planned) - len(left), backup, tuple(left))


def _in_xliff(data: bytes, planned: Sequence[Planned]) -> tuple[bytes, list[str]]:
    return amend(
        data,
        {
            (each.document.part, each.item.unit): [(fix.start, fix.end, fix.text) for _, fix in each.made]
            for each in planned
        },
    )


def _in_text(planned: Sequence[Planned], encoding: str | None) -> bytes:
    article = read_text(planned[0].document.path, encoding)
    text = text_of(article)
    for each in sorted(planned, key=lambda each: each.item.offset or 0, reverse=True):
        start = each.item.offset or 0
        end = start + len(each.item.target.text)
        text = text[:start] + each.after + text[end:]
    try:
        return article.bom + text.encode(article.encoding)
    except UnicodeEncodeError as error:
        raise OutputError(
            f"its encoding {article.encoding.upper()} lacks the character U+{ord(text[error.start]):04X}: "
            "nothing was fixed in it",
            hint="Save it as UTF-8 and check it again",
        ) from error


def _back_up(path: Path, data: bytes) -> Path:
    """Write the bytes to `FILE.bak`, or to the first of `FILE.bak1` … that is not there yet."""
    for number in count():
        backup = path.with_name(f"{path.name}.bak{number or ''}")
        try:
            with backup.open("xb") as file:
                file.write(data)
            return backup
        except FileExistsError:
            continue
        except OSError as error:
            reason = error.strerror or str(error)
            raise OutputError(
                f"its backup {backup.name} cannot be written ({reason}): nothing was fixed in it",
                hint="Free some space, or give the folder write permission",
            ) from error
    raise AssertionError("numbers do not end")
