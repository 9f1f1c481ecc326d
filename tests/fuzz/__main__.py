"""`python -m tests.fuzz [READER …] --inputs 10000`: many inputs made by Hypothesis; prints a table."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzz.harness import HEAD, Tally, bound_memory, outcome, refuse_network
from tests.fuzz.seeds import seeds
from tests.fuzz.strategies import inputs
from tests.fuzz.targets import TARGETS


def main() -> int:
    """Fuzz the readers that are named, else all of them; 1 when an input fails."""
    options = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    options.add_argument(
        "reader", nargs="*", choices=[*TARGETS, []], metavar="READER", help=", ".join(TARGETS)
    )
    options.add_argument("--inputs", type=int, default=10_000, help="for each reader")
    options.add_argument("--seed", type=int, default=0, help="another number makes other inputs")
    options.add_argument("--found", type=Path, help="folder for the smallest inputs that fail")
    said = options.parse_args()
    refuse_network()
    bound_memory()
    found = said.found or Path(tempfile.mkdtemp(prefix="fuzz-found-"))
    failed = False
    print(HEAD)
    for reader in said.reader or TARGETS:
        tally = run(reader, said.inputs, said.seed)
        print(tally.row(), flush=True)
        for line in tally.save(found):
            print(line, flush=True)
        failed = failed or bool(tally.failures)
    return int(failed)


def run(reader: str, count: int, number: int) -> Tally:
    """Give `count` inputs to a reader and go on after a failure; the same number makes the same inputs."""
    outcome(reader, seeds(reader)[0])  # the modules of a reader are loaded with its first input
    tally = Tally(reader)
    examples = settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    seed(number)(examples(given(inputs(reader))(tally.count)))()
    return tally


if __name__ == "__main__":
    sys.exit(main())
