"""What the whole article tells of the names in one of its segments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from translate.glossary import Evidence, Glossary, TermMatch, unknown_names
from translate.languages import Language, Proposal


@dataclass(frozen=True, slots=True)
class Context:
    """Evidence on capitalised words, and how surnames are written whose owner is named in full somewhere.

    `surnames` maps an English surname to the proposal for it: the surname of the glossary's term or of the
    proposed full name, with the gender that the first name tells.
    """

    evidence: Evidence = field(default_factory=Evidence)
    surnames: Mapping[str, Proposal] = field(default_factory=dict)
    matches: Mapping[str, tuple[TermMatch, ...]] = field(default_factory=dict)
    """The glossary terms of each text."""

    @classmethod
    def of(cls, texts: Sequence[str], glossary: Glossary, source: Language, target: Language) -> Context:
        """Read an article's sentences for the people named in full; a surname of two people stays unknown."""
        if source.code != "en":
            return cls()
        evidence = Evidence.of(texts)
        surnames: dict[str, Proposal] = {}
        shared: set[str] = set()
        matches = {text: glossary.find(text) for text in texts}
        for text in texts:
            for match in matches[text]:
                if match.term.kind == "person":
                    _add(surnames, shared, match.term.source, match.term.target, match.term.gender)
            known = [(match.start, match.end) for match in matches[text]]
            for name in unknown_names(text, known, evidence):
                proposal = target.propose(name.text, name.kind) if " " in name.text else None
                if proposal is not None and proposal.kind == "person":
                    _add(surnames, shared, name.text, proposal.text, name.gender or proposal.gender)
        return cls(evidence, {name: found for name, found in surnames.items() if name not in shared}, matches)


def _add(surnames: dict[str, Proposal], shared: set[str], source: str, target: str, gender: str) -> None:
    words, written = source.split(), target.split()
    if len(words) < 2 or len(written) < 2:
        return
    proposal = Proposal(written[-1], "person", gender, "named in full elsewhere in the article")
    if surnames.setdefault(words[-1], proposal) != proposal:
        shared.add(words[-1])
