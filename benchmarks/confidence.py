"""How well the confidence of a draft foretells its quality, and the constants of `translate/triage/model.py`.

    uv run python -m benchmarks.confidence flores-dev.en flores-dev.uk

The odd lines of the two files (sentences and their reference) are for fitting, the even ones for testing.
Quality is the chrF of the draft against the reference. Prints the table of the constants in use on the even
lines, and the constants that a fit to the odd lines gives.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, pstdev

from benchmarks.protection import SOURCE, TARGET, sentences
from translate import engine, segments
from translate.articles import Article, Block
from translate.checks import Finding
from translate.drafting import Draft
from translate.glossary import Glossary, default_path
from translate.pipeline import Pipeline
from translate.preparation import Settings
from translate.triage import Confidence, Features, confidence

_ORDER = 6
_BETA = 2
_RIDGE = 3.0
_ROUNDS = 200


@dataclass(frozen=True, slots=True)
class Sample:
    """A draft with all that its confidence is made of, and its chrF."""

    source: str
    draft: Draft
    findings: tuple[Finding, ...]
    chrf: float

    @property
    def confidence(self) -> Confidence:
        """What the constants in use give."""
        own = self.draft
        return confidence(
            self.source, own.target.text, self.features, own.outcomes, self.findings, complete=own.complete
        )

    @property
    def features(self) -> Features:
        """The figures of the draft."""
        assert self.draft.features is not None, "an engine drafted it"
        return self.draft.features


def chrf(draft: str, reference: str) -> float:
    """Return the chrF2 of a sentence (Popović 2015), as sacreBLEU 2.6.0 computes it: 6 letters, no words."""
    scores = []
    for order in range(1, _ORDER + 1):
        ours, theirs = _grams(draft, order), _grams(reference, order)
        if ours and theirs:
            scores.append((_share(ours, theirs), _share(theirs, ours)))
    if not scores:
        return 0.0
    precision, recall = (fmean(column) for column in zip(*scores, strict=True))
    weighted = _BETA**2 * precision + recall
    return 100 * (1 + _BETA**2) * precision * recall / weighted if weighted else 0.0


def samples(sources: Sequence[str], references: Sequence[str]) -> list[Sample]:
    """Draft the sources with the embedded package and glossary, check the drafts and compare them."""
    files = [path for path in [default_path(SOURCE, TARGET)] if path]
    pipeline = Pipeline(
        engine.engine_for(SOURCE, TARGET, None),
        Glossary.load(files, SOURCE, TARGET),
        Settings(SOURCE, TARGET),
    )
    blocks = tuple(Block(source) for source in sources)
    article = Article(Path("pairs"), "text", "utf-8", b"", blocks, ("",) * (len(blocks) + 1), "")
    parts = tuple(segments.Segment(str(number), number, source) for number, source in enumerate(sources, 1))
    prepared = pipeline.preparation.prepare_segments(article, "pairs", parts)
    drafts = pipeline.draft(prepared)
    return [
        Sample(
            protected.source,
            draft,
            pipeline.preparation.check(protected, draft.target.text),
            chrf(draft.target.text, reference),
        )
        for protected, draft, reference in zip(prepared.protected, drafts.values(), references, strict=True)
    ]


def fit(chosen: Sequence[Sample]) -> tuple[Features, Features]:
    """Return the mean of each feature and its weight: ridge regression on chrF, no weight below 0.

    The weights are those of expected chrF in standard deviations, so that the score spreads from 0 to 100.
    """
    columns = list(zip(*(_known(each.features) for each in chosen), strict=True))
    means, spreads = [fmean(column) for column in columns], [pstdev(column) for column in columns]
    normal = [
        [(value - mean) / spread for value in column]
        for column, mean, spread in zip(columns, means, spreads, strict=True)
    ]
    middle = fmean(each.chrf for each in chosen)
    rest = [each.chrf - middle for each in chosen]
    weights = [0.0] * len(columns)
    for _ in range(_ROUNDS):
        for index, column in enumerate(normal):
            pull = sum(a * b for a, b in zip(column, rest, strict=True)) + weights[index] * len(rest)
            new = max(pull / (len(rest) + _RIDGE), 0.0)
            rest = [a - (new - weights[index]) * b for a, b in zip(rest, column, strict=True)]
            weights[index] = new
    expected = [sum(w * x for w, x in zip(weights, row, strict=True)) for row in zip(*normal, strict=True)]
    spread = pstdev(expected)
    return Features(*means), Features(*(w / s / spread for w, s in zip(weights, spreads, strict=True)))


def table(name: str, chosen: Sequence[Sample]) -> str:
    """Return how score and bands stand to chrF, as Markdown."""
    scores = [each.confidence.score for each in chosen]
    quality = [each.chrf for each in chosen]
    lines = [
        f"{name}: {len(chosen)} drafts, mean chrF {fmean(quality):.1f}; score and chrF: Spearman "
        f"{correlation(ranks(scores), ranks(quality)):.3f}, Pearson {correlation(scores, quality):.3f}",
        "",
        "| band | share | mean chrF | worst quarter | best third | with an error |",
        "|---|---|---|---|---|---|",
    ]
    ordered = sorted(quality)
    worst, best = ordered[len(ordered) // 4], ordered[-(len(ordered) // 3)]
    for band in ("high", "medium", "low"):
        own = [each for each in chosen if each.confidence.band == band]
        if own:
            shares = (
                len(own) / len(chosen),
                fmean(each.chrf < worst for each in own),
                fmean(each.chrf >= best for each in own),
                fmean(any(finding.severity == "error" for finding in each.findings) for each in own),
            )
            share, low, high, errors = (f"{100 * part:.1f} %" for part in shares)
            mean = fmean(each.chrf for each in own)
            lines.append(f"| {band} | {share} ({len(own)}) | {mean:.1f} | {low} | {high} | {errors} |")
    return "\n".join(lines)


def alone(chosen: Sequence[Sample]) -> str:
    """Return the Spearman correlation of each feature alone with chrF."""
    quality = ranks([each.chrf for each in chosen])
    columns = zip(*(_known(each.features) for each in chosen), strict=True)
    return ", ".join(
        f"{name} {correlation(ranks(column), quality):.3f}"
        for name, column in zip(Features._fields, columns, strict=True)
    )


def correlation(left: Sequence[float], right: Sequence[float]) -> float:
    """Return Pearson's r of two columns."""
    a, b = fmean(left), fmean(right)
    together = fmean((x - a) * (y - b) for x, y in zip(left, right, strict=True))
    return together / (pstdev(left) * pstdev(right))


