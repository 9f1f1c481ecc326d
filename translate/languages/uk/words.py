"""The words of a term: tokens, the choice and order of forms, letter case, possessive adjectives."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import islice, product

from translate.languages.model import CASES
from translate.languages.uk import rules
from translate.languages.uk.lexicon import APOSTROPHES, Table, is_word, tables

Choice = tuple[Table, bool]

_EDGES = re.compile(r"^(\W*)(.*?)(\W*)$", re.DOTALL)
_ROMAN = re.compile(r"[IVXLCDMІХ]+")
_INITIAL = re.compile(r"[А-ЯІЇЄҐ][а-яіїєґ]?\.")
_LONG_DATIVES = ("ові", "еві", "єві")
# Usage has -у where most place names have -і (у Криму, на Дону); dictionaries list both.
_LOCATIVE_U = frozenset({"крим", "дон", "яр"})
# Cities of these names share them with a country or region, which is what an article mostly means.
_COUNTRIES = frozenset({"алжир", "люксембург", "сингапур", "сінгапур", "кувейт", "туніс", "сальвадор"})
_ARTICLES = frozenset(
    {
        "аль",
        "ан",
        "ар",
        "ас",
        "ат",
        "аш",
        "ад",
        "ед",
        "ель",
        "ес",
        "бен",
        "бін",
        "ібн",
        "ле",
        "де",
        "ла",
        "да",
        "ді",
    }
)
_INNER_PREPOSITIONS = frozenset({"на", "над", "під", "при"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a term with the punctuation around it; `frozen` when it stands in quotation marks."""

    lead: str
    core: str
    trail: str
    frozen: bool

    @property
    def capitalised(self) -> bool:
        """Say whether the word starts with a capital letter."""
        return self.core[:1].isupper()

    @property
    def lower(self) -> str:
        """Return the word in lower case with ’ as apostrophe."""
        return self.core.lower().translate(APOSTROPHES)


def tokens_of(term: str) -> tuple[list[Token], list[str]]:
    """Split a term at spaces; the tokens and the separators between them."""
    parts = re.split(r"([ \u00a0]+)", term)
    tokens, inside = [], False
    # A term that is all in quotation marks («Азовсталь») declines inside them when it stands alone.
    whole = term.startswith("«") and term.find("»") == len(term) - 1
    for part in parts[::2]:
        inside = inside or part.startswith(("«", "„", "“", '"', "("))
        match = _EDGES.match(part)
        lead, core, trail = match.groups() if match else ("", part, "")
        tokens.append(Token(lead, core, trail, (inside and not whole) or unchanging(part, core)))
        if part.endswith(("»", "“", "”", '"', ")")):
            inside = False
    return tokens, parts[1::2]


def unchanging(text: str, core: str) -> bool:
    """Say whether a word never changes by its looks: Latin, digits, abbreviations, initials, numerals."""
    if not core or _INITIAL.fullmatch(text) or _ROMAN.fullmatch(core):
        return True
    tail = core.split("-")[-1]
    if any(char.isdigit() for char in tail) or not re.search(r"[а-яіїєґА-ЯІЇЄҐ]", tail):
        return True
    if not re.search("[аеєиіїоуюя]", core.lower()):
        return True
    return len(core) == 1 or core.isupper()


def choose(word: str, pick: Callable[[str], Choice | None], *, both: bool = False) -> Choice | None:
    """Apply `pick` to a word, or to the parts of a hyphenated word that the dictionary does not have whole.

    Only the last part inflects, unless `both` (double surnames) or both parts are nouns for people
    (`лікар-терапевт`); with a preposition inside only the first part does (`Франкфурт-на-Майні`).
    """
    if "-" not in word or tables(word):
        return pick(word)
    parts = word.split("-")
    if len(parts) > 2 and parts[1] in _INNER_PREPOSITIONS:
        first = pick(parts[0])
        return (_joined(first[0], "-" + "-".join(parts[1:]), after=True), first[1]) if first else None
    last = pick(parts[-1])
    if last is None:
        return None
    head = "-".join(parts[:-1])
    people = all(any(t.animate and not t.name for t in tables(part)) for part in parts)
    if (both or people) and head not in _ARTICLES:
        first = pick(head)
        if first and not first[0].fixed:
            cases = tuple(
                (case, tuple(f"{a}-{b}" for a, b in product(first[0].forms(case), last[0].forms(case))))
                for case in CASES
            )
            return replace(last[0], cases=cases), first[1] and last[1]
    return _joined(last[0], head + "-", after=False), last[1]


