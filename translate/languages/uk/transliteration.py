"""Names between Latin and Ukrainian letters.

`romanise` follows resolution 55 of the Cabinet of Ministers of Ukraine (27 January 2010). `propose` inverts
it, with the variants newspapers use (-sky, -skiy, Iu, Ya inside words, h for г and х), and lets the
dictionary decide between the readings.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from translate.languages.uk.lexicon import APOSTROPHES, is_word, names, tables

# fmt: off
_LATIN = (
    "a", "b", "v", "h", "g", "d", "e", "zh", "z", "y", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u",
    "f", "kh", "ts", "ch", "sh", "shch", "", "i", "i", "ie", "iu", "ia", "",
)
# fmt: on
_TABLE = dict(
    zip(
        "абвгґдежзийклмнопрстуфхцчшщьіїєюя’",
        _LATIN,
        strict=True,
    )
)
_INITIALS = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}

# Readings of Latin letters, the longest first, the likelier reading first.
_READINGS = {
    "shch": ("щ",),
    "zgh": ("зг",),
    "skyi": ("ський",),
    "skyy": ("ський",),
    "skiy": ("ський",),
    "skii": ("ський",),
    "tsk": ("цьк", "тськ"),
    "iia": ("ія",),
    "iie": ("іє",),
    "iiu": ("ію",),
    "zh": ("ж",),
    "kh": ("х",),
    "ts": ("ц", "тс"),
    "ch": ("ч",),
    "sh": ("ш",),
    "ye": ("є", "е"),
    "yi": ("ї", "ий"),
    "yu": ("ю",),
    "ya": ("я",),
    "yo": ("йо", "ьо"),
    "ie": ("є", "іє", "’є"),
    "iu": ("ю", "ію", "’ю"),
    "ia": ("я", "ія", "’я"),
    "ii": ("ій", "ії", "ії"),
    "iy": ("ій", "ий"),
    "yy": ("ий",),
    "ey": ("ей", "ій"),
    "ei": ("ей", "еї"),
    "ai": ("ай", "аї"),
    "oi": ("ой", "ої"),
    "ui": ("уй", "уї"),
    "a": ("а",),
    "b": ("б",),
    "c": ("к", "ц"),
    "d": ("д",),
    "e": ("е", "є"),
    "f": ("ф",),
    "g": ("г", "ґ"),
    "h": ("г", "х"),
    "i": ("і", "и", "ї", "й"),
    "j": ("й", "дж"),
    "k": ("к",),
    "l": ("л",),
    "m": ("м",),
    "n": ("н",),
    "o": ("о",),
    "p": ("п",),
    "r": ("р",),
    "s": ("с",),
    "t": ("т",),
    "u": ("у",),
    "v": ("в",),
    "y": ("и", "і", "й", "ий", "ій"),
    "z": ("з",),
    "'": ("ь", "’"),
    "’": ("ь", "’"),
}
_SOFTENING = frozenset("dlnstz")
_PIECES = sorted(_READINGS, key=len, reverse=True)
_MOST_READINGS = 3_000
_REMEMBERED = 2**14
_SURNAME_ENDINGS = (
    "енко",
    "ський",
    "цький",
    "зький",
    "ська",
    "цька",
    "зька",
    "чук",
    "юк",
    "ук",
    "ишин",
    "ушин",
    "шин",
    "ов",
    "ев",
    "єв",
    "ова",
    "ева",
    "єва",
    "ин",
    "ін",
    "іна",
    "ина",
    "ко",
    "ак",
    "як",
    "ик",
    "ець",
    "ич",
    "ій",
    "ий",
    "ів",
    "їв",
    "ар",
    "ань",
)


def romanise(ukrainian: str) -> str:
    """Return Ukrainian in Latin letters by resolution 55 of 2010; other characters stay.

    >>> romanise("Згурський"), romanise("Єнакієве"), romanise("Короп’є")
    ('Zghurskyi', 'Yenakiieve', 'Koropie')
    """
    text = ukrainian.translate(APOSTROPHES)
    return re.sub("[А-ЯҐЄІЇа-яґєії’]+", lambda match: _romanised(match[0]), text)


def propose(name: str) -> str | None:
    """Return the likeliest Ukrainian spelling of a Ukrainian name in Latin letters, or None.

    Each word is read back by the official table and newspaper variants. The dictionary decides; without it a
    word passes only as the last of a name with the ending of a Ukrainian surname.

    >>> propose("Serhiy Udod"), propose("Yulia Svyridenko")
    ('Сергій Удод', 'Юлія Свириденко')
    """
    words = name.split()
    if not words or not all(re.fullmatch(r"[A-Za-z'’-]+", word) for word in words):
        return None
    found: list[str] = []
    for index, word in enumerate(words):
        parts = [_word(part, first=index == 0 and len(words) > 1) for part in re.split("-", word)]
        if None in parts:
            return None
        found.append("-".join(part for part in parts if part))
    return " ".join(found)


@lru_cache(maxsize=_REMEMBERED)
def similarity(english: str, ukrainian: str) -> float:
    """Return how alike an English and a Ukrainian spelling sound, from 0 to 1.

    >>> similarity("Venediktova", "Ведіктова") > 0.8 > 0.5 > similarity("Venediktova", "прокурорка")
    True
    """
    return fuzz.ratio(_folded(english), _sound(ukrainian)) / 100


def _romanised(word: str) -> str:
    result: list[str] = []
    lower = word.lower()
    for index, char in enumerate(lower):
        previous = lower[index - 1] if index else ""
        if not index and char in _INITIALS:
            latin = _INITIALS[char]
        elif char == "г" and previous == "з":
            latin = "gh"
        else:
            latin = _TABLE.get(char, char)
        capitals = len(word) > 1 and word.isupper()
        if word[index].isupper():
            latin = latin.upper() if capitals else latin.capitalize()
        result.append(latin)
    return "".join(result)


@lru_cache(maxsize=_REMEMBERED)
def _word(word: str, *, first: bool) -> str | None:
    """Return the best reading of one word: a name of the dictionary, a word of it, or a likely surname."""
    readings = _readings(word.lower())
    best: tuple[float, str] | None = None
    for order, reading in enumerate(readings):
        score = _score(reading, first=first) - order / (4 * _MOST_READINGS)
        if best is None or score > best[0]:
            best = score, reading
    if best is None or best[0] < 1:
        return None
    return best[1][0].upper() + best[1][1:]


def _score(reading: str, *, first: bool) -> float:
    kinds = names(reading)
    if kinds:
        wanted = {"Name"} if first else {"Surn", "Patr"}
        return 5.0 if kinds & wanted else 4.0
    if any(table.proper for table in tables(reading)):
        return 3.5
    if is_word(reading) and tables(reading):
        return 3.0
    if not first and reading.endswith(_SURNAME_ENDINGS) and _well_formed(reading):
        return 1.0 + max(len(end) for end in _SURNAME_ENDINGS if reading.endswith(end)) / 10
    return 0.0


def _well_formed(reading: str) -> bool:
    """Say whether the letters can stand side by side in a Ukrainian name."""
    impossible = (
        r"[аеєиіїоуюя][іиы]|ь[аеиіоуйєїюяь’]|^[ьи’]|[гкх]ь|’[^єїюя]|й[ьйиієїюя]|[жчшщ]ь|[гкхжчшщ]и?ї|рь[^о]"
    )
    return not re.search(impossible, reading) and not re.search(r"[^аеєиіїоуюя]ї", reading)


def _readings(word: str) -> list[str]:
    """Return the readings of a lower-case word, the likeliest first; none if a letter has none."""
    ways: list[tuple[int, str]] = [(0, "")]
    rest = word
    while rest:
        piece = next((piece for piece in _PIECES if rest.startswith(piece)), None)
        if piece is None:
            return []
        rest = rest[len(piece) :]
        readings = _READINGS[piece]
        if piece in ("y", "iy") and not rest:  # the end of a name: Zelensky, Serhiy
            readings = ("ий", "ій", "и", "й", "і")
        elif piece == "ia" and not rest:  # Yulia, Maria; Illia comes second
            readings = ("ія", "я", "’я")
        elif piece in _SOFTENING and (not rest or rest[0] not in "aeiouy"):
            readings = (*readings, readings[0] + "ь")
        longer = [(cost + rank, text + new) for cost, text in ways for rank, new in enumerate(readings)]
        ways = sorted(longer, key=lambda way: way[0])[:_MOST_READINGS]
    return list(dict.fromkeys(re.sub(r"(?<=[сцз])к(?=(?:ий|а|е|і)$)", "ьк", text) for _, text in ways)) + [
        text for _, text in ways if re.search(r"[сцз]к(?:ий|а|е|і)$", text)
    ]


_FOLDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"(?:skyi|skyy|skiy|skii|sky|ski)\b", "ski"),
        (r"ph", "f"),
        (r"zgh|zh", "j"),
        (r"kh|gh|g", "h"),
        (r"shch|sch|sh", "s"),
        (r"ck|q", "k"),
        (r"tz", "ts"),
        (r"c(?=[eiy])", "s"),
        (r"c(?!h)", "k"),
        (r"w", "v"),
        (r"x", "ks"),
        (r"[iy]+", "i"),
        (r"i(?=[aeou])", ""),
        (r"(.)\1", r"\1"),
    )
)


@lru_cache(maxsize=_REMEMBERED)
def _folded(text: str) -> str:
    """Fold the spellings of one sound into one: for comparing names, not for reading."""
    folded = text.lower().replace("’", "").replace("'", "")
    for pattern, sound in _FOLDS:
        folded = pattern.sub(sound, folded)
    return folded


@lru_cache(maxsize=_REMEMBERED)
def _sound(ukrainian: str) -> str:
    return _folded(romanise(ukrainian))
