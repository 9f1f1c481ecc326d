"""The command line of the recipe: parses, calls one function, prints."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from training import align, card, evaluate, export, parts, prepare
from training import dataset as data
from training.corpus import Limits
from training.errors import TrainingError, library
from training.schedule import Budget, Schedule
from translate.errors import TranslateError
from translate.files import write_atomically

_MIB = 1 << 20


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0, 1 for a failure, 2 for a wrong call."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except TranslateError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    command = commands.add_parser("prepare", help="parallel text to token ids, with annotated copies")
    command.add_argument("files", nargs="+", type=Path, metavar="TSV", help="[origin,] source, target")
    command.add_argument("--out", type=Path, required=True, help="folder for the prepared data")
    command.add_argument("--without", type=Path, nargs="+", default=[], help="text to keep out of the data")
    command.add_argument("--vocabulary", type=int, default=24_000, help="pieces (default 24000)")
    command.add_argument("--annotate", type=float, default=0.5, help="share annotated (default 0.5)")
    command.add_argument("--longest", type=int, default=96, help="most pieces a sentence (default 96)")
    command.add_argument("--aligner", choices=align.METHODS, default=align.default_method())
    command.add_argument("--max-words", type=int, default=Limits().words)
    command.add_argument("--max-ratio", type=float, default=Limits().ratio)
    command.add_argument("--seed", type=int, default=1)
    command.set_defaults(run=_prepare)

    command = commands.add_parser("train", help="train, or go on training, for a budget")
    command.add_argument("data", type=Path, help="folder that `prepare` wrote")
    command.add_argument("--run-folder", type=Path, required=True, help="checkpoint and log")
    command.add_argument("--seconds", type=float, help="budget of all slices together")
    command.add_argument("--steps", type=int, help="budget in steps, alone or beside --seconds")
    command.add_argument("--slice", type=float, help="stop after so many seconds, to be continued")
    command.add_argument("--mixture", type=Path, help='JSON: {"main": {origin: weight}, "final": {…}}')
    for name, default in (("width", 512), ("inner", 2048), ("heads", 8), ("encoder", 8), ("decoder", 2)):
        command.add_argument(f"--{name}", type=int, default=default, help=f"default {default}")
    command.add_argument("--dropout", type=float, default=0.2)
    command.add_argument("--tokens", type=int, default=100_000, help="padded pieces a batch (default 100000)")
    command.add_argument("--rate", type=float, default=Schedule().peak)
    command.add_argument("--warmup", type=int, default=400, help="steps (default 400)")
    command.add_argument("--decay", type=float, default=0.25, help="last share of the budget (default 0.25)")
    command.add_argument("--smoothing", type=float, default=0.1)
    command.add_argument("--report", type=int, default=25, help="steps between two reports (default 25)")
    command.add_argument("--save-seconds", type=float, default=60.0)
    command.add_argument("--precision", choices=("auto", "bf16", "fp32"), default="auto")
    command.add_argument("--threads", type=int, help="of the processor (default: torch's choice)")
    command.add_argument("--seed", type=int, default=1)
    command.set_defaults(run=_train)

    command = commands.add_parser("export", help="a checkpoint to an Argos package folder")
    command.add_argument("run_folder", type=Path, help="folder that `train` wrote")
    command.add_argument("--data", type=Path, required=True, help="folder that `prepare` wrote")
    command.add_argument("--out", type=Path, required=True, help="the new package's folder")
    command.add_argument("--version", default="0.2", help="of the package (default 0.2)")
    command.add_argument("--scores", type=Path, help="JSON that `evaluate --json` wrote, for the card")
    command.add_argument("--sources", type=Path, help="Markdown on data and licences, for the card")
    command.add_argument("--quantization", choices=("int8", "float32"), default="int8")
    command.add_argument("--part-mib", type=float, help="cut the weights into parts of this size")
    command.set_defaults(run=_export)

    command = commands.add_parser("join", help="put the parts of a package's weights together")
    command.add_argument("package", type=Path)
    command.set_defaults(run=lambda options: print(parts.join(options.package)))

    command = commands.add_parser("evaluate", help="score a package against a reference translation")
    command.add_argument("source", type=Path, help="one sentence a line")
    command.add_argument("reference", type=Path)
    command.add_argument("--model", help="a package's name or folder (default: the preferred one)")
    command.add_argument("--from", dest="from_code", default="en")
    command.add_argument("--to", dest="to_code", default="uk")
    command.add_argument("--glossary", type=Path, nargs="+", help="default: the one of the pair")
    command.add_argument("--limit", type=int, help="only the first sentences")
    command.add_argument("--json", type=Path, help="write the scores here too")
    command.set_defaults(run=_evaluate)
    return parser


def _prepare(options: argparse.Namespace) -> None:
    recipe = prepare.Recipe(
        pieces=options.vocabulary,
        annotated=options.annotate,
        longest=options.longest,
        aligner=options.aligner,
        seed=options.seed,
        limits=Limits(words=options.max_words, ratio=options.max_ratio),
    )
    done = prepare.prepare(options.files, options.out, recipe, without=options.without, say=_say)
    dropped = ", ".join(f"{rule} {count}" for rule, count in done.dropped.items()) or "none"
    print(f"{done.read} pairs read; dropped: {dropped}")
    print(f"{done.encoded} sentences, {done.annotated} of them annotated copies, in {options.out}")


def _train(options: argparse.Namespace) -> None:
    budget = Budget(options.seconds, options.steps)
    library("torch")
    network, train = library("training.network"), library("training.train")
    prepared = data.load(options.data / prepare.DATA)
    shape = network.Shape(
        prepared.vocabulary,
        options.width,
        options.inner,
        options.heads,
        options.encoder,
        options.decoder,
        options.dropout,
    )
    plan = train.Plan(
        budget,
        Schedule(options.rate, options.warmup, options.decay),
        tokens=options.tokens,
        smoothing=options.smoothing,
        slice_seconds=options.slice,
        report=options.report,
        save_seconds=options.save_seconds,
        precision=options.precision,
        threads=options.threads,
        seed=options.seed,
        mixtures=_mixtures(options.mixture),
    )
    done = train.train(prepared, shape, plan, options.run_folder, say=lambda row: _say(json.dumps(row)))
    print("the budget is spent" if done else "paused: run the same command again to go on")


def _export(options: argparse.Namespace) -> None:
    library("torch")
    package = export.export(
        options.run_folder,
        options.data,
        options.out,
        export.Naming(options.version),
        scores=_json(options.scores) if options.scores else None,
        sources=_text(options.sources) if options.sources else "",
        quantization=options.quantization,
    )
    if options.part_mib:
        for path in parts.split(package.path, int(options.part_mib * _MIB)):
            print(path)
    print(package.path)


def _evaluate(options: argparse.Namespace) -> None:
    from translate.engine import engine_for
    from translate.glossary import Glossary, default_path

    pair = options.from_code, options.to_code
    sources, references = evaluate.read_pairs(options.source, options.reference, options.limit)
    files = options.glossary or [path for path in [default_path(*pair)] if path]
    engine = engine_for(*pair, options.model)
    scores = evaluate.evaluate(engine, sources, references, Glossary.load(files, *pair), pair).as_json()
    if options.json:
        text = json.dumps(scores, ensure_ascii=False, indent=2) + "\n"
        write_atomically(options.json, text.encode())
    print(card.table(scores))


def _mixtures(path: Path | None) -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Return the weights of the main and of the final phase; without a final mixture it is the main one."""
    if path is None:
        return {}, {}
    content = _json(path)
    main = content.get("main", {})
    sides = main, content.get("final", main)
    if not all(
        isinstance(side, dict) and all(isinstance(w, int | float) and w >= 0 for w in side.values())
        for side in sides
    ):
        hint = 'Write {"main": {origin: weight}, "final": {origin: weight}}'
        raise TrainingError("is no mixture", path=path, hint=hint)
    return sides


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TrainingError(f"cannot be read ({error})", path=path, hint="Give UTF-8 text") from error


def _json(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(_text(path))
    except ValueError as error:
        raise TrainingError(f"is no JSON ({error})", path=path, hint="Give a JSON file") from error
    if not isinstance(content, dict):
        raise TrainingError("is no JSON object", path=path, hint="Give a JSON file")
    return content


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
