from __future__ import annotations

import pytest

from translate.languages.uk.prepositions import agree_preposition, preposition_cases


@pytest.mark.parametrize(
    ("word", "cases"),
    [
        ("в", "accs gent loct"),
        ("У", "accs gent loct"),
        ("на", "accs loct"),
        ("біля", "gent"),
        ("від", "gent"),
        ("до", "gent"),
        ("для", "gent"),
        ("проти", "gent"),
        ("під час", "gent"),
        ("Під  час", "gent"),
        ("поблизу", "gent"),
        ("між", "ablt accs gent"),
        ("над", "ablt accs"),
        ("під", "ablt accs"),
        ("перед", "ablt accs"),
        ("із", "ablt gent"),
        ("через", "accs"),
        ("завдяки", "datv"),
        ("всупереч", "datv"),
        ("Київ", ""),
        ("", ""),
    ],
)
def test_preposition_governs_the_cases_of_the_grammar(word: str, cases: str) -> None:
    assert preposition_cases(word) == frozenset(cases.split())


@pytest.mark.parametrize(
    ("previous", "given", "following", "expected"),
    [
        # § 23
        ("живе", "у", "Одесі", "в"),
        ("був", "у", "Одесі", "в"),
        ("була", "у", "Києві", "в"),
        ("був", "в", "Києві", "у"),
        ("", "В", "Києві", "У"),
        ("", "У", "Ірпені", "В"),
        ("загинув", "у", "Ірпені", "в"),
        ("вона", "в", "Вінниці", "у"),
        ("вона", "в", "Франції", "у"),
        ("народилася", "в", "Львові", "у"),
        ("сказав,", "в", "Бучі", "у"),
        ("", "В", "Японії", "В"),
        ("", "У", "Японії", "У"),
        ("2022", "в", "Харкові", "в"),
        ("вона", "у", "NASA", "у"),
        ("вона", "у", "«Азові»", "в"),
        ("був", "в", "СБУ", "в"),
        # § 24
        ("Ольга", "і", "Олена", "й"),
        ("Ольга", "й", "Юлія", "і"),
        ("Іван", "й", "Олена", "і"),
        ("Ольга", "і", "Марія", "і"),
        ("Ольга", "й", "Марія", "й"),
        ("", "Й", "Марія", "І"),
        ("Ольга", "та", "Олена", "та"),
        # § 25
        ("пішли", "із", "Ізюма", "з"),
        ("поїхав", "з", "Сум", "із"),
        ("приїхав", "з", "Києва", "з"),
        ("він", "з", "Львова", "зі"),
        ("виїхала", "з", "Слов’янська", "зі"),
        ("виїхав", "з", "Краматорська", "із"),
        ("вони", "з", "Запоріжжя", "із"),
        ("приїхав", "зі", "Києва", "з"),
        ("говорив", "зі", "мною", "зі"),
        ("біля", "до", "Києва", "до"),
    ],
)
def test_preposition_agrees_with_the_sounds_around_it(
    previous: str, given: str, following: str, expected: str
) -> None:
    assert agree_preposition(given, following, previous) == expected
