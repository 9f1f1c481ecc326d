"""Times the filters of the Translate Toolkit, in the Python of its own environment; `benchmarks.checks` runs it.

    python -I pofilter.py FILE LANGUAGE REPEAT FILTER...

It is to see the package `translate` of the toolkit, not ours: `-I` keeps the current folder out of its path.
Prints JSON: for each filter, and for all at once under "", the seconds of the best repeat and the units in which
it fired, counted from 0. A filter is run as `pofilter` runs it (`TeeChecker.run_filters` on each unit); reading
the file and writing one are not counted.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from typing import Any


def main(path: str, language: str, repeat: int, filters: list[str]) -> None:
    checks: Any = importlib.import_module("translate.filters.checks")
    factory: Any = importlib.import_module("translate.storage.factory")
    version: Any = importlib.import_module("translate.__version__")
    units = [unit for unit in factory.getobject(path).units if not unit.isheader()]
    result: dict[str, Any] = {"version": version.sver, "units": len(units), "filters": {}}
    for names in [*([name] for name in filters), filters]:
        checker = checks.TeeChecker(
            checkerconfig=checks.CheckerConfig(targetlanguage=language),
            limitfilters=names,
            checkerclasses=[checks.StandardChecker, checks.StandardUnitChecker],
            languagecode=language,
        )
        best = float("inf")
        for _ in range(repeat):
            begin = time.perf_counter()
            fired = [bool(checker.run_filters(unit, categorised=True)) for unit in units]
            best = min(best, time.perf_counter() - begin)
        result["filters"]["" if names is filters else names[0]] = {
            "seconds": best,
            "fired": [index for index, found in enumerate(fired) if found],
        }
    json.dump(result, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4:])
