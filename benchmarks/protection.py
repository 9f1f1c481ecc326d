"""How many names and figures arrive, and how many are wrong without a flag: three routes on the same text.

    uv run python -m benchmarks.protection seeds/
    uv run python -m benchmarks.protection --pairs flores-dev.en flores-dev.uk

Routes: `annotated` (the package as it is), `plain` (its annotation switched off) and `raw` (the engine's
output with typography and no protection: what a tool without a ladder gives). Presence is judged here once
more from the finished target, not taken from the ladder's word. With a reference, the form of a term is
compared with the form that the reference has.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from translate import articles, engine, languages, protection, segments
from translate.articles import Article, Block
from translate.checks import Draft, run
from translate.engine import Engine, Hypothesis
from translate.figures import recognise, unmatched
from translate.glossary import Glossary, TermMatch, default_path
from translate.pipeline import Pipeline
from translate.preparation import Prepared, Settings
from translate.protection import Protected, Settled, Span

SOURCE, TARGET = "en", "uk"


@dataclass
class Tally:
    """What one route did on one text."""

    terms: int = 0
    terms_present: int = 0
    terms_flagged: int = 0
    terms_silent: int = 0
    compared: int = 0
    fitting: int = 0
    figures: int = 0
    figures_right: int = 0
    figures_flagged: int = 0
    figures_silent: int = 0
    segments: int = 0
    segments_flagged: int = 0
    steps: Counter[str] = field(default_factory=Counter)
    sample: list[str] = field(default_factory=list)


class Plain:
    """An engine that says it reads no annotations."""

    annotation = None

    def __init__(self, inner: Engine) -> None:
        self._inner = inner
        self.signature = inner.signature

    def draft(
        self,
        texts: Sequence[str],
        *,
        hypotheses: int = 1,
        part_tokens: int | None = None,
        avoid: Sequence[Sequence[str]] | None = None,
        progress: Callable[[int], None] | None = None,
    ) -> list[list[Hypothesis]]:
        """Draft with the engine inside."""
        return self._inner.draft(
            texts, hypotheses=hypotheses, part_tokens=part_tokens, avoid=avoid, progress=progress
        )


def read(paths: Sequence[Path]) -> Iterator[Prepared]:
    """Yield the articles below `paths`, segmented but not protected."""
    for found in articles.find(paths):
        article = articles.read(found.path)
        parts = segments.segment(article, SOURCE)
        yield Prepared(article, found.relative.as_posix(), parts, tuple(part.content for part in parts), ())


def sentences(path: Path) -> list[str]:
    """Return the lines of a file of sentences."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def measure(sources: Sequence[str], references: Sequence[str] | None, route: str, base: Engine) -> Tally:
    """Draft `sources` by a route and count."""
    files = [path for path in [default_path(SOURCE, TARGET)] if path]
    pipeline = Pipeline(
        base if route == "annotated" else Plain(base),
        Glossary.load(files, SOURCE, TARGET),
        Settings(SOURCE, TARGET),
    )
    article = Article(
        Path(route),
        "text",
        "utf-8",
        b"",
        tuple(Block(source) for source in sources),
        ("",) * (len(sources) + 1),
        "",
    )
    parts = tuple(segments.Segment(str(number), number, source) for number, source in enumerate(sources, 1))
    prepared = pipeline.preparation.prepare_segments(article, route, parts)
    if route == "raw":
        raw = base.draft([protection.engine_input(each, None).text for each in prepared.protected])
        language = languages.get(TARGET)
        settled = [Settled(language.typography(best[0].text), (), best[0].score) for best in raw]
    else:
        drafts = pipeline.draft(prepared)
        settled = [Settled(own.target.text, own.outcomes, own.score or 0.0) for own in drafts.values()]
    tally = Tally()
    for index, (protected, draft) in enumerate(zip(prepared.protected, settled, strict=True)):
        _count(tally, protected, draft, references[index] if references else None, route)
    return tally


