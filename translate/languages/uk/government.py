"""Which case a Ukrainian preposition most likely asks of a name, where it may govern several."""

from __future__ import annotations

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


def governed_cases(word: str, kind: str = "other") -> tuple[str, ...]:
    """Return the cases that the preposition `word` governs, the likeliest for a name of `kind` first.

    Empty when `word` is no preposition. `kind` is that of a glossary term.

    >>> governed_cases("біля"), governed_cases("у"), governed_cases("з", "person"), governed_cases("мер")
    (('gent',), ('loct', 'accs', 'gent'), ('ablt', 'gent'), ())
    """
    cases = preposition_cases(word)
    key = word.lower()
    if key in _WITH:
        return ("ablt", "gent") if kind == "person" else ("gent", "ablt")
    return tuple(case for case in _PREFERRED.get(key, _ORDER) if case in cases)


# After these a name may stand in the nominative: місто Харків, у селі Стоянка (2019 orthography leaves both).
_GENERIC = ("міст", "сел", "хут", "річ", "рік", "озер", "остр", "компан", "агентств", "порт")


def names_in_apposition(word: str) -> bool:
    """Whether a name behind the noun `word`, in any case form, stands in apposition to it.

    >>> names_in_apposition("місті"), names_in_apposition("мер")
    (True, False)
    """
    return word.lower().startswith(_GENERIC)
