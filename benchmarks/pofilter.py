"""Times filters of the Translate Toolkit in the Python of its own environment; `benchmarks.checks` runs it.

    python -I pofilter.py FILE LANGUAGE REPEAT FILTER[,FILTER...]...

It is to see the package `translate` of the toolkit, not ours: `-I` keeps the current folder out of its path.
Prints JSON: for each filter, or group that is run at once, the seconds of the processor, those of the
best repeat for every thousand units, and the units in which it fired, counted from 0. A filter is run as
`pofilter` runs it, by `TeeChecker.run_filters` on each unit; reading the file and writing one are not
counted.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from typing import Any

PART = 1000


def main(path: str, language: str, repeat: int, filters: list[str]) -> None:
    checks: Any = importlib.import_module("translate.filters.checks")
    factory: Any = importlib.import_module("translate.storage.factory")
    version: Any = importlib.import_module("translate.__version__")
    units = [unit for unit in factory.getobject(path).units if not unit.isheader()]
    result: dict[str, Any] = {"version": version.sver, "units": len(units), "filters": {}}
    for names in filters:
        checker = checks.TeeChecker(
            checkerconfig=checks.CheckerConfig(targetlanguage=language),
            limitfilters=names.split(","),
            checkerclasses=[checks.StandardChecker, checks.StandardUnitChecker],
            languagecode=language,
        )
        best: dict[int, float] = {}
        fired: dict[int, list[bool]] = {}
        for start in [*range(0, len(units), PART)] * repeat:
            begin = time.process_time()
            found = [
                bool(checker.run_filters(unit, categorised=True)) for unit in units[start : start + PART]
            ]
            best[start] = min(time.process_time() - begin, best.get(start, float("inf")))
            fired[start] = found
        result["filters"][names] = {
            "seconds": sum(best.values()),
            "fired": [start + at for start, found in fired.items() for at, one in enumerate(found) if one],
        }
    json.dump(result, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4:])
