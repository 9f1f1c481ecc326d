"""Which case the word in front of a Ukrainian name most likely asks for, where it may be several."""

from __future__ import annotations

from translate.languages.model import CASES
from translate.languages.uk.lexicon import cases_of_word
from translate.languages.uk.prepositions import preposition_cases

_ORDER = ("gent", "loct", "ablt", "accs", "datv")
# Prepositions of several cases: places are mostly where something is or comes from, people whom one is with.
_PREFERRED = {
    "у": ("loct", "accs", "gent"),
    "в": ("loct", "accs", "gent"),
    "на": ("loct", "accs"),
    "по": ("loct", "accs"),
    "о": ("loct", "accs"),
    "об": ("loct", "accs"),
    "за": ("ablt", "accs", "gent"),
    "між": ("ablt", "gent", "accs"),
    "поміж": ("ablt", "gent", "accs"),
    "під": ("ablt", "accs"),
    "над": ("ablt", "accs"),
    "перед": ("ablt", "accs"),
}
_WITH = frozenset({"з", "із", "зі"})
_IN = frozenset({"у", "в"})
# Verbs whose object is in another case than the accusative, by their first letters.
_NO_ACCUSATIVE = (
    "допом", "загрож", "належ", "рад", "порад", "дяк", "подяк", "служ", "протист", "запобіг", "завад",
    "заважа", "довір", "вір", "керу", "волод", "торг", "потреб", "бракува", "сприя", "протид", "шкод",
    "зашкод", "мст", "помст", "прав", "був", "бул", "стан",
)  # fmt: skip
# Nouns that agree with the name of a person behind them.
_TITLES = (
    "пан",
    "президент",
    "мер",
    "міністр",
    "прем’єр",
    "генерал",
    "полковник",
    "підполковник",
    "майор",
    "капітан",
    "лейтенант",
    "сержант",
    "солдат",
    "губернатор",
    "посол",
    "канцлер",
    "сенатор",
    "депутат",
    "професор",
    "доктор",
    "король",
    "прокурор",
    "суддя",
    "містер",
)


def governed_cases(word: str, kind: str = "other") -> tuple[str, ...]:
    """Return the cases that `word` asks of a name of `kind` behind it, the likeliest first.

    A preposition governs; empty for other words. `kind` is that of a glossary term, "date" for a month with
    its year, or "titled" for a person whose name follows a title, which then agrees: its own cases are asked.
    "in place" says that something is there and moves nowhere, "with place" that it comes along. "object" asks
    for the object of a verb, which is in the accusative, or after a negation in the genitive; empty for a
    verb that governs other cases.

    >>> governed_cases("біля"), governed_cases("у"), governed_cases("з", "person"), governed_cases("мер")
    (('gent',), ('loct', 'accs', 'gent'), ('ablt', 'gent'), ())
    >>> governed_cases("у", "place"), governed_cases("у", "date"), governed_cases("пана", "titled")
    (('loct', 'accs'), ('loct',), ('gent', 'accs'))
    >>> governed_cases("у", "in place"), governed_cases("з", "with place"), governed_cases("бачив", "object")
    (('loct',), ('ablt',), ('accs', 'gent'))
    """
    if kind == "object":
        other = word.lower().endswith(("ся", "сь")) or word.lower().startswith(_NO_ACCUSATIVE)
        return () if other else ("accs", "gent")
    relation, _, kind = kind.rpartition(" ")
    key = word.lower()
    # As a preposition `ради` is archaic: it is the genitive of a council.
    cases = preposition_cases(word) if key != "ради" else frozenset()
    if relation == "in" and key in _IN:
        return ("loct",)
    if relation == "with" and key in _WITH:
        return ("ablt",)
    if key in _WITH:
        return ("ablt", "gent") if kind in ("person", "titled") else ("gent", "ablt")
    if key in _IN and kind in ("place", "date"):
        # у + genitive says who has something or at whose home it is, never where or when.
        return ("loct", "accs") if kind == "place" else ("loct",)
    if kind == "titled" and not cases and _is_title(key):
        return tuple(case for case in CASES if case in cases_of_word(key) and case != "voct")
    return tuple(case for case in _PREFERRED.get(key, _ORDER) if case in cases)


def _is_title(word: str) -> bool:
    return any(word.startswith(title.rstrip("ьяй")) and len(word) - len(title) <= 3 for title in _TITLES)


# After these a name may stand in the nominative: місто Харків, у селі Стоянка (2019 orthography leaves both).
_GENERIC = ("міст", "сел", "хут", "річ", "рік", "озер", "остр", "штат", "компан", "агентств", "порт")


def names_in_apposition(word: str) -> bool:
    """Whether a name behind the noun `word`, in any case form, stands in apposition to it.

    >>> names_in_apposition("місті"), names_in_apposition("мер")
    (True, False)
    """
    return word.lower().startswith(_GENERIC)
