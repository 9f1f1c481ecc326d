"""The shared vocabulary: one SentencePiece unigram model for both languages, the marks as single pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from training.corpus import MARKS, Pair, without_annotations
from training.errors import TrainingError

PAD, UNKNOWN, START, END = range(4)
"""Ids of `<pad>`, `<unk>`, `<s>` and `</s>`."""


def train_vocabulary(pairs: Iterable[Pair], path: Path, *, size: int, sentences: int = 600_000) -> None:
    """Write a SentencePiece model of `size` pieces, a multiple of 8, learnt from both sides of `pairs`.

    The text is taken as it is: `translate.engine.normalise` has done what there is to do, and NFKC would make
    `No` of `№`. Digits are pieces of their own, characters never seen become bytes. Raises TrainingError
    when there is too little text for so many pieces.
    """
    from sentencepiece import SentencePieceTrainer

    if size % 8:
        raise TrainingError(f"a vocabulary of {size} pieces", hint="Choose a multiple of 8")
    try:
        SentencePieceTrainer.train(
            sentence_iterator=_sentences(pairs),
            model_prefix=str(path.with_suffix("")),
            vocab_size=size,
            model_type="unigram",
            character_coverage=0.9995,
            pad_id=PAD,
            unk_id=UNKNOWN,
            bos_id=START,
            eos_id=END,
            user_defined_symbols=list(MARKS),
            byte_fallback=True,
            split_digits=True,
            normalization_rule_name="identity",
            input_sentence_size=sentences,
            shuffle_input_sentence=True,
            max_sentence_length=4000,
            minloglevel=2,
        )
    except RuntimeError as error:
        hint = "Give more text, or a smaller --vocabulary"
        raise TrainingError(f"no vocabulary of {size} pieces can be learnt ({error})", hint=hint) from error
    path.with_suffix(".vocab").unlink(missing_ok=True)


def _sentences(pairs: Iterable[Pair]) -> Iterator[str]:
    for pair in pairs:
        yield without_annotations(pair.source)
        yield pair.target
