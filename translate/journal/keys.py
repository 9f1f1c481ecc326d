"""What a draft is made of, as a key: the same key, the same draft."""

from __future__ import annotations

import hashlib

from translate.drafting import Job
from translate.languages import Paradigm
from translate.protection import Protected
from translate.protection.model import Span

_BYTES = 16


def draft_key(job: Job, maker: str) -> bytes:
    """Return the key of a job, 16 bytes.

    It covers the source with its codes, the terms, figures and names found in it with what is asked for each
    (so the glossary entries that touch it, and the settings that change a figure), and `maker`: the program,
    the model and its options. Two processes give the same key.
    """
    content = (maker, job.source.text, job.source.codes, _protected(job.protected))
    # A lone surrogate in a text must not stop a batch.
    return hashlib.blake2b(repr(content).encode("utf-8", "surrogatepass"), digest_size=_BYTES).digest()


def _protected(own: Protected) -> tuple[object, ...]:
    edges = (own.opening, own.opening_target, own.prefix, own.suffix, own.capitals, own.dropped)
    return own.source, edges, [_span(span) for span in own.spans]


def _span(span: Span) -> tuple[object, ...]:
    """Return a span as values whose `repr` is the same in every process: no sets."""
    term = span.term
    return (
        (span.start, span.end, span.kind, span.text, span.target, sorted(span.accepted), span.ask),
        (span.possessive, span.figure, span.converted, span.proposal),
        # A note and the line of a row change no draft.
        None if term is None else (term.source, term.target, term.kind, term.gender, term.forms),
        None if term is None else (term.case_sensitive, sorted(term.forbidden)),
        _paradigm(span.paradigm),
    )


def _paradigm(own: Paradigm | None) -> tuple[object, ...] | None:
    return None if own is None else (own.lemma, own.cases, own.confident, sorted(own.possessive))
