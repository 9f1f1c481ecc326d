"""Where terms are found in a text: the cases of `matching.txt`, and the laws."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.glossary import Glossary, Term
from translate.glossary.folding import fold, spelling

HERE = Path(__file__).parent
GLOSSARY = Glossary.load([HERE / "en-uk.tsv"], "en", "uk")


def _cases() -> list[tuple[str, list[str]]]:
    lines = (HERE / "matching.txt").read_text("utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.startswith("# "))
    cases = [case.split("\n") for case in re.split(r"\n\n+", text.strip("\n"))]
    return [(first, [] if rest == ["-"] else rest) for first, *rest in cases]


def _written(text: str) -> str:
    return text.replace("\n", "¶").replace("\u00a0", "␣")


@pytest.mark.parametrize(("text", "expected"), _cases())
def test_finding_in_a_text_gives_these_terms(text: str, expected: list[str]) -> None:
    text = text.replace("¶", "\n").replace("␣", "\u00a0")
    found = [
        f"{_written(text[match.start : match.end])} = {match.term.target}{', possessive' * match.possessive}"
        for match in GLOSSARY.find(text)
    ]
    assert found == expected


def test_the_cases_are_all_read() -> None:
    assert len(_cases()) >= 60


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ky\u00adiv fell", "Ky\u00adiv"),
        ("\ufeffKyiv\u200b fell", "Kyiv"),
        ("in the   old  town of  Irpin ,", "Irpin"),
        ("the Co\u0302te d’Ivoire team", "Co\u0302te d’Ivoire"),
        ("İn the town of Irpin", "Irpin"),
        ("🇺🇦 𝔘 Irpin", "Irpin"),
    ],
)
def test_offsets_when_the_text_folds_unevenly_are_those_of_the_text(text: str, found: str) -> None:
    (match,) = GLOSSARY.find(text)
    assert text[match.start : match.end] == found


def test_finding_in_a_script_without_spaces_needs_no_boundary() -> None:
    (match,) = Glossary([Term("基辅", "Київ")]).find("在基辅市")
    assert (match.start, match.end) == (1, 3)


def test_finding_without_terms_gives_nothing() -> None:
    assert Glossary([]).find("Kyiv") == ()


SOURCES = [*(term.source for term in GLOSSARY.terms if term.origin != "CLDR"), "Poland", "Czech Republic"]
ENDINGS = ["’s", " 's", "’", "-", "–", ".", ", ", "_", "x"]
BETWEEN = [" ", "  ", "\n", "\u00a0", "\u00ad", "@", "#", "İ", "Ж", "The"]
PIECES = st.sampled_from([*SOURCES, *map(str.upper, SOURCES), *map(str.lower, SOURCES), *ENDINGS, *BETWEEN])
TEXTS = st.lists(PIECES, max_size=12).map("".join)


@given(TEXTS)
def test_a_match_folds_to_its_term_and_its_possessive_ending(text: str) -> None:
    for match in GLOSSARY.find(text):
        ending = fold(text[match.start : match.end]).lower.removeprefix(spelling(match.term.source)[1])
        assert ending in (["'s", " 's", "'"] if match.possessive else [""])


@given(TEXTS)
def test_matches_stand_in_order_without_overlap(text: str) -> None:
    at = 0
    for match in GLOSSARY.find(text):
        assert at <= match.start < match.end <= len(text)
        at = match.end


@given(TEXTS)
def test_a_text_between_other_sentences_gives_the_same_matches(text: str) -> None:
    alone = [(match.term, match.possessive) for match in GLOSSARY.find(f"He said.\n\n{text}\n\nWe said so.")]
    shifted = GLOSSARY.find(f"They know it.\n\nHe said.\n\n{text}\n\nWe said so.\n\nNo more of it.")
    assert [(match.term, match.possessive) for match in shifted] == alone


@given(
    st.sampled_from(SOURCES),
    st.sampled_from(["", "(", "“", "pro-", "and ", "a, "]),
    st.sampled_from(["", ")", "-led"]),
)
def test_a_term_as_written_is_found_between_any_boundaries(source: str, before: str, after: str) -> None:
    text = f"He said {before}{source}{after} then."
    found = [match.term.source for match in GLOSSARY.find(text)]
    assert source in found or any(source in longer for longer in found)


NAMES = st.text("abAB- '", min_size=1, max_size=5).filter(lambda name: any(map(str.isalpha, name)))


@given(st.lists(NAMES, max_size=6), st.text("abAB- '\n.", max_size=30))
def test_searching_gives_what_a_search_term_by_term_gives(sources: list[str], text: str) -> None:
    unique = {spelling(source): source for source in sources}
    glossary = Glossary([Term(source, "x") for source in unique.values()])
    alone = [Glossary([term]) for term in glossary.terms]
    found = [(match.start, match.end) for match in glossary.find(text)]
    possible = {(match.start, match.end) for one in alone for match in one.find(text)}
    assert all(any(a < end and start < b for a, b in found) for start, end in possible)
    assert set(found[:1]) <= possible
