"""What the size of a glossary costs: loading it, and finding its terms in an article.

uv run python -m benchmarks.glossary seeds/reconstruction-costs.txt
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from translate.glossary import Glossary, Term, default_path, dump, load

SIZES = (1_000, 10_000, 100_000)
SYLLABLES = (
    "ba",
    "de",
    "fi",
    "go",
    "hu",
    "ka",
    "le",
    "mi",
    "no",
    "pu",
    "ra",
    "se",
    "ti",
    "vo",
    "zu",
    "kro",
    "sta",
)


def terms(size: int) -> list[Term]:
    """Return so many made-up terms of one to three words, the real ones among them."""
    path = default_path("en", "uk")
    own = list(load(path))[:size] if path else []
    pick = random.Random(1)
    made: dict[str, Term] = {}
    while len(made) < size - len(own):
        words = ("".join(pick.choices(SYLLABLES, k=3)).capitalize() for _ in range(pick.randint(1, 3)))
        source = " ".join(words)
        made[source] = Term(source, f"Термін{len(made)}")
    return [*own, *made.values()]


def main() -> int:
    """Print a row a size: seconds to load, milliseconds to find in the article, ratio to the smallest."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("article", type=Path)
    parser.add_argument("--repeat", type=int, default=20)
    options = parser.parse_args()
    text = options.article.read_text(encoding="utf-8")
    first = 0.0
    print("| terms | load, s | find in one article, ms | ratio |\n|---|---|---|---|")
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "made.tsv"
            path.write_text(dump(terms(size)), encoding="utf-8")
            started = time.perf_counter()
            glossary = Glossary.load([path], "en", "uk")
            loading = time.perf_counter() - started
        best = min(_timed(glossary, text) for _ in range(options.repeat))
        first = first or best
        print(f"| {size:,} | {loading:.2f} | {1000 * best:.2f} | {best / first:.2f}× |")
    return 0


def _timed(glossary: Glossary, text: str) -> float:
    started = time.perf_counter()
    glossary.find(text)
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())
