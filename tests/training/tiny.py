"""A corpus of template sentences: small enough to train on in seconds, real enough to annotate."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

# Nominative, genitive, locative.
CITIES = (
    ("Kyiv", "Київ", "Києва", "Києві"),
    ("Kharkiv", "Харків", "Харкова", "Харкові"),
    ("Lviv", "Львів", "Львова", "Львові"),
    ("Odesa", "Одеса", "Одеси", "Одесі"),
    ("Kherson", "Херсон", "Херсона", "Херсоні"),
    ("Poltava", "Полтава", "Полтави", "Полтаві"),
    ("Irpin", "Ірпінь", "Ірпеня", "Ірпені"),
    ("Bucha", "Буча", "Бучі", "Бучі"),
    ("Vinnytsia", "Вінниця", "Вінниці", "Вінниці"),
    ("Ternopil", "Тернопіль", "Тернополя", "Тернополі"),
)
TEMPLATES = (
    ("The mayor of {0} spoke on Monday.", "Мер {2} виступив у понеділок."),
    ("The mayor of {0} met {n} doctors.", "Мер {2} зустрів {m} лікарів."),
    ("The hospital in {0} has {n} beds.", "Лікарня в {3} має {m} ліжок."),
    ("{n} people live in {0}.", "У {3} живе {m} людей."),
    ("The new school in {0} is open.", "Нова школа в {3} відчинена."),
    ("They left {0} in 2022.", "Вони виїхали з {2} у 2022 році."),
    ("{0} is a beautiful city.", "{1} — красиве місто."),
    ("The museum of {0} is closed today.", "Музей {2} сьогодні зачинено."),
)
NUMBERS = (("25", "25"), ("140", "140"), ("1,700", "1700"), ("17,000", "17 000"), ("36", "36"))


def pairs() -> Iterator[tuple[str, str]]:
    """Yield every template with every city and number."""
    for source, target in TEMPLATES:
        for city in CITIES:
            for n, m in NUMBERS if "{n}" in source else NUMBERS[:1]:
                yield source.format(*city, n=n), target.format(*city, m=m)


def write(folder: Path) -> Path:
    """Write the corpus in three columns; return its path."""
    path = folder / "tiny.tsv"
    origins = ("news", "web")
    lines = [f"{origins[i % 2]}\t{source}\t{target}\n" for i, (source, target) in enumerate(pairs())]
    path.write_text("".join(lines), encoding="utf-8")
    return path