def ranks(values: Sequence[float]) -> list[float]:
    """Return the rank of each value, equal ones the mean of theirs: Pearson's r of ranks is Spearman's."""
    places: dict[float, list[int]] = {}
    for place, value in enumerate(sorted(values)):
        places.setdefault(value, []).append(place)
    return [fmean(places[value]) for value in values]


def _grams(text: str, order: int) -> Counter[str]:
    letters = "".join(text.split())
    return Counter(letters[i : i + order] for i in range(len(letters) - order + 1))


def _share(ours: Counter[str], theirs: Counter[str]) -> float:
    return (ours & theirs).total() / ours.total()


def _known(features: Features) -> Iterable[float]:
    return [0.0 if value is None else value for value in features]


def _show(name: str, features: Features) -> str:
    values = ", ".join(f"{key}={value:.3g}" for key, value in features._asdict().items())
    return f"{name} = Features({values})"


def main() -> int:
    """Draft, measure, fit and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("pairs", nargs=2, type=Path, help="a file of sentences and its reference")
    options = parser.parse_args()
    sources, references = map(sentences, options.pairs)
    drafted = samples(sources, references)
    fitting, testing = drafted[::2], drafted[1::2]
    print(table("Even lines, not fitted", testing), end="\n\n")
    print(f"Each figure alone, Spearman: {alone(testing)}")
    begin = time.perf_counter()
    for each in drafted:
        each.confidence  # noqa: B018 - a property that computes
    print(f"Time: {(time.perf_counter() - begin) / len(drafted) * 1e6:.0f} µs a draft", end="\n\n")
    typical, weights = fit(fitting)
    print("Fitted to the odd lines:")
    print(_show("TYPICAL", typical), _show("WEIGHTS", weights), sep="\n")
    scores = sorted(each.confidence.score for each in fitting)
    quarter, third = scores[len(scores) // 4], scores[-(len(scores) * 35 // 100)]
    print(f"With the constants in use the bands would begin at {quarter} and {third}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
