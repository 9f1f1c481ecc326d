"""`translate glossary check`: what is wrong, or likely to go wrong, in glossary files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from translate import languages
from translate.errors import GlossaryError
from translate.glossary.common import common
from translate.glossary.folding import spelling
from translate.glossary.model import Term
from translate.glossary.tsv import COLUMNS, identity, numbered_rows, parse_row

Severity = Literal["error", "warning"]

_LETTERS = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_RUSSIAN = re.compile("[ЁЪЫЭёъыэ]")
# Latin letters that a Cyrillic one looks like.
_LOOKALIKE = re.compile("[ABCEHIKMOPTXYaceiopxy]+")
_STRAIGHT = re.compile(r"(?<=\w)['`´ʼ‘](?=\w)")
_SOURCE, _TARGET, _FORBIDDEN, _FORMS = 1, 2, 7, 8


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at a line and a column (cells counted from 1); `rule` is the name of what it breaks."""

    path: Path
    line: int
    column: int
    severity: Severity
    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class _Row:
    path: Path
    line: int
    cells: tuple[str, ...]
    term: Term

    @property
    def kept(self) -> bool:
        """Whether the row says "do not translate": the target is the source."""
        return self.term.source == self.term.target


def audit(paths: Sequence[Path], source_language: str, target_language: str) -> tuple[Fault, ...]:
    """Return the faults of glossary files that are used together, the first file winning, in order of place.

    The languages are BCP 47 codes: English sources are compared with common words, Ukrainian targets are
    inflected and spelt by Ukrainian rules. A row whose target is its source is not to be translated, and no
    rule of the target language is put to it. Raises GlossaryError when a file cannot be read at all.
    """
    faults: list[Fault] = []
    rows = [row for path in paths for row in _rows(path, faults)]
    faults += _repeated(rows)
    faults += _forbidden_targets(rows)
    rules: list[_Rule] = [_spaces, _one_letter, _scripts]
    if languages.parse_code(source_language) == "en":
        rules.append(_common)
    if languages.parse_code(target_language) == "uk":
        rules += [_russian, _apostrophes, _gender, _inflection]
    for row in rows:
        for rule in rules:
            faults += rule(row)
    order = {path: number for number, path in enumerate(paths)}
    return tuple(sorted(faults, key=lambda fault: (order[fault.path], fault.line, fault.column)))


_Rule = Callable[[_Row], Iterator[Fault]]


def _rows(path: Path, faults: list[Fault]) -> Iterator[_Row]:
    """Yield the rows that can be read; the others become faults, and the next one is looked at."""
    try:
        with path.open("rb") as file:
            for line, text in numbered_rows(file):
                try:
                    term = parse_row(text, f"{path}:{line}")
                except GlossaryError as error:
                    faults.append(_broken(error, path, line))
                    continue
                yield _Row(path, line, tuple(text.split("\t")[: len(COLUMNS)]), term)
    except GlossaryError as error:
        faults.append(_broken(error, path, error.line or 1))
    except OSError as error:
        raise GlossaryError(
            f"cannot be read ({error.strerror or error})", path=path, hint="Check the --glossary option"
        ) from error


def _broken(error: GlossaryError, path: Path, line: int) -> Fault:
    message = f"{error.message}. {error.hint}" if error.hint else error.message
    return Fault(path, line, error.column or 1, "error", "row", message)


def _repeated(rows: Sequence[_Row]) -> Iterator[Fault]:
    """Find rows whose source an earlier row has: repeated, in conflict, or hidden by an earlier file."""
    known: dict[tuple[str, str], _Row] = {}
    stacked: dict[tuple[str, bool], _Row] = {}
    for row in rows:
        first = known.setdefault(identity(row.term), row)
        # Between files the case flag makes no two sources of one, as in `Glossary.load`.
        cased, lower = spelling(row.term.source)
        hider = stacked.setdefault((lower, cased == lower), row)
        if first is row and hider.path != row.path:
            first = hider
        if first is row:
            continue
        source, target = row.term.source, row.term.target
        where = f"line {first.line}" if first.path == row.path else f"{first.path}:{first.line}"
        if first.term.target == target:
            yield _fault(row, _SOURCE, "warning", "duplicate", f"`{source}` repeats {where}, which is used")
        else:
            message = f"`{source}` is `{target}` here and `{first.term.target}` in {where}"
            same = first.path == row.path
            yield _fault(
                row,
                _TARGET,
                "error" if same else "warning",
                "conflict",
                f"{message}: keep one" if same else f"{message}, which wins",
            )


