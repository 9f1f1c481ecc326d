"""Alignment and annotation, on sentences small enough to read."""

from __future__ import annotations

import random

import pytest

from tests.training import tiny
from training.align import align, tokens
from training.annotate import annotate, candidates
from training.corpus import without_annotations

PAIRS = list(tiny.pairs())


def diagonal(source: str, target: str) -> frozenset[tuple[int, int]]:
    return frozenset((i, i) for i in range(min(len(tokens(source)), len(tokens(target)))))


def lemmas(source: str, target: str, links: frozenset[tuple[int, int]]) -> set[str]:
    """Return all annotations that random choices bring forth."""
    found: set[str] = set()
    for seed in range(60):
        annotated = annotate(source, target, links, random.Random(seed))
        found |= {part.split("｠")[0] for part in (annotated or "").split("｟")[1:]}
    return found


def test_builtin_aligner_finds_the_cities_of_the_templates() -> None:
    links = list(align(PAIRS, "built-in"))
    right = whole = 0
    for (source, target), linked in zip(PAIRS, links, strict=True):
        said, written = ([token.group() for token in tokens(text)] for text in (source, target))
        for english, *forms in tiny.CITIES:
            if english in said:
                place = next(j for j, word in enumerate(written) if word in forms)
                whole += 1
                right += (said.index(english), place) in linked
    assert whole == len(PAIRS)
    assert right / whole > 0.95


@pytest.mark.parametrize(
    ("source", "target", "links", "expected"),
    [
        (
            "near Kyiv today",
            "біля Києва сьогодні",
            {(0, 0), (1, 1), (2, 2)},
            {"Kyiv￨Київ"},
        ),
        (
            "near General Assembly today",
            "біля Генеральної Асамблеї сьогодні",
            {(1, 1), (2, 2)},
            {"General Assembly￨Генеральна Асамблея", "General￨Генеральна", "Assembly￨Асамблея"},
        ),
        (
            "against the Russian fleet there",
            "проти російського флоту там",
            {(0, 0), (2, 1), (3, 2), (4, 3)},
            {"Russian fleet￨російський флот", "fleet￨флот"},
        ),
        (
            "about 17,000 people",
            "близько 17 000 людей",
            {(0, 0), (1, 1), (2, 2)},
            {"17,000￨17 000", "people￨люди"},
        ),
        (
            "it costs $3 billion now",
            "це коштує 3 мільярди доларів зараз",
            {(0, 0)},
            {"$3 billion￨3 мільярди доларів"},
        ),
        (
            "near Vitaly's book",
            "біля книги Віталія",
            {(0, 0), (1, 2), (3, 1)},
            {"Vitaly￨Віталій", "book￨книга"},
        ),
    ],
)
def test_annotate_gives_the_dictionary_form_and_copies_figures(
    source: str, target: str, links: set[tuple[int, int]], expected: set[str]
) -> None:
    found = lemmas(source, target, frozenset(links))
    assert found <= expected
    assert max(expected, key=len) in found


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("he spoke", "він виступив"),  # a verb
        ("the one", "той самий"),  # function words
        ("say Firefox", "скажи Firefox"),  # a name in Latin letters
        ("in the 106-metre yacht", "на 106-метровій яхті"),  # a figure with an ending of its own
    ],
)
def test_annotate_when_there_is_neither_name_nor_noun_nor_figure_then_none(source: str, target: str) -> None:
    links = diagonal(source, target) if "yacht" not in source else frozenset()
    assert annotate(source, target, links, random.Random(1)) is None


def test_candidates_when_a_word_is_linked_out_of_the_span_then_none() -> None:
    assert candidates("near Kyiv", "біля Києва Києва", frozenset({(1, 1), (0, 1)})) == []


def test_annotated_sources_read_as_before_without_their_annotations() -> None:
    rng = random.Random(3)
    some = 0
    for (source, target), links in zip(PAIRS, align(PAIRS, "built-in"), strict=True):
        annotated = annotate(source, target, links, rng)
        if annotated is not None:
            some += 1
            assert without_annotations(annotated) == source
            assert annotated.count("｟") == annotated.count("￨") == annotated.count("｠") > 0
    assert some > len(PAIRS) / 2
