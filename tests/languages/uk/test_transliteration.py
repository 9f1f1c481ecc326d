from __future__ import annotations

import pytest

from translate.languages.uk.transliteration import propose, romanise, similarity

# The examples of resolution 55 of the Cabinet of Ministers of Ukraine, 27 January 2010.
# fmt: off
RESOLUTION_55 = [
    ("Алушта", "Alushta"), ("Андрій", "Andrii"), ("Борщагівка", "Borshchahivka"),
    ("Борисенко", "Borysenko"), ("Вінниця", "Vinnytsia"), ("Володимир", "Volodymyr"),
    ("Гадяч", "Hadiach"), ("Богдан", "Bohdan"), ("Згурський", "Zghurskyi"),
    ("Ґалаґан", "Galagan"), ("Ґорґани", "Gorgany"), ("Донецьк", "Donetsk"),
    ("Дмитро", "Dmytro"), ("Рівне", "Rivne"), ("Олег", "Oleh"),
    ("Есмань", "Esman"), ("Єнакієве", "Yenakiieve"), ("Гаєвич", "Haievych"),
    ("Короп’є", "Koropie"), ("Житомир", "Zhytomyr"), ("Жанна", "Zhanna"),
    ("Жежелів", "Zhezheliv"), ("Закарпаття", "Zakarpattia"), ("Казимирчук", "Kazymyrchuk"),
    ("Медвин", "Medvyn"), ("Михайленко", "Mykhailenko"), ("Іванків", "Ivankiv"),
    ("Іващенко", "Ivashchenko"), ("Їжакевич", "Yizhakevych"), ("Кадиївка", "Kadyivka"),
    ("Мар’їне", "Marine"), ("Йосипівка", "Yosypivka"), ("Стрий", "Stryi"),
    ("Олексій", "Oleksii"), ("Київ", "Kyiv"), ("Коваленко", "Kovalenko"),
    ("Лебедин", "Lebedyn"), ("Леонід", "Leonid"), ("Миколаїв", "Mykolaiv"),
    ("Маринич", "Marynych"), ("Ніжин", "Nizhyn"), ("Наталія", "Nataliia"),
    ("Одеса", "Odesa"), ("Онищенко", "Onyshchenko"), ("Полтава", "Poltava"),
    ("Петро", "Petro"), ("Решетилівка", "Reshetylivka"), ("Рибчинський", "Rybchynskyi"),
    ("Суми", "Sumy"), ("Соломія", "Solomiia"), ("Тернопіль", "Ternopil"),
    ("Троць", "Trots"), ("Ужгород", "Uzhhorod"), ("Уляна", "Uliana"),
    ("Фастів", "Fastiv"), ("Філіпчук", "Filipchuk"), ("Харків", "Kharkiv"),
    ("Христина", "Khrystyna"), ("Стеценко", "Stetsenko"), ("Чернівці", "Chernivtsi"),
    ("Шевченко", "Shevchenko"), ("Шостка", "Shostka"), ("Кишеньки", "Kyshenky"),
    ("Щербухи", "Shcherbukhy"), ("Гоща", "Hoshcha"), ("Гаращенко", "Harashchenko"),
    ("Юрій", "Yurii"), ("Корюківка", "Koriukivka"), ("Яготин", "Yahotyn"),
    ("Ярошенко", "Yaroshenko"), ("Костянтин", "Kostiantyn"), ("Знам’янка", "Znamianka"),
    ("Феодосія", "Feodosiia"), ("Згорани", "Zghorany"), ("Розгон", "Rozghon"),
]
# fmt: on


@pytest.mark.parametrize(("ukrainian", "latin"), RESOLUTION_55)
def test_romanising_follows_the_examples_of_resolution_55(ukrainian: str, latin: str) -> None:
    assert romanise(ukrainian) == latin


def test_romanising_keeps_capitals_and_other_characters() -> None:
    assert romanise("«ЩУКА» - Біла Церква, 5 ЄС") == "«SHCHUKA» - Bila Tserkva, 5 YES"


@pytest.mark.parametrize(
    ("english", "ukrainian"),
    [
        ("Markushyn", "Маркушин"),
        ("Oleksandr Markushyn", "Олександр Маркушин"),
        ("Boichenko", "Бойченко"),
        ("Vadym Boichenko", "Вадим Бойченко"),
        ("Vadym Boychenko", "Вадим Бойченко"),
        ("Serhiy Udod", "Сергій Удод"),
        ("Serhii Udod", "Сергій Удод"),
        ("Stoyanka", "Стоянка"),
        ("Venediktova", "Венедіктова"),
        ("Iryna Venediktova", "Ірина Венедіктова"),
        ("Yulia Svyridenko", "Юлія Свириденко"),
        ("Yuliia Svyrydenko", "Юлія Свириденко"),
        ("Zelensky", "Зеленський"),
        ("Volodymyr Zelenskyi", "Володимир Зеленський"),
        ("Zelenskiy", "Зеленський"),
        ("Zelenskyy", "Зеленський"),
        ("Olha Stefanishyna", "Ольга Стефанішина"),
        ("Mykhailo Podolyak", "Михайло Подоляк"),
        ("Serhii Haidai", "Сергій Гайдай"),
        ("Andriy Yermak", "Андрій Єрмак"),
        ("Lyudmyla Denisova", "Людмила Денісова"),
        ("Nataliia Humeniuk", "Наталія Гуменюк"),
        ("Maksym Kozytskyi", "Максим Козицький"),
        ("Illia Ponomarenko", "Ілля Пономаренко"),
        ("Valerii Zaluzhnyi", "Валерій Залужний"),
        ("Irpin", "Ірпінь"),
        ("Zaporizhzhia", "Запоріжжя"),
        ("Chernihiv", "Чернігів"),
        ("Borodyanka", "Бородянка"),
    ],
)
def test_proposing_a_ukrainian_name_reads_it_back(english: str, ukrainian: str) -> None:
    assert propose(english) == ukrainian


@pytest.mark.parametrize("english", ["John Smith", "Joseph", "Київ", "", "Xyzzy", "F-16", "the"])
def test_proposing_what_is_no_ukrainian_name_gives_none(english: str) -> None:
    assert propose(english) is None


@pytest.mark.parametrize(
    ("english", "ukrainian"),
    [
        ("Venediktova", "Ведіктова"),
        ("Markushyn", "Маркусін"),
        ("Svyridenko", "Свіріденко"),
        ("Zelensky", "Зеленського"),
        ("Kharkiv", "Харкові"),
        ("Biden", "Байдена"),
        ("Putin", "Путіна"),
    ],
)
def test_similarity_of_a_mangled_or_inflected_name_is_high(english: str, ukrainian: str) -> None:
    assert similarity(english, ukrainian) > 0.7


@pytest.mark.parametrize(
    ("english", "ukrainian"),
    [("Venediktova", "прокурорка"), ("Kharkiv", "область"), ("mayor", "сказав"), ("", "Київ")],
)
def test_similarity_of_other_words_is_low(english: str, ukrainian: str) -> None:
    assert similarity(english, ukrainian) < 0.5
