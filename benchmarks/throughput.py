"""Target tokens per second of this tool's engine against Argos Translate's way of calling the same model.

The peer is not `argostranslate.translate` itself, which would bring stanza, spaCy and torch, but its calls
reproduced exactly (argostranslate 1.11, `CachedTranslation`, `PackageTranslation.hypotheses` and
`apply_packaged_translation`): one `translate_batch` per paragraph with its sentences, `max_batch_size=32`,
`batch_type="tokens"`, beam 4, length penalty 0.2, one hypothesis, `compute_type="auto"`, `inter_threads=1`,
`intra_threads=0`. Both sides get the same paragraphs and sentences; splitting is not timed, tokenizing is.

    uv run python -m benchmarks.throughput seeds/*.txt

With `--sweep` the choice of `translate models tune` is compared with every setting of a grid.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from translate.engine import (
    ArgosEngine,
    EngineOptions,
    InstalledPackage,
    calibrated,
    find,
    normalise,
    read_package,
    threads,
)
from translate.engine.tokenizers import Tokenizer, load_tokenizer

FLORES = Path(__file__).resolve().parents[2] / "shared" / "eval" / "flores-dev.en"
SEEDS = Path(__file__).resolve().parents[1] / "seeds"

Paragraphs = list[list[str]]


@dataclass(frozen=True, slots=True)
class Row:
    """One way of drafting all the text: least seconds and target tokens."""

    name: str
    seconds: float
    tokens: int

    @property
    def speed(self) -> float:
        """Target tokens per second."""
        return self.tokens / self.seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="text files (default: FLORES dev, else seeds/)")
    parser.add_argument("--lines", type=int, default=200, help="read this many lines in all (default 200)")
    parser.add_argument("--repeat", type=int, default=3, help="measure so often, take the best (default 3)")
    parser.add_argument("--beam", type=int, default=4, help="beam size of both sides (default 4)")
    parser.add_argument("--model", type=Path, help="package folder (default: the one for en → uk)")
    parser.add_argument("--levers", action="store_true", help="also measure batch sizes, threads, n-best")
    parser.add_argument("--sweep", action="store_true", help="compare the calibrated choice with a grid")
    options = parser.parse_args()

    package = read_package(options.model) if options.model else find("en", "uk")
    if package is None:
        parser.error("no package for en → uk")
    tokenizer = load_tokenizer(package.path, package.from_code, package.to_code)
    paragraphs = read(options.files or default_files(), options.lines, package)
    sentences = sum(map(len, paragraphs))
    print(f"{package.pair} {package.version}: {len(paragraphs)} paragraphs, {sentences} sentences,", end=" ")
    inter, intra = threads()
    print(f"beam {options.beam}, {inter} × {intra} threads, best of {options.repeat}")
    print("Peer: the calls of argostranslate.translate 1.11, reproduced (not the package with torch)\n")

    # The two sides take turns, so that another load on the machine meets both.
    rows = alternately(
        {
            "argostranslate's calls": peer(package, options.beam),
            "this engine": ours(package, EngineOptions(beam=options.beam)),
        },
        paragraphs,
        tokenizer,
        options.repeat,
    )
    print_table(rows)
    if options.levers:
        print("\nLevers of this engine (ratios to its first row)\n")
        ways = levers(package, options.beam)
        print_table(alternately(ways, paragraphs, tokenizer, options.repeat))
    if options.sweep:
        print("\nThe calibrated choice and a grid (ratios to the choice)\n")
        rows = alternately(sweep(package, options.beam), paragraphs, tokenizer, options.repeat)
        print_table(rows)
        best = max(rows[1:], key=lambda row: row.speed)
        print(f"\nThe choice has {rows[0].speed / best.speed:.1%} of the best of the grid ({best.name})")


def default_files() -> list[Path]:
    return [FLORES] if FLORES.exists() else sorted(SEEDS.glob("*.txt"))


def read(files: Sequence[Path], lines: int, package: InstalledPackage) -> Paragraphs:
    """Return the paragraphs (lines) as lists of sentences, normalised as the package wants them."""
    import sentencex

    text = [line for path in files for line in path.read_text(encoding="utf-8-sig").splitlines()]
    paragraphs: Paragraphs = []
    for line in [line for line in text if line.strip()][:lines]:
        split = [str(part) for part in sentencex.segment(package.from_code, line)]
        plain = [normalise(part, straight=package.normalise) for part in split]
        paragraphs.append([part for part in plain if any(map(str.isalpha, part))])
    return [paragraph for paragraph in paragraphs if paragraph]


def peer(package: InstalledPackage, beam: int) -> Callable[[Paragraphs], list[str]]:
    """Return Argos's way of drafting: paragraph by paragraph."""
    import ctranslate2

    translator = ctranslate2.Translator(
        str(package.path / "model"), device="cpu", inter_threads=1, intra_threads=0, compute_type="auto"
    )
    tokenizer = load_tokenizer(package.path, package.from_code, package.to_code)
    prefix = package.target_prefix

    def draft(paragraphs: Paragraphs) -> list[str]:
        drafts: list[str] = []
        for sentences in paragraphs:
            tokenized = [list(tokenizer.encode(sentence).pieces) for sentence in sentences]
            batches = translator.translate_batch(
                tokenized,
                target_prefix=[[prefix]] * len(tokenized) if prefix else None,
                replace_unknowns=True,
                max_batch_size=32,
                batch_type="tokens",
                beam_size=beam,
                num_hypotheses=1,
                length_penalty=0.2,
                return_scores=True,
            )
            pieces = [piece for batch in batches for piece in batch.hypotheses[0]]
            drafts.append(tokenizer.decode(pieces).text)
        return drafts

    return draft