def _count(tally: Tally, protected: Protected, draft: Settled, reference: str | None, route: str) -> None:
    terms = [span for span in protected.spans if span.term is not None]
    figures = [span.figure for span in protected.spans if span.figure is not None]
    found = run(
        Draft(
            protected.source,
            draft.target,
            SOURCE,
            TARGET,
            terms=tuple(TermMatch(s.start, s.end, s.term, s.possessive) for s in terms if s.term),
            figures=tuple(figures),
            accepted=tuple(span.accepted for span in terms),
        )
    )
    flagged = route != "raw" and (bool(found) or any(not outcome.settled for outcome in draft.outcomes))
    tally.segments += 1
    tally.segments_flagged += flagged
    tally.steps.update(outcome.how for outcome in draft.outcomes)
    places = protection.locate(draft.target, protected.spans, TARGET)
    flagged_spans = {outcome.span for outcome in draft.outcomes if not outcome.settled}
    for span, place in zip(protected.spans, places, strict=True):
        if span.term is None:
            continue
        tally.terms += 1
        tally.terms_present += place is not None
        tally.terms_flagged += span in flagged_spans
        tally.terms_silent += place is None and not flagged
        if place is not None and reference is not None:
            _compare(tally, span, draft.target[slice(*place)], protected, draft, reference)
    missing, _ = unmatched(figures, recognise(draft.target, TARGET))
    tally.figures += len(figures)
    tally.figures_right += len(figures) - len(missing)
    tally.figures_flagged += len(missing) if flagged else 0
    tally.figures_silent += 0 if flagged else len(missing)


def _compare(
    tally: Tally, span: Span, written: str, protected: Protected, draft: Settled, reference: str
) -> None:
    """Compare the case of a term with its case in the reference, where it stands there once."""
    (place,) = protection.locate(reference, [span], TARGET)
    if place is None or span.paradigm is None:
        return
    wanted = span.paradigm.cases_of(reference[slice(*place)].replace("'", "’"))
    ours = span.paradigm.cases_of(written.replace("'", "’"))
    if not wanted or not ours:
        return
    tally.compared += 1
    tally.fitting += bool(wanted & ours)
    tally.sample.append(
        f"{'same ' if wanted & ours else 'OTHER'} {span.text} → {written}"
        f"\n      {protected.source}\n      {draft.target}\n      {reference}"
    )


def table(name: str, tallies: dict[str, Tally]) -> str:
    """Return the figures as a Markdown table."""
    rows: list[tuple[str, Callable[[Tally], str]]] = [
        ("segments", lambda t: str(t.segments)),
        ("segments flagged", lambda t: _share(t.segments_flagged, t.segments)),
        ("term occurrences", lambda t: str(t.terms)),
        ("… present in some form", lambda t: _share(t.terms_present, t.terms)),
        ("… flagged", lambda t: _share(t.terms_flagged, t.terms)),
        ("… missing and not flagged", lambda t: str(t.terms_silent)),
        ("… same case as the reference", lambda t: _share(t.fitting, t.compared) if t.compared else "–"),
        ("figures", lambda t: str(t.figures)),
        ("… right", lambda t: _share(t.figures_right, t.figures)),
        ("… missing and flagged", lambda t: _share(t.figures_flagged, t.figures)),
        ("… missing and not flagged", lambda t: str(t.figures_silent)),
        ("settled by", lambda t: ", ".join(f"{k} {v}" for k, v in t.steps.most_common())),
    ]
    lines = [f"| {name} | " + " | ".join(tallies) + " |", "|---|" + "---|" * len(tallies)]
    lines += [f"| {label} | " + " | ".join(show(t) for t in tallies.values()) + " |" for label, show in rows]
    return "\n".join(lines)


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} % ({part})" if whole else "–"


def main() -> int:
    """Run the routes asked for and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("paths", nargs="*", type=Path, help="articles")
    parser.add_argument("--pairs", nargs=2, type=Path, help="a file of sentences and its reference")
    parser.add_argument("--routes", nargs="+", default=["annotated", "plain", "raw"])
    parser.add_argument("--sample", type=int, default=0, help="print so many compared terms")
    options = parser.parse_args()
    base = engine.engine_for(SOURCE, TARGET, None)
    texts: list[tuple[str, list[str], list[str] | None]] = []
    if options.paths:
        sources = [part.source for prepared in read(options.paths) for part in prepared.segments]
        texts.append((", ".join(map(str, options.paths)), sources, None))
    if options.pairs:
        texts.append((options.pairs[0].name, sentences(options.pairs[0]), sentences(options.pairs[1])))
    for name, sources, references in texts:
        tallies = {route: measure(sources, references, route, base) for route in options.routes}
        print(table(name, tallies), end="\n\n", flush=True)
        for tally in tallies.values():
            for line in random.Random(1).sample(tally.sample, min(options.sample, len(tally.sample))):
                print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
