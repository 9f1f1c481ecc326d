"""Ukrainian numbers in words (all cases, collectives, ordinals) and in digits: `десятьма мільйонами`."""

from __future__ import annotations

import re
from decimal import Decimal

from translate.figures.grammar import SPACE, Amount

# Cardinals and collective numerals with their case forms (Ukrainian orthography of 2019, §§ 105-108).
_FORMS = {
    0: "нуль нуля нулю нулем",
    1: "один одна одне одно одні одного одної одному одній одну одним однією одною однім одних одними",
    2: "два дві двох двом двома двоє обидва обидві обох обом обома обоє",
    3: "три трьох трьом трьома троє",
    4: "чотири чотирьох чотирьом чотирма четверо",
    5: "п'ять п'яти п'ятьох п'ятьом п'ятьма п'ятьома п'ятеро",
    6: "шість шести шістьох шістьом шістьма шістьома шестеро",
    7: "сім семи сімох сімом сьома сімома семеро",
    8: "вісім восьми вісьмох вісьмом вісьма вісьмома восьмеро",
    9: "дев'ять дев'яти дев'ятьох дев'ятьом дев'ятьма дев'ятьома дев'ятеро",
    10: "десять десяти десятьох десятьом десятьма десятьома десятеро",
    40: "сорок сорока",
    90: "дев'яносто дев'яноста",
    100: "сто ста",
    200: "двісті двохсот двомстам двомастами двохстах",
    300: "триста трьохсот трьомстам трьомастами трьохстах",
    400: "чотириста чотирьохсот чотирьомстам чотирмастами чотирьохстах",
    500: "п'ятсот п'ятисот п'ятистам п'ятьмастами п'ятьомастами п'ятистах",
    600: "шістсот шестисот шестистам шістьмастами шістьомастами шестистах",
    700: "сімсот семисот семистам сьомастами сімомастами семистах",
    800: "вісімсот восьмисот восьмистам вісьмастами вісьмомастами восьмистах",
    900: "дев'ятсот дев'ятисот дев'ятистам дев'ятьмастами дев'ятьомастами дев'ятистах",
}
_TEENS = "одинадцят дванадцят тринадцят чотирнадцят п'ятнадцят шістнадцят сімнадцят вісімнадцят дев'ятнадцят"
_TENS_SOFT = {20: "двадцят", 30: "тридцят"}
_TENS_HARD = {50: "п'ятдесят", 60: "шістдесят", 70: "сімдесят", 80: "вісімдесят"}

CARDINALS: dict[str, int] = {form: value for value, forms in _FORMS.items() for form in forms.split()}
_SOFT_STEMS = dict(enumerate(_TEENS.split(), start=11)) | _TENS_SOFT
CARDINALS |= {
    stem + ending: value
    for value, stem in _SOFT_STEMS.items()
    for ending in ("ь", "и", "ьох", "ьом", "ьма", "ьома", "еро")
}
CARDINALS |= {
    stem + ending: value
    for value, stem in _TENS_HARD.items()
    for ending in ("", "и", "ьох", "ьом", "ьма", "ьома")
}

_HARD = ("ий", "а", "е", "ого", "ої", "ому", "ій", "у", "им", "ою", "ім", "і", "их", "ими")
_ORDINAL_STEMS = {
    1: "перш",
    2: "друг",
    4: "четверт",
    5: "п'ят",
    6: "шост",
    7: "сьом",
    8: "восьм",
    9: "дев'ят",
    10: "десят",
    **_SOFT_STEMS,
    40: "сороков",
    **_TENS_HARD,
    90: "дев'яност",
    100: "сот",
}
ORDINALS: dict[str, int] = {stem + e: value for value, stem in _ORDINAL_STEMS.items() for e in _HARD}
ORDINALS |= dict.fromkeys(
    [
        "третій",
        "третя",
        "третє",
        "третього",
        "третьої",
        "третьому",
        "третю",
        "третьою",
        "третім",
        "треті",
        "третіх",
        "третіми",
    ],
    3,
)
# `сьома` is the instrumental of сім and the feminine of сьомий: the value is the same.

_THOUSANDS = "тисяча тисячі тисячу тисячею тисяч тисячам тисячами тисячах"
_BIG = ("", "а", "у", "ові", "ом", "і", "и", "ів", "ам", "ами", "ах")
SCALES: dict[str, Decimal] = dict.fromkeys(_THOUSANDS.split(), Decimal(10**3))
for _stem, _power in (("мільйон", 6), ("мільярд", 9), ("трильйон", 12)):
    SCALES |= {_stem + ending: Decimal(10**_power) for ending in _BIG}
