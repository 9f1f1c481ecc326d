"""Foreign names in Ukrainian: what the rules give alone, what the tables add, and whole proposals."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.languages import Proposal, get
from translate.languages.uk.first_names import FIRST_NAMES
from translate.languages.uk.proposals import propose_name
from translate.languages.uk.settled import SETTLED
from translate.languages.uk.transcription import by_rule, transcribe

ROWS = [
    (english, ukrainian)
    for english, _, ukrainian in (
        line.partition("\t")
        for line in Path(__file__).with_name("transcription.txt").read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    )
]
UKRAINIAN = set("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’-. ")


@pytest.mark.parametrize(("english", "ukrainian"), ROWS)
def test_transcribing_gives_the_settled_form_of_the_table(english: str, ukrainian: str) -> None:
    assert transcribe(english) == ukrainian


def test_the_rules_alone_give_three_quarters_of_the_table() -> None:
    assert len(ROWS) >= 150
    right = sum(by_rule(english) == ukrainian for english, ukrainian in ROWS)
    assert right / len(ROWS) >= 0.75


# What only a rule can give: none of these stands in a table.
@pytest.mark.parametrize(
    ("english", "ukrainian"),
    [
        ("Whitfield", "Вітфілд"),
        ("Pemberton", "Пембертон"),
        ("Ashworth", "Ешворт"),
        ("Hollis", "Голліс"),
        ("Huntley", "Гантлі"),
        ("Lancashire", "Ланкашир"),
        ("McGregor", "Макгрегор"),
        ("O'Brien", "О’Брієн"),
        ("Fitzgerald", "Фіцджеральд"),
        ("Blackwood", "Блеквуд"),
        ("Kingsley", "Кінгслі"),
        ("Buckingham", "Бакінгем"),
        ("Dutton", "Даттон"),
        ("Quincy", "Квінсі"),
        ("Lewandowski", "Левандовський"),
        ("Morawiecki", "Моравецький"),
        ("Szymborska", "Шимборська"),
        ("Weizsäcker", "Вайцзекер"),
        ("Nakamura", "Накамура"),
        ("Zapatero", "Запатеро"),
    ],
)
def test_rules_write_names_that_no_table_has(english: str, ukrainian: str) -> None:
    assert english not in SETTLED
    assert by_rule(english) == ukrainian


@given(st.from_regex(r"[A-Z][a-z]{1,12}( [A-Z][a-z]{1,12})?", fullmatch=True))
def test_transcription_is_ukrainian_letters_only(name: str) -> None:
    assert set(by_rule(name).lower()) <= UKRAINIAN


def test_tables_hold_ukrainian_letters_and_a_gender() -> None:
    assert all(set(text.lower()) <= UKRAINIAN for text in SETTLED.values())
    assert all(set(text.lower()) <= UKRAINIAN for text, _ in FIRST_NAMES.values())
    assert {gender for _, gender in FIRST_NAMES.values()} == {"masc", "femn"}
    assert len(FIRST_NAMES) >= 250


@pytest.mark.parametrize(
    ("name", "kind", "text", "made", "gender"),
    [
        ("Oleksandr Markushyn", "person", "Олександр Маркушин", "person", "masc"),
        ("Markushyn", "person", "Маркушин", "person", ""),
        ("Boichenko", "person", "Бойченко", "person", ""),
        ("Serhiy Udod", "person", "Сергій Удод", "person", "masc"),
        ("Larysa Tkachenko", "other", "Лариса Ткаченко", "person", "femn"),
        ("V. V. Nazarenko", "person", "В. В. Назаренко", "person", ""),
        ("J. R. R. Tolkien", "person", "Дж. Р. Р. Толкін", "person", ""),
        ("James Whitfield", "person", "Джеймс Вітфілд", "person", "masc"),
        ("Sarah Pemberton", "other", "Сара Пембертон", "person", "femn"),
        ("Anna Kowalska", "person", "Анна Ковальська", "person", "femn"),
        ("Agnieszka Zielinska", "person", "Агнешка Зелінська", "person", "femn"),
        ("Michael Bohachevsky", "person", "Майкл Богачевський", "person", "masc"),
        ("Ursula von der Leyen", "person", "Урсула фон дер Лаєн", "person", "femn"),
        ("David O'Shannessy", "person", "Девід О’Шаннессі", "person", "masc"),
        ("Florence Nightingale", "person", "Флоренс Найтінгейл", "person", "femn"),
        ("Whitney Houston", "person", "Вітні Г’юстон", "person", "femn"),
        ("Sarah Moon", "person", "Сара Мун", "person", "femn"),
        ("Venus Williams", "other", "Вінус Вільямс", "person", "femn"),
        ("Stoyanka", "place", "Стоянка", "place", ""),
        ("Rava-Ruska", "place", "Рава-Руська", "place", ""),
        ("Bila Tserkva", "place", "Біла Церква", "place", ""),
        ("Trypillia", "place", "Трипілля", "place", ""),
        ("Inhulets", "place", "Інгулець", "place", ""),
        ("Sumska Street", "place", "вулиця Сумська", "place", "femn"),
        ("Lake Huron", "place", "озеро Гурон", "place", "neut"),
        ("Northern California", "place", "Північна Каліфорнія", "place", "femn"),
        ("St. Albans", "place", "Сент-Албанс", "place", ""),
        ("Vienna", "other", "Відень", "place", ""),
        ("Los Angeles", "place", "Лос-Анджелес", "place", ""),
    ],
)
def test_proposal_has_the_spelling_the_kind_and_the_gender(
    name: str, kind: str, text: str, made: str, gender: str
) -> None:
    proposal = propose_name(name, kind)
    assert proposal is not None
    assert (proposal.text, proposal.kind, proposal.gender) == (text, made, gender)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("World Bank", "organisation"),
        ("Ross Sea", "place"),
        ("Planned Parenthood", "other"),
        ("Fire of Anatolia", "other"),
    ],
)
def test_name_that_is_translated_and_not_spelt_has_no_proposal(name: str, kind: str) -> None:
    assert propose_name(name, kind) is None


@given(st.text(max_size=20), st.sampled_from(["person", "place", "organisation", "other"]))
def test_proposal_for_any_text_is_never_confident(name: str, kind: str) -> None:
    proposal = get("uk").propose(name, kind)
    assert proposal is None or (isinstance(proposal, Proposal) and not proposal.confident)


def test_neutral_language_proposes_nothing() -> None:
    assert get("de").propose("Ann Hill", "person") is None
