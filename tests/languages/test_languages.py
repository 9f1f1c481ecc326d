from __future__ import annotations

import pytest

from translate.errors import LanguageCodeError
from translate.languages import CASES, get, parse_code


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("uk", "uk"),
        ("UK", "uk"),
        ("uk-UA", "uk"),
        ("uk_UA", "uk"),
        ("ukr", "uk"),
        ("uk-Cyrl-UA", "uk"),
        ("uk-Latn", "uk-Latn"),
        ("en-GB", "en"),
        ("pt_br", "pt"),
        ("zh-Hant", "zh-Hant"),
        ("ZH-hant-tw", "zh-Hant"),
        ("sr-latn", "sr-Latn"),
        ("se", "se"),
        ("be", "be"),
        ("br", "br"),
    ],
)
def test_parsing_a_code_gives_the_language(code: str, expected: str) -> None:
    assert parse_code(code) == expected


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("ua", "uk"),
        ("UA", "uk"),
        ("gb", "en"),
        ("us", "en"),
        ("cz", "cs"),
        ("gr", "el"),
        ("jp", "ja"),
        ("cn", "zh"),
        ("kr", "ko"),
        ("dk", "da"),
    ],
)
def test_parsing_a_country_code_names_the_language(code: str, language: str) -> None:
    with pytest.raises(LanguageCodeError) as caught:
        parse_code(code)
    assert str(caught.value) == f"`{code.lower()}` is a country code; the language is `{language}`"


@pytest.mark.parametrize(
    ("code", "hint"),
    [("ukrainian", "`uk` (Ukrainian)"), ("Ukranian", "`uk` (Ukrainian)"), ("german", "`de` (German)")],
)
def test_parsing_the_name_of_a_language_suggests_its_code(code: str, hint: str) -> None:
    with pytest.raises(LanguageCodeError) as caught:
        parse_code(code)
    assert hint in str(caught.value)


@pytest.mark.parametrize(
    "code", ["", "  ", "xx", "123", "uk--UA", "../uk", "u", "-uk", "щось", "root", "und", "mul"]
)
def test_parsing_nonsense_is_refused(code: str) -> None:
    with pytest.raises(LanguageCodeError):
        parse_code(code)


def test_getting_a_language_gives_its_name_and_quotation_marks() -> None:
    assert (get("uk-UA").name, get("uk").quotes) == ("Ukrainian", ("«", "»", "„", "“"))
    assert (get("en").code, get("de").name, get("sr-Latn").code) == ("en", "German", "sr-Latn")


def test_the_neutral_language_leaves_terms_and_text_alone() -> None:
    german = get("de")
    paradigm = german.paradigm("Kiew", kind="place", forms=[("gent", "Kiews")])
    assert [paradigm.form(case) for case in CASES] == ["Kiew", "Kiews", *["Kiew"] * 5]
    assert german.typography('  "a"  - b ') == '"a" - b'
    assert german.preposition_cases("in") == frozenset()
    assert german.agree_preposition("in", "Kiew") == "in"


def test_the_ukrainian_language_offers_its_functions() -> None:
    ukrainian = get("uk")
    assert ukrainian.paradigm("Київ", kind="place").cases_of("Києва") == {"gent"}
    assert ukrainian.preposition_cases("до") == {"gent"}
    assert ukrainian.agree_preposition("у", "Одесі", "живе") == "в"
    assert ukrainian.typography('"так"') == "«так»"