ABBREVIATED = {"тис": Decimal(10**3), "млн": Decimal(10**6), "млрд": Decimal(10**9), "трлн": Decimal(10**12)}
SCALES |= ABBREVIATED
# Forms that can only be singular: `тисяча`, `понад мільйон`. `тисячі` may be many thousands.
_SINGULAR = frozenset(
    {"тисяча", "тисячу", "тисячею"}
    | {s + e for s in ("мільйон", "мільярд", "трильйон") for e in ("", "а", "у", "ові", "ом")}
)
_ABOUT = re.compile(r"(?:близько|більше|менше|більш|менш|ніж|до|від|майже|порядку)\s$", re.IGNORECASE)
_GROUPS = {
    "дюжина дюжини дюжину дюжиною дюжин дюжинам дюжинами дюжинах": 12,
    "десяток десятка десятку десятком десятки десятків десяткам десятками десятках": 10,
    "сотня сотні сотню сотнею сотень сотням сотнями сотнях": 100,
}
GROUPS = {form: Decimal(value) for forms, value in _GROUPS.items() for form in forms.split()}
_ONE_GROUP = frozenset({"дюжина", "дюжину", "дюжиною", "десяток", "десятком", "сотня", "сотню", "сотнею"})
MULTIPLICATIVES = {
    **dict.fromkeys(("двічі", "вдвічі", "удвічі", "вдвоє", "удвоє", "пара", "пару", "пари"), 2),
    **dict.fromkeys(
        ("тричі", "втричі", "утричі", "втроє", "утроє", "трійка", "трійку", "трійки", "трійці"), 3
    ),
    **dict.fromkeys(("вчетверо", "учетверо", "четвірка", "четвірку", "четвірки"), 4),
    **dict.fromkeys(("вп'ятеро", "уп'ятеро", "п'ятірка", "п'ятірку", "п'ятірки", "п'ятірці"), 5),
    **dict.fromkeys(("вшестеро", "ушестеро"), 6),
    **dict.fromkeys(("всемеро", "усемеро"), 7),
    **dict.fromkeys(("ввосьмеро", "увосьмеро"), 8),
    **dict.fromkeys(("вдев'ятеро", "удев'ятеро"), 9),
    **dict.fromkeys(("сімка", "сімки", "сімку", "сімкою", "сімці"), 7),
    **dict.fromkeys(("вісімка", "вісімки", "вісімку"), 8),
    **dict.fromkeys(("вдесятеро", "удесятеро", "десятка", "десятці"), 10),
}
ONE_AND_A_HALF = frozenset({"півтора", "півтори"})

LITERAL = re.compile(
    rf"([-−–](?=\d))?(\d{{1,3}}(?:{SPACE}\d{{3}})+(?!\d)|\d+)([,.]\d+(?![.,]?\d))?([½¼¾⅓⅔])?"
)
VULGAR = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3,
}
WORD = re.compile(r"[А-ЯІЇЄҐа-яіїєґ]+(?:['’ʼ`][А-ЯІЇЄҐа-яіїєґ]+)*")
_GAP = re.compile(rf"{SPACE}")
_MINUS = re.compile(rf"(?<!плюс або )(?<!плюс чи )мінус{SPACE}(?!мінус)", re.IGNORECASE)
_AND_A_HALF = re.compile(rf"{SPACE}(?:з|із){SPACE}половиною(?!\w)")
_ADJECTIVE_SCALE = re.compile(r"-(тисяч|мільйон|мільярд)н\w{1,3}(?!\w)", re.IGNORECASE)
_PARTS = {"пів": Decimal("0.5"), "чверт": Decimal("0.25")}
_PART_OF_SCALE = re.compile(
    rf"(пів|чверть|чверті|чвертю){SPACE}?((?:тисяч|мільйон|мільярд|трильйон)\w*)(?!\w)", re.IGNORECASE
)
# The hyphenated ending of an ordinal or of a cardinal in a case: 23-го, 5-ти, 1990-х.
ENDING = re.compile(
    r"-(?:й|го|му|м|ша|шу|ше|ші|шої|га|гу|ге|гі|ті|тя|тю|тє|те|та|ту|тої|ій|ої|ого|ому|им|ою|х|их|ми|ти|ма|ома|"
    r"ох|ьох|а|у|ю|я|є|е|і|ї|ва|ві|ьома)(?![\w-])"
)


def fold(word: str) -> str:
    """Return a word in lower case with a straight apostrophe."""
    return word.lower().replace("’", "'").replace("ʼ", "'").replace("`", "'")


FIRST_WORDS = frozenset({*CARDINALS, *ORDINALS, *_SINGULAR, *_ONE_GROUP, *MULTIPLICATIVES, *ONE_AND_A_HALF})


