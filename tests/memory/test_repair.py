"""Fuzzy matches: used where names and figures agree, repaired where only those differ, else left alone."""

from __future__ import annotations

from functools import cache

import pytest

from tests.memory.entries import entry, text
from translate import languages
from translate.glossary import Glossary, Term
from translate.inline import Text
from translate.memory import Match, adapt, repair
from translate.protection import FigureStyle, Protected, protect

UKRAINIAN = languages.get("uk")
TERMS = (
    Term("Irpin", "Ірпінь", kind="place", gender="masc"),
    Term("Bucha", "Буча", kind="place", gender="femn"),
    Term("Kharkiv", "Харків", kind="place", gender="masc"),
    Term("Odesa", "Одеса", kind="place", gender="femn"),
    Term("Lviv", "Львів", kind="place", gender="masc"),
    Term("Russia", "Росія", kind="place", gender="femn"),
    Term("Poland", "Польща", kind="place", gender="femn"),
    Term("Ukraine", "Україна", kind="place", gender="femn"),
    Term("Anna Moroz", "Анна Мороз", kind="person", gender="femn"),
    Term("Ihor Moroz", "Ігор Мороз", kind="person", gender="masc"),
    Term("Red Cross", "Червоний Хрест", kind="organisation", gender="masc"),
)


@cache
def glossary() -> Glossary:
    return Glossary(TERMS)


def protected(source: str) -> Protected:
    return protect(source, glossary(), languages.get("en"), UKRAINIAN)


def known(source: Text) -> Protected:
    return protected(source.text)


REPAIRED = [
    # Figures, in the notation and the case that the reviewer chose.
    (
        "In 2021, 5 people were killed near Irpin.",
        "У 2021 році біля Ірпеня загинули 5 людей.",
        "In 2022, 14 people were killed near Bucha.",
        "У 2022 році біля Бучі загинули 14 людей.",
    ),
    (
        "The region needs $5 million by March 2022.",
        "До березня 2022 року області потрібні 5 мільйонів доларів.",
        "The region needs $2.5 billion by May 2023.",
        "До травня 2023 року області потрібні 2,5 мільярда доларів.",
    ),
    (
        "About $5 million was given.",
        "Надали близько п’яти мільйонів доларів.",
        "About $7 million was given.",
        "Надали близько 7 мільйонів доларів.",
    ),
    (
        "It happened on 3 May 2022.",
        "Це сталося 3 травня 2022 року.",
        "It happened on 14 June 2023.",
        "Це сталося 14 червня 2023 року.",
    ),
    (
        "Prices grew by 5 percent.",
        "Ціни зросли на 5%.",
        "Prices grew by 12.5 percent.",
        "Ціни зросли на 12,5%.",
    ),
    # Names, in the case of those that they replace; the preposition follows the sound.
    (
        "Russia shelled Kharkiv again.",
        "Росія знову обстріляла Харків.",
        "Russia shelled Odesa again.",
        "Росія знову обстріляла Одесу.",
    ),
    (
        "The blast was heard in Odesa.",
        "Вибух було чути в Одесі.",
        "The blast was heard in Lviv.",
        "Вибух було чути у Львові.",
    ),
    ("Kharkiv’s mayor spoke.", "Мер Харкова виступив.", "Odesa’s mayor spoke.", "Мер Одеси виступив."),
    ("KHARKIV HOLDS ON", "ХАРКІВ ТРИМАЄТЬСЯ", "ODESA HOLDS ON", "ОДЕСА ТРИМАЄТЬСЯ"),
    # Two that change places.
    (
        "Poland thanked Ukraine.",
        "Польща подякувала Україні.",
        "Ukraine thanked Poland.",
        "Україна подякувала Польщі.",
    ),
    # One name twice, replaced twice.
    (
        "From Kharkiv to Lviv and back to Kharkiv.",
        "З Харкова до Львова й назад до Харкова.",
        "From Odesa to Lviv and back to Odesa.",
        "З Одеси до Львова й назад до Одеси.",
    ),
    # Text that is copied.
    (
        "See https://a.org/x now.",
        "Див. https://a.org/x.",
        "See https://b.org/y now.",
        "Див. https://b.org/y.",
    ),
    # Case, spaces and quotation marks of the source do not matter.
    (
        "“Go to  Kharkiv,” she said.",
        "«Їдьте до Харкова», — сказала вона.",
        '"Go to Odesa," she said.',
        "«Їдьте до Одеси», — сказала вона.",
    ),
]


@pytest.mark.parametrize(("old", "target", "new", "expected"), REPAIRED)
def test_what_only_names_and_figures_tell_apart_is_repaired(
    old: str, target: str, new: str, expected: str
) -> None:
    assert repair(protected(old), target, protected(new), UKRAINIAN) == expected


