"""How good a package is: BLEU, chrF, terms in a right form, figures copied, speed. Any installed package.

What is measured is the model alone, before `translate.protection` proves and mends anything.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from training.errors import TrainingError, library
from translate import languages
from translate.engine import Engine, normalise
from translate.figures import recognise, unmatched
from translate.glossary import Glossary
from translate.protection import Protected, Span, engine_input, locate, protect


@dataclass(frozen=True, slots=True)
class Way:
    """The scores of one way of drafting; shares are (part, whole).

    `terms` counts the glossary terms that stand in the draft in a form of their paradigm, `fitting` those in
    a case of the form that the reference has, where it has one; `names` are names that no glossary knows,
    with the spelling that the tool proposes for them.
    """

    bleu: float
    chrf: float
    terms: tuple[int, int]
    fitting: tuple[int, int]
    names: tuple[int, int]
    figures: tuple[int, int]
    words_per_second: float


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of a package: `plain` sentences, and `annotated` ones if it reads annotations."""

    model: str
    sentences: int
    bleu_signature: str
    chrf_signature: str
    ways: dict[str, Way]

    def as_json(self) -> dict[str, Any]:
        """Return what `json.dumps` and `training.card.table` take."""
        return asdict(self)


def read_pairs(source: Path, reference: Path, limit: int | None = None) -> tuple[list[str], list[str]]:
    """Return the lines of two text files of equal length; raises TrainingError when they are not."""
    sides: list[list[str]] = []
    for path in (source, reference):
        try:
            sides.append(path.read_text(encoding="utf-8").splitlines())
        except (OSError, UnicodeDecodeError) as error:
            raise TrainingError(f"cannot be read ({error})", path=path, hint="Give UTF-8 text") from error
    if len(sides[0]) != len(sides[1]) or not sides[0]:
        counts = f"{len(sides[0])} and {len(sides[1])} lines"
        raise TrainingError(f"{counts} are no parallel text", path=reference, hint="Give one line a sentence")
    return sides[0][:limit], sides[1][:limit]


def evaluate(
    engine: Engine,
    sources: Sequence[str],
    references: Sequence[str],
    glossary: Glossary,
    pair: tuple[str, str],
) -> Scores:
    """Draft `sources` plain, and annotated where the model reads annotations, and score the drafts.

    Both sides are scored as `normalise` leaves them: quotation marks are the typography's business.
    """
    sacrebleu = library("sacrebleu")
    bleu, chrf = sacrebleu.BLEU(), sacrebleu.CHRF()
    source_language, target_language = map(languages.get, pair)
    protected = [protect(source, glossary, source_language, target_language) for source in sources]
    ways: dict[str, Way] = {}
    for name, marks in (("plain", None), ("annotated", engine.annotation)):
        if name == "annotated" and marks is None:
            continue
        texts = [(each.source, Stand(())) if marks is None else annotated(each, marks) for each in protected]
        started = time.perf_counter()
        best = engine.draft([text for text, _ in texts])
        seconds = time.perf_counter() - started
        drafts = [stand.put_back(b[0].text) for b, (_, stand) in zip(best, texts, strict=True)]
        hypotheses, wanted = [list(map(normalise, side)) for side in (drafts, references)]
        ways[name] = Way(
            bleu.corpus_score(hypotheses, [wanted]).score,
            chrf.corpus_score(hypotheses, [wanted]).score,
            *terms(protected, drafts, references, target_language, kind="term"),
            terms(protected, drafts, references, target_language, kind="name")[0],
            figures(protected, drafts, pair[1]),
            sum(len(source.split()) for source in sources) / seconds,
        )
    signature = str(bleu.get_signature()), str(chrf.get_signature())
    return Scores(engine.signature, len(sources), *signature, ways)


@dataclass(frozen=True, slots=True)
class Stand:
    """What was put in place of text that is only to be copied: pairs of (word in the draft, text)."""

    pairs: tuple[tuple[str, str], ...]

    def put_back(self, draft: str) -> str:
        """Return the draft with the text instead of the words.

        >>> Stand((("Альфа", "F-16"),)).put_back("Винищувач Альфа злетів")
        'Винищувач F-16 злетів'
        """
        for word, text in self.pairs:
            draft = draft.replace(word, text)
        return draft


def annotated(protected: Protected, marks: tuple[str, str, str]) -> tuple[str, Stand]:
    """Return the sentence as the tool gives it to the model, with the ends that the tool keeps back."""
    start, end = protected.core
    given = engine_input(protected, marks)
    stand = Stand(tuple((word, protected.spans[index].target) for index, word in given.stand_ins))
    return f"{protected.source[:start]}{given.text}{protected.source[end:]}", stand


def terms(
    protected: Sequence[Protected],
    drafts: Sequence[str],
    references: Sequence[str],
    language: languages.Language,
    *,
    kind: str,
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return (in a right form, all) and (in a case of the reference's form, comparable) of terms or names."""
    present = whole = fitting = comparable = 0
    for each, draft, reference in zip(protected, drafts, references, strict=True):
        spans = [span for span in each.spans if span.kind == kind and span.accepted and span.ask != "no"]
        theirs = locate(reference, spans, language.code)
        for span, ours, other in zip(spans, locate(draft, spans, language.code), theirs, strict=True):
            whole += 1
            present += ours is not None
            if other is not None and (cases := _cases(span, reference[slice(*other)])):
                comparable += 1
                fitting += ours is not None and bool(cases & _cases(span, draft[slice(*ours)]))
    return (present, whole), (fitting, comparable)


def figures(protected: Sequence[Protected], drafts: Sequence[str], language: str) -> tuple[int, int]:
    """Return (those that the draft has with the same value and unit, all) of the figures."""
    right = whole = 0
    for each, draft in zip(protected, drafts, strict=True):
        wanted = [span.figure for span in each.spans if span.figure is not None]
        missing, _ = unmatched(wanted, recognise(draft, language))
        whole += len(wanted)
        right += len(wanted) - len(missing)
    return right, whole


def _cases(span: Span, form: str) -> frozenset[str]:
    return span.paradigm.cases_of(form.replace("'", "’")) if span.paradigm is not None else frozenset()
