"""The rooms of the house one by one: edits, alignment, cases, names, heads, openings, copies, inputs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.protection.golden import ENGLISH, MARKS, UKRAINIAN, hypothesis, protected, term
from translate.engine import Hypothesis
from translate.glossary import Glossary
from translate.protection.align import aligned_words
from translate.protection.cases import expected_cases, is_subject
from translate.protection.copies import copies
from translate.protection.edits import Edit, apply
from translate.protection.heads import share_heads
from translate.protection.locate import extra_figures, locate
from translate.protection.names import strange_names
from translate.protection.prepare import engine_input, is_capitals, protect
from translate.protection.tidy import tidy

UDOD = "Serhiy Udod = Сергій Удод person masc"
IRPIN = "Irpin = Ірпінь place masc"


def test_an_edit_moves_the_pieces_behind_it() -> None:
    before = Hypothesis("Він у Київ.", 0.0, (), ((0, 3), (4, 5), (6, 10), (10, 11)), ())
    after = apply(before, [(4, 5, "біля"), (6, 10, "Києва")])
    assert after.text == "Він біля Києва."
    assert [after.text[a:b] for a, b in after.target_pieces] == ["Він", "біля", "Києва", "."]


@given(st.data(), st.text(alphabet="аб в", min_size=1, max_size=20))
def test_edits_keep_the_pieces_within_the_text(data: st.DataObject, text: str) -> None:
    bounds = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=6)))
    edits: list[Edit] = [
        (start, end, data.draw(st.text(alphabet="хц ", max_size=5)))
        for start, end in zip(bounds[::2], bounds[1::2], strict=False)
    ]
    pieces = tuple((index, index + 1) for index in range(len(text)))
    after = apply(Hypothesis(text, 0.0, (), pieces, ()), edits)
    assert len(after.target_pieces) == len(pieces)
    assert all(0 <= start <= end <= len(after.text) for start, end in after.target_pieces)


@pytest.mark.parametrize(
    ("draft", "align", "expected"),
    [
        ("Він зустрів Сергі Утод там.", (0, 1, 2, 3, 4), "Сергі Утод"),  # alike
        ("Він зустрів солдата там.", (0, 1, 3, 4), "солдата"),  # attention alone
        ("Він нікого там не бачив.", (0, 1, 4, 1, 1), None),
    ],
)
def test_the_words_that_stand_for_a_name_are_found(
    draft: str, align: tuple[int, ...], expected: str | None
) -> None:
    own = protected("He met Serhiy Udod there.", UDOD)
    source = engine_input(own, None)
    found = aligned_words(
        hypothesis(source, draft, align), own.spans[0], source.places[0], [], len(source.text)
    )
    assert (draft[slice(*found[0])] if found else None) == expected


def test_the_words_of_another_span_are_not_taken() -> None:
    own = protected("He met Serhiy Udod there.", UDOD)
    source = engine_input(own, None)
    draft = hypothesis(source, "Сергій Утод", ())
    assert aligned_words(draft, own.spans[0], source.places[0], [(0, 11)], len(source.text)) is None


@pytest.mark.parametrize(
    ("source", "row", "draft", "expected"),
    [
        ("He is near Irpin.", IRPIN, "Він біля *", ("gent",)),
        ("He is in Irpin.", IRPIN, "Він у *", ("loct",)),
        ("He believes in Irpin.", IRPIN, "Він вірить у *", ("loct", "accs")),
        ("He has been to Irpin.", IRPIN, "Він був у *", ("loct",)),
        ("He is friends with Irpin.", IRPIN, "Він дружить з *", ("ablt",)),
        ("He came from Irpin.", IRPIN, "Він приїхав з *", ("gent", "ablt")),
        ("He is north of the former Irpin.", IRPIN, "Він на північ *", ("gent",)),
        ("They visited Irpin.", IRPIN, "Вони відвідали *", ("accs", "gent")),
        ("They helped Irpin.", IRPIN, "Вони допомогли *", ()),
        ("It is the largest city of Irpin.", IRPIN, "Це найбільше місто *", ("gent",)),
        ("“Serhiy Udod, you are here.", UDOD, "«*, ви тут.", ("voct",)),
        ("He drove into Irpin.", IRPIN, "Він заїхав у *", ("accs",)),
        ("Irpin’s mayor came.", IRPIN, "Прийшов мер *", ("gent",)),
        ("The mayor of Irpin came.", IRPIN, "Мер *", ("gent",)),
        ("The town of Irpin fell.", IRPIN, "Місто *", ("nomn", "accs")),
        ("Irpin has been freed.", IRPIN, "* звільнили", ("nomn",)),
        ("They freed Irpin.", IRPIN, "* звільнили", ()),
        ("He met Mr Serhiy Udod.", UDOD, "Він зустрів пана *", ("gent", "accs")),
        ("He met Serhiy Udod.", UDOD, "Він зустрів *", ("accs", "gent")),
        ("He came with Serhiy Udod.", UDOD, "Він прийшов із *", ("ablt", "gent")),
    ],
)
def test_the_cases_that_fit_a_place(source: str, row: str, draft: str, expected: tuple[str, ...]) -> None:
    own = protected(source, row)
    (span,) = own.spans
    start = draft.index("*")
    text = draft.replace("*", span.target)
    place = (start, start + len(span.target))
    assert expected_cases(span, source, text, place, UKRAINIAN) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Irpin has been freed.", True),
        ("Then Irpin quickly fell.", True),
        ("They came to Irpin said he.", False),
        ("Irpin’s fell.", False),
        ("They freed Irpin.", False),
    ],
)
def test_a_subject_is_what_acts(source: str, expected: bool) -> None:
    assert is_subject(protected(source, IRPIN).spans[0], source) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See www.un.org/ua, not me.", ["www.un.org/ua"]),
        ("READ ON WWW.UN.ORG/UA OR UN.ORG", ["WWW.UN.ORG/UA", "UN.ORG"]),
        ("Mail a.b+c@un.org.", ["a.b+c@un.org"]),
        ("(https://x.org/a_(b))", ["https://x.org/a_(b"]),
        ("#Тег and @un_ua: #1 is not one", ["#Тег", "@un_ua"]),
        ("👩‍👩‍👧 and 🇺🇦 © ™", ["👩‍👩‍👧", "🇺🇦"]),
        ("https://x.org/｟a", ["https://x.org/"]),
        ("He left the town.Info followed. U.S. troops", []),
    ],
)
def test_copies_are_found(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end, _ in copies(text)] == expected


def test_names_of_a_list_share_its_head() -> None:
    glossary = Glossary(
        [
            term("Kharkiv = Харків place masc"),
            term("Kharkiv region = Харківська область place femn"),
            term("Kherson = Херсон place masc"),
            term("Kherson region = Херсонська область place femn"),
        ]
    )
    text = "the Kharkiv and Kherson regions"
    found = share_heads(text, glossary.find(text), glossary)
    assert [match.term.target for match in found] == ["Харківська область", "Херсонська область"]
    assert text[found[1].start : found[1].end] == "Kherson regions"


@pytest.mark.parametrize(
    ("source", "head", "target"),
    [
        (
            "KYIV, Ukraine, 14 March — He left.",
            "KYIV, Ukraine, 14 March — ",
            "КИЇВ, Україна, 14\u00a0березня — ",
        ),
        ("KYIV (Reuters) - He left.", "KYIV (Reuters) - ", "КИЇВ (Reuters) — "),
        ("By Serhiy Udod", "By ", ""),
        ("By Monday he had left Kyiv.", "", ""),
        ("NATO — an alliance — met.", "", ""),
    ],
)
def test_the_formula_that_opens_an_article_is_split_off(source: str, head: str, target: str) -> None:
    own = protected(source, "Kyiv = Київ place masc", "Ukraine = Україна place femn", UDOD)
    assert (own.opening, own.opening_target) == (head, target)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Troops left.", "Війська залишили Лондон.", ["Лондон"]),
        ("Russian troops left.", "Війська Росії пішли.", []),
        ("Smith left.", "Тоді Сміт пішов.", []),
        ("Irpin stood.", "Там Ірпінь стояв.", []),
        ("The EU met.", "Вчора ЄС зібрався.", ["ЄС"]),
    ],
)
def test_names_that_nothing_accounts_for_are_strange(source: str, target: str, expected: list[str]) -> None:
    own = protected(source, IRPIN)
    places = locate(target, own.spans, "uk")
    found = strange_names(
        source,
        [(span.start, span.end) for span in own.spans],
        target,
        [place for place in places if place],
        UKRAINIAN,
    )
    assert [target[start:end] for start, end in found] == expected


def test_each_occurrence_proves_one_span() -> None:
    own = protected("Irpin is near Irpin.", IRPIN)
    assert locate("Ірпінь біля лісу.", own.spans, "uk") == [(0, 6), None]


def test_figures_that_no_span_has_are_extra() -> None:
    own = protected("They lost 586 tanks.")
    assert [f.text for f in extra_figures(own, "586 танків і 12 літаків", "uk")] == ["12"]


@pytest.mark.parametrize(
    ("source", "draft", "expected"),
    [
        ("He left.", "Він пішов, він пішов.", "Він пішов."),
        ("He left, he left.", "Він пішов, він пішов.", "Він пішов, він пішов."),
        ("By V. V. Nazarenko in 2022.", "В. В. В. Назаренко у 2022.", "В. В. Назаренко у 2022."),
        ("At 5:30 p.m. he left.", "О 5.30 він пішов.", "О 5.30 він пішов."),
        ("At 7.20 a.m. he left.", "О 7.20 він пішов.", "О 7:20 він пішов."),
    ],
)
def test_what_a_model_leaves_around_names_and_figures_is_tidied(
    source: str, draft: str, expected: str
) -> None:
    own = protected(source, "V. V. Nazarenko = В. В. Назаренко person femn")
    assert tidy(Hypothesis(draft, 0.0), own, UKRAINIAN).text == expected


@pytest.mark.parametrize(
    ("source", "annotated", "plain"),
    [
        ("Irpin’s mayor left.", "｟Irpin￨Ірпінь｠'s mayor left.", "Irpin's mayor left."),
        ("Irpin 's mayor left.", "｟Irpin￨Ірпінь｠'s mayor left.", "Irpin's mayor left."),
        ("THE MAYOR OF IRPIN", "The mayor of ｟Irpin￨Ірпінь｠", "The mayor of Irpin"),
        ("Good 🙂 news 🙂.", "Good news.", "Good news."),
        ("“He left Irpin.”", "He left ｟Irpin￨Ірпінь｠.", "He left Irpin."),
        ("See www.un.org now.", "See ｟Alfa￨Альфа｠ now.", "See www.un.org now."),
        (
            "The Alfa group: www.un.org.",
            "The ｟Alfa￨Алфа｠ group: ｟Beta￨Бета｠.",
            "The Alfa group: www.un.org.",
        ),
        ("A ｟b￨c｠ d.", "A (b|c) d.", "A (b|c) d."),
    ],
)
def test_the_engine_reads_annotated_or_plain_text(source: str, annotated: str, plain: str) -> None:
    own = protect(source, Glossary([term(IRPIN)]), ENGLISH, UKRAINIAN)
    assert engine_input(own, MARKS).text == annotated
    assert engine_input(own, None).text == plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NATO", False),
        ("TROOPS LEAVE", True),
        ("TROOPS LEAVE Kyiv", False),
        ("F-16 AND", False),
        ("1 2", False),
    ],
)
def test_capitals_throughout_are_a_headline(text: str, expected: bool) -> None:
    assert is_capitals(text) is expected
