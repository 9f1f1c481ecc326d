"""From parallel text to token ids: clean, align, annotate, learn a vocabulary, encode."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from training import align, corpus, dataset, vocabulary
from training.annotate import annotate
from training.corpus import MARKS, Limits, Pair
from training.errors import TrainingError
from translate.files import write_atomically

DATA, VOCABULARY, SUMMARY = "pairs.npz", "sentencepiece.model", "prepared.json"
"""The files of a prepared folder."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """`annotated` is the share of pairs that get an annotated copy beside the plain one; `pieces` the size of
    the vocabulary; `longest` the most pieces of a sentence; `aligner` one of `align.METHODS`."""

    pieces: int = 24_000
    annotated: float = 0.5
    longest: int = 96
    aligner: str = field(default_factory=align.default_method)
    seed: int = 1
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What came of it: pairs read, dropped (by rule), kept, with annotations added, and encoded."""

    read: int
    dropped: dict[str, int]
    kept: dict[str, int]
    annotated: int
    encoded: int
    aligner: str


def prepare(
    files: Sequence[Path],
    folder: Path,
    recipe: Recipe | None = None,
    *,
    without: Sequence[Path] = (),
    say: Callable[[str], None] = lambda _: None,
) -> Prepared:
    """Write `pairs.npz`, `sentencepiece.model` and `prepared.json` into `folder`.

    `files` are read by `corpus.read`; no line of the text files `without` gets into the data. `say` is told
    what is being done. Raises TrainingError, or OutputError when the folder cannot be written.
    """
    recipe = recipe or Recipe()
    held_out = {line for path in without for line in _lines(path)}
    raw = [pair for path in files for pair in corpus.read(path)]
    pairs, dropped = corpus.clean(raw, recipe.limits, without=held_out)
    if not pairs:
        raise TrainingError("no pair is left to train on", hint="Read the reasons: `corpus.RULES`")
    say(f"{len(pairs)} of {len(raw)} pairs kept; aligning with the {recipe.aligner} aligner")
    rows = [*pairs, *_annotated(pairs, recipe)]
    say(f"{len(rows) - len(pairs)} annotated copies; learning {recipe.pieces} pieces")
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary.train_vocabulary(pairs, folder / VOCABULARY, size=recipe.pieces)
    encoded = list(_encoded(rows, folder / VOCABULARY, recipe.longest))
    dataset.save(dataset.pack(encoded, recipe.pieces), folder / DATA)
    by_rule: Counter[str] = Counter()
    for (_, rule), count in dropped.items():
        by_rule[rule] += count
    prepared = Prepared(
        len(raw),
        dict(by_rule.most_common()),
        dict(Counter(pair.origin for pair in pairs).most_common()),
        len(rows) - len(pairs),
        len(encoded),
        recipe.aligner,
    )
    content = {"recipe": asdict(recipe), **asdict(prepared)}
    write_atomically(folder / SUMMARY, json.dumps(content, ensure_ascii=False, indent=2).encode() + b"\n")
    return prepared


def summary(folder: Path) -> dict[str, Any]:
    """Return what `prepared.json` tells of a prepared folder; raises TrainingError when it is none."""
    try:
        content: dict[str, Any] = json.loads((folder / SUMMARY).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        hint = "Write it with `python -m training prepare`"
        raise TrainingError("is no prepared folder", path=folder, hint=hint) from error
    return content


def _annotated(pairs: Sequence[Pair], recipe: Recipe) -> Iterator[Pair]:
    """Yield copies with annotations of a share of the pairs; pairs that came with annotations have theirs."""
    rng = random.Random(recipe.seed)
    plain = [pair for pair in pairs if MARKS[0] not in pair.source]
    texts = [(pair.source, pair.target) for pair in plain]
    for pair, links in zip(plain, align.align(texts, recipe.aligner), strict=True):
        if rng.random() < recipe.annotated:
            source = annotate(pair.source, pair.target, links, rng)
            if source is not None:
                yield Pair(pair.origin, source, pair.target)


def _encoded(
    rows: Sequence[Pair], model: Path, longest: int
) -> Iterator[tuple[str, Sequence[int], Sequence[int]]]:
    from sentencepiece import SentencePieceProcessor

    processor = SentencePieceProcessor(model_file=str(model))
    for row in rows:
        source, target = processor.encode(row.source), processor.encode(row.target)
        if 0 < len(source) <= longest and 0 < len(target) <= longest:
            yield row.origin, source, target


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise TrainingError(f"cannot be read ({error})", path=path, hint="Give UTF-8 text") from error