def ukrainian_amount(text: str, position: int, money: bool = False) -> Amount | None:  # noqa: ARG001
    """Read the number that begins at `position`, in digits or words; None when there is none.

    >>> ukrainian_amount("десятьма мільйонами людей", 0).value
    Decimal('10000000')
    """
    minus = _MINUS.match(text, position)
    if minus:
        amount = ukrainian_amount(text, minus.end())
        return amount._replace(mantissa=-amount.mantissa) if amount and amount.mantissa > 0 else None
    if text[position : position + 1].isalpha():
        return _in_words(text, position)
    match = LITERAL.match(text, position)
    if match is None:
        return None
    digits = re.sub(SPACE, "", match[2]) + (match[3] or "").replace(",", ".")
    value = Decimal(digits) + (VULGAR[match[4]] if match[4] else 0)
    value = -value if match[1] else value
    end = match.end()
    thousands = _ADJECTIVE_SCALE.match(text, end)
    if thousands:
        return Amount(thousands.end(), value, SCALES[fold(thousands[1])], True)
    ending = ENDING.match(text, end)
    if ending:
        scaled = _scaled(text, ending.end(), value)
        return scaled if scaled.scale > 1 else scaled._replace(kind="ordinal")
    return _scaled(text, end, value)


def _scaled(text: str, end: int, value: Decimal) -> Amount:
    """Read the scale words after a number in digits, also `2 мільйони 300 тисяч`."""
    name, after = _next_scale(text, end)
    if name is None:
        return Amount(end, value)
    scale = SCALES[name]
    gap = _GAP.match(text, after)
    rest = LITERAL.match(text, gap.end()) if gap else None
    if rest and not rest[3] and not rest[1]:
        lower, lower_end = _next_scale(text, rest.end())
        if lower and SCALES[lower] < scale:
            total = value * scale + Decimal(re.sub(SPACE, "", rest[2])) * SCALES[lower]
            return Amount(lower_end, total, words=True)
    return Amount(after, value, scale, name not in ABBREVIATED)


def _next_scale(text: str, end: int) -> tuple[str | None, int]:
    gap = _GAP.match(text, end)
    word = WORD.match(text, gap.end() if gap else end)
    name = fold(word[0]) if word else ""
    if word is None or name not in SCALES:
        return None, end
    stop = word.end()
    if name == "тис" and text[stop : stop + 1] == ".":
        stop += 1
    return name, stop


def _in_words(text: str, position: int) -> Amount | None:
    part = _PART_OF_SCALE.match(text, position)
    # `Півмільйонний` begins as `півмільйона` does.
    if part and fold(part[2]) in SCALES:
        share = next(value for stem, value in _PARTS.items() if fold(part[1]).startswith(stem))
        return Amount(part.end(), share, SCALES[fold(part[2])], True)
    total, scale = Decimal(0), Decimal(1)
    group: Decimal | None = None
    room, last, kind = 1000, Decimal(10**15), "number"
    end = here = position
    while word := WORD.match(text, here):
        name = fold(word[0])
        if name in CARDINALS and CARDINALS[name] < room and not (CARDINALS[name] == 0 and group is not None):
            small = CARDINALS[name]
            group = (group or Decimal(0)) + small
            room = 100 if small >= 100 else 10 if small >= 20 else 0
        elif name in ORDINALS and ORDINALS[name] < room:
            group, end, kind = (group or Decimal(0)) + ORDINALS[name], word.end(), "ordinal"
            break
        elif (
            name in SCALES
            and SCALES[name] < last
            and (group is not None or (total == 0 and _single(name, text, position)))
        ):
            scale = last = SCALES[name]
            total, group, room = total + (1 if group is None else group) * scale, None, 1000
        elif name in GROUPS and (group is not None or name in _ONE_GROUP):
            group, end = (group or 1) * GROUPS[name], word.end()
            break
        elif here == position and name in MULTIPLICATIVES:
            return Amount(word.end(), Decimal(MULTIPLICATIVES[name]), words=True)
        elif here == position and name in ONE_AND_A_HALF:
            group, room = Decimal("1.5"), 0
        else:
            break
        end = word.end()
        gap = _GAP.match(text, end)
        if gap is None:
            break
        here = gap.end()
    if end == position:
        return None
    value = total + (group or Decimal(0))
    half = _AND_A_HALF.match(text, end)
    if half and kind == "number":
        return _scaled(text, half.end(), value + Decimal("0.5"))._replace(words=True)
    if scale > 1 and kind == "number":
        return Amount(end, value / scale, scale, True)
    return Amount(end, value, words=True, kind=kind)


def _single(name: str, text: str, position: int) -> bool:
    """Say whether a scale word without a number is a thousand, a million: `понад мільйон`, `до тисячі`."""
    return name in _SINGULAR or (name == "тисячі" and _ABOUT.search(text, 0, position) is not None)
