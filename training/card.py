"""The model card of an exported package: size, training, data with licences, scores, limits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from training.checkpoint import Position

_LIMITS = """\
The drafts are for review, never for publication as they are. Text far from the data above, long sentences
and rare words come out worst. Names and figures are proved by the tool, not by the model."""


def card(
    title: str,
    shape: Mapping[str, Any],
    position: Position,
    prepared: Mapping[str, Any],
    size: int,
    scores: Mapping[str, Any] | None,
    sources: str,
) -> str:
    """Return the card in Markdown; `size` is that of the package in bytes, `sources` tells of licences."""
    pairs = sum(prepared["kept"].values())
    parts = [
        f"# {title}",
        f"A Transformer with {shape['encoder']} encoder and {shape['decoder']} decoder layers, width "
        f"{shape['width']}, feed-forward {shape['inner']}, {shape['heads']} heads and a shared vocabulary of "
        f"{shape['vocabulary']:,} pieces; {size / 1e6:.0f} MB. It reads glossary annotations "
        "`｟source￨target lemma｠` and writes the target inflected.",
        "## Training",
        f"{position.step:,} steps, {position.pairs:,} pairs seen, {position.elapsed / 60:.0f} minutes; made "
        "with `training/` of this project. "
        f"{pairs:,} pairs, {prepared['annotated']:,} of them once more with annotations (word alignment: "
        f"{prepared['aligner']}).",
        "## Data",
        sources.strip() or _origins(prepared["kept"]),
        "## Scores",
        table(scores) if scores else "Not measured yet: `python -m training evaluate`.",
        "## Limits",
        _LIMITS,
    ]
    return "\n\n".join(parts) + "\n"


def table(scores: Mapping[str, Any]) -> str:
    """Return the scores of `evaluate` as a Markdown table, the two ways of drafting side by side."""
    ways: Mapping[str, Mapping[str, Any]] = scores["ways"]
    rows = [
        ("BLEU", *(f"{way['bleu']:.1f}" for way in ways.values())),
        ("chrF", *(f"{way['chrf']:.1f}" for way in ways.values())),
        ("glossary terms in a right form", *(_share(*way["terms"]) for way in ways.values())),
        ("… in the reference's form, where it has the term", *(_share(*w["fitting"]) for w in ways.values())),
        ("other names as the tool spells them", *(_share(*way["names"]) for way in ways.values())),
        ("figures with the right value", *(_share(*way["figures"]) for way in ways.values())),
        ("source words per second", *(f"{way['words_per_second']:.0f}" for way in ways.values())),
    ]
    lines = [
        f"| {scores['sentences']} sentences | {' | '.join(ways)} |",
        "|---|" + "---:|" * len(ways),
        *(f"| {' | '.join(row)} |" for row in rows),
        "",
        f"Model: `{scores['model']}`  ",
        f"BLEU: `{scores['bleu_signature']}`  ",
        f"chrF: `{scores['chrf_signature']}`",
    ]
    return "\n".join(lines)


def _origins(kept: Mapping[str, int]) -> str:
    rows = [f"| {origin} | {count:,} |" for origin, count in kept.items()]
    return "\n".join(["| origin | pairs |", "|---|---:|", *rows])


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} % ({part} of {whole})" if whole else "–"
