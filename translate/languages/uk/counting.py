"""Numeral and noun: the form that a counted noun takes (CLDR plural rules for Ukrainian)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from translate.languages.uk.prepositions import preposition_cases
from translate.languages.uk.readings import Reading, noun_form, readings

_SPACE = "[ \u00a0\u202f]"
_LETTER = "А-ЩЬЮЯЄІЇҐа-щьюяєіїґ"
_WORDS: dict[str, str] = {
    "два": "few", "дві": "few", "обидва": "few", "обидві": "few", "три": "few", "чотири": "few",
    "півтора": "part", "півтори": "part",
} | dict.fromkeys(
    re.findall(
        r"[\w’]+",
        "п’ять шість сім вісім дев’ять десять одинадцять дванадцять тринадцять чотирнадцять "
        "п’ятнадцять шістнадцять сімнадцять вісімнадцять дев’ятнадцять двадцять тридцять сорок "
        "п’ятдесят шістдесят сімдесят вісімдесят дев’яносто сто двісті триста чотириста п’ятсот "
        "шістсот сімсот вісімсот дев’ятсот",
    ),
    "many",
)  # fmt: skip
_COUNTED = rf"{_SPACE}(?=(?P<words>[{_LETTER}’'-]{{3,40}}(?:{_SPACE}[{_LETTER}’'-]{{3,40}}){{0,2}}))"
_NUMBER = re.compile(
    rf"(?<![\w.,:/№#+×°’'«–-])(?<!№{_SPACE})(?<!\d{_SPACE})"
    rf"(?P<number>\d{{1,3}}(?:{_SPACE}\d{{3}})+|\d{{1,9}})(?P<decimal>,\d{{1,2}})?{_COUNTED}"
)
_SPELLED = "|".join(_WORDS).replace("’", "[’ʼ']")
_NUMERAL = re.compile(rf"(?<![\w’'-])(?P<number>{_SPELLED}){_COUNTED}", re.IGNORECASE)
_BEFORE = re.compile(rf"([\w’'-]+){_SPACE}$")
_NEAR = 60
_OPENS, _OPENING = 4, " \u00a0«„(—–-…"
# A figure before these may be an ordinal without its ending: 5 клас, у 20 столітті, 9 година.
_ORDINAL = frozenset(
    re.findall(
        r"[\w’]+",
        "рік століття тисячоліття година хвилина день число клас місце поверх сторінка канал сезон "
        "серія тур раунд етап курс розділ стаття пункт глава армія бригада батальйон полк дивізія "
        "рота взвод корпус номер ряд група категорія рівень ступінь січень лютий березень квітень "
        "травень червень липень серпень вересень жовтень листопад грудень половина тайм чверть "
        "частина півріччя квартал семестр сорт сторона том випуск версія покоління річниця округ "
        "район школа лікарня модель сет гейм ранок вечір ніч полудень доба тиждень місяць кілометр "
        "метр секунда градус калібр розмір фаза сесія скликання з’їзд чемпіонат лінія маршрут трек "
        "епізод крок гравець пілот кабінет палата кімната квартира будинок вагон цех колія платформа "
        "ворота",
    )
)
# With these a number in words goes on (двадцять перше століття), or is a fraction (п’ять шостих населення).
_NUMBERS = frozenset(
    re.findall(
        r"[\w’]+",
        "один перший другий третій четвертий п’ятий шостий сьомий восьмий дев’ятий десятий двадцятий сотий "
        "тисячний мільйонний цілий інший",
    )
)
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
# Behind them 2, 3 and 4 are in the accusative, and what they count is no genitive.
_ACCUSATIVE = frozenset({"через", "про", "крізь", "понад", "на"})
_DONE = re.compile(rf"{_SPACE}(?!потрібно|необхідно|достатньо)[{_LETTER}’']{{3,40}}[нт]о(?![{_LETTER}’'-])")
_CARDINAL = frozenset(
    re.findall(
        r"[\w’]+",
        "понад майже близько приблизно лише тільки ще вже усього всього загалом щонайменше принаймні аж десь",
    )
)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """`text[start:end]` is a number with what it counts; the noun at `noun` should be `better`, "" if unsure.

    `why` is the form that the number asks for: one, few, many, or part for a fraction.
    """

    start: int
    end: int
    noun: tuple[int, int]
    better: str
    why: str


def disagreements(text: str) -> Iterator[Disagreement]:
    """Yield the numbers of `text` whose noun is in a form that no case allows, or not the certain one.

    A whole number ending in 1 (not 11) asks for the singular; 2–4 (not 12–14) for the plural; others for the
    plural, which is genitive where the number is a subject or object; a decimal fraction, півтора and
    півтори for the genitive singular.

    >>> [(found.why, found.better) for found in disagreements("5 танка за 5,2 місяців")]
    [('many', 'танків'), ('part', 'місяця')]
    """
    for pattern in (_NUMBER, _NUMERAL):
        for match in pattern.finditer(text):
            kind = _kind(match)
            before = _BEFORE.search(text, max(match.start() - _NEAR, 0), match.start())
            if kind and (found := _judge(match, kind, before[1] if before else "", text)):
                yield found


def _kind(match: re.Match[str]) -> str:
    """Return which form the number asks for: one, few, many or part; "" for what may be a year or a code."""
    number = match["number"]
    if number[0].isalpha():
        return _WORDS[number.lower().replace("'", "’").replace("ʼ", "’")]
    if match["decimal"]:
        return "part"
    if number.isdigit() and (_FIRST_YEAR <= int(number) <= _LAST_YEAR or number.startswith("0")):
        return ""
    last, teens = int(number[-1]), number[-2:-1] == "1"
    if last == 1 and not teens:
        return "one"
    return "few" if 2 <= last <= 4 and not teens else "many"


def _judge(match: re.Match[str], kind: str, before: str, text: str) -> Disagreement | None:
    found = _found(match)
    if not found:
        return None
    *adjectives, (start, end, word) = found
    own = _nouns(word)
    genitive = all(one.plural and one.case == "gent" for one in own)
    accusative = kind == "few" and genitive and _is_accusative(match, before, text, end)
    apart = [one for _, _, one in adjectives if not _agrees(one, kind)]
    if not own or (_fits(own, kind, match["number"], accusative=accusative) and not apart):
        return None
    if not accusative and not _is_certain(own, kind, before, match):
        return None
    governed = frozenset[str]() if accusative else preposition_cases(before)
    better = "" if apart else _better(match["number"], kind, governed, own, word)
    return Disagreement(match.start(), end, (start, end), better, kind)


def _better(number: str, kind: str, governed: frozenset[str], own: tuple[Reading, ...], word: str) -> str:
    """Return the form that the noun should have, "" where that depends on more than the number."""
    if governed - {"gent", "accs"} and kind != "part" and governed != {"accs", "loct"}:
        return ""
    if kind == "part":
        if all(one.lemma == "раз" for one in own):
            return "раза"  # the dictionary has only разу
        form = noun_form(word, "gent", plural=False)
        feminine = form.endswith(("и", "і", "ї"))
        return form if not number[0].isalpha() or feminine == number.lower().endswith("и") else ""
    if kind == "many":
        return noun_form(word, "gent", plural=True)
    if governed - {"accs", "loct"} or (governed and (kind == "one" or any(one.animate for one in own))):
        return ""
    return noun_form(word, "nomn", plural=kind == "few")


def _found(match: re.Match[str]) -> list[tuple[int, int, str]]:
    """Return the places of the noun that is counted and of the adjectives before it, which come first."""
    at = match.start("words")
    found: list[tuple[int, int, str]] = []
    for word in re.finditer(rf"[{_LETTER}’'-]+", match["words"]):
        own = readings(word[0])
        if not word[0].islower() or not own or any(one.lemma in _NUMBERS for one in own):
            return []
        found.append((at + word.start(), at + word.end(), word[0]))
        # місяців is also a possessive adjective (of the moon), and is never meant so.
        plural = word[0].endswith(("ів", "їв")) and any(one.part == "NOUN" and one.plural for one in own)
        if plural or all(one.part == "NOUN" for one in own):
            return found
        if not all(one.part == "ADJF" for one in own):
            return []
    return []


def _agrees(adjective: str, kind: str) -> bool:
    """Say whether an adjective between number and noun may stand in some case; behind a fraction any may."""
    own = readings(adjective)
    if kind == "many":
        return any(one.plural and one.case not in ("nomn", "accs", "voct") for one in own)
    return kind == "part" or any(one.plural == (kind == "few") for one in own)


@lru_cache(maxsize=16384)
def _nouns(word: str) -> tuple[Reading, ...]:
    own = tuple(one for one in readings(word) if one.part == "NOUN")
    return () if any(one.unchanging or not one.case for one in own) else own


def _is_accusative(match: re.Match[str], before: str, text: str, end: int) -> bool:
    """Say whether 2, 3 or 4 stands in the nominative or accusative: через 2 місяці."""
    if before:
        return before.lower() in _ACCUSATIVE
    opens = match.start() <= _OPENS and not text[: match.start()].strip(_OPENING)
    return opens and _DONE.match(text, end) is not None


def _fits(own: tuple[Reading, ...], kind: str, number: str, *, accusative: bool) -> bool:
    """Say whether some case allows the form of the noun behind such a number."""
    if kind == "one":
        return any(not one.plural for one in own)
    if kind == "part":
        return any(one.case == "gent" and not one.plural for one in own)
    oblique = any(one.plural and one.case in ("gent", "datv", "ablt", "loct") for one in own)
    if number[0].isalpha() or accusative:
        # The numeral is in the nominative or accusative.
        wanted = ("gent",) if kind == "many" else ("nomn", "accs", "loct")
        return any(one.plural and (one.case in wanted or one.animate) for one in own)
    return oblique if kind == "many" else any(one.plural for one in own)


def _is_certain(own: tuple[Reading, ...], kind: str, before: str, match: re.Match[str]) -> bool:
    """Say whether the number counts the noun, and is no ordinal, designation or part of a name."""
    if match["number"][0].isalpha():
        return True
    lower = before.lower()
    if before and not before[0].isalpha():
        return False
    if before and before[0].isupper() and match.start() > len(before) + 1:
        return False
    if kind in ("few", "many") and any(not one.plural for one in own):
        # It may be read as an ordinal: у 5 танку, близько 10 години.
        if any(one.lemma in _ORDINAL for one in own):
            return False
        return not before or lower in _CARDINAL or not (preposition_cases(lower) or _is_nominal(lower))
    if lower in ("у", "в") and any(one.lemma == "рік" for one in own):
        return False  # decades: у 90 роки
    return lower in _CARDINAL or bool(preposition_cases(lower)) or not _is_nominal(lower)


@lru_cache(maxsize=16384)
def _is_nominal(word: str) -> bool:
    return any(one.part in ("NOUN", "ADJF") for one in readings(word))
