"""XLIFF and TMX files, whichever tool has written them, as documents to check."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from translate import xliff
from translate.checking.find import TMX
from translate.checking.lengths import short_ones
from translate.checking.model import Bilingual, Item, Pair
from translate.errors import LanguageCodeError, MemoryFileError, TranslateError, XliffError, path_context
from translate.inline import Text
from translate.languages import parse_code
from translate.memory.tmxreader import Reading
from translate.xliff.parsing import load

DEFAULT: Pair = ("en", "uk")
"""The languages of a file that does not say its own, where the call does not either."""

# The states of a machine draft in XLIFF 1.2 and 2.
_DRAFTED = frozenset({"mt-suggestion", "translate:mt", "translate:flagged"})
_KINDS = frozenset({"headline", "paragraph", "list", "cell", "attribute"})
_SOME = 8


def read(
    files: Iterable[Path], source: str | None, target: str | None, errors: list[str]
) -> Iterator[Bilingual]:
    """Yield the documents in files; why one cannot be read is added to `errors`.

    `source` and `target` are languages (BCP 47) that win over those the file states; None leaves it to them.
    """
    for file in files:
        try:
            with path_context(file):
                if file.suffix.lower() in TMX:
                    yield _tmx(file, source, target)
                else:
                    yield from read_xliff(file, load(file), source, target)
        except TranslateError as error:
            errors.append(str(error))


def read_xliff(file: Path, data: bytes, source: str | None, target: str | None) -> Iterator[Bilingual]:
    """Yield the documents in the bytes of an XLIFF file. Raises XliffError, also for unknown languages."""
    digest = hashlib.sha256(data).hexdigest()
    for part, returned in enumerate(xliff.read(data)):
        drafts = returned.drafts or {}
        items, too_long = short_ones(
            _item(unit, drafts.get(unit.id)) for unit in returned.units if unit.translatable
        )
        yield Bilingual(
            file,
            "xliff",
            (
                _language(returned.source_language, source, "source", "--from"),
                _language(returned.target_language, target, "target", "--to"),
            ),
            items,
            part,
            returned.original,
            digest,
            (*returned.problems, *too_long),
        )


def _language(stated: str, wanted: str | None, side: str, option: str) -> str:
    if wanted is not None:
        return parse_code(wanted)
    if not stated:
        raise XliffError(f"states no {side} language", hint=f"Name it with {option}")
    try:
        return parse_code(stated)
    except LanguageCodeError as error:
        raise XliffError(
            f"its {side} language is unknown: {error.message}", hint=f"Name it with {option}"
        ) from error


def _item(unit: xliff.ReturnedUnit, draft: Text | None) -> Item:
    # Documents of ours say what a unit is part of: `3-1 paragraph 3`.
    words = unit.resname.split()
    kind = words[1] if len(words) == 3 and words[1] in _KINDS else ""
    machine = unit.qualifier in _DRAFTED and not xliff.is_reviewed(unit, draft)
    return Item(unit.id, unit.source, unit.target or Text(""), unit.line, unit.notes, kind, machine=machine)


def _tmx(file: Path, source: str | None, target: str | None) -> Bilingual:
    pair = parse_code(source or DEFAULT[0]), parse_code(target or DEFAULT[1])
    reading = Reading(file, *pair)
    items, too_long = short_ones(
        Item(str(reading.units), entry.source, entry.target, reading.line or None)
        for entry in reading.entries()
    )
    if not items and not too_long and not reading.faults and reading.languages:
        there = sorted(reading.languages)
        named = ", ".join(there[:_SOME]) + (" …" if len(there) > _SOME else "")
        raise MemoryFileError(
            f"has no units from {pair[0]} to {pair[1]}; its languages are {named}",
            hint="Choose two of them with --from and --to",
        )
    problems = [
        f"unit {fault.number} is left out: {fault.message}" + (f" (line {fault.line})" if fault.line else "")
        for fault in reading.faults
    ]
    if reading.broken:
        problems.append(reading.broken.removeprefix(f"{file}:"))
    return Bilingual(file, "tmx", pair, items, problems=(*problems, *too_long))
