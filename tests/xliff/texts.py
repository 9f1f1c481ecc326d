"""Texts with inline codes for property tests: any characters, pairs that nest, cross or stand alone."""

from __future__ import annotations

from hypothesis import strategies as st

from translate.inline import Code, Kind, Text, concatenate

TYPES = ["bold", "italic", "underlined", "link", "image", "lb", "protected", "other"]

CHARACTERS = st.characters(exclude_categories=()) | st.sampled_from(
    '\t\n\r \u00a0\u0085\u2028\x00\ufffe\ud800&<>]"'
)
"""Every code point, lone surrogates and control characters included; those that trouble XML come often."""


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """Up to four elements in any order; the opening of a pair never comes after its closing."""
    places: list[tuple[int, Code]] = []
    for number in range(draw(st.integers(0, 4))):
        id_, type_ = str(number + 1), draw(st.sampled_from(TYPES))
        kinds: tuple[Kind, ...] = draw(
            st.sampled_from([("single",), ("open", "close"), ("open",), ("close",)])
        )
        ranks = sorted(draw(st.integers(0, 9)) for _ in kinds)
        places += [
            (rank, Code(0, id_, kind, type_, shown=draw(st.sampled_from(["", "<b>", "[img]"]))))
            for rank, kind in zip(ranks, kinds, strict=True)
        ]
    pieces: list[str | Code] = [draw(st.text(CHARACTERS, max_size=4))]
    for _, code in sorted(places, key=lambda place: place[0]):
        pieces += [code, draw(st.text(CHARACTERS, max_size=4))]
    return concatenate(pieces)
