"""Which words of a person's name inflect, and how; titles before it; the person's gender."""

from __future__ import annotations

from translate.languages.uk import rules
from translate.languages.uk.lexicon import Table, is_word, names, tables
from translate.languages.uk.phrases import Slots, phrase_slots
from translate.languages.uk.words import Choice, Token, choose

_PARTICLES = frozenset(
    {
        "фон",
        "дер",
        "ван",
        "ден",
        "де",
        "да",
        "ді",
        "ду",
        "дель",
        "делла",
        "ла",
        "ле",
        "бен",
        "бін",
        "ібн",
        "аль",
        "ель",
    }
)
# In Korean names of three words only the last declines: Кім Чен Ина (2019 orthography, on foreign names).
_KOREAN = frozenset({"кім", "пак", "лі", "пан", "юн", "мун", "чон", "чхве", "хан", "но", "со", "кан"})


def is_person(tokens: list[Token], kind: str) -> bool:
    """Say whether a term is a person's name, with or without a title before it."""
    if kind == "person":
        return True
    if kind != "other" or tokens[0].frozen:
        return False
    if all(token.frozen or (token.capitalised and names(token.lower)) for token in tokens):
        return all(table.name or table.adjective for token in tokens for table in tables(token.lower))
    title = any(table.animate and not table.name for token in tokens[:2] for table in tables(token.lower))
    return title and any(token.capitalised and "Name" in names(token.lower) for token in tokens[1:])


def name_slots(tokens: list[Token], gender: str = "") -> Slots:
    """Return the tables of a title and a name; a gender that is not stated is found or guessed."""
    start = _start(tokens)
    title = phrase_slots(tokens[:start], "person") if start else None
    if start == len(tokens):
        return title if title is not None else Slots((), True)
    stated = gender if gender in ("masc", "femn") else ""
    if not stated and title is not None and title.animate and title.gender == "femn":
        stated = "femn"
    found, sure = (stated, True) if stated else _gender(tokens[start:])
    slots: list[Table | None] = list(title.tables) if title is not None else []
    confident = sure and (title is None or title.confident)
    name = tokens[start:]
    korean = len(name) == 3 and name[0].lower in _KOREAN and all(len(token.core) <= 4 for token in name)
    for position, token in enumerate(name):
        if token.frozen or (token.core.islower() and token.lower in _PARTICLES) or (korean and position < 2):
            slots.append(None)
            continue
        table, known = _name(
            token, found, first=position == 0 and len(name) > 1, last=position == len(name) - 1
        )
        slots.append(table)
        confident = confident and known
    return Slots(tuple(slots), confident, animate=True, gender=found, person=True)


def _start(tokens: list[Token]) -> int:
    """Return where the name starts after a title; the number of tokens when there is only a title."""
    first = tokens[0]
    titled = (first.core.islower() and first.lower not in _PARTICLES) or _titled(tokens)
    for index, token in enumerate(tokens):
        if token.capitalised and "Name" in names(token.lower) and not token.frozen:
            return _before_initials(tokens, index) if titled else 0
    # Without a first name a capitalised word that may be a surname is read as a name: Кіт Келлог, Мельник.
    if first.frozen or not titled or (first.capitalised and names(first.lower)):
        return 0
    for index, token in enumerate(tokens):
        if index and token.capitalised and (names(token.lower) or not is_word(token.lower)):
            return _before_initials(tokens, index)
    return len(tokens)


def _before_initials(tokens: list[Token], index: int) -> int:
    while index and tokens[index - 1].frozen and tokens[index - 1].trail.startswith("."):
        index -= 1
    return index


def _titled(tokens: list[Token]) -> bool:
    """Say whether the first word is a noun for a person, or an adjective before one: Генеральний прокурор."""
    if _is_common(tokens[0]):
        return tokens[0].lower not in _PARTICLES
    return len(tokens) > 1 and any(t.adjective for t in tables(tokens[0].lower)) and _is_common(tokens[1])


def _is_common(token: Token) -> bool:
    found = tables(token.lower) or tables(token.lower.rpartition("-")[2])
    return any(table.animate and not table.name and not table.adjective for table in found)


def _gender(name: list[Token]) -> tuple[str, bool]:
    """Find the gender in the first name, the patronymic, the surname; else guess a man."""
    for wanted in ("Name", "Patr", "Surn"):
        order = name if wanted != "Surn" else name[::-1]
        for token in order:
            genders = {table.gender for table in tables(token.lower) if table.name == wanted}
            if len(genders & {"masc", "femn"}) == 1:
                return (genders & {"masc", "femn"}).pop(), True
    last = name[-1].lower
    if not names(last) and (last.endswith(("ова", "ева", "єва")) or rules.looks_adjectival(last) == "femn"):
        return "femn", True
    if rules.looks_adjectival(last) == "masc":
        return "masc", True
    return "masc", False


def _name(token: Token, gender: str, *, first: bool, last: bool) -> Choice:
    order = ("Name",) if first else ("Surn", "Name", "Patr") if last else ("Patr", "Name", "Surn")

    def pick(word: str) -> Choice | None:
        found = [table for table in tables(word) if table.name and table.gender == gender]
        for kind in order:
            for table in found:
                if table.name == kind and not (table.fixed and _declines(word, gender)):
                    return table, True
        table, sure = rules.person(word, gender, surname=not first)
        return table, sure or bool(found)

    choice = choose(token.lower, pick, both=not first)
    assert choice is not None  # `pick` always finds a table
    return choice


def _declines(word: str, gender: str) -> bool:
    """Say whether a man's name declines although the dictionary has it as fixed: Кім, Франко."""
    return gender == "masc" and (word[-1] not in "аеєиіїоуюя" or (word.endswith("ко") and len(word) > 4))
