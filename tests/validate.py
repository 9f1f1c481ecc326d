"""Validate XLIFF files: `python -m tests.validate FOLDER [SCHEMA.xsd]`; exit 1 when one is wrong."""

from __future__ import annotations

import sys
from pathlib import Path

from lxml import etree

from tests import schemas
from tests.returned import units
from translate.protection import ANNOTATION_MARKS


def faults(path: Path, schema: etree.XMLSchema | None = None) -> list[str]:
    """Return what is wrong with the XLIFF file at `path`; empty when it is as it should be."""
    found = []
    if schema is not None and not schema.validate(etree.parse(path)):
        found += [f"{path}: {line}" for line in str(schema.error_log).splitlines()]
    drafted = units(path)
    if not drafted:
        found.append(f"{path}: no units")
    for unit in drafted:
        if not unit.target.strip():
            found.append(f"{path}: {unit.id}: empty target")
        if any(mark in unit.target for mark in ANNOTATION_MARKS):
            found.append(f"{path}: {unit.id}: annotation mark in the target")
    return found


def main() -> int:
    """Check every file, print the faults and the count; return the exit code."""
    folder = Path(sys.argv[1])
    schema = schemas.load(Path(sys.argv[2])) if len(sys.argv) > 2 else None
    files = sorted(folder.rglob("*.xlf"))
    found = [fault for path in files for fault in faults(path, schema)]
    print(
        "\n".join(
            [*found, f"{len(files)} files, {len(found)} faults{'' if schema else ' (no schema given)'}"]
        )
    )
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main())