def ordered(table: Table, *, animate: bool) -> Table:
    """Return the table with the preferred form of each case first and archaic forms left out.

    `animate` is that of the noun an adjective agrees with. The order is that of newspapers: places have -і
    in the locative (`у Бахмуті`), people -ові (`на Байденові`), datives are in -у.
    """
    cases = {case: list(forms) for case, forms in table.cases}
    lemma = cases["nomn"][0]
    several = len(cases["datv"]) > 1
    long = {form for form in cases["datv"] if several and form.endswith(_LONG_DATIVES)}
    cases["datv"].sort(key=_long_parts)
    if table.proper and not table.name and table.gender == "masc" and lemma not in _COUNTRIES:
        # Cities have -а, countries -у (§ 82); where the dictionary allows both, it is a city.
        cases["gent"].sort(key=lambda form: not form.endswith(("а", "я")))
    if table.adjective:
        cases["accs"] = [form for form in cases["accs"] if not form.endswith(("ую", "юю", "ії"))]
        if table.gender in ("masc", "plur") and len(cases["accs"]) > 1:
            cases["accs"] = [form for form in cases["accs"] if (form != lemma) == animate]
    elif not table.animate:
        cases["accs"].sort(key=lambda form: form != lemma)
    elif table.gender == "masc" and lemma[-1] not in "ая":
        # The dictionary has a few surnames with the accusative of things (Сирський).
        cases["accs"] = cases["gent"]
    adjectival = any(form.endswith("ому") for form in cases["loct"]) and not long
    if adjectival:
        cases["loct"].sort(key=lambda form: (not form.endswith("ому"), table.animate != _long_parts(form)))
    elif table.animate:
        cases["loct"].sort(key=lambda form: form not in long)
    else:
        short = lemma.endswith("к") or lemma in _LOCATIVE_U
        wanted = ("у", "ю") if short else ("і", "ї")
        cases["loct"].sort(key=lambda form: (form in long, not form.endswith(wanted)))
    return replace(table, cases=tuple((case, tuple(forms)) for case, forms in cases.items()))


def _long_parts(form: str) -> int:
    return sum(part.endswith(_LONG_DATIVES) for part in form.split("-"))


def recased(lemma: str, form: str) -> str:
    """Give a lower-case form the capitals of its lemma, letter by letter as far as they agree."""
    if lemma[:1].isupper() and form[:1] != lemma[:1].lower():
        return form[:1].upper() + form[1:]
    kept = 0
    for a, b in zip(lemma.translate(APOSTROPHES), form, strict=False):
        if a.lower() != b:
            break
        kept += 1
    result = lemma[:kept].translate(APOSTROPHES) + form[kept:]
    if "-" in lemma:  # a vowel may have changed before a later capital: Кривий-Ріг
        parts, originals = result.split("-"), lemma.split("-")
        result = "-".join(
            part[:1].upper() + part[1:] if original[:1].isupper() else part
            for part, original in zip(parts, originals, strict=False)
        )
    return result


def possessives(lemma: str, table: Table) -> frozenset[str]:
    """Return every form of the possessive adjective of a person's name (`Путінів`).

    Empty for adjectival and unchanging names, which have none.
    """
    genitive = table.forms("gent")[0]
    if table.fixed or genitive.endswith(("ого", "ої", "ього")):
        return frozenset()
    word = table.forms("nomn")[0]
    if word[-1] in "ая":
        stem = word[:-1]
        stem = stem[:-1] + {"г": "ж", "к": "ч", "х": "ш"}.get(stem[-1], stem[-1])
        nominative = oblique = stem + ("їн" if word[-1] == "я" and stem[-1] in "аеєиіїоуюя’" else "ин")
    else:
        stem = genitive[:-1]
        vowel = stem[-1] in "аеєиіїоуюя’" or word[-1] == "й"
        soft = genitive[-1] == "я" or stem[-1] in "жчшщ"
        nominative = stem + ("їв" if vowel else "ів")
        oblique = stem + ("єв" if vowel else "ев" if soft else "ов")
    endings = ("а", "ого", "ої", "ому", "ій", "у", "е", "им", "ою", "ім", "і", "их", "ими")
    return frozenset(recased(lemma, form) for form in (nominative, *(oblique + end for end in endings)))


def agreeing(word: str, gender: str) -> Table | None:
    """Return the table of `word` as an adjective of that gender, or None when it can be none."""
    for table in tables(word):
        if table.adjective and table.gender == gender:
            return table
    if not is_word(word) and rules.looks_adjectival(word) == gender:
        return rules.adjective(word, gender)
    if "-" in word and not is_word(word):  # військово-морський
        return _tailed(word, gender)
    return None


def combined(choices: Iterable[Iterable[str]], limit: int = 48) -> tuple[tuple[str, ...], ...]:
    """Return the ways to take one form of each word, the preferred forms first, at most `limit`."""
    ways = list(islice(product(*(tuple(enumerate(forms)) for forms in choices)), 4 * limit))
    ways.sort(key=lambda way: sum(rank for rank, _ in way))
    return tuple(tuple(form for _, form in way) for way in ways[:limit])


def _tailed(word: str, gender: str) -> Table | None:
    head, _, tail = word.rpartition("-")
    table = agreeing(tail, gender)
    return _joined(table, head + "-", after=False) if table else None


def _joined(table: Table, part: str, *, after: bool) -> Table:
    cases = tuple(
        (case, tuple(form + part if after else part + form for form in forms)) for case, forms in table.cases
    )
    return replace(table, cases=cases)
