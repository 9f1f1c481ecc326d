"""Which articles a change of the glossary touches: never fewer than those whose segments it changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.articles import Article, Block
from translate.drafting import Job
from translate.glossary import Glossary, Term
from translate.journal import Touching, draft_key
from translate.preparation import Preparation, Settings

IRPIN = Term("Irpin", "Ірпінь", kind="place")
SHEVCHENKO = Term("Taras Shevchenko", "Тарас Шевченко", kind="person", gender="masc")
DONETSK = Term("Donetsk", "Донецьк", kind="place")
DONETSK_REGION = Term("Donetsk region", "Донецька область", kind="place")
KHERSON = Term("Kherson", "Херсон", kind="place")


def article(*paragraphs: str) -> Article:
    return Article(Path("a.txt"), "text", "utf-8", b"", tuple(map(Block, paragraphs)), (), "00")


def keys(own: Article, terms: Sequence[Term]) -> list[bytes]:
    """Return what each segment of an article is drafted from."""
    prepared = Preparation(Glossary(terms), Settings()).prepare(own, "a.txt")
    pairs = zip(prepared.texts, prepared.protected, strict=True)
    return [draft_key(Job(text, protected), "") for text, protected in pairs]


def is_touched(own: Article, before: Sequence[Term], after: Sequence[Term]) -> bool:
    """Say what a run with the glossary `after` says of an article that was drafted with `before`."""
    texts = [block.text for block in own.blocks]
    earlier, now = (Touching(Glossary(terms)) for terms in (before, after))
    change = now.changed_since(frozenset(earlier.terms))
    return now.is_touched(change, earlier.standing_in(texts), texts)


@pytest.mark.parametrize(
    ("text", "before", "after", "touched"),
    [
        ("The mayor of Irpin spoke.", [], [IRPIN], True),
        ("The mayor of Irpin spoke.", [IRPIN], [], True),
        ("The mayor of Irpin spoke.", [IRPIN], [replace(IRPIN, gender="femn")], True),
        ("The mayor of IRPIN’S town spoke.", [], [IRPIN], True),
        ("The mayor of Irpin spoke.", [IRPIN], [replace(IRPIN, note="a town", origin="x.tsv:3")], False),
        ("The mayor of Irpin spoke.", [IRPIN], [IRPIN, KHERSON], False),
        ("The mayor of Irpinsk spoke.", [], [IRPIN], False),
        ("Nobody spoke.", [IRPIN], [], False),
        # What is left out of a segment joins what stood around it.
        ("The mayor of Ir\x07pin spoke.", [], [IRPIN], True),
        # A name with its head in another place.
        ("In the Donetsk and Kherson regions.", [DONETSK], [DONETSK, DONETSK_REGION], True),
        ("In the Donetsk and Kherson regions.", [DONETSK, DONETSK_REGION], [DONETSK], True),
        ("In Donetsk and in two regions.", [DONETSK], [DONETSK, DONETSK_REGION], True),
        ("In Donetsk and Kherson.", [DONETSK], [DONETSK, DONETSK_REGION], False),
    ],
)
def test_a_change_touches_the_articles_in_which_its_words_stand(
    text: str, before: list[Term], after: list[Term], touched: bool
) -> None:
    assert is_touched(article(text), before, after) is touched


def test_a_name_in_full_touches_an_article_whose_other_sentences_have_the_surname_alone() -> None:
    own = article("Taras Shevchenko wrote.", "Critics read Shevchenko again.")
    assert keys(own, []) != keys(own, [SHEVCHENKO])
    assert is_touched(own, [], [SHEVCHENKO])


def test_the_change_of_a_row_is_the_old_row_gone_and_a_new_one() -> None:
    edited = replace(IRPIN, target="Ірпень")
    change = Touching(Glossary([edited, KHERSON])).changed_since(frozenset([IRPIN.digest, KHERSON.digest]))
    assert change.gone == {IRPIN.digest}
    assert change.new.terms == (edited,)


names = [
    "Donetsk",
    "Kherson",
    "Irpin",
    "Taras Shevchenko",
    "Shevchenko",
    "Georgia",
    "Michael Jordan",
    "Jordan",
]
sources = [
    *names,
    *(f"{name} {head}" for name in names[:3] for head in ("region", "oblast", "province")),
    *(
        "irpin",
        "IRPIN",
        "Irpin’s",
        "ceasefire",
        "US",
        "us",
        "Ice-cream",
        "ice cream",
        "regions",
        "12",
        "Mr",
        "O'Neill",
    ),
]
terms = st.builds(
    Term,
    st.sampled_from(sources),
    st.sampled_from(["Донецьк", "Ірпінь", "Тарас Шевченко", "F-16", "область"]),
    kind=st.sampled_from(["person", "place", "other"]),
    gender=st.sampled_from(["", "masc", "femn"]),
    case_sensitive=st.booleans(),
    note=st.sampled_from(["", "a note"]),
)


def spelt(source: str) -> st.SearchStrategy[str]:
    plural = source.replace("region", "regions").replace("oblast", "oblasts").replace("province", "provinces")
    ways = [
        source,
        plural,
        source.upper(),
        source.lower(),
        source.replace(" ", "-"),
        source.replace("-", "- \n"),
        f"{source}’s",
        f"{source}-based",
        source[:2] + "\x07" + source[2:],
        source[:2] + "\u00ad" + source[2:],
        f"“{source}”",
        f"_{source}_",
        f"{source}.com",
        f"Mr {source}",
    ]
    return st.sampled_from(ways)


words = st.sampled_from(sources).flatmap(spelt) | st.sampled_from(
    [
        "the",
        "and",
        ", ",
        "said.",
        "The",
        "war",
        "regions",
        "oblasts and",
        "Monday",
        "12 people",
        "\n",
        "\n\n",
        "—",
        "(",
        "$5",
    ]
)
paragraphs = st.lists(words, min_size=1, max_size=8).map(" ".join)


@settings(max_examples=400)
@given(st.lists(paragraphs, min_size=1, max_size=3), st.lists(terms, max_size=4), st.data())
def test_what_changes_a_segment_touches_its_article(
    texts: list[str], before: list[Term], data: st.DataObject
) -> None:
    # Rows are unique in what is read from files; which of two equal ones wins is told when they are read.
    edits = data.draw(st.lists(terms, min_size=1, max_size=3))
    after = [term for term in before if data.draw(st.booleans())] + edits
    before, after = one_a_source(before), one_a_source(after)
    own = article(*texts)
    if keys(own, before) != keys(own, after):
        assert is_touched(own, before, after)


@given(st.lists(paragraphs, min_size=1, max_size=3), st.lists(terms, max_size=4))
def test_the_same_rows_touch_nothing(texts: list[str], own: list[Term]) -> None:
    noted = [replace(term, note="another note", origin="x.tsv:1") for term in own]
    assert not is_touched(article(*texts), own, noted)


def one_a_source(rows: Sequence[Term]) -> list[Term]:
    return list({term.source: term for term in rows}.values())
