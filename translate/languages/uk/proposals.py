"""How a name that no glossary knows may be written in Ukrainian: a proposal for a person to accept or edit.

Names of Ukrainians by inverting resolution 55 of 2010, with the dictionary as judge; cities by CLDR; settled
names by a table; all other names by practical transcription.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from babel import Locale

from translate.languages.model import Proposal
from translate.languages.uk import transliteration
from translate.languages.uk.first_names import FIRST_NAMES
from translate.languages.uk.lexicon import names, tables
from translate.languages.uk.settled import SETTLED, SETTLED_PLACES
from translate.languages.uk.transcription import by_rule, is_settled, transcribe

TRANSLITERATION = "transliteration (KMU 55/2010)"
TRANSCRIPTION = "transcription"
_ALIKE = 0.6

_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:['’-][A-Za-z\u00c0-\u024f]+)*\.?")
# Endings and spellings of Ukrainian names in Latin letters that other languages hardly have.
_UKRAINIAN_SURNAME = re.compile(
    r"(?:enko|chuk|niuk|nyuk|shyn|skyi|skyy|skiy|sky|ska|[iy]ev|[iy]eva|[^aeiou]ova|ych|yuk|iuk|[dlnrst]ko"
    r"|i?ets|iak|yak|yna|[^aeiou]yn|iy|yi|ii|oiu|hora|byk|[lnr]yk|[cs]hko)$"
)
_UKRAINIAN_PLACE = re.compile(
    r"(?:[aeioy]vka|vka|ivtsi|h[or]+ad|horod|pil|pol|yni|ynia|nytsia|illia|zhzhia|sk|ske|iv|yn|yn?ka|anka|ne|ets|yi"
    r"|shchyna)$|zh|kh|shch|yi|ii$|iy$"
)
_FOREIGN = re.compile(
    r"[wqxj]|c(?!h)|ou|th|ph|ee|oo|gh|wh|sch|(?:ll(?!ia)|rr|ff|pp|mm)|[^\x00-\x7f]", re.IGNORECASE
)
# English noun, its place before or after the name -> Ukrainian noun and gender.
_PLACES = {
    "airport": ("аеропорт", "masc"), "avenue": ("авеню", "femn"), "bay": ("затока", "femn"),
    "boulevard": ("бульвар", "masc"), "bridge": ("міст", "masc"), "canyon": ("каньйон", "masc"),
    "cape": ("мис", "masc"), "castle": ("замок", "masc"), "county": ("округ", "masc"),
    "district": ("район", "masc"), "falls": ("водоспад", "masc"), "fort": ("форт", "masc"),
    "glacier": ("льодовик", "masc"),
    "island": ("острів", "masc"), "islands": ("острови", "plur"), "lake": ("озеро", "neut"),
    "mount": ("гора", "femn"),
    "mountain": ("гора", "femn"), "mountains": ("гори", "plur"), "park": ("парк", "masc"),
    "peninsula": ("півострів", "masc"), "river": ("річка", "femn"), "square": ("площа", "femn"),
    "street": ("вулиця", "femn"), "strait": ("протока", "femn"), "village": ("село", "neut"),
    "volcano": ("вулкан", "masc"),
}  # fmt: skip
# Words that make a name one to be translated, not spelt.
_TRANSLATED = frozenset(
    re.findall(
        r"\w+",
        """
        act air angels army award awards barrier basin battle beauty big black blue booking brother bus
        capital capitals central channel christmas church city coast congress cup day desert dynasty east
        empire festival final first flag flags force forces forest forum game games garden gardens gate
        general gold golden grand great green group hall heart high hill hills holy home house human
        hurricane international iron island king kingdom lake land law light lion little lower major
        memorial middle mountain museum national nations new night north ocean office old open operation
        papers parenthood party pass peace pipeline plan planned power prix prize queen race rail railway
        rain rainbow red report republic river road rock rooms rose royal saint scale sea second service
        seven show silver six south space spring stadium star state states station stone storm story
        street summer sun survey system temple test third times tower town tropical union united
        university upper valley war water west white wild winter world
        """,
    )
)
_DIRECTIONS = {
    "north": "Північн", "south": "Південн", "east": "Східн", "west": "Західн", "northern": "Північн",
    "southern": "Південн", "eastern": "Східн", "western": "Західн", "central": "Центральн",
}  # fmt: skip


def propose_name(name: str, kind: str) -> Proposal | None:
    """Return a Ukrainian spelling of the name, its kind and its gender; None where names are translated.

    Organisations are translated and not spelt, so they have none; nor has a name with English small words.

    >>> proposal = propose_name("Halyna Dubyk", "other")
    >>> proposal.text, proposal.kind, proposal.gender
    ('Галина Дубик', 'person', 'femn')
    """
    if kind == "organisation":
        return None
    known = SETTLED.get(name) or _cities().get(name)
    if known and kind != "person":
        method = "settled" if name in SETTLED else "CLDR"
        return Proposal(known, "place" if method == "CLDR" or name in SETTLED_PLACES else kind, "", method)
    words = name.split()
    if not words or not all(_WORD.fullmatch(word) for word in words) or any(map(_is_small, words)):
        return None
    if kind != "person" and len(words) > 1:
        if place := _named_place(words):
            return place
        if any(word.lower() in _TRANSLATED for word in words):
            return None
    if kind == "person" or (kind == "other" and len(words) > 1):
        person = _person(words)
        if kind == "person" or person.gender:
            return person
    if kind == "place" or words[0] in ("St", "St."):
        return _place(name, kind)
    if len(words) == 1:
        return _single(name)
    return Proposal(transcribe(name), kind, "", TRANSCRIPTION)


@cache
def _cities() -> dict[str, str]:
    """Return the English and Ukrainian names of the cities that CLDR names for their time zones."""
    zones = Locale("uk").time_zones
    return {
        zone.rpartition("/")[2].replace("_", " "): entry["city"].replace("ʼ", "’")
        for zone, entry in zones.items()
        if "city" in entry and not zone.startswith("Etc/")
    }


def _is_small(word: str) -> bool:
    return word in ("of", "for", "and", "the", "in", "to", "on", "at")


def _named_place(words: list[str]) -> Proposal | None:
    """Return the proposal for a name with a noun or a direction: Sumska Street, Lake Huron, North Dakota."""
    last, first = words[-1].lower(), words[0].lower()
    rest = _place(words[1], "place").text if first in _DIRECTIONS and len(words) == 2 else ""
    if rest and (is_settled(words[1]) or any(table.proper for table in tables(rest))):
        ending, gender = ("а", "femn") if rest.endswith(("а", "я")) else ("ий", "masc")
        return Proposal(f"{_DIRECTIONS[first]}{ending} {rest}", "place", gender, TRANSCRIPTION)
    if last in _PLACES:
        noun, rest_words = _PLACES[last], words[:-1]
    elif first in ("lake", "mount", "cape", "fort"):
        noun, rest_words = _PLACES[first], words[1:]
    else:
        return None
    if not rest_words or any(word.lower() in _TRANSLATED for word in rest_words):
        return None
    named = _place(" ".join(rest_words), "place")
    return Proposal(f"{noun[0]} {named.text}", "place", noun[1], named.method)


def _person(words: list[str]) -> Proposal:
    """Return the proposal for a person; its gender is "" when nothing tells it."""
    first = FIRST_NAMES.get(words[0]) if len(words) > 1 else None
    reading = transliteration.propose(" ".join(words)) if _readable(words) else None
    own = reading is not None and first is None and "Name" in names(reading.split()[0])
    if len(words) > 1 and first is None and not own and _readable(words[:1]):
        # The surname may be unreadable: the first name alone, read before a surname that is none.
        given = transliteration.propose(f"{words[0]} Bondar")
        if given is not None and "Name" in names(given.split()[0]):
            own, reading = True, None
    ukrainian = own or bool(_UKRAINIAN_SURNAME.search(words[-1].lower()) and _readable(words[-1:]))
    polish = re.search("[src]z|w", words[0]) and words[-1].endswith(("ski", "ska", "cki", "cka"))
    if (
        polish
        or not ukrainian
        or (first is None and len(words) > 1 and not own)
        or any("." in word for word in words[:-1])
    ):
        ukrainian = ukrainian and not polish
        last = _ukrainian(words[-1]) if ukrainian else _in_person(words[-1])
        text = " ".join([*(_in_person(word, first=not index) for index, word in enumerate(words[:-1])), last])
        return Proposal(
            text, "person", _gender(words, text, first), TRANSLITERATION if ukrainian else TRANSCRIPTION
        )
    if own:
        text = reading or " ".join(
            (transliteration.propose(f"{word} Bondar") or word).split()[0]
            if not index
            else _ukrainian(word)
            if _readable([word])
            else _in_person(word)
            for index, word in enumerate(words)
        )
    else:
        text = " ".join(
            [
                *(_in_person(word, first=not index) for index, word in enumerate(words[:-1])),
                _ukrainian(words[-1]),
            ]
        )
    return Proposal(text, "person", _gender(words, text, first), TRANSLITERATION)


def _in_person(word: str, *, first: bool = False) -> str:
    """Return a word of a person's name: Florence as a first name, Moon as a surname are no places."""
    if first and word in FIRST_NAMES:
        return FIRST_NAMES[word][0]
    if word in SETTLED_PLACES and transliteration.similarity(word, SETTLED[word]) < _ALIKE:
        return by_rule(word)
    return transcribe(word)


