"""What must survive translation, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from translate.engine import Hypothesis
from translate.figures import Figure
from translate.glossary import Term
from translate.languages import Paradigm, Proposal


@dataclass(frozen=True, slots=True)
class FigureStyle:
    """How figures are written: large sums "long" or "short", and miles and the like also in metric units."""

    sums: str = "long"
    metric: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch `source[start:end]` that must arrive: a term, a figure, text to be copied, an unknown name.

    `kind` is "term", "figure", "copy" or "name"; `text` the stretch without a possessive ending. `target`
    is what is asked of the engine: a term's lemma, a figure's rendering, the copy itself, the spelling that
    is proposed for a name. `accepted` are all forms that count as its translation (empty for figures, which
    are compared by value, and for names without a spelling). `ask` is how an engine that reads annotations
    is told: "annotate" (`｟source￨target｠`), "stand-in" (a word that it knows, put in place of text that it
    would mangle) or "no". `converted` is a figure in metric units with the original in brackets, "" for none.
    """

    start: int
    end: int
    kind: str
    text: str
    target: str
    accepted: frozenset[str] = frozenset()
    ask: str = "annotate"
    possessive: bool = False
    term: Term | None = None
    paradigm: Paradigm | None = None
    figure: Figure | None = None
    converted: str = ""
    proposal: Proposal | None = None

    @property
    def names(self) -> str:
        """The kind of name that a term or an unknown name is (person, place …); "" for other spans."""
        if self.term is not None:
            return self.term.kind
        return self.proposal.kind if self.proposal is not None else ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a span ended: `how` names the step that settled it, or is "flagged" with the reason in `why`.

    Steps: annotated, plain, hypothesis, parts, suppressed, replaced, copied. A name that no glossary knows is
    "proposed" when its spelling stands in the draft, and is never settled.
    """

    span: Span
    how: str
    why: str = ""

    @property
    def settled(self) -> bool:
        """Whether the span is proved to stand in the target."""
        return self.how not in ("flagged", "proposed")


@dataclass(frozen=True, slots=True)
class EngineInput:
    """A text for the engine.

    `places` says where each span of the segment stands in `text` (None: taken out). `stand_ins` are pairs of
    a span's index and the target word that stands in for it.
    """

    text: str
    places: tuple[tuple[int, int] | None, ...]
    annotated: bool
    stand_ins: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Protected:
    """A segment's source with its spans found and its edges peeled; two of them are never equal."""

    source: str
    spans: tuple[Span, ...]
    opening: str
    """A dateline, or the first word of a byline; `opening_target` is its translation."""
    opening_target: str
    prefix: str
    """Marks and emoji that stand around the core and are no business of the engine."""
    suffix: str
    capitals: bool
    """The whole segment is set in capitals."""
    dropped: bool
    """Characters that XML 1.0 forbids were left out."""

    @property
    def core(self) -> tuple[int, int]:
        """The range of the source that the engine drafts."""
        return len(self.opening) + len(self.prefix), len(self.source) - len(self.suffix)


@dataclass(frozen=True, slots=True)
class Settled:
    """The target of a segment, with the outcome of every span, in the order of the source.

    `draft` is the hypothesis that the target was made of, with its word alignment, and `input` what the
    engine read for it; both are None for a target that no engine drafted.
    """

    target: str
    outcomes: tuple[Outcome, ...]
    score: float
    draft: Hypothesis | None = None
    input: EngineInput | None = None
    complete: bool = True
    """False when the model never ended a part of the segment, and the source stands in its place."""
    disagreement: float | None = None
    """How far the hypotheses of the first draft are apart, 0 to 1; None without rivals of the best."""
