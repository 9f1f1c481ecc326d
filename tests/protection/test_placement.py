"""Inline codes find their words in the target, by a word alignment that is given or by the real model's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.coded import coded, told
from translate import languages
from translate.engine import Hypothesis
from translate.glossary import Glossary, Term
from translate.inline import Text
from translate.protection import Settled, engine_input, place, protect
from translate.protection.alignment import mapping, words

FIXTURE = Path(__file__).with_name("placement.txt")
UK, EN = languages.get("uk"), languages.get("en")


def cases() -> list[tuple[str, str, str, str, str]]:
    lines = [line for line in FIXTURE.read_text(encoding="utf-8").splitlines() if not line.startswith(";")]
    found = []
    for block in "\n".join(lines).strip().split("\n\n"):
        text, _, lost = block.partition("\nlost: ")
        rows = text.split("\n")
        pairs = next(i for i, row in enumerate(rows) if row[0].isdigit())
        source, draft = "\n".join(rows[: pairs - 1]), rows[pairs - 1]
        found.append((source, draft, rows[pairs], "\n".join(rows[pairs + 1 :]), lost))
    return found


def settled(source: str, target: str, pairs: str, terms: tuple[Term, ...] = ()) -> Settled:
    """Return a target with the word alignment of `pairs`, as an engine with attention gives it."""
    given = engine_input(protect(source, Glossary(terms), EN, UK), None)
    pieces, own = words(given.text), words(target)
    rows = [[0.0] * len(pieces) for _ in own]
    for pair in pairs.split():
        s, _, t = pair.partition("-")
        rows[int(t)][int(s)] += 1.0
    draft = Hypothesis(target, -0.1, tuple(pieces), tuple(own), tuple(rows))
    return Settled(target, (), -0.1, draft=draft, input=given)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case[0])
def test_codes_follow_the_words_they_belong_to(case: tuple[str, str, str, str, str]) -> None:
    source, draft, pairs, expected, lost = case
    text = coded(source)
    placed = place(text, protect(text.text, Glossary(()), EN, UK), settled(text.text, draft, pairs), UK)
    assert told(placed.target) == expected
    assert ", ".join(placed.lost) == lost


def test_a_bold_name_is_found_by_its_term_without_attention() -> None:
    terms = (Term("Irpin", "Ірпінь", kind="place"), Term("Bucha", "Буча", kind="place"))
    text = coded("People of {b1}Irpin{/b1} and {a2}Bucha{/a2} returned.")
    protected = protect(text.text, Glossary(terms), EN, UK)
    target = Settled("Люди з Бучі та Ірпеня повернулися.", (), 0.0)
    assert told(place(text, protected, target, UK).target) == (
        "Люди з {a2}Бучі{/a2} та {b1}Ірпеня{/b1} повернулися."
    )


@given(
    st.lists(st.sampled_from(["to", " ", ", ", "Irpin", "{1}", "{/1}", "{2}", "{/2}", "{3/}"]), max_size=12),
    st.text(alphabet="абв ,.", max_size=20),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=12),
)
def test_every_code_arrives_once_and_pairs_stay_nested(
    pieces: list[str], target: str, pairs: list[tuple[int, int]]
) -> None:
    kept = [piece for i, piece in enumerate(pieces) if not piece.startswith("{") or piece not in pieces[:i]]
    text = coded("".join(kept))
    if not text.text.strip():
        return
    own = len(words(engine_input(protect(text.text, Glossary(()), EN, UK), None).text)), len(words(target))
    fitting = " ".join(f"{s % own[0]}-{t % own[1]}" for s, t in pairs if all(own))
    protected = protect(text.text, Glossary(()), EN, UK)
    placed = place(text, protected, settled(text.text, target, fitting), UK).target
    assert sorted(placed.keys) == sorted(text.keys)
    assert re.findall(r"\w+", placed.text) == re.findall(r"\w+", target)
    if is_nested(text):
        assert is_nested(placed)


def is_nested(text: Text) -> bool:
    opened: list[str] = []
    alone = {id_ for id_, _ in text.keys if sum(other == id_ for other, _ in text.keys) == 1}
    for id_, kind in text.keys:
        if kind == "open" and id_ not in alone:
            opened.append(id_)
        elif kind == "close" and id_ not in alone and (not opened or opened.pop() != id_):
            return False
    return True


@given(st.text("абв ", max_size=12), st.text("абв ", max_size=12))
def test_positions_never_cross_when_they_are_carried_over(before: str, after: str) -> None:
    carry = mapping(before, after)
    carried = [carry(position) for position in range(len(before) + 1)]
    assert carried == sorted(carried)
    assert all(0 <= position <= len(after) for position in carried)
