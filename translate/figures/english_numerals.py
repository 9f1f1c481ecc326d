"""English numbers in words and digits: `ten million`, `two and a half`, `twenty-five`, `17,000`, `$90m`."""

from __future__ import annotations

import re
from decimal import Decimal

from translate.figures.grammar import SPACE, Amount

SMALL = {
    word: Decimal(value)
    for value, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ],
        start=1,
    )
}
TENS = {
    word: Decimal(10 * value)
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
_ORDINAL_UNITS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_ORDINAL_TEENS = ["tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"]
_ORDINAL_TEENS += ["seventeenth", "eighteenth", "nineteenth", "twentieth"]
ORDINALS = {word: value for value, word in enumerate([*_ORDINAL_UNITS, *_ORDINAL_TEENS], start=1)}
ORDINALS |= {f"twenty-{word}": value for value, word in enumerate(_ORDINAL_UNITS, start=21)}
ORDINALS |= {"thirtieth": 30, "thirty-first": 31}
SCALES = {
    "thousand": Decimal(10**3),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
}
_MULTIPLIERS = {"hundred": Decimal(100), "dozen": Decimal(12), **SCALES}
_LETTERS = {
    "k": Decimal(10**3),
    "m": Decimal(10**6),
    "mn": Decimal(10**6),
    "mln": Decimal(10**6),
    "mil": Decimal(10**6),
    "b": Decimal(10**9),
    "bn": Decimal(10**9),
    "bln": Decimal(10**9),
    "t": Decimal(10**12),
    "tn": Decimal(10**12),
    "trn": Decimal(10**12),
}
VULGAR = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3,
}
NUMBER_WORDS = frozenset({*SMALL, *TENS, *_MULTIPLIERS})

LITERAL = re.compile(
    rf"(?P<sign>[-−](?=\d))?(?:(?P<whole>\d{{1,3}}(?:,\d{{3}})+|\d{{1,3}}(?:{SPACE}\d{{3}})+(?!\d)|\d+)"
    r"(?P<part>\.\d+)?|(?P<bare>\.\d+))?(?P<vulgar>[½¼¾⅓⅔])?"
)
_MIXED = re.compile(r" (\d)/(\d)(?![\d/])")
_SCALE = re.compile(rf"{SPACE}?-?(thousand|million|billion|trillion)(?!\w)", re.IGNORECASE)
# A thousand pounds or dollars; but not grand slams, juries and pianos.
_GRAND = re.compile(
    rf"{SPACE}grand(?!\w)(?!{SPACE}(?:slam|jur|piano|prix|duke|duch|master|final|prize|child|son|daughter))"
)
# Gas is counted in billion cubic metres: `100 bcm`; the unit is read behind the letter.
_CUBIC = re.compile(rf"{SPACE}?([bm])(?=cm(?!\w))")
_MINUS = re.compile(rf"minus{SPACE}(?!minus)", re.IGNORECASE)
_LETTER = re.compile(rf"{SPACE}?(mln|mn|mil|m|bln|bn|b|trn|tn|t|k)(?![\w²³/])", re.IGNORECASE)
# `m` without a currency is a metre, unless countable things follow: `30m people`, `5m doses`.
_COUNTED = re.compile(r" (?:people|(?!metres?|meters?|across|times)[a-z]{3,}s)\b")
_DOZEN = re.compile(rf"{SPACE}dozen(?!\w)")
_WORD = re.compile(r"[A-Za-z]+")
_JOINT = re.compile(r"(?:-| |\u00a0)(?:and )?")
_AND_A_HALF = re.compile(
    r"[ -]and[ -](?:(?:a|one)[ -](half|quarter)|(three)[ -]quarters)(?!\w)", re.IGNORECASE
)
_HALF_A = re.compile(
    rf"(?:half{SPACE}an?|(?:a|one)(?:{SPACE}|-)quarter{SPACE}of{SPACE}a)"
    rf"{SPACE}(dozen|hundred|thousand|million|billion|trillion)(?!\w)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    rf"an?{SPACE}(?=(?:hundred|thousand|million|billion|trillion|dozen)(?!\w))", re.IGNORECASE
)
_AFTER_ONE = re.compile(
    rf"(?:{SPACE}|-)?(?:%|(?:per ?cent|percent|miles?|kilomet|met(?:re|er)s?|ton|pound|hectare|acre|barrel|"
    rf"dollar|euro|hryvni|degree|(?:u\.?s\.?{SPACE})?cent(?!\w)|penny|yard|gallon|litre|or{SPACE}two\b|to{SPACE}two\b))",
    re.IGNORECASE,
)


def english_amount(text: str, position: int, money: bool = False) -> Amount | None:
    """Read the number that begins at `position`, in digits or words; None when there is none.

    `money` says that a currency stands in front, so that `m` is a million and never a metre.

    >>> english_amount("ten million people", 0).value
    Decimal('10000000')
    """
    minus = _MINUS.match(text, position)
    if minus:
        amount = english_amount(text, minus.end(), money)
        return amount._replace(mantissa=-amount.mantissa) if amount and amount.mantissa > 0 else None
    if position < len(text) and (text[position].isalpha()):
        return _in_words(text, position)
    return _in_digits(text, position, money)


