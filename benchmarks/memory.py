"""A large translation memory: import, size on disk and look-up times, beside a look at every text.

The segments are real pairs. Where there are fewer than asked for, the first half of one source is joined with
the second half of another, and their targets likewise: words repeat more than in a real memory, which makes
the look-up harder. All come in through a TMX file, with neighbours. The queries are sources of the memory
with and without their neighbours, sources with one to three words replaced by words of other sources, and as
many words of the memory at random, which match nothing. The peer is `rapidfuzz.process.extractOne` over all
folded sources, held in memory, at the same threshold: it knows no words, so it finds some more.

    uv run python -m benchmarks.memory --segments 1000000
"""

from __future__ import annotations

import argparse
import lzma
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from translate.inline import Text
from translate.memory import Entry, Memory, Query, import_tmx, write_tmx
from translate.memory.similarity import fold

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "model" / "corpus" / "train.tsv.xz"
DATE = datetime(2026, 1, 1, tzinfo=UTC)
ARTICLE = 40
THRESHOLD = 75

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of look-up: sorted seconds of each, and how many found something."""

    name: str
    seconds: tuple[float, ...]
    found: int

    def at(self, share: float) -> float:
        """Return the milliseconds that a share of the look-ups stays below."""
        return 1000 * self.seconds[min(int(share * len(self.seconds)), len(self.seconds) - 1)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--segments", type=int, default=1_000_000, help="default 1,000,000")
    parser.add_argument("--queries", type=int, default=1000, help="of each kind (default 1000)")
    parser.add_argument("--peer-queries", type=int, default=20, help="of each kind (default 20)")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="TSV.xz: origin, source, target")
    parser.add_argument("--seed", type=int, default=1, help="of what is drawn (default 1)")
    options = parser.parse_args()

    if not options.corpus.exists():
        parser.error(f"{options.corpus} is not there: name one with --corpus")
    draw = random.Random(options.seed)
    real = read(options.corpus, options.segments)
    made = options.segments - len(real)
    print(f"{options.segments:,} segments: {len(real):,} real pairs, {made:,} made of halves of two")
    with tempfile.TemporaryDirectory() as folder:
        tmx, path = Path(folder) / "all.tmx", Path(folder) / "en-uk.sqlite"
        write_tmx(tmx, entries(real, options.segments, draw), "en", "uk")
        own = peak_mb()
        start = time.perf_counter()
        with Memory.open(path, "en", "uk", create=True) as memory:
            done = import_tmx(memory, tmx)
        seconds = time.perf_counter() - start
        size, source = path.stat().st_size / 1e6, tmx.stat().st_size / 1e6
        print(f"import: {seconds:.0f} s, {done.added.new / seconds:,.0f} segments/s,", end=" ")
        print(f"{peak_mb():.0f} MB at the peak ({own:.0f} MB before it)")
        print(f"on disk: {size:.0f} MB (the TMX file: {source:.0f} MB)\n")
        start = time.perf_counter()
        with Memory.open(path, "en", "uk", read_only=True) as memory:
            print(f"open: {1000 * (time.perf_counter() - start):.1f} ms\n")
            asked = queries(memory, real, options.queries, draw)
            rows = [measure(name, each, lookup(memory)) for name, each in asked.items()]
            choices = [fold(entry.source.text) for entry in memory.entries()]
        few = {name: each[: options.peer_queries] for name, each in asked.items()}
        peers = [measure(name, each, brute_force(choices)) for name, each in few.items()]
    print_table(rows, peers)


def peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def read(path: Path, most: int) -> list[Pair]:
    """Return at most so many pairs with different sources."""
    pairs: dict[str, str] = {}
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            cells = line.rstrip("\n").split("\t")
            if len(cells) == 3 and cells[1].strip() and len(pairs) < most:
                pairs.setdefault(cells[1].strip(), cells[2].strip())
    return list(pairs.items())


def entries(real: Sequence[Pair], count: int, draw: random.Random) -> Iterator[Entry]:
    """Yield so many entries in articles of forty."""
    previous = ""
    pairs = segments(real, count, draw)
    pair: Pair | None = next(pairs)
    number = 0
    while pair is not None:
        following = next(pairs, None)
        first, last = number % ARTICLE == 0, number % ARTICLE == ARTICLE - 1
        yield Entry(
            Text(pair[0]),
            Text(pair[1]),
            "" if first else previous,
            "" if last or following is None else following[0],
            f"articles/{number // ARTICLE}.txt",
            f"{number % ARTICLE + 1}-1",
            "OmegaT 3.6",
            DATE,
        )
        previous, pair = pair[0], following
        number += 1


def segments(real: Sequence[Pair], count: int, draw: random.Random) -> Iterator[Pair]:
    """Yield the real pairs, then halves of two of them joined."""
    yield from real
    for _ in range(count - len(real)):
        one, other = draw.choice(real), draw.choice(real)
        source, target = (joined(a, b) for a, b in zip(one, other, strict=True))
        yield source, target


def joined(one: str, other: str) -> str:
    head, tail = one.split(), other.split()
    return " ".join([*head[: (len(head) + 1) // 2], *tail[len(tail) // 2 :]])


def queries(memory: Memory, real: Sequence[Pair], count: int, draw: random.Random) -> dict[str, list[Query]]:
    """Return the queries of each kind."""
    places = sorted(draw.sample(range(len(real)), count))
    wanted = set(places)
    known = [entry for number, entry in enumerate(memory.entries()) if number in wanted]

    def word() -> str:
        return draw.choice(draw.choice(real)[0].split())

    def changed(text: str, times: int) -> Query:
        words = text.split()
        for _ in range(times):
            words[draw.randrange(len(words))] = word()
        return Query(Text(" ".join(words)))

    kinds = {
        "in context": [Query(entry.source, entry.previous, entry.following) for entry in known],
        "exact": [Query(entry.source, "elsewhere") for entry in known],
    }
    for times in (1, 2, 3):
        name = f"{times} word{'s' * (times > 1)} changed"
        kinds[name] = [changed(entry.source.text, times) for entry in known]
    kinds["words at random"] = [
        Query(Text(" ".join(word() for _ in entry.source.text.split()))) for entry in known
    ]
    return kinds


def lookup(memory: Memory) -> Callable[[Query], bool]:
    return lambda query: bool(memory.lookup(query.source, query.previous, query.following))


def brute_force(choices: Sequence[str]) -> Callable[[Query], bool]:
    def find(query: Query) -> bool:
        text = fold(query.source.text)
        scorer, cutoff = Levenshtein.normalized_similarity, THRESHOLD / 100
        return process.extractOne(text, choices, scorer=scorer, score_cutoff=cutoff) is not None

    return find


def measure(name: str, asked: Sequence[Query], find: Callable[[Query], bool]) -> Row:
    seconds = []
    found = 0
    for query in asked:
        start = time.perf_counter()
        found += find(query)
        seconds.append(time.perf_counter() - start)
    return Row(name, tuple(sorted(seconds)), found)


def print_table(rows: Sequence[Row], peers: Sequence[Row]) -> None:
    """Print the times of each kind, and the ratio of the medians."""
    print("| look-up | found | p50, ms | p99, ms | most, ms | every text, p50, ms | ratio |")
    print("|---|---|---|---|---|---|---|")
    for row, peer in zip(rows, peers, strict=True):
        found = f"{100 * row.found / len(row.seconds):.0f} %"
        times = " | ".join(f"{row.at(share):.2f}" for share in (0.5, 0.99, 1))
        slower = peer.at(0.5)
        print(f"| {row.name} | {found} | {times} | {slower:.0f} | {slower / row.at(0.5):.0f}× |")


if __name__ == "__main__":
    main()