def _single(name: str) -> Proposal:
    """Return the proposal for a single word whose context tells nothing: the tables and dictionary may."""
    if name in FIRST_NAMES:
        text, gender = FIRST_NAMES[name]
        return Proposal(text, "person", gender, "settled")
    proposal = _place(name, "other")
    known = tables(proposal.text)
    given = {table.gender for table in known if table.name == "Name"}
    if given:
        return replace(proposal, kind="person", gender=given.pop() if len(given) == 1 else "")
    if any(table.proper and not table.name for table in known):
        return replace(proposal, kind="place")
    return proposal


def _gender(words: list[str], text: str, first: tuple[str, str] | None) -> str:
    if first:
        return first[1]
    if "." in text.split()[0]:
        return ""
    given, last = text.split()[0], text.split()[-1].lower()
    if len(words) > 1:
        genders = {table.gender for table in tables(given) if table.name == "Name"} & {"masc", "femn"}
        if len(genders) == 1:
            return genders.pop()
    if last.endswith(("ська", "цька", "зька", "ова", "ева", "єва")):
        return "femn"
    return "masc" if last.endswith(("ський", "цький", "зький")) else ""


def _readable(words: list[str]) -> bool:
    return all(re.fullmatch(r"[A-Za-z'’-]+", word) and not _FOREIGN.search(word) for word in words)