def _in_digits(text: str, position: int, money: bool) -> Amount | None:
    match = LITERAL.match(text, position)
    if match is None or not any(match.group("whole", "bare", "vulgar")):
        return None
    whole = re.sub(rf"[,\s]|{SPACE}", "", match["whole"] or "0")
    value = Decimal(whole + (match["part"] or match["bare"] or ""))
    if match["vulgar"]:
        value += VULGAR[match["vulgar"]]
    end = match.end()
    kind = "number" if match["whole"] or match["bare"] else "fraction"
    mixed = _MIXED.match(text, end)
    if mixed and not match["part"] and mixed[2] != "0" and mixed[1] < mixed[2]:
        value += Decimal(mixed[1]) / Decimal(mixed[2])
        end = mixed.end()
    value = -value if match["sign"] else value
    scale = _SCALE.match(text, end)
    if scale:
        return Amount(scale.end(), value, SCALES[scale[1].lower()], True)
    thousands = _GRAND.match(text, end)
    if thousands:
        return Amount(thousands.end(), value, SCALES["thousand"])
    half_more = _more(text, end)
    if half_more and value == value.to_integral_value():
        return _scaled(text, half_more[1], value + half_more[0])
    letter = _CUBIC.match(text, end) or _letter(text, end, money)
    if letter:
        return Amount(letter.end(), value, _LETTERS[letter[1].lower()])
    dozen = _DOZEN.match(text, end)
    if dozen:
        return Amount(dozen.end(), value * 12, words=True)
    return Amount(end, value, kind=kind)


def _letter(text: str, end: int, money: bool) -> re.Match[str] | None:
    """Return the match of a one-letter or abbreviated scale that is surely no unit."""
    letter = _LETTER.match(text, end)
    if letter is None:
        return None
    name = letter[1].lower()
    if money:
        return letter if len(name) > 1 or letter.start(1) == end else None
    if name in ("mn", "mln", "bn", "bln", "tn", "trn"):
        return letter
    if letter.start(1) != end:
        return None
    if name == "k" or (name == "m" and _COUNTED.match(text, letter.end())):
        return letter
    return None


def _in_words(text: str, position: int) -> Amount | None:
    half = _HALF_A.match(text, position)
    if half:
        part = Decimal("0.5") if half[0][0] in "hH" else Decimal("0.25")
        name = half[1].lower()
        if name in SCALES:
            return Amount(half.end(), part, SCALES[name], True)
        return Amount(half.end(), part * _MULTIPLIERS[name], words=True)
    article = _ARTICLE.match(text, position)
    total, group, scale = Decimal(0), Decimal(1) if article else None, Decimal(1)
    room, last = Decimal(1000), Decimal(10**15)
    end = here = article.end() if article else position
    while True:
        word = _WORD.match(text, here)
        name = word[0].lower() if word else ""
        value = SMALL.get(name) or TENS.get(name)
        if value is not None and value < room:
            group = (group or Decimal(0)) + value
            room = Decimal(10) if name in TENS else Decimal(0)
        elif name in _MULTIPLIERS and group is not None:
            factor = _MULTIPLIERS[name]
            if name in SCALES:
                if factor >= last:
                    break
                total, group, last, room = total + group * factor, Decimal(0), factor, Decimal(1000)
                scale = factor
            else:
                if group >= 100:
                    break
                group, room = group * factor, Decimal(100) if name == "hundred" else Decimal(0)
        else:
            break
        assert word is not None
        end = word.end()
        joint = _JOINT.match(text, end)
        if joint is None or (joint[0].strip().endswith("and") and name not in _MULTIPLIERS):
            break
        here = joint.end()
    if group is None or end == position or (text[end : end + 1].isalnum()):
        return None
    value = total + group
    half_more = _more(text, end)
    if half_more and value < 100:
        return _scaled(text, half_more[1], value + half_more[0])
    thousands = _GRAND.match(text, end)
    if thousands and scale == 1:
        return Amount(thousands.end(), value, SCALES["thousand"], True)
    if value == 1 and scale == 1 and not _AFTER_ONE.match(text, end):
        return None
    if scale > 1 and value % scale == 0:
        return Amount(end, value / scale, scale, True)
    return Amount(end, value, words=True)


def _more(text: str, end: int) -> tuple[Decimal, int] | None:
    """Read `and a half`, `-and-a-quarter`, `and three-quarters` and say where it ends."""
    match = _AND_A_HALF.match(text, end)
    if match is None:
        return None
    return Decimal("0.75" if match[2] else "0.5" if match[1].lower() == "half" else "0.25"), match.end()


def _scaled(text: str, end: int, value: Decimal) -> Amount:
    after = _SCALE.match(text, end)
    return (
        Amount(after.end(), value, SCALES[after[1].lower()], True)
        if after
        else Amount(end, value, words=True)
    )
