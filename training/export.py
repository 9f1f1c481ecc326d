"""From a checkpoint to an Argos package folder: CTranslate2 in int8, tokenizer, metadata, model card."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training import card, checkpoint, prepare
from training.checkpoint import Checkpoint
from training.corpus import MARKS
from training.errors import TrainingError, library
from translate.engine import InstalledPackage, read_package
from translate.engine.packages import SUMS, checksums
from translate.files import write_atomically

# Sinusoidal positions near the longest sentence of the training are seldom seen: a sixth is left unused.
_USED = 5 / 6


@dataclass(frozen=True, slots=True)
class Naming:
    """What the package says of itself; `title` heads its card."""

    version: str
    from_code: str = "en"
    from_name: str = "English"
    to_code: str = "uk"
    to_name: str = "Ukrainian"
    title: str = "English → Ukrainian"


def export(
    run: Path,
    prepared: Path,
    folder: Path,
    naming: Naming,
    *,
    scores: Mapping[str, Any] | None = None,
    sources: str = "",
    quantization: str = "int8",
) -> InstalledPackage:
    """Write the averaged weights of a run as a package into `folder`, which must not exist; return it.

    `scores` are those of `evaluate`, `sources` is Markdown on the data and its licences for the card. Raises
    TrainingError when there is no checkpoint, ModelError when the package could not be read back.
    """
    saved = checkpoint.load(run)
    if saved is None:
        raise TrainingError("has no checkpoint", path=run, hint="Train first: `python -m training train`")
    if folder.exists():
        raise TrainingError("exists", path=folder, hint="Choose another folder with --out")
    summary = prepare.summary(prepared)
    partial = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(partial, ignore_errors=True)
    (partial / "model").mkdir(parents=True)
    _convert(saved, prepared / prepare.VOCABULARY, partial / "model", quantization)
    shutil.copyfile(prepared / prepare.VOCABULARY, partial / prepare.VOCABULARY)
    metadata = {
        "package_version": naming.version,
        "argos_version": "1.11",
        "from_code": naming.from_code,
        "from_name": naming.from_name,
        "to_code": naming.to_code,
        "to_name": naming.to_name,
        "annotation": list(MARKS),
        "max_tokens": max(8, int(_USED * summary["recipe"]["longest"])),
    }
    text = json.dumps(metadata, ensure_ascii=False, indent=4) + "\n"
    write_atomically(partial / "metadata.json", text.encode())
    size = sum(path.stat().st_size for path in partial.rglob("*") if path.is_file())
    readme = card.card(naming.title, saved.shape, saved.position, summary, size, scores, sources)
    write_atomically(partial / "README.md", readme.encode())
    write_atomically(partial / SUMS, checksums(partial).encode())
    partial.rename(folder)
    return read_package(folder)


def _convert(saved: Checkpoint, vocabulary: Path, folder: Path, quantization: str) -> None:
    """Write the CTranslate2 model; its specification is filled here: no converter knows this network."""
    import ctranslate2
    from ctranslate2.specs import common_spec, transformer_spec
    from sentencepiece import SentencePieceProcessor

    processor = SentencePieceProcessor(model_file=str(vocabulary))
    pieces = [processor.id_to_piece(number) for number in range(processor.get_piece_size())]
    if len(pieces) != saved.shape["vocabulary"]:
        raise TrainingError(
            "is not the vocabulary of the run", path=vocabulary, hint="Give its --data folder"
        )
    shape, weights = saved.shape, {name: value.float().numpy() for name, value in saved.average.items()}
    spec = transformer_spec.TransformerSpec.from_config(
        (shape["encoder"], shape["decoder"]),
        shape["heads"],
        pre_norm=True,
        activation=common_spec.Activation.RELU,
        # The engine reads the alignment from one head of the last decoder layer.
        alignment_layer=-1,
        alignment_heads=1,
    )
    places = library("training.network").sinusoids(shape["positions"], shape["width"]).numpy()
    for name, side in (("encoder", spec.encoder), ("decoder", spec.decoder)):
        side.scale_embeddings = True
        embeddings = side.embeddings[0] if isinstance(side.embeddings, list) else side.embeddings
        embeddings.weight = weights["embedding.weight"]
        side.position_encodings.encodings = places
        _norm(side.layer_norm, weights, f"{name}_norm")
        for number, layer in enumerate(side.layer):
            _layer(layer, weights, f"{name}.{number}", decoder=name == "decoder")
    spec.decoder.projection.weight = weights["embedding.weight"]
    spec.decoder.projection.bias = weights["bias"]
    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(pieces)
    spec.config.unk_token, spec.config.bos_token, spec.config.eos_token = pieces[1:4]
    spec.config.decoder_start_token = pieces[2]
    spec.config.add_source_eos, spec.config.add_source_bos = True, False
    spec.validate()
    spec.optimize(quantization=None if quantization == "float32" else quantization)
    spec.save(str(folder))
    if not ctranslate2.contains_model(str(folder)):
        raise TrainingError("CTranslate2 wrote no model", path=folder, hint="Look for a full disk")


def _layer(layer: Any, weights: Mapping[str, Any], name: str, *, decoder: bool) -> None:
    _norm(layer.self_attention.layer_norm, weights, f"{name}.own.norm")
    _linear(layer.self_attention.linear[0], weights, f"{name}.own.query")
    _linear(layer.self_attention.linear[1], weights, f"{name}.own.output")
    if decoder:
        _norm(layer.attention.layer_norm, weights, f"{name}.source.norm")
        _linear(layer.attention.linear[0], weights, f"{name}.source.query")
        _linear(layer.attention.linear[1], weights, f"{name}.source.memory")
        _linear(layer.attention.linear[2], weights, f"{name}.source.output")
    _norm(layer.ffn.layer_norm, weights, f"{name}.feed.norm")
    _linear(layer.ffn.linear_0, weights, f"{name}.feed.inner")
    _linear(layer.ffn.linear_1, weights, f"{name}.feed.outer")


def _linear(spec: Any, weights: Mapping[str, Any], name: str) -> None:
    spec.weight, spec.bias = weights[f"{name}.weight"], weights[f"{name}.bias"]


def _norm(spec: Any, weights: Mapping[str, Any], name: str) -> None:
    spec.gamma, spec.beta = weights[f"{name}.weight"], weights[f"{name}.bias"]
