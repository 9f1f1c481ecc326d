"""Glossaries as CSV (RFC 4180), the way to and from spreadsheets: UTF-8, a header, `,` or `;`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from translate.errors import GlossaryError
from translate.glossary.model import Term
from translate.glossary.tsv import COLUMNS, GlossaryFile, collect, format_row

_HINT = "Save it as CSV UTF-8"
_LONGEST_CELL = 1 << 20


def read_csv(path: Path) -> GlossaryFile:
    """Read a CSV glossary row by row; a byte order mark is fine.

    A first row that names `source` and `target` is the header: our columns are found by name, in any order,
    others are passed over with a warning. Without one, the columns are ours in our order, as OmegaT has them
    (source, target, note). The delimiter is the one that splits the first row best. Line breaks and tabs in
    a cell become spaces. Raises GlossaryError as `read` does; the column is the one of the file.
    """
    try:
        with path.open("rb") as raw:
            if raw.read(2) in (b"\xff\xfe", b"\xfe\xff"):
                raise GlossaryError("is UTF-16, not UTF-8", path=path, line=1, hint=_HINT)
        with path.open(encoding="utf-8-sig", newline="") as file:
            return _read(file, path)
    except UnicodeDecodeError as error:
        raise GlossaryError("is not UTF-8", path=path, line=_undecodable(path), hint=_HINT) from error
    except OSError as error:
        raise GlossaryError(
            f"cannot be read ({error.strerror or error})",
            path=path,
            hint="Check its name and its permissions",
        ) from error


def dump_csv(terms: Iterable[Term]) -> bytes:
    """Return the terms as CSV: all columns, a header, commas, CRLF, and the mark by which Excel knows UTF-8.

    Raises GlossaryError for a term that no row can hold, as `dump` does.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for term in terms:
        cells = format_row(term).split("\t")
        writer.writerow(cells + [""] * (len(COLUMNS) - len(cells)))
    return text.getvalue().encode("utf-8-sig")


def _read(file: TextIO, path: Path) -> GlossaryFile:
    # A cell may hold line breaks, so the first record need not be the first line; the header always is.
    delimiter = _delimiter(file.readline(_LONGEST_CELL))
    file.seek(0)
    rows = _rows(csv.reader(file, delimiter=delimiter, strict=True), path)
    _, first = next(rows, (0, []))
    names = [_name(name) for name in first]
    if not {"source", "target"} <= set(names):
        names = list(COLUMNS)
        file.seek(0)
        rows = _rows(csv.reader(file, delimiter=delimiter, strict=True), path)
        first = []
    unknown = [name for name in first if _name(name) not in COLUMNS]
    places = [names.index(column) if column in names else -1 for column in COLUMNS]
    try:
        result = collect(((line, _row(cells, places)) for line, cells in rows), path)
    except GlossaryError as error:
        _renumber(error, places)
        raise
    warnings = tuple(f"{path}:1: column `{name}` is not known and was passed over" for name in unknown)
    return GlossaryFile(result.terms, warnings + result.warnings)


def _rows(reader: Iterator[list[str]], path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the number of the line on which each record begins, and its cells; blank records are left out."""
    begins = 1
    try:
        with _long_cells():
            for cells in reader:
                if any(map(str.strip, cells)):
                    yield begins, cells
                begins = reader.line_num + 1  # type: ignore[attr-defined]
    except csv.Error as error:
        raise GlossaryError(f"is no CSV ({error})", path=path, line=begins, hint=_HINT) from error


@contextmanager
def _long_cells() -> Iterator[None]:
    """Let cells be longer than the module `csv` allows by itself (128 KiB), for as long as the block runs."""
    limit = csv.field_size_limit(_LONGEST_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(limit)


def _delimiter(line: str) -> str:
    """Return the delimiter that gives the header's names, else the one that gives more cells."""
    with _long_cells():
        found = {one: next(csv.reader([line], delimiter=one), []) for one in ",;\t"}
    named = {one: sum(_name(cell) in COLUMNS for cell in cells) for one, cells in found.items()}
    return max(found, key=lambda one: (named[one], len(found[one])))


def _name(cell: str) -> str:
    return cell.strip().removeprefix("#").lower()


def _row(cells: list[str], places: list[int]) -> str:
    """Return the cells as a row of our file: our columns in our order."""
    ours = (cells[place] if 0 <= place < len(cells) else "" for place in places)
    return "\t".join(" ".join(cell.replace("\t", " ").splitlines()) for cell in ours)


def _renumber(error: GlossaryError, places: list[int]) -> None:
    """Name the column of the CSV, not the one of our file."""
    if error.column is not None and error.column <= len(places) and places[error.column - 1] >= 0:
        ours, error.column = error.column, places[error.column - 1] + 1
        error.message = error.message.replace(f"column {ours} (", f"column {error.column} (", 1)


def _undecodable(path: Path) -> int | None:
    """Return the number of the first line that is not UTF-8."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                line.decode()
            except UnicodeDecodeError:
                return number
    return None