def _ukrainian(word: str) -> str:
    return transliteration.propose(word) or "-".join(_letters(part) for part in word.split("-"))


def _place(name: str, kind: str) -> Proposal:
    words = name.split()
    settled = SETTLED.get(name) or _cities().get(name)
    if settled:
        return Proposal(settled, kind, "", "settled" if name in SETTLED else "CLDR")
    if words[0] in ("St.", "St") and len(words) > 1:
        return Proposal(f"Сент-{transcribe(' '.join(words[1:]))}", kind, "", TRANSCRIPTION)
    if any(is_settled(word) for word in words) or "ng" in name or not _readable(words):
        return Proposal(transcribe(name), kind, "", TRANSCRIPTION)
    reading = transliteration.propose(name)
    if reading is not None and all(
        any(table.proper for table in tables(part)) for part in re.split("[ -]", reading)
    ):
        return Proposal(reading, kind, "", TRANSLITERATION)
    if any(
        _UKRAINIAN_PLACE.search(word.lower()) or _UKRAINIAN_SURNAME.search(word.lower()) for word in words
    ):
        return Proposal(" ".join(map(_ukrainian, words)), kind, "", TRANSLITERATION)
    return Proposal(transcribe(name), kind, "", TRANSCRIPTION)


_LETTERS = dict(
    re.findall(
        r"(\w+)-(\w+)",
        """
        shch-щ zh-ж kh-х ts-ц ch-ч sh-ш ya-я ye-є yu-ю yo-йо yi-ї ia-я ie-є iu-ю ii-ій iy-ій ay-ай oy-ой ey-ей
        uy-уй ai-ай ei-ей oi-ой ui-уй a-а b-б c-ц d-д e-е f-ф g-ґ h-г i-і j-й k-к l-л m-м n-н o-о p-п r-р s-с
        t-т u-у v-в y-и z-з
        """,
    )
)
_PIECE = re.compile("|".join(sorted(_LETTERS, key=len, reverse=True)))


def _letters(word: str) -> str:
    """Return a word that the dictionary has no reading for, each letter read in its likeliest way."""
    text = _PIECE.sub(lambda match: _LETTERS[match[0]], word.lower())
    for pattern, letters in _LETTER_ENDINGS:
        text = pattern.sub(letters, text)
    return text[:1].upper() + text[1:]


_LETTER_ENDINGS = [
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"(?<=[бвгґджзклмнпрстфхцчшщ])ї$", "ий"),
        (r"(?<=[бвгґджзклмнпрстфхцчшщ])ї", "иї"),
        (r"(?<=[сцз])к(?=$|е$|а$|ий$|ій$)", "ьк"),
        (r"(?<=ьк)ій$", "ий"),
        (r"(?<=..)ец$", "ець"),
        (r"(?<=п[іо])л$", "ль"),
        (r"(жж|лл|нн|дд|тт|сс|цц|чч|шш|зз)(?:і|и)?я$", r"\1я"),
        (r"(?<=[бвгґджзклмнпрстфхцчшщ])(?<!жж|лл|нн|дд|тт|сс|цц|чч|шш|зз)я$", "ія"),
    )
]