def _forbidden_targets(rows: Sequence[_Row]) -> Iterator[Fault]:
    """Find forbidden targets that another row asks for: the two rows can never both be obeyed."""
    targets = {spelling(row.term.target)[1]: row for row in reversed(rows)}
    for row in rows:
        for forbidden in row.term.forbidden:
            if other := targets.get(spelling(forbidden)[1]):
                where = f"line {other.line}" if other.path == row.path else f"{other.path}:{other.line}"
                yield _fault(
                    row,
                    _FORBIDDEN,
                    "error",
                    "forbidden-target",
                    f"`{forbidden}` is forbidden here and is the target of `{other.term.source}` in {where}",
                )


def _spaces(row: _Row) -> Iterator[Fault]:
    for column, cell in enumerate(row.cells, 1):
        if cell != cell.strip():
            yield _fault(row, column, "warning", "spaces", f"`{cell}` begins or ends with a space")
        elif "  " in cell:
            yield _fault(row, column, "warning", "spaces", f"`{cell}` has two spaces in a row")


def _one_letter(row: _Row) -> Iterator[Fault]:
    if len(row.term.source) == 1:
        message = f"`{row.term.source}` is one character: it is matched only as written, and too often"
        yield _fault(row, _SOURCE, "warning", "one-letter", message)


def _common(row: _Row) -> Iterator[Fault]:
    if reason := common(row.term):
        hint = "add the words that stand beside it, as in a full name"
        yield _fault(row, _SOURCE, "warning", "common-word", f"{reason}: {hint}")


def _scripts(row: _Row) -> Iterator[Fault]:
    """Find words of two scripts, and Latin words among Cyrillic ones whose letters all look Cyrillic."""
    cells = [(_SOURCE, row.term.source)] if row.kept else [(_SOURCE, row.term.source), *_wanted(row)]
    for column, text in cells:
        for word in _LETTERS.findall(text):
            if _CYRILLIC.search(word) and (latin := _LATIN.findall(word)):
                letters = ", ".join(dict.fromkeys(latin))
                message = f"`{word}` mixes Cyrillic with the Latin letters {letters}"
                yield _fault(row, column, "error", "mixed-scripts", message)
            elif column != _SOURCE and _LOOKALIKE.fullmatch(word) and _CYRILLIC.search(text):
                message = f"`{word}` in `{text}` is Latin and looks Cyrillic"
                yield _fault(row, column, "error", "mixed-scripts", message)


def _russian(row: _Row) -> Iterator[Fault]:
    for column, text in _wanted(row):
        if letters := _RUSSIAN.findall(text):
            message = f"`{text}` has {', '.join(dict.fromkeys(letters))}, which Ukrainian has not"
            yield _fault(row, column, "error", "russian-letters", message)


def _apostrophes(row: _Row) -> Iterator[Fault]:
    for column, text in _wanted(row):
        if mark := _STRAIGHT.search(text):
            message = f"`{text}` has the apostrophe {mark[0]}; print has ’ (U+2019)"
            yield _fault(row, column, "warning", "apostrophe", message)


def _gender(row: _Row) -> Iterator[Fault]:
    if row.term.kind == "person" and not row.term.gender and not row.kept:
        message = f"`{row.term.target}` is a person without a gender: a surname is inflected by it"
        yield _fault(row, 5, "warning", "gender", message)


def _inflection(row: _Row) -> Iterator[Fault]:
    term = row.term
    if row.kept or term.forms or not _CYRILLIC.search(term.target) or _RUSSIAN.search(term.target):
        return
    paradigm = languages.get("uk").paradigm(term.target, kind=term.kind, gender=term.gender)
    if not paradigm.confident:
        guessed = ", ".join(f"{case}={paradigm.form(case)}" for case in ("gent", "datv", "ablt", "loct"))
        message = f"`{term.target}` is inflected by guess ({guessed}): write its forms"
        yield _fault(row, _FORMS, "warning", "inflection", message)


def _wanted(row: _Row) -> list[tuple[int, str]]:
    """Return the texts that the row wants to see in a draft, with their columns; none if it is kept."""
    if row.kept:
        return []
    return [(_TARGET, row.term.target), *((_FORMS, form) for _, form in row.term.forms)]


def _fault(row: _Row, column: int, severity: Severity, rule: str, message: str) -> Fault:
    return Fault(row.path, row.line, column, severity, rule, message)
