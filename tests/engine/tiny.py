"""Small Argos packages made on the spot: real tokenizers, models whose answer is known beforehand.

All weights are zero but the output bias, so a model writes its best-biased tokens whatever it reads.
"""

from __future__ import annotations

import json
import shutil
import struct
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

SENTENCES = (
    "The mayor of the city spoke on Tuesday.",
    "Two people were hurt in the village, officials said.",
    "Мер міста виступив у вівторок.",
    "Двоє людей дістали поранення в селі, повідомили посадовці.",
    "Це місто, те місто і місто за містом.",
)
ENDS = {"</s>": 5.0}
NEVER_ENDS = {"</s>": -50.0}


def sentencepiece_package(
    folder: Path, bias: Mapping[str, float] | None = None, *, metadata: Mapping[str, Any] | None = None
) -> Path:
    """Make a package of the SentencePiece generation: text vocabulary, no `config.json`."""
    from sentencepiece import SentencePieceProcessor, SentencePieceTrainer

    folder.mkdir(parents=True)
    SentencePieceTrainer.train(
        sentence_iterator=iter(SENTENCES * 20),
        model_prefix=str(folder / "sentencepiece"),
        vocab_size=420,
        byte_fallback=True,
        user_defined_symbols=["｟", "￨", "｠", "_"],
        hard_vocab_limit=False,
        minloglevel=2,
    )
    (folder / "sentencepiece.vocab").unlink()
    processor = SentencePieceProcessor(model_file=str(folder / "sentencepiece.model"))
    vocabulary = [processor.id_to_piece(i) for i in range(processor.get_piece_size())]
    write_model(folder / "model", vocabulary, bias or {"▁місто": 4.0, **ENDS})
    make_old(folder / "model")
    return describe(folder, metadata)


def bpe_package(folder: Path, bias: Mapping[str, float] | None = None) -> Path:
    """Make a package of the BPE generation: Moses tokens, `config.json`."""
    folder.mkdir(parents=True)
    (folder / "bpe.model").write_text("#version: 0.2\nт о\nм і\nмі с\nміс то</w>\n", encoding="utf-8")
    vocabulary = ["<unk>", "<s>", "</s>", "city", "the", ",", "&apos;s", "мі@@", "сто"]
    write_model(folder / "model", vocabulary, bias or {"city": 4.0, **ENDS})
    return describe(folder, {"from_code": "uk", "to_code": "en"})


def describe(folder: Path, metadata: Mapping[str, Any] | None = None) -> Path:
    """Write `metadata.json`."""
    default = {"package_version": "1.4", "argos_version": "1.4", "from_code": "en", "to_code": "uk"}
    default |= {"from_name": "English", "to_name": "Ukrainian"}
    (folder / "metadata.json").write_text(json.dumps({**default, **(metadata or {})}), encoding="utf-8")
    return folder


def write_model(folder: Path, vocabulary: Sequence[str], bias: Mapping[str, float]) -> None:
    """Save a CTranslate2 Transformer of one layer a side and width 8 over the vocabulary."""
    from ctranslate2.specs import TransformerSpec

    spec = TransformerSpec.from_config((1, 1), 2)
    spec.register_source_vocabulary(list(vocabulary))
    spec.register_target_vocabulary(list(vocabulary))
    width, size = 8, len(vocabulary)
    biases = np.zeros(size, dtype=np.float32)
    for token, value in bias.items():
        biases[list(vocabulary).index(token)] = value

    def fill(layer: Any) -> None:
        for name, value in list(vars(layer).items()):
            if name in ("gamma", "beta"):
                setattr(layer, name, np.ones(width, dtype=np.float32))
            elif isinstance(value, list):
                for item in value:
                    fill(item)
            elif hasattr(value, "__dict__") and type(value).__module__.startswith("ctranslate2"):
                fill(value)

    fill(spec.encoder)
    fill(spec.decoder)

    def linear(layer: Any, rows: int, columns: int) -> None:
        layer.weight = np.zeros((rows, columns), dtype=np.float32)
        layer.bias = np.zeros(rows, dtype=np.float32)

    embedding = np.zeros((size, width), dtype=np.float32)
    for part in (spec.encoder, spec.decoder):
        embeddings = part.embeddings[0] if isinstance(part.embeddings, list) else part.embeddings
        embeddings.weight = embedding
        for layer in part.layer:
            linear(layer.self_attention.linear[0], 3 * width, width)
            linear(layer.self_attention.linear[1], width, width)
            if hasattr(layer, "attention"):
                linear(layer.attention.linear[0], width, width)
                linear(layer.attention.linear[1], 2 * width, width)
                linear(layer.attention.linear[2], width, width)
            linear(layer.ffn.linear_0, 16, width)
            linear(layer.ffn.linear_1, width, 16)
    spec.decoder.projection.weight = embedding
    spec.decoder.projection.bias = biases
    folder.mkdir(parents=True, exist_ok=True)
    spec.validate()
    spec.save(str(folder))


def make_old(model: Path) -> None:
    """Turn a model into one of the format before `config.json`: binary version 5, vocabulary as text."""
    (model / "config.json").unlink()
    weights = model / "model.bin"
    weights.write_bytes(struct.pack("<I", 5) + weights.read_bytes()[4:])
    file = model / "shared_vocabulary.json"
    tokens = json.loads(file.read_text(encoding="utf-8"))
    (model / "shared_vocabulary.txt").write_text("".join(f"{token}\n" for token in tokens), encoding="utf-8")
    file.unlink()


def archive(folder: Path, file: Path, top: str = "translate-en_uk-1_4") -> Path:
    """Zip a package folder as Argos does."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                zipped.write(path, f"{top}/{path.relative_to(folder).as_posix()}")
    return file


def borrow(package: Path, folder: Path, bias: Mapping[str, float]) -> Path:
    """Copy a package that has no weights and give it a model over its own vocabulary."""
    shutil.copytree(package, folder, copy_function=shutil.copyfile)
    for path in (folder, folder / "model"):
        path.chmod(0o755)
    old = (folder / "model" / "shared_vocabulary.txt").exists()
    if old:
        text = (folder / "model" / "shared_vocabulary.txt").read_text(encoding="utf-8")
        vocabulary = text.removesuffix("\n").split("\n")
    else:
        vocabulary = json.loads((folder / "model" / "shared_vocabulary.json").read_text(encoding="utf-8"))
    write_model(folder / "model", vocabulary, bias)
    if old:
        make_old(folder / "model")
    return folder
