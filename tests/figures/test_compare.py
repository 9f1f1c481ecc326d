"""Whether a translation says what its source says, number by number."""

from __future__ import annotations

import pytest

from translate.figures import recognise, unmatched

# English, then a Ukrainian that says the same.
SAME = """
$432 billion was lost | втрачено 432 млрд дол.
$432 billion was lost | втрачено 432 мільярди доларів
ten million Ukrainians | перед десятьма мільйонами українців
in 2014 | у 2014 році
three to eight years | від трьох до восьми років
three to eight years | 3–8 років
between 5 and 10 people | 5–10 людей
3 to 5 million people | від трьох до п’яти мільйонів людей
a third of voters | третина виборців
two-thirds of voters | двома третинами виборців
5% of voters | 5 відсотків виборців
5% of voters | п’ятьма відсотками виборців
a 25% duty | 25-відсоткове мито
a 34-year-old man | 34-річного чоловіка
two soldiers | обидва солдати
two soldiers | двоє солдатів
a two-hour speech | двогодинний виступ
two soldiers and one officer | двоє солдатів і один офіцер
the soldier | один солдат
in the 1990s | у 90-х роках
in the 1990s | у 1990-х
in the 21st century | у ХХІ столітті
on 28 March 2022 | 28 березня 2022 року
on March 28, 2022 | 28.03.2022
at 5:30 p.m. on Monday | о 17:30 в понеділок
at 5:30 p.m. on Monday | о 5:30 вечора в понеділок
at half past nine | о пів на десяту
by four they left | о четвертій вони пішли
half a million people | пів мільйона людей
half a million people | 500 тисяч людей
two and a half million | два з половиною мільйони
5,000 miles of roads | 5000 миль доріг
a 3.5-mile stretch | 3,5-мильний відрізок
seven times | сім разів
an F-16 jet and a Su-34 | літак F-16 і Су-34
No. 10 | будинок № 10
won 3–1 | перемогли 3:1
20 pounds | 20 фунтів
£20 | 20 фунтів
9/11 attacks | напади 11 вересня
the 1995-96 season | сезон 1995–1996 років
a two-week truce | двотижневе перемир’я
twice a fortnight | двічі на два тижні
minus 15 degrees at night | уночі мінус 15 градусів
minus 15 degrees at night | уночі 15 градусів морозу
20 degrees of frost | у 20-градусний мороз
half past three on Friday afternoon | о пів на четверту в п’ятницю
a quarter to eight on Saturday evening | у суботу за чверть до восьмої вечора
fell 1,679 points | впав на 1679 пунктів
up to 1,000 vessels | до 1000 суден
in 2014 | до 2014-го
fell in 2021 to 2.4 million | впав у 2021 році до 2,4 мільйона
Ukraine 2, Iceland 1: ratings | Україна — Ісландія 2:1: оцінки
between 2 and 9 February | з 2 по 9 лютого
a wall two metres high | двометрова стіна
a six-litre bottle | шестилітрова пляшка
a £5 note | п’ятифунтова банкнота
a half-litre bottle | пів літра
the 1970s and 80s | у 1970–1980-х роках
the nineteenth and twentieth centuries | дев’ятнадцятого і двадцятого століть
a twentyfold fall | впав у двадцять разів
sixty grand a year | шістдесят тисяч фунтів на рік
nine days of frost | дев’ять морозних днів
a three-day visit | триденний візит
"""

DIFFERENT = """
17,000 troops | 7000 військових
17,000 troops | 17 військових
17,000 troops | 17,000 військових
$432 billion was lost | втрачено 432 мільйони доларів
$432 billion was lost | втрачено 432 мільярди євро
$432 billion was lost | втрачено 432 мільярди
5% of voters | 5 виборців
5 voters | 5% виборців
5,000 miles of roads | 5000 кілометрів доріг
in 2014 | у 2015 році
in the 1990s | у 1990 році
on 28 March 2022 | 28 травня 2022 року
on 28 March 2022 | 28 березня
three to eight years | від трьох до семи років
an F-16 jet | літак F-18
a T-72 tank | танк Т-64
at 5:30 p.m. on Monday | о 5:30 в понеділок
two soldiers | три солдати
two soldiers | солдати
the soldiers | 300 солдатів
ten million people | десять тисяч людей
a third of voters | чверть виборців
5.5 percentage points | 5,5%
1.5 million | 15 мільйонів
minus 15 degrees at night | уночі 15 градусів
15 degrees at night | уночі 15 градусів морозу
15 degrees at night | уночі 15 метрів
a rise of 1.3 degrees | зростання на 1,3
temperatures in the 90s | у 1990-х роках
half a mile away | за пів кілометра
rose to 76p a litre | зросла до 76 центів за літр
rose by 50 cents | зросла на 50 доларів
cut by half a percentage point | знизив на пів відсотка
sixty grand a year | шістдесят фунтів на рік
the 1870s and 80s | у 1870-х і 1980-х роках
five-and-a-half-year term | п’ятирічний термін
six feet two inches | шість футів
a quarter to five | чверть на п’яту
at five to six | п’ять або шість
half past three in the afternoon | о пів на четверту ранку
a three-day visit | тритижневий візит
a 5-month-old baby | 5-річна дитина
a 12-year-old girl | 12-місячна дівчинка
the 100 millionth visitor | сотий гість
call 044-123-45-67 | телефон 044–123
between 2 and 9 February | з 2 по 8 лютого
"""


def _pairs(table: str) -> list[tuple[str, str]]:
    rows = (line.split(" | ") for line in table.strip().splitlines())
    return [(source, target) for source, target in rows]


def _compare(source: str, target: str) -> tuple[list[str], list[str]]:
    missing, extra = unmatched(recognise(source, "en"), recognise(target, "uk"))
    return [f.text for f in missing], [f.text for f in extra]


@pytest.mark.parametrize(("source", "target"), _pairs(SAME))
def test_same_figures_in_another_notation_match(source: str, target: str) -> None:
    assert _compare(source, target) == ([], [])


@pytest.mark.parametrize(("source", "target"), _pairs(DIFFERENT))
def test_different_figures_never_match(source: str, target: str) -> None:
    assert _compare(source, target) != ([], [])


def test_figures_are_compared_as_multisets() -> None:
    assert _compare("5 tanks, 5 guns and 6 cars", "5 танків, 6 гармат і 6 машин") == (["5"], ["6"])


def test_lost_and_added_figures_are_both_named() -> None:
    assert _compare("17,000 troops and 586 tanks", "17 000 військових і 856 танків") == (["586"], ["856"])


def test_unit_decides_which_of_two_equal_numbers_matches() -> None:
    assert _compare("5 km in 5 hours", "5 годин і 5 км") == ([], [])
