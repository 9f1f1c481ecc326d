"""Which words of a term inflect, and how: terms that are not the name of a person."""

from __future__ import annotations

from dataclasses import dataclass, replace

from translate.languages.uk import rules
from translate.languages.uk.lexicon import Table, cases_of_word, is_word, tables
from translate.languages.uk.words import Choice, Token, agreeing, choose

_CONJUNCTIONS = frozenset({"і", "й", "та"})
# The name that follows these declines with them: у місті Києві, біля річки Десни (2019 orthography; usage).
_PLACE_HEADS = frozenset({"місто", "село", "річка", "ріка", "місто-герой", "столиця", "селище", "хутір"})


@dataclass(frozen=True, slots=True)
class Slots:
    """A table per word of a term, None where the word stays; `animate` for adjectives in the accusative."""

    tables: tuple[Table | None, ...]
    confident: bool
    animate: bool = False
    gender: str = ""
    person: bool = False


def phrase_slots(tokens: list[Token], kind: str, gender: str = "") -> Slots:
    """Return the tables of a common noun phrase, a place or an organisation."""
    slots: list[Table | None] = [None] * len(tokens)
    if tokens[0].frozen:
        return Slots(tuple(slots), True)
    head = _head(tokens, kind, gender)
    if head is None:
        first, sure = _guess(tokens[0].lower, kind, gender)
        slots[0] = first
        return Slots(tuple(slots), sure and len(tokens) == 1, first.animate, first.gender)
    index, noun = head
    slots[index] = noun
    for position in range(index):
        slots[position] = agreeing(tokens[position].lower, noun.gender)
    confident = _after(tokens, index, noun, kind, slots)
    return Slots(tuple(slots), confident, noun.animate, noun.gender)


def _head(tokens: list[Token], kind: str, gender: str) -> tuple[int, Table] | None:
    """Find the head: the last noun that every word before it agrees with as an adjective."""
    best: tuple[int, Table] | None = None
    for index, token in enumerate(tokens):
        if token.frozen:
            break
        for table in _nouns(token, kind, gender, alone=len(tokens) == 1):
            if all(agreeing(before.lower, table.gender) for before in tokens[:index]):
                best = index, table
                break
        if not any(table.adjective for table in tables(token.lower)) and not rules.looks_adjectival(
            token.lower.rpartition("-")[2]
        ):
            break
    return best or _adjective_head(tokens, gender)


def _adjective_head(tokens: list[Token], gender: str) -> tuple[int, Table] | None:
    """A term whose head is an adjective used as a noun: Південний, Лиманська."""
    for table in tables(tokens[0].lower):
        if table.adjective and gender in ("", table.gender):
            return 0, table
    return None


def _nouns(token: Token, kind: str, gender: str, *, alone: bool) -> list[Table]:
    choice = choose(token.lower, lambda word: _first_noun(word, kind, gender))
    if choice is None:
        return []
    if "-" in token.lower and not tables(token.lower):
        return [choice[0]]
    found = _ranked(token.lower, kind, gender)
    # A word that is a name of people only is no head of an organisation: Червоний (surname) Хрест.
    return found if alone else [table for table in found if not table.name]


def _first_noun(word: str, kind: str, gender: str) -> Choice | None:
    found = _ranked(word, kind, gender)
    return (found[0], True) if found else None


def _ranked(word: str, kind: str, gender: str) -> list[Table]:
    nouns = [table for table in tables(word) if not table.adjective]
    nouns = [table for table in nouns if gender in ("", table.gender)] or nouns

    def rank(table: Table) -> tuple[bool, ...]:
        place = kind == "place"
        return (
            bool(table.name),
            table.proper != place,
            # A fighter (винищувач) is a thing in an article unless the row says it is a person.
            table.animate != (kind == "person"),
            table.gender == "plur" and not table.proper,
        )

    return sorted(nouns, key=rank)


def _after(tokens: list[Token], index: int, noun: Table, kind: str, slots: list[Table | None]) -> bool:
    """Fill the slots of the words after the head that inflect with it; say whether the reading is sure."""
    rest = tokens[index + 1 :]
    if not rest or rest[0].frozen:
        return True
    following, position = rest[0], index + 1
    if following.core in _CONJUNCTIONS and len(rest) > 1:
        other = phrase_slots(rest[1:], kind)
        if any("nomn" in cases_of_word(token.lower) or not is_word(token.lower) for token in rest[1:2]):
            slots[position + 1 :] = list(other.tables)
            return other.confident
        return True
    adjective = agreeing(following.lower, noun.gender)
    # Кабінет Міністрів: what may be a genitive plural is one, not a possessive adjective.
    if adjective and not following.lower.endswith(("ів", "їв")) and not _is_modifier(rest):
        slots[position] = adjective
        return True
    if tokens[index].lower in _PLACE_HEADS and following.capitalised:
        name = phrase_slots(rest, "place")
        slots[position:] = list(name.tables)
        return name.confident
    if "gent" in cases_of_word(following.lower) or not following.capitalised:
        return True
    # A proper name in apposition that no genitive explains stays: Республіка Польща, острів Хортиця.
    return is_word(following.lower)


def _is_modifier(rest: list[Token]) -> bool:
    """Say whether an adjective after the head belongs to a genitive that follows it."""
    return len(rest) > 1 and not rest[1].frozen and "gent" in cases_of_word(rest[1].lower)


def _guess(word: str, kind: str, gender: str) -> Choice:
    """Decline the first word of a term that the dictionary does not explain."""
    return choose(word, lambda part: _by_rule(part, kind, gender)) or (
        rules.fixed(word, gender or "neut", animate=False),
        False,
    )


def _by_rule(word: str, kind: str, gender: str) -> Choice | None:
    if is_word(word) and not tables(word):  # an oblique form or a verb: leave it
        return rules.fixed(word, gender or "neut", animate=False), False
    table, sure = rules.place(word, gender)
    if kind != "place" and not table.fixed and table.gender == "masc" and not table.adjective:
        # Institutions and things take -у in the genitive: Газпрому, Метінвесту (§ 82).
        cases = dict(table.cases)
        cases["gent"] = tuple(
            form[:-1] + {"а": "у", "я": "ю"}.get(form[-1], form[-1]) for form in cases["gent"]
        )
        table = replace(table, cases=tuple(cases.items()))
    return table, sure
