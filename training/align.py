"""Which word of the source became which word of the target: eflomal where it is installed, else built in.

eflomal (Östling and Tiedemann, 2016) samples a Bayesian model and takes minutes for a million pairs. The one
built in is IBM model 1 with a prior for the diagonal (Dyer et al., 2013): good enough to choose annotations,
in pure Python, for corpora of some ten thousand pairs.
"""

from __future__ import annotations

import importlib.util
import math
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from training.errors import TrainingError, library

Links = frozenset[tuple[int, int]]
"""Pairs of (index of a source token, index of a target token)."""

METHODS = ("eflomal", "built-in")
_TOKEN = re.compile(
    r"\d{1,3}(?: \d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,:]\d+)*"
    r"|'s(?!\w)|[^\W\d_]+(?:(?:-|'(?!s(?!\w)))[^\W\d_]+)*|[^\w\s]|\w+"
)
_ROUNDS = 5
_TENSION = 4.0
_UNSEEN = 1e-9


def tokens(text: str) -> list[re.Match[str]]:
    """Return the words, numbers and marks of a normalised text; a possessive `'s` is a token by itself.

    >>> [token.group() for token in tokens("Kyiv's 17,000 ex-soldiers")]
    ['Kyiv', "'s", '17,000', 'ex-soldiers']
    """
    return list(_TOKEN.finditer(text))


def default_method() -> str:
    """Return the better method of those that can run here."""
    return METHODS[0] if importlib.util.find_spec("eflomal") else METHODS[1]


def align(pairs: Sequence[tuple[str, str]], method: str) -> Iterator[Links]:
    """Yield the links of each pair of normalised texts that both directions agree on.

    Indices are those of `tokens`. Raises TrainingError when `method` is not installed.
    """
    sources = [[token.group().lower() for token in tokens(source)] for source, _ in pairs]
    targets = [[_stem(token.group()) for token in tokens(target)] for _, target in pairs]
    if method == "eflomal":
        return _eflomal(sources, targets)
    return _both_ways(sources, targets)


def _stem(word: str) -> str:
    # The target is the inflected side: endings only thin the counts out.
    word = word.lower()
    return word[:5] if len(word) > 6 else word[:4] if len(word) == 6 else word


def _eflomal(sources: Sequence[Sequence[str]], targets: Sequence[Sequence[str]]) -> Iterator[Links]:
    eflomal = library("eflomal")
    with tempfile.TemporaryDirectory() as folder:
        texts = [Path(folder, name) for name in ("source", "target")]
        links = [Path(folder, name) for name in ("forward", "reverse")]
        for path, side in zip(texts, (sources, targets), strict=True):
            lines = (" ".join(word.replace(" ", "_") for word in words) for words in side)
            path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        with texts[0].open(encoding="utf-8") as source, texts[1].open(encoding="utf-8") as target:
            eflomal.Aligner().align(
                source,
                target,
                links_filename_fwd=str(links[0]),
                links_filename_rev=str(links[1]),
                quiet=True,
            )
        with links[0].open() as forward, links[1].open() as reverse:
            written = [_parse(a) & _parse(b) for a, b in zip(forward, reverse, strict=True)]
    if len(written) != len(sources):
        raise TrainingError("eflomal did not align every pair", hint="Try --aligner built-in")
    return iter(written)


def _parse(line: str) -> Links:
    return frozenset((int(a), int(b)) for a, b in (link.split("-") for link in line.split()))


def _both_ways(sources: Sequence[Sequence[str]], targets: Sequence[Sequence[str]]) -> Iterator[Links]:
    forward = _one_way(sources, targets)
    reverse = _one_way(targets, sources)
    for there, back in zip(forward, reverse, strict=True):
        yield frozenset((i, j) for j, i in there if (i, j) in back)


def _one_way(givens: Sequence[Sequence[str]], words: Sequence[Sequence[str]]) -> Iterator[Links]:
    """Yield for each pair the (word, given) links in which every word has its likeliest given word."""
    table: dict[str, dict[str, float]] = {}
    for _ in range(_ROUNDS):
        counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for given, word in zip(givens, words, strict=True):
            for j, wanted in enumerate(word):
                shares = _shares(table, given, wanted, j, len(word))
                whole = sum(shares) or 1.0
                for said, share in zip(given, shares, strict=True):
                    counts[said][wanted] += share / whole
        table = {
            said: {wanted: count / sum(row.values()) for wanted, count in row.items()}
            for said, row in counts.items()
        }
    for given, word in zip(givens, words, strict=True):
        best: set[tuple[int, int]] = set()
        for j, wanted in enumerate(word):
            if shares := _shares(table, given, wanted, j, len(word)):
                best.add((j, max(range(len(shares)), key=shares.__getitem__)))
        yield frozenset(best)


def _shares(
    table: dict[str, dict[str, float]], given: Sequence[str], wanted: str, j: int, length: int
) -> list[float]:
    """Return the weight of each given word for the wanted one at place `j` of `length`."""
    shares: list[float] = []
    for i, said in enumerate(given):
        meaning = table.get(said, {}).get(wanted, _UNSEEN) if table else 1.0
        shares.append(meaning * math.exp(-_TENSION * abs(i / len(given) - j / length)))
    return shares
