"""Glossary files: tab-separated UTF-8 that OmegaT reads as is (source, target, note), then our columns.

Columns: source, target, note, kind, gender, case, forbidden, forms. Lines that start with `#` are comments.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import BinaryIO

from translate.errors import GlossaryError
from translate.glossary.folding import spelling
from translate.glossary.model import KINDS, Term

COLUMNS = ("source", "target", "note", "kind", "gender", "case", "forbidden", "forms")
GENDERS = ("masc", "femn", "neut", "plur")
CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct", "voct")
HEADER = "#" + "\t".join(COLUMNS)

_LONGEST_LINE = 1 << 20
_UNWRITABLE = "Write the term in another way"
# Control and bidirectional characters, and the invisible ones that make two equal-looking terms differ.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)


@dataclass(frozen=True, slots=True)
class GlossaryFile:
    """The terms of a file in their order, and what was put right while reading, one line each."""

    terms: tuple[Term, ...]
    warnings: tuple[str, ...]


def load(path: Path) -> tuple[Term, ...]:
    """Return the terms of the glossary file `path`; see `read`."""
    return read(path).terms


def read(path: Path) -> GlossaryFile:
    """Read a glossary file line by line.

    A row that repeats an earlier one is left out and named in `warnings`; a source of one character is
    taken for case-sensitive, and named there too. Raises GlossaryError with the line and the column (counted
    in cells, from 1) of the first broken row and the number of the others. Two rows that give one source two
    targets count as broken, unless one is case-sensitive or lower-case and the other is not.
    """
    try:
        with path.open("rb") as file:
            return collect(numbered_rows(file), path)
    except OSError as error:
        raise GlossaryError(
            f"cannot be read ({error.strerror or error})", path=path, hint="Check the --glossary option"
        ) from error


def collect(lines: Iterable[tuple[int, str]], path: Path, *, lenient: bool = False) -> GlossaryFile:
    """Return the terms of numbered rows, cells separated by tabs, that stand in the file `path`; see `read`.

    A lenient reader leaves broken rows and second targets of a source out and names them in `warnings`: for
    files of other tools, whose rules are not ours. Raises GlossaryError otherwise.
    """
    rows: dict[tuple[str, str], tuple[int, Term]] = {}
    warnings: list[str] = []
    first: GlossaryError | None = None
    broken = 0
    name = str(path)
    try:
        for number, line in lines:
            try:
                warning = _add(parse_row(line, f"{name}:{number}"), number, rows)
            except GlossaryError as error:
                if not lenient:
                    error.line = number
                    first = first or error
                    broken += 1
                    continue
                warning = f"{error.message}: left out"
            if warning:
                warnings.append(f"{name}:{number}: {warning}")
    except GlossaryError as error:
        error.path = path
        raise
    if first is not None:
        first.path = path
        others = broken - 1
        if others:
            first.message += f" (and {others} more broken row{'s' * (others > 1)})"
        raise first
    return GlossaryFile(tuple(term for _, term in rows.values()), tuple(warnings))


def dump(terms: Iterable[Term]) -> str:
    r"""Return the text of a glossary file with a header line; `load` gives the same terms, `origin` apart.

    >>> dump([Term("Kyiv", "Київ", kind="place", forbidden=("Києво", "Киев"))]).splitlines()[1]
    'Kyiv\tКиїв\t\tplace\t\t\tКиєво|Киев'

    Raises GlossaryError for a term that no row can hold: a tab or line break in a cell, `|` in a list.
    """
    return "\n".join([HEADER, *map(format_row, terms), ""])


def identity(term: Term) -> tuple[str, str]:
    """Return what two rows of one file must not share: the folded source, and which spellings it matches."""
    cased, lower = spelling(term.source)
    if term.case_sensitive:
        return lower, cased
    return lower, "lower" if cased == lower else ""


def numbered_rows(file: BinaryIO) -> Iterator[tuple[int, str]]:
    """Yield the number and the text of every row, comments and blank lines left out."""
    offset = 0
    number = 0
    while raw := file.readline(_LONGEST_LINE):
        number += 1
        if number == 1:
            if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
                raise GlossaryError("is UTF-16, not UTF-8", line=1, hint="Save it as UTF-8")
            if raw.startswith(b"\xef\xbb\xbf"):
                raw, offset = raw[3:], 3
        if len(raw) == _LONGEST_LINE:
            raise GlossaryError(
                f"a line of more than {_LONGEST_LINE:,} bytes", line=number, hint="This is no glossary file"
            )
        try:
            line = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            raise GlossaryError(
                f"byte 0x{raw[error.start]:02x} at offset {offset + error.start:,} is not UTF-8",
                line=number,
                column=raw.count(b"\t", 0, error.start) + 1,
                hint="Save the file as UTF-8",
            ) from error
        offset += len(raw)
        line = line.removesuffix("\n").removesuffix("\r")
        if line.strip() and not line.startswith("#"):
            yield number, line


def parse_row(row: str, origin: str) -> Term:
    """Return the term of a row, without its line end; raises GlossaryError with the column, line unknown."""
    refuse_invisible(row)
    cells = row.split("\t")
    if len(cells) < 2:
        raise _broken("is missing", 2, "A row needs a source and a target, separated by a tab")
    cells = [cell.strip() for cell in cells[: len(COLUMNS)]]
    cells += [""] * (len(COLUMNS) - len(cells))
    source, target, note, kind, gender, case, forbidden, forms = cells
    if not any(map(str.isalnum, source)):
        problem = f"`{source}` has no letter or figure to match" if source else "is empty"
        raise _broken(problem, 1, "Write the term here, or delete the row")
    if not target:
        raise _broken("is empty", 2, "Copy the source here if it stays as it is")
    if kind:
        _one_of(kind, KINDS, 4)
    if gender:
        _one_of(gender, GENDERS, 5)
    if case:
        _one_of(case, ("yes", "no"), 6)
    never = _forbidden(forbidden, target) if forbidden else ()
    irregular = _forms(forms) if forms else ()
    return Term(source, target, note, kind or "other", gender, case == "yes", never, irregular, origin)


def refuse_invisible(row: str) -> None:
    """Raise GlossaryError with the column of the first character of a row that nobody can see."""
    if bad := _INVISIBLE.search(row):
        column = row.count("\t", 0, bad.start()) + 1
        raise _broken(f"holds {_character(bad.group())}", column, "Delete the character")


def _forbidden(cell: str, target: str) -> tuple[str, ...]:
    never = tuple(map(str.strip, cell.split("|")))
    if "" in never:
        raise _broken("has an empty entry", 7, "Separate forbidden targets by one `|`")
    if spelling(target)[1] in [spelling(one)[1] for one in never]:
        raise _broken(
            f"forbids the row's own target `{target}`", 7, "Delete it here, or write another target"
        )
    return never


def _forms(cell: str) -> tuple[tuple[str, str], ...]:
    forms = []
    for part in cell.split("|"):
        case, equals, form = map(str.strip, part.partition("="))
        if not (case and equals and form):
            raise _broken(f"`{part}` is no form", 8, "Write it like `gent=Сум|loct=Сумах`")
        _one_of(case, CASES, 8)
        forms.append((case, form))
    return tuple(forms)


def _one_of(cell: str, allowed: tuple[str, ...], column: int) -> None:
    if cell in allowed:
        return
    meant = get_close_matches(cell.lower(), allowed, 1)
    raise _broken(
        f"`{cell}` is none of {', '.join(allowed)}",
        column,
        f"Did you mean `{meant[0]}`?" if meant else "Write one of them, or leave the cell empty",
    )


def _broken(message: str, column: int, hint: str) -> GlossaryError:
    name = COLUMNS[column - 1] if column <= len(COLUMNS) else "unknown"
    return GlossaryError(f"column {column} ({name}) {message}", column=column, hint=hint)


def _character(character: str) -> str:
    name = unicodedata.name(character, "a control character")
    return f"U+{ord(character):04X} ({name.lower()}), which nobody can see"


def _add(term: Term, number: int, rows: dict[tuple[str, str], tuple[int, Term]]) -> str:
    """Put `term` among the rows; return a warning, or "" when there is none."""
    warning = ""
    if len(term.source) == 1 and not term.case_sensitive:
        term = replace(term, case_sensitive=True)
        warning = f"`{term.source}` is one character: it is matched only as written"
    line, known = rows.setdefault(identity(term), (number, term))
    if known is term:
        return warning
    if known.target != term.target:
        raise _broken(
            f"`{term.source}` is `{term.target}` here and `{known.target}` on line {line}",
            2,
            "Keep one of the two rows",
        )
    return f"`{term.source}` repeats line {line}, which is used"


def format_row(term: Term) -> str:
    """Return the row of a term, without a line end; raises GlossaryError as `dump` does."""
    cells = (
        term.source,
        term.target,
        term.note,
        term.kind if term.kind != "other" else "",
        term.gender,
        "yes" if term.case_sensitive else "",
        "|".join(term.forbidden),
        "|".join(f"{case}={form}" for case, form in term.forms),
    )
    row = "\t".join(cells).rstrip("\t")
    try:
        if row.startswith("#") or "\n" in row:
            raise _broken("cannot begin with `#` or hold a line break", 1, _UNWRITABLE)
        if parse_row(row, term.origin) != term:
            raise _broken("does not survive being written as a row", 1, _UNWRITABLE)
    except GlossaryError as error:
        error.message = f"`{term.source}`: {error.message}"
        raise
    return row
