"""Ukrainian prepositions: the cases they govern, and the variant that sounds well between two words.

Alternation of у/в, і/й and з/із/зі: Ukrainian orthography of 2019, §§ 23–25.
"""

from __future__ import annotations

import re

from translate.languages.uk.lexicon import APOSTROPHES

_GOVERNED = {
    "gent": "без від од для до крім окрім біля коло поблизу після проти серед посеред навколо довкола "
    "довкруж замість внаслідок унаслідок вздовж уздовж впродовж упродовж протягом поза повз щодо "
    "стосовно близько обабіч поруч поряд неподалік недалеко з-під із-під з-за із-за з-поза поміж "
    "напередодні всередині усередині посередині вище нижче кругом поверх задля заради ради "
    "відносно опріч довкіл обік з-над з-між у в з із зі за між",
    "datv": "завдяки всупереч усупереч наперекір назустріч навперейми вслід услід навздогін",
    "accs": "про через крізь понад попри у в на за під над перед поза між поміж по о об повз підо переді "
    "наді",
    "ablt": "з із зі зо над під перед за між поміж поза понад надо підо переді наді",
    "loct": "у в на по о об при",
}
_PHRASES = {
    "під час": "gent",
    "на чолі з": "ablt",
    "разом з": "ablt",
    "разом із": "ablt",
    "поруч з": "ablt",
    "поруч із": "ablt",
    "поряд з": "ablt",
    "поряд із": "ablt",
    "згідно з": "ablt",
    "згідно із": "ablt",
    "у зв’язку з": "ablt",
    "у зв’язку із": "ablt",
    "порівняно з": "ablt",
    "порівняно із": "ablt",
    "відповідно до": "gent",
    "на користь": "gent",
    "за допомогою": "gent",
    "з метою": "gent",
    "з боку": "gent",
    "у разі": "gent",
    "на честь": "gent",
    "від імені": "gent",
    "за винятком": "gent",
    "незважаючи на": "accs",
    "попри": "accs",
}

_VOWELS = frozenset("аеєиіїоуюя")
_SIBILANTS = frozenset("зсцчшщж")
_CYRILLIC = frozenset("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя")
_PAUSE = ","


def preposition_cases(word: str) -> frozenset[str]:
    """Return the cases that a preposition (also of several words: `під час`) governs; empty for other words.

    >>> sorted(preposition_cases("біля")), sorted(preposition_cases("На"))
    (['gent'], ['accs', 'loct'])
    """
    key = " ".join(word.lower().translate(APOSTROPHES).split())
    if key in _PHRASES:
        return frozenset({_PHRASES[key]})
    return frozenset(case for case, words in _GOVERNED.items() if key in words.split())


def agree_preposition(preposition: str, next_word: str, previous_word: str = "") -> str:
    """Return у or в, з, із or зі, і or й as the words around ask for it; others come back unchanged.

    `previous_word` is the word before with its punctuation, empty at the start of a sentence. Where the
    orthography lets either stand, the given one stays. The first letter's case stays.

    >>> agree_preposition("у", "Одесі", "живе"), agree_preposition("в", "Львові", "народився")
    ('в', 'у')
    """
    given, after, before = preposition.lower(), _letters(next_word), _last_sound(previous_word)
    if given not in _RULES or not after or before is None:
        return preposition
    result = _RULES[given](given, before, after)
    return result[0].upper() + result[1:] if preposition[0].isupper() else result


def _u_or_v(given: str, before: str, after: str) -> str:
    """§ 23: в before and after vowels; у between consonants, after a pause, before в, ф, льв, св …"""
    if after[0] in "вф" or re.match("льв|[стхдзгк]в", after):
        return "у"
    if after[0] in "аеиіоу" or before in _VOWELS:
        return "в"
    if after[0] in "єїюя" and before == _PAUSE:
        return given
    return "у"


def _z_iz_zi(given: str, before: str, after: str) -> str:
    """§ 25: з before vowels, із beside sibilants and clusters, зі before clusters with з, с, ш, щ."""
    if after[0] in _VOWELS:
        return "з"
    cluster = len(after) > 1 and after[1] not in _VOWELS and after[1] not in "ьй’"
    if after.startswith("льв") or (cluster and after[0] in "зсшщ"):
        return "зі"
    if given == "зі" and re.match("мн|рв|вс|дз|дв", after):
        return given
    if after[0] in "зсшщ" or (after[0] in "жцч" and before in _SIBILANTS):
        return "із"
    if before in _VOWELS or before == _PAUSE:
        return given if cluster and given != "зі" else "з"
    if cluster or before in _SIBILANTS:
        return "із"
    return "з" if given == "зі" else given


def _i_or_y(given: str, before: str, after: str) -> str:
    """§ 24: й between vowels; і after a consonant or a pause and before є, ї, ю, я, й; else either stands."""
    if after[0] in "йєїюя" or before not in _VOWELS:
        return "і"
    return "й" if after[0] in _VOWELS else given


_RULES = {
    "у": _u_or_v,
    "в": _u_or_v,
    "з": _z_iz_zi,
    "із": _z_iz_zi,
    "зі": _z_iz_zi,
    "і": _i_or_y,
    "й": _i_or_y,
}


def _last_sound(word: str) -> str | None:
    """Return the last letter of the word before, `_PAUSE` after punctuation, None when it cannot be heard."""
    text = word.strip().lower()
    if not text or text[-1] in ',.;:!?…—–-()«»„“”"':
        return _PAUSE
    return text[-1] if text[-1] in _CYRILLIC else None


def _letters(word: str) -> str:
    """Return the word in lower case without what stands before its first letter; empty if not Ukrainian."""
    text = word.lower().translate(APOSTROPHES).lstrip('«„“"(’ ')
    # An abbreviation may be read by the names of its letters (СБУ as ес-бе-у): only a vowel is safe.
    read_by_letters = len(word) > 1 and word.isupper() and text[:1] not in _VOWELS
    return "" if not text or text[0] not in _CYRILLIC or read_by_letters else text
