"""TMX files into a memory and out of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from translate.errors import MemoryFileError
from translate.memory.model import Added
from translate.memory.store import Memory
from translate.memory.tmx import write_tmx
from translate.memory.tmxreader import Fault, Reading

_BATCH = 10_000


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a TMX file: its units, those without the two languages, those that cannot be used.

    `broken` says where the file ends before its end, "" when it does not.
    """

    path: Path
    units: int
    added: Added
    other: int
    faults: tuple[Fault, ...]
    broken: str


def import_tmx(memory: Memory, path: Path) -> Imported:
    """Add the pairs of a TMX file that are in the languages of `memory`.

    They are written in batches: what was read before the process is killed stays, and a second import changes
    nothing in it. Raises MemoryFileError when the file has nothing for this memory, or as `Reading.entries`
    and `Memory.add` do.
    """
    reading = Reading(path, *memory.languages)
    entries = reading.entries()
    added = Added()
    while batch := list(islice(entries, _BATCH)):
        added += memory.add(batch)
    if reading.units and reading.units == reading.other:
        source, target = memory.languages
        has = ", ".join(f"`{language}`" for language in sorted(reading.languages)) or "no language"
        raise MemoryFileError(
            f"has no segment both in `{source}` and in `{target}`",
            path=path,
            hint=f"It has {has}: choose two with --from and --to",
        )
    return Imported(path, reading.units, added, reading.other, tuple(reading.faults), reading.broken)


def export_tmx(memory: Memory, path: Path) -> int:
    """Write all entries of `memory` as TMX 1.4b and return their number. Raises OutputError."""
    return write_tmx(path, memory.entries(), *memory.languages)