def ours(
    package: InstalledPackage, options: EngineOptions, *, hypotheses: int = 1
) -> Callable[[Paragraphs], list[str]]:
    """Return this engine's way of drafting: everything in one call, scores and alignment included."""
    # The same text is drafted in every round: nothing may be remembered.
    engine = ArgosEngine(package, replace(options, draft_cache=0))

    def draft(paragraphs: Paragraphs) -> list[str]:
        texts = [sentence for paragraph in paragraphs for sentence in paragraph]
        return [best[0].text for best in engine.draft(texts, hypotheses=hypotheses)]

    return draft


def levers(package: InstalledPackage, beam: int) -> dict[str, Callable[[Paragraphs], list[str]]]:
    inter, intra = threads()
    cores = inter * intra
    usual = EngineOptions(beam=beam)
    ways = {"as above": ours(package, usual), "4 hypotheses": ours(package, usual, hypotheses=4)}
    for size in (64, 128, 512, 1024, 2048):
        ways[f"batches of {size} tokens"] = ours(package, replace(usual, batch_tokens=size))
    one = replace(usual, inter_threads=1)
    ways[f"1 batch at a time on {cores} threads"] = ours(package, replace(one, intra_threads=cores))
    ways["1 batch at a time on 1 thread"] = ours(package, replace(one, intra_threads=1))
    for other in (1, 2, 8):
        ways[f"beam {other}"] = ours(package, EngineOptions(beam=other))
    return ways


def sweep(package: InstalledPackage, beam: int) -> dict[str, Callable[[Paragraphs], list[str]]]:
    """Return the calibrated choice, first, and the settings of the grid: threads times batch sizes."""
    usual = EngineOptions(beam=beam)
    chosen = calibrated(package, usual)
    named = "calibrated" if chosen != usual else "default (no calibration)"
    ways = {named: ours(package, chosen)}
    inter, intra = threads()
    cores = inter * intra
    for at_once in sorted({cores, max(1, cores // 2), 1}, reverse=True):
        split = replace(usual, inter_threads=at_once, intra_threads=cores // at_once)
        for size in (64, 128, 256, 512, 1024, 2048):
            name = f"{at_once} × {cores // at_once}, batches of {size} tokens"
            ways[name] = ours(package, replace(split, batch_tokens=size))
    return ways


def alternately(
    ways: dict[str, Callable[[Paragraphs], list[str]]],
    paragraphs: Paragraphs,
    tokenizer: Tokenizer,
    repeat: int,
) -> list[Row]:
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    tokens: dict[str, int] = {}
    for draft in ways.values():
        draft(paragraphs[:2])
    for _ in range(repeat):
        for name, draft in ways.items():
            start = time.perf_counter()
            drafts = draft(paragraphs)
            seconds[name].append(time.perf_counter() - start)
            tokens[name] = sum(tokenizer.count(text) for text in drafts)
    return [Row(name, min(seconds[name]), tokens[name]) for name in ways]


def print_table(rows: Sequence[Row]) -> None:
    """Print tokens per second and their ratio to the first row."""
    width = max(len(row.name) for row in rows)
    print(f"{'':{width}}  {'seconds':>8}  {'target tokens':>13}  {'tokens/s':>8}  {'ratio':>6}")
    for row in rows:
        ratio = row.speed / rows[0].speed
        print(f"{row.name:{width}}  {row.seconds:8.2f}  {row.tokens:13}  {row.speed:8.0f}  {ratio:5.2f}×")


if __name__ == "__main__":
    main()
