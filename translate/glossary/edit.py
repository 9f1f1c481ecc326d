"""Rows added to, replaced in and removed from a glossary file, whose other bytes stay as they are.

A change is planned first, shown to a person, and made only then: `plan` says what terms would do to a sheet,
`apply` gives the bytes of the sheet with the changes made.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from io import BytesIO
from pathlib import Path
from typing import Literal

from translate.errors import GlossaryError
from translate.glossary.diff import differing
from translate.glossary.folding import spelling
from translate.glossary.model import Term
from translate.glossary.tsv import (
    COLUMNS,
    HEADER,
    collect,
    format_row,
    identity,
    numbered_rows,
    parse_row,
)

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A glossary file opened for editing: lines with their ends, and the rows: line (from 1) and term."""

    path: Path
    lines: tuple[bytes, ...]
    rows: tuple[tuple[int, Term], ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What a term does to a sheet.

    - `add`: no row has its source;
    - `same`: a row says all that it says;
    - `change`: a row has its target, but other cells in `columns`;
    - `conflict`: a row has another target.

    `line` and `before` are that row's; `after` is the row as it will be. A cell that the term leaves empty
    keeps what the row has, save the gender and forms of another target.
    """

    action: Literal["add", "same", "change", "conflict"]
    after: Term
    line: int = 0
    before: Term | None = None
    columns: tuple[str, ...] = field(default=())


def open_sheet(path: Path) -> Sheet:
    """Read a glossary file for editing; one that is not there is an empty one with a header.

    Raises GlossaryError as `read` does: a broken file is mended by hand before it is edited.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        content = f"{HEADER}\n".encode()
    except OSError as error:
        raise GlossaryError(
            f"cannot be read ({error.strerror or error})", path=path, hint="Check the --glossary option"
        ) from error
    # Validated as every reader does, then read again: the reader leaves repeated rows out.
    collect(numbered_rows(BytesIO(content)), path)
    rows = [(number, parse_row(row, f"{path}:{number}")) for number, row in numbered_rows(BytesIO(content))]
    return Sheet(path, tuple(BytesIO(content)), tuple(rows))


def plan(sheet: Sheet, terms: Iterable[Term]) -> tuple[Change, ...]:
    """Return what each of `terms` does to `sheet`, in their order.

    The case flag need not be repeated: `US` finds the row of `US` that is case-sensitive. Raises
    GlossaryError for a term that no row can hold.
    """
    known: dict[object, tuple[int, Term]] = {}
    for number, row in sheet.rows:
        known.setdefault(identity(row), (number, row))
        known.setdefault(spelling(row.source)[0], (number, row))
    changes = []
    for term in terms:
        format_row(term)
        changes.append(_change(term, known.get(identity(term)) or known.get(spelling(term.source)[0])))
    return tuple(changes)


def apply(sheet: Sheet, changes: Sequence[Change]) -> bytes:
    """Return the bytes of `sheet` with every change of `changes` made; leave out the ones not wanted.

    A new row goes behind the last row of its kind, else to the end. Comments, order, unknown columns, the
    byte order mark and the line ends stay as they are. Raises GlossaryError for a change that gives no row,
    such as a target that the row forbids.
    """
    lines = list(sheet.lines)
    end = b"\r\n" if lines and lines[0].endswith(b"\r\n") else b"\n"
    places = {row.kind: number for number, row in sheet.rows}
    new: dict[int, list[bytes]] = {}
    for change in changes:
        if change.action == "add":
            place = places.get(change.after.kind, len(lines))
            new.setdefault(place, []).append(format_row(change.after).encode() + end)
        elif change.action != "same":
            try:
                lines[change.line - 1] = _replaced(lines[change.line - 1], change.after)
            except GlossaryError as error:
                error.path, error.line = sheet.path, change.line
                raise
    if len(lines) in new and lines and not lines[-1].endswith(b"\n"):
        lines[-1] += end
    parts = new.get(0, [])
    for number, line in enumerate(lines, 1):
        parts += (line, *new.get(number, ()))
    return b"".join(parts)


def remove(sheet: Sheet, source: str) -> tuple[bytes, tuple[Term, ...]]:
    """Return the bytes of `sheet` without the rows of `source`, and the terms that are gone.

    The kind of apostrophe, hyphen and space apart, the source must be written as in the file. Raises
    GlossaryError when no row has it, with the nearest sources.
    """
    wanted = spelling(source)[0]
    gone = {number: row for number, row in sheet.rows if spelling(row.source)[0] == wanted}
    if not gone:
        near = get_close_matches(source, dict.fromkeys(row.source for _, row in sheet.rows), 3)
        meant = " or ".join(f"`{one}`" for one in near)
        raise GlossaryError(
            f"has no row for `{source}`", path=sheet.path, hint=f"Did you mean {meant}?" if near else None
        )
    left = b"".join(line for number, line in enumerate(sheet.lines, 1) if number not in gone)
    if 1 in gone and sheet.lines[0].startswith(_BOM):
        left = _BOM + left
    return left, tuple(gone.values())


def _change(term: Term, known: tuple[int, Term] | None) -> Change:
    if known is None:
        return Change("add", term)
    line, before = known
    after = _merged(before, term)
    columns = differing(before, after)
    if not columns:
        return Change("same", after, line, before)
    return Change("conflict" if "target" in columns else "change", after, line, before, columns)


def _merged(before: Term, term: Term) -> Term:
    same = before.target == term.target
    return replace(
        term,
        source=before.source,
        note=term.note or before.note,
        kind=term.kind if term.kind != "other" else before.kind,
        gender=term.gender or (before.gender if same else ""),
        case_sensitive=term.case_sensitive or before.case_sensitive,
        forbidden=term.forbidden or before.forbidden,
        forms=term.forms or (before.forms if same else ()),
    )


def _replaced(line: bytes, term: Term) -> bytes:
    """Return the line with the cells of `term`, and the cells behind ours as they were."""
    text = line.removeprefix(_BOM)
    body = text.rstrip(b"\r\n")
    row = format_row(term).encode()
    unknown = body.split(b"\t")[len(COLUMNS) :]
    if unknown:
        padding = b"\t" * (len(COLUMNS) - 1 - row.count(b"\t"))
        row = b"\t".join((row + padding, *unknown))
    return line[: len(line) - len(text)] + row + text[len(body) :]
