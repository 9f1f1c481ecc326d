"""`python -m tests.fuzz.run_atheris READER --runs 10000`: coverage leads the way to new inputs (atheris).

Needs the dependency group `fuzz`. Prints the line of the table; failures are collected and the run goes on.
"""

from __future__ import annotations

import argparse
import faulthandler
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path


def main() -> None:
    """Fuzz one reader; the exit code is 1 when an input fails."""
    # Here, not above: what counts is that our modules are first imported under its eyes.
    import atheris

    with atheris.instrument_imports(include=["translate"]):
        from tests.fuzz.harness import HEAD, LONGEST, SECONDS, Tally, outcome, refuse_network
        from tests.fuzz.seeds import seeds, words
        from tests.fuzz.targets import TARGETS

    options = argparse.ArgumentParser(prog="python -m tests.fuzz.run_atheris", description=__doc__)
    options.add_argument("reader", choices=TARGETS, metavar="READER", help=", ".join(TARGETS))
    options.add_argument("--runs", type=int, default=10_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--found", type=Path, help="folder for the smallest inputs that fail")
    said = options.parse_args()
    refuse_network()
    work = Path(tempfile.mkdtemp(prefix="fuzz-atheris-"))
    found = said.found or work / "found"
    with atheris.instrument_imports(include=["translate"]):
        # Formats are imported when they are first used.
        for data in seeds(said.reader):
            outcome(said.reader, data)
    tally = Tally(said.reader)

    def one_input(data: bytes) -> None:
        # C code cannot be interrupted: it is killed with a traceback.
        faulthandler.dump_traceback_later(3 * SECONDS, exit=True)
        tally.count(data)
        faulthandler.cancel_dump_traceback_later()
        if tally.inputs >= said.runs:
            # libFuzzer ends the process without Python's help, so this is the place to report.
            print(f"{HEAD}\n{tally.row()}", *tally.save(found), sep="\n", flush=True)
            os._exit(bool(tally.failures))

    flags = _flags(work, seeds(said.reader), words(said.reader))
    limits = [f"-max_len={LONGEST // 4}", f"-timeout={4 * SECONDS}", f"-seed={said.seed}"]
    atheris.Setup([sys.argv[0], *flags, *limits], one_input)
    atheris.Fuzz()


def _flags(work: Path, seeds: Iterable[bytes], words: Iterable[bytes]) -> list[str]:
    """Return libFuzzer's flags: a corpus in `work` that may grow, a dictionary, less talk."""
    corpus = work / "corpus"
    corpus.mkdir()
    for number, data in enumerate(seeds):
        (corpus / str(number)).write_bytes(data)
    dictionary = work / "words.dict"
    lines = ("".join(f"\\x{byte:02x}" for byte in word) for word in words if word)
    dictionary.write_text("".join(f'"{line}"\n' for line in lines), "ascii")
    return [str(corpus), f"-dict={dictionary}", "-rss_limit_mb=3000", "-verbosity=0", "-print_final_stats=0"]


if __name__ == "__main__":
    main()
