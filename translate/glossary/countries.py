"""Country names in two languages from Unicode CLDR, by way of Babel's territories.

CLDR has one name per country; the other names that newspapers use, and the Ukrainian names that CLDR writes
against Ukrainian orthography or in a form for lists, are added here.
"""

from __future__ import annotations

import re
from functools import cache

from babel import Locale, UnknownLocaleError

from translate.glossary.model import Term

ORIGIN = "CLDR"

# Two letters, but no country: groups, pseudo-locales, and codes reserved for parts of a country.
_NO_COUNTRY = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UM", "UN", "XA", "XB", "ZZ"}

_ALSO_IN_ENGLISH = {
    "BA": ("Bosnia-Herzegovina",),
    "CD": ("Democratic Republic of the Congo", "Democratic Republic of Congo", "DR Congo"),
    "CG": ("Republic of the Congo", "Congo-Brazzaville"),
    "CI": ("Ivory Coast",),
    "CV": ("Cabo Verde",),
    "CZ": ("Czech Republic",),
    "FK": ("Falklands",),
    "GB": ("Great Britain", "Britain"),
    "HK": ("Hong Kong",),
    "KG": ("Kyrgyz Republic",),
    "MM": ("Myanmar", "Burma"),
    "MO": ("Macao", "Macau"),
    "NL": ("Holland",),
    "PS": ("Palestine",),
    "SZ": ("Swaziland",),
    "TL": ("East Timor",),
    "TR": ("Turkey", "Turkiye"),
    "US": ("United States of America",),
    "VA": ("Vatican",),
}

# Generic words of islands that are no states are lower-case (Ukrainian orthography of 2019, § 53).
_UKRAINIAN = {
    "AX": "Аландські острови",
    "BM": "Бермудські острови",
    "BV": "острів Буве",
    "CC": "Кокосові острови",
    "CD": "Демократична Республіка Конго",
    "CG": "Республіка Конго",
    "CX": "острів Різдва",
    "FK": "Фолклендські острови",
    "FO": "Фарерські острови",
    "GS": "Південна Джорджія та Південні Сандвічеві острови",
    "HK": "Гонконг",
    "HM": "острови Герд і Макдональд",
    "IM": "острів Мен",
    "KY": "Кайманові острови",
    "MM": "М’янма",
    "MO": "Макао",
    "MP": "Північні Маріанські острови",
    "NF": "острів Норфолк",
    "PN": "острови Піткерн",
    "SH": "острів Святої Єлени",
    "TC": "острови Теркс і Кайкос",
    "TF": "Французькі Південні території",
    "VI": "Американські Віргінські острови",
}
_UKRAINIAN_BY_SOURCE = {
    "Burma": "Бірма",
    "Cabo Verde": "Кабо-Верде",
    "Palestine": "Палестина",
    "United States of America": "Сполучені Штати Америки",
}
_UKRAINIAN_PLURAL = re.compile(
    r"\b([Оо]строви|Емірати|Штати|території|Нідерланди|Філіппіни|Мальдіви|Комори)\b"
)


@cache
def countries(source_language: str, target_language: str) -> tuple[Term, ...]:
    """Return the countries of the world as terms of kind `place` and origin `CLDR`.

    The languages are BCP 47 codes; nothing is returned for one that CLDR does not know. Names made for lists
    (`Congo - Kinshasa`, `Myanmar (Burma)`) are replaced where this module has a better one, else left out.
    """
    sources, targets = _territories(source_language), _territories(target_language)
    english = _primary(source_language) == "en"
    terms: dict[str, Term] = {}
    for code in sorted(sources.keys() & targets.keys()):
        for source in _names(sources[code]) + (_ALSO_IN_ENGLISH.get(code, ()) if english else ()):
            target = targets[code]
            gender = ""
            if _primary(target_language) == "uk":
                target = _UKRAINIAN_BY_SOURCE.get(source, target)
                gender = "plur" if _UKRAINIAN_PLURAL.search(target) else ""
            if not _made_for_lists(target):
                terms.setdefault(source, Term(source, target, kind="place", gender=gender, origin=ORIGIN))
    return tuple(terms.values())


def _territories(language: str) -> dict[str, str]:
    try:
        names: dict[str, str] = dict(Locale.parse(language, sep="-").territories)
    except (UnknownLocaleError, ValueError):
        return {}
    names = {code: name for code, name in names.items() if len(code) == 2 and code not in _NO_COUNTRY}
    if _primary(language) == "uk":
        # CLDR has both apostrophes; Ukrainian print, and the rest of this tool, has U+2019.
        names = {code: name.replace("ʼ", "’") for code, name in names.items()} | _UKRAINIAN
    return names


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()


def _names(name: str) -> tuple[str, ...]:
    """Return the ways to write a CLDR name: as it stands, with `and` for `&`, with `Saint` for `St.`."""
    if _made_for_lists(name):
        return ()
    written = name.replace(" & ", " and ")
    return tuple(dict.fromkeys((name, written, re.sub(r"^St\. ", "Saint ", written))))


def _made_for_lists(name: str) -> bool:
    return " - " in name or " – " in name or "(" in name or "," in name or " SAR " in name