REFUSED = [
    # Something else differs too.
    ("Five went to Irpin.", "П’ятеро поїхали до Ірпеня.", "Six came to Irpin."),
    ("5 went to Irpin.", "5 поїхали до Ірпеня.", "5 went to Irpin and Bucha."),
    # The same figure twice: which of them changes?
    ("5 fell and 5 rose.", "5 впали й 5 піднялися.", "5 fell and 7 rose."),
    # Names that no glossary knows, and abbreviations.
    ("Jane Foobar left.", "Джейн Фубар пішла.", "Jim Bazqux left."),
    ("NASA said so.", "Так сказали в НАСА.", "FEMA said so."),
    # Another kind of name, another kind of figure, another unit.
    ("Irpin is in ruins.", "Ірпінь у руїнах.", "Anna Moroz is in ruins."),
    ("It took 5 years.", "Це тривало 5 років.", "It took 5 percent."),
    ("It cost $5.", "Це коштувало 5 доларів.", "It cost £5."),
    # The old name or figure does not stand in the target, or stands there once more than in the source.
    ("Russia shelled Kharkiv.", "Росія обстріляла місто.", "Russia shelled Odesa."),
    ("He paid $5.", "Він заплатив.", "He paid $6."),
    ("Kharkiv held on.", "Харків вистояв: Харків живе.", "Odesa held on."),
    # A surname made an adjective is no form that can be copied.
    ("Ihor Moroz’s team won.", "Морозова команда перемогла.", "Anna Moroz’s team won."),
]


@pytest.mark.parametrize(("old", "target", "new"), REFUSED)
def test_what_cannot_be_proved_is_not_repaired(old: str, target: str, new: str) -> None:
    assert repair(protected(old), target, protected(new), UKRAINIAN) is None


def match(source: str, target: str, score: int = 80) -> Match:
    """Return a fuzzy match with this pair; the texts as `text` reads them."""
    one = entry(source, target)
    return Match(one, "fuzzy", score, one.target)


@pytest.mark.parametrize(
    ("old", "new", "used"),
    [
        # Ordinary words alone.
        ("The old bridge near Irpin fell.", "The long bridge near Irpin fell.", True),
        ("Five came.", "5 came!", True),
        ("Fighting went on near Irpin.", "Shelling went on near Irpin.", True),
        ("Yesterday it was quiet.", "Today it was quiet.", True),
        # Names and figures, also those that nobody protects, and their order.
        ("The old bridge near Irpin fell.", "The long bridge near Bucha fell.", False),
        ("He came with Brown today.", "He came with Green today.", False),
        ("The F-16s came at once.", "The F-35s came in time.", False),
        ("The NGO said so.", "The FBI said this.", False),
        ("Smith said it was over.", "Jones said it was over.", False),
        ("Jane Wilding said it was over.", "Jane Dowling said it was over.", False),
        ("5 of 7 old houses fell.", "7 of 5 new houses fell.", False),
        ("Irpin and old Bucha fell.", "Bucha and new Irpin fell.", False),
    ],
)
def test_a_fuzzy_match_is_used_when_names_and_figures_agree(old: str, new: str, used: bool) -> None:
    adapted = adapt(match(old, "Ціль."), protected(new), known, UKRAINIAN)
    assert (adapted is not None) == used
    if adapted is not None:
        assert (adapted.target, adapted.replacements, adapted.doubts) == (Text("Ціль."), (), ())


def test_a_repaired_match_keeps_its_codes_and_says_what_was_replaced() -> None:
    found = match("The <1>mayor</1> of Kharkiv left.", "<1>Мер</1> Харкова<2/> виїхав<3/>.")
    adapted = adapt(found, protected("The mayor of Odesa left."), known, UKRAINIAN)
    assert adapted is not None
    assert adapted.target == text("<1>Мер</1> Одеси<2/> виїхав<3/>.")
    assert [(each.old, each.new) for each in adapted.replacements] == [("Харкова", "Одеси")]
    assert (adapted.match, adapted.doubts) == (found, ())


@pytest.mark.parametrize("kind", ["context", "exact"])
def test_an_exact_match_is_used_as_it_is(kind: str) -> None:
    one = entry("Irpin held on.", "Ірпінь вистояв.")
    found = Match(one, "context" if kind == "context" else "exact", 100, one.target)
    adapted = adapt(found, protected("Irpin held on."), known, UKRAINIAN)
    assert adapted is not None
    assert adapted.target == one.target


@pytest.mark.parametrize(
    ("old", "target", "new", "doubt"),
    [
        (
            "5 people left.",
            "Виїхало 5 людей.",
            "2 people left.",
            "the words behind 2 stand as they do behind 5",
        ),
        (
            "Kharkiv held on.",
            "Харків вистояв.",
            "Odesa held on.",
            "the words that belong to Одеса stand as they do with Харків",
        ),
        (
            "Kharkiv was rebuilt.",
            "Харків відбудували.",
            "Odesa was rebuilt.",
            "the case of Одеса is in doubt (Одеса, Одесу)",
        ),
    ],
)
def test_what_may_not_agree_is_in_doubt(old: str, target: str, new: str, doubt: str) -> None:
    adapted = adapt(match(old, target), protected(new), known, UKRAINIAN)
    assert adapted is not None
    assert any(doubt in each for each in adapted.doubts), adapted


def test_a_figure_that_is_also_given_in_metric_units_is_not_replaced() -> None:
    def metric(source: str) -> Protected:
        english = languages.get("en")
        return protect(source, glossary(), english, UKRAINIAN, style=FigureStyle(metric=True))

    target = "Це за 16 км (10 миль) звідси."
    assert repair(metric("It is 10 miles away."), target, metric("It is 12 miles away."), UKRAINIAN) is None
